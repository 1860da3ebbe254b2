"""The page's own scripts, against a worker that does only what the test lets it do."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.first_visit  # and a clock of its own

Open = Callable[[], Page]
Step = Callable[..., None]


@pytest.fixture
def page(stand_in: Open, stand_in_worker: Step, page: Page) -> Page:
    page.clock.install()
    stand_in()
    return page


@pytest.fixture
def step(stand_in_worker: Step) -> Step:
    return stand_in_worker


def find_progress(page: Page) -> Locator:
    return page.locator(".calculator-progress")


def find_step(page: Page) -> Locator:
    return page.locator(".progress-step")


def find_count(page: Page) -> Locator:
    return page.get_by_label("count")


def read_question(page: Page) -> dict[str, Any]:
    question: dict[str, Any] = json.loads(page.locator("#result").inner_text())
    return question


def step_on(page: Page, step: Step) -> None:
    """Let Python start and answer once, as soon as it is there to be let."""
    expect(find_step(page)).to_have_text("loading 1.5 of 12.0 MB")
    step("start", "answer")


def start(page: Page, step: Step) -> None:
    """Touch the form, let Python start and answer once."""
    find_count(page).focus()
    step_on(page, step)
    expect(find_progress(page)).to_be_hidden()


def test_nothing_is_loaded_before_the_first_touch(page: Page) -> None:
    page.clock.run_for(20_000)
    assert not page.workers
    expect(find_progress(page)).to_be_hidden()


def test_on_a_good_connection_python_starts_unasked_and_says_nothing(page: Page, step: Step) -> None:
    page.add_init_script("navigator.connection.saveData = false")
    page.reload()
    with page.expect_worker():
        page.clock.run_for(5_000)
    page.wait_for_timeout(200)
    expect(find_progress(page)).to_be_hidden()
    find_count(page).focus()
    step("start", "answer")
    expect(find_progress(page)).to_be_hidden()


def test_progress_is_told_in_megabytes(page: Page, step: Step) -> None:
    find_count(page).focus()
    expect(find_step(page)).to_have_text("loading 1.5 of 12.0 MB")
    step("progress")
    expect(find_step(page)).to_have_text("loading 6.0 of 12.0 MB")


def test_every_step_of_the_start_is_told_by_its_name(page: Page, step: Step) -> None:
    find_count(page).focus()
    expect(find_step(page)).to_have_text("loading 1.5 of 12.0 MB")
    step("import")
    expect(find_step(page)).to_have_text("importing")
    step("unheard")
    expect(find_step(page)).to_have_text("starting")
    step("start")
    expect(find_step(page)).to_have_text("calculating")
    expect(find_progress(page)).to_be_visible()
    step("answer")
    expect(find_progress(page)).to_be_hidden()


def test_who_waits_for_long_is_told_of_paper(page: Page, step: Step) -> None:
    find_count(page).focus()
    expect(find_step(page)).to_have_text("loading 1.5 of 12.0 MB")
    page.clock.run_for(19_000)
    expect(page.get_by_role("link", name="paper")).to_be_hidden()
    page.clock.run_for(2_000)
    expect(page.get_by_role("link", name="paper")).to_be_visible()
    expect(find_progress(page)).to_contain_text("or wait, or paper")
    step("start", "answer")
    expect(find_progress(page)).to_be_hidden()


def test_nothing_typed_while_loading_is_lost(page: Page, step: Step) -> None:
    find_count(page).press_sequentially("11")
    page.get_by_label("note").fill("while it loads")
    step_on(page, step)
    expect(page.locator("#result")).to_contain_text("11")
    asked = {"count": "11", "note": "while it loads", "grade": ""}
    assert read_question(page) == {"page": "anywhere", "form": asked, "submitted": False, "left": []}
    expect(find_count(page)).to_have_value("11")


def test_an_answer_to_anything_older_is_dropped(page: Page, step: Step) -> None:
    start(page, step)
    find_count(page).press_sequentially("1")  # this question is on its way …
    find_count(page).press_sequentially("23")  # … when the visitor goes on
    step()
    page.wait_for_timeout(100)
    assert read_question(page)["form"]["count"] == ""  # still the answer before
    step()
    expect(page.locator("#result")).to_contain_text("123")
    page.wait_for_timeout(100)
    step("progress")  # nothing between was asked: the worker has no step left to wait for
    assert read_question(page)["form"]["count"] == "123"


def test_a_patch_leaves_the_visitor_alone(page: Page, step: Step) -> None:
    start(page, step)
    page.get_by_label("note").fill("keep this")
    page.get_by_label("yes").first.check()
    page.get_by_label("grade").select_option("b")
    page.get_by_text("why").click()
    find_count(page).fill("12345")
    find_count(page).evaluate("input => input.setSelectionRange(2, 3)")
    find_count(page).evaluate("input => { window.sameInput = input; input.form.requestSubmit(); }")
    step(*["answer"] * 6)
    expect(page.locator("#errors")).to_have_text("mistakes")  # the form was patched
    expect(find_count(page)).to_have_class("patched")
    expect(page.get_by_label("note")).to_have_value("keep this")
    expect(page.get_by_label("yes").first).to_be_checked()
    expect(page.get_by_label("grade")).to_have_value("b")
    expect(page.locator("details")).to_have_attribute("open", "")
    kept = "input => [input === window.sameInput, input.value, input.selectionStart, input.selectionEnd]"
    assert find_count(page).evaluate(kept) == [True, "12345", 2, 3]


def test_focus_moves_only_when_the_visitor_submits(page: Page, step: Step) -> None:
    start(page, step)
    find_count(page).press("Enter")
    step()
    expect(page.locator("#errors")).to_be_focused()
    expect(page).to_have_title("错误：计算器")
    find_count(page).press_sequentially("5")
    step()
    expect(page.locator("#result")).to_contain_text('"count":"5"')
    assert read_question(page)["submitted"] is True  # mistakes stay marked while they are mended
    expect(find_count(page)).to_be_focused()


def test_what_an_answer_moves_is_pressed_all_the_same(page: Page, step: Step) -> None:
    start(page, step)
    page.get_by_role("button", name="submit").click()
    summary, mistakes = page.get_by_text("why"), page.locator("#errors")
    summary.hover()
    page.mouse.down()
    step()
    page.wait_for_timeout(300)  # the answer has come, and would push the summary away
    expect(mistakes).to_be_empty()
    page.mouse.up()
    expect(page.locator("details")).to_have_attribute("open", "")
    expect(mistakes).to_have_text("mistakes")


def test_who_holds_a_button_down_gets_the_answer_all_the_same(page: Page, step: Step) -> None:
    start(page, step)
    page.get_by_role("button", name="submit").click()
    page.get_by_text("why").hover()
    page.mouse.down()
    step()
    expect(page.locator("#errors")).to_have_text("mistakes")
    page.mouse.up()


def test_an_example_fills_only_inputs_that_exist(page: Page, step: Step) -> None:
    page.get_by_label("note").fill("older")
    page.get_by_role("button", name="example").click()
    step_on(page, step)
    expect(page.locator("#result")).to_contain_text("35")
    example = {"count": "35", "note": "", "has_contract": "yes", "grade": "b", "agreed": "yes", "kind": "b,ab"}
    assert read_question(page)["form"] == example


def test_boxes_of_one_name_are_ticked_and_unticked_each_for_itself(page: Page, step: Step) -> None:
    both = ["answer"] * 2  # to what was put in, and to the change
    start(page, step)
    page.get_by_label("kind b").check()
    step(*both)
    expect(page.locator("#result")).to_contain_text('"kind":"b"')
    page.get_by_label("kind ab").check()
    step(*both)
    expect(page.locator("#result")).to_contain_text('"kind":"b,ab"')
    page.get_by_label("kind b").uncheck()
    step(*both)
    expect(page.locator("#result")).to_contain_text('"kind":"ab"')
    expect(page.get_by_label("kind a", exact=True)).not_to_be_checked()  # what the HTML says of it is the visitor's
    page.reload()
    expect(page.get_by_label("kind ab")).to_be_checked()  # kept for the visit
    expect(page.get_by_label("kind b")).not_to_be_checked()
    page.get_by_label("kind ab").uncheck()
    step_on(page, step)
    expect(page.locator("#result")).to_contain_text("form")
    assert "kind" not in read_question(page)["form"]


def test_reset_empties_the_form_and_forgets_the_submission(page: Page, step: Step) -> None:
    start(page, step)
    find_count(page).fill("7")
    page.get_by_role("button", name="submit").click()
    step(*["answer"] * 2)
    expect(page).to_have_title("错误：计算器")
    page.get_by_role("button", name="reset").click()
    step()
    expect(page).to_have_title("计算器")
    assert read_question(page)["submitted"] is False
    assert "7" not in read_question(page)["form"].values()


def test_the_answer_is_announced(page: Page, step: Step) -> None:
    start(page, step)
    find_count(page).fill("8")
    step()
    expect(page.locator(".calculator-announcement")).to_have_text("count 8")


def test_a_question_that_fails_does_not_end_the_calculator(page: Page, step: Step, complaints: list[str]) -> None:
    start(page, step)
    find_count(page).fill("trouble")
    step()
    expect(find_step(page)).to_have_text("failed")
    find_count(page).fill("9")
    step()
    expect(find_progress(page)).to_be_hidden()
    assert [complaint for complaint in complaints if "Traceback: trouble" not in complaint] == []
    complaints.clear()


def test_a_slow_connection_is_waited_for_and_silence_is_not(page: Page, step: Step, complaints: list[str]) -> None:
    find_count(page).focus()
    expect(find_step(page)).to_have_text("loading 1.5 of 12.0 MB")
    for _ in range(3):
        page.clock.fast_forward(29_000)
        step("progress")
        expect(find_step(page)).to_have_text("loading 6.0 of 12.0 MB")
        page.wait_for_timeout(50)
    page.clock.fast_forward(31_000)
    expect(find_step(page)).to_have_text("failed")
    expect(find_count(page)).to_be_editable()
    page.get_by_role("button", name="submit").click()  # the visitor may try again
    step_on(page, step)
    expect(find_progress(page)).to_be_hidden()
    complaints.clear()
