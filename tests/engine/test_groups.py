"""A unit's people in groups: which heads count, what they bring, and that groups are only a way of telling."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import permutations
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from building.places import ROOT
from calc.engine.answer import Answer
from calc.engine.assess import Assessment, Finding, assess
from calc.engine.groups import UNITS, assess_groups, list_asked_of_each
from calc.engine.outcome import Status
from calc.facts.catalogue import SUBJECT_OF, Answers
from calc.facts.check import sift_facts
from calc.facts.groups import Placement, check_placement, find_heads_fact, list_groups, sift_group
from calc.facts.inference import find_contradictions
from calc.facts.of_each import HEADS, OF_EACH
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.rules.policy import Policy
from calc.values.money import spell_amount
from tests.worlds import answers_to

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
some = settings(max_examples=15)

WORKSHOP = {
    "employer_kind": "workshop",
    "is_in_poor_village": True,
    "is_local_employer": True,
    "as_of": "2020-12-31",
}
ON_THE_BOOKS = {"home": "ningxia", "is_registered_poor": True, "has_contract": True, "is_fully_insured": True}
PLACED = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True}


def say(assessment: Assessment, provision: str) -> tuple[str, str, str]:
    """The status, the sum, and how many count."""
    finding = assessment.finding(provision)
    return finding.status.label, spell_amount(finding.amount), finding.heads.sentence if finding.heads else ""


def answer_workshop(*groups: tuple[Any, Any]) -> tuple[str, str, str]:
    """What groups of so many heads with so many months bring a workshop in Ningxia."""
    first, *further = ({**ON_THE_BOOKS, "workers_hired": heads, "months_employed": months} for heads, months in groups)
    return say(
        assess_groups(POLICIES["ningxia"], check_placement({**WORKSHOP, **first, "groups": further})), "carrier-subsidy"
    )


@pytest.mark.parametrize(
    ("groups", "status", "amount", "heads"),
    [
        (((28, 12), (7, 12)), "可享受", "60,000", "35 人都算。"),
        (((30, 12), (5, 11)), "可享受", "30,000", "35 人里 30 人算。第 2 批 5 人不算：在职月数还差 1 个月。"),
        (((31, 12), (4, 11)), "可享受", "60,000", "35 人里 31 人算。第 2 批 4 人不算：在职月数还差 1 个月。"),
        (((4, 11), (31, 12)), "可享受", "60,000", "35 人里 31 人算。第 1 批 4 人不算：在职月数还差 1 个月。"),
        (((10, 12), (1, 11)), "不符合", "", "11 人里 10 人算。第 2 批 1 人不算：在职月数还差 1 个月。"),
        (((10, 12), (1, 12)), "可享受", "20,000", "11 人都算。"),
        (((99, 12), (1, 12)), "可享受", "60,000", "100 人都算。"),
        (((99, 12), (2, 12)), "可享受", "100,000", "101 人都算。"),
        (((99, 12), (2, 11)), "可享受", "60,000", "101 人里 99 人算。第 2 批 2 人不算：在职月数还差 1 个月。"),
        (((28, 12), (7, None)), "可享受", "30,000 至 60,000", "35 人里 28 至 35 人算。第 2 批 7 人还缺在职月数。"),
        (((28, 12), (2, None)), "可享受", "30,000", "30 人里 28 至 30 人算。第 2 批 2 人还缺在职月数。"),
        (((10, 12), (1, None)), "待补充", "0 至 20,000", "11 人里 10 至 11 人算。第 2 批 1 人还缺在职月数。"),
        (
            ((28, 12), (None, 12)),
            "可享受",
            "30,000 至 100,000",
            "各批人数还没有填全，至少 28 人算。第 2 批还缺吸纳人数。",
        ),
        (((5, 3), (4, 12)), "不符合", "", ""),
        (
            ((20, 3), (15, 0)),
            "不符合",
            "",
            "35 人里 0 人算。第 1 批 20 人不算：在职月数还差 9 个月。第 2 批 15 人不算：在职月数还差 12 个月。",
        ),
    ],
)
def test_tiers_count_the_heads_that_meet_the_conditions(
    groups: tuple[tuple[Any, Any], ...], status: str, amount: str, heads: str
) -> None:
    assert answer_workshop(*groups) == (status, amount, heads)


@pytest.mark.parametrize(
    ("contract", "status", "amount"), [(6, "可享受", "30,000"), (5, "不符合", ""), (None, "待补充", "0 至 30,000")]
)
def test_a_condition_on_heads_looks_at_those_that_count(contract: int | None, status: str, amount: str) -> None:
    unit = {"employer_kind": "workshop", "is_effective": True, "staff": 100, "as_of": "2021-12-31"}
    at_work = {"works_here": True, "months_employed": 6, "is_job_registered": True, "is_insured": True}
    of_each = {"home": "wanzhou", "is_registered_poor": True, **at_work}
    first = {**of_each, "workers_hired": 9, "contract_months": 6}
    raw = {**unit, **first, "groups": [{**of_each, "workers_hired": 1, "contract_months": contract}]}
    assert say(assess_groups(POLICIES["jining"], check_placement(raw)), "base-award")[:2] == (status, amount)


def place_twelve(as_of: str, second: str = "2020-06-01") -> Answer:
    """Five people placed in Shaoxing on one day and seven on another."""
    days = {"job_start": "2019-03-01", "insured_since": "2019-03-01", "first_came": "2019-03-01"}
    went_on = {"still_insured": True, "still_employed": True}
    first = {**PLACED, **days, **went_on, "workers_placed": 5}
    other = {**PLACED, **dict.fromkeys(days, second), **went_on, "workers_placed": 7}
    raw = {"agent_kind": "broker", "as_of": as_of, **first, "groups": [other]}
    return Answer(assess_groups(POLICIES["shaoxing"], check_placement(raw)))


@pytest.mark.parametrize(
    ("as_of", "amount"), [("2020-08-31", "10,000"), ("2020-09-01", "24,000"), ("2020-12-31", "24,000")]
)
def test_groups_with_days_of_their_own_come_to_their_sums_one_after_the_other(as_of: str, amount: str) -> None:
    assert say(place_twelve(as_of).assessment, "agent-subsidy")[1] == amount


@pytest.mark.parametrize(
    ("own", "why"),
    [
        ({"insured_since": "2020-11-10"}, "本单位参保月数至少还差 2 个月"),
        ({"insured_since": "2020-10-05"}, "本单位参保月数至少还差 1 个月"),
        ({"insured_since": "2020-10-05", "job_start": "2020-09-01"}, "本单位参保月数还差 1 个月"),
        ({"insured_since": "2020-10-05", "job_start": "2020-11-10"}, "本单位参保月数还差 2 个月"),
    ],
)
def test_months_are_short_only_as_far_as_they_are_known_to_be(own: dict[str, str], why: str) -> None:
    """Nothing counts before the job starts: without its first day it is open how many months are complete."""
    settled = {**PLACED, "first_came": "2019-03-01", "still_insured": True, "still_employed": True}
    first = {**settled, "job_start": "2019-03-01", "insured_since": "2019-03-01", "workers_placed": 5}
    raw = {"agent_kind": "broker", "as_of": "2020-12-31", **first, "groups": [{**settled, **own, "workers_placed": 7}]}
    assessment = assess_groups(POLICIES["shaoxing"], check_placement(raw))
    assert say(assessment, "agent-subsidy")[2] == f"12 人里 5 人算。第 2 批 7 人不算：{why}。"


def test_each_group_is_paid_on_its_own_day() -> None:
    (item,) = (item for item in place_twelve("2020-12-31").provisions if item.finding.provision.id == "agent-subsidy")
    assert [(due.day, spell_amount(due.amount), due.text) for due in item.payments] == [
        (date(2019, 6, 1), "10,000", "第 1 批 5 人：一次"),
        (date(2020, 9, 1), "14,000", "第 2 批 7 人：一次"),
    ]


def test_months_of_each_group_are_paid_for_its_own_heads() -> None:
    of_each = {"home": "ningxia", "is_registered_poor": True, "contract_months": 12, "is_insured": True}
    first = {**of_each, "workers_hired": 10, "months_employed": 6}
    other = {**of_each, "workers_hired": 5, "months_employed": 12}
    unit = {"employer_kind": "small-enterprise", "employer_contribution": "500.33", "as_of": "2020-12-31"}
    placement = check_placement({**unit, **first, "groups": [other]})
    told = say(assess_groups(POLICIES["ningxia"], placement), "employer-insurance-subsidy")
    assert told[:2] == ("可享受", "60,039.60")  # 10 × 6 × 500.33 and 5 × 12 × 500.33


def test_what_refuses_the_unit_says_nothing_of_its_people() -> None:
    raw = {**WORKSHOP, **ON_THE_BOOKS, "is_local_employer": False, "workers_hired": 20, "months_employed": 12}
    placement = check_placement({**raw, "groups": [{**ON_THE_BOOKS, "workers_hired": 20, "months_employed": 3}]})
    assert say(assess_groups(POLICIES["ningxia"], placement), "carrier-subsidy") == ("不符合", "", "")


@policies
def test_what_a_unit_is_asked_of_its_people_can_be_asked_of_a_group(policy: Policy) -> None:
    subjects = {"劳动者", "工作", "来到当地", "培训与证书"}
    asked = {fact for provision in policy.provisions if provision.payees & UNITS for fact in provision.facts}
    assert {fact for fact in asked if SUBJECT_OF[fact] in subjects} <= OF_EACH.keys()


@cache
def list_granted(policy: Policy) -> tuple[Answers, ...]:
    """The worked examples in which a provision is granted that counts a unit's people."""
    cases = parse_cases((ROOT / "tests" / "cases" / f"{policy.id}.md").read_text(encoding="utf-8"))
    counting = {item.id for item in policy.provisions if list_asked_of_each(item) and find_heads_fact(item.facts)}
    rows = (row for table in cases if table.provision in counting for row in table.rows)
    return tuple(sift_facts(row.facts).answers for row in rows if row.expected["结果"] == Status.ELIGIBLE.label)


