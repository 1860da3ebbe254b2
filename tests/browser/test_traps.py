"""Where Python comes by a function that was left out, its whole modules take over, and nobody sees more than a wait."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import AMOUNT, CARRIER, SAVE_DATA, WAIT_UNTIL_KEPT
from tests.browser.contexts import open_context
from tests.browser.patience import STARTS
from tests.browser.pieces import name_pieces
from tests.browser.test_engines import Engine, engine, old_chromium, see_answers, started_old_chromium, webkit
from tests.browser.test_memory import IS_KEPT
from tests.browser.test_roster import TITLES, begin, choose, download, make_rows, name_day, read_table, write_xlsx
from tests.browser.trapped_site import SPRING, hold_memory, serve_with, trap_library, trap_python

__all__ = ["engine", "old_chromium", "started_old_chromium", "webkit"]

AT_ANSWER = "_PyDict_GetItem_KnownHash"
"""What Python calls so is called by the first answer, and not before it."""
TRAPS = {
    "at its first instruction": lambda: trap_python("__wasm_call_ctors"),
    "while it imports": trap_library,
    "at an answer": lambda: trap_python(AT_ANSWER),
}
WARNING = "Python has come by a function that was left out"
PAGE = f"policies/ningxia/{CARRIER}"

Serve = Callable[[dict[str, bytes]], str]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve the site with other pieces, to the end of the test."""
    with ExitStack() as opened:

        def serve_once(pieces: dict[str, bytes]) -> str:
            return opened.enter_context(serve_with(pieces, tmp_path))

        yield serve_once


@pytest.fixture
def heard() -> list[str]:
    """What the pages of the context say on the console, and whatever else is noted of them."""
    return []


@pytest.fixture
def visitor(browser: Browser, heard: list[str]) -> Iterator[BrowserContext]:
    context = open_context(browser, "http://127.0.0.1", heard, {})
    yield context
    context.close()


@pytest.mark.parametrize("where", TRAPS)
def test_the_whole_modules_give_the_answer(visitor: BrowserContext, heard: list[str], serve: Serve, where: str) -> None:
    address, asked = serve(TRAPS[where]()), list[str]()
    page = visitor.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{PAGE}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    page.locator("#f-workers_hired").fill("12")
    expect(page.locator(AMOUNT)).to_have_text("20,000 元", timeout=STARTS)
    expect(page.locator(".calculator-progress")).to_be_hidden()
    pieces = name_pieces(asked)
    assert (pieces.count("whole-wasm"), pieces.count("whole-library"), pieces.count("plain")) == (1, 1, 0)
    assert sum(WARNING in line for line in heard) == 1


@pytest.mark.parametrize("where", TRAPS)
def test_every_engine_notices(engine: Engine, serve: Serve, where: str) -> None:
    see_answers(engine, f"{serve(TRAPS[where]())}{PAGE}")
    assert any("/runtime/whole-wasm." in address for address in engine.requests)
    assert not any("/runtime/plain/" in address for address in engine.requests)
    engine.complaints.clear()


def test_what_is_typed_meanwhile_is_not_lost(visitor: BrowserContext, serve: Serve) -> None:
    page = visitor.new_page()
    page.goto(f"{serve(TRAPS['at an answer']())}policies/ningxia/")
    page.locator("#who-carrier").check()
    expect(page.locator("#result-carrier-subsidy")).to_be_visible(timeout=STARTS)
    page.locator("#f-workers_hired").fill("3")
    page.locator("#f-workers_hired").press_sequentially("5")
    expect(page.locator("#result-carrier-subsidy")).to_contain_text("60,000 元", timeout=STARTS)
    expect(page.locator("#f-workers_hired")).to_have_value("35")


def test_a_memory_laid_back_traps_as_well(visitor: BrowserContext, heard: list[str], serve: Serve) -> None:
    """Kept by a visit that came by nothing; the next one does."""
    address = serve(hold_memory())
    page = visitor.new_page()
    page.goto(f"{address}{PAGE}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    page.evaluate(WAIT_UNTIL_KEPT)
    page.goto(f"{address}{PAGE}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    page.workers[-1].evaluate(SPRING)
    page.locator("#f-workers_hired").fill("12")
    expect(page.locator(AMOUNT)).to_have_text("20,000 元", timeout=STARTS)
    assert sum(WARNING in line for line in heard) == 1


def test_what_whole_modules_remember_is_not_kept(visitor: BrowserContext, serve: Serve) -> None:
    """It would be laid into trimmed ones by the next page."""
    page = visitor.new_page()
    page.goto(f"{serve(TRAPS['while it imports']())}{PAGE}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)
    page.wait_for_timeout(4_000)
    assert not page.evaluate(IS_KEPT)


def test_an_open_table_is_opened_again(visitor: BrowserContext, heard: list[str], serve: Serve, tmp_path: Path) -> None:
    """Opened, mended and computed by one worker; another one hands out the result."""
    page = visitor.new_page()
    page.goto(f"{serve(hold_memory())}roster/jining/")
    file = write_xlsx(tmp_path / "名册.xlsx", [TITLES, *make_rows(160)])
    choose(page, file)
    name_day(page)
    begin(page)
    page.get_by_label("“19年3月”").first.fill("2019-03-15")
    page.get_by_role("button", name="改好了，重新算").click()
    expect(page.locator("#roster-result")).to_contain_text("在网页里改了", timeout=STARTS)
    before = read_table(download(page, "结果（.csv）", tmp_path))
    page.workers[-1].evaluate(SPRING)
    after = read_table(download(page, "结果（.csv）", tmp_path))
    assert after == before
    assert len(before) == 161
    assert sum(WARNING in line for line in heard) == 1


def test_where_whole_modules_cannot_be_had_the_plain_way_answers(visitor: BrowserContext, serve: Serve) -> None:
    page = visitor.new_page()
    page.route("**/runtime/whole-*", lambda route: route.abort())
    page.goto(f"{serve(TRAPS['at an answer']())}{PAGE}")
    expect(page.locator(AMOUNT)).to_have_text("60,000 元", timeout=STARTS)


def test_where_nothing_can_be_had_it_is_said(visitor: BrowserContext, serve: Serve) -> None:
    page = visitor.new_page()
    page.route("**/runtime/whole-*", lambda route: route.abort())
    page.route("**/runtime/plain/**", lambda route: route.abort())
    page.add_init_script(SAVE_DATA)
    page.goto(f"{serve(TRAPS['at an answer']())}{PAGE}")
    expect(page.locator(".calculator-progress")).to_contain_text("没有加载成功", timeout=STARTS)
    expect(page.locator("#f-workers_hired")).to_have_value("35")
