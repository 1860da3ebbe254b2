"""Hosts and deploys that are wrong in one way: no page shows a wrong amount, and none says nothing.

One server is told its fault. Whoever opens a link with answers for 60,000 yuan is shown that, or reads why he is not.
"""

import gzip
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from building.places import SITE
from building.runtime import read_laid_edition
from building.serving import SiteHandler
from tests.browser.conftest import AMOUNT, CARRIER, SAVE_DATA
from tests.browser.contexts import ELSEWHERE
from tests.browser.patience import STARTS

SCRIPT, STYLES, PIECES = r"/assets/page\.", r"\.css$", r"/runtime/[a-z-]+\."
CALCULATOR, RUNTIME = r"/runtime/calculator\.", r"/runtime/"
LOGIN = "<!doctype html><title>登录</title><form>请先登录</form>".encode()

SUM = "60,000 元"
FAILED = "计算器没有加载成功"
CHANGED = "网站已更新，请刷新页面"
ASLEEP = "计算器还没有准备好"

FRAME = '<iframe src="embed/ningxia/" sandbox="allow-scripts" width="400" height="700"></iframe>'

KEEPS_NOTHING = """
const refuse = () => { throw new DOMException("Access is denied for this document.", "SecurityError"); };
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: refuse });
const reject = () => Promise.reject(new DOMException("An attempt was made to break through.", "SecurityError"));
for (const name of ["keys", "match", "open", "delete"]) CacheStorage.prototype[name] = reject;
for (const name of ["register", "getRegistration"]) ServiceWorkerContainer.prototype[name] = reject;
"""
"""A browser in which all cookies are blocked."""

Deed = Callable[["Handler"], None]


@dataclass(frozen=True)
class Fault:
    """What a host does wrong, and with which addresses; once, where it mends itself."""

    address: str
    deed: Deed
    is_mended: bool = False