@st.composite
def placements(draw: st.DrawFn, policy: Policy) -> Placement:
    """A unit with two or three groups near a case that is granted: some of their answers differ, or are unknown."""
    granted = draw(st.sampled_from(list_granted(policy)))
    first, unit = part(granted)
    groups = [draw(vary(policy, first)) for _ in range(draw(st.integers(2, 3)))]
    return Placement({**unit, **groups[0]}, tuple(sift_group(unit, own).answers for own in groups[1:]))


@st.composite
def vary(draw: st.DrawFn, policy: Policy, own: Answers) -> Answers:
    """A group like another one, of other heads; a few of its answers are others, or unknown."""
    heads = draw(st.integers(0, 40))
    kept = {fact: heads if fact in HEADS else answer for fact, answer in own.items()}
    changed = draw(st.sets(st.sampled_from(sorted(own)), max_size=2)) if draw(st.booleans()) else set()
    for fact in sorted(changed):
        answer = draw(st.none() | answers_to(policy, fact))
        kept = {name: each for name, each in kept.items() if name != fact} | ({} if answer is None else {fact: answer})
    return kept


def sum_up(findings: Iterable[Finding]) -> list[tuple[Any, ...]]:
    """What findings come to, by every reading."""
    return [
        (
            finding.provision.id,
            finding.status,
            finding.amount,
            sorted(finding.outcome.by_fund),
            [(other.reading.id, other.outcome.status, other.outcome.amount) for other in finding.alternatives],
        )
        for finding in findings
    ]


