"""Policy × facts → assessment: each provision's status, amount, steps and what is missing. No clock, no file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import find_consequences
from calc.rules.case import Case, Step
from calc.rules.conventions import ROUNDING, Convention
from calc.rules.payees import Payee, PayeeBy
from calc.rules.payments import ROUNDED
from calc.rules.policy import Given, Policy, Provision
from calc.rules.reading import Reading
from calc.rules.word import unique
from calc.values.dates import spell_date
from calc.values.money import Amount, Kind
from calc.values.truth import Verdict, all_of, yes_if

REMEMBERED = 4_096
"""Outcomes kept: those of one visit with all its suppositions."""


class Status(StrEnum):
    """What a provision comes to for the one who asks."""

    ELIGIBLE = "eligible"
    INELIGIBLE = "ineligible"
    UNKNOWN = "unknown"
    JUDGEMENT = "judgement"
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """The status in plain Chinese."""
        return _LABELS[self]

    @property
    def is_refused(self) -> bool:
        """Whether nothing is granted."""
        return self in (Status.INELIGIBLE, Status.OUTSIDE)


_LABELS = {
    Status.ELIGIBLE: "可享受",
    Status.INELIGIBLE: "不符合",
    Status.UNKNOWN: "待补充",
    Status.JUDGEMENT: "需认定",
    Status.OUTSIDE: "不在政策期内",
}
_STATUS_OF = {
    Verdict.YES: Status.ELIGIBLE,
    Verdict.NO: Status.INELIGIBLE,
    Verdict.UNKNOWN: Status.UNKNOWN,
    Verdict.JUDGEMENT: Status.JUDGEMENT,
}


@dataclass(frozen=True)
class Outcome:
    """What a provision comes to under one choice of readings; `amount` is None where nothing is granted."""

    status: Status
    amount: Amount | None
    steps: tuple[Step, ...]
    missing: tuple[str, ...]
    awaited: tuple[str, ...]
    by_fund: tuple[tuple[str, Amount], ...]

    @property
    def reasons(self) -> tuple[Step, ...]:
        """The steps that refuse; of conditions joined without a phrase of their own, each that fails.

        Where no step does, it is what was found last: a grade for which nothing is paid.
        """
        if not self.status.is_refused:
            return ()
        return tuple(reason for step in self.steps for reason in _find_reasons(step)) or self.steps[-1:]


@dataclass(frozen=True)
class Alternative:
    """What the other reading of a sentence would come to; `found` is what it finds otherwise where no sum tells."""

    reading: Reading
    outcome: Outcome
    differs: bool
    found: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A provision with its outcome, who is or may be paid, and the other readings."""

    provision: Provision
    payees: tuple[Payee, ...]
    outcome: Outcome
    alternatives: tuple[Alternative, ...]

    @property
    def payee(self) -> Payee:
        """Who is paid; the first of those who may be while that is open."""
        return self.payees[0]

    def concerns(self, payees: Collection[str] | None = None) -> bool:
        """Whether it is for somebody other than an authority, and for one of those named, if any are."""
        return self.payee is not Payee.AUTHORITY and (payees is None or any(payee in payees for payee in self.payees))

    @property
    def conventions(self) -> tuple[Convention, ...]:
        """The conventions that its result rests on."""
        rounding = (ROUNDING,) if ROUNDED in self.outcome.steps else ()
        return tuple(dict.fromkeys((*self.provision.conventions, *rounding)))

    @property
    def status(self) -> Status:
        """The status by the default readings."""
        return self.outcome.status

    @property
    def amount(self) -> Amount | None:
        """The amount by the default readings."""
        return self.outcome.amount


@dataclass(frozen=True)
class Assessment:
    """All findings of a policy for one set of answers, in the document's order.

    `answers` are those given; the case also knows what follows from them.
    """

    policy: Policy
    answers: Answers
    case: Case
    findings: tuple[Finding, ...]
    notices: tuple[str, ...]

    def finding(self, provision: str) -> Finding:
        """The finding on a provision; raises KeyError where there is none."""
        return {finding.provision.id: finding for finding in self.findings}[provision]

    def narrow_to(self, provision: str) -> "Assessment":
        """The same for one provision alone."""
        return replace(self, findings=(self.finding(provision),))


def assess(policy: Policy, answers: Answers, *, with_readings: bool = True) -> Assessment:
    """Assess every provision of a policy, on request without the other readings.

    `answers` are checked facts; what is absent is unknown.
    """
    known = {fact: answer for fact, answer in answers.items() if answer is not None}
    case = open_case(policy, {**known, **find_consequences(known)})
    findings = tuple(
        _assess_provision(policy, provision, provision.select(case.answers), with_readings)
        for provision in policy.provisions
    )
    return Assessment(policy, known, case, findings, tuple(_notice(policy, case)))


def _notice(policy: Policy, case: Case) -> Iterator[str]:
    """What is worth saying about the whole answer: months that differ from dates, claims that have closed."""
    for span in policy.spans:
        if conflict := span.conflict(case):
            yield conflict
    as_of = case.day("as_of")
    if policy.claims_until and as_of and as_of > policy.claims_until:
        yield f"申领截止日期是 {spell_date(policy.claims_until)}，到测算日期已经过了。"