class Handler(SiteHandler):
    """A server as it should be, but for its fault."""

    fault: Fault | None = None
    site = SITE
    address = ""
    seen: set[str] = set()  # noqa: RUF012 – a class of its own for every test
    over = Event()

    def do_GET(self) -> None:  # noqa: N802 – the base class names it so
        self.directory = str(self.site)
        fault = self.fault
        is_wrong = fault and re.search(fault.address, self.path) and not (fault.is_mended and self.path in self.seen)
        self.seen.add(self.path)
        if fault and is_wrong:
            fault.deed(self)
        else:
            super().do_GET()

    def read(self) -> bytes:
        file = Path(self.translate_path(self.path))
        return (file / "index.html" if file.is_dir() else file).read_bytes()

    def send(self, content: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        """Send bytes, perhaps fewer than announced; with the type of the file unless another one is given."""
        self.send_response(status)
        given = {"Content-Type": self.guess_type(self.translate_path(self.path))}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in given.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        super(SiteHandler, self).end_headers()
        self.wfile.write(content)
        self.close_connection = self.close_connection or length is not None


def answer(status: int) -> Deed:
    return lambda handler: handler.send(b"", status)


def keep_missing(handler: Handler) -> None:
    """Say that a file is missing, and let browsers keep that for a year."""
    handler.send(b"", 404, Cache_Control="public, max-age=31536000, immutable")


def cut(handler: Handler) -> None:
    content = handler.read()
    handler.send(content[: len(content) // 2], length=len(content))


def cut_quietly(handler: Handler) -> None:
    content = handler.read()
    handler.send(content[: len(content) // 2])


def flip(handler: Handler) -> None:
    content = bytearray(handler.read())
    content[len(content) // 2] ^= 1
    handler.send(bytes(content))


def hang(handler: Handler) -> None:
    handler.over.wait(120)


def ask_to_log_in(handler: Handler) -> None:
    handler.send(LOGIN, Content_Type="text/html; charset=utf-8")


def forget_types(handler: Handler) -> None:
    handler.send(handler.read(), Content_Type="application/octet-stream")


def forget_types_strictly(handler: Handler) -> None:
    handler.send(handler.read(), Content_Type="application/octet-stream", X_Content_Type_Options="nosniff")


def compress_twice(handler: Handler) -> None:
    """Send what is compressed twice, and own up to once."""
    handler.send(gzip.compress(gzip.compress(handler.read(), 1), 1), Content_Encoding="gzip")


def say_gbk(handler: Handler) -> None:
    kind = "text/html" if handler.path.endswith("/") else "text/javascript"
    handler.send(handler.read(), Content_Type=f"{kind}; charset=gbk")


FAULTS: dict[str, tuple[Fault, tuple[str, ...]]] = {
    "knows no types": (Fault(r"\.", forget_types), (SUM,)),
    "knows no types and is strict": (Fault(r"\.", forget_types_strictly), (ASLEEP,)),
    "script missing": (Fault(SCRIPT, answer(404)), (ASLEEP,)),
    "script fails": (Fault(SCRIPT, answer(500)), (ASLEEP,)),
    "script cut": (Fault(SCRIPT, cut), (ASLEEP,)),
    "script cut quietly": (Fault(SCRIPT, cut_quietly), (ASLEEP,)),
    "login page for a script": (Fault(SCRIPT, ask_to_log_in), (ASLEEP,)),
    "styles missing": (Fault(STYLES, answer(404)), (SUM,)),
    "piece missing": (Fault(CALCULATOR, answer(404)), (SUM,)),
    "piece cut": (Fault(CALCULATOR, cut), (SUM,)),
    "piece with one other bit": (Fault(CALCULATOR, flip), (SUM,)),
    "login page for a piece": (Fault(CALCULATOR, ask_to_log_in), (SUM,)),
    "piece missing once and kept as missing": (Fault(PIECES, keep_missing, is_mended=True), (SUM,)),
    "pieces compressed twice": (Fault(PIECES, compress_twice), (SUM,)),
    "runtime missing": (Fault(RUNTIME, answer(404)), (FAILED,)),
    "runtime fails": (Fault(RUNTIME, answer(503)), (FAILED,)),
    "login page for the runtime": (Fault(RUNTIME, ask_to_log_in), (FAILED,)),
    "no wheel, and a piece missing": (Fault(rf"{CALCULATOR}|\.whl$", answer(404)), (FAILED,)),
    "other bits in all calculators": (Fault(rf"{CALCULATOR}|/policy_calculator", flip), (FAILED,)),
    "wrong charset": (Fault(r"/$|\.js$", say_gbk), (SUM,)),
    "service worker missing": (Fault("/service_worker", answer(404)), (SUM,)),
    "login page for the service worker": (Fault("/service_worker", ask_to_log_in), (SUM,)),
}


@pytest.fixture
def host() -> Iterator[type[Handler]]:
    """A server whose fault can be told: the class of its handlers."""

    class Own(Handler):
        seen: set[str] = set()  # noqa: RUF012
        over = Event()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Own, directory=str(SITE)))
    server.daemon_threads = True
    Own.address = f"http://127.0.0.1:{server.server_port}/"
    Thread(target=server.serve_forever, daemon=True).start()
    yield Own
    Own.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def visitor(browser: Browser, host: type[Handler]) -> Iterator[BrowserContext]:
    """A browser that has never been here; what it complains of is the host's fault."""
    context = browser.new_context(base_url=host.address, locale="zh-CN")
    yield context
    host.over.set()
    context.close()


def find_end(page: Page) -> Locator:
    """What ends the waiting: an amount, or a sentence that says why there is none."""
    told = re.compile("|".join((FAILED, CHANGED, ASLEEP)))
    sentences = page.locator(".calculator-asleep, .progress-step").filter(has_text=told)
    return page.locator(AMOUNT).first.or_(sentences).filter(visible=True).first


def expect_end(page: Page, *ends: str) -> None:
    end = find_end(page)
    expect(end).to_be_visible(timeout=STARTS)
    told = end.inner_text()
    assert told.startswith(ends), told
    if not told.startswith(SUM):
        expect(page.locator(AMOUNT)).to_have_count(0)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_gives_the_right_amount_or_is_told(visitor: BrowserContext, host: type[Handler], fault: str) -> None:
    host.fault, ends = FAULTS[fault]
    page = visitor.new_page()
    if "service worker" not in fault:
        page.add_init_script(SAVE_DATA)  # the site is not kept: that is another test's
    page.goto(f"policies/ningxia/{CARRIER}")
    expect_end(page, *ends)
    if "service worker" in fault:
        expect(page.locator("[data-text-kept]")).to_be_hidden()


def test_a_piece_that_never_comes_is_told(visitor: BrowserContext, host: type[Handler]) -> None:
    host.fault = Fault(CALCULATOR, hang)
    page = visitor.new_page()
    page.add_init_script(SAVE_DATA)
    page.clock.install()
    page.goto(f"policies/ningxia/{CARRIER}")
    expect(page.locator(".progress-step")).to_contain_text("正在下载计算器")
    page.wait_for_timeout(2_000)  # until the other pieces are there
    page.clock.fast_forward(31_000)
    expect_end(page, FAILED)


def test_a_flipped_bit_is_found_where_the_connection_is_not_safe(visitor: BrowserContext, host: type[Handler]) -> None:
    """Browsers hash nothing on plain http: the page compares a checksum."""
    host.fault = Fault(CALCULATOR, lambda handler: answer(404)(handler) if ".gz" in handler.path else flip(handler))
    page = visitor.new_page()
    page.add_init_script(SAVE_DATA)
    page.goto(f"{host.address.replace('127.0.0.1', ELSEWHERE)}policies/ningxia/{CARRIER}")
    assert not page.evaluate("isSecureContext || Boolean(crypto.subtle)")
    expect_end(page, SUM)
    assert "/runtime/plain/worker.js" in host.seen


def test_a_sandbox_that_takes_the_origin_away_is_told(visitor: BrowserContext, host: type[Handler]) -> None:
    """The page on embedding says what such a frame needs."""
    page = visitor.new_page()
    page.route("**/frame.html", lambda route: route.fulfill(body=FRAME, content_type="text/html; charset=utf-8"))
    page.goto("frame.html")
    framed = page.frame_locator("iframe")
    framed.locator("#who-carrier").check()
    expect(framed.locator(".calculator-progress, .calculator-asleep").filter(visible=True)).to_contain_text(
        re.compile(f"{FAILED}|{ASLEEP}"), timeout=STARTS
    )


def test_a_browser_that_keeps_nothing_calculates(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.add_init_script(KEEPS_NOTHING)
    page.goto(f"policies/ningxia/{CARRIER}")
    expect_end(page, SUM)
    page.get_by_role("button", name="结束并清除").click()
    expect(page.locator(".cleared")).to_be_focused(timeout=STARTS)
    expect(page.locator(".cleared p:visible").first).to_contain_text("已经清除，页面和新的一样")


# Two versions on one host


@pytest.fixture(scope="module")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the next version has it: another calculator, in all its forms, and nothing of the old one."""
    site = tmp_path_factory.mktemp("next") / "site"
    shutil.copytree(SITE, site)
    old, new = (edition.encode() for edition in (read_laid_edition(), sha256(b"the next").hexdigest()))
    (piece,) = site.glob("runtime/calculator.*.bin")
    content = piece.read_bytes()
    assert content.count(old) == 1
    names = {old: new, **rename(site, piece, content.replace(old, new))}
    (wheel,) = site.glob("runtime/plain/policy_calculator-*.whl")
    names |= change_wheel(wheel, old, new)
    manifest = site / "runtime/plain/manifest.json"
    manifest.write_bytes(replace(manifest.read_bytes(), names))
    (script,) = site.glob("assets/page.*.js")
    pages = rename(site, script, replace(script.read_bytes(), names))
    for page in site.rglob("*.html"):
        page.write_bytes(replace(page.read_bytes(), {**names, **pages}))
    return site


def rename(site: Path, file: Path, content: bytes) -> dict[bytes, bytes]:
    """Lay other bytes under the name of their hash; what is to be replaced where the file is spoken of?"""
    name, old, ending = file.name.split(".")
    before, after = sha256(file.read_bytes()).hexdigest(), sha256(content).hexdigest()
    for copy in site.glob(f"{file.relative_to(site).parent}/{name}.{old}.*"):
        copy.unlink()
    file.with_name(f"{name}.{after[:16]}.{ending}").write_bytes(content)
    return {before.encode(): after.encode(), old.encode(): after[:16].encode()}


def change_wheel(wheel: Path, old: bytes, new: bytes) -> dict[bytes, bytes]:
    before = wheel.read_bytes()
    changed = BytesIO()
    with zipfile.ZipFile(wheel) as read, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as written:
        for item in read.infolist():
            written.writestr(item, read.read(item).replace(old, new))
    wheel.write_bytes(changed.getvalue())
    return {
        sha256(before).hexdigest().encode(): sha256(changed.getvalue()).hexdigest().encode(),
        f'"size": {len(before)},'.encode(): f'"size": {len(changed.getvalue())},'.encode(),
    }


def replace(content: bytes, changes: dict[bytes, bytes]) -> bytes:
    for old, new in changes.items():
        content = content.replace(old, new)
    return content


def test_an_old_page_never_asks_the_next_calculator(
    visitor: BrowserContext, host: type[Handler], next_site: Path
) -> None:
    """A tab from before the deploy, touched after it: it says so, and keeps what was filled in over the refresh."""
    page = visitor.new_page()
    page.add_init_script(SAVE_DATA)
    page.goto("policies/ningxia/")
    host.site = next_site
    page.locator("#who-carrier").check()
    page.locator("#f-workers_hired").fill("35")
    expect_end(page, CHANGED)
    expect(page.locator(".calculator-progress a")).to_be_hidden()
    page.get_by_role("button", name="刷新页面").click()
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    expect(page.locator("#f-workers_hired")).to_have_value("35")
    expect(page.locator("#who-carrier")).to_be_checked()


def test_a_new_page_never_asks_the_old_calculator(
    visitor: BrowserContext, host: type[Handler], next_site: Path, tmp_path: Path
) -> None:
    """The pages came first, the pieces are still to come."""
    mixed = lay_mixed(tmp_path, next_site, runtime=SITE)
    host.site = mixed
    page = visitor.new_page()
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/ningxia/{CARRIER}")
    expect_end(page, CHANGED)


def test_an_old_page_and_half_of_the_next_plain_way(
    visitor: BrowserContext, host: type[Handler], next_site: Path, tmp_path: Path
) -> None:
    """The list of files is still the old one, the wheel is the next one."""
    mixed = lay_mixed(tmp_path, SITE, runtime=next_site)
    plain = tmp_path / "plain"
    shutil.copytree(next_site / "runtime/plain", plain)
    shutil.copyfile(SITE / "runtime/plain/manifest.json", plain / "manifest.json")
    (mixed / "runtime").unlink()
    (mixed / "runtime").mkdir()
    (mixed / "runtime/plain").symlink_to(plain)
    host.site = mixed
    page = visitor.new_page()
    page.add_init_script(SAVE_DATA)
    page.goto(f"policies/ningxia/{CARRIER}")
    expect_end(page, FAILED)


def lay_mixed(folder: Path, pages: Path, runtime: Path) -> Path:
    """The pages of one version with the runtime of another."""
    mixed = folder / "mixed"
    mixed.mkdir()
    for entry in pages.iterdir():
        (mixed / entry.name).symlink_to(runtime / "runtime" if entry.name == "runtime" else entry)
    return mixed


def test_old_pieces_that_were_left_there_serve_an_old_page(
    visitor: BrowserContext, host: type[Handler], next_site: Path, tmp_path: Path
) -> None:
    """As the page on deployment advises: an old tab then notices nothing."""
    page = visitor.new_page()
    page.add_init_script(SAVE_DATA)
    page.goto("policies/ningxia/")
    mixed = lay_mixed(tmp_path, next_site, runtime=next_site)
    (mixed / "runtime").unlink()
    (mixed / "runtime").mkdir()
    for folder in (SITE, next_site):
        for file in (folder / "runtime").iterdir():
            target = mixed / "runtime" / file.name
            if not target.exists():
                target.symlink_to(file)
    host.site = mixed
    page.goto(f"policies/ningxia/{CARRIER}")
    expect_end(page, SUM)