def list_grouped(assessment: Assessment) -> list[Finding]:
    return [finding for finding in assessment.findings if list_asked_of_each(finding.provision)]


def part(answers: Answers) -> tuple[Answers, Answers]:
    """What of some answers is a group's own, and what is the unit's."""
    own = {fact: answer for fact, answer in answers.items() if fact in OF_EACH or fact in HEADS}
    return own, {fact: answer for fact, answer in answers.items() if fact not in own}


@policies
@some
@given(st.data())
def test_the_order_of_groups_never_matters(policy: Policy, data: st.DataObject) -> None:
    placement = data.draw(placements(policy))
    first, unit = part(placement.answers)
    groups = [first, *(part(own)[0] for own in placement.further)]
    shuffled = data.draw(st.permutations(groups))
    told = [
        sum_up(list_grouped(assess_groups(policy, Placement({**unit, **order[0]}, tuple(order[1:])))))
        for order in (groups, shuffled)
    ]
    assert told[0] == told[1]


@policies
def test_the_order_of_groups_never_matters_on_the_officers_cases(policy: Policy) -> None:
    random = Random(policy.id)
    granted = [part(answers) for answers in list_granted(policy)]
    for own, unit in granted:
        others = [_leave_out(random, each) for each, _ in random.choices(granted, k=2)]
        if any(map(find_contradictions, list_groups(Placement({**unit, **own}, tuple(others))))):
            continue
        told = [
            sum_up(list_grouped(assess_groups(policy, Placement({**unit, **order[0]}, order[1:]))))
            for order in permutations([own, *others])
        ]
        assert all(each == told[0] for each in told), (unit, own, others)


