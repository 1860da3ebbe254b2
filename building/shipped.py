"""Which of the calculator's files go to the browser: all but what only the build, the checks or a terminal needs."""

import ast
import hashlib
import shutil
import zipfile
from pathlib import Path

from building.freshness import list_files
from building.places import CALC

LEFT_OUT = (*(CALC / room for room in ("explainer", "proof", "open_data", "batches", "commands")), CALC / "__main__.py")
EDITION = CALC / "edition.py"
"""Tells which calculator it is; only the copies for the browser are given an edition."""


def list_shipped() -> list[Path]:
    return [file for file in list_files(CALC) if not any(file.is_relative_to(left) for left in LEFT_OUT)]


def copy_shipped(folder: Path) -> None:
    """Lay calc/ into a folder as the browser gets it, with its edition."""
    copies = {file.relative_to(CALC.parent): folder / file.relative_to(CALC.parent) for file in list_shipped()}
    for name, target in copies.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CALC.parent / name, target)
    digest = hashlib.sha256()
    for name, target in copies.items():  # the copies: what is edited meanwhile is not in them
        digest.update(f"{name.as_posix()} {hashlib.sha256(target.read_bytes()).hexdigest()}\n".encode())
    module = copies[EDITION.relative_to(CALC.parent)]
    told = module.read_text(encoding="utf-8").replace('EDITION = ""', f'EDITION = "{digest.hexdigest()}"')
    module.write_text(told, encoding="utf-8")


def copy_whole(folder: Path) -> None:
    """Lay all of calc/ into a folder, as the wheel has it that is offered for other programs."""
    shutil.copytree(CALC, folder / CALC.name, ignore=shutil.ignore_patterns("__pycache__"))


def read_edition(wheel: Path) -> str:
    """The edition of the calculator in a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        module = ast.parse(archive.read(EDITION.relative_to(CALC.parent).as_posix()))
    (edition,) = (ast.literal_eval(line.value) for line in module.body if isinstance(line, ast.Assign))
    return str(edition)
