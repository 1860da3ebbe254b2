"""Write the script that keeps the site for days without a network, with the list of kept files and their hashes."""

from collections.abc import Iterator
from pathlib import Path

from building.bundles import bundle_asset
from building.compressing import WAYS, hash_bytes
from building.folder_search import FILE
from building.runtime import WHOLE

NAME = "service_worker.js"
DIGITS = 12  # of the version, which is a hash over everything that is kept
NOT_FOR_READING = ("data/", "licences/", "bom.json")
"""For other programs, and for who asks for licences: no phone keeps them."""
LEFT_OUT = frozenset(WAYS.values())  # copies for the server; the cache holds what comes out of them


def lay_service_worker(site: Path) -> str:
    """Write service_worker.js for what lies in the site now: any change to that is a new version. Which one is it?"""
    files = [*list_kept_files(site)]
    kept = {name_address(file, site): hash_bytes(file.read_bytes()) for file in files}
    version = hash_bytes("".join(f"{address} {digest}\n" for address, digest in kept.items()).encode())[:DIGITS]
    size = sum(file.stat().st_size for file in files)
    described = {"version": version, "size": size, "files": kept}
    bundle_asset(NAME, site / NAME, {"SITE": described})
    return version


def list_kept_files(site: Path) -> Iterator[Path]:
    """Every file but this script, copies for the server, what only a folder needs, whole modules, and the plain way."""
    runtime = site / "runtime"
    for file in sorted(site.rglob("*")):
        is_beside_runtime = runtime in file.parents and (
            file.suffix == ".js" or file.parent != runtime or file.name.startswith(WHOLE)
        )
        is_hidden = any(part.startswith(".") for part in file.relative_to(site).parts)
        is_left_out = is_hidden or is_beside_runtime or file in (site / NAME, site / FILE) or file.suffix in LEFT_OUT
        is_for_others = file.relative_to(site).as_posix().startswith(NOT_FOR_READING)
        if file.is_file() and not is_left_out and not is_for_others:
            yield file


def name_address(file: Path, site: Path) -> str:
    """The address, relative to the site's root, under which visitors ask for a file: a folder for its index.html."""
    address = file.relative_to(site).as_posix().removesuffix("index.html")
    return address or "./"
