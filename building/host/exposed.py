"""What a host shows that is not to be published: lists of folders, what lies beside site/, what was left over."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from building.host.findings import Finding, Kind
from building.host.visit import Visit

BESIDE = (
    *(".git/HEAD", ".git/config", ".gitignore", ".svn/entries", ".made-from", ".env", ".DS_Store"),
    *("build.py", "mkdocs.yml", "reviews.toml", "calc/web.py"),
)
"""What lies beside site/, or lay in it once, and is nobody's business."""
PACKED = ("site", "web", "www", "wwwroot", "html", "htdocs", "backup", "index.html")
ENDINGS = (".zip", ".tar.gz", ".tgz", ".tar", ".rar", ".7z", ".bak", ".old")
"""What a folder is called once it is packed, or set aside before a deploy."""
ENOUGH = 4_096  # bytes that tell whether something is there; an archive may be large


def find_exposed(visit: Visit) -> Iterator[Finding]:
    """Ask where the host can say no at all."""
    if 200 in (visit.missing.status, visit.no_page.status):
        return
    for address, answer in visit.host.ask_all(list_unpublished(visit), "identity", ENOUGH).items():
        if answer.status == 200:
            yield Finding(Kind.EXPOSED, address)
    yield from find_listings(visit)


def list_unpublished(visit: Visit) -> list[str]:
    """Addresses at which nothing of ours lies; archives are called after the folder too."""
    own = PurePosixPath(visit.host.folder).name
    packed = [f"{name}{ending}" for name in dict.fromkeys((*PACKED, *([own] if own else []))) for ending in ENDINGS]
    return [address for address in (*BESIDE, *packed) if address not in visit.files]


def find_listings(visit: Visit) -> Iterator[Finding]:
    """A folder without a page of its own is answered with what lies in it."""
    for folder, answer in visit.host.ask_all(list_folders(visit), "gzip").items():
        names = {PurePosixPath(address).name for address in visit.files if address.startswith(folder)}
        if answer.status == 200 and any(name in answer.text for name in names):
            yield Finding(Kind.LISTED, folder)


def list_folders(visit: Visit) -> list[str]:
    """The folders that have files and no page."""
    above = {f"{folder}/" for address in visit.files for folder in PurePosixPath(address).parents if folder.name}
    return sorted(folder for folder in above if folder not in visit.files)
