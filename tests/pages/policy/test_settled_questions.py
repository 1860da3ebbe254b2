"""What the answers given settle is marked at its question: said by nobody, asked by nobody, and open to an answer."""

import json
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.facts.inference import find_out
from calc.facts.link import write_link_to_send
from calc.pages import PAGES
from calc.pages.policy.stays import find_lead
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.web import answer
from tests.replies import Reply
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
UNSIGNED = {"who": "all", "has_contract": "no"}


def list_marks(reply: Reply) -> dict[str, str]:
    marks = (element for element in reply.elements if element.get("class") == "told")
    return {element.get("id").removeprefix("told-"): element.text for element in marks}


@pytest.mark.parametrize(
    ("page", "form", "marks"),
    [
        ("jining", {"has_contract": "no"}, {"contract_months": "0 个月，由“签订劳动合同了吗？否”得出"}),
        ("jining", {"has_contract": "yes"}, {}),
        ("jining", {"contract_months": "12"}, {"has_contract": "是，由“劳动合同期限是几个月？12 个月”得出"}),
        ("jining", {"contract_months": "0"}, {}),
        ("jining", {"home": "wanzhou"}, {}),
        (
            "jining",
            {"home": "wanzhou", "works_here": "yes", "still_employed": "yes"},
            {
                "cannot_leave_home": "否，由“劳动者户籍在哪里？重庆市万州区”、"
                "“在当地就业吗？是”、“到测算那天仍在这里工作吗？是”得出",
                "is_in_wanzhou": "否，由“在当地就业吗？是”得出",
                "hires_nearby": "否，由“劳动者户籍在哪里？重庆市万州区”、“在当地就业吗？是”得出",
            },
        ),
        ("ningxia", {"home": "wanzhou", "works_here": "yes"}, {}),
        ("ningxia", {"is_insured": "no"}, {"is_fully_insured": "否，由“依法缴纳社会保险了吗？否”得出"}),
        ("ningxia", {"is_insured": "yes"}, {}),
        ("ningxia", {"is_insured": "unknown"}, {}),
    ],
)
def test_a_settled_question_says_what_settles_it(page: str, form: dict[str, str], marks: dict[str, str]) -> None:
    reply = Reply(page, {"who": "all", **form})
    assert list_marks(reply) == marks
    assert marks.keys() <= reply.shown()


def test_the_mark_is_read_with_the_question_and_answers_nothing() -> None:
    reply = Reply("jining", UNSIGNED)
    field = reply.find("f-contract_months")
    assert field.get("aria-describedby").split() == ["hint-contract_months", "told-contract_months"]
    assert field.get("value") == ""
    assert reply.typed() == UNSIGNED
    assert "已回答 1 题" in reply.find("calculator-answers").text


def test_the_mark_goes_with_the_answer_it_comes_from() -> None:
    assert list_marks(Reply("jining", UNSIGNED))
    assert list_marks(Reply("jining", {**UNSIGNED, "has_contract": ""})) == {}
    assert list_marks(Reply("jining", {**UNSIGNED, "contract_months": "0"})) == {}


def test_an_answer_against_it_is_refused_at_its_field() -> None:
    form = {**UNSIGNED, "contract_months": "12"}
    reply = Reply("jining", form, submitted=True)
    assert list(reply.links()) == ["f-contract_months"]
    assert (
        reply.find("error-contract_months").text
        == "错误：您选了没有签订合同，又填了“劳动合同期限是几个月？12 个月”，哪个对？"
    )
    assert list_marks(reply) == {}, "nothing is told by an answer that is in question"
    assert reply.typed() == form
    assert list(Reply("jining", {**UNSIGNED, "contract_months": "0"}, submitted=True).links()) == []


def test_who_is_not_asked_sees_no_mark() -> None:
    here = {"works_here": "yes", "home": "wanzhou"}
    assert "is_in_wanzhou" not in list_marks(Reply("jining", {"who": "worker", **here}))
    assert "is_in_wanzhou" in list_marks(Reply("jining", {"who": "employer", **here}))


def test_neither_link_nor_file_holds_it() -> None:
    asked: dict[str, Any] = {"page": "jining", "form": UNSIGNED}
    assert json.loads(answer(json.dumps({**asked, "wants": "link"}))) == {"link": "v=1&n=22&who=all&has_contract=no"}
    file = json.loads(answer(json.dumps({**asked, "wants": "file", "file": "data"})))["file"]
    kept = json.loads(file["text"])
    assert kept["receipt"]["answers"] == {"has_contract": False, "as_of": "2021-12-31"}
    said = {"fact": "contract_months", "answer": 0, "says": "0 个月", "because": ["has_contract"]}
    assert said in kept["inferred"]


def test_a_comparison_marks_what_is_said_and_not_what_it_supposes() -> None:
    person = {"who": "person", "home": "wanzhou", "is_insured": "no"}
    marks = list_marks(Reply("compare", person))
    assert marks["is_fully_insured"] == "否，由“依法缴纳社会保险了吗？否”得出"
    assert "cannot_leave_home" not in marks  # it follows from a job here, which nobody has said


def test_a_settled_question_is_not_counted_among_those_to_ask() -> None:
    def count(form: dict[str, str]) -> int:
        text = Reply("compare", {"who": "person", **form}).find("more-questions").text
        return int(text.removeprefix("更多情况（").split(" ")[0])

    shown = Reply("compare", {"who": "person", "is_insured": "no"}).shown()
    assert "is_fully_insured" in shown
    assert count({"is_insured": "no"}) < count({})


@policies
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_every_settled_question_is_marked_and_no_other(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.sets(st.sampled_from(sorted(fact for fact in world if fact in policy.facts))))
    answers = sift_facts({fact: world[fact] for fact in known}).answers
    page = PAGES[policy.id]
    link = json.loads(answer(json.dumps({"page": policy.id, "form": {}, "wants": "opened", "link": spell(answers)})))
    assume("title" not in Reply(policy.id, link["fill"], submitted=True).json)  # no stay is as long as other days say
    reply = Reply(policy.id, link["fill"])
    inferred = {item.fact for item in find_out(answers).inferred if item.fact in policy.facts}
    assert {*list_marks(reply)} == {find_lead(policy, fact) for fact in inferred}
    assert page.write_link(link["fill"]).split("&")[2:] == spell(answers).split("&")[2:]
    for fact in inferred:
        assert not any(name.split(".")[0] == fact for name in reply.typed()), CATALOGUE[fact].short


def spell(answers: Any) -> str:
    """The answers as a link carries them."""
    return write_link_to_send({"who": "all", **answers})
