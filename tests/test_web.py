"""The door to the browser: it answers whatever comes, keeps what was typed, and lets no text become HTML."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import assess
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Choice, Count, Day, YesNo
from calc.pages import PAGES
from calc.pages.planning.assumptions import DOCUMENT_VALUES
from calc.parts.field import first_field
from calc.policies import POLICIES
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.web import answer
from tests.parts import put_together

NAMED_BY = {"facts": "policy", "form": "page"}
PATCHES = (
    "calculator-form",
    "calculator-result",
    "spoken-result",
    "calculator-answers",
    "calculator-bar",
    "calculator-errors",
)
VOID = {"input", "br", "hr", "img", "meta", "link"}
HOSTILE = """"><script>alert('吸纳')</script><img src=x onerror="alert(1)">&amp;'"""
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
some = settings(max_examples=8)


class Element:
    """One element of a patch: its tag, its attributes, the text inside it, and the elements around it."""

    def __init__(self, tag: str, attributes: dict[str, str | None], around: tuple["Element", ...]) -> None:
        self.tag, self.attributes, self.around, self.text = tag, attributes, around, ""

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""


class Reader(HTMLParser):
    """Reads HTML strictly: every element that opens closes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


class Reply:
    """What a page gets for a form."""

    def __init__(self, policy: str, form: object, submitted: object = False) -> None:
        self.json: Any = json.loads(answer(json.dumps({"page": policy, "form": form, "submitted": submitted})))
        patches = put_together(self.json["patches"])
        self.patches = {name: Reader(html).elements for name, html in patches.items()}

    @property
    def elements(self) -> list[Element]:
        return [element for patch in self.patches.values() for element in patch]

    def find(self, id_: str) -> Element:
        (found,) = (element for element in self.elements if element.get("id") == id_)
        return found

    def links(self) -> Iterator[str]:
        for element in self.patches["calculator-errors"]:
            if element.tag == "a":
                yield element.get("href").removeprefix("#")

    def shown(self) -> set[str]:
        """The facts whose questions are shown."""
        shown = (
            element.get("id").removeprefix("q-")
            for element in self.patches["calculator-form"]
            if element.get("id").startswith("q-")
            and not any("hidden" in item.attributes for item in (element, *element.around))
        )
        return set(shown)

    def typed(self) -> dict[str, str]:
        """What stands in the returned form."""
        values: dict[str, str] = {}
        for element in self.patches["calculator-form"]:
            if element.tag == "input" and (element.get("type") == "text" or "checked" in element.attributes):
                values[element.get("name")] = element.get("value")
            if element.tag == "option" and "selected" in element.attributes:
                (select,) = (item for item in element.around if item.tag == "select")
                values[select.get("name")] = element.get("value")
        return {name: value for name, value in values.items() if value}


# Whatever comes

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from([*CATALOGUE, *DOCUMENT_VALUES, "who", "job_start.year", "job_start.month", "job_start.day"])


def check_answered(text: str) -> Any:
    reply = answer(text)
    assert isinstance(reply, str)
    data = json.loads(reply)
    assert isinstance(data, dict)
    assert set(data) & {"errors", "answer", "patches"}
    return data


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert "errors" in check_answered(text)


@given(json_values)
def test_any_json_is_answered(question: object) -> None:
    assert "errors" in check_answered(json.dumps(question))


@some
@given(st.sampled_from(sorted(PAGES)), st.sampled_from(sorted(NAMED_BY)), json_values, json_values)
def test_any_contents_are_answered(policy: str, what: str, contents: object, submitted: object) -> None:
    check_answered(json.dumps({NAMED_BY[what]: policy, what: contents, "submitted": submitted}))


@some
@given(st.sampled_from(sorted(PAGES)), st.dictionaries(names, json_values, max_size=12), st.booleans())
def test_any_values_are_answered(policy: str, values: dict[str, object], submitted: bool) -> None:
    check_answered(json.dumps({"policy": policy, "facts": values}))
    Reply(policy, values, submitted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{",
        "[]",
        '"ningxia"',
        "1",
        "{}",
        '{"policy": null}',
        '{"page": null}',
        '{"page": []}',
        '{"policy": "nowhere"}',
        '{"policy": 1}',
        '{"policy": "ningxia"',
        '{"policy": "ningxia",}',
        "{'a': 1}",
        "NaN",
        "-Infinity",
        "\ufeff{}",
        "9" * 100_000,
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_question_is_told_in_chinese(text: str) -> None:
    (sentence,) = check_answered(text)["errors"].values()
    assert re.search(r"[\u4e00-\u9fff].*。$", sentence)


@pytest.mark.parametrize("number", ["9" * 400, "-1e400", "1e400", "NaN", "1e40", "9" * 4_000])
def test_numbers_beyond_all_bounds_are_answered(number: str) -> None:
    question = f'{{"policy": "ningxia", "facts": {{"age": {number}, "workers_hired": "{number}"}}}}'
    reply = check_answered(question)
    assert set(reply["errors"]) == {"age", "workers_hired"}


def test_deep_values_are_answered() -> None:
    deep: object = "x"
    for _ in range(200):
        deep = {"deep": [deep]}
    for question in ({"facts": {"home": deep, "job_start": deep}}, {"form": {"home": deep}}, {"facts": deep}):
        check_answered(json.dumps({NAMED_BY[next(iter(question))]: "jining", **question}))


# The contract


@policies
def test_facts_get_the_contract(policy: Policy) -> None:
    reply = check_answered(json.dumps({"policy": policy.id, "facts": {"as_of": "2020-01-01"}}))
    assert reply == {"answer": assess(policy.id, {"as_of": "2020-01-01"})}
    assert check_answered(json.dumps({"policy": policy.id})) == {"answer": assess(policy.id, {})}


def test_wrong_facts_get_a_sentence_and_the_nearest_names() -> None:
    facts = {"workers_hired": -1, "workers_hird": 1}
    reply = check_answered(json.dumps({"policy": "ningxia", "facts": facts}))
    assert list(reply["errors"]) == ["workers_hired"]
    assert reply["unknown"]["workers_hird"][0] == "workers_hired"


# The form


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
        assert reply.shown() <= asked
        assert reply.shown() <= every.shown()
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
    assert "可享受" in result
    assert "5,000.00" in result
    assert "5,000.00" in reply.find("calculator-result").text
    assert "可享受 2 项" in reply.json["announce"]


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
    "as_of.year": "20",
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
    for fact in mistaken:
        (link,) = (link for link in links if link == f"f-{fact}" or link.startswith(f"f-{fact}-"))
        assert fields[link].tag in ("input", "select")
        assert fact in reply.shown()
        sentence = reply.find(f"error-{fact}").text
        assert CATALOGUE[fact].short in reply.find("calculator-errors").text
        assert sentence.removeprefix("错误：") in reply.find("calculator-errors").text
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


def values_for(policy: Policy) -> st.SearchStrategy[dict[str, str]]:
    """A form filled in at random: whatever may be typed into boxes, and options that there are."""
    fields: dict[str, st.SearchStrategy[str]] = {"who": st.sampled_from(("all", "worker", ""))}
    for fact in policy.facts:
        question = CATALOGUE[fact]
        if isinstance(question, Choice):
            fields[fact] = st.sampled_from(("", *question.options))
        elif isinstance(question, YesNo):
            fields[fact] = st.sampled_from(("", "yes", "no", "unknown"))
        elif isinstance(question, Day):
            fields |= {f"{fact}.{part}": st.sampled_from(("", "2020", "2", "30", "x")) for part in _PARTS}
        else:
            fields[fact] = st.sampled_from(("", "12", "-1", " 1 万 ", "x", HOSTILE))
    return st.fixed_dictionaries({}, optional=fields)


_PARTS = ("year", "month", "day")


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
        assert {name.split(".")[0] for name in typed} - {"who"} <= reply.shown()


@policies
@pytest.mark.parametrize("submitted", [False, True])
def test_hostile_text_stays_text(policy: Policy, submitted: bool) -> None:
    boxes = [fact for fact in policy.facts if not isinstance(CATALOGUE[fact], Choice | YesNo | Day)]
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
        (("20", "1", "1"), {"year"}),
        (("2020", "", "1"), {"month"}),
        (("2020", "6", "x"), {"day"}),
        (("2020-6-31", "", ""), {"year", "month", "day"}),
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


def test_of_two_dates_that_contradict_each_other_every_box_of_the_later_is_marked() -> None:
    form = {"who": "worker", "job_start.year": "2020", "job_start.month": "6", "job_start.day": "2"}
    form |= {"job_end.year": "2020", "job_end.month": "6", "job_end.day": "1"}
    reply = Reply("jining", form, submitted=True)
    marked = {element.get("id") for element in reply.elements if element.get("aria-invalid")}
    assert marked == {"f-job_end-year", "f-job_end-month", "f-job_end-day"}


@policies
def test_every_link_from_the_answer_to_a_question_leads_to_a_field_that_can_be_focused(policy: Policy) -> None:
    fields = {first_field(fact): fact for fact in policy.facts}
    reply = Reply(policy.id, {"who": "all"})
    by_id = {element.get("id"): element for element in reply.patches["calculator-form"]}
    hrefs = {element.get("href") for element in reply.patches["calculator-result"] if element.tag == "a"}
    asked = {href.removeprefix("#") for href in hrefs} - {item.id for item in policy.provisions}
    assert asked
    assert asked <= set(fields)
    for target in asked:
        element = by_id[target]
        assert element.tag in ("input", "select") or element.get("tabindex") == "-1"
        assert fields[target] in reply.shown()
