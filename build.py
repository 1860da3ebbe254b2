#!/usr/bin/env python3
"""Set up, build, serve and test the policy calculator. Needs nothing but Python 3.11 or later.

    python3 build.py serve    read the site and calculate in it
    python3 build.py test     check everything, in a real browser too

A second run is quick: nothing is fetched or built twice without need.
"""

import argparse
import shutil
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036 – whoever reads the sentence has an older one
    raise SystemExit("This needs Python 3.11 or later: install one, then run build.py with it.")

from building.chromium import prepare_chromium
from building.engines import prepare_engines
from building.environment import prepare_node_packages, prepare_python
from building.firefox import prepare_firefox
from building.new_region import lay_region
from building.places import NODE_MODULES, PYTHON, ROOT, SCRATCH, SITE, VENV
from building.serving import serve_until_stopped
from building.website import build_website


def setup() -> None:
    """Install what the project needs, into the project's folder."""
    prepare_python()
    prepare_node_packages()


def build() -> None:
    """Build the site, Python for the browser included, into site/."""
    setup()
    build_website()


def serve(port: int) -> None:
    """Build the site and serve it on this machine."""
    build()
    serve_until_stopped(port)


def test(selection: list[str]) -> None:
    """Check and test everything, or what the arguments for pytest select."""
    build()
    prepare_chromium()
    prepare_firefox()
    prepare_engines()
    sys.stdout.flush()
    sys.exit(subprocess.run((PYTHON, "-m", "pytest", *selection), cwd=ROOT, stdin=subprocess.DEVNULL).returncode)


def bench() -> None:
    """Measure how fast the built site starts and answers, and write the figures into docs/speed.md."""
    build()
    prepare_chromium()
    sys.exit(subprocess.run((PYTHON, "-m", "tests.bench"), cwd=ROOT, stdin=subprocess.DEVNULL).returncode)


def new_region(name: str) -> None:
    """Lay out the files of a new region and enter it into the register of policies."""
    lay_region(name)


def clean() -> None:
    """Remove all that was installed or built."""
    for folder in (VENV, NODE_MODULES, SCRATCH):
        shutil.rmtree(folder, ignore_errors=True)
    for made in SITE.iterdir():
        if made.name != ".gitignore":
            shutil.rmtree(made) if made.is_dir() else made.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    jobs = parser.add_subparsers(required=True, metavar="setup | build | serve | test | bench | new-region | clean")
    for job in (setup, build, serve, test, bench, new_region, clean):
        name = job.__name__.replace("_", "-")
        jobs.add_parser(name, help=job.__doc__, description=job.__doc__).set_defaults(job=job)
    jobs.choices["new-region"].add_argument("name", help="its id in code, files and addresses, such as jining")
    jobs.choices["serve"].add_argument("--port", type=int, default=8000, help="the port to serve on (8000)")
    options, others = parser.parse_known_args()
    arguments = vars(options)
    job = arguments.pop("job")
    if job is test:
        test(others)
    elif others:
        parser.error(f"{job.__name__} does not know {' '.join(others)}")
    else:
        job(**arguments)


if __name__ == "__main__":
    main()
