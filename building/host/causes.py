"""Why files are not where they belong, or not as they were built: a second look tells what hands and transfers did."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from building.compressing import hash_bytes
from building.host.asking import Answer, Host
from building.host.findings import Finding, Kind
from building.host.visit import OWN_PAGE, Expected, Visit, is_as_built, read_manifest
from building.manifest import NAME as MANIFEST
from building.service_worker import NAME as WORKER

MARK = b"\xef\xbb\xbf"
"""What some editors write in front of a text."""
INDEX = "index.html"
BUILT = "site"
SPELLINGS = (str.lower, str.upper, str.capitalize)
TRIED = 5  # files that are looked for under other names: they tell for all


def find_change(content: bytes, expected: Expected) -> Kind | None:
    """What was done to a text on its way, where undoing it gives what was built."""
    unmarked = content.removeprefix(MARK)
    undone = {
        Kind.LINE_ENDS: (content.replace(b"\r\n", b"\n"),),
        Kind.MARKED: (unmarked, unmarked.replace(b"\r\n", b"\n")),
    }
    return next((kind for kind, texts in undone.items() if expected.sha256 in map(hash_bytes, texts)), None)


def find_causes(visit: Visit) -> Iterator[Finding]:
    """Tell of pages that no folder shows, and of files under another name or in another folder."""
    yield from find_without_index(visit)
    yield from find_renamed(visit)
    if not visit.has_manifest:
        yield from find_elsewhere(visit.host)


def find_without_index(visit: Visit) -> Iterator[Finding]:
    """A folder's page does not lie there, or it does and is not what the folder's address shows."""
    folders = [name for name in dict.fromkeys(["", *visit.files]) if name == "" or name.endswith("/")]
    wrong = [name for name in folders if shows_no_page(visit.answers[name])][:TRIED]
    for name, answer in visit.host.ask_all((f"{folder}{INDEX}" for folder in wrong), "gzip").items():
        folder = name.removesuffix(INDEX)
        if is_right(visit, folder, answer):
            yield Finding(Kind.NO_DEFAULT, folder)
        elif answer.status == 404 and visit.files:
            yield Finding(Kind.NO_INDEX, folder)


def shows_no_page(answer: Answer) -> bool:
    """Nothing came, or a list of what lies in the site's folder."""
    return answer.status in (403, 404) or (OWN_PAGE not in answer.text and WORKER in answer.text)


def is_right(visit: Visit, address: str, answer: Answer) -> bool:
    """Is this the file? Where nothing is known of it, a page of ours is."""
    expected = visit.files.get(address)
    if answer.status != 200:
        return False
    return is_as_built(address, answer, expected) if expected else OWN_PAGE in answer.text


def find_renamed(visit: Visit) -> Iterator[Finding]:
    """Some ways of transferring files write all their names in capitals, or in small letters."""
    missing = [name for name, answer in visit.answers.items() if answer.status == 404][:TRIED]
    names = {other: name for name in missing for other in list_spellings(name_file(name))}
    for other, answer in visit.host.ask_all(names, "gzip").items():
        name = names[other]
        is_manifest = name == MANIFEST and read_manifest(answer) is not None
        if is_manifest or (name != MANIFEST and is_right(visit, name, answer)):
            yield Finding(Kind.RENAMED, name, f"那里的叫 {other}")


def name_file(address: str) -> str:
    return f"{address}{INDEX}" if address == "" or address.endswith("/") else address


def list_spellings(name: str) -> list[str]:
    path = PurePosixPath(name)
    spelt = (name.lower(), name.upper(), *(path.with_name(change(path.name)).as_posix() for change in SPELLINGS))
    return [other for other in dict.fromkeys(spelt) if other != name]


def find_elsewhere(host: Host) -> Iterator[Finding]:
    """The folder was copied with what lies in it, or what lies in it one folder too high."""
    folder = PurePosixPath(host.folder)
    inner = [f"{name}/" for name in dict.fromkeys((BUILT, folder.name)) if name]
    outer = [f"{folder.parent.as_posix().rstrip('/')}/"] if folder.name else []
    for place in (*inner, *outer):
        if read_manifest(host.ask(f"{place}{MANIFEST}", "gzip")) is not None:
            yield Finding(Kind.ELSEWHERE, MANIFEST, f"网站在 {host.resolve('', place)}")
