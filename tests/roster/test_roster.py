"""A table comes to what its rows come to alone: every provision and reading, unknown and contradictory answers too."""

from collections.abc import Mapping, Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calc.engine.answer import Answer as Told
from calc.engine.assess import assess
from calc.engine.combine import Total
from calc.engine.outcome import Outcome
from calc.facts.catalogue import Answers
from calc.facts.inference import find_contradictions
from calc.facts.questions import Answer
from calc.policies import POLICIES
from calc.roster import classes
from calc.roster import memory as memory_of_rosters
from calc.roster.column import Column, encode
from calc.roster.memory import Memory
from calc.roster.roster import Result, Roster, open_roster
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.values.money import ZERO
from tests.bench.roster_rows import Row, draw_realistic
from tests.roster.many_rows import compare_rows
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
ROWS, MANY = 40, 100
ALWAYS_ALIKE, NEVER_ALIKE = 0, 1_000_000
"""As few rows as these tables have are hardly ever alike enough."""
tables = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True, params=[ALWAYS_ALIKE, NEVER_ALIKE], ids=["classes", "rows"])
def fewer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classes, "FEWER", request.param)


def lay(
    rows: Sequence[Answers | Row], policy: Policy, other: Reading | None = None, memory: Memory | None = None
) -> Roster:
    facts = sorted({fact for row in rows for fact in row})
    columns: Mapping[str, Column[Answer | None]] = {fact: encode(row.get(fact) for row in rows) for fact in facts}
    return open_roster(policy, columns, len(rows), other, memory)


def draw_rows(data: st.DataObject, policy: Policy) -> list[Answers]:
    """Rows that share answers, as the people of one firm do; each with some left out, and some with another's."""
    known = [data.draw(worlds(policy)) for _ in range(4)]
    random = Random(data.draw(st.integers(0, 10_000)))
    rows: list[Answers] = []
    for _ in range(ROWS):
        world, other = random.choice(known), random.choice(known)
        share = random.random()
        mixed = {
            fact: other.get(fact, answer) if random.random() < share / 8 else answer for fact, answer in world.items()
        }
        rows.append({fact: answer for fact, answer in mixed.items() if random.random() < 0.8})
    return rows


def show(result: Result) -> tuple[object, ...]:
    return (result.status, result.amount, result.by_fund, result.missing, result.awaited, result.label)


def show_outcome(outcome: Outcome) -> tuple[object, ...]:
    by_fund, missing, awaited = outcome.by_fund, outcome.missing, outcome.awaited
    return (outcome.status, outcome.amount, by_fund, missing, awaited, outcome.label)


@policies
@tables
@given(data=st.data())
def test_a_row_comes_to_what_it_comes_to_alone(policy: Policy, data: st.DataObject) -> None:
    rows = draw_rows(data, policy)
    roster = lay(rows, policy)
    for number, row in enumerate(rows):
        assert roster.contradicts[number] is bool(find_contradictions(row))
        if not roster.contradicts[number]:
            for finding in assess(policy, row).findings:
                result = roster.find(finding.provision)[number]
                assert show(result) == show_outcome(finding.outcome), (finding.provision.id, row)
                assert result.payees == finding.payees
                phrases = tuple((step.phrase, step.clause) for step in finding.outcome.reasons)
                assert result.refused_by == phrases


@policies
@settings(tables, max_examples=3)
@given(data=st.data())
def test_every_reading_comes_to_what_it_comes_to_alone(policy: Policy, data: st.DataObject) -> None:
    rows = [row for row in draw_rows(data, policy) if not find_contradictions(row)]
    alone = [assess(policy, row) for row in rows]
    for reading in policy.readings:
        roster = lay(rows, policy, reading)
        for number, assessment in enumerate(alone):
            for finding in assessment.findings:
                for alternative in finding.alternatives:
                    if alternative.reading == reading:
                        assert show(roster.find(finding.provision)[number]) == show_outcome(alternative.outcome)


@policies
@tables
@given(data=st.data())
def test_the_totals_are_those_of_the_rows_added_up(policy: Policy, data: st.DataObject) -> None:
    rows = draw_rows(data, policy)
    sums: dict[tuple[str, str], Total] = {}
    for row in rows:
        if not find_contradictions(row):
            for each in Told(assess(policy, row)).totals:
                before = sums.get((each.payee, each.fund)) or Total(each.payee, each.fund, ZERO, ZERO)
                sums[each.payee, each.fund] = Total(
                    each.payee,
                    each.fund,
                    before.low + each.low,
                    None if before.high is None or each.high is None else before.high + each.high,
                    before.ceiling + each.ceiling,
                    before.floor + each.floor,
                    before.estimate + each.estimate,
                )
    told = lay(rows, policy).total(policy.provisions)
    assert {(each.payee, each.fund): each for each in told} == sums


@policies
def test_many_rows_come_to_what_they_come_to_alone(policy: Policy) -> None:
    assert compare_rows(policy, MANY) > MANY


@policies
def test_a_table_in_pieces_comes_to_the_same(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = list(draw_realistic(policy, policy.facts, 300))
    whole, memory = lay(rows, policy), Memory()
    for most in (memory_of_rosters.MOST, 0):  # all is kept; then all is forgotten before each piece
        monkeypatch.setattr(memory_of_rosters, "MOST", most)
        for first in range(0, len(rows), 100):
            piece = lay(rows[first : first + 100], policy, memory=memory)
            for provision in policy.provisions:
                assert list(piece.find(provision)) == list(whole.find(provision))[first : first + 100]


def test_an_empty_table_comes_to_nothing() -> None:
    policy = POLICIES["jining"]
    roster = lay([], policy)
    assert [list(roster.find(provision)) for provision in policy.provisions] == [[] for _ in policy.provisions]
    assert roster.total(policy.provisions) == ()
