"""A second start lays back the memory that the first kept; where it cannot, it imports again. Both answer the same."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from calc.pages import PAGES
from calc.web import WANTS, answer
from tests.browser.conftest import WAIT_UNTIL_KEPT
from tests.browser.contexts import open_context, tidy
from tests.browser.patience import STARTS
from tests.browser.test_worker import START, Open, ask

SECRET = "9173-5281-6640"
QUESTION = json.dumps({"page": "ningxia", "form": {"who": "all", "workers_hired": SECRET}, "submitted": True})

CHANGE = """async () => {
    const [name] = (await caches.keys()).filter((name) => name.startsWith("policy-calculator.memory-"));
    const cache = await caches.open(name);
    const [request] = await cache.keys();
    const kept = await cache.match(request);
    let layout = JSON.parse(kept.headers.get("layout")), seal = kept.headers.get("seal");
    const bytes = new Uint8Array(await kept.arrayBuffer());
    /* change */;
    layout = JSON.stringify(layout);
    const hash = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
    if (/* sealed */) seal = await hash(new TextEncoder().encode(`${layout}\n${await hash(bytes)}`));
    await cache.put(request, new Response(bytes, { headers: { layout, seal } }));
}"""
IS_KEPT = """async () => Boolean(await caches.match("https://runtime.invalid/memory"))"""
ASK_FOR_THREE_SECONDS = """async (question) => {
    for (const begun = Date.now(); Date.now() - begun < 3_000; ) await window.python.ask(question);
}"""
HOLDS = """async (text) => {
    const kept = await caches.match("https://runtime.invalid/memory");
    return new TextDecoder("latin1").decode(await kept.arrayBuffer()).includes(text);
}"""


def start(page: Page) -> list[str]:
    return [stage["stage"] for stage in page.evaluate(START) if stage["stage"] not in ("fetch", "start")]


@pytest.fixture(scope="module")
def browser_of_a_visitor(browser: Browser, base_url: str, noticed: list[str]) -> Iterator[BrowserContext]:
    """A browser whose memories may be broken: other tests have another."""
    context = open_context(browser, base_url, noticed, {})
    yield context
    context.close()


@pytest.fixture
def context(browser_of_a_visitor: BrowserContext, base_url: str, complaints: list[str]) -> Iterator[BrowserContext]:
    yield browser_of_a_visitor
    complained = "\n".join(complaints)
    tidy(browser_of_a_visitor, base_url)
    assert not complained, complained


@pytest.fixture
def returning(stand_in: Open, page: Page) -> Page:
    """A page on which Python has been started, now or in an earlier test, and its memory kept."""
    stand_in()
    if not page.evaluate(IS_KEPT):
        assert start(page) == ["import"]
        assert ask(page, QUESTION) == answer(QUESTION)
        page.evaluate(WAIT_UNTIL_KEPT)
        page.reload()
    return page


def list_questions() -> Iterator[str]:
    for page in PAGES:
        for wanted in WANTS:
            asked = {"page": page, "form": {"who": "all"}, "submitted": True, "wants": wanted}
            yield json.dumps({**asked, "address": "https://example.test/", "file": "calendar"})


def test_a_restored_memory_answers_the_same(returning: Page) -> None:
    assert start(returning) == ["restore"]
    for question in list_questions():
        assert ask(returning, question) == answer(question)


def test_nothing_of_the_visitor_is_kept(returning: Page) -> None:
    assert returning.evaluate(HOLDS, "workers_hired")
    assert not returning.evaluate(HOLDS, SECRET)


def change_memory(page: Page, change: str, *, is_sealed: bool) -> None:
    page.evaluate(CHANGE.replace("/* change */", change).replace("/* sealed */", json.dumps(is_sealed)))


@pytest.mark.parametrize(
    "change",
    ["bytes[bytes.length >> 1] ^= 1", "bytes[0] ^= 1", "layout.libraries[0].place += 16", "seal = ''"],
)
def test_what_is_not_as_it_was_kept_never_runs(returning: Page, change: str) -> None:
    change_memory(returning, change, is_sealed=False)
    assert start(returning) == ["import"]
    assert ask(returning, QUESTION) == answer(QUESTION)
    returning.evaluate(WAIT_UNTIL_KEPT)
    returning.wait_for_timeout(3_000)  # until the sound memory has taken its place
    returning.reload()
    assert start(returning) == ["restore"]


@pytest.mark.parametrize(
    "change",
    [
        "layout.functions += 1",
        "layout.libraries[0].functions += 1",
        "layout.size = -1",
        "bytes.fill(0)",
        "bytes.fill(7, 64)",
    ],
)
def test_what_cannot_be_restored_is_imported(returning: Page, complaints: list[str], change: str) -> None:
    change_memory(returning, change, is_sealed=True)
    assert start(returning) == ["restore", "import"]
    complaints.clear()
    assert ask(returning, QUESTION) == answer(QUESTION)
    returning.evaluate(WAIT_UNTIL_KEPT)
    returning.reload()
    assert start(returning) == ["restore"]


def test_the_first_questions_do_not_wait_for_the_memory_to_be_written(returning: Page) -> None:
    returning.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    assert start(returning) == ["import"]
    returning.evaluate(ASK_FOR_THREE_SECONDS, QUESTION)
    assert not returning.evaluate(IS_KEPT)
    returning.evaluate(WAIT_UNTIL_KEPT)


def test_another_version_imports_anew_and_takes_the_place_of_the_old_one(returning: Page) -> None:
    name = returning.evaluate("""async () => {
        const [name] = await caches.keys();
        const [request] = await (await caches.open(name)).keys();
        await (await caches.open(`${name}0`)).put(request, await caches.match(request));
        await caches.delete(name);
        return name;
    }""")
    assert start(returning) == ["import"]
    returning.wait_for_function("async (name) => String(await caches.keys()) === name", arg=name, timeout=STARTS)
    returning.evaluate(WAIT_UNTIL_KEPT)


def test_the_memory_of_another_site_on_the_host_is_left_alone(returning: Page) -> None:
    theirs = ["policy-calculator.memory-/copy/ 1", "policy-calculator.memory-/copy/of/ours/ 1", "memory-/ 1"]
    returning.evaluate("async (names) => { for (const name of names) await caches.open(name); }", theirs)
    change_memory(returning, "bytes[0] ^= 1", is_sealed=False)
    assert start(returning) == ["import"]
    returning.wait_for_timeout(3_000)  # until the sound memory has taken the place of the other
    names = returning.evaluate("caches.keys()")
    assert set(theirs) < set(names)
    assert len(names) == len(theirs) + 1
    returning.evaluate("async (names) => { for (const name of names) await caches.delete(name); }", theirs)
