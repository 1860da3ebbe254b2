"""Hosts that are wrong in one way each: `build.py check` names just that, and says nothing of one that is right."""

import gzip
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from building.host.addresses import find_plain_http
from building.host.asking import Answer, Host
from building.host.check import check_host, find_faults, find_host
from building.host.findings import Kind
from building.host.forbidding import list_forbidden
from building.host.report import quote
from building.manifest import lay_manifest
from building.security import hash_script
from building.serving import open_server
from tests.building.small_site import lay, lay_small_site, lay_worker, name_origin
from tests.building.wrong_host import Fault, Reply, open_host

ORIGIN = name_origin("a", "2026-11-22 08:00")
LOGIN = "<!doctype html><html><title>登录</title><form>请先登录</form></html>".encode()
PAGE, SCRIPT, STYLES, PIECE = r"(/|\.html|^)$", r"^assets/page\.", r"^assets/site\.", r"^runtime/calculator\..*\.bin$"
WORKER, ANY, NEVER = r"^service_worker\.js$", r"", r"0123456789abcdef|no-such-page"


def wrong(pattern: str, deed: Callable[[Reply], None], status: int = 200) -> Fault:
    """A fault of the answers to some addresses."""

    def change(reply: Reply) -> None:
        if re.search(pattern, reply.path) and reply.status == status:
            deed(reply)

    return change


def say(**headers: str | None) -> Callable[[Reply], None]:
    """Headers that are sent, or left out."""

    def change(reply: Reply) -> None:
        for name, value in headers.items():
            reply.headers.pop(name.replace("_", "-"), None)
            if value is not None:
                reply.headers[name.replace("_", "-")] = value

    return change


def fail(status: int, **headers: str) -> Callable[[Reply], None]:
    def change(reply: Reply) -> None:
        reply.status, reply.body, reply.headers = status, b"", dict(headers)

    return change


def open_up(reply: Reply) -> bytes:
    """The bytes of the file itself; the answer is no longer compressed."""
    is_packed = reply.headers.pop("content-encoding", "") == "gzip"
    return gzip.decompress(reply.body) if is_packed else reply.body


def send(change: Callable[[bytes], bytes], *, packed: bool = True) -> Callable[[Reply], None]:
    """Other bytes, compressed as before."""

    def deed(reply: Reply) -> None:
        was_packed = reply.headers.get("content-encoding") == "gzip"
        reply.body = change(open_up(reply))
        if was_packed and packed:
            reply.body, reply.headers["content-encoding"] = gzip.compress(reply.body), "gzip"

    return deed


def ask_to_log_in(reply: Reply) -> None:
    reply.status, reply.body = 200, LOGIN
    reply.headers = {**reply.headers, "content-type": "text/html; charset=utf-8"}
    reply.headers.pop("content-encoding", None)


