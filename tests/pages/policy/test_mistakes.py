"""Mistakes on a policy page: said at their fields once the visitor is done with them, with what settles them."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.parts.field import names_of
from calc.policies import POLICIES
from calc.web import answer
from tests.replies import Reader, Reply

some = settings(max_examples=30, deadline=None)

DOUBTED = {
    "who": "worker",
    "home": "wanzhou",
    "is_registered_poor": "yes",
    "works_here": "yes",
    "job_start.year": "2021",
    "job_start.month": "3",
    "job_start.day": "1",
    "months_employed": "3",
}
LEFT = ["job_start.day", "months_employed"]


def ask(form: dict[str, str], left: list[str]) -> dict[str, Any]:
    """What the page is told of a form of Jining; `left` are the fields that the visitor is done with."""
    told: dict[str, Any] = json.loads(answer(json.dumps({"page": "jining", "form": form, "left": left})))
    return told


SURE = re.compile(r"能领([\d,]+ 元)")


def read_result(reply: dict[str, Any]) -> str:
    """The text of the answer."""
    return re.sub("<[^>]+>", "", reply["patches"]["calculator-result"])


def press(reply: dict[str, Any], fact: str, words: str, form: dict[str, str]) -> dict[str, str]:
    """The form after one of the buttons under a question."""
    (fields,) = (
        json.loads(element.get("data-fill"))
        for element in Reader(reply["patches"][f"q-{fact}"]).elements
        if element.get("data-fill") and element.text == words
    )
    return {**form, **fields}


def test_months_beside_days_that_tell_others_are_asked_about_and_no_sum_is_sure() -> None:
    reply = ask(DOUBTED, LEFT)
    for fact in ("job_start", "months_employed"):
        assert (
            "从 2021-03-01 到 2021-12-31 满 10 个月，“在职月数”填的是 3 个月，哪个对？" in reply["patches"][f"q-{fact}"]
        )
        assert 'aria-invalid="true"' in reply["patches"][f"q-{fact}"]
    assert reply["announce"].startswith("1 处要改：入职日期、在职月数。")
    bar = re.sub("<[^>]+>", "", reply["patches"]["calculator-bar"])
    assert "入职日期、在职月数" in bar
    assert "1 处要改" in bar
    assert SURE.search(read_result(reply)) is None


@pytest.mark.parametrize(("words", "sum_"), [("仍在职，按日期算", "7,500 元"), ("已经结束，只有 3 个月", "4,500 元")])
def test_either_press_settles_months_beside_days(words: str, sum_: str) -> None:
    settled = ask(press(ask(DOUBTED, LEFT), "months_employed", words, DOUBTED), LEFT)
    assert "哪个对" not in settled["patches"]["calculator-form"] + settled["patches"]["q-months_employed"]
    assert (found := SURE.search(read_result(settled)))
    assert found[1] == sum_


def test_a_number_on_its_way_to_another_is_not_asked_about() -> None:
    reply = ask(DOUBTED, ["job_start.day"])
    assert "哪个对" not in reply["patches"]["q-months_employed"]
    assert "处要改" not in reply["announce"]


def test_presses_that_contradict_each_other_are_asked_about_at_once() -> None:
    form = {"who": "worker", "home": "wanzhou", "works_here": "yes", "cannot_leave_home": "yes"}
    reply = ask(form, [])
    for fact in ("home", "works_here", "cannot_leave_home"):
        assert "现在已经不在那里工作、回到家乡了吗？" in reply["patches"][f"q-{fact}"]
    assert 'href="#f-home"' in reply["patches"]["q-works_here"]
    assert 'href="#f-home"' not in reply["patches"]["q-home"]
    assert "told-still_employed" not in reply["patches"]["q-still_employed"]
    settled = ask(press(reply, "cannot_leave_home", "把“无法离乡”改为“否”", form), [])
    assert "家乡了吗" not in settled["patches"]["q-home"]


@pytest.mark.parametrize(
    ("form", "fact", "words"),
    [
        ({"months_employed": "一年半"}, "months_employed", "按 18 个月算"),
        ({"months_employed": "１８"}, "months_employed", ""),
        ({"months_employed": "18个月"}, "months_employed", ""),
        ({"minimum_wage": "1.2千"}, "minimum_wage", "按 1,200 元算"),
        ({"minimum_wage": "1,200 元"}, "minimum_wage", ""),
        ({"job_start.year": "21", "job_start.month": "3", "job_start.day": "05"}, "job_start", "按 2021-03-05 算"),
        ({"job_start.year": "2021", "job_start.month": "03", "job_start.day": "5"}, "job_start", ""),
        ({"job_start.year": "21年3月5日"}, "job_start", "按 2021-03-05 算"),
    ],
    ids=repr,
)
def test_what_was_understood_is_said_where_it_was_typed_in_other_words(
    form: dict[str, str], fact: str, words: str
) -> None:
    reply = Reply("jining", {"who": "all", **form}, submitted=True)
    said = [element.text for element in reply.elements if element.get("id") == f"understood-{fact}"]
    assert said == ([words] if words else [])


def test_part_of_a_month_is_answered_with_the_number_to_type() -> None:
    form = {"who": "worker", "months_employed": "8个半月"}
    reply = ask(form, ["months_employed"])
    assert "8.5 个月请填 8。" in reply["patches"]["q-months_employed"]
    assert press(reply, "months_employed", "改成 8 个月", form)["months_employed"] == "8"


def test_days_and_months_lead_to_each_other_and_only_one_is_asked() -> None:
    assert 'href="#f-months_employed"' in ask({"who": "worker"}, [])["patches"]["q-job_start"]
    assert 'href="#f-job_start-year"' in ask({"who": "worker"}, [])["patches"]["q-months_employed"]
    told = ask({"who": "worker", "months_employed": "8"}, [])["patches"]["q-job_start"]
    assert "已经填了，这里可以不填：" in told


TYPED = st.text(alphabet="零一二两十百半个多月年日号天人元%.,-/ 0123456789x", max_size=10)


@some
@given(st.dictionaries(st.sampled_from([name for fact in POLICIES["jining"].facts for name in names_of(fact)]), TYPED))
def test_any_text_in_any_field_is_answered(form: dict[str, str]) -> None:
    reply = ask({"who": "all", **form}, sorted(form))
    assert "patches" in reply
