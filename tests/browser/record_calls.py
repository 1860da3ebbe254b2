"""Record which functions of the two WebAssembly modules are called: python3 build.py record-calls.

The site is built with modules that count. The browser tests run on it, in every engine, for nobody asks the pages as
much as they do; and because no test comes by all that Python's own types can do, exercise.py lets them do it. What the
tests say of such a site is not judged here. Arguments are pytest's, to record less.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import sync_playwright

from building.chromium import find_chromium
from building.counting import BITS
from building.freshness import STAMP
from building.library import PACKAGES
from building.places import PYODIDE, ROOT
from building.serving import open_server
from building.trimming import RECORD, write_ranges
from building.website import BUILT, build_website
from tests.browser.collecting import CALLED, FOLDER, Collector, join

EXERCISE = Path(__file__).parent / "exercise.py"
PAGE = "policies/ningxia/"
KEEP_WORKER = (
    "globalThis.Worker = class extends Worker { constructor(...given) { super(...given); globalThis.hired = this; } };"
)
RUN = """(source) => new Promise((resolve) => {
    globalThis.hired.addEventListener("message", ({ data }) => "exercised" in data && resolve(data.exercised));
    globalThis.hired.postMessage({ exercise: source });
})"""


def main(selection: list[str]) -> None:
    build_website(for_hosts=False)
    try:
        with TemporaryDirectory() as folder:
            exercise()
            plugin = ("-p", "tests.browser.collecting", "-p", "no:cacheprovider")
            chosen = selection or ["tests/browser", "--numprocesses", "2", "--dist", "worksteal"]
            subprocess.run(
                (sys.executable, "-m", "pytest", *plugin, *chosen), cwd=ROOT, env={**os.environ, FOLDER: folder}
            )
            for file in Path(folder).iterdir():
                join(CALLED, json.loads(file.read_text()))
        write_record()
    finally:
        (BUILT / STAMP).unlink()  # the next build makes a site for visitors


def exercise() -> None:
    """Let Python's own types do what they can, in a page's worker."""
    server = open_server(handler=Collector)
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        page = browser.new_page(base_url=f"http://127.0.0.1:{server.server_port}/")
        page.add_init_script(KEEP_WORKER)
        page.on("console", lambda message: print(message.text))
        page.set_default_timeout(600_000)
        page.goto(PAGE)
        page.locator("#who-carrier").check()
        page.locator("#result-carrier-subsidy").wait_for()
        if page.evaluate(RUN, EXERCISE.read_text(encoding="utf-8")):
            raise SystemExit("The exercise did not come to its end: it says above why.")
        page.wait_for_timeout(2_000)
        browser.close()
    server.shutdown()


def write_record() -> None:
    """Write what was called, with the hash of the module that it is true of."""
    (library,) = (PACKAGES / "pydantic_core").glob("*.so")
    modules = {"wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes(), "library": library.read_bytes()}
    record = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "called": write_ranges(list_called(CALLED[name]))}
        for name, content in modules.items()
    }
    RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print({name: len(list_called(CALLED[name])) for name in modules})


def list_called(counters: dict[str, int]) -> list[int]:
    return [int(at) * BITS + bit for at, bits in counters.items() for bit in range(BITS) if bits >> bit & 1]


if __name__ == "__main__":
    main(sys.argv[1:])
