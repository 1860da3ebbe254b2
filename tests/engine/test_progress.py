"""How far a visitor has come: only where nothing but a number is short, and what is nearest of it."""

from typing import Any

from calc.engine.progress import Progress, find_nearest, find_progress
from tests.asking import POOR, ask

WORKSHOP = {
    **POOR,
    "home": "ningxia",
    "employer_kind": "workshop",
    "is_in_poor_village": True,
    "is_local_employer": True,
}


def find(policy: str, provision: str, **facts: Any) -> Progress | None:
    return next(
        find_progress(item) for item in ask(policy, **facts).provisions if item.finding.provision.id == provision
    )


def test_months_that_are_short_are_counted_with_what_they_bring() -> None:
    progress = find("ningxia", "carrier-subsidy", **WORKSHOP, workers_hired=35, months_employed=8)
    assert progress and progress.amount
    assert (progress.had, progress.needed, progress.lacking, progress.unit) == (8, 12, 4, "个月")
    assert progress.amount.low == 60_000


def test_people_that_are_short_are_counted_and_those_who_follow_are_not() -> None:
    progress = find("dalian", "base-recognition", helped_hired=5, staff=101)
    assert progress
    assert (progress.fact, progress.had, progress.lacking, progress.unit) == ("helped_hired", 5, 1, "人")
    assert progress.amount is None


def test_months_told_by_dates_count_as_far_as_the_dates_go() -> None:
    days = {"job_start": "2020-05-15", "still_employed": True, "as_of": "2020-07-15"}
    progress = find("jining", "travel-meal-subsidy", **{**POOR, "home": "wanzhou"}, **days)
    assert progress
    assert (progress.had, progress.needed) == (2, 3)


def test_what_hangs_on_more_than_a_number_is_no_progress() -> None:
    assert find("ningxia", "carrier-subsidy", **{**WORKSHOP, "has_contract": False}, workers_hired=35) is None
    assert find("ningxia", "carrier-subsidy", **WORKSHOP, workers_hired=101, months_employed=12) is None


def test_more_of_what_is_granted_is_progress_and_never_the_nearest() -> None:
    facts = {**POOR, "home": "wanzhou", "months_employed": 4}
    progress = find("jining", "cross-province-subsidy", **facts)
    assert progress and progress.amount
    assert progress.lacking == 2
    assert progress.amount.low == 6_000
    nearest = find_nearest(ask("jining", "worker", **facts).concerned)
    assert nearest is None or nearest[0].finding.status.is_refused


def test_the_nearest_brings_a_known_sum_and_lacks_the_least() -> None:
    nearest = find_nearest(ask("jining", "worker", **{**POOR, "home": "wanzhou", "months_employed": 2}).concerned)
    assert nearest
    item, progress = nearest
    assert progress.amount
    assert (progress.had, progress.needed) == (2, 3)
    assert item.finding.provision.id in ("travel-meal-subsidy", "cross-province-subsidy")
