"""Make a folder again only when what it is made from has changed.

The stamp lies inside the folder it speaks of: deleting the folder deletes the stamp.
"""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

STAMP = ".made-from"


def make_when_changed(folder: Path, inputs: Iterable[Path | str], make: Callable[[], None], layer: str = "") -> None:
    """Call `make`, which fills the folder, unless the folder was made from these very inputs.

    Each layer of a folder has a stamp of its own.
    """
    if is_made_from(folder, inputs := list(inputs), layer):
        return
    stamp = folder / f"{STAMP}{layer}"
    stamp.unlink(missing_ok=True)
    make()
    stamp.write_text(hash_inputs(inputs))


def is_made_from(folder: Path, inputs: Iterable[Path | str], layer: str = "") -> bool:
    stamp = folder / f"{STAMP}{layer}"
    return stamp.is_file() and stamp.read_text() == hash_inputs(inputs)


def hash_inputs(inputs: Iterable[Path | str]) -> str:
    """One hash over texts, files and whole folders."""
    digest = hashlib.sha256()
    for item in inputs:
        for part in [item] if isinstance(item, str) else list_files(item):
            content = part.encode() if isinstance(part, str) else str(part).encode() + b"\0" + part.read_bytes()
            digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def list_files(path: Path) -> list[Path]:
    """The file itself, or every file of a folder; bytecode is no input."""
    if path.is_file():
        return [path]
    return sorted(file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
