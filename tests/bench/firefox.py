"""From the first touch of a form to the first answer in Firefox, by both ways."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from building.serving import SiteHandler, open_server
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


@contextmanager
def open_plain_host() -> Iterator[str]:
    """The address of a host that leaves pages only the plain way."""
    server = open_server(handler=PlainHost)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
