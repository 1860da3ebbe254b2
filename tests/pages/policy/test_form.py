"""The form of a policy page: it keeps what was typed, points to mistakes, and lets no text become HTML."""

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE, say_question
from calc.facts.groups import GROUPS
from calc.facts.questions import Choice, Choices, Count, Day, Selection, YesNo
from calc.pages.policy.stays import find_lead
from calc.parts.field import first_field
from calc.policies import POLICIES
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.web import answer
from tests.replies import HOSTILE, Reply
from tests.worlds import some_of

PATCHES = (
    "guide",
    "calculator-form",
    "calculator-result",
    "spoken-result",
    "calculator-answers",
    "calculator-bar",
    "calculator-errors",
    "print-leaflet",
    "print-worksheet",
)
_PARTS = ("year", "month", "day")
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
some = settings(max_examples=8)


@policies
@pytest.mark.parametrize("submitted", [False, True])
def test_each_patch_is_one_element_of_its_id(policy: Policy, submitted: bool) -> None:
    for form in ({}, {"who": "all"}, {"job_start.year": "x", "as_of.year": "x", "workers_hired": "x"}):
        reply = Reply(policy.id, form, submitted)
        assert tuple(reply.patches) == PATCHES
        for name, elements in reply.patches.items():
            assert elements[0].get("id") == name
            assert [element for element in elements if not element.around] == [elements[0]]
        ids = [element.get("id") for element in reply.elements if element.get("id")]
        assert len(set(ids)) == len(ids)


@policies
def test_labels_and_descriptions_point_to_what_is_there(policy: Policy) -> None:
    reply = Reply(policy.id, {"who": "all", "workers_hired": "x", "as_of.year": "x"}, submitted=True)
    ids = {element.get("id") for element in reply.elements}
    for element in reply.elements:
        pointed = {*element.get("for").split(), *element.get("aria-describedby").split()}
        assert pointed <= ids
    labelled = {element.get("for") for element in reply.elements if element.tag == "label"}
    fields = [element for element in reply.elements if element.tag in ("input", "select")]
    assert {element.get("id") for element in fields} <= labelled


@policies
def test_who_asks_decides_what_is_asked_and_answered(policy: Policy) -> None:
    every = Reply(policy.id, {"who": "all"})
    seen = set()
    for payee in Payee:
        provisions = {item.id for item in policy.provisions if payee in _payees(policy, item.id)}
        if payee is Payee.AUTHORITY or not provisions:
            continue
        reply = Reply(policy.id, {"who": payee.value})
        shown = {element.get("id") for element in reply.patches["calculator-result"]}
        assert {name.removeprefix("result-") for name in shown if name.startswith("result-")} == provisions
        asked = {fact for item in policy.provisions if item.id in provisions for fact in item.facts}
        assert reply.shown() - {GROUPS} <= asked
        assert reply.shown() - {GROUPS} <= every.shown()
        assert reply.typed() == {"who": payee.value}
        seen |= provisions
    assert seen == {item.id for item in policy.provisions if _payees(policy, item.id) != {Payee.AUTHORITY}}


def _payees(policy: Policy, provision: str) -> set[Payee]:
    payee = policy.provision(provision).payee
    return {payee} if isinstance(payee, Payee) else {each for _, each in payee.payees}


def test_nobody_and_nonsense_are_asked_who_they_are() -> None:
    for who in ("", "nobody", HOSTILE, 1, None):
        reply = Reply("ningxia", {"who": who})
        assert "先选“我是谁”" in reply.find("calculator-result").text
        assert reply.typed() == {}
        assert reply.json["announce"] == ""


DATED = {"who": "worker", "job_start.year": "2020"}


def test_an_incomplete_date_is_complained_of_only_after_submitting() -> None:
    before, after = Reply("jining", DATED), Reply("jining", DATED, submitted=True)
    assert list(before.links()) == []
    assert "hidden" in before.find("calculator-errors").attributes
    assert {"title", "focus"}.isdisjoint(before.json)
    assert "入职日期" not in before.find("calculator-result").text.split("还缺")[0]
    assert list(after.links()) == ["f-job_start-month"]
    assert "月份没有填" in after.find("error-job_start").text
    assert before.typed() == after.typed() == DATED


