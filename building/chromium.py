"""A Chromium for the tests: the system's, else Debian's, else the one Playwright brings."""

import os
import shutil
from pathlib import Path

from building.commands import say, stop, succeeds
from building.debian import install_debian_packages
from building.places import BROWSERS, PYTHON

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def prepare_chromium() -> None:
    """See to it that find_chromium finds one."""
    # Debian's comes first: Playwright's download is of no use on a machine that lacks the libraries it needs.
    if find_chromium() or install_debian_packages("chromium") or download_chromium():
        return
    stop("The tests need a browser: install Chromium (Debian: apt-get install chromium), then run again.")


def find_chromium() -> Path | None:
    """Find the browser to test with: $CHROMIUM, the system's, or the downloaded one."""
    named = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)]
    downloaded = sorted(BROWSERS.glob("chromium*/*/chrome*"))
    programs = [Path(name) for name in named if name] + [file for file in downloaded if is_program(file)]
    return next(iter(programs), None)


def is_program(file: Path) -> bool:
    return file.is_file() and file.stem in {"chrome", "chrome-headless-shell"} and os.access(file, os.X_OK)


def download_chromium() -> bool:
    say("Downloading Chromium into .build …")
    download = (PYTHON, "-m", "playwright", "install", "chromium-headless-shell")
    return succeeds(*download, environment={"PLAYWRIGHT_BROWSERS_PATH": str(BROWSERS)}) and find_chromium() is not None
