"""A small web server for the built site, for reading it and for testing it."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from building.commands import stop
from building.places import SITE


class SiteHandler(SimpleHTTPRequestHandler):
    """Serve files with the types that browsers insist on, whatever this machine's own tables say."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 – the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".whl": "application/octet-stream",
    }

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # a rebuilt page shows at once
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – the base class names it so
        """Say nothing: the address is all one needs to read."""


def open_server(port: int = 0) -> ThreadingHTTPServer:
    """Open a server for site/ on this machine; port 0 takes any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(SiteHandler, directory=str(SITE)))


def serve_until_stopped(port: int) -> None:
    """Serve the site until Ctrl+C."""
    try:
        server = open_server(port)
    except OSError:
        stop(f"Port {port} is taken: choose another with `python3 build.py serve --port {port + 1}`.")
    print(f"The site is at http://127.0.0.1:{server.server_port}/ (stop with Ctrl+C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
