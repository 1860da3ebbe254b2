"""The project's own Python environment and npm packages, both from locked lists.

What the site needs is one layer; what checks the project is another, laid over it when tests or benchmarks want it.
"""

import shutil
import sys
from pathlib import Path

from building.commands import run, say, stop, succeeds
from building.debian import install_debian_packages
from building.freshness import make_when_changed
from building.package_index import describe_index
from building.places import BIN, NODE_MODULES, PYTHON, ROOT, VENV

BUILD_REQUIREMENTS = ROOT / "requirements-build.txt"
REQUIREMENTS = ROOT / "requirements.txt"
CHECK_REQUIREMENTS = ROOT / "requirements-checks.txt"
ROSTER_REQUIREMENTS = ROOT / "requirements-roster.txt"
NODE_PACKAGES = (ROOT / "package.json", ROOT / "package-lock.json")
CHECKS = "-checks"
"""The layer of what checks the project."""

NO_REGISTRY = "Check that {registry} can be reached (its usual settings for proxies and mirrors apply), then run again."
NO_INDEX = NO_REGISTRY.format(registry="the Python package index")


def prepare_python() -> None:
    """Make .venv with what the site needs of Python's packages."""
    # Any change of a list makes .venv anew: so nothing stays that no list names.
    lists = (BUILD_REQUIREMENTS, REQUIREMENTS, CHECK_REQUIREMENTS, ROSTER_REQUIREMENTS)
    made_from: list[Path | str] = [sys.version, *lists]
    make_when_changed(VENV, made_from, install_python_packages)


def install_python_packages() -> None:
    say("Installing the Python packages into .venv …")
    make_virtual_environment()
    install = (PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile", "--require-hashes")
    run(*install, "-r", BUILD_REQUIREMENTS, advice=NO_INDEX)
    install_requirements(REQUIREMENTS)


def install_requirements(requirements: Path) -> None:
    """Install a hashed list into .venv with uv: in seconds, where pip takes a minute."""
    # jieba exists only as source: it is built with the tools installed before, so that no unhashed ones are fetched.
    install = (BIN / "uv", "pip", "install", "--quiet", "--no-build-isolation", "--require-hashes")
    run(*install, "--python", PYTHON, "-r", requirements, advice=NO_INDEX, environment=describe_index())


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
    """Make node_modules with what the site needs, with the Node.js that came with the Python packages."""
    make_when_changed(NODE_MODULES, NODE_PACKAGES, install_node_packages)


def install_node_packages() -> None:
    say("Installing the npm packages into node_modules …")
    run_npm("ci", "--omit=dev")


def run_npm(*arguments: str) -> None:
    """Run npm, and no script that a package brings for its installation: none of ours needs one."""
    advice = NO_REGISTRY.format(registry="the npm registry")
    run(BIN / "npm", *arguments, "--ignore-scripts", "--loglevel=error", advice=advice)


def prepare_checks() -> None:
    """Add what checks the project to .venv and node_modules."""
    make_when_changed(VENV, [CHECK_REQUIREMENTS, ROSTER_REQUIREMENTS], install_python_checks, layer=CHECKS)
    make_when_changed(NODE_MODULES, NODE_PACKAGES, install_node_checks, layer=CHECKS)


def install_python_checks() -> None:
    say("Installing the Python packages that check the project …")
    install_requirements(CHECK_REQUIREMENTS)
    install_requirements(ROSTER_REQUIREMENTS)
    # The tests take warnings for errors: what the compiler says of others' packages must have been said before.
    succeeds(PYTHON, "-m", "compileall", "-qq", "-j", "0", next(VENV.rglob("site-packages")))


def install_node_checks() -> None:
    say("Installing the npm packages that check the project …")
    run_npm("install", "--no-save")
