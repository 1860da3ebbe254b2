"""Policy × facts → assessment: each provision's status, amount, steps and what is missing. No clock, no file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property, lru_cache

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import find_consequences
from calc.rules.case import Case, Step
from calc.rules.conventions import ROUNDING, Convention
from calc.rules.payees import Payee, PayeeBy
from calc.rules.payments import ROUNDED
from calc.rules.payout import Payout
from calc.rules.policy import Given, Policy, Provision
from calc.rules.reading import Reading
from calc.rules.word import unique
from calc.values.dates import spell_date
from calc.values.money import Amount, Kind
from calc.values.truth import Verdict, all_of, yes_if

REMEMBERED = 1_024
"""Findings kept: those of one visit. After one more answer most findings stay (docs/decisions/0012)."""


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
    Verdict.UNKNOWN: Status.UNKNOWN,
    Verdict.JUDGEMENT: Status.JUDGEMENT,
}


@dataclass(frozen=True)
class Outcome:
    """What a provision comes to under one choice of readings; `amount` is None where nothing is granted.

    `timing` tells whether the policy's window holds it, `judged` are its conditions in their order, `payout` is what
    its payment comes to. `missing` are the facts that could still change it, `awaited` an authority's open decisions.
    """

    status: Status
    amount: Amount | None
    timing: Step
    judged: tuple[Step, ...]
    payout: Payout
    missing: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    by_fund: tuple[tuple[str, Amount], ...] = ()
    is_rounded: bool = False

    @cached_property
    def judging(self) -> tuple[Step, ...]:
        """The steps before the sum: the window, the scope and the conditions."""
        return (self.timing, *self.judged)

    @cached_property
    def paying(self) -> tuple[Step, ...]:
        """The steps of the sum."""
        return (*self.payout.steps, *((ROUNDED,) if self.is_rounded else ()))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step, in the order of the reasoning."""
        return (*self.judging, *self.paying)

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


@dataclass(frozen=True, eq=False)
class Finding:
    """A provision in a case of its policy: its outcome, who is or may be paid, and the other readings.

    `case` holds at least the answers that concern the provision. A finding is equal to no other.
    """

    policy: Policy
    provision: Provision
    case: Case
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
        rounding = (ROUNDING,) if ROUNDED in self.outcome.paying else ()
        return tuple(dict.fromkeys((*self.provision.conventions, *rounding)))

    @property
    def status(self) -> Status:
        """The status by the default readings."""
        return self.outcome.status

    @property
    def amount(self) -> Amount | None:
        """The amount by the default readings."""
        return self.outcome.amount

    def suppose(self, answers: Answers) -> Outcome:
        """What the provision would come to with some answers given or changed."""
        return _weigh_again(self, self.case.supposing(answers), answers)


