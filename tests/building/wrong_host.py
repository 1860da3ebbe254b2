"""A host that serves a site as docs/deployment.md asks, and that a test can make wrong in one way."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from building.host.sending import TYPES
from building.lasting import HASHED
from building.security import HEADERS

FOLDER = "/bangfu/"


@dataclass
class Reply:
    """What is sent; a length is given where it is not that of the body."""

    path: str
    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None


Fault = Callable[[Reply], None]


def answer_right(site: Path, path: str, encodings: str) -> Reply:
    if not path.startswith(FOLDER):
        return Reply(path, 404, b"nothing of ours")
    name = path.removeprefix(FOLDER)
    if (site / name).is_dir() and name and not name.endswith("/"):
        return Reply(name, 301, b"", {"Location": f"{path}/"})
    file = site / name / "index.html" if name.endswith("/") or not name else site / name
    found = file.is_file()
    if not found and not (site / "404.html").is_file():
        return Reply(name, 404, b"nothing")
    file = file if found else site / "404.html"
    kind = sorted(TYPES.get(file.suffix, {"application/octet-stream"}))[-1]
    is_text = kind.startswith("text/") or kind == "application/json"
    framed = "frame-ancestors *" if name.startswith("embed/") else HEADERS["content-security-policy"]
    lasting = found and HASHED.search(name)
    headers = {
        **HEADERS,
        "content-security-policy": framed,
        "content-type": f"{kind}; charset=utf-8" if is_text else kind,
        "cache-control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        "vary": "Accept-Encoding",
    }
    body = file.read_bytes()
    for encoding, ending in (("br", ".br"), ("gzip", ".gz")):
        copy = file.with_name(file.name + ending)
        if encoding in encodings and copy.is_file():
            return Reply(name, 200, copy.read_bytes(), {**headers, "content-encoding": encoding})
    if "gzip" in encodings and is_text and len(body) > 20:
        body = gzip.compress(body, 1)
        headers["content-encoding"] = "gzip"
    return Reply(name, 200 if found else 404, body, headers)


@contextmanager
def open_host(site: Path, fault: Fault | None = None) -> Iterator[str]:
    """The address of a host in a folder, beside which other applications could lie."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            reply = answer_right(site, self.path, self.headers.get("Accept-Encoding", ""))
            if fault:
                fault(reply)
            self.send_response_only(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
            self.end_headers()
            self.wfile.write(reply.body)
            self.close_connection = reply.length is not None

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 – the base class names it so
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
    finally:
        server.shutdown()
        server.server_close()
