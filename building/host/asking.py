"""Ask a host for addresses: a few at a time, each with an end, and never more bytes than a file can have."""

import gzip
import ssl
import time
import zlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from io import BytesIO
from typing import Self
from urllib.parse import quote, urljoin, urlsplit

AT_ONCE = 8  # connections: no more than a browser opens
PATIENCE = 20.0  # seconds in which something must come
WHOLE_PATIENCE = 180.0  # seconds for one whole file
LIMIT = 80_000_000  # bytes of one answer
STEP = 1 << 16
GZIP = b"\x1f\x8b"
MOVED = frozenset((301, 302, 303, 307, 308))


class UnreachableError(Exception):
    """Nobody answers at this address."""


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 where nothing did, and then the text says why."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_cut: bool = False
    reason: str = ""

    @cached_property
    def content(self) -> bytes:
        """The bytes as a browser reads them, as far as this machine can unpack them."""
        if self.headers.get("content-encoding", "").lower() not in ("gzip", "x-gzip"):
            return self.body
        try:
            return gunzip(self.body)
        except (OSError, EOFError, ValueError, zlib.error):
            return self.body

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", errors="replace")


def gunzip(packed: bytes) -> bytes:
    """Unpack, but no more than a file can have."""
    with gzip.GzipFile(fileobj=BytesIO(packed)) as file:
        return file.read(LIMIT)


class Host:
    """The place where the site lies: an address that ends with a slash."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UnreachableError("请写完整的网址，例如 https://example.gov.cn/bangfu/")
        try:
            self.port = parts.port
        except ValueError:
            raise UnreachableError("网址里的端口不对。") from None
        self.scheme, self.name = parts.scheme, parts.hostname
        folder = parts.path.removesuffix("index.html")
        self.folder = folder if folder.endswith("/") else f"{folder}/"
        self.address = f"{parts.scheme}://{parts.netloc}{self.folder}"
        self._idle: list[HTTPConnection] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._idle:
            self._idle.pop().close()

    def ask(self, path: str, encodings: str = "identity", limit: int = LIMIT) -> Answer:
        """Ask for an address in the site, or for one that begins with a slash; once more where nothing came."""
        whole = quote(path if path.startswith("/") else self.folder + path, safe="/%:@!$&'()*+,;=~")
        try:
            kept = self._idle.pop()
        except IndexError:
            kept = self._connect()
        answer = self._ask(kept, whole, encodings, limit)
        return answer if answer.status else self._ask(self._connect(), whole, encodings, limit)

    def _ask(self, connection: HTTPConnection, path: str, encodings: str, limit: int) -> Answer:
        """Ask over a connection, which is kept for the next question where nothing went wrong."""
        headers = {"Accept-Encoding": encodings, "User-Agent": "policy-calculator-check", "Cache-Control": "no-cache"}
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            answer = read(response, limit)
        except (OSError, HTTPException) as error:
            connection.close()
            return Answer(0, reason=str(error) or type(error).__name__)
        if answer.is_cut or not response.isclosed():
            connection.close()
        else:
            self._idle.append(connection)
        return answer

    def _connect(self) -> HTTPConnection:
        if self.scheme == "http":
            return HTTPConnection(self.name, self.port, timeout=PATIENCE)
        return HTTPSConnection(self.name, self.port, timeout=PATIENCE, context=ssl.create_default_context())

    def ask_all(self, names: Iterable[str], encodings: str, limit: int = LIMIT) -> dict[str, Answer]:
        """Ask for many addresses, a few at a time."""
        wanted = list(names)

        def ask(name: str) -> Answer:
            return self.ask(name, encodings, limit)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            return dict(zip(wanted, pool.map(ask, wanted), strict=True))

    def resolve(self, page: str, address: str) -> str:
        """The whole address of what a page of the site names."""
        return urljoin(f"{self.address}{page}", address)


def read(response: HTTPResponse, limit: int) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        lower = name.lower()
        headers[lower] = f"{headers[lower]}, {value}" if lower in headers else value
    body, is_cut, end = bytearray(), False, time.monotonic() + WHOLE_PATIENCE
    try:
        while piece := response.read(STEP):
            body += piece
            if len(body) > limit or time.monotonic() > end:
                is_cut = True
                break
    except IncompleteRead as error:
        body += error.partial
        is_cut = True
    length = headers.get("content-length", "")
    is_cut = is_cut or (length.isdigit() and len(body) < int(length))
    return Answer(response.status, headers, bytes(body), is_cut)
