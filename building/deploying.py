"""Lay the site into a web server's folder: whoever visits it meanwhile meets whole pages with all their files.

What has its hash in its name comes first and is kept for a while, as open pages ask for it. Then come other files, the
pages, and the service worker at the end. Each file is written beside its place, which it takes at once. A record in the
folder tells which files are ours: nobody else's are touched. It is written before anything else, so that the next run
ends what an interrupted one began.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from building.commands import say, stop
from building.compressing import hash_bytes
from building.lasting import HASHED
from building.manifest import NAME as MANIFEST
from building.places import ROOT, SITE
from building.service_worker import NAME as WORKER

RECORD = ".laid.json"
"""Names no more than the manifest does: it may be read by anybody."""
BESIDE = ".being-laid"
"""How a file is called until it is whole."""
KEPT_BUILDS = 2
KEPT_DAYS = timedelta(days=30)

Files = Mapping[str, str]
"""The hash of each file, by its path in the site."""


@dataclass(frozen=True)
class Build:
    """What was laid once, and when."""

    laid: datetime
    files: Files


def update_folder(folder: Path, *, force: bool = False, site: Path = SITE, now: datetime | None = None) -> None:
    """Bring a folder to what lies in the site, and say so in one line."""
    now = now or datetime.now().astimezone()
    refuse_own_folders(folder, site)
    new = read_site(site)
    builds = read_record(folder)
    refuse_foreign(folder, new, builds, force=force)
    folder.mkdir(parents=True, exist_ok=True)
    if not builds or builds[-1].files != new:
        builds = [*builds, Build(now, new)]
    write_record(folder, builds)
    laid = lay_files(site, folder, new)
    kept = list_kept(builds, now)
    removed = remove_files(folder, builds, kept)
    write_record(folder, kept)
    say(f"{folder}：放好了 {len(new)} 个文件，其中 {laid} 个有变化；删掉旧文件 {removed} 个。")


def refuse_own_folders(folder: Path, site: Path) -> None:
    """Somebody may mean the folder that holds site/, or site/ itself: that would publish or delete what is ours."""
    target = folder.resolve()
    if target == site.resolve() or target in (ROOT, *ROOT.parents):
        stop(f"{folder} 里是本项目自己的文件。请写网站服务器的文件夹。")
    if folder.exists() and not folder.is_dir():
        stop(f"{folder} 不是文件夹。")


def read_site(site: Path) -> dict[str, str]:
    """Everything that is to be published."""
    files = {file.relative_to(site): file for file in sorted(site.rglob("*")) if file.is_file()}
    shown = {name: file for name, file in files.items() if not any(part.startswith(".") for part in name.parts)}
    if Path("index.html") not in shown:
        stop("site/ 里没有网站：先运行 python3 build.py build。")
    return {name.as_posix(): hash_file(file) for name, file in shown.items()}


def read_record(folder: Path) -> list[Build]:
    """What was laid here before, the last one at the end; without a record what an edition's own manifest names."""
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return [Build(datetime.fromisoformat(one["laid"]), check_names(one["files"])) for one in told["builds"]]
    except FileNotFoundError:
        return list(read_earlier(folder))
    except (ValueError, TypeError, KeyError, AttributeError):
        stop(f"{folder / RECORD} 读不出来：用备份恢复它；没有备份，就删掉它，加 --force 再运行一次。")


def read_earlier(folder: Path) -> Iterator[Build]:
    """An edition that somebody copied here by hand."""
    manifest = folder / MANIFEST
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
        files = check_names({name: file["sha256"] for name, file in told["files"].items()})
        laid = datetime.fromtimestamp(manifest.stat().st_mtime).astimezone()
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return  # there is none, or it is another application's
    yield Build(laid, {**files, MANIFEST: hash_file(manifest)})


def check_names(files: Mapping[str, str]) -> Files:
    """Names within the folder: a record that was tampered with leads nowhere else."""
    for name, digest in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or path.as_posix() != name or not isinstance(digest, str):
            raise ValueError(name)
    return files


