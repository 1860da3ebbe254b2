"""The page on privacy names all that the site keeps in a browser, to the letter, and nothing that it does not."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from building.places import DOCS, SITE
from building.serving import SiteHandler
from tests.browser.contexts import watch
from tests.browser.patience import STARTS
from tests.browser.test_offline import KEPT, KEPT_VERSION, Host

KEPT_NAMES = """async () => ({
    session: Object.keys(sessionStorage),
    local: Object.keys(localStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active.scriptURL.split("/").pop()),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookies: document.cookie ? document.cookie.split("; ") : [],
})"""
PLACES = {"会话存储": "session", "本地存储": "local", "缓存存储": "caches", "服务线程": "workers"}
LEAD_TO_COMPARE = """(main) =>
    main.insertAdjacentHTML("afterbegin", "<a id=try href='../../compare/#v=1&who=person'>x</a>")"""
ROW = re.compile(r"^\| [^|]+ \| ([^|]*`[^|]+) \|", re.MULTILINE)
PLACEHOLDER = re.compile(r"（[^）]*）")


def list_named() -> Iterator[tuple[str, str]]:
    """The kinds of places that the page names, each with the pattern of a name that is kept there."""
    for said in ROW.findall((DOCS / "privacy.md").read_text(encoding="utf-8")):
        for name in re.findall("`([^`]+)`", said):
            pattern = ".*".join(map(re.escape, PLACEHOLDER.split(name)))
            before = said[: said.index(f"`{name}`")]
            kinds = [kind for word, kind in PLACES.items() if word in before]
            for kind in kinds[-1:] if "服务线程" in before else kinds:
                yield kind, pattern


@pytest.fixture
def hall(browser: Browser, tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser that may keep whatever it is given, with the site on a host of its own."""
    host = Host(SiteHandler)
    host.site = SITE
    complaints: list[str] = []
    context = browser.new_context(base_url=host.address, locale="zh-CN", service_workers="allow")
    watch(context, host.address, complaints)
    yield context
    context.close()
    host.close()
    assert not complaints, "\n".join(complaints)


@pytest.mark.first_visit
def test_what_is_kept_is_what_is_named(hall: BrowserContext) -> None:
    kept: set[tuple[str, str]] = set()
    page = hall.new_page()

    def note() -> None:
        kept.update((kind, name) for kind, names in page.evaluate(KEPT_NAMES).items() for name in names)

    page.goto("policies/jining/")
    page.get_by_role("radio", name="劳动者").first.check()
    page.get_by_role("button", name="长辈版").first.click()
    page.locator("[data-guide=all], [data-guide=guided]").locator("visible=true").first.click()
    expect(page.locator("#calculator-result .result-title")).to_be_attached(timeout=STARTS)
    page.wait_for_function("() => caches.keys().then((names) => names.some((name) => name.includes('memory-')))")
    page.reload()
    expect(page.locator("[data-text-kept]")).to_have_text(KEPT_VERSION, timeout=KEPT)
    note()
    page.evaluate("addEventListener('pagehide', () => (localStorage.carried = Object.keys(sessionStorage)))")
    page.locator("main").evaluate(LEAD_TO_COMPARE)
    page.locator("#try").click()
    expect(page.locator("#who-person")).to_be_checked()
    carried = page.evaluate("localStorage.carried").split(",")
    page.evaluate("localStorage.removeItem('carried')")
    kept.update(("session", name) for name in carried)
    note()

    named = [*list_named()]
    assert len(named) > 8
    unnamed = {
        item for item in kept if not any(item[0] == kind and re.fullmatch(name, item[1]) for kind, name in named)
    }
    assert unnamed == set(), "docs/privacy.md does not name them"
    unkept = [item for item in named if not any(item[0] == kind and re.fullmatch(item[1], name) for kind, name in kept)]
    assert unkept == [], "docs/privacy.md names what the site does not keep"
