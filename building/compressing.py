"""Files compressed as well as can be, once for each content: what a host hands out where it may."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from building.commands import run
from building.places import BIN, COMPRESSED

COMPRESS = Path(__file__).parent / "inside/compress.mjs"
WAYS: Mapping[str, str] = {"gzip": ".gz", "brotli": ".br"}
"""What a compressed copy is called."""


def compress_files(files: Iterable[Path]) -> None:
    """Lay a .gz and a .br beside each file."""
    kept = {file: COMPRESSED / hash_bytes(file.read_bytes()) for file in files}
    missing = {file: copy for file, copy in kept.items() if not copy.with_suffix(".br").exists()}
    if missing:
        print("Compressing the runtime …", flush=True)
        COMPRESSED.mkdir(parents=True, exist_ok=True)
        for file, copy in missing.items():
            shutil.copyfile(file, copy)
        run(BIN / "node", COMPRESS, *missing.values(), advice="Node could not compress these files.")
        for copy in missing.values():
            copy.unlink()
    for file, copy in kept.items():
        for ending in WAYS.values():
            shutil.copyfile(copy.with_suffix(ending), file.with_name(file.name + ending))


def hash_bytes(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
