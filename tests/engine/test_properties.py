"""What must hold for every question: more answers only narrow, order does not matter, more people never get less."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc.contract.build import build_answer, write_json
from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.outcome import Outcome, Status
from calc.facts import questions
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts, sift_facts
from calc.facts.inference import find_contradictions, find_out
from calc.facts.questions import Choices
from calc.policies import POLICIES
from calc.rules.case import Case
from calc.rules.policy import Policy
from calc.values.money import Amount, Kind
from tests.worlds import some_of, worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
many = settings(max_examples=100, deadline=None)


@policies
@many
@given(data=st.data())
def test_one_more_answer_never_widens_a_range_nor_flips_a_verdict(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    more = data.draw(st.sampled_from(sorted(world)))
    before = assess(policy, {fact: world[fact] for fact in known})
    after = assess(policy, {fact: world[fact] for fact in {*known, more}})
    for earlier, later in zip(before.findings, after.findings, strict=True):
        _check_narrowing(earlier.outcome, later.outcome)
    totals = {(row.payee, row.fund): row for row in Answer(before).totals}
    for row in Answer(after).totals:
        outer = totals.get((row.payee, row.fund))
        assert outer is not None or (row.payee.value == "trainer")
        if outer is not None:
            assert outer.low <= row.low
            assert outer.high is None or (row.high is not None and row.high <= outer.high)


def _check_narrowing(earlier: Outcome, later: Outcome) -> None:
    if earlier.status.is_refused:
        assert later.status.is_refused
    if earlier.status is Status.ELIGIBLE:
        assert later.status is Status.ELIGIBLE
    if earlier.status is Status.JUDGEMENT:
        assert later.status is not Status.UNKNOWN
    if later.amount is None:
        assert earlier.amount is None or not earlier.amount.is_counted or earlier.amount.low == 0
    elif earlier.amount is not None and earlier.amount.is_counted and later.amount.is_counted:
        assert _contains(earlier.amount, later.amount)
    assert set(later.missing) <= {*earlier.missing, *later.missing}


def _contains(outer: Amount, inner: Amount) -> bool:
    return outer.low <= inner.low and (outer.high is None or (inner.high is not None and inner.high <= outer.high))


@policies
@many
@given(data=st.data())
def test_everything_answered_leaves_nothing_missing(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    for finding in assess(policy, world).findings:
        assert finding.status in (Status.ELIGIBLE, Status.INELIGIBLE, Status.OUTSIDE)
        assert finding.outcome.missing == ()


@policies
@many
@given(data=st.data())
def test_what_is_missing_is_what_matters(policy: Policy, data: st.DataObject) -> None:
    """Answering everything but a fact that is not called missing changes nothing about an open provision."""
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    answers = {fact: world[fact] for fact in known}
    for finding in assess(policy, answers).findings:
        if finding.status is Status.ELIGIBLE and not finding.outcome.missing:
            amount = finding.amount
            assert amount is not None
            assert amount == assess(policy, world).finding(finding.provision.id).amount


class Watched(dict[str, questions.Answer]):
    """Answers that note which of them were looked at."""

    def __init__(self, answers: Mapping[str, questions.Answer]) -> None:
        super().__init__(answers)
        self.read: set[str] = set()

    def get(self, fact: str, default: Any = None) -> Any:
        self.read.add(fact)
        return super().get(fact, default)

    __getitem__ = get


@policies
@many
@given(data=st.data())
def test_a_provision_reads_no_answer_but_to_what_it_asks(policy: Policy, data: st.DataObject) -> None:
    """Outcomes are remembered by these answers alone."""
    world = data.draw(worlds(policy))
    others = data.draw(st.sampled_from((frozenset(), *(frozenset({reading.id}) for reading in policy.readings))))
    for provision in policy.provisions:
        watched = Watched(world)
        case = Case.under(policy.term.windows(others), watched, others)
        for condition in provision.conditions:
            condition.judge(case)
        provision.come_to(case)
        assert watched.read <= {*provision.facts, "as_of"}


@policies
@many
@given(data=st.data())
def test_one_kind_more_never_refuses_what_was_granted(policy: Policy, data: st.DataObject) -> None:
    """Neither does it bring less; and the order in which kinds are told changes nothing."""
    world = data.draw(worlds(policy))
    several = [fact for fact in policy.facts if isinstance(CATALOGUE[fact], Choices)]
    told = {fact: data.draw(st.permutations(world[fact])) for fact in several}  # type: ignore[arg-type]
    assert check_facts(told) == {fact: world[fact] for fact in several}
    more = {fact: data.draw(some_of(CATALOGUE[fact])) for fact in several}  # type: ignore[arg-type]
    sifted = sift_facts({fact: [*told[fact], *more[fact]] for fact in several})
    assume(not sifted.errors and not find_contradictions({**world, **sifted.answers}))
    added = sifted.answers
    for fewer, greater in zip(assess(policy, world).findings, assess(policy, {**world, **added}).findings, strict=True):
        if not fewer.status.is_refused:
            assert greater.status is fewer.status
        assert _sure(greater.amount) >= _sure(fewer.amount)


@policies
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_follows_is_neither_asked_nor_called_given(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    answers = {fact: world[fact] for fact in known}
    assessment = assess(policy, answers)
    follows = {item.fact: item for item in find_out(answers).inferred}
    for finding in assessment.findings:
        assert follows.keys().isdisjoint(finding.outcome.missing)
    answer = build_answer(Answer(assessment))
    assert follows.keys().isdisjoint(item["fact"] for item in answer["next"])
    assert follows.keys().isdisjoint(answer["receipt"]["answers"])


@policies
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_order_changes_nothing(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    shuffled = data.draw(st.permutations(known))
    answer = write_json(build_answer(Answer(assess(policy, {fact: world[fact] for fact in known}))))
    assert write_json(build_answer(Answer(assess(policy, {fact: world[fact] for fact in shuffled})))) == answer
    turned = replace(policy, provisions=policy.provisions[::-1])
    facts = {fact: world[fact] for fact in known}
    outcomes = {finding.provision.id: _tell(finding.outcome) for finding in assess(policy, facts).findings}
    assert {finding.provision.id: _tell(finding.outcome) for finding in assess(turned, facts).findings} == outcomes


def _tell(outcome: Outcome) -> tuple[object, ...]:
    """All that is said of an outcome."""
    return outcome.status, outcome.amount, outcome.by_fund, outcome.steps, outcome.missing, outcome.awaited


@policies
@many
@given(data=st.data())
def test_money_is_never_negative_and_more_people_never_get_less(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    for fact in ("workers_hired", "workers_placed", "workers_trained"):
        if fact not in world:
            continue
        count = world[fact]
        assert isinstance(count, int)
        more = {**world, fact: count + data.draw(st.integers(1, 100))}
        if "staff" in world and "workers_hired" in more:
            more["staff"] = max(int(str(world["staff"])), int(str(more["workers_hired"])))
        for fewer, greater in zip(assess(policy, world).findings, assess(policy, more).findings, strict=True):
            assert _sure(fewer.amount) >= 0
            if world.get("staff") == more.get("staff"):
                assert _sure(greater.amount) >= _sure(fewer.amount)


def _sure(amount: Amount | None) -> Fraction:
    return Fraction(0) if amount is None else amount.low


@policies
@many
@given(data=st.data())
def test_the_funds_of_a_payee_add_up_to_its_provisions(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    assessment = assess(policy, world)
    excluded = {
        name
        for provision in policy.provisions
        if provision.excludes
        for name in (provision.id, *provision.excludes.others)
    }
    rows = Answer(assessment).totals
    for payee in {finding.payee for finding in assessment.findings}:
        if any(finding.payee == payee and finding.provision.id in excluded for finding in assessment.findings):
            continue
        own = [finding.amount for finding in assessment.findings if finding.payee == payee and finding.amount]
        for is_floor, total in ((False, lambda row: row.low), (True, lambda row: row.floor)):
            sums = (_sure(amount) for amount in own if (amount.kind is Kind.FLOOR) is is_floor)
            assert sum((total(row) for row in rows if row.payee == payee), Fraction(0)) == sum(sums, Fraction(0))


@policies
@many
@given(data=st.data())
def test_more_months_never_bring_less(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    for span in policy.spans:
        months = data.draw(st.integers(0, 40))
        typed = {fact: answer for fact, answer in world.items() if fact not in span.facts}
        fewer, greater = (assess(policy, {**typed, span.months: count}) for count in (months, months + 1))
        for before, after in zip(fewer.findings, greater.findings, strict=True):
            if span in before.provision.spans:
                assert _sure(after.amount) >= _sure(before.amount)
