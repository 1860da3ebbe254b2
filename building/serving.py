"""A small web server for the built site, for reading it and for testing it: as a host does that is set up well."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from building.commands import say, stop
from building.lasting import HASHED
from building.places import SITE
from building.security import FRAMED, HEADERS

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""How a compressed copy beside a file is called, the smaller one first."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serve files with the types that browsers insist on, whatever this machine's own tables say."""

    protocol_version = "HTTP/1.1"
    status = 0
    extensions_map = {  # noqa: RUF012 – the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".whl": "application/octet-stream",
    }

    def send_head(self) -> BinaryIO | None:
        """Send the compressed copy of a file where there is one and the browser takes it."""
        file = Path(self.translate_path(self.path))
        accepted = self.headers.get("Accept-Encoding", "")
        for encoding, ending in ENCODINGS.items():
            copy = file.with_name(file.name + ending)
            if encoding in accepted and copy.is_file():
                return self.send_copy(file, copy, encoding)
        return super().send_head()

    def send_copy(self, file: Path, copy: Path, encoding: str) -> BinaryIO:
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(copy.stat().st_size))
        self.end_headers()
        return copy.open("rb")

    def list_directory(self, path: object) -> None:
        """List nothing: a folder without a page is not there."""
        self.send_error(404)

    def send_response(self, code: int, message: str | None = None) -> None:
        self.status = code
        super().send_response(code, message)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is missing with the site's own page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(page))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            is_framed = name == "content-security-policy" and f"/{FRAMED}" in self.path
            self.send_header(name, "frame-ancestors *" if is_framed else value)
        lasting = HASHED.search(self.path) and self.status in (200, 304)
        # Without a hash in its name, a rebuilt page shows at once.
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        super().end_headers()

    def handle_one_request(self) -> None:
        """Answer, and think nothing of it when the browser has gone away meanwhile."""
        try:
            super().handle_one_request()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – the base class names it so
        """Say nothing: the address is all one needs to read."""


def open_server(port: int = 0, handler: type[SiteHandler] = SiteHandler, site: Path = SITE) -> ThreadingHTTPServer:
    """Open a server for a built site on this machine; port 0 takes any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(site)))


def open_server_or_stop(port: int) -> ThreadingHTTPServer:
    """Open the server at the port that somebody chose, or say that it is taken."""
    try:
        return open_server(port)
    except OSError:
        stop(f"Port {port} is taken: choose another with `python3 build.py serve --port {port + 1}`.")


def announce(server: ThreadingHTTPServer) -> None:
    say(f"The site is at http://127.0.0.1:{server.server_port}/ (stop with Ctrl+C)")
