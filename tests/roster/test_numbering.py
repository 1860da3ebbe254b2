"""Plain Python and numpy number alike, code for code, and a table that either has numbered comes to the same."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from calc.policies import POLICIES
from calc.roster import alike, classes, column, numbering, numbering_by_numpy, reckoning, stays
from calc.roster.column import encode
from calc.roster.roster import Result, Roster, open_roster
from calc.rules.policy import Policy
from calc.values.dates import count_months, number_day
from tests.bench.roster_rows import draw_adversarial, list_facts


@pytest.mark.parametrize("rows", [0, 1, 2, 500])
@pytest.mark.parametrize("sizes", [[3], [3, 2], [40, 40, 40], [3_000, 3_000], [5_000_000, 2], [3_000, 3_000, 5]])
def test_both_number_alike(rows: int, sizes: list[int]) -> None:
    random = Random(rows)
    codes = [[random.randrange(size) for _ in range(rows)] for size in sizes]
    plain, parts = numbering.number(codes, sizes)
    quick, same = numbering_by_numpy.number(codes, sizes) if rows else ([], parts)
    assert [*plain] == [*quick]
    assert [*map(list, parts)] == [*map(list, same)]
    if rows:
        names = [random.randrange(9) for _ in parts[0]]
        size = len(names)
        assert [*numbering.find_firsts(plain, size)] == [*numbering_by_numpy.find_firsts(plain, size)]
        assert [*numbering.rename(plain, names)] == [*numbering_by_numpy.rename(plain, names)]
        assert numbering.count(plain, len(names)) == numbering_by_numpy.count(plain, len(names))


@pytest.mark.parametrize("function", [lambda one, other: one + (other - one) * (other > one), count_months])
def test_both_reckon_alike(function: Callable[[Any, Any], Any]) -> None:
    random = Random(1)
    days = [[number_day(date(2017, 1, 1) + timedelta(days=random.randrange(1_500))) for _ in range(500)] for _ in "ab"]
    assert [*numbering.reckon(function, *days)] == [*numbering_by_numpy.reckon(function, *days)]


@pytest.mark.parametrize("fewer", [0, 1_000_000], ids=["classes", "rows"])
@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_a_table_comes_to_the_same_either_way(policy: Policy, fewer: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classes, "FEWER", fewer)
    facts = list_facts(policy.provisions)
    rows = list(draw_adversarial(policy, facts, 300, seed=3))
    found = {}
    for way in (numbering, numbering_by_numpy):
        for user in (column, alike, stays, classes):
            for name in vars(user).keys() & {*reckoning.__all__}:
                monkeypatch.setattr(user, name, getattr(way, name))
        roster = open_roster(policy, {fact: encode(row.get(fact) for row in rows) for fact in facts}, len(rows))
        found[way] = (_list_results(policy, roster), [*roster.contradicts], roster.total(policy.provisions))
    assert found[numbering] == found[numbering_by_numpy]


def _list_results(policy: Policy, roster: Roster) -> list[list[Result]]:
    return [list(roster.find(provision)) for provision in policy.provisions]
