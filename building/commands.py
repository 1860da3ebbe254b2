"""Run another program, and say in one sentence what to do when it fails."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from building.places import ROOT


def run(*command: str | Path, advice: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a command in the project's folder, and stop with the advice when it fails."""
    if not succeeds(*command, environment=environment):
        stop(advice)


def succeeds(*command: str | Path, environment: Mapping[str, str] | None = None) -> bool:
    """Run a command in the project's folder. Did it succeed? What it says is shown only when it did not."""
    settings = {**os.environ, **(environment or {})}
    done = subprocess.run(
        command, cwd=ROOT, env=settings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode != 0:
        print(done.stdout.decode(errors="replace"))
    return done.returncode == 0


def stop(advice: str) -> NoReturn:
    """End with one sentence that says what to do."""
    raise SystemExit(f"\n{advice}")
