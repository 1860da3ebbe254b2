"""Browser contexts: what a browser keeps between visits, and what its pages complain of."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request

from tests.browser.patience import STARTS

ELSEWHERE = "calculator.example"
"""A name that leads to this machine, and that no browser takes for this machine: plain http to it is not safe."""

NO_SERVICE_WORKER = "Service Worker registration blocked by Playwright"


def open_context(browser: Browser, base_url: str, complaints: list[str], arguments: dict[str, Any]) -> BrowserContext:
    """Open a context whose pages say what they complain of."""
    # A service worker would fetch the whole site behind every page's back; its own tests let it.
    context = browser.new_context(base_url=base_url, locale="zh-CN", service_workers="block", **arguments)
    context.set_default_timeout(STARTS)
    watch(context, base_url, complaints)
    return context


def watch(context: BrowserContext, base_url: str, complaints: list[str]) -> None:
    """Note errors, warnings, and requests that leave the site."""

    def note_request(request: Request) -> None:
        if not request.url.startswith((base_url, "data:", "blob:")):
            complaints.append(f"request to another host: {request.url}")

    def note_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != NO_SERVICE_WORKER:
            complaints.append(f"console {message.type}: {message.text}")

    context.on("request", note_request)
    context.on("console", note_message)
    context.on("weberror", lambda problem: complaints.append(f"uncaught: {problem.error}"))


def tidy(context: BrowserContext, base_url: str) -> None:
    """Take back what the pages of a test left in the browser, and close them; Python's memory stays."""
    # Playwright's own way, set_storage_state, opens a page for it: that takes as long as many a test.
    # A page of the site that sees its storage go believes that its visit has ended, and loads itself anew.
    for page in context.pages[1:]:
        page.close()
    for page in context.pages:
        page.goto("about:blank")
        wanted = {"origin": base_url.removesuffix("/"), "storageTypes": "local_storage"}
        context.new_cdp_session(page).send("Storage.clearDataForOrigin", wanted)
        page.close()
