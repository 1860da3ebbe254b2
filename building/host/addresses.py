"""What a host answers beside the files: to a wrong address, to a missing slash, to search engines, over plain http."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from building.compressing import hash_bytes
from building.host.asking import MOVED, Answer, Host
from building.host.editions import Named
from building.host.findings import Finding, Kind
from building.host.sending import SHORT, read_seconds
from building.host.visit import NOT_THERE, NOWHERE, OWN_PAGE, Visit

NOT_FOUND = "404.html"


def find_in_addresses(visit: Visit) -> Iterator[Finding]:
    yield from find_in_errors(visit)
    yield from find_without_slash(visit)
    yield from find_against_searching(visit)
    yield from find_plain_http(visit.host)


def find_in_errors(visit: Visit) -> Iterator[Finding]:
    """What is missing for a moment, in a deploy, must not be missing for long."""
    page = visit.no_page
    for address, answer in ((NOT_THERE, visit.missing), (NOWHERE, page)):
        if answer.status != 404:
            yield Finding(Kind.SAYS_FOUND, address, str(answer.status))
        elif (read_seconds(answer.headers.get("cache-control", "")) or 0) > SHORT:
            yield Finding(Kind.ERROR_KEPT, address, answer.headers["cache-control"])
    own, built = visit.good.get(NOT_FOUND), visit.files.get(NOT_FOUND)
    rights = {*([hash_bytes(own.content)] if own else []), *([built.sha256] if built else [])}
    if page.status == 404 and own and hash_bytes(page.content) not in rights:
        yield Finding(Kind.NO_404_PAGE, NOWHERE)
    if page.status == 404 and OWN_PAGE in page.text:
        yield from find_leading_out(visit.host, page)


def find_leading_out(host: Host, page: Answer) -> Iterator[Finding]:
    """The page for what is missing is shown at every address: it has to know in which folder the site lies."""
    root = f"{host.scheme}://{urlsplit(host.address).netloc}/"
    wanted = (host.resolve(NOWHERE, address) for address in Named(page.text).addresses)
    out = [address for address in wanted if address.startswith(root) and not address.startswith(host.address)]
    if out:
        yield Finding(Kind.LEADS_OUT, NOT_FOUND, out[0])


def find_without_slash(visit: Visit) -> Iterator[Finding]:
    """One folder of each first name; relative addresses in a page lead astray where its own has no slash."""
    folders = {name.partition("/")[0]: name for name in visit.pages if name.endswith("/") and name}
    for folder in folders.values():
        address = folder.removesuffix("/")
        answer = visit.host.ask(address, "gzip")
        location = answer.headers.get("location", "")
        if answer.status not in MOVED:
            yield Finding(Kind.NO_SLASH, address, str(answer.status or answer.reason))
        elif visit.host.resolve(address, location).partition("?")[0] != visit.host.address + folder:
            yield Finding(Kind.NO_SLASH, address, f"转到 {location}")


def find_against_searching(visit: Visit) -> Iterator[Finding]:
    """Search engines ask the whole host for robots.txt: none is as good as one that allows."""
    for address, page in visit.pages.items():
        told = page.headers.get("x-robots-tag", "").lower()
        if "noindex" in told or "none" in told.split(","):
            yield Finding(Kind.ROBOTS, address, f"X-Robots-Tag: {told}")
    answer = visit.host.ask("/robots.txt", "gzip")
    if answer.status >= 500 or answer.status == 0:
        yield Finding(Kind.ROBOTS, "/robots.txt", str(answer.status or answer.reason))
    if answer.status == 200:
        yield from read_robots(answer, visit.host.folder)


def read_robots(answer: Answer, folder: str) -> Iterator[Finding]:
    if answer.content.lstrip().lower().startswith((b"<!doctype", b"<html")):
        yield Finding(Kind.ROBOTS, "/robots.txt", "来的是一个网页")
        return
    is_for_all = in_names = False
    for line in answer.text.splitlines():
        name, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if name.lower() == "user-agent":
            is_for_all = value == "*" or (in_names and is_for_all)
        in_names = name.lower() == "user-agent" if name else in_names
        if is_for_all and name.lower() == "disallow" and value and folder.startswith(value.rstrip("*")):
            yield Finding(Kind.ROBOTS, "/robots.txt", f"Disallow: {value}")


def find_plain_http(host: Host) -> Iterator[Finding]:
    """Who types the address without https must get there all the same, at the usual port."""
    if host.scheme != "https" or host.port not in (None, 443):
        return
    with Host(f"http://{host.name}{host.folder}") as plain:
        answer = plain.ask("")
    location = answer.headers.get("location", "")
    if answer.status and not (answer.status in MOVED and urlsplit(location).scheme == "https"):
        yield Finding(Kind.HTTP, plain.address, str(answer.status))
