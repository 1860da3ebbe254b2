"""A Firefox for the few tests that need one: the system's, else Debian's. Without one, they say so and are left out."""

import os
import shutil

from building.commands import say
from building.debian import install_debian_packages

PATIENCE = 60  # seconds for the download
NAMES = ("firefox", "firefox-esr")


def prepare_firefox() -> None:
    """See to it, where we may, that find_firefox finds one."""
    if not find_firefox() and not install_debian_packages("firefox-esr", patience=PATIENCE):
        say("NOT TESTED IN FIREFOX: there is none here, and none can be installed.")


def find_firefox() -> str | None:
    """The Firefox to test with: $FIREFOX or the system's."""
    named = (os.environ.get("FIREFOX"), *map(shutil.which, NAMES))
    return next(filter(None, named), None)
