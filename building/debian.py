"""Packages of the system, where we may install them: on Debian, as root."""

import os
import shutil

from building.commands import succeeds

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def install_debian_packages(*names: str) -> bool:
    """Install packages if this is a Debian whose administrator we are. Are they there now?"""
    if not may_install():
        return False
    print(f"Installing Debian's {', '.join(names)} …", flush=True)
    install = ("apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *names)
    return succeeds("apt-get", "update", "--quiet=2", environment=QUIET) and succeeds(*install, environment=QUIET)


def may_install() -> bool:
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0