def open_case(policy: Policy, answers: Answers, other: Reading | None = None) -> Case:
    """The case of some answers under a policy, by the default readings or with one taken the other way."""
    others = frozenset() if other is None else frozenset({other.id})
    return Case(answers, policy.term.window(others), others)


@lru_cache(maxsize=REMEMBERED)
def _assess_provision(policy: Policy, provision: Provision, given: Given, with_readings: bool) -> Finding:
    """The finding for the answers that concern a provision; most of them stay when one answer changes."""
    answers = dict(given)
    outcome = weigh(policy, provision, open_case(policy, answers))
    alternatives = []
    for reading in policy.readings_of(provision) if with_readings else ():
        other = weigh(policy, provision, open_case(policy, answers, reading))
        differs = (other.status, other.amount) != (outcome.status, outcome.amount)
        found: tuple[str, ...] = ()
        if not differs and outcome.amount is not None and outcome.amount.kind is Kind.IN_KIND:
            found = tuple(step.found for step in other.steps if step not in outcome.steps)
        alternatives.append(Alternative(reading, other, differs or bool(found), found))
    return Finding(provision, _find_payees(provision, answers), outcome, tuple(alternatives))


def weigh(policy: Policy, provision: Provision, case: Case) -> Outcome:
    """What a provision comes to in a case under its policy."""
    return _weigh(policy, provision, provision.select(case.answers), case.others)


@lru_cache(maxsize=REMEMBERED)
def _weigh(policy: Policy, provision: Provision, given: Given, others: frozenset[str]) -> Outcome:
    case = Case(dict(given), policy.term.window(others), others)
    timing = replace(_judge_timing(policy, provision, case), clause=policy.term.clause)
    scope = (timing, *(case.judge(condition) for condition in provision.scope))
    conditions = tuple(case.judge(condition) for condition in provision.when)
    payout = provision.pays.pay(case)
    steps = (*scope, *conditions, *payout.steps)
    verdict = all_of((*(step.verdict for step in (*scope, *conditions)), payout.verdict))
    is_outside = any(step.verdict is Verdict.NO for step in scope)
    status = Status.OUTSIDE if is_outside else _STATUS_OF[verdict]
    if status.is_refused:
        return Outcome(status, None, steps, (), (), ())
    is_sure = status is Status.ELIGIBLE
    amount = payout.amount if is_sure else payout.amount.or_nothing()
    by_fund = tuple((fund, part if is_sure else part.or_nothing()) for fund, part in payout.by_fund)
    missing = unique((*(fact for step in (*conditions, *scope) for fact in step.missing), *payout.missing))
    awaited = unique(fact for step in conditions for fact in step.awaited)
    rounded = amount.rounded()
    if rounded != amount:
        steps = (*steps, ROUNDED)
    return Outcome(status, rounded, steps, missing, awaited, by_fund)


def _judge_timing(policy: Policy, provision: Provision, case: Case) -> Step:
    """Whether what happened lies in the policy's window; dates not given leave it open."""
    window, as_of = case.window, case.day("as_of")
    phrase = policy.term.phrase
    if as_of is not None and as_of < window.start:
        return Step(phrase, Verdict.NO, f"{spell_date(as_of)} 时政策尚未开始（{spell_date(window.start)} 起）")
    if provision.happens:
        day = case.day(provision.happens)
        verdict = yes_if(None if day is None else window.contains(day))
        return Step(phrase, verdict, case.say(provision.happens), () if day else (provision.happens,))
    if provision.dated_by:
        return Step(phrase, Verdict.YES, case.say(provision.dated_by))
    if provision.spans:
        return _judge_span(phrase, provision, case)
    verdict = yes_if(None if as_of is None else window.contains(as_of))
    return Step(phrase, verdict, case.say("as_of"), () if as_of else ("as_of",))


def _judge_span(phrase: str, provision: Provision, case: Case) -> Step:
    span = provision.spans[0]
    starts = CATALOGUE[span.start].short
    start = case.day(span.start)
    found = f"{starts}：{spell_date(start)}" if start else f"{CATALOGUE[span.months].short}只算政策期内的整月"
    if span.is_over_before(case):
        return Step(phrase, Verdict.NO, found)
    if span.touches_window(case):
        return Step(phrase, Verdict.YES, found)
    return Step(phrase, Verdict.UNKNOWN, found, span.measure(case).missing)


def _find_reasons(step: Step) -> Iterator[Step]:
    if step.verdict is not Verdict.NO:
        return
    if step.phrase or not step.parts:
        yield step
    else:
        for part in step.parts:
            yield from _find_reasons(part)


def _find_payees(provision: Provision, answers: Answers) -> tuple[Payee, ...]:
    """Who is paid; where that depends on a choice, all who may be until it is made."""
    if not isinstance(provision.payee, PayeeBy):
        return (provision.payee,)
    payees = dict(provision.payee.payees)
    chosen = payees.get(str(answers.get(provision.payee.fact)))
    return (chosen,) if chosen else tuple(payees.values())
