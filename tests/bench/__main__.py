"""Measure everything in one run, print the table, and write it into docs/speed.md: python3 build.py bench."""

import sys
from collections.abc import Callable
from datetime import date
from statistics import median, quantiles

from playwright.sync_api import Browser

from building.firefox import find_firefox
from building.places import DOCS
from building.runtime import read_listing
from tests.bench import rosters
from tests.bench.browser import open_browser, open_host
from tests.bench.firefox import PlainHost, start_firefox
from tests.bench.publicodes import run_publicodes
from tests.bench.recalculate import recalculate
from tests.bench.saved import open_saved, save_page
from tests.bench.start import Start, start_again, start_cold

ROUNDS = 5
TIMES = 60
PAGE = DOCS / "speed.md"
Row = tuple[str, str, str, str]


def main() -> None:
    """Print the table and write the page, then print what rosters cost; no figure of it is judged here."""
    with open_browser() as (browser, address):
        rows = measure(browser, address)
        version = browser.version
    table = "\n".join(
        ("| 测什么 | 快速方式 | 对照 | 比值 |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows))
    )
    print(table)
    PAGE.write_text(describe(table, version), encoding="utf-8")
    rosters.measure()


def measure(browser: Browser, address: str) -> list[Row]:
    """Every row, both ways in turns so that a busy moment meets both."""
    saved = save_page(browser, address)
    ways: dict[str, Callable[[bool], Start]] = {
        "第一次打开，到第一个结果": lambda is_plain: start_cold(browser, address, is_plain=is_plain),
        "第二次打开（文件在缓存，Python 的内存已留存）": lambda is_plain: start_again(
            browser, address, is_plain=is_plain
        ),
        "第一次打开，页面线程慢四倍": lambda is_plain: start_cold(browser, address, is_plain=is_plain, slowed=4),
    }
    rows: list[Row] = []
    longest = 0.0
    for name, run in ways.items():
        fast, plain = [], []
        for _ in range(ROUNDS):
            fast.append(run(False))
            plain.append(run(True).time)
            say_progress()
        times = [start.time for start in fast]
        if "慢" not in name:
            longest = max(longest, *(start.task for start in fast))
        rows.append((name, say(median(times)), f"普通方式 {say(median(plain))}", ratio(median(times), median(plain))))
    rows += measure_firefox(address)
    opened = [open_saved(browser, saved) for _ in range(ROUNDS)]
    rows.append(("打开保存的离线版，到第一个结果", say(median(opened)), f"文件 {megabytes(saved.stat().st_size)}", ""))
    again = recalculate(browser, address, TIMES)
    rows.append(
        ("改一个数，到页面更新（中位数）", say(median(again)), f"第 95 百分位 {say(quantiles(again, n=20)[-1])}", "")
    )
    rows.append(("启动时页面最长一次停顿", say(longest) if longest else "不到 50 毫秒", "", ""))
    first = sum(int(piece["brotli"]) for name, piece in read_listing().items() if name != "rest")
    other = run_publicodes(browser, TIMES)
    rows.append(("第一次打开要传的运行环境（brotli）", megabytes(first), f"publicodes {megabytes(other.brotli)}", ""))
    rows.append(("同样三条规则，publicodes 启动并算一次", "", say(other.started), ""))
    rows.append(("同样三条规则，publicodes 再算一次", "", say(median(other.again)), ""))
    return rows


def measure_firefox(address: str) -> list[Row]:
    """The first visit in Firefox, where there is one, both ways in turns."""
    name, program = "第一次打开，Firefox", find_firefox()
    if not program:
        return [(name, "没有测", "这台机器没有 Firefox", "")]
    fast, plain = [], []
    with open_host(PlainHost) as plain_address:
        for _ in range(ROUNDS):
            fast.append(start_firefox(program, address))
            plain.append(start_firefox(program, plain_address))
            say_progress()
    return [(name, say(median(fast)), f"普通方式 {say(median(plain))}", ratio(median(fast), median(plain)))]


def describe(table: str, version: str) -> str:
    return f"""---
title: 速度实测
---

# 速度实测

`python3 build.py bench` 在一次运行里测得，每项取 {ROUNDS} 次的中位数（重算取 {TIMES} 次）。机器有快慢，要看的是比值。

测于 {date.today()}，Chromium {version}，本机网络。

{table}

- **快速方式**：标准库和程序都已编成字节码，只带用得着的部分，所有文件同时取来。
- **普通方式**：Pyodide 和各个软件包照原样发布、由 micropip 安装。快速方式不成时才用它；这里先拦下快速方式再测。
- **页面线程慢四倍**：浏览器的调试功能只能放慢页面所在的线程；Python 在另一个线程里，不受影响。
- **第二次打开**：快速方式从上一次留存的内存开始，只在 https 和本机上；普通方式只有缓存的文件。
- **publicodes**：法国政府用的规则引擎，JavaScript 写成。它的三条规则只算金额，不写依据，也不更新页面。
"""


def say(milliseconds: float) -> str:
    return f"{milliseconds:.0f} 毫秒" if milliseconds >= 10 else f"{milliseconds:.2f} 毫秒"


def megabytes(size: int) -> str:
    return f"{size / 1e6:.2f} MB"


def ratio(one: float, other: float) -> str:
    return f"{one / other:.2f}"


def say_progress() -> None:
    print(".", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