@dataclass(frozen=True)
class Assessment:
    """All findings of a policy for one set of answers, in the document's order.

    `answers` are those given; the case also knows what follows from them.
    """

    policy: Policy
    answers: Answers
    case: Case
    findings: tuple[Finding, ...]

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What is worth saying about the whole answer: months that differ from dates, claims that have closed."""
        conflicts = (span.conflict(self.case) for span in self.policy.spans)
        until, as_of = self.policy.claims_until, self.case.day("as_of")
        closed = until and as_of and as_of > until
        return (
            *(conflict for conflict in conflicts if conflict),
            *((f"申领截止日期是 {spell_date(until)}，到测算日期已经过了。",) if closed and until else ()),
        )

    def finding(self, provision: str) -> Finding:
        """The finding on a provision; raises KeyError where there is none."""
        return self._by_id[provision]

    @cached_property
    def _by_id(self) -> dict[str, Finding]:
        return {finding.provision.id: finding for finding in self.findings}

    def narrow_to(self, provision: str) -> "Assessment":
        """The same for one provision alone."""
        return replace(self, findings=(self.finding(provision),))


def assess(policy: Policy, answers: Answers) -> Assessment:
    """Assess every provision of a policy, by all readings. `answers` are checked facts; what is absent is unknown."""
    case = _open_whole_case(policy, answers)
    findings = tuple(_find(policy, provision, provision.select(case.answers)) for provision in policy.provisions)
    return Assessment(policy, answers, case, findings)


def assess_by_default(policy: Policy, answers: Answers, payees: Collection[Payee] | None = None) -> Assessment:
    """Assess the provisions for the payees named (None: for all), by the default readings alone.

    Nothing is remembered; a condition that several provisions share is judged once.
    """
    case = _open_whole_case(policy, answers)
    steps: dict[int, Step] = {}
    findings = []
    for provision in policy.provisions:
        if payees is None or not provision.payees.isdisjoint(payees):
            places = policy.places_of(provision)
            for place in places:
                if place not in steps:
                    steps[place] = policy.conditions[place].judge(case)
            judged = tuple([steps[place] for place in places])
            timing = _judge_timing(policy, provision, case)
            outcome = _join(provision, timing, judged, provision.come_to(case))
            findings.append(Finding(policy, provision, case, _find_payees(provision, case.answers), outcome, ()))
    return Assessment(policy, answers, case, tuple(findings))


def open_case(policy: Policy, answers: Answers, other: Reading | None = None) -> Case:
    """The case of some answers under a policy, by the default readings or with one taken the other way."""
    others = frozenset() if other is None else frozenset({other.id})
    return Case(answers, policy.term.window(others), others)


def _open_whole_case(policy: Policy, answers: Answers) -> Case:
    """The case of all answers given, and of what follows from them."""
    return open_case(policy, {**answers, **find_consequences(answers)})


def weigh(policy: Policy, provision: Provision, case: Case) -> Outcome:
    """What a provision comes to in a case under its policy."""
    timing = _judge_timing(policy, provision, case)
    return _join(provision, timing, tuple(item.judge(case) for item in provision.conditions), provision.come_to(case))


@lru_cache(maxsize=REMEMBERED)
def _find(policy: Policy, provision: Provision, given: Given) -> Finding:
    """The finding for the answers that concern a provision."""
    case = open_case(policy, dict(given))
    outcome = weigh(policy, provision, case)
    alternatives = []
    for reading in policy.readings_of(provision):
        other = weigh(policy, provision, open_case(policy, case.answers, reading))
        differs = (other.status, other.amount) != (outcome.status, outcome.amount)
        found: tuple[str, ...] = ()
        if not differs and outcome.amount is not None and outcome.amount.kind is Kind.IN_KIND:
            found = tuple(step.found for step in other.steps if step not in outcome.steps)
        alternatives.append(Alternative(reading, other, differs or bool(found), found))
    return Finding(policy, provision, case, _find_payees(provision, case.answers), outcome, tuple(alternatives))


def _weigh_again(finding: Finding, case: Case, changed: Collection[str]) -> Outcome:
    """The outcome after some answers have changed: only the words that ask for them speak again."""
    policy, provision, before = finding.policy, finding.provision, finding.outcome
    timing, payout = before.timing, before.payout
    if not provision.timing_facts.isdisjoint(changed):
        timing = _judge_timing(policy, provision, case)
    if not provision.effect.every_fact.isdisjoint(changed):
        payout = provision.come_to(case)
    judged = list(before.judged)
    for place in {place for fact in changed for place in provision.asking.get(fact, ())}:
        judged[place] = provision.conditions[place].judge(case)
    return _join(provision, timing, tuple(judged), payout)


def _join(provision: Provision, timing: Step, judged: tuple[Step, ...], payout: Payout) -> Outcome:
    """One outcome of all that was judged: what lies outside the document, then what fails, then what is open."""
    within = len(provision.scope)
    verdicts = [timing.verdict, *[step.verdict for step in judged], payout.verdict]
    if Verdict.NO in verdicts:
        is_outside = Verdict.NO in verdicts[: within + 1]
        return Outcome(Status.OUTSIDE if is_outside else Status.INELIGIBLE, None, timing, judged, payout)
    status = _STATUS_OF[all_of(verdicts)]
    amount, by_fund = payout.amount, payout.by_fund
    if status is not Status.ELIGIBLE:
        amount, by_fund = amount.or_nothing(), tuple((fund, part.or_nothing()) for fund, part in by_fund)
    own, scope = judged[within:], (timing, *judged[:within])
    missing = unique([*[fact for step in (*own, *scope) for fact in step.missing], *payout.missing])
    awaited = unique([fact for step in own for fact in step.awaited])
    rounded = amount.rounded()
    return Outcome(status, rounded, timing, judged, payout, missing, awaited, by_fund, rounded != amount)


def _judge_timing(policy: Policy, provision: Provision, case: Case) -> Step:
    """Whether what happened lies in the policy's window; dates not given leave it open."""
    if not policy.term.is_stated:
        return _say_timing(policy, Verdict.YES, "文件未写明执行期限")
    window, as_of = case.window, case.day("as_of")
    if as_of is not None and as_of < window.start:
        found = f"{spell_date(as_of)} 时政策尚未开始（{spell_date(window.start)} 起）"
        return _say_timing(policy, Verdict.NO, found)
    if provision.happens:
        day = case.day(provision.happens)
        verdict = yes_if(None if day is None else window.contains(day))
        return _say_timing(policy, verdict, case.say(provision.happens), () if day else (provision.happens,))
    if provision.dated_by:
        return _say_timing(policy, Verdict.YES, case.say(provision.dated_by))
    if provision.spans:
        return _judge_span(policy, provision, case)
    verdict = yes_if(None if as_of is None else window.contains(as_of))
    return _say_timing(policy, verdict, case.say("as_of"), () if as_of else ("as_of",))


def _judge_span(policy: Policy, provision: Provision, case: Case) -> Step:
    span = provision.spans[0]
    starts = CATALOGUE[span.start].short
    start = case.day(span.start)
    found = f"{starts}：{spell_date(start)}" if start else f"{CATALOGUE[span.months].short}只算政策期内的整月"
    if span.is_over_before(case):
        return _say_timing(policy, Verdict.NO, found)
    if span.touches_window(case):
        return _say_timing(policy, Verdict.YES, found)
    return _say_timing(policy, Verdict.UNKNOWN, found, span.measure(case).missing)


def _say_timing(policy: Policy, verdict: Verdict, found: str, missing: tuple[str, ...] = ()) -> Step:
    return Step(policy.term.phrase, verdict, found, missing, clause=policy.term.clause)


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
