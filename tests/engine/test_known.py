"""What is known is known everywhere: what follows from an answer settles conditions, sums and comparisons."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.engine.assess import assess, open_case
from calc.engine.compare import compare
from calc.engine.outcome import Status
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.check import check_facts
from calc.facts.consistency import CONSTRAINTS
from calc.facts.inference import complete, find_contradictions, find_out
from calc.facts.questions import Choice, Count, Day, YesNo
from calc.policies import POLICIES
from calc.rules.compared import Bounded
from calc.rules.condition import Condition
from calc.rules.policy import Policy
from calc.values.truth import Verdict
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
SETTLED = (Verdict.YES, Verdict.NO)


def find_links(fact: str) -> set[str]:
    """The facts that some constraint names together with one."""
    return {other for word in CONSTRAINTS if fact in word.facts for other in word.facts} - {fact}


def list_answers(fact: str, marks: set[Any]) -> Iterator[Any]:
    """A small grid of answers to a fact, with those around which a rule tips."""
    match CATALOGUE[fact]:
        case YesNo():
            yield from (True, False)
        case Choice(options=options):
            yield from options
        case Count(least=least):
            near = {mark + step for mark in marks if isinstance(mark, int) for step in (-1, 0, 1)} | {0, 1, 12}
            yield from sorted(number for number in near if number >= least)
        case Day():
            days = {mark for mark in marks if isinstance(mark, date)} or {date(2018, 1, 1)}
            yield from sorted(day + timedelta(days=step) for day in days for step in (-30, -1, 0, 1, 30))


def judge(policy: Policy, condition: Condition, answers: Answers) -> Verdict:
    found = find_out(answers)
    return condition.judge(open_case(policy, found.answers, left=found.left)).verdict


def list_single_conditions(policy: Policy) -> Iterator[tuple[Condition, str]]:
    """Each condition that one answer settles, with its fact."""
    for provision in policy.provisions:
        for word in provision.words:
            if isinstance(word, Condition) and len(asked := {*word.every_fact} or {""}) == 1:
                yield word, asked.pop()
            elif isinstance(word, Bounded) and len(word.spans) == 1:
                yield word, word.spans[0].months


@policies
def test_what_every_consistent_answer_would_settle_is_settled_before_it_is_given(policy: Policy) -> None:
    settled = 0
    for condition, fact in list_single_conditions(policy):
        if fact not in CATALOGUE:
            continue
        marks = {mark for marks in condition.landmarks().values() for mark in marks}
        marks |= {value for value in vars(condition).values() if isinstance(value, date)}
        marks |= {day for day in (policy.term.start, policy.term.end) if day and policy.term.is_stated}
        for link in find_links(fact):
            for known in list_answers(link, marks):
                answers = {link: known}
                possible = [
                    judge(policy, condition, world)
                    for answer in list_answers(fact, marks)
                    if not find_contradictions(world := {**answers, fact: answer})
                ]
                verdicts = {*possible}
                if len(verdicts) == 1 and verdicts <= {*SETTLED}:
                    settled += 1
                    assert judge(policy, condition, answers) in verdicts, (condition, answers)
    assert settled > 3


def test_who_has_worked_there_since_before_the_scope_is_refused_without_the_day_of_coming() -> None:
    person: Answers = {
        "home": "sichuan-paired",
        "is_registered_poor": True,
        "works_here": True,
        "as_of": date(2020, 6, 1),
    }
    early = assess(POLICIES["shaoxing"], {**person, "job_start": date(2017, 3, 1), "still_employed": True})
    finding = early.finding("stable-job-subsidy")
    assert finding.status.is_refused
    (step,) = (step for step in finding.outcome.steps if "首次来就业日期" in step.found and step.verdict is Verdict.NO)
    assert step.found == "首次来就业日期：未填，不晚于 2017-03-01"
    late = assess(POLICIES["shaoxing"], {**person, "job_start": date(2018, 3, 1), "still_employed": True})
    assert "first_came" in late.finding("stable-job-subsidy").outcome.missing


def test_what_never_was_is_said_to_be_none() -> None:
    finding = assess(POLICIES["ningxia"], {"is_trained": False}).finding("training-payee")
    found = [step.found for step in finding.outcome.steps]
    assert any("培训开始日期：没有" in words for words in found)
    assert not any("未填，没有" in words for words in found)


def test_an_option_that_others_exclude_is_counted_on_no_more() -> None:
    known: Answers = {"park_standard_date": date(2019, 6, 1)}
    finding = assess(POLICIES["ningxia"], known).finding("incubator-award")
    assert finding.status is Status.ELIGIBLE
    assert finding.amount is not None
    assert finding.amount.low == 500_000


def test_a_number_that_others_bound_is_compared_by_its_bound() -> None:
    person = {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "is_job_registered": True}
    job = {"months_employed": 6, "contract_months": 6, "is_insured": True, "as_of": "2020-10-01"}
    base = {**person, **job, "employer_kind": "workshop", "is_effective": True}
    twelve = assess(POLICIES["jining"], check_facts({**base, "workers_trained": 12})).finding("base-award")
    assert twelve.status is Status.ELIGIBLE
    assert twelve.amount is not None
    assert twelve.amount.low == 36_000
    few = assess(POLICIES["jining"], check_facts({**base, "helped_hired": 9, "staff": 46})).finding("base-award")
    assert few.status.is_refused


def test_what_somebody_says_beats_what_a_comparison_supposes() -> None:
    person: Answers = {"home": "wanzhou", "is_registered_poor": True, "months_employed": 6}
    moves = {item.policy.id: item for item in compare(person)}["jining"]
    assert moves.sure == 7_500
    stays = {item.policy.id: item for item in compare({**person, "cannot_leave_home": True})}["jining"]
    assert stays.sure == 0
    assert "cannot_leave_home" not in moves.needed


@policies
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_a_comparison_counts_what_follows_as_if_it_were_said(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.sets(st.sampled_from(sorted(world))))
    answers = {fact: world[fact] for fact in known}
    for is_placement in (False, True):
        silent, told = (show_regions(known, is_placement) for known in (answers, complete(answers)))
        assert silent == told


def show_regions(answers: Answers, is_placement: bool) -> list[tuple[object, ...]]:
    """What a comparison comes to for some answers: sums, and what each benefit comes to."""
    return [
        (
            item.policy.id,
            item.sure,
            item.least,
            item.totals,
            item.missing,
            [(each.status, each.amount) for each in item.concerned],
        )
        for item in compare(answers, is_placement=is_placement)
    ]


def test_what_follows_pays_and_refuses_in_a_comparison() -> None:
    """A course that was passed was attended; whoever is not insured has no months of insurance."""
    person: Answers = {"home": "sichuan-paired", "is_registered_poor": True, "first_came": date(2018, 3, 1)}
    open_, refused = (
        {item.policy.id: item for item in compare({**person, **more})}["shaoxing"]
        for more in ({}, {"is_insured": False})
    )
    named = "stable-job-subsidy"
    assert [item.status for item in open_.concerned if item.provision.id == named] == [Status.UNKNOWN]
    assert [item.status for item in refused.concerned if item.provision.id == named] == [Status.INELIGIBLE]
    assert "contribution_months" not in refused.missing
