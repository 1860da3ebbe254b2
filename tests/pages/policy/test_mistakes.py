"""Mistakes on a policy page: said at their fields once the visitor is done with them, with what settles them."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.pages.policy.stays import find_lead
from calc.parts.field import names_of
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.rules.quantities import Span
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
    asked = reply["patches"]["q-job_start"]
    told = "从 2021-03-01 到 2021-12-31 满 10 个月，“已经连续稳定工作满几个月？”填的是 3 个月，哪个对？"
    assert asked.count(told) == 1, "one question has one place for what is wrong"
    assert asked.count('aria-invalid="true"') == 4
    assert reply["announce"].startswith("1 处要改：“从哪一天开始工作？”、“已经连续稳定工作满几个月？”。")
    bar = re.sub("<[^>]+>", "", reply["patches"]["calculator-bar"])
    assert "入职日期、在职月数" in bar
    assert "1 处要改" in bar
    assert SURE.search(read_result(reply)) is None


@pytest.mark.parametrize(("words", "sum_"), [("仍在职，按日期算", "7,500 元"), ("已经结束，只有 3 个月", "4,500 元")])
def test_either_press_settles_months_beside_days(words: str, sum_: str) -> None:
    settled = ask(press(ask(DOUBTED, LEFT), "job_start", words, DOUBTED), LEFT)
    assert "哪个对" not in settled["patches"]["calculator-form"] + settled["patches"]["q-job_start"]
    assert (found := SURE.search(read_result(settled)))
    assert found[1] == sum_


def test_a_number_on_its_way_to_another_is_not_asked_about() -> None:
    reply = ask(DOUBTED, ["job_start.day"])
    assert "哪个对" not in reply["patches"]["q-job_start"]
    assert "处要改" not in reply["announce"]


def test_presses_that_contradict_each_other_are_asked_about_at_once() -> None:
    form = {"who": "worker", "home": "wanzhou", "works_here": "yes", "cannot_leave_home": "yes"}
    reply = ask(form, [])
    told = "您选了“无法离开家乡外出吗？是”、“在当地就业吗？是”。现在已经不在那里工作、回到家乡了吗？"
    for fact in ("works_here", "cannot_leave_home"):
        assert told in reply["patches"][f"q-{fact}"]
        assert "把“在当地就业吗？”改为“否”" in reply["patches"][f"q-{fact}"]
    assert "家乡了吗" not in reply["patches"]["q-home"], "where his home is, is in no doubt"
    assert "户籍" not in reply["announce"]
    assert "重庆市万州区" in reply["patches"]["calculator-answers"], "what contradicts nothing is not left out"
    assert "told-still_employed" not in reply["patches"]["q-still_employed"]
    settled = ask(press(reply, "cannot_leave_home", "把“无法离开家乡外出吗？”改为“否”", form), [])
    assert "家乡了吗" not in settled["patches"]["q-works_here"]


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
    lead = find_lead(POLICIES["jining"], fact)
    said = [element.text for element in reply.elements if element.get("id") == f"understood-{lead}"]
    assert said == ([words] if words else [])


def test_part_of_a_month_is_answered_with_the_number_to_type() -> None:
    form = {"who": "worker", "months_employed": "8个半月"}
    reply = ask(form, ["months_employed"])
    assert "8.5 个月请填 8。" in reply["patches"]["q-job_start"]
    assert press(reply, "job_start", "改成 8 个月", form)["months_employed"] == "8"


SINCE = {"who": "worker", "home": "wanzhou", "is_registered_poor": "yes", "works_here": "yes"}
OF_BOTH = [(policy, span) for policy in POLICIES.values() for span in policy.spans]


@pytest.mark.parametrize(("policy", "span"), OF_BOTH, ids=lambda item: getattr(item, "id", None) or item.months)
def test_a_day_and_its_months_are_one_question(policy: Policy, span: Span) -> None:
    reply = Reply(policy.id, {"who": "all"})
    ids = [element.get("id") for element in reply.elements]
    assert f"q-{span.months}" not in ids
    for field in (f"f-{span.start}-year", f"f-{span.months}", f"f-{span.start}-unknown"):
        around = reply.find(field).around
        assert f"q-{span.start}" in [element.get("id") for element in around]
        assert "fieldset" in [element.tag for element in around], "its legend names it for who listens"
    order = json.loads(reply.find("guide").get("data-order"))
    assert span.months not in order
    assert order.count(span.start) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"months_employed": "2021年3月"}, "按 2021-03-01 算；不是这一天的，请填在日期里"),
        ({"months_employed": "2021.3.5"}, "按 2021-03-05 算；不是这一天的，请填在日期里"),
        ({"job_start.year": "八个月"}, "按 8 个月算"),
        ({"job_start.year": "一年半"}, "按 18 个月算"),
        ({"job_start.month": "半年"}, "按 6 个月算"),
    ],
    ids=repr,
)
def test_either_answer_is_understood_in_the_boxes_of_the_other(typed: dict[str, str], said: str) -> None:
    reply = Reply("jining", {**SINCE, **typed}, submitted=True)
    assert reply.find("understood-job_start").text == said
    assert list(reply.links()) == []


def test_a_day_in_both_boxes_is_not_taken_for_months() -> None:
    reply = ask({**DOUBTED, "months_employed": "2021年5月"}, LEFT)
    assert "日期请填在问“哪一天”的地方。" in reply["patches"]["q-job_start"]


def test_not_knowing_a_day_nor_its_months_is_an_answer() -> None:
    order = Reply("jining", SINCE).find("guide").get("data-order")
    unsure = Reply("jining", {**SINCE, "job_start-unknown": "unknown"})
    assert '"job_start"' in order
    assert '"job_start"' not in unsure.find("guide").get("data-order")
    assert "checked" in unsure.find("f-job_start-unknown").attributes


def test_what_one_answer_alone_does_not_tell_is_asked_beside_it() -> None:
    form = {"founds_business": "yes", "still_in_business": "no", "business_start.year": "2019-3-1"}
    reply = Reply("ningxia", {"who": "worker", "home": "ningxia", "is_registered_poor": "yes", **form})
    box = reply.find("f-business_months")
    assert any("data-lacking" in element.attributes for element in box.around)
    assert not any("data-lacking" in element.attributes for element in reply.find("f-business_start-year").around)
    assert "business_start" in json.loads(reply.find("guide").get("data-order")), "the guide comes back to it"


def test_more_months_than_there_can_be_are_said_at_their_field() -> None:
    reply = Reply("jining", {**SINCE, "months_employed": "200"})
    assert "政策期内最多 24 个月，按 24 个月算" in reply.find("understood-job_start").text


TYPED = st.text(alphabet="零一二两十百半个多月年日号天人元%.,-/ 0123456789x", max_size=10)


@some
@given(st.dictionaries(st.sampled_from([name for fact in POLICIES["jining"].facts for name in names_of(fact)]), TYPED))
def test_any_text_in_any_field_is_answered(form: dict[str, str]) -> None:
    reply = ask({"who": "all", **form}, sorted(form))
    assert "patches" in reply


def test_nobody_hopes_for_a_post_that_he_was_not_offered() -> None:
    said = "政府安排了公益性岗位的才有；没有人安排过的，没有这一项。"
    assert said in Reply("jining", SINCE).find("result-public-post-subsidy").text
    assert said not in Reply("jining", {**SINCE, "holds_public_post": "no"}).find("result-public-post-subsidy").text
    compared = Reply("compare", {"who": "person", "home": "ningxia", "is_registered_poor": "yes"})
    assert said.removesuffix("。") in compared.find("region-ningxia").text


def test_months_of_a_plan_may_run_into_the_next_year() -> None:
    assert "从各人上岗那天起算，可以干到下一年。" in Reply("planning", {}).find("hint-2017-months").text
