"""Compressed copies beside files: a .gz in no time, and for public hosts a .br that is as small as can be."""

import gzip
import hashlib
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from building.commands import run, say
from building.places import BIN, COMPRESSED

COMPRESS = Path(__file__).parent / "inside/compress.mjs"
WAYS: Mapping[str, str] = {"gzip": ".gz", "brotli": ".br"}
"""What a compressed copy is called."""


def gzip_files(files: Iterable[Path]) -> None:
    """Lay a .gz beside each file."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(gzip_file, files))


def gzip_file(file: Path) -> None:
    name_copy(file, "gzip").write_bytes(gzip.compress(file.read_bytes(), mtime=0))


def compress_for_hosts(files: Iterable[Path]) -> None:
    """Lay a .br beside each file. That takes a minute: it is done once for each content."""
    kept = {file: COMPRESSED / f"{hash_bytes(file.read_bytes())}.br" for file in files}
    missing = {file: copy for file, copy in kept.items() if not copy.exists()}
    if missing:
        say("Compressing the runtime for public hosts (about a minute at first) …")
        COMPRESSED.mkdir(parents=True, exist_ok=True)
        pairs = (path for pair in missing.items() for path in pair)
        run(BIN / "node", COMPRESS, *pairs, advice="Node could not compress these files.")
    for file, copy in kept.items():
        shutil.copyfile(copy, name_copy(file, "brotli"))


def name_copy(file: Path, way: str) -> Path:
    return file.with_name(file.name + WAYS[way])


def hash_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
