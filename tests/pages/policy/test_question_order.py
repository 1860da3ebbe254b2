"""The guide asks first what soonest leads to a sum, and of every group before it stops."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from building.places import ROOT
from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts, sift_facts
from calc.facts.groups import GROUPS
from calc.facts.link import say_values
from calc.facts.questions import Day, Selection, YesNo
from calc.pages.policy.asked import Asked
from calc.pages.policy.question_order import find_near, find_order
from calc.pages.policy.stays import list_months
from calc.pages.submission import fill_fields
from calc.parts.field import UNSURE, WHO, name_unsure, names_of
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.proof.cases import AMOUNT, parse_cases
from calc.rules.policy import Policy


def open_answer(policy: str, who: str | None, topic: str = "", **facts: Any) -> Answer:
    return Answer(assess(POLICIES[policy], check_facts(facts)), (who,) if who else None, topic)


def test_a_worker_in_ningxia_is_soon_asked_where_he_works() -> None:
    facts: dict[str, Any] = {"is_registered_poor": True, "home": "ningxia"}
    asked = []
    while (
        fact := find_order(open_answer("ningxia", "worker", **facts), dict.fromkeys(facts, "told"))[0]
    ) != "work_place":
        asked.append(fact)
        facts[fact] = False
    assert len(asked) <= 2, asked


@pytest.mark.parametrize(("who", "is_near"), [("worker", True), (None, False)])
def test_only_somebody_in_particular_is_near_to_a_sum(who: str | None, is_near: bool) -> None:
    assert bool(find_near(open_answer("jining", who), {})) is is_near


def test_what_is_near_leads_and_what_more_provisions_lack_comes_first() -> None:
    answer = open_answer("jining", "worker")
    near = find_near(answer, {})
    assert near == ("is_registered_poor", "home", "works_here", "job_start")
    assert find_order(answer, {})[: len(near)] == near


def test_a_sum_that_hangs_on_what_nobody_knows_is_not_near() -> None:
    answer = open_answer("jining", "worker", is_registered_poor=True, home="wanzhou", works_here=True)
    assert find_near(answer, {}) == ("job_start",)
    for unsure in ("months_employed", "job_start-unknown"):
        assert "job_start" not in find_near(answer, {unsure: "unknown"})


def test_the_topic_is_nearer_than_any_other_sum() -> None:
    answer = open_answer("ningxia", "worker", "startup-subsidy")
    assert "founds_business" in find_near(answer, {})
    other = open_answer("ningxia", "worker", "transport-subsidy")
    assert "work_place" in find_near(other, {})


def test_what_is_granted_and_lacks_only_its_base_is_near() -> None:
    """A rate without its base has no sum yet: what it is counted from comes before what other sums ask."""
    facts: dict[str, Any] = {"is_registered_poor": True, "home": "ningxia", "employer_kind": "small-enterprise"}
    facts |= {"contract_months": 12, "is_insured": True, "months_employed": 12, "workers_hired": 3}
    answer = open_answer("ningxia", "employer", **facts)
    assert find_near(answer, {}) == ("employer_contribution",)


def test_nobody_is_asked_how_long_before_it_is_known_that_there_is_anything() -> None:
    facts: dict[str, Any] = {"is_registered_poor": True, "home": "ningxia", "founds_business": False}
    facts |= {"work_place": "own-county", "has_qualification": False, "has_skill_level": False}
    near = find_near(open_answer("ningxia", "worker", **facts), dict.fromkeys(facts, "told"))
    assert near[0] == "holds_public_post"
    assert set(near) > {"post_start", "age"}


def test_what_only_a_procedure_lacks_is_asked_last() -> None:
    told: dict[str, Any] = {"is_recognised_base": False, "is_enterprise": True}
    order = find_order(open_answer("dalian", "employer", **told), dict.fromkeys(told, "told"))
    assert order[-1] == "notice_start"
    assert {"helped_hired", "staff"} < set(order[:-1])


def test_of_what_nobody_knows_no_more_is_asked() -> None:
    answer = open_answer("jining", "worker")
    later = {"training_start", "training_days", "is_trained_by_home", "employer_ran_training"}
    order = find_order(answer, {})
    assert order.index("is_trained") < min(map(order.index, later))
    assert not later & {*find_order(answer, {"is_trained": "unknown"})}


MOST_ANSWERS = {
    ("dalian", "agent-subsidy"): 7,
    ("jining", "travel-meal-subsidy"): 4,
    ("jining", "public-post-subsidy"): 10,
    ("jining", "work-as-training"): 12,
    ("ningxia", "transport-subsidy"): 7,
    ("ningxia", "carrier-subsidy"): 10,
    ("ningxia", "incubator-award"): 2,
    ("ningxia", "agent-subsidy"): 10,
    ("ningxia", "employer-insurance-subsidy"): 9,
    ("ningxia", "public-post-living"): 15,
    ("ningxia", "two-graduates"): 5,
    ("shaoxing", "stable-job-subsidy"): 5,
    ("shaoxing", "agent-subsidy"): 8,
    ("shaoxing", "job-fair-subsidy"): 2,
    ("zhongshan", "dispatch-subsidy"): 9,
    ("zhongshan", "employment-subsidy"): 3,
}
"""So many answers lead somebody to a first sum who has what a case has, and of all else nothing."""


@pytest.mark.parametrize(("policy", "provision"), MOST_ANSWERS)
def test_the_guide_leads_to_a_first_sum_in_so_many_answers(policy: str, provision: str) -> None:
    who = next(
        payee for payee in applicants_of(POLICIES[policy]) if payee in POLICIES[policy].provision(provision).payees
    )
    asked = walk_to_first_sum(POLICIES[policy], who.value, read_case(policy, provision))
    assert len(asked) <= MOST_ANSWERS[policy, provision], asked


def read_case(policy: str, provision: str) -> Mapping[str, str]:
    """The shortest case with an exact sum, by months rather than days, as the fields of the form."""
    tables = parse_cases((ROOT / f"tests/cases/{policy}.md").read_text(encoding="utf-8"))
    rows = [row for table in tables if table.provision == provision for row in table.rows]
    granted = [
        sift_facts(row.facts).answers for row in rows if re.fullmatch(r"[1-9][\d,.]+", row.expected.get(AMOUNT, ""))
    ]
    starts = {span.start for span in POLICIES[policy].spans}
    return fill_fields(say_values(min(granted, key=lambda facts: (not starts.isdisjoint(facts), len(facts)))))


def walk_to_first_sum(policy: Policy, who: str, known: Mapping[str, str]) -> list[str]:
    """The questions that the guide asks somebody until there is a sum; what he has not, he denies."""
    values, asked = {WHO: who}, list[str]()
    while True:
        given = Asked(policy, values)
        order = [name for name in find_order(given.shown, given.values) if name not in asked]
        if not order or any(row.low for row in given.shown.own_totals):
            return asked
        asked.append(order[0])
        values |= _answer(policy, order[0], known)


def _answer(policy: Policy, name: str, known: Mapping[str, str]) -> Mapping[str, str]:
    if name == GROUPS:
        return {GROUPS: "1"}
    question, together = CATALOGUE[name], (name, *list_months(policy, name, policy.facts))
    told = {field: known[field] for fact in together for field in names_of(fact) if field in known}
    if told:
        return told
    if isinstance(question, Selection):
        options = policy.options_of(name)
        denied = (question.rest, "none", "own-county")
        return {name: next((option for option in denied if option in options), UNSURE)}
    if isinstance(question, Day):
        return {name_unsure(name): UNSURE}
    return {name: "no" if isinstance(question, YesNo) else UNSURE}
