"""The Content Security Policy of every page: strict, in force, and in nobody's way."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from building.places import SITE
from building.security import InlineScripts, hash_script

FILES = sorted(SITE.rglob("*.html"))
POLICY = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
INJECT = """() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    document.body.insertAdjacentHTML("beforeend", "<b id='styled' style='display: none'>x</b>");
    const evaluate = () => { try { return (0, eval)("true") } catch { return false } };
    // Later, for what the test driver itself evaluates is exempt from the policy.
    return new Promise((resolve) => setTimeout(() => resolve({
        injected: window.injected === true,
        evaluated: evaluate(),
        hidden: getComputedStyle(document.getElementById("styled")).display === "none",
    }), 50));
}"""


def name(file: Path) -> str:
    return file.relative_to(SITE).as_posix()


@pytest.mark.parametrize("file", FILES, ids=name)
def test_the_policy_comes_first_and_allows_nothing_unsafe(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = POLICY.search(text)
    assert found and "<script" not in text[: found.start()] and "<link" not in text[: found.start()]
    directives = dict(directive.split(" ", 1) for directive in found[1].split("; "))
    assert directives["default-src"] == directives["base-uri"] == directives["form-action"] == "'none'"
    assert directives["style-src"] == directives["connect-src"] == "'self'"
    assert "'unsafe" not in found[1] and "http" not in found[1] and "*" not in found[1]
    hashes = set(re.findall(r"'sha256-([^']*)'", directives["script-src"]))
    assert hashes == {hash_script(script) for script in InlineScripts(text).scripts}


@pytest.mark.parametrize("address", ["", "policies/ningxia/", "embed/ningxia/", "404.html"])
def test_what_is_slipped_into_a_page_does_not_run(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert complaints == []
    assert page.evaluate(INJECT) == {"injected": False, "evaluated": False, "hidden": False}
    assert len(complaints) >= 2 and all("Content Security Policy" in complaint for complaint in complaints)
    complaints.clear()


GATEWAY = "default-src 'self'; script-src 'self' 'unsafe-inline'; img-src 'self' data:"


def test_where_a_gateway_adds_a_policy_the_page_does_not_blame_the_browser_alone(
    page: Page, complaints: list[str]
) -> None:
    def add_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": GATEWAY})

    page.route("**/policies/ningxia/", add_policy)
    page.goto("policies/ningxia/")
    page.get_by_role("radio", name="劳动者").first.check()
    expect(page.locator(".progress-step")).to_contain_text("单位的网关、代理或者服务器另加了安全策略（CSP）")
    complaints.clear()


def test_search_by_the_enter_key_sends_no_form(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("交通 ")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")


def test_the_colour_is_remembered_on_the_next_page(page: Page) -> None:
    page.goto("")
    page.locator("label[title='切换到深色']").click()
    page.goto("policies/dalian/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_nothing_that_is_loaded_names_another_host() -> None:
    """Material's bundle names a few hosts for functions that this site does not use; the build takes the names out."""
    for file in [*SITE.glob("assets/**/*.js"), *SITE.glob("assets/**/*.css")]:
        text = re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.S | re.M)
        named = set(
            re.findall(r"https?://(?!www\.w3\.org/|fontawesome\.com)[^\"'`)\s]+", text)
        )  # namespaces, a licence
        assert not named, (name(file), named)
