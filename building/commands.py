"""Run another program, and say in one sentence what to do when it fails."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from building.places import ROOT


def run(*command: str | Path, advice: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a command in the project's folder, and stop with the advice when it fails."""
    if not succeeds(*command, environment=environment):
        stop(advice)


def succeeds(*command: str | Path, environment: Mapping[str, str] | None = None) -> bool:
    """Run a command in the project's folder. Did it succeed?"""
    sys.stdout.flush()  # what we said so far comes before what the command says
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL)
    return done.returncode == 0


def stop(advice: str) -> NoReturn:
    """End with one sentence that says what to do."""
    raise SystemExit(f"\n{advice}")