def _leave_out(random: Random, own: Answers) -> Answers:
    return {fact: answer for fact, answer in own.items() if random.random() < 0.8}


@policies
@some
@given(st.data())
def test_parting_a_group_in_two_changes_nothing(policy: Policy, data: st.DataObject) -> None:
    whole = data.draw(placements(policy)).answers
    own, unit = part(whole)
    halves = [
        {**own, **{fact: (number + more) // 2 for fact in HEADS if isinstance(number := own.get(fact), int)}}
        for more in (1, 0)
    ]
    together = assess(policy, whole)
    apart = assess_groups(policy, Placement({**unit, **halves[0]}, (halves[1],)))
    assert sum_up(apart.findings) == sum_up(together.findings)


@policies
@some
@given(st.data())
def test_more_answers_never_widen_what_a_unit_may_get(policy: Policy, data: st.DataObject) -> None:
    placement = data.draw(placements(policy))
    number = data.draw(st.integers(0, len(placement.further) - 1))
    own = placement.further[number]
    assume(own)
    lost = data.draw(st.sets(st.sampled_from(sorted(own)), min_size=1))
    fewer = {fact: answer for fact, answer in own.items() if fact not in lost}
    further = tuple(fewer if place == number else each for place, each in enumerate(placement.further))
    after, before = assess_groups(policy, placement), assess_groups(policy, replace(placement, further=further))
    for known, less in zip(list_grouped(after), list_grouped(before), strict=True):
        if known.amount is None or less.amount is None or not known.amount.is_counted:
            assert known.amount is None or less.amount is not None, known.provision.id
            continue
        assert less.amount.low <= known.amount.low, known.provision.id
        if less.amount.high is not None:
            assert known.amount.high is not None and known.amount.high <= less.amount.high, known.provision.id


@policies
@some
@given(st.data())
def test_one_more_head_never_lowers_the_sum(policy: Policy, data: st.DataObject) -> None:
    placement = data.draw(placements(policy))
    first, *others = placement.further
    free = {fact: answer for fact, answer in placement.answers.items() if fact not in ("staff", "helped_hired")}
    placement = replace(placement, answers=free)
    more = {**first, **{fact: number + 1 for fact in HEADS if isinstance(number := first.get(fact), int)}}
    findings = [
        list_grouped(assess_groups(policy, replace(placement, further=(each, *others)))) for each in (first, more)
    ]
    for fewer, after in zip(*findings, strict=True):
        if fewer.status is Status.ELIGIBLE and fewer.amount and fewer.amount.is_counted:
            assert after.amount is not None and after.amount.low >= fewer.amount.low, fewer.provision.id
