"""Firefox, as strict as its users have it, driven by WebDriver BiDi: enough for pages opened from a folder.

Drivers relax what Firefox allows a page opened from a folder; this one switches their recommendations off.
"""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser.patience import STARTS_SECONDS

ADDRESS = re.compile(r"WebDriver BiDi listening on ws://127\.0\.0\.1:(\d+)")
SETTINGS = {
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "zh-CN",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A Firefox that takes commands; what its pages ask of a network, and complain of, is noted meanwhile."""

    def __init__(self, opened: ClientConnection) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._commands = 0
        self._connection = opened
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])

    def ask(self, method: str, **parameters: Any) -> Any:
        self._commands += 1
        self._connection.send(json.dumps({"id": self._commands, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._connection.recv(timeout=2 * STARTS_SECONDS))
            if message.get("id") == self._commands:
                assert message["type"] == "success", message
                return message["result"]
            self._note(message.get("method"), message.get("params"))

    def _note(self, method: str | None, told: Any) -> None:
        if method == "network.beforeRequestSent":
            self.requests.append(told["request"]["url"])
        if method == "log.entryAdded" and told["level"] in {"error", "warn"}:
            self.complaints.append(told["text"])

    @contextmanager
    def open_tab(self) -> Iterator["Tab"]:
        """A tab of somebody who has not been anywhere; all that was kept for it goes when it is closed."""
        visitor = self.ask("browser.createUserContext")["userContext"]
        self.requests.clear()
        self.complaints.clear()
        try:
            yield Tab(self, self.ask("browsingContext.create", type="tab", userContext=visitor)["context"])
        finally:
            self.ask("browser.removeUserContext", userContext=visitor)


class Tab:
    """A page in Firefox."""

    name = "Firefox"

    def __init__(self, firefox: Firefox, context: str) -> None:
        self.requests, self.complaints = firefox.requests, firefox.complaints
        self.ask = firefox.ask
        self._context = context

    def open(self, place: Path | str) -> None:
        """Open a file, or an address."""
        address = place.as_uri() if isinstance(place, Path) else place
        self.ask("browsingContext.navigate", context=self._context, url=address, wait="interactive")

    def evaluate(self, expression: str) -> Any:
        """The value of an expression, as JSON can carry it."""
        wrapped = f"(async () => JSON.stringify(await ({expression})))()"
        target = {"context": self._context}
        reply = self.ask("script.evaluate", expression=wrapped, target=target, awaitPromise=True)
        assert reply["type"] == "success", reply
        return json.loads(reply["result"].get("value", "null"))

    def run(self, script: str) -> Any:
        """What a script returns."""
        return self.evaluate(f"(() => {{ {script} }})() ?? null")

    def wait_for(self, expression: str, expected: object) -> None:
        value, end = None, time.monotonic() + STARTS_SECONDS
        while time.monotonic() < end:
            value = self.evaluate(expression)
            if value == expected:
                return
            time.sleep(0.05)
        raise AssertionError(f"{expression}: {value!r}, not {expected!r}")

    def type(self, keys: str) -> None:
        """Press keys, where the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.ask("input.performActions", context=self._context, actions=[source])

    def click(self, selector: str) -> None:
        """Press the mouse on the middle of an element."""
        x, y = self.run(
            f"""const element = document.querySelector({json.dumps(selector)});
            element.scrollIntoView({{ block: "center" }});
            const {{ left, top, width, height }} = element.getBoundingClientRect();
            return [Math.round(left + width / 2), Math.round(top + height / 2)];"""
        )
        press = [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        source = {"type": "pointer", "id": "mouse", "actions": [{"type": "pointerMove", "x": x, "y": y}, *press]}
        self.ask("input.performActions", context=self._context, actions=[source])


@contextmanager
def open_firefox(program: str, folder: Path) -> Iterator[Tab]:
    """A tab in a Firefox of its own, which is closed in the end."""
    with start_firefox(program, folder) as firefox, firefox.open_tab() as tab:
        yield tab


@contextmanager
def start_firefox(program: str, folder: Path) -> Iterator[Firefox]:
    """A Firefox with a fresh profile in a folder; it is closed in the end."""
    folder.mkdir()
    settings = {**SETTINGS, "browser.download.folderList": 2, "browser.download.dir": str(folder)}
    preferences = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items())
    (folder / "user.js").write_text("".join(preferences))
    command = (program, "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0", "about:blank")
    log = folder / "log.txt"
    with log.open("wb") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            address = f"ws://127.0.0.1:{wait_for_port(log)}/session"
            with connect(address, max_size=None, compression=None, proxy=None) as opened:
                yield Firefox(opened)
        finally:
            process.terminate()


def wait_for_port(log: Path) -> int:
    end = time.monotonic() + STARTS_SECONDS
    while time.monotonic() < end:
        if found := ADDRESS.search(log.read_text(errors="replace")):
            return int(found[1])
        time.sleep(0.1)
    raise AssertionError(f"Firefox does not start: {log.read_text(errors='replace')}")