def test_a_complete_date_is_used_at_once() -> None:
    parts = {"job_start.year": "２０２０", "job_start.month": "5", "job_start.day": "15", "still_employed": "yes"}
    as_of = {"as_of.year": "2020", "as_of.month": "10", "as_of.day": "15"}
    known = {"home": "wanzhou", "is_registered_poor": "yes", "works_here": "yes"}
    reply = Reply("jining", {"who": "worker", **known, **parts, **as_of})
    result = reply.find("result-cross-province-subsidy").text
    assert "能领" in result
    assert "5,000 元" in result
    assert "5,000 元" in reply.find("calculator-result").text
    assert "6,500 元，2 项能领" in reply.json["announce"]


@pytest.mark.parametrize(("day", "sentence"), [("30", "2020 年 2 月没有 30 日"), ("x", "日期请填数字")])
def test_an_impossible_date_is_not_used(day: str, sentence: str) -> None:
    form = {"who": "worker", "job_start.year": "2020", "job_start.month": "2", "job_start.day": day}
    reply = Reply("jining", form, submitted=True)
    assert sentence in reply.find("error-job_start").text
    assert "没有用它计算" in reply.find("calculator-result").text
    assert reply.typed() == form
    assert list(Reply("jining", form).links()) == []


WRONG = {
    "who": "all",
    "workers_hired": "很多",
    "months_employed": "-1",
    "contract_months": "-1",
    "as_of.year": "202",
    "as_of.month": "1",
    "as_of.day": "1",
}


@policies
def test_every_mistake_is_linked_to_a_field_that_is_there_and_shown(policy: Policy) -> None:
    wrong = {**WRONG, "job_start.year": "2020", "still_employed": "?"}
    reply = Reply(policy.id, wrong, submitted=True)
    mistaken = [fact for fact in policy.facts if any(name.split(".")[0] == fact for name in wrong)]
    links = list(reply.links())
    assert len(links) == len(mistaken) > 0
    fields = {element.get("id"): element for element in reply.patches["calculator-form"]}
    summary = {element.get("href")[1:]: element.text for element in reply.patches["calculator-errors"]}
    for fact in mistaken:
        (link,) = (link for link in links if link == f"f-{fact}" or link.startswith(f"f-{fact}-"))
        assert fields[link].tag in ("input", "select")
        assert reply.asks(fact)
        said = summary[link]
        assert said.startswith(f"“{say_question(fact)}”：")
        assert said.partition("”：")[2] in reply.find(f"error-{find_lead(policy, fact)}").text
    assert reply.json["focus"] == "calculator-errors"
    assert reply.json["title"].startswith("错误：")
    assert reply.find("calculator-errors").get("tabindex") == "-1"


@policies
def test_mistakes_are_quiet_before_submitting_but_never_used(policy: Policy) -> None:
    reply = Reply(policy.id, WRONG)
    assert list(reply.links()) == []
    assert not any(element.get("id").startswith("error-") for element in reply.elements)
    assert "没有用它计算" in reply.find("calculator-result").text
    good = Reply(policy.id, {"who": "all"})
    assert [e.text for e in reply.elements if e.get("class") == "outcome"] == [
        e.text for e in good.elements if e.get("class") == "outcome"
    ]


def test_without_mistakes_submitting_leads_to_the_result() -> None:
    reply = Reply("ningxia", {"who": "carrier", "workers_hired": "11"}, submitted=True)
    assert (reply.json["focus"], list(reply.links())) == ("calculator-result", [])
    assert "title" not in reply.json


@cache
def values_for(policy: Policy) -> st.SearchStrategy[dict[str, str]]:
    """A form filled in at random: whatever may be typed into boxes, and options that there are."""
    fields: dict[str, st.SearchStrategy[str]] = {"who": st.sampled_from(("all", "worker", ""))}
    for fact in policy.facts:
        question = CATALOGUE[fact]
        if isinstance(question, Choice):
            fields[fact] = st.sampled_from(("", *question.options))
        elif isinstance(question, Choices):
            fields[fact] = st.just("") | some_of(question).map(question.spell)
        elif isinstance(question, YesNo):
            fields[fact] = st.sampled_from(("", "yes", "no", "unknown"))
        elif isinstance(question, Day):
            fields |= {f"{fact}.{part}": st.sampled_from(("", "2020", "2", "30", "x")) for part in _PARTS}
        else:
            fields[fact] = st.sampled_from(("", "12", "-1", " 1 万 ", "x", HOSTILE))
    return st.fixed_dictionaries({}, optional=fields)


