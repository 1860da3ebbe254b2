"""The guide asks first what soonest leads to a sum, and of every group before it stops."""

from typing import Any

import pytest

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.facts.check import check_facts
from calc.pages.policy.question_order import find_near, find_order
from calc.policies import POLICIES


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
