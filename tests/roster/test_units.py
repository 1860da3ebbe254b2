"""Units come to what they come to as groups of people, one by one; their heads are counted from the rows of persons."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random

import pytest

from building.places import ROOT
from calc.engine.assess import Finding, assess
from calc.engine.groups import assess_groups
from calc.engine.outcome import Status
from calc.facts.catalogue import Answers
from calc.facts.check import sift_facts
from calc.facts.groups import Placement, find_heads_fact, join_group
from calc.facts.inference import find_contradictions
from calc.facts.of_each import HEADS, OF_EACH
from calc.facts.questions import Answer
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.roster.column import Column, encode
from calc.roster.roster import Result
from calc.roster.units import Table, Units, lift, open_units, stands_on_persons
from calc.rules.policy import Policy
from calc.values.money import yuan
from calc.values.ranges import Range

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
NINGXIA = POLICIES["ningxia"]
CARRIER = NINGXIA.provision("carrier-subsidy")
PERSON: Answers = {
    "home": "ningxia",
    "is_registered_poor": True,
    "months_employed": 12,
    "has_contract": True,
    "is_fully_insured": True,
}
WORKSHOP: Answers = {
    "employer_kind": ("workshop",),
    "is_employer_accepted": True,
    "is_in_poor_village": True,
    "is_local_employer": True,
}
MOST = 5
"""So many cases of each provision."""
COMMON: Answers = {"as_of": date(2020, 12, 31)}


def lay(rows: Sequence[Answers]) -> Table:
    facts = sorted({fact for row in rows for fact in row})
    return Table({fact: encode(row.get(fact) for row in rows) for fact in facts}, len(rows))


def open_workshop(*persons: Answers) -> Units:
    return open_units(NINGXIA, lay(persons), lay([WORKSHOP]), [0] * len(persons), COMMON)


def show(result: Result) -> tuple[object, ...]:
    return (result.status, result.label, result.amount, result.by_fund)


def show_finding(finding: Finding) -> tuple[object, ...]:
    outcome = finding.outcome
    return (outcome.status, outcome.label, outcome.amount, outcome.by_fund)


@pytest.mark.parametrize(("heads", "sum_"), [(29, 30_000), (30, 30_000), (31, 60_000)])
def test_heads_are_counted_on_both_sides_of_a_boundary(heads: int, sum_: int) -> None:
    found = open_workshop(*[PERSON] * heads).find(CARRIER)[0]
    alone = assess(NINGXIA, {**WORKSHOP, **PERSON, **COMMON, "workers_hired": heads}).finding(CARRIER.id)
    assert show(found) == show_finding(alone)
    assert found.amount and found.amount.low == yuan(sum_)


def test_who_does_not_meet_the_conditions_is_not_counted() -> None:
    units = open_workshop(*[PERSON] * 30, {**PERSON, "has_contract": False})
    assert units.units.count_heads(CARRIER)[0] == Range(30, 30)
    assert show(units.find(CARRIER)[0]) == show(open_workshop(*[PERSON] * 30).find(CARRIER)[0])


def test_an_unknown_person_makes_a_range() -> None:
    unknown = {fact: answer for fact, answer in PERSON.items() if fact != "has_contract"}
    units = open_workshop(*[PERSON] * 30, unknown)
    low, high = (open_workshop(*[PERSON] * heads).find(CARRIER)[0].amount for heads in (30, 31))
    result = units.find(CARRIER)[0]
    assert units.units.count_heads(CARRIER)[0] == Range(30, 31)
    assert result.amount and low and high
    assert (result.amount.low, result.amount.high) == (low.low, high.high)
    assert "has_contract" in result.missing


def test_a_person_who_contradicts_itself_may_count_or_not() -> None:
    wrong = {**PERSON, "job_start": date(2019, 5, 1), "job_end": date(2019, 3, 1)}
    assert open_workshop(*[PERSON] * 30, wrong).units.count_heads(CARRIER)[0] == Range(30, 31)


def test_nobody_counts_where_nobody_meets_the_conditions() -> None:
    found = open_workshop(*[{**PERSON, "has_contract": False}] * 12).find(CARRIER)[0]
    assert found.status is Status.INELIGIBLE
    assert found.amount is None
    assert "签订劳动合同" in "".join(phrase for phrase, _ in found.refused_by)


def test_a_unit_without_listed_people_stands_by_its_own_answers() -> None:
    answers = {**WORKSHOP, **PERSON, "workers_hired": 35}
    units = open_units(NINGXIA, lay([PERSON]), lay([WORKSHOP, answers]), [0], COMMON)
    alone = assess(NINGXIA, {**answers, **COMMON}).finding(CARRIER.id)
    assert show(units.find(CARRIER)[1]) == show_finding(alone)
    assert units.units.count_heads(CARRIER)[1] is None


def test_the_people_of_each_unit_are_counted_apart() -> None:
    persons, unit_of = [PERSON] * 43, [0] * 12 + [1] * 31
    Random(1).shuffle(unit_of)
    units = open_units(NINGXIA, lay(persons), lay([WORKSHOP, WORKSHOP]), unit_of, COMMON)
    sums = [result.amount.low for result in units.find(CARRIER) if result.amount]
    assert sums == [yuan(20_000), yuan(60_000)]
    (row,) = units.total([CARRIER])
    assert (row.payee, row.low) == (CARRIER.payee, yuan(80_000))


def test_totals_are_of_persons_and_units_together() -> None:
    worker = next(item for item in NINGXIA.provisions if stands_on_persons(item) and item.nature.brings_money)
    units = open_workshop(*[PERSON] * 31)
    both = units.total([worker, CARRIER])
    assert {*both} == {*units.total([worker]), *units.total([CARRIER])}


def test_what_people_say_of_their_unit_is_its_answer_unless_they_differ() -> None:
    answered: Mapping[str, Column[Answer | None]] = {
        "staff": encode([50, 50, None, 60, 61]),
        "is_enterprise": encode([True, None, None, False, False]),
    }
    lifted = lift(answered, [0, 0, 0, 1, 1], 2)
    assert [*lifted.answered["staff"]] == [50, None]
    assert [*lifted.answered["is_enterprise"]] == [True, False]
    assert lifted.disputed == {"staff": frozenset({1})}


@policies
def test_a_unit_comes_to_what_its_groups_come_to(policy: Policy) -> None:
    random, settled = Random(policy.id), 0
    asked = {fact for provision in policy.provisions if (fact := find_heads_fact(provision.facts))}
    for unit, *others in draw_units(policy, random):
        groups = [_draw_group(random, each) for each in (unit, *others)]
        heads = [random.choice((1, 5, 10, 11, 30)) for _ in groups]
        of_unit = {fact: answer for fact, answer in unit.items() if fact not in OF_EACH and fact not in HEADS}
        counted: list[Answers] = [
            {**group, **dict.fromkeys(asked, number)} for group, number in zip(groups, heads, strict=True)
        ]
        if any(find_contradictions(join_group(of_unit, group)) for group in counted):
            continue
        placement = Placement({**of_unit, **counted[0]}, tuple(counted[1:]))
        persons = [group for group, number in zip(groups, heads, strict=True) for _ in range(number)]
        # People stand in the order of their groups: of several that count, the first ones lead, as of groups.
        units = open_units(policy, lay(persons), lay([of_unit]), [0] * len(persons))
        for finding in assess_groups(policy, placement).findings:
            if not stands_on_persons(finding.provision):
                result = units.find(finding.provision)[0]
                assert show(result) == show_finding(finding), (finding.provision.id, placement)
                assert {*finding.outcome.missing} <= {*result.missing}
                settled += finding.status is not Status.UNKNOWN
    assert settled


def draw_units(policy: Policy, random: Random) -> Iterator[list[Answers]]:
    """The officers' cases of what a unit is paid: one gives the unit and its first group, two others further groups."""
    tables = parse_cases((ROOT / f"tests/cases/{policy.id}.md").read_text(encoding="utf-8"))
    for table in tables:
        if not stands_on_persons(policy.provision(table.provision)):
            known = [sift_facts(row.facts).answers for row in table.rows]
            for case in random.sample(known, min(MOST, len(known))):
                yield [case, *random.choices(known, k=2)]


def _draw_group(random: Random, world: Answers) -> Answers:
    return {fact: answer for fact, answer in world.items() if fact in OF_EACH and random.random() < 0.9}
