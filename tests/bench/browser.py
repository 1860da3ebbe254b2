"""The built site on a host of its own, and a browser to visit it with."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from building.chromium import find_chromium
from building.places import SITE
from building.serving import SiteHandler, open_server


@contextmanager
def open_host(handler: type[SiteHandler] = SiteHandler, site: Path = SITE) -> Iterator[str]:
    """The address of the site on this machine."""
    server = open_server(handler=handler, site=site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def open_browser(site: Path = SITE) -> Iterator[tuple[Browser, str]]:
    """The system's Chromium, and the address of the site."""
    with open_host(site=site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser, address
        browser.close()