def write_record(folder: Path, builds: Iterable[Build]) -> None:
    told = {"builds": [{"laid": build.laid.isoformat(), "files": build.files} for build in builds]}
    put_file(folder / RECORD, json.dumps(told, indent=1).encode())


def refuse_foreign(folder: Path, new: Files, builds: list[Build], *, force: bool) -> None:
    """Stop where something that we have not laid has a name of ours."""
    blocked = [name for name in new if is_blocked(folder, PurePosixPath(name))]
    if blocked:
        stop(f"{folder} 里的 {blocked[0]} 是文件夹，或者在一个链接后面，不能换。什么都没有动。")
    foreign = [name for name, digest in new.items() if is_foreign(folder / name, {digest, *list_hashes(builds, name)})]
    if foreign and not force:
        listed = "、".join(foreign[:5]) + (f" 等 {len(foreign)} 个" if len(foreign) > 5 else "")
        stop(f"{folder} 里有同名的文件，不是这个程序放的：{listed}。什么都没有动。确认可以换掉，再加 --force。")


def is_blocked(folder: Path, name: PurePosixPath) -> bool:
    """Does a folder lie at the name, or a file or a way out of the folder above it?"""
    above = [folder / parent for parent in name.parents if parent != PurePosixPath(".")]
    return (folder / name).is_dir() or any(path.is_symlink() or path.is_file() for path in above)


def is_foreign(file: Path, ours: set[str]) -> bool:
    return (file.is_symlink() or file.exists()) and hash_file(file) not in ours


def list_hashes(builds: Iterable[Build], name: str) -> set[str]:
    return {build.files[name] for build in builds if name in build.files}


def lay_files(site: Path, folder: Path, new: Files) -> int:
    """Lay what is not there yet, in the order that is safe at every moment. How many files were that?"""
    changed = [name for name in sorted(new, key=rank) if not is_there(folder / name, new[name])]
    for name in changed:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        put_file(folder / name, (site / name).read_bytes())
    return len(changed)


def rank(name: str) -> tuple[int, str]:
    """What others ask for comes before them; a list of files comes after the files."""
    if HASHED.search(name):
        return 0, name
    if name == WORKER:
        return 5, name
    if name == MANIFEST:
        return 4, name
    if name.endswith(".html"):
        return 3, name
    return (2 if name.endswith("/manifest.json") else 1), name


def is_there(file: Path, digest: str) -> bool:
    return file.is_file() and not file.is_symlink() and hash_file(file) == digest


def put_file(file: Path, content: bytes) -> None:
    """Write a file beside its place, whole and onto the disk, before it takes it."""
    beside = file.with_name(f".{file.name}{BESIDE}")
    with beside.open("wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    beside.replace(file)


def list_kept(builds: list[Build], now: datetime) -> list[Build]:
    """The last builds, and those that were replaced not long ago."""
    earlier, last = builds[:-KEPT_BUILDS], builds[-KEPT_BUILDS:]
    replaced = [build.laid for build in builds[1:]]
    lately = (build for build, until in zip(earlier, replaced, strict=False) if until > now - KEPT_DAYS)
    return [*lately, *last]


def remove_files(folder: Path, builds: list[Build], kept: list[Build]) -> int:
    """Remove what we laid and nobody asks for any more, unless somebody has changed it. How many files were that?"""
    new = builds[-1].files
    needed = {*new, *(name for build in kept for name in build.files if HASHED.search(name))}
    count = 0
    for name in sorted({name for build in builds for name in build.files} - needed):
        file = folder / name
        if file.is_file() and not is_foreign(file, list_hashes(builds, name)):
            file.unlink()
            remove_empty(folder, file.parent)
            count += 1
    for place in {(folder / name).parent for build in builds for name in build.files}:
        for left in place.glob(f".*{BESIDE}"):  # by a run that was interrupted
            left.unlink()
    return count


def remove_empty(folder: Path, place: Path) -> None:
    """Remove the folders that nothing is left in."""
    while place != folder and not any(place.iterdir()):
        place.rmdir()
        place = place.parent


def hash_file(file: Path) -> str:
    return hash_bytes(file.read_bytes()) if file.is_file() else ""
