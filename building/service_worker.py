"""The script that keeps the site for days without a network, with the list of what it keeps."""

from collections.abc import Iterator
from pathlib import Path

from building import folder_search
from building.compressing import hash_bytes
from building.places import RUNTIME, SITE
from building.scripts import bundle_script

DIGITS = 12  # of the version, which is a hash over everything that is kept
LEFT_OUT = (".br", ".gz")  # copies for the server; the cache holds what comes out of them
FOR_FOLDERS = SITE / folder_search.FILE


def lay_service_worker() -> None:
    """Write site/service_worker.js for what lies in site/ now: any change to that is a new version."""
    kept = {name_address(file): hash_bytes(file.read_bytes()) for file in list_kept_files()}
    version = hash_bytes("".join(f"{address} {digest}\n" for address, digest in kept.items()).encode())[:DIGITS]
    bundle_script("service_worker.js", SITE / "service_worker.js", {"SITE": {"version": version, "files": [*kept]}})


def list_kept_files() -> Iterator[Path]:
    """Every file but copies for the server, what only a folder needs, and the plain way, which needs the network."""
    for file in sorted(SITE.rglob("*")):
        is_beside_runtime = RUNTIME in file.parents and (file.suffix == ".js" or file.parent != RUNTIME)
        is_hidden = any(part.startswith(".") for part in file.relative_to(SITE).parts)
        is_left_out = is_hidden or is_beside_runtime or file == FOR_FOLDERS or file.suffix in LEFT_OUT
        if file.is_file() and not is_left_out:
            yield file


def name_address(file: Path) -> str:
    """The address, relative to the site's root, under which visitors ask for a file: a folder for its index.html."""
    address = file.relative_to(SITE).as_posix().removesuffix("index.html")
    return address or "./"
