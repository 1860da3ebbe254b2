"""The source itself is checked like everything else: `python3 build.py test -k mypy` runs one of these alone."""

import subprocess
import sys

import pytest

from building.places import BIN, NODE_MODULES, ROOT

CHECKS = {
    "ruff": (sys.executable, "-m", "ruff", "check", "."),
    "format": (sys.executable, "-m", "ruff", "format", "--check", "."),
    "mypy": (sys.executable, "-m", "mypy"),
    "typescript": (str(BIN / "node"), str(NODE_MODULES / "typescript/bin/tsc"), "--project", "tsconfig.json"),
}


@pytest.mark.parametrize("name", CHECKS)
def test_source_passes(name: str) -> None:
    done = subprocess.run(CHECKS[name], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"
