"""Packages of the system, where we may install them: on Debian, as root."""

import os
import shutil
from pathlib import Path

from building.commands import say, succeeds

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def install_debian_packages(*names: str, patience: float | None = None) -> bool:
    """Install packages if this is a Debian whose administrator we are, fetched within so many seconds.

    Are they there now?
    """
    if not may_install():
        return False
    say(f"Installing Debian's {', '.join(names)} …")
    install = ("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *names)
    # Only what waits for the network is cut short: an installation that is broken off leaves a broken system.
    fetched = all(
        succeeds(*command, environment=QUIET, patience=patience)
        for command in (("apt-get", "update", "--quiet=2"), (*install, "--download-only"))
    )
    return fetched and succeeds(*install, "--no-download", environment=QUIET)


def unpack_debian_packages(folder: Path, *names: str, patience: float) -> bool:
    """Lay what packages hold into a folder, fetched within so many seconds, and install nothing.

    Are they there now?
    """
    if not may_install():
        return False
    say(f"Fetching Debian's {', '.join(names)} …")
    shutil.rmtree(folder, ignore_errors=True)
    packed = folder / "packed"
    packed.mkdir(parents=True)
    fetch: tuple[str | Path, ...] = ("env", "--chdir", packed, "apt-get", "download", "--quiet=2", *names)
    if not succeeds("apt-get", "update", "--quiet=2", patience=patience) or not succeeds(*fetch, patience=patience):
        return False
    return all(succeeds("dpkg-deb", "--extract", package, folder) for package in packed.glob("*.deb"))


def may_install() -> bool:
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0
