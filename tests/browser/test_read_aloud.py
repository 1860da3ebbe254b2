"""Reading the result aloud, with a voice that only takes down what it is given."""

import re

from playwright.sync_api import Page, expect

from tests.browser.patience import STARTS

VOICE = """
window.said = [];
window.cancelled = 0;
const synthesis = {
    getVoices: () => [{ lang: "en-US", name: "en" }, { lang: "zh-CN", name: "zh" }],
    speak: (utterance) => { window.said.push(utterance); },
    cancel: () => { window.cancelled += 1; },
};
Object.defineProperty(window, "speechSynthesis", { value: synthesis });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def get_answer(page: Page) -> None:
    page.goto("policies/ningxia/")
    page.locator("#who-carrier").check()
    expect(page.locator("#calculator-result .finding").first).to_be_visible(timeout=STARTS)
    page.locator("#f-workers_hired").fill("35")
    expect(page.locator("#spoken-result")).to_contain_text("就业扶贫载体一次性补贴")


def test_status_amount_and_what_is_missing_are_read_in_chinese_and_can_be_stopped(page: Page) -> None:
    page.add_init_script(VOICE)
    page.goto("policies/ningxia/")
    expect(page.get_by_role("button", name="朗读结果")).to_be_hidden()  # there is nothing to read yet
    get_answer(page)
    page.get_by_role("button", name="朗读结果").click()
    text = "".join(page.evaluate("window.said.map(utterance => utterance.text)"))
    assert re.search(r"宁夏测算结果。.*一次性补贴：没问清，.*60000 元。.*还要回答：.*仅供参考", text)
    assert set(page.evaluate("window.said.map(utterance => utterance.lang + utterance.voice.name)")) == {"zh-CNzh"}
    stop = page.get_by_role("button", name="停止朗读")
    stop.click()
    expect(page.get_by_role("button", name="朗读结果")).to_be_visible()
    assert page.evaluate("window.cancelled") >= 2


def test_the_button_returns_when_all_is_read_and_when_the_answer_changes(page: Page) -> None:
    page.add_init_script(VOICE)
    get_answer(page)
    button = page.get_by_role("button", name="朗读结果")
    button.click()
    page.evaluate("window.said.at(-1).onend()")
    expect(button).to_be_visible()
    button.click()
    expect(button).to_be_hidden()
    page.locator("#f-workers_hired").fill("11")  # what is being read is no longer so
    expect(button).to_be_visible()


def test_a_browser_without_a_voice_shows_no_button(page: Page) -> None:
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis")
    get_answer(page)
    assert not page.evaluate("'speechSynthesis' in window")
    expect(page.locator(".read-aloud")).to_be_hidden()
