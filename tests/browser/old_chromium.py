"""Chromium 109, the last for Windows 7 and 8, with the same words as the other engines."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright

# It brings no library for graphics.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


class OldChromium:
    """Opens pages of somebody who has not been anywhere, clicks, types, and notes what they ask for and complain of."""

    def __init__(self, browser: Browser) -> None:
        self.name = f"Chromium {browser.version}"
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._page = browser.new_page(locale="zh-CN")
        self._page.on("request", lambda request: self.requests.append(request.url))
        self._page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        self._page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def close(self) -> None:
        self._page.context.close()

    def open(self, address: str) -> None:
        self._page.goto(address)

    def run(self, script: str) -> Any:
        return self._page.evaluate(f"() => {{ {script} }}")

    def type(self, keys: str) -> None:
        self._page.keyboard.type(keys)

    def click(self, selector: str) -> None:
        self._page.locator(selector).first.click()


@contextmanager
def start_old_chromium(playwright: Playwright, program: Path) -> Iterator[Browser]:
    with closing(playwright.chromium.launch(executable_path=program, args=ARGUMENTS)) as browser:
        yield browser
