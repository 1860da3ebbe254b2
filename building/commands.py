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


def succeeds(*command: str | Path, environment: Mapping[str, str] | None = None, patience: float | None = None) -> bool:
    """Run a command in the project's folder, for so many seconds. Did it succeed? What it says is shown only if not."""
    settings = {**os.environ, **(environment or {})}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=settings,
            timeout=patience,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except subprocess.TimeoutExpired:
        say(f"{command[0]} did not end within {patience} seconds.")
        return False
    if done.returncode != 0:
        say(done.stdout.decode(errors="replace"))
    return done.returncode == 0


def stop(advice: str) -> NoReturn:
    """End with one sentence that says what to do."""
    raise SystemExit(f"\n{advice}")


def say(text: str) -> None:
    """Tell what is going on, in one piece: jobs that run side by side speak between one another's lines."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
