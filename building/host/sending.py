"""How files are sent: their types, their compression, what the headers forbid, and for how long they are kept."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from building.host.asking import Answer
from building.host.findings import Finding, Kind
from building.host.forbidding import list_forbidden
from building.host.visit import Visit, is_as_built, is_page
from building.lasting import HASHED
from building.security import FRAMED, HEADERS

SCRIPT_TYPES = frozenset(("text/javascript", "application/javascript", "application/x-javascript"))
TYPES = {
    ".html": frozenset(("text/html",)),
    ".css": frozenset(("text/css",)),
    ".js": SCRIPT_TYPES,
    ".mjs": SCRIPT_TYPES,
    ".json": frozenset(("application/json",)),
    ".wasm": frozenset(("application/wasm",)),
    ".svg": frozenset(("image/svg+xml",)),
    ".png": frozenset(("image/png",)),
    ".xml": frozenset(("application/xml", "text/xml")),
}
WORTH_PACKING = 1_400  # bytes: less travels in one go anyway
SHORT, LONG = 600, 30 * 86_400  # seconds
QUOTED = 300  # characters of a header


def find_in_sending(visit: Visit) -> Iterator[Finding]:
    for address, answer in visit.good.items():
        yield from judge_type(address, answer)
        yield from judge_packing(address, answer)
        yield from judge_headers(address, answer)
        yield from judge_caching(address, answer)
    for address, answer in visit.pages.items():
        yield from judge_policy(address, answer, visit.host.address)
    yield from find_wrong_choices(visit)


def judge_type(address: str, answer: Answer) -> Iterator[Finding]:
    told, _, rest = answer.headers.get("content-type", "").lower().partition(";")
    ending = ".html" if is_page(address) else PurePosixPath(address).suffix
    right = TYPES.get(ending)
    if right and told.strip() not in right:
        yield Finding(Kind.TYPE, address, f"{told.strip() or '没有写'}，应当是 {sorted(right)[-1]}")
    charset = re.search(r'charset="?([\w-]+)', rest)
    if charset and charset[1] not in ("utf-8", "utf8") and ending in (".html", ".css", ".js", ".mjs", ".json"):
        yield Finding(Kind.CHARSET, address, charset[1])


def judge_packing(address: str, answer: Answer) -> Iterator[Finding]:
    """Pages, styles and scripts come compressed; the runtime brings copies of its own where hosts do not."""
    is_text = is_page(address) or (address.endswith((".css", ".js")) and not address.startswith("runtime/"))
    is_packed = "content-encoding" in answer.headers
    if is_text and not is_packed and len(answer.body) > WORTH_PACKING:
        yield Finding(Kind.PLAIN, address)
    if is_packed and "accept-encoding" not in answer.headers.get("vary", "").lower():
        yield Finding(Kind.VARY, address)


def judge_headers(address: str, answer: Answer) -> Iterator[Finding]:
    sniffing = "x-content-type-options"
    if answer.headers.get(sniffing, "").lower() != HEADERS[sniffing]:
        yield Finding(Kind.HEADER, address, f"X-Content-Type-Options: {HEADERS[sniffing]}")
    if "set-cookie" in answer.headers:
        yield Finding(Kind.COOKIE, address, answer.headers["set-cookie"].partition("=")[0])
    if not is_page(address):
        return
    referrer = "referrer-policy"
    if answer.headers.get(referrer, "").lower() != HEADERS[referrer]:
        yield Finding(Kind.HEADER, address, f"Referrer-Policy: {HEADERS[referrer]}")
    policy = answer.headers.get("content-security-policy", "").lower()
    directives = {words[0]: words[1:] for part in re.split("[;,]", policy) if (words := part.split())}
    yield from judge_framing(address, answer, directives.get("frame-ancestors"))


def judge_policy(address: str, answer: Answer, site: str) -> Iterator[Finding]:
    """Of two policies a browser takes the stricter in each point: a host's own can only forbid more."""
    header = answer.headers.get("content-security-policy", "")
    if forbidding := list_forbidden(header, answer.text, site):
        told = header if len(header) <= QUOTED else f"{header[:QUOTED]}…"
        yield Finding(Kind.POLICY, address, f"{'、'.join(forbidding)}，整行是 Content-Security-Policy: {told}")


def judge_framing(address: str, answer: Answer, ancestors: list[str] | None) -> Iterator[Finding]:
    """Pages for frames may stand in other sites, all others in none."""
    own = {"'self'", "'none'"}
    if not address.startswith(FRAMED):
        if not ancestors or not own >= set(ancestors):
            yield Finding(Kind.HEADER, address, f"Content-Security-Policy: {HEADERS['content-security-policy']}")
    elif ancestors is not None and own >= set(ancestors):
        yield Finding(Kind.FRAME, address, f"frame-ancestors {' '.join(ancestors)}")
    elif "x-frame-options" in answer.headers:
        yield Finding(Kind.FRAME, address, f"X-Frame-Options: {answer.headers['x-frame-options']}")


def judge_caching(address: str, answer: Answer) -> Iterator[Finding]:
    """Only what never changes is kept; a year for the runtime's megabytes; small files may be asked for again."""
    told = answer.headers.get("cache-control", "")
    seconds = read_seconds(told)
    if not HASHED.search(address):
        if seconds is None or seconds > SHORT:
            yield Finding(Kind.STALE, address, told or "没有写 Cache-Control")
    elif address.startswith("runtime/") and (seconds or 0) < LONG:
        yield Finding(Kind.FORGOTTEN, address, told or "没有写 Cache-Control")


def read_seconds(caching: str) -> int | None:
    """For how long a browser may keep it unasked; None where it may choose."""
    said = {part.strip().lower() for part in caching.split(",")}
    if said & {"no-cache", "no-store"}:
        return 0
    ages = [re.fullmatch(r"max-age=\"?(\d+)\"?", part) for part in said]
    return max((int(age[1]) for age in ages if age), default=None)


def find_wrong_choices(visit: Visit) -> Iterator[Finding]:
    """One of each kind, asked for by browsers that take no compression, and brotli alone."""
    for address in list_samples(visit):
        for encodings in ("identity", "br"):
            answer = visit.host.ask(address, encodings)
            chosen = answer.headers.get("content-encoding", "identity").lower()
            if answer.status != 200 or chosen not in ("identity", encodings):
                yield Finding(Kind.UNASKED, address, f"要的是 {encodings}，来的是 {chosen}（{answer.status}）")
            elif chosen == "identity" and (wrong := is_changed(visit, address, answer)):
                yield Finding(Kind.CHANGED, address, "不要压缩的浏览器得到的" if wrong else "")
            elif chosen == "br" and "accept-encoding" not in answer.headers.get("vary", "").lower():
                yield Finding(Kind.VARY, address, "br")


def is_changed(visit: Visit, address: str, answer: Answer) -> bool:
    """Is it wrong in this way only? What is wrong in every way is told already."""
    expected, usual = visit.files.get(address), visit.good.get(address)
    if expected is None or usual is None or not is_as_built(address, usual, expected):
        return False
    return not is_as_built(address, answer, expected)


def list_samples(visit: Visit) -> list[str]:
    """The home page, and a script, a style and a piece of the runtime."""
    patterns = (r"$", r"assets/page\..*\.js$", r"assets/site\..*\.css$", r"runtime/calculator\..*\.bin$")
    found = (next((name for name in visit.good if re.match(pattern, name)), None) for pattern in patterns)
    return [name for name in found if name is not None]
