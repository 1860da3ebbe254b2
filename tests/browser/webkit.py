"""WebKitGTK, driven over WebDriver, on a screen that nobody sees."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.browser.patience import STARTS_SECONDS


class WebKit:
    """Opens pages and runs scripts in them."""

    def __init__(self, driver: str) -> None:
        wait_for(driver)
        session = send(f"{driver}/session", {"capabilities": {"alwaysMatch": {}}})
        self.name = f"WebKitGTK {session['capabilities']['browserVersion']}"
        self._session = f"{driver}/session/{session['sessionId']}"

    def open(self, address: str) -> None:
        send(f"{self._session}/url", {"url": address})

    def run(self, script: str) -> Any:
        return send(f"{self._session}/execute/sync", {"script": script, "args": []})

    def type(self, keys: str) -> None:
        """Press keys, where the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        send(f"{self._session}/actions", {"actions": [source]})

    def click(self, selector: str) -> None:
        """Click an element. Its driver does not wait for a page that scrolls smoothly."""
        chosen = json.dumps(selector)
        self.run(f"document.querySelector({chosen})?.scrollIntoView({{block: 'center', behavior: 'instant'}})")
        found = send(f"{self._session}/element", {"using": "css selector", "value": selector})
        (element,) = found.values()
        send(f"{self._session}/element/{element}/click", {})

    @property
    def requests(self) -> list[str]:
        """Its driver tells nothing of the network; the page itself knows what it asked for."""
        requests: list[str] = self.run("return performance.getEntriesByType('resource').map(({ name }) => name)")
        return requests

    @property
    def complaints(self) -> list[str]:
        """Its driver tells nothing of the console either."""
        return []

    def close(self) -> None:
        send(self._session, method="DELETE")


def send(address: str, message: Any = None, method: str | None = None) -> Any:
    body = None if message is None else json.dumps(message).encode()
    with urlopen(
        Request(address, body, {"content-type": "application/json"}, method=method), timeout=STARTS_SECONDS
    ) as reply:
        return json.load(reply)["value"]


def wait_for(driver: str) -> None:
    end = time.monotonic() + STARTS_SECONDS
    while True:
        try:
            send(f"{driver}/status")
            return
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@contextmanager
def open_webkit(program: Path, port: int) -> Iterator[WebKit]:
    with open_screen() as screen:
        environment = {**os.environ, "DISPLAY": screen}
        process = subprocess.Popen(
            (program, f"--port={port}"),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            with closing(WebKit(f"http://127.0.0.1:{port}")) as webkit:
                yield webkit
        finally:
            process.terminate()
            process.wait(timeout=STARTS_SECONDS)


@contextmanager
def open_screen() -> Iterator[str]:
    """The machine's own screen, or one in memory."""
    if screen := os.environ.get("DISPLAY"):
        yield screen
        return
    start = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
    with subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        try:
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()
