"""Are pages, pieces and service worker of one build? Half of a deploy shows here, even where nothing is known of it."""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from building.host.causes import find_change
from building.host.findings import Finding, Kind
from building.host.visit import Expected, Visit, is_as_built, read_worker
from building.service_worker import NAME as WORKER

BUNDLE = re.compile(r"assets/((?:page|site))\.[0-9a-f]{16}\.(?:js|css)$")
PIECE = re.compile(r'"?([\w-]+)"?: ?\{"?sha256"?: ?"([0-9a-f]{64})"')
"""How a page and its script speak of a piece of the runtime (building/runtime.py)."""
PLAIN = "runtime/plain/"
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "object": "data"}
LOADING_LINKS = frozenset(("stylesheet", "icon", "preload", "modulepreload", "manifest", "preconnect", "dns-prefetch"))

STYLE_ASKS = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[\w.:-]+)""")
SCRIPT_ASKS = re.compile(
    r"""(?:\b(?:fetch|import|importScripts|Worker|WebSocket|EventSource|sendBeacon|open)\s*\(|\bimport|\bfrom|\.(?:src|href)\s*=)"""
    r"""\s*(?:"\w+",\s*)?["'`]((?:https?:|wss?:)?//[\w.:-]+)"""
)


class Named(HTMLParser):
    """Collects what a page loads."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in LOADED and given.get(LOADED[tag]):
            self.addresses.append(given[LOADED[tag]])
        if tag == "link" and LOADING_LINKS & set(given.get("rel", "").lower().split()):
            self.addresses.append(given.get("href", ""))
        if "srcset" in given:
            self.addresses += [part.split()[0] for part in given["srcset"].split(",") if part.split()]


def list_named(visit: Visit) -> dict[str, list[str]]:
    """Which whole addresses each page loads."""
    return {
        page: [visit.host.resolve(page, address) for address in Named(answer.text).addresses]
        for page, answer in visit.pages.items()
    }


def find_in_editions(visit: Visit) -> Iterator[Finding]:
    named = list_named(visit)
    yield from find_mixed(visit, named)
    yield from find_named_missing(visit, named)
    yield from find_other_calculator(visit)
    yield from find_other_worker(visit)


def place_in_site(visit: Visit, address: str) -> str | None:
    """The address within the site; None for what lies elsewhere."""
    bare = address.partition("#")[0].partition("?")[0]
    return unquote(bare.removeprefix(visit.host.address)) if bare.startswith(visit.host.address) else None


def find_mixed(visit: Visit, named: dict[str, list[str]]) -> Iterator[Finding]:
    """Pages that name another bundle than most of them do."""
    users: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for page, addresses in named.items():
        for address in addresses:
            if found := BUNDLE.search(address):
                users[found[1]][found[0]].append(page)
    for bundles in users.values():
        most = max(bundles, key=lambda bundle: len(bundles[bundle]))
        for bundle, pages in bundles.items():
            for page in pages if bundle != most else ():
                yield Finding(Kind.MIXED, page, f"用的是 {bundle}，多数网页用 {most}")


def find_named_missing(visit: Visit, named: dict[str, list[str]]) -> Iterator[Finding]:
    """Files that a page or its script names, and that do not come."""
    users: dict[str, str] = {}
    for page, addresses in named.items():
        pieces = [f"runtime/{piece}" for piece in list_pieces(html.unescape(visit.pages[page].text))]
        for file in [*(place_in_site(visit, address) for address in addresses), *pieces]:
            if file:
                users.setdefault(file, page)
    for address, answer in visit.good.items():
        if BUNDLE.search(address) and address.endswith(".js"):
            for piece in list_pieces(answer.text):
                users.setdefault(f"runtime/{piece}", address)
    unknown = [file for file in users if file not in visit.answers]
    answers = {**visit.answers, **visit.host.ask_all(unknown, "gzip")}
    for file, user in users.items():
        if answers[file].status != 200:
            yield Finding(Kind.NAMED, file, f"{user or '首页'} 要用它")


def list_pieces(text: str) -> list[str]:
    return [f"{name}.{digest[:16]}.bin" for name, digest in PIECE.findall(text)]


def find_other_calculator(visit: Visit) -> Iterator[Finding]:
    """The plain way's list names the calculator that the page's script was built with, and the files that lie there."""
    answer = visit.good.get(f"{PLAIN}manifest.json")
    try:
        told = json.loads(answer.content) if answer else {}
        edition, files = told.get("edition"), dict(told.get("files", {}))
    except (ValueError, AttributeError, TypeError):
        return  # told as a changed file
    scripts = [name for name in visit.good if name.startswith("assets/page.") and BUNDLE.search(name)]
    for script in scripts:
        if edition and edition not in visit.good[script].text:
            yield Finding(Kind.EDITION, script, f"{PLAIN}manifest.json 是另一个版本的")
    for name, described in files.items():
        file = visit.good.get(PLAIN + name)
        expected = Expected(str(described.get("sha256")))
        if file and not is_as_built(name, file, expected) and not find_change(file.content, expected):
            yield Finding(Kind.EDITION, PLAIN + name, f"和 {PLAIN}manifest.json 里写的不一样")


def find_other_worker(visit: Visit) -> Iterator[Finding]:
    """What the service worker wants to keep and the manifest knows otherwise; without one its list is all we know."""
    for address, wanted in read_worker(visit.answers[WORKER]) if visit.has_manifest else ():
        told = visit.files.get(address)
        if told is None or told.sha256 != wanted.sha256:
            yield Finding(Kind.WORKER, address, "" if told else "网站的清单里没有")


def find_foreign(visit: Visit) -> Iterator[Finding]:
    """What a page, a style or a script would ask of another host; browsers refuse most of it, silently."""
    own = "{0.scheme}://{0.netloc}".format(urlsplit(visit.host.address))
    for page, addresses in list_named(visit).items():
        for address in addresses:
            if address.startswith(("http:", "https:", "//")) and not address.startswith(f"{own}/") and address != own:
                yield Finding(Kind.FOREIGN, page, address)
    for name, answer in visit.good.items():
        if name.endswith((".css", ".js", ".mjs")):
            for found in (STYLE_ASKS if name.endswith(".css") else SCRIPT_ASKS).findall(answer.text):
                if not f"{found}/".startswith((f"{own}/", own.partition(":")[2] + "/")):
                    yield Finding(Kind.FOREIGN, name, found)
