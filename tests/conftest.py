"""What tests share: the built site on a free port, a Chromium whose complaints fail the test, and Python in a page."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request

from building.chromium import find_chromium
from building.runtime import read_listing
from building.scripts import bundle_script
from building.serving import open_server

# The same examples everywhere, and no deadline: machines that test are slow and shared.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

ELSEWHERE = "calculator.example"
"""A name that leads to this machine, and that no browser takes for this machine: plain http to it is not safe."""

NO_SERVICE_WORKER = "Service Worker registration blocked by Playwright"
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """Serve the built site; `page.goto("policies/ningxia/")` and the like start from here."""
    server = open_server()
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that build.py found, with no business of its own on the network."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail("There is no Chromium to test with: `python3 build.py test` sees to it.")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    resolve = f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"
    return {**browser_type_launch_args, "executable_path": str(chromium), "args": [*QUIET, *sandbox, resolve]}


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of. Whatever is left in here fails the test: one that provokes it clears it."""
    return []


@pytest.fixture
def context(
    new_context: Callable[..., BrowserContext], base_url: str, complaints: list[str]
) -> Iterator[BrowserContext]:
    """The context of every `page`: it notes errors, warnings, and requests that leave the site."""
    # A service worker would fetch the whole site behind every page's back; its own tests let it.
    context = new_context(locale="zh-CN", service_workers="block")
    watch(context, base_url, complaints)
    yield context
    assert not complaints, "\n".join(complaints)


def watch(context: BrowserContext, base_url: str, complaints: list[str]) -> None:
    def note_request(request: Request) -> None:
        if not request.url.startswith((base_url, "data:", "blob:")):
            complaints.append(f"request to another host: {request.url}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != NO_SERVICE_WORKER:
            complaints.append(f"console {message.type}: {message.text}")

    context.on("request", note_request)
    context.on("console", note_message)
    context.on("weberror", lambda problem: complaints.append(f"uncaught: {problem.error}"))


@pytest.fixture(scope="session")
def python_module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """docs/assets/python.js as a module that a test can import: the site has it only as part of a bundle."""
    module = tmp_path_factory.mktemp("scripts") / "python.js"
    bundle_script("python.js", module, {"RUNTIME_FILES": read_listing()}, "esm")
    return module


def offer_python_module(context: BrowserContext, module: Path) -> None:
    """Let every page of the context import it from assets/."""
    context.route("**/assets/python.js", lambda route: route.fulfill(path=module))


@pytest.fixture(scope="session")
def pyodide_answer(
    browser: Browser, base_url: str, python_module: Path
) -> Iterator[Callable[[list[str]], list[bytes]]]:
    """Ask calc.web.answer many questions (JSON texts) in the page's own worker, and get the bytes of its answers.

    Python is started once for all tests. A question that fails raises, with Python's traceback.
    """
    complaints: list[str] = []
    context = browser.new_context(base_url=base_url)
    watch(context, base_url, complaints)
    offer_python_module(context, python_module)
    rest: list[str] = []
    context.on("request", lambda request: rest.append(request.url) if "/rest." in request.url else None)
    page = context.new_page()
    page.goto("404.html")  # any page of the site will do, this one has no form
    page.evaluate(
        """async () => {
            const { startPython } = await import("/assets/python.js");
            window.python = await startPython(new URL("/runtime/", location.href).href, () => {});
        }"""
    )

    def answer(questions: list[str]) -> list[bytes]:
        replies = page.evaluate(
            """async (questions) => {
                const replies = [];
                for (const question of questions) replies.push(await window.python.ask(question));
                return replies;
            }""",
            questions,
        )
        errors = [reply["error"] for reply in replies if "error" in reply]
        assert not errors, errors[0]
        return [reply["answer"].encode() for reply in replies]

    yield answer
    context.close()
    assert not complaints, "\n".join(complaints)
    assert not rest, "Some question needs a module that nothing in building/outside/questions.py needs: ask it there."