@policies
@some
@given(data=st.data())
def test_whatever_is_typed_stays(policy: Policy, data: st.DataObject) -> None:
    form = data.draw(values_for(policy))
    typed = {name: value for name, value in form.items() if value}
    if typed.get("who") == "worker" and not any(Payee.WORKER in _payees(policy, item.id) for item in policy.provisions):
        del typed["who"]
    for submitted in (False, True):
        reply = Reply(policy.id, form, submitted)
        assert reply.typed() == typed
        assert {find_lead(policy, name.split(".")[0]) for name in typed if name != "who"} <= reply.shown()


@policies
@pytest.mark.parametrize("submitted", [False, True])
def test_hostile_text_stays_text(policy: Policy, submitted: bool) -> None:
    boxes = [fact for fact in policy.facts if not isinstance(CATALOGUE[fact], Selection | YesNo | Day)]
    dates = [f"{fact}.{part}" for fact in policy.facts if isinstance(CATALOGUE[fact], Day) for part in _PARTS]
    form = dict.fromkeys((*policy.facts, *boxes, *dates, "who", HOSTILE), HOSTILE)
    reply = Reply(policy.id, form, submitted)
    for html in reply.json["patches"].values():
        assert "<script" not in html
        assert "<img" not in html
    for element in reply.elements:
        assert element.tag not in ("script", "img", "iframe", "object", "style")
        assert not any(name.startswith("on") or name in ("style", "src") for name in element.attributes)
    typed = reply.typed()
    assert {name: typed[name] for name in (*boxes, *dates)} == dict.fromkeys((*boxes, *dates), HOSTILE)
    assert bool(list(reply.links())) is submitted
    assert all(HOSTILE not in text for text in (reply.json["announce"], reply.json.get("title", "")))


def test_several_kinds_are_boxes_under_one_legend_with_hint_and_complaint() -> None:
    form = {"who": "carrier", "employer_kind": "就业扶贫车间、small-enterprise"}
    reply = Reply("ningxia", form)
    field = reply.find("f-employer_kind")
    assert (field.tag, field.get("tabindex"), field.get("aria-describedby")) == (
        "fieldset",
        "-1",
        "hint-employer_kind",
    )
    assert reply.find("hint-employer_kind").text == CATALOGUE["employer_kind"].hint
    (legend,) = (element for element in reply.elements if element.tag == "legend" and field in element.around)
    assert legend.text == CATALOGUE["employer_kind"].label
    boxes = [element for element in reply.elements if element.get("name") == "employer_kind"]
    offered = POLICIES["ningxia"].options_of("employer_kind")
    assert [(box.get("type"), box.get("value")) for box in boxes] == [("checkbox", option) for option in offered]
    for box in boxes:
        assert box.around[-1].tag == "label"
        assert (box.around[-1].get("for"), box.around[-1].text) == (box.get("id"), offered[box.get("value")])
    ticked = [box.get("value") for box in boxes if "checked" in box.attributes]
    assert ticked == ["workshop", "small-enterprise"]
    assert "单位类型：就业扶贫车间、中小微企业" in reply.find("calculator-result").text


def test_a_page_offers_the_kinds_that_its_document_names_those_answered_and_the_rest() -> None:
    def offers(policy: str, **form: str) -> list[str]:
        elements = Reply(policy, {"who": "all", **form}).patches["calculator-form"]
        return [element.get("value") for element in elements if element.get("name") == "employer_kind"]

    assert offers("jining") == ["workshop", "employment-base", "other"]
    assert offers("jining", employer_kind="社会团体,other") == [
        "workshop",
        "employment-base",
        "social-organisation",
        "other",
    ]


def test_kinds_that_cannot_be_read_are_complained_of_at_their_boxes() -> None:
    reply = Reply("ningxia", {"who": "carrier", "employer_kind": "workshop,factory"}, submitted=True)
    assert list(reply.links()) == ["f-employer_kind"]
    assert "选一项或几项" in reply.find("error-employer_kind").text
    described = reply.find("f-employer_kind").get("aria-describedby").split()
    assert described == ["hint-employer_kind", "error-employer_kind"]
    (box,) = (element for element in reply.elements if element.get("id") == "f-employer_kind-workshop")
    assert "checked" in box.attributes


@policies
def test_counts_are_asked_in_text_boxes_that_offer_digits(policy: Policy) -> None:
    """A number field of the browser would throw away what it cannot read, before anybody sees it."""
    for element in Reply(policy.id, {"who": "all"}).patches["calculator-form"]:
        assert element.get("type") != "number"
        if isinstance(CATALOGUE.get(element.get("name")), Count):
            assert (element.get("type"), element.get("inputmode")) == ("text", "numeric")


