"""Find a Java for Spark, or install one."""

import re
import subprocess

from building.commands import stop
from building.debian import install_debian_packages

OLDEST = 17
ADVICE = f"Spark needs Java {OLDEST} or later: install one (Debian: openjdk-17-jre-headless), then run again."


def prepare_java() -> None:
    """See to it that there is a Java; stops with advice where none can be had."""
    if find_java() < OLDEST and install_debian_packages("openjdk-17-jre-headless"):
        return
    if find_java() < OLDEST:
        stop(ADVICE)


def find_java() -> int:
    """The number of the Java that there is, 0 without one."""
    try:
        told = subprocess.run(("java", "-version"), capture_output=True, text=True, check=True).stderr
    except (OSError, subprocess.CalledProcessError):
        return 0
    found = re.search(r'version "(\d+)', told)
    return int(found[1]) if found else 0
