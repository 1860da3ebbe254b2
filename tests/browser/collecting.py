"""A plugin of pytest for record_calls.py: the site's host hears from workers which functions were called."""

import json
import os
from collections import defaultdict
from http import HTTPStatus
from pathlib import Path

from building.serving import SiteHandler

FOLDER = "CALLED"
"""The environment's name for the folder where every process lays what it has heard."""
Called = defaultdict[str, dict[str, int]]
CALLED: Called = defaultdict(dict)
"""The counters of each module by number: the bits of 32 functions, see building/counting.py."""


class Collector(SiteHandler):
    """Also hears which functions were called."""

    def do_POST(self) -> None:  # noqa: N802 – the base class calls it so
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        join(CALLED, told)
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()


def join(called: Called, told: dict[str, dict[str, int]]) -> None:
    for module, counters in told.items():
        for at, bits in counters.items():
            called[module][at] = called[module].get(at, 0) | bits & 0xFFFFFFFF


def pytest_configure() -> None:
    SiteHandler.do_POST = Collector.do_POST  # type: ignore[attr-defined]  # of every host that a test opens


def pytest_sessionfinish() -> None:
    if folder := os.environ.get(FOLDER):
        (Path(folder) / f"{os.getpid()}.json").write_text(json.dumps(CALLED))
