"""Take the README's picture: the page of Ningxia on a desktop, with an answer filled in."""

import os
from threading import Thread

from playwright.sync_api import expect, sync_playwright

from building.chromium import find_chromium
from building.commands import say
from building.places import DOCS, ROOT
from building.serving import open_server

PICTURE = DOCS / "assets/page.png"
WINDOW = (1280, 800)
PAGE = (
    "policies/ningxia/#v=1&who=carrier&home=ningxia&is_registered_poor=yes&employer_kind=workshop"
    "&is_in_poor_village=yes&is_local_employer=yes&months_employed=12&has_contract=yes&is_fully_insured=yes&workers_hired=35"
)
AMOUNT, WORTH = "#result-carrier-subsidy .amount", "60,000.00 元"
SCROLL = "(form, header) => scrollTo({ top: form.getBoundingClientRect().top + scrollY - header, behavior: 'instant' })"
HEADER = 70  # pixels that lie over the page
# Chromium has no sandbox for the administrator.
SANDBOX = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
STARTS = 60_000  # milliseconds for Python to load


def take_picture() -> None:
    server = open_server()
    Thread(target=server.serve_forever, daemon=True).start()
    width, height = WINDOW
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=SANDBOX)
        page = browser.new_page(locale="zh-CN", viewport={"width": width, "height": height})
        page.goto(f"http://127.0.0.1:{server.server_port}/{PAGE}")
        expect(page.locator(AMOUNT)).to_have_text(WORTH, timeout=STARTS)
        page.locator("#calculator-form").evaluate(SCROLL, HEADER)
        page.wait_for_timeout(500)  # the header hides and shows as one scrolls
        page.screenshot(path=PICTURE)
        browser.close()
    say(f"{PICTURE.relative_to(ROOT)} shows the page as it is now: look at it.")


if __name__ == "__main__":
    take_picture()
