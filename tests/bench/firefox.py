"""From the first touch of a form to the first answer in Firefox, by both ways."""

import re
import tempfile
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from building.serving import SiteHandler
from tests.bench.start import MEASURE, PAGE
from tests.browser.firefox import open_firefox

PIECE = re.compile(r"/runtime/[^/]+\.bin")


class PlainHost(SiteHandler):
    """Keeps back the pieces of the fast way, so that pages go the plain way."""

    def send_head(self) -> BinaryIO | None:
        """Send anything else."""
        if PIECE.match(self.path):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()


def start_firefox(program: str, address: str) -> float:
    """Milliseconds, for a new visitor: a profile without anything in it."""
    with tempfile.TemporaryDirectory() as folder, open_firefox(program, Path(folder) / "profile") as tab:
        tab.open(address + PAGE)
        tab.wait_for("document.readyState", "complete")
        time, _ = tab.evaluate(f"({MEASURE})()")
        return float(time)
