"""A unit's people in groups: each group is assessed as any answers are, and the heads that count are added up.

Within a group all are alike, so all of its heads count or none. A provision is weighed for each group with all heads
of the unit, then once more with those that count; a group then brings its heads' share of what it comes to.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from calc.engine.assess import REMEMBERED, Alternative, Assessment, Finding, assess, open_case
from calc.engine.heads import Group, Heads, add_heads
from calc.engine.outcome import Outcome, Status, weigh
from calc.facts.groups import FIRST, Placement, find_heads_fact, list_groups, select_of_each
from calc.facts.inference import find_out
from calc.facts.possible import Possible
from calc.facts.questions import Answer
from calc.rules.case import Case, Step
from calc.rules.counted import Times
from calc.rules.payees import Payee
from calc.rules.payout import Payout
from calc.rules.policy import Policy
from calc.rules.provision import Provision, Selected
from calc.rules.reading import Reading
from calc.rules.word import unique
from calc.values.money import ZERO, Amount, Kind
from calc.values.ranges import Range
from calc.values.truth import Verdict, any_of

UNITS = frozenset({Payee.EMPLOYER, Payee.CARRIER, Payee.AGENT, Payee.SENDER})
"""Who answers for other people."""
PLACING = frozenset({Payee.AGENT, Payee.SENDER})
"""Who places people with others."""

_Told = tuple[Selected[Answer], Selected[Possible]]
_SEVEREST = (Status.INELIGIBLE, Status.OUTSIDE, Status.UNKNOWN, Status.JUDGEMENT, Status.ELIGIBLE)


@dataclass(frozen=True, eq=False, kw_only=True)
class GroupedOutcome(Outcome):
    """What a provision comes to for all groups together: its steps are those of one group that counts, if any does.

    Missing are facts of the unit and of the first group; `heads` says what each further group lacks.
    """

    heads: Heads

    @cached_property
    def judging(self) -> tuple[Step, ...]:
        """The steps before the sum, and how many count."""
        return (*super().judging, self.heads.step)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """What the unit lacks, and what its first group does."""
        first, fact = self.heads.groups[0], self.heads.fact
        of_unit = [name for name in super().missing if name not in first.asked and name != fact]
        for_others = [name for group in self.heads.groups for name in group.lacking_of_unit]
        return unique((*of_unit, *for_others, *first.lacking)) if not self.status.is_refused else ()


def assess_groups(policy: Policy, placement: Placement) -> Assessment:
    """Assess every provision for a unit's groups; one group alone is assessed as ever."""
    whole = assess(policy, placement.answers)
    if not placement.further:
        return whole
    told = [find_out(answers) for answers in list_groups(placement)]
    findings = tuple(
        _find(
            finding,
            tuple((finding.provision.select(each.answers), finding.provision.select(each.left)) for each in told),
        )
        if list_asked_of_each(finding.provision)
        else finding
        for finding in whole.findings
    )
    return replace(whole, findings=findings, further=placement.further)


def list_asked_of_each(provision: Provision) -> tuple[str, ...]:
    """What a provision for units asks of each of their people; nothing where it is for anybody else."""
    if provision.payees.isdisjoint(UNITS):
        return ()
    return select_of_each(provision.facts, is_placed=not provision.payees.isdisjoint(PLACING))


def _find(finding: Finding, told: tuple[_Told, ...]) -> Finding:
    """The finding for all groups together, found once for the same answers."""
    return replace(_find_again(finding.policy, finding.provision, told), payees=finding.payees)


@lru_cache(maxsize=REMEMBERED)
def _find_again(policy: Policy, provision: Provision, told: tuple[_Told, ...]) -> Finding:
    outcome = _weigh(policy, provision, told)
    others = ((reading, _weigh(policy, provision, told, reading)) for reading in policy.readings_of(provision))
    alternatives = tuple(
        Alternative(reading, other, (other.status, other.amount) != (outcome.status, outcome.amount))
        for reading, other in others
    )
    heads = outcome.heads if isinstance(outcome, GroupedOutcome) else None
    return Finding(policy, provision, outcome.case, (), outcome, alternatives, heads)


def _weigh(policy: Policy, provision: Provision, told: tuple[_Told, ...], other: Reading | None = None) -> Outcome:
    cases = [open_case(policy, dict(given), other, dict(left)) for given, left in told]
    fact = find_heads_fact(provision.facts)
    if not fact:
        # What is asked of a unit's people without a number of them is asked of all.
        return find_severest(weigh(policy, provision, case) for case in cases)
    every = [case.number(fact) for case in cases]
    total, asked = add_heads(iter(every)), frozenset(list_asked_of_each(provision))
    outcomes = [weigh(policy, provision, case.counting(fact, total)) for case in cases]
    judged = [judge_people(outcome, asked) for outcome in outcomes]
    surest = find_surest(zip(judged, outcomes, strict=True))
    groups = tuple(
        Group(number, heads, doubt_people(verdict, outcome, surest), outcome, asked, fact)
        for number, (heads, verdict, outcome) in enumerate(zip(every, judged, outcomes, strict=True), FIRST)
    )
    heads = Heads(fact, groups, _is_each_paid(provision, fact, cases[0]))
    if all(group.verdict is Verdict.NO for group in groups):
        first = find_nearest(outcomes)
        forgetful = first.case.forgetting(asked)
        if weigh(policy, provision, forgetful).status.is_refused:
            return first  # whoever they are: it is the unit that is refused
        return GroupedOutcome(policy, provision, first.case, first.known, heads=heads)
    return _join(heads, asked)


