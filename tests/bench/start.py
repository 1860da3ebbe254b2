"""From the first touch of a form to the first answer, fast way against plain way: python -m tests.bench.start."""

from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from building.chromium import find_chromium
from building.compressing import WAYS
from building.runtime import PLAIN, read_listing
from building.serving import open_server
from tests.browser.conftest import SAVE_DATA

ROUNDS = 5
PAGE = "policies/ningxia/"
BLOCKED = {"fast": None, "plain": "**/runtime/worker.*"}
"""What is kept from the page so that it goes each way."""

MEASURE = """async () => {
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ type: "longtask" });
    const begun = performance.now();
    document.querySelector("#who-carrier").click();
    while (!document.querySelector("#result-carrier-subsidy")) await new Promise(requestAnimationFrame);
    return [performance.now() - begun, Math.max(0, ...tasks)];
}"""


def main() -> None:
    """Print medians in milliseconds, their ratio, the longest task of the page, and the bytes of a first visit."""
    server = open_server()
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/{PAGE}"
    times: dict[str, list[float]] = {way: [] for way in BLOCKED}
    tasks: dict[str, list[float]] = {way: [] for way in BLOCKED}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for _ in range(ROUNDS):
            for way, blocked in BLOCKED.items():
                time, task = visit(browser, address, blocked)
                times[way].append(time)
                tasks[way].append(task)
        browser.close()
    server.shutdown()
    medians = {way: median(measured) for way, measured in times.items()}
    for way in BLOCKED:
        rounds = ", ".join(f"{time:.0f}" for time in times[way])
        print(f"{way}: {medians[way]:.0f} ms ({rounds}); longest task of the page {max(tasks[way]):.0f} ms")
    pairs = median(fast / plain for fast, plain in zip(times["fast"], times["plain"], strict=True))
    print(f"fast ÷ plain: {medians['fast'] / medians['plain']:.2f}; median of the rounds' own ratios {pairs:.2f}")
    first = {name: piece for name, piece in read_listing().items() if name != "rest"}
    for way in WAYS:
        print(f"first visit, {way}: {sum(int(piece[way]) for piece in first.values()):,} bytes")
    print(f"plain way, as it lies there: {sum(map(size, PLAIN.iterdir())):,} bytes")


def visit(browser: Browser, address: str, blocked: str | None) -> tuple[float, float]:
    """One visit of a new visitor: milliseconds to the first answer, and the longest task on the way."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.add_init_script(SAVE_DATA)
    if blocked:
        page.route(blocked, lambda route: route.abort())
    page.goto(address)
    page.wait_for_load_state("networkidle")
    time, task = page.evaluate(MEASURE)
    context.close()
    return time, task


def size(file: Path) -> int:
    return file.stat().st_size


if __name__ == "__main__":
    main()
