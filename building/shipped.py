"""Which of the calculator's files go to the browser: all but what only the build, the checks or a terminal needs."""

import shutil
from pathlib import Path

from building.freshness import list_files
from building.places import CALC

LEFT_OUT = (*(CALC / room for room in ("explainer", "proof", "open_data", "commands")), CALC / "__main__.py")


def list_shipped() -> list[Path]:
    return [file for file in list_files(CALC) if not any(file.is_relative_to(left) for left in LEFT_OUT)]


def copy_shipped(folder: Path) -> None:
    """Lay calc/ into a folder as the browser gets it."""
    for file in list_shipped():
        target = folder / file.relative_to(CALC.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def copy_whole(folder: Path) -> None:
    """Lay all of calc/ into a folder, as the wheel has it that is offered for other programs."""
    shutil.copytree(CALC, folder / CALC.name, ignore=shutil.ignore_patterns("__pycache__"))