def find_severest(outcomes: Iterable[Outcome]) -> Outcome:
    """The outcome of those who stand worst, where something is asked of all."""
    return min(outcomes, key=lambda outcome: _SEVEREST.index(outcome.status))


def find_nearest(outcomes: Iterable[Outcome]) -> Outcome:
    """Of outcomes that are all refused the one that lacks least; what lies outside the time lacks most."""
    return min(outcomes, key=lambda outcome: (outcome.status is Status.OUTSIDE, len(outcome.reasons)))


def judge_people(outcome: Outcome, asked: frozenset[str]) -> Verdict:
    """Whether a group's people count, whatever is open about their unit."""
    if outcome.status.is_refused:
        return Verdict.NO
    open_steps = (step for step in outcome.steps if step.verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT))
    lacking = {fact for step in open_steps for fact in (*step.missing, *step.awaited)}
    return Verdict.YES if lacking.isdisjoint(asked) else Verdict.UNKNOWN


def find_surest(judged: Iterable[tuple[Verdict, Outcome]]) -> Status | None:
    """The best status of people who count, as far as it hangs on themselves; None where none surely does."""
    sure = (outcome.status for verdict, outcome in judged if verdict is Verdict.YES)
    return max(sure, key=_SEVEREST.index, default=None)


def doubt_people(verdict: Verdict, outcome: Outcome, surest: Status | None) -> Verdict:
    """Whether people count beside others: of whom more is open of their unit than of the surest, may not."""
    return Verdict.UNKNOWN if verdict is Verdict.YES and outcome.status is not surest else verdict


def rank_people(verdict: Verdict, outcome: Outcome) -> tuple[bool, int]:
    """How sure it is that people count: the surest lead."""
    return verdict is Verdict.YES, _SEVEREST.index(outcome.status)


def _join(heads: Heads, asked: frozenset[str]) -> Outcome:
    """The outcome for the heads that count, by the steps of the surest group of them."""
    counting = [group for group in heads.groups if group.verdict is not Verdict.NO]
    leading = max(counting, key=lambda group: rank_people(group.verdict, group.outcome))
    policy, provision, counted = leading.outcome.policy, leading.outcome.provision, heads.counted
    case = leading.outcome.case.counting(heads.fact, counted)
    payout = _pay(heads, counting)
    return GroupedOutcome(policy, provision, case, paid=payout, heads=heads)


def _pay(heads: Heads, counting: Sequence[Group]) -> Payout:
    """What all groups that may count bring together."""
    payouts = [_come_to(group, heads.fact, heads.counted) for group in counting]
    joined = join_payouts(payouts, [group.counted for group in counting], heads.counted)
    if joined is payouts[0]:
        return joined
    alone = [_come_to(group, heads.fact, group.counted) for group in counting]
    named = (step for group, payout in zip(counting, alone, strict=True) for step in _name(group, payout.steps))
    return replace(joined, steps=tuple(named))


def join_payouts(payouts: Sequence[Payout], own: Sequence[Range], every: Range) -> Payout:
    """What groups of so many heads bring together, each by what it would come to for all; without steps of its own."""
    first = payouts[0]
    if all(
        (other.amount, other.by_fund, other.steps) == (first.amount, first.by_fund, first.steps) for other in payouts
    ):
        return first
    shares = [_Share(heads, every) for heads in own]
    return Payout(
        _add_up([share.of(payout.amount) for share, payout in zip(shares, payouts, strict=True)]),
        any_of(payout.verdict for payout in payouts),
        (),
        unique(fact for payout in payouts for fact in payout.missing),
        tuple(_add_up_funds(shares, payouts)),
    )


def _come_to(group: Group, fact: str, heads: Range) -> Payout:
    return group.outcome.provision.come_to(group.outcome.case.counting(fact, heads))


def _name(group: Group, steps: Sequence[Step]) -> Iterator[Step]:
    return (step._replace(found=f"{group.name}：{step.found}") for step in steps)


@dataclass(frozen=True)
class _Share:
    """A group's part of all heads that count."""

    own: Range
    every: Range

    def of(self, amount: Amount) -> Amount:
        """The part of a sum for all heads; what stays one sum however many there are is not parted above."""
        if not amount.is_counted:
            return amount
        low = amount.low * Fraction(self.own.low) / Fraction(self.every.low) if self.every.low else ZERO
        high = amount.high
        if high is not None and self.every.high and self.own.high is not None:
            high *= Fraction(self.own.high) / Fraction(self.every.high)
        kind = amount.kind if amount.kind is not Kind.EXACT else Kind.RANGE
        return Amount(Kind.EXACT if low == high and amount.kind in (Kind.EXACT, Kind.RANGE) else kind, low, high)


def _add_up(amounts: Sequence[Amount]) -> Amount:
    first, *others = amounts
    for other in others:
        first = first.plus(other)
    return first


def _add_up_funds(shares: Sequence[_Share], payouts: Sequence[Payout]) -> Iterator[tuple[str, Amount]]:
    for fund in unique(fund for payout in payouts for fund, _ in payout.by_fund):
        parts = [
            share.of(amount)
            for share, payout in zip(shares, payouts, strict=True)
            for name, amount in payout.by_fund
            if name == fund
        ]
        yield fund, _add_up(parts)


def _is_each_paid(provision: Provision, fact: str, case: Case) -> bool:
    words = provision.effect.walk_in_force(case)
    return any(isinstance(word, Times) and word.by == fact for word in words)
