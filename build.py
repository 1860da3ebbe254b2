#!/usr/bin/env python3
"""Set up, build, serve and test the policy calculator. Needs nothing but Python 3.11 or later.

    python3 build.py serve           read the site and calculate in it; it follows what is edited
    python3 build.py build           the site as public hosts want it, with compressed copies
    python3 build.py test            check everything, in real browsers too
    python3 build.py test --quick    check what needs no browser and no site
    python3 build.py test --spark    check the example for Spark, and nothing else
    python3 build.py new-region ID   lay out the files of one more region
    python3 build.py record-version  write into the changelog which answers have changed
    python3 build.py deploy-folder DIR
                                     put the site into a web server's folder, so that nobody meets half of it
    python3 build.py check URL       ask a host that serves the site what is wrong there

A second run is quick: nothing is fetched or built twice without need.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 – whoever reads the sentence has an older one
    raise SystemExit("This needs Python 3.11 or later: install one, then run build.py with it.")

from building.chromium import prepare_chromium
from building.deploying import update_folder
from building.engines import prepare_engines
from building.environment import prepare_checks, prepare_node_packages, prepare_python
from building.firefox import prepare_firefox
from building.fonts import prepare_chinese_font
from building.host.check import check_host
from building.new_region import lay_region
from building.nginx import prepare_nginx
from building.places import NODE_MODULES, PYTHON, ROOT, SCRATCH, SITE, VENV
from building.side_by_side import do_side_by_side
from building.spark import prepare_spark
from building.website import build_website, empty_site
from building.wheels import prepare_browser_wheels

AT_ONCE = ("--numprocesses", "auto", "--maxprocesses", "4", "--dist", "worksteal")
QUICK = (*AT_ONCE, "--ignore", "tests/browser", "--ignore", "tests/site")


def setup() -> None:
    """Install what the site needs, into the project's folder."""
    prepare_python()
    do_side_by_side(prepare_node_packages, prepare_browser_wheels)


def build(sources: Path | None = None) -> None:
    """Build the site for public hosts, Python for the browser included, into site/."""
    setup()
    build_website(for_hosts=True, sources=sources and sources.resolve())


def serve(port: int) -> None:
    """Build the site, serve it on this machine, and build it anew whenever its sources change."""
    setup()
    build_website(for_hosts=False)
    run("building.outside.live", str(port))


def test(quick: bool, spark: bool, selection: list[str]) -> None:
    """Check and test everything but Spark, or what the arguments for pytest select."""
    setup()
    prepare_checks()
    if spark:
        prepare_spark()
        run("pytest", "tests/spark", *selection)
    if quick:
        run("pytest", *QUICK, *selection)
    build_website(for_hosts=True)
    prepare_browsers()
    prepare_firefox()
    prepare_engines()
    prepare_nginx()
    run("pytest", *(selection or AT_ONCE))


def bench() -> None:
    """Measure how fast the built site starts and answers, and write the figures into docs/speed.md."""
    build()
    prepare_checks()
    prepare_browsers()
    run("tests.bench")


def record_calls(selection: list[str]) -> None:
    """Record anew which functions of Python's modules are called, in real browsers: after a new version of them."""
    setup()
    prepare_checks()
    prepare_browsers()
    prepare_firefox()
    prepare_engines()
    os.environ["COUNTS_CALLS"] = "while the tests run"
    run("tests.browser.record_calls", *selection)


def picture() -> None:
    """Take the README's picture of the page as it is now."""
    setup()
    build_website(for_hosts=False)
    prepare_checks()
    prepare_browsers()
    run("building.outside.picture")


def new_region(name: str) -> None:
    """Lay out the files of a new region and enter it into the register of policies."""
    lay_region(name)


def record_version(says: list[str]) -> None:
    """Write into the changelog what has changed, for the reason said, or, without one, for the last one of today."""
    prepare_python()
    run("building.outside.record_version", *says)


def deploy_folder(folder: Path, force: bool, sources: Path | None = None) -> None:
    """Build the site and put it into a web server's folder, so that nobody meets half of it."""
    build(sources)
    update_folder(folder, force=force)


def check(url: str, without_site: bool) -> None:
    """Ask a host that serves the site, and name what is wrong there and what to do. Exit code 1 then."""
    try:
        sys.exit(check_host(url, None if without_site else SITE))
    except KeyboardInterrupt:
        sys.exit(130)


def clean() -> None:
    """Remove all that was installed or built."""
    for folder in (VENV, NODE_MODULES, SCRATCH):
        shutil.rmtree(folder, ignore_errors=True)
    empty_site()


def prepare_browsers() -> None:
    """Find or install a browser, and letters for it to write with."""
    prepare_chromium()
    prepare_chinese_font()


def run(module: str, *arguments: str) -> None:
    """Run a module in .venv, and end as it ends; whoever ends this one ends the module too."""
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        sys.exit(subprocess.run((PYTHON, "-m", module, *arguments), cwd=ROOT, stdin=subprocess.DEVNULL).returncode)
    except KeyboardInterrupt:
        sys.exit()  # the module has heard it too, and ends by itself


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    jobs = (
        setup,
        build,
        serve,
        test,
        bench,
        record_calls,
        picture,
        new_region,
        record_version,
        deploy_folder,
        check,
        clean,
    )
    names = {job.__name__.replace("_", "-"): job for job in jobs}
    named = parser.add_subparsers(required=True, metavar=" | ".join(names))
    for name, job in names.items():
        named.add_parser(name, help=job.__doc__, description=job.__doc__).set_defaults(job=job)
    texts = "folder with the official texts, <policy>.txt: what they say stands beside the provisions"
    for name in ("build", "deploy-folder"):
        named.choices[name].add_argument("--sources", type=Path, metavar="DIR", help=texts)
    named.choices["serve"].add_argument("--port", type=int, default=8000, help="the port to serve on (8000)")
    named.choices["new-region"].add_argument("name", help="its id in code, files and addresses, such as jining")
    named.choices["record-version"].add_argument("says", nargs="*", help="which answers changed, in one sentence")
    named.choices["deploy-folder"].add_argument(
        "folder", type=Path, help="the folder, which may hold an earlier edition"
    )
    own = "replace files of our names that this has not laid"
    named.choices["deploy-folder"].add_argument("--force", action="store_true", help=own)
    named.choices["check"].add_argument("url", help="the site's address, such as https://example.gov.cn/bangfu/")
    alone = "do not compare with what lies in site/ here"
    named.choices["check"].add_argument("--without-site", action="store_true", help=alone)
    quick = "leave out what needs a browser or the built site"
    named.choices["test"].add_argument("--quick", action="store_true", help=quick)
    alone = "test the example for Spark; a Java and Spark are installed for it"
    named.choices["test"].add_argument("--spark", action="store_true", help=alone)
    options, others = parser.parse_known_args()
    arguments = vars(options)
    job = arguments.pop("job")
    if job in (test, record_calls):
        job(**arguments, selection=others)
    elif others:
        parser.error(f"{job.__name__} does not know {' '.join(others)}")
    else:
        job(**arguments)


if __name__ == "__main__":
    main()
