"""The real worker: it answers what CPython answers, and where it cannot start the page says so."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from calc.web import answer

Open = Callable[..., Page]

START = """async () => {
    const { startPython } = await import("/assets/python.js");
    const stages = [];
    await startPython(new URL("/runtime/", location.href).href, ({ stage, done, total }) => {
        if (stages.at(-1)?.stage !== stage) stages.push({ stage });
        Object.assign(stages.at(-1), { done, total });
    });
    return stages;
}"""


def touch(page: Page) -> None:
    page.get_by_label("count").focus()


def expect_progress(page: Page, text: str) -> None:
    expect(page.locator(".calculator-progress")).to_have_text(text)
    expect(page.get_by_label("count")).to_be_editable()


def test_python_in_the_page_answers_as_python_does_here(pyodide_answer: Callable[[list[str]], list[bytes]]) -> None:
    questions = [json.dumps({"page": "ningxia", "form": {}, "submitted": submitted}) for submitted in (False, True)]
    assert pyodide_answer(questions) == [answer(question).encode() for question in questions]


def test_python_starts_under_a_strict_policy_and_counts_its_bytes(stand_in: Open) -> None:
    stages = stand_in().evaluate(START)
    assert [stage["stage"] for stage in stages] == ["fetch", "start", "install", "import"]
    assert stages[0]["done"] == stages[0]["total"] > 10_000_000


@pytest.mark.parametrize("what", ["runtime/**", "runtime/pyodide.asm.mjs", "assets/worker.js"])
def test_what_is_blocked_is_said(stand_in: Open, page: Page, complaints: list[str], what: str) -> None:
    page.route(f"**/{what}", lambda route: route.abort())
    touch(stand_in())
    expect_progress(page, "failed")
    complaints.clear()


def test_incomplete_runtime_is_said(stand_in: Open, page: Page, complaints: list[str]) -> None:
    page.route("**/python_stdlib.zip", lambda route: route.fulfill(body=b"<html>not what was asked for</html>"))
    touch(stand_in())
    expect_progress(page, "failed")
    complaints.clear()


def test_browser_without_webassembly_is_told(stand_in: Open, page: Page) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    touch(stand_in())
    expect_progress(page, "unsupported")
    assert not page.workers


def test_policy_that_forbids_webassembly_is_told(stand_in: Open, page: Page, complaints: list[str]) -> None:
    touch(stand_in(without="'wasm-unsafe-eval'"))
    expect_progress(page, "unsupported")
    assert not page.workers
    complaints.clear()
