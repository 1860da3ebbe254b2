"""Persons at the command line: what they ask, in a file each, and what they are told, in another.

`python -m tests.command_line` writes anew what they are told; read the difference before you keep it.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from building.places import ROOT

FOLDER = Path(__file__).parent
PERSONS = {
    "worker-in-jining": ("assess", "jining", "--who", "worker"),
    "workshop-in-ningxia": ("assess", "ningxia", "--who", "carrier"),
    "employer-in-jining": ("assess", "jining", "--who", "employer"),
    "worker-anywhere": ("compare",),
}
"""Each person's command, without the facts."""
_MARKS = (re.compile(r"(?<=条款指纹 )[0-9a-f]+"), re.compile(r"(?<=计算器 )[\d.]+"))
"""What a new declaration or version changes and no person reads."""


def call(*words: str, typed: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a program of its own."""
    command, known = (sys.executable, "-m", "calc", *words), _environ()
    return subprocess.run(command, cwd=ROOT, input=typed.encode(), capture_output=True, env={**known, **env})


def tell(person: str) -> str:
    """What a person is told, without the marks that change."""
    done = call(*PERSONS[person], "--facts", str(FOLDER / f"{person}.json"))
    assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
    text = done.stdout.decode()
    for mark in _MARKS:
        text = mark.sub("……", text)
    return text


def _environ() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
