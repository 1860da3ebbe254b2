"""The day to calculate for: nobody has to name one, and the page says which one it takes."""

from datetime import date, timedelta

import pytest

from calc.facts.catalogue import Answers
from calc.pages.policy.day_asked import suppose_day
from calc.policies import POLICIES
from tests.replies import Reply

JINING, DALIAN = POLICIES["jining"], POLICIES["dalian"]
END = date(2021, 12, 31)
WORKER = {"who": "worker", "home": "wanzhou", "is_registered_poor": "yes", "works_here": "yes", "still_employed": "yes"}
STARTED = {"job_start.year": "2021", "job_start.month": "3", "job_start.day": "1"}


@pytest.mark.parametrize(
    ("today", "day"), [(END - timedelta(1), END - timedelta(1)), (END, END), (END + timedelta(1), END)]
)
def test_it_is_today_until_the_policy_ends_then_its_last_day(today: date, day: date) -> None:
    assert suppose_day(JINING, {}, today) == {"as_of": day}


def test_without_an_end_it_is_today() -> None:
    assert suppose_day(DALIAN, {}, date(2031, 1, 1)) == {"as_of": date(2031, 1, 1)}


def test_it_is_no_earlier_than_a_day_that_was_given() -> None:
    told: Answers = {"job_start": date(2022, 2, 1)}
    assert suppose_day(JINING, told, date(2026, 1, 1)) == {**told, "as_of": date(2022, 2, 1)}


def test_a_day_that_was_named_stays() -> None:
    told: Answers = {"as_of": date(2020, 7, 15)}
    assert suppose_day(JINING, told, date(2026, 1, 1)) == told


def test_no_day_is_supposed_that_the_answers_contradict() -> None:
    told: Answers = {"training_start": END, "training_days": 40}
    assert suppose_day(JINING, told, date(2026, 1, 1)) == told


def test_a_worker_who_names_no_day_learns_the_whole_sum_and_the_day_taken() -> None:
    reply = Reply("jining", {**WORKER, **STARTED})
    assert "7,500 元" in reply.find("calculator-result").text
    assert "按 2021-12-31（政策最后一天）测算" in reply.find("day-asked").text
    assert not any(fact.startswith("f-as_of") for fact in reply.links())


def test_another_day_is_said_and_taken() -> None:
    day = {"as_of.year": "2021", "as_of.month": "5", "as_of.day": "31"}
    reply = Reply("jining", {**WORKER, **STARTED, **day})
    assert "按 2021-05-31 测算" in reply.find("day-asked").text
    assert "政策最后一天）测算" not in reply.find("day-asked").text
    assert "7,500 元" not in reply.find("calculator-result").text


def test_a_supposed_day_is_not_carried_to_the_other_regions() -> None:
    refused = {"who": "worker", "home": "elsewhere", "is_registered_poor": "no", "works_here": "no"}
    page = str(Reply("jining", refused).json)
    assert "compare/#" in page
    assert "as_of=" not in page
