"""The project's own Python environment and npm packages, both from locked lists."""

import shutil
import sys

from building.commands import run, stop, succeeds
from building.debian import install_debian_packages
from building.freshness import make_when_changed
from building.places import BIN, NODE_MODULES, PYTHON, ROOT, VENV

BUILD_REQUIREMENTS = ROOT / "requirements-build.txt"
REQUIREMENTS = ROOT / "requirements.txt"
NODE_PACKAGES = (ROOT / "package.json", ROOT / "package-lock.json")

NO_REGISTRY = "Check that {registry} can be reached (its usual settings for proxies and mirrors apply), then run again."


def prepare_python() -> None:
    """Make .venv from the hashed requirements."""
    make_when_changed(VENV, [sys.version, BUILD_REQUIREMENTS, REQUIREMENTS], install_python_packages)


def install_python_packages() -> None:
    print("Installing the Python packages into .venv (about a minute) …", flush=True)
    make_virtual_environment()
    install = (PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes")
    advice = NO_REGISTRY.format(registry="the Python package index")
    run(*install, "-r", BUILD_REQUIREMENTS, advice=advice)
    # jieba exists only as source: it is built with the tools just installed, so that no unhashed ones are fetched.
    run(*install, "--no-build-isolation", "--use-pep517", "-r", REQUIREMENTS, advice=advice)


def make_virtual_environment() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    # Whoever runs build.py with .venv's own Python has just removed it: the one it was made from makes it anew.
    python = getattr(sys, "_base_executable", sys.executable)
    make = (python, "-m", "venv", VENV)
    if succeeds(*make) or (install_debian_packages("python3-venv") and succeeds(*make)):
        return
    stop(
        "This Python cannot make virtual environments: install its venv module (Debian: python3-venv), then run again."
    )


def prepare_node_packages() -> None:
    """Make node_modules from the lock, with the Node.js that came with the Python packages."""
    make_when_changed(NODE_MODULES, NODE_PACKAGES, install_node_packages)


def install_node_packages() -> None:
    print("Installing the npm packages into node_modules …", flush=True)
    run(BIN / "npm", "ci", "--loglevel=error", advice=NO_REGISTRY.format(registry="the npm registry"))
