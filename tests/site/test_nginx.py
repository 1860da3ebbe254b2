"""What docs/deployment.md tells for nginx, run as it stands there: alone, and in a folder beside other applications."""

import gzip
import re
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from building.host.check import find_faults, find_host
from building.host.findings import Kind
from building.nginx import find_brotli, find_nginx
from building.places import DOCS, SITE

PAGE = (DOCS / "deployment.md").read_text(encoding="utf-8")
SNIPPET = re.findall(r"```nginx\n(.*?)```", PAGE, re.DOTALL)
IN_FOLDER = dict(re.findall(r"^- `([^`]+)` 换成 `([^`]+)`", PAGE, re.MULTILINE))
"""What the page says to change for a site that lies in a folder."""
FOLDER = "/bangfu/"

SERVER = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
{modules}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        autoindex on;
        index other.html;
        {others}
        {snippet}
    }}
}}
"""
THEIR_API = 'location /api/ { default_type text/plain; return 200 "their answer"; }'
THEIR_SITE = """
location / { default_type text/plain; return 200 "their page"; }
location ~ \\.js$ { default_type text/plain; return 200 "their script"; }
"""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
MISSING = "assets/page.0123456789abcdef.js"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A running nginx, and the folder in which the site lies."""

    port: int
    folder: str
    has_brotli: bool

    def ask(self, address: str, encodings: str = "") -> Answer:
        """Ask for an address in the site, or for one that begins with a slash."""
        path = address if address.startswith("/") else self.folder + address
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={"Accept-Encoding": encodings})
        answer = connection.getresponse()
        told = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return told


