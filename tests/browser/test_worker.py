"""The real worker: it answers what CPython answers, and where it cannot start the page says so."""

import json
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from building.bundles import bundle_asset
from building.library import pack
from building.runtime import read_laid_edition, read_listing
from building.serving import open_server
from calc.web import answer
from tests.browser.conftest import SAVE_DATA, FrozenHost
from tests.browser.contexts import ELSEWHERE
from tests.browser.patience import STARTS
from tests.browser.pieces import FIRST, find_piece, read_piece, unpack

pytestmark = pytest.mark.first_visit

Open = Callable[..., Page]
Other = Callable[..., None]

MOST_BYTES = 3_480_000  # what a first visit may load before its first answer
QUESTION = json.dumps({"page": "ningxia", "form": {"who": "all", "workers_hired": "12"}, "submitted": True})

START = """async () => {
    const { startPython } = await import("/assets/python.js");
    const stages = [];
    window.python = await startPython(new URL("/runtime/", location.href).href, ({ stage, done, total }) => {
        if (stages.at(-1)?.stage !== stage) stages.push({ stage });
        Object.assign(stages.at(-1), { done, total });
    });
    return stages;
}"""


@pytest.fixture
def other_pieces(context: BrowserContext, page: Page, tmp_path: Path) -> Other:
    """Give the page pieces that differ, as if it had been built with them."""

    def replace(**contents: bytes) -> None:
        listing = read_listing()
        for name, content in contents.items():
            listing[name] |= {"sha256": sha256(content).hexdigest(), "size": len(content)}
            page.route(f"**/runtime/{name}.*", partial(fulfill, content))
        bundle_asset(
            "python.js", tmp_path / "python.js", {"RUNTIME_FILES": listing, "EDITION": read_laid_edition()}, "esm"
        )
        page.route("**/assets/python.js", lambda route: route.fulfill(path=tmp_path / "python.js"))

    return replace


def fulfill(content: bytes, route: Route) -> None:
    route.fulfill(body=content)


def start(page: Page) -> list[str]:
    """Start Python in a page. What it said it was doing tells the way it took."""
    return [stage["stage"] for stage in page.evaluate(START)]


def is_plain(stages: list[str]) -> bool:
    return "install" in stages


def ask(page: Page, question: str) -> str:
    reply = page.evaluate("question => window.python.ask(question)", question)
    return str(reply.get("answer", reply))


def touch(page: Page) -> None:
    page.get_by_label("count").focus()


def expect_progress(page: Page, text: str) -> None:
    expect(page.locator(".progress-step")).to_have_text(text, timeout=STARTS)
    expect(page.get_by_label("count")).to_be_editable()


def test_python_in_the_page_answers_as_python_does_here(pyodide_answer: Callable[[list[str]], list[bytes]]) -> None:
    questions = [json.dumps({"page": "ningxia", "form": {}, "submitted": submitted}) for submitted in (False, True)]
    assert pyodide_answer(questions) == [answer(question).encode() for question in questions]


def test_python_starts_under_a_strict_policy_and_counts_its_bytes(stand_in: Open) -> None:
    stages = stand_in().evaluate(START)
    assert [stage["stage"] for stage in stages if stage["stage"] != "start"] == ["fetch", "import"]
    assert stages[0]["done"] == stages[0]["total"]
    assert 3_000_000 < stages[0]["total"] <= MOST_BYTES


@pytest.mark.parametrize("piece", ["worker", "wasm", "packages"])  # the others are asked for like the last
def test_what_lacks_a_piece_starts_the_plain_way(stand_in: Open, page: Page, complaints: list[str], piece: str) -> None:
    page.route(f"**/runtime/{piece}.*", lambda route: route.abort())
    assert is_plain(start(stand_in()))
    assert ask(page, QUESTION) == answer(QUESTION)
    assert all("ERR_FAILED" in complaint for complaint in complaints)
    complaints.clear()


def test_what_has_a_wrong_piece_starts_the_plain_way(stand_in: Open, page: Page) -> None:
    page.route("**/runtime/standard.*", lambda route: route.fulfill(body="<html>not what was asked for</html>"))
    assert is_plain(start(stand_in()))
    assert ask(page, QUESTION) == answer(QUESTION)


def test_what_fails_while_it_starts_starts_the_plain_way(
    stand_in: Open, page: Page, other_pieces: Other, complaints: list[str]
) -> None:
    other_pieces(standard=read_piece("standard").replace(b"encodings", b"encodinga"))
    assert is_plain(start(stand_in()))
    complaints.clear()