@pytest.mark.parametrize(
    ("boxes", "wrong"),
    [
        (("2020", "6", "31"), {"day"}),
        (("2021", "2", "29"), {"day"}),
        (("2020", "13", "1"), {"month"}),
        (("202", "1", "1"), {"year"}),
        (("2", "1", "1"), {"year"}),
        (("2020", "", "1"), {"month"}),
        (("2020", "6", "x"), {"day"}),
        (("2020-6-31", "", ""), {"year", "month", "day"}),
        (("21年3月", "", ""), {"year", "month", "day"}),
        (("", "", "2020-6-31"), {"year", "month", "day"}),
    ],
)
def test_of_a_wrong_date_the_box_is_marked_that_the_sentence_is_about(
    boxes: tuple[str, str, str], wrong: set[str]
) -> None:
    parts = ("year", "month", "day")
    form = {"who": "worker", **{f"job_start.{part}": text for part, text in zip(parts, boxes, strict=True)}}
    for page in ("jining", "compare"):
        reply = Reply(page, form | {"who": "person" if page == "compare" else "worker"}, submitted=True)
        assert {part for part in parts if reply.find(f"f-job_start-{part}").get("aria-invalid")} == wrong
        first = next(part for part in parts if part in wrong)
        assert list(reply.links()) == [f"f-job_start-{first}"]


def test_of_two_dates_that_contradict_each_other_every_box_is_marked_and_one_complaint_made() -> None:
    form = {"who": "worker", "job_start.year": "2020", "job_start.month": "6", "job_start.day": "2"}
    form |= {"job_end.year": "2020", "job_end.month": "6", "job_end.day": "1"}
    reply = Reply("jining", form, submitted=True)
    marked = {element.get("id") for element in reply.elements if element.get("aria-invalid")}
    assert marked == {f"f-job_{side}-{part}" for side in ("start", "end") for part in _PARTS}
    assert list(reply.links()) == ["f-job_end-year"]
    assert reply.find("error-job_start").text == reply.find("error-job_end").text


@policies
def test_every_link_from_the_answer_to_a_question_leads_to_a_field_that_can_be_focused(policy: Policy) -> None:
    fields = {first_field(fact): fact for fact in policy.facts}
    reply = Reply(policy.id, {"who": "all"})
    by_id = {element.get("id"): element for element in reply.patches["calculator-form"]}
    hrefs = {element.get("href") for element in reply.patches["calculator-result"] if element.tag == "a"}
    cards = {f"{item.id}{text}" for item in policy.provisions for text in ("", "-text")}
    asked = {href.removeprefix("#") for href in hrefs} - cards
    assert asked
    assert asked <= set(fields)
    for target in asked:
        element = by_id[target]
        assert element.tag in ("input", "select") or element.get("tabindex") == "-1"
        assert reply.asks(fields[target])


def test_result_takes_the_focus() -> None:
    reply = json.loads(
        answer(json.dumps({"page": "ningxia", "form": {"who": "carrier", "workers_hired": "11"}, "submitted": True}))
    )
    assert reply["focus"] == "calculator-result"
    assert 'tabindex="-1"' in reply["patches"]["calculator-result"].split(">")[0]


def test_what_was_filled_in_as_somebody_else_is_no_mistake_here() -> None:
    form = {"who": "park", "workers_hired": "-1"}
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": form, "submitted": True})))
    assert "title" not in reply
    form["who"] = "carrier"
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": form, "submitted": True})))
    assert reply["focus"] == "calculator-errors"
    assert 'value="-1"' in reply["patches"]["q-workers_hired"]


def test_an_end_left_over_from_an_earlier_answer_is_asked_about() -> None:
    """It was once not taken; but whoever pressed the wrong button for 仍在职 lost the end without a word."""
    form = {"who": "worker", "still_employed": "yes", "job_end.year": "2019", "job_end.month": "1", "job_end.day": "1"}
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": form, "left": ["job_end.day"]})))
    assert reply["announce"].startswith("1 处要改：“到测算那天仍在这里工作吗？”、“最后工作到哪一天？”。")
    for fact in ("still_employed", "job_end"):
        assert "又填了“最后工作到哪一天？2019-01-01”，哪个对？" in reply["patches"][f"q-{fact}"]
        assert "去掉“最后工作到哪一天？”的回答" in reply["patches"][f"q-{fact}"]


def test_the_boxes_of_dalian_s_form_stay_to_be_filled() -> None:
    reply = json.loads(answer(json.dumps({"page": "dalian", "form": {"who": "employer"}})))
    assert "hidden" not in reply["patches"]["q-unit_name"].split(">")[0]