@pytest.fixture(
    scope="module", params=[(folder, brotli) for folder in ("/", FOLDER) for brotli in (False, True)], ids=str
)
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site on an nginx that was set up as the page says, alone beside an API, or in a folder of another site."""
    program, module = find_nginx(), find_brotli()
    folder, has_brotli = request.param
    if not program or (has_brotli and not module):
        pytest.skip("NOT TESTED with nginx: there is none, or none with brotli, and none could be fetched.")
    (snippet,) = SNIPPET
    if has_brotli:
        (advice,) = re.findall("再加 (brotli_static on;)", snippet)
        snippet = snippet.replace("gzip_static on;", f"gzip_static on; {advice}")
    if folder != "/":
        assert len(IN_FOLDER) == 2
        for old, new in IN_FOLDER.items():
            assert snippet.count(old) == 1, old
            snippet = snippet.replace(old, new)
    place = tmp_path_factory.mktemp("nginx")
    root = place / "root"
    root.mkdir()
    (root / "others").mkdir()
    if folder == "/":
        root = SITE
    else:
        (root / folder.strip("/")).symlink_to(SITE)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    parts = {
        "modules": f"load_module {module};" if has_brotli else "",
        "others": THEIR_API if folder == "/" else THEIR_API + THEIR_SITE,
    }
    file = place / "nginx.conf"
    file.write_text(SERVER.format(folder=place, port=port, root=root, snippet=snippet, **parts), encoding="utf-8")
    command = (program, "-p", place, "-e", place / "errors", "-c", file)
    checked = subprocess.run((*command, "-t"), capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    with subprocess.Popen(command) as running:
        wait_for(port)
        yield Host(port, folder, has_brotli)
        running.terminate()


def wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx does not listen")


def list_files() -> Iterator[Path]:
    return (file for file in sorted(SITE.rglob("*")) if file.is_file() and not file.name.startswith("."))


def find(pattern: str) -> str:
    return next(SITE.glob(pattern)).relative_to(SITE).as_posix()


def test_every_file_comes_as_it_is_with_a_type_that_browsers_insist_on(host: Host) -> None:
    for file in list_files():
        answer = host.ask(file.relative_to(SITE).as_posix())
        assert (answer.status, answer.body) == (200, file.read_bytes()), file
        assert answer.headers["content-type"] == TYPES.get(file.suffix, "application/octet-stream"), file
        assert answer.headers["x-content-type-options"] == "nosniff", file
        assert "content-encoding" not in answer.headers, file


def test_a_page_is_framed_by_its_own_site_alone_and_asked_for_anew(host: Host) -> None:
    for address in ("", "policies/ningxia/", "404.html", "service_worker.js", find("runtime/plain/manifest.json")):
        headers = host.ask(address).headers
        assert headers["content-security-policy"] == "frame-ancestors 'self'"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-cache"


def test_only_the_pages_for_frames_are_framed_by_others(host: Host) -> None:
    headers = host.ask("embed/ningxia/").headers
    assert headers["content-security-policy"] == "frame-ancestors *"
    assert headers["cache-control"] == "no-cache"
    assert headers["x-content-type-options"] == "nosniff"
    assert host.ask("embedding/").headers["content-security-policy"] == "frame-ancestors 'self'"


@pytest.mark.parametrize(
    "pattern",
    ["assets/page.*.js", "assets/site.*.css", "assets/javascripts/bundle.*.min.js", "runtime/wasm.*.bin"],
)
def test_what_is_named_after_its_hash_is_kept_for_a_year(host: Host, pattern: str) -> None:
    assert host.ask(find(pattern)).headers["cache-control"] == "public, max-age=31536000, immutable"


def test_what_is_missing_for_a_moment_is_not_missing_for_a_year(host: Host) -> None:
    for address in (MISSING, "runtime/wasm.0123456789abcdef.bin", "nowhere/"):
        answer = host.ask(address)
        assert answer.status == 404
        assert answer.headers.get("cache-control", "no-cache") == "no-cache"
        assert "没有找到这个页面" in answer.body.decode()


@pytest.mark.parametrize("encodings", ["gzip", "gzip, br"])
def test_compressed_copies_are_sent_to_whoever_takes_them(host: Host, encodings: str) -> None:
    piece = find("runtime/wasm.*.bin")
    answer = host.ask(piece, encodings)
    copies = {"gzip": f"{piece}.gz", "br": f"{piece}.br"}
    wanted = "br" if host.has_brotli and "br" in encodings and (SITE / copies["br"]).exists() else "gzip"
    assert answer.headers["content-encoding"] == wanted
    assert answer.body == (SITE / copies[wanted]).read_bytes()
    assert "Accept-Encoding" in answer.headers["vary"]
    page = host.ask("policies/ningxia/", encodings)
    assert page.headers["content-encoding"] == "gzip"
    assert page.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(page.body) == (SITE / "policies/ningxia/index.html").read_bytes()


def test_the_check_of_hosts_finds_nothing_but_a_folder_that_the_build_was_not_told(host: Host) -> None:
    """The site here is built for no address; below a folder its page for what is missing leads to the other site."""
    asked, _ = find_host(f"http://127.0.0.1:{host.port}{host.folder}")
    with asked:
        count, findings = find_faults(asked, SITE)
    assert [finding.kind for finding in findings] == ([] if host.folder == "/" else [Kind.LEADS_OUT])
    assert count > 100


def test_no_folder_is_listed_though_the_host_lists_others(host: Host) -> None:
    for folder in ("data/", "assets/javascripts/", "runtime/plain/"):
        assert host.ask(folder).status in (403, 404)


def test_other_applications_are_left_as_they_were(host: Host) -> None:
    answer = host.ask("/api/embed/ningxia/app.0123456789abcdef.js")
    theirs = "their answer" if host.folder == "/" else "their script"
    assert (answer.status, answer.body.decode()) == (200, theirs)
    assert not {"cache-control", "content-security-policy", "x-content-type-options"} & answer.headers.keys()
    if host.folder == "/":
        return
    for address, body in (
        ("/", "their page"),
        ("/other/embed/ningxia/", "their page"),
        ("/other/app.0123456789abcdef.css", "their page"),
        ("/other/app.0123456789abcdef.js", "their script"),
    ):
        answer = host.ask(address)
        assert (answer.status, answer.body.decode()) == (200, body)
        assert not {"cache-control", "content-security-policy"} & answer.headers.keys()