def test_a_calculator_of_another_edition_is_never_asked(
    stand_in: Open, page: Page, other_pieces: Other, complaints: list[str]
) -> None:
    """Its bytes are those that the page was built with, and still it is another."""
    edition = read_laid_edition().encode()
    other_pieces(calculator=read_piece("calculator").replace(edition, sha256(b"another").hexdigest().encode()))
    assert is_plain(start(stand_in()))
    assert ask(page, QUESTION) == answer(QUESTION)
    complaints.clear()


@pytest.mark.parametrize("module", ["calc/version", "chinese_calendar/utils"], ids=["at the start", "at an answer"])
def test_a_missing_module_brings_the_rest_of_the_library(
    stand_in: Open, page: Page, other_pieces: Other, module: str
) -> None:
    """As if the calculator had come by a module that it was not seen to use."""
    files = {name: unpack(read_piece(name)) for name in ("packages", "calculator", "rest")}
    moved = {name: content.pop(f"{module}.pyc", None) for name, content in files.items()}
    files["rest"][f"{module}.pyc"] = next(filter(None, moved.values()))
    pieces = json.loads(files["calculator"]["rest_of_library.json"])
    pieces["rest"].append(module.replace("/", "."))
    files["calculator"]["rest_of_library.json"] = json.dumps(pieces).encode()
    other_pieces(**{name: pack(content) for name, content in files.items()})
    assert not is_plain(start(stand_in()))
    form = {"who": "all", "notice_start.year": "2018", "notice_start.month": "9", "notice_start.day": "28"}
    by_working_days = json.dumps({"page": "dalian", "form": form, "submitted": True})
    with nullcontext() if module.startswith("calc/") else page.expect_request("**/runtime/rest.*"):
        assert ask(page, by_working_days) == answer(by_working_days)


def test_a_visitor_does_not_notice_which_way_was_taken(stand_in: Open, page: Page, complaints: list[str]) -> None:
    page.route("**/runtime/wasm.*", lambda route: route.abort())
    touch(stand_in())
    progress = page.locator(".calculator-progress")
    expect(progress).to_be_visible()
    expect(progress).to_be_hidden(timeout=STARTS)  # a failure would stay
    complaints.clear()


def test_what_is_blocked_is_said(stand_in: Open, page: Page, complaints: list[str]) -> None:
    page.route("**/runtime/**", lambda route: route.abort())
    touch(stand_in())
    expect_progress(page, "failed")
    complaints.clear()


def test_what_is_broken_both_ways_is_said(stand_in: Open, page: Page, complaints: list[str]) -> None:
    page.route("**/runtime/standard.*", lambda route: route.fulfill(body=b"<html>not what was asked for</html>"))
    page.route("**/python_stdlib.zip", lambda route: route.fulfill(body=b"<html>not what was asked for</html>"))
    touch(stand_in())
    expect_progress(page, "failed")
    complaints.clear()


def test_a_host_that_never_answers_is_not_waited_for(stand_in: Open, page: Page, complaints: list[str]) -> None:
    page.route("**/runtime/wasm.*", lambda route: None)
    page.clock.install()
    stand_in()
    with page.expect_request("**/runtime/wasm.*"):
        touch(page)
    page.wait_for_timeout(1_000)
    page.clock.fast_forward(31_000)
    expect_progress(page, "failed")
    page.unroute("**/runtime/wasm.*")
    complaints.clear()


@pytest.fixture(scope="module")
def frozen_host() -> Iterator[str]:
    server = open_server(handler=FrozenHost)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://{ELSEWHERE}:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_an_old_host_on_plain_http_serves_as_well(browser: Browser, frozen_host: str) -> None:
    """Every file without a type, nothing compressed, no safe connection: it takes the fast way, in few bytes."""
    context, requests = browser.new_context(base_url=frozen_host, locale="zh-CN"), list[Request]()
    context.on("request", lambda request: requests.append(request))
    page = context.new_page()
    page.add_init_script(SAVE_DATA)
    page.goto("policies/ningxia/")
    assert not page.evaluate("isSecureContext || Boolean(crypto.subtle)")
    page.locator("#who-carrier").check()
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    pieces = [request.url.removeprefix(f"{frozen_host}runtime/") for request in requests if "runtime/" in request.url]
    assert {f"{find_piece(name)}.bin.gz" for name in FIRST} < set(pieces)
    assert not [piece for piece in pieces if piece.startswith(("plain/", "rest."))]
    assert all(request.url.startswith((frozen_host, f"blob:{frozen_host}")) for request in requests)
    context.close()


def test_browser_without_webassembly_is_told(stand_in: Open, page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    touch(stand_in())
    expect_progress(page, "unsupported")
    assert not page.workers


def test_policy_that_forbids_webassembly_is_told(stand_in: Open, page: Page, complaints: list[str]) -> None:
    touch(stand_in(without="'wasm-unsafe-eval'"))
    expect_progress(page, "forbidden")
    assert not page.workers
    complaints.clear()