def break_off(reply: Reply) -> None:
    reply.length, reply.body = len(reply.body), reply.body[: len(reply.body) // 2]


def compress_twice(reply: Reply) -> None:
    if reply.headers.get("content-encoding") == "gzip":
        reply.body = gzip.compress(reply.body)


def flip(content: bytes) -> bytes:
    return content[:-3] + bytes([content[-3] ^ 1]) + content[-2:]


def put(text: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(b"</body>", text + b"</body>")


def squeeze(reply: Reply) -> None:
    if "content-encoding" not in reply.headers:
        reply.body, reply.headers["content-encoding"] = gzip.compress(reply.body), "gzip"


def forbid_robots(reply: Reply) -> None:
    reply.status, reply.body = 200, b"User-agent: *\nDisallow: /bangfu\n"


HOSTS: dict[str, tuple[Fault, set[Kind]]] = {
    "knows no wasm": (wrong(r"\.wasm$", say(content_type="application/octet-stream")), {Kind.TYPE}),
    "calls modules text": (wrong(r"\.mjs$", say(content_type="text/plain")), {Kind.TYPE}),
    "calls styles html": (wrong(r"\.css$", say(content_type="text/html")), {Kind.TYPE}),
    "says GBK": (wrong(PAGE, say(content_type="text/html; charset=gbk")), {Kind.CHARSET}),
    "compresses nothing": (wrong(r"(/|html|^|js|css)$", send(bytes, packed=False)), {Kind.PLAIN}),
    "does not vary": (wrong(ANY, say(vary=None)), {Kind.VARY}),
    "compresses twice": (wrong(PIECE, compress_twice), {Kind.PACKED_WRONG}),
    "does not own up to compressing": (
        wrong(SCRIPT, say(content_encoding=None)),
        {Kind.PACKED_WRONG, Kind.EDITION},
    ),
    "compresses for all": (wrong(PAGE, squeeze), {Kind.UNASKED}),
    "lets types be guessed": (wrong(ANY, say(x_content_type_options=None)), {Kind.HEADER}),
    "tells where visitors come from": (wrong(PAGE, say(referrer_policy="unsafe-url")), {Kind.HEADER}),
    "lets every page be framed": (wrong(PAGE, say(content_security_policy="frame-ancestors *")), {Kind.HEADER}),
    "lets no page be framed": (wrong("^embed/", say(content_security_policy="frame-ancestors 'self'")), {Kind.FRAME}),
    "has the old header against frames": (wrong("^embed/", say(x_frame_options="SAMEORIGIN")), {Kind.FRAME}),
    "has a policy of its own": (
        wrong(PAGE, say(content_security_policy="default-src 'self'; frame-ancestors 'self'")),
        {Kind.POLICY, Kind.FRAME},
    ),
    "sets cookies": (wrong(PAGE, say(set_cookie="session=1")), {Kind.COOKIE}),
    "lets pages grow old": (wrong(PAGE, say(cache_control="public, max-age=86400")), {Kind.STALE}),
    "lets the worker grow old": (wrong(WORKER, say(cache_control=None)), {Kind.STALE}),
    "keeps no piece": (wrong(PIECE, say(cache_control="no-cache")), {Kind.FORGOTTEN}),
    "keeps what is missing": (
        wrong(NEVER, say(cache_control="public, max-age=31536000, immutable"), 404),
        {Kind.ERROR_KEPT},
    ),
    "has a page for everything": (wrong(NEVER, ask_to_log_in, 404), {Kind.SAYS_FOUND}),
    "has its own page for what is missing": (wrong(NEVER, fail(404), 404), {Kind.NO_404_PAGE}),
    "puts a script into pages": (
        wrong(PAGE, send(put(b'<script src="https://count.example/c.js"></script>'))),
        {Kind.FOREIGN, Kind.CHANGED},
    ),
    "puts fonts into styles": (
        wrong(STYLES, send(lambda content: content + b'@import "//fonts.example/f.css";')),
        {Kind.FOREIGN, Kind.CHANGED},
    ),
    "puts a report into scripts": (
        wrong(SCRIPT, send(lambda content: content + b'fetch("https://count.example/")')),
        {Kind.FOREIGN, Kind.CHANGED},
    ),
    "changes pages": (wrong(PAGE, send(lambda content: content.replace(b"\n", b""))), {Kind.CHANGED}),
    "flips a bit": (wrong(PIECE, send(flip)), {Kind.CHANGED}),
    "breaks off": (wrong(r"\.wasm$", break_off), {Kind.CUT, Kind.EDITION}),
    "ends early": (wrong(STYLES, send(lambda content: content[:100])), {Kind.CUT}),
    "asks for a login instead of a piece": (wrong(PIECE, ask_to_log_in), {Kind.REPLACED}),
    "asks for a login instead of a page": (wrong("^privacy/$", ask_to_log_in), {Kind.REPLACED}),
    "leads to a login": (wrong("^privacy/$", fail(302, Location="/login")), {Kind.MOVED}),
    "forbids pieces": (wrong(PIECE, fail(403)), {Kind.FAILED, Kind.NAMED}),
    "breaks down": (wrong(SCRIPT, fail(500)), {Kind.FAILED, Kind.NAMED}),
    "has no folders without slash": (wrong(ANY, fail(404), 301), {Kind.NO_SLASH}),
    "leads folders to another port": (
        wrong(ANY, lambda reply: fail(301, Location=f"http://127.0.0.1:8080/bangfu/{reply.path}/")(reply), 301),
        {Kind.NO_SLASH},
    ),
    "hides from search engines": (wrong(PAGE, say(x_robots_tag="noindex")), {Kind.ROBOTS}),
    "has a login for robots.txt": (wrong("robots", ask_to_log_in, 404), {Kind.ROBOTS}),
    "forbids robots": (wrong("robots", forbid_robots, 404), {Kind.ROBOTS}),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_small_site(tmp_path_factory.mktemp("right") / "site")


@pytest.fixture
def own(site: Path, tmp_path: Path) -> Path:
    """A site of this test alone."""
    return Path(shutil.copytree(site, tmp_path / "site"))


def find_kinds(address: str, here: Path | None = None) -> set[Kind]:
    host, _ = find_host(address)
    with host:
        _, findings = find_faults(host, here)
    return {finding.kind for finding in findings}


def test_a_host_that_is_right_has_nothing_wrong(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_host(site) as address:
        assert check_host(address, site) == 0
    assert "没有发现问题" in capsys.readouterr().out


@pytest.mark.parametrize("name", HOSTS)
def test_a_host_that_is_wrong_in_one_way_is_told_that(site: Path, name: str) -> None:
    fault, kinds = HOSTS[name]
    with open_host(site, fault) as address:
        assert find_kinds(address, site) == kinds


# Deploys


def take_pages(own: Path, other: Path) -> None:
    shutil.copyfile(other / "index.html", own / "index.html")


def take_all_pages(own: Path, other: Path) -> None:
    for page in other.rglob("*.html"):
        shutil.copyfile(page, own / page.relative_to(other))


def take_worker(own: Path, other: Path) -> None:
    shutil.copyfile(other / "service_worker.js", own / "service_worker.js")


def take_plain_way(own: Path, other: Path) -> None:
    shutil.copytree(other / "runtime/plain", own / "runtime/plain", dirs_exist_ok=True)


def take_half_of_the_plain_way(own: Path, other: Path) -> None:
    wheel = "runtime/plain/policy_calculator-0.1.0-py3-none-any.whl"
    shutil.copyfile(other / wheel, own / wheel)


def lose(pattern: str) -> Callable[[Path, Path], None]:
    def deed(own: Path, other: Path) -> None:
        for file in own.glob(pattern):
            file.unlink()

    return deed


def publish_more(own: Path, other: Path) -> None:
    lay(own, ".git/HEAD", b"ref: refs/heads/main\n")
    lay(own, "build.py", b"#!/usr/bin/env python3\n")


def leave(name: str) -> Callable[[Path, Path], None]:
    return lambda own, other: lay(own, name, b"what was left over\n" * 10_000)


def forget_the_folder(own: Path, other: Path) -> None:
    page = (own / "404.html").read_bytes()
    lay(own, "404.html", page.replace(b'="assets/', b'="/assets/'))
    for name in ("manifest.json", "service_worker.js"):
        (own / name).unlink()
    lay_worker(own)
    lay_manifest(own, ORIGIN)


DEPLOYS: dict[str, tuple[Callable[[Path, Path], None], set[Kind]]] = {
    "one page is of another build": (
        take_pages,
        {Kind.CHANGED, Kind.MIXED, Kind.NAMED},
    ),
    "all pages are, their files are not": (take_all_pages, {Kind.CHANGED, Kind.NAMED}),
    "the worker is of another build": (take_worker, {Kind.CHANGED, Kind.WORKER}),
    "the plain way is of another build": (take_plain_way, {Kind.CHANGED, Kind.EDITION}),
    "half of the plain way is": (take_half_of_the_plain_way, {Kind.CHANGED, Kind.EDITION}),
    "a script is missing": (lose("assets/page.*.js"), {Kind.MISSING, Kind.NAMED}),
    "a piece is missing": (lose("runtime/calculator.*.bin"), {Kind.MISSING, Kind.NAMED}),
    "the page for what is missing is missing": (lose("404.html"), {Kind.MISSING}),
    "the page for what is missing knows no folder": (forget_the_folder, {Kind.LEADS_OUT}),
    "the manifest is missing": (lose("manifest.json"), {Kind.MISSING}),
    "more is published than the site": (publish_more, {Kind.EXPOSED}),
    "the archive that was sent is left over": (leave("site.zip"), {Kind.EXPOSED}),
    "so is one called after the folder": (leave("bangfu.tar.gz"), {Kind.EXPOSED}),
    "what lay there before is set aside": (leave("site.bak"), {Kind.EXPOSED}),
}


def change_texts(change: Callable[[bytes], bytes]) -> Callable[[Path, Path], None]:
    def deed(own: Path, other: Path) -> None:
        for file in own.rglob("*"):
            if file.suffix in (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt"):
                file.write_bytes(change(file.read_bytes()))

    return deed


def mark_and_end_lines(content: bytes) -> bytes:
    return b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")


def put_into_a_folder(own: Path, other: Path) -> None:
    entries = [*own.iterdir()]
    (own / "site").mkdir()
    for entry in entries:
        entry.rename(own / "site" / entry.name)


def rename(change: Callable[[str], str], pattern: str = "*") -> Callable[[Path, Path], None]:
    def deed(own: Path, other: Path) -> None:
        for file in [*own.rglob(pattern)]:
            if file.is_file():
                file.rename(file.with_name(change(file.name)))

    return deed


LOST_INDEX = {Kind.MISSING, Kind.NO_INDEX}
DEPLOYS |= {
    "lines end as on Windows": (change_texts(lambda text: text.replace(b"\n", b"\r\n")), {Kind.LINE_ENDS}),
    "an editor has marked every text": (change_texts(lambda text: b"\xef\xbb\xbf" + text), {Kind.MARKED}),
    "an editor did both": (change_texts(mark_and_end_lines), {Kind.MARKED}),
    "it lies one folder too deep": (put_into_a_folder, {Kind.MISSING, Kind.ELSEWHERE}),
    "the home page was forgotten": (lose("index.html"), LOST_INDEX),
    "a folder's page was forgotten": (lose("policies/ningxia/index.html"), LOST_INDEX),
    "names are in capitals": (rename(str.upper, "*.svg"), {Kind.MISSING, Kind.NAMED, Kind.RENAMED}),
    "one name has a capital": (rename(str.capitalize, "only-a.txt"), {Kind.MISSING, Kind.RENAMED}),
    "the home page's name is in capitals": (rename(str.upper, "index.html"), {*LOST_INDEX, Kind.RENAMED}),
}


@pytest.mark.parametrize("name", DEPLOYS)
def test_a_deploy_that_is_wrong_in_one_way_is_told_that(own: Path, tmp_path: Path, name: str) -> None:
    other = lay_small_site(tmp_path / "other", "b")
    deed, kinds = DEPLOYS[name]
    deed(own, other)
    with open_host(own) as address:
        assert find_kinds(address) == kinds


def test_a_host_that_lists_its_folders_is_told_which(site: Path) -> None:
    def list_folder(reply: Reply) -> None:
        folder = site / reply.path
        if reply.path.endswith("/") and folder.is_dir():
            names = "".join(f'<a href="{file.name}">{file.name}</a>' for file in folder.iterdir())
            reply.status, reply.body = 200, f"<html><title>Index of</title>{names}</html>".encode()
            reply.headers = {**reply.headers, "content-type": "text/html; charset=utf-8"}
            reply.headers.pop("content-encoding", None)

    with open_host(site, wrong(ANY, list_folder, 404)) as address:
        host, _ = find_host(address)
        with host:
            _, findings = find_faults(host)
    assert {finding.kind for finding in findings} == {Kind.LISTED}
    assert {"assets/", "assets/images/", "runtime/", "runtime/plain/"} <= {finding.address for finding in findings}
    assert "policies/ningxia/" not in {finding.address for finding in findings}


def test_a_mixed_deploy_is_told_where_no_manifest_helps(own: Path, tmp_path: Path) -> None:
    take_pages(own, lay_small_site(tmp_path / "other", "b"))
    (own / "manifest.json").unlink()
    with open_host(own) as address:
        assert find_kinds(address) == {Kind.MISSING, Kind.CHANGED, Kind.MIXED, Kind.NAMED}


def test_files_and_manifest_replaced_together_are_told_by_what_lies_here(own: Path, site: Path) -> None:
    lay(own, "runtime/plain/worker.js", b"onmessage = () => fetch('/elsewhere');\n")
    lay_manifest(own, ORIGIN)
    with open_host(own) as address:
        assert find_kinds(address) == set()
        assert find_kinds(address, site) == {Kind.UNLIKE_HERE}


EARLIER = "2026-10-01 08:00"


def tell(address: str, here: Path) -> dict[Kind, list[str]]:
    """What is told of each kind."""
    host, _ = find_host(address)
    with host:
        _, findings = find_faults(host, here)
    return {kind: [one.detail for one in findings if one.kind is kind] for kind in {one.kind for one in findings}}


def test_an_older_edition_is_named_by_its_version(site: Path, tmp_path: Path) -> None:
    old = lay_small_site(tmp_path / "old", "b", EARLIER)
    with open_host(old) as address:
        told = tell(address, site)
        assert find_kinds(address) == set()
    assert told.keys() == {Kind.OTHER, Kind.UNLIKE_HERE}
    commits = [str(name_origin(edition, "")["commit"])[:12] for edition in ("b", "a")]
    there = f"网站上的（旧的）：计算器 0.1.0，最后修改 {EARLIER}，提交 {commits[0]}"
    here = f"这里的：计算器 0.1.0，最后修改 2026-11-22 08:00，提交 {commits[1]}"
    assert told[Kind.OTHER] == [f"{there}；{here}"]


def test_a_manifest_from_before_it_told_versions_is_named_too(site: Path, own: Path) -> None:
    lay_manifest(own, {})
    with open_host(own) as address:
        told = tell(address, site)
    assert told.keys() == {Kind.OTHER}
    assert told[Kind.OTHER][0].startswith("网站上的（旧的）：没有写版本；这里的：计算器 0.1.0")


def test_whole_files_of_an_older_edition_are_not_called_cut(own: Path, tmp_path: Path) -> None:
    old = lay_small_site(tmp_path / "old", "b", EARLIER)
    lay(old, "service_worker.js", (old / "service_worker.js").read_bytes()[:500])  # an older one was shorter
    manifest = (own / "manifest.json").read_bytes()
    shutil.rmtree(own)
    shutil.copytree(old, own)
    lay(own, "manifest.json", manifest)
    with open_host(own) as address:
        told = tell(address, own)
    assert {Kind.OTHER, Kind.CHANGED, Kind.MISSING} <= told.keys()
    assert Kind.CUT not in told
    assert set(told[Kind.OTHER]) == {f"网页是 {EARLIER} 的，清单 manifest.json 是 2026-11-22 08:00 的"}


def test_the_site_is_found_one_folder_higher(site: Path) -> None:
    with open_host(site) as address:
        told = tell(f"{address}site/", site)
    assert told[Kind.ELSEWHERE] == [f"网站在 {address}"]


def test_a_page_that_no_folder_shows_is_told(site: Path) -> None:
    fault = wrong(r"^policies/dalian/$", fail(404))
    with open_host(site, fault) as address:
        assert find_kinds(address) == {Kind.MISSING, Kind.NO_DEFAULT}


def test_a_list_of_files_instead_of_the_home_page_is_told(site: Path) -> None:
    def list_files(reply: Reply) -> None:
        if reply.path == "":
            names = "".join(f"<a href='{file.name}'>{file.name}</a>" for file in site.iterdir())
            reply.body = f"<html><title>Index of /</title>{names}</html>".encode()
            reply.headers.pop("content-encoding", None)
        if reply.path == "index.html":
            fail(404)(reply)

    with open_host(site, list_files) as address:
        assert {Kind.REPLACED, Kind.NO_INDEX} <= tell(address, site).keys()


STRICT = "default-src 'self'; script-src 'self'; frame-ancestors 'self'"
OPEN = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' 'unsafe-inline'; worker-src 'self' blob:; "
    "img-src 'self' data:; frame-ancestors 'self'"
)


def test_a_policy_that_a_gateway_adds_is_told_with_its_header(site: Path) -> None:
    fault = wrong("^privacy/$", say(content_security_policy=STRICT))
    with open_host(site, fault) as address:
        told = tell(address, site)
    forbidding = f"default-src、script-src，整行是 Content-Security-Policy: {STRICT}"
    assert told == {Kind.POLICY: [forbidding]}


@pytest.mark.parametrize(
    ("header", "forbidding"),
    [
        (OPEN, []),
        ("", []),
        ("frame-ancestors 'self'; upgrade-insecure-requests", []),
        (OPEN.replace(" 'unsafe-eval'", ""), ["script-src"]),
        (OPEN.replace(" 'unsafe-inline'", ""), ["script-src"]),
        (OPEN.replace("'unsafe-inline'", f"'sha256-{hash_script('A()')}'"), []),
        (OPEN.replace(" blob:", ""), ["worker-src"]),
        (OPEN.replace("worker-src 'self' blob:;", ""), ["script-src"]),
        (OPEN.replace(" data:", ""), ["img-src"]),
        (OPEN.replace("default-src 'self'", "default-src https://example.gov.cn"), []),
        (OPEN.replace("default-src 'self'", "default-src https:"), []),
        (OPEN.replace("default-src 'self'", "default-src https://elsewhere.example"), ["default-src"]),
        (f"{OPEN}, connect-src 'none'", ["connect-src"]),
        (f"{OPEN}; sandbox allow-scripts", ["sandbox"]),
        (f"{OPEN}; sandbox allow-scripts allow-same-origin", []),
        (f"{OPEN}; require-trusted-types-for 'script'", ["require-trusted-types-for"]),
    ],
)
def test_a_policy_forbids_what_the_pages_need_or_nothing(header: str, forbidding: list[str]) -> None:
    page = "<script>A()</script><script src='page.js'></script>"
    assert list_forbidden(header, page, "https://example.gov.cn/bangfu/") == forbidding


def test_a_login_page_for_everything_is_no_site(site: Path) -> None:
    with open_host(site, ask_to_log_in) as address:
        assert Kind.REPLACED in find_kinds(address)


def test_the_server_for_this_machine_only_does_not_compress_pages(site: Path) -> None:
    with open_server(0, site=site) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        assert find_kinds(f"http://127.0.0.1:{server.server_port}/", site) == {Kind.PLAIN}
        server.shutdown()


# What is told


def test_a_host_that_does_not_answer_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert check_host(f"http://127.0.0.1:{port}/") == 2
    assert check_host("example.gov.cn") == 2
    told = capsys.readouterr().out
    assert "连不上服务器" in told
    assert "请写完整的网址" in told


@pytest.mark.parametrize(
    ("answer", "is_wrong"),
    [
        (Answer(200), True),
        (Answer(301, {"location": "http://example.gov.cn/bangfu/index.html"}), True),
        (Answer(301, {"location": "https://example.gov.cn/bangfu/"}), False),
        (Answer(0), False),
    ],
)
def test_plain_http_leads_to_https(monkeypatch: pytest.MonkeyPatch, answer: Answer, is_wrong: bool) -> None:
    """Where nobody listens on plain http, nobody is misled either."""
    monkeypatch.setattr(Host, "ask", lambda host, path: answer)
    found = [*find_plain_http(Host("https://example.gov.cn/bangfu/"))]
    assert bool(found) == is_wrong
    assert [*find_plain_http(Host("https://example.gov.cn:8443/"))] == []


def test_an_address_that_leads_on_is_followed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_host(site) as address:
        assert check_host(address.removesuffix("/"), site) == 0


def test_what_is_wrong_is_told_once_with_what_to_do(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fault = wrong(ANY, say(x_content_type_options=None))
    with open_host(site, fault) as address:
        assert check_host(address, site) == 1
    told = capsys.readouterr().out
    assert told.count("缺少安全头") == 1
    assert "等 " in told
    assert "X-Content-Type-Options: nosniff" in told
    assert "怎么办：" in told
    assert "部署说明“安全头”：" in told


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.quoted], ids=lambda kind: kind.name)
def test_every_quotation_stands_on_the_page(kind: Kind) -> None:
    heading, line = quote(kind.quoted)
    assert heading
    assert kind.quoted in line
