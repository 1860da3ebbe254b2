"""Policy × facts → assessment: each provision's status, amount, steps and what is missing. No clock, no file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from calc.engine.doubts import find_doubts
from calc.engine.heads import Heads
from calc.engine.outcome import Outcome, Status, weigh
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.grounds import Grounds, find_words
from calc.facts.inference import NOTHING_TOLD, Inferred, Left, find_out
from calc.facts.possible import Possible
from calc.facts.questions import Answer
from calc.rules.case import Case, Step
from calc.rules.conventions import ROUNDING, Convention
from calc.rules.payees import Payee, PayeeBy
from calc.rules.payments import ROUNDED
from calc.rules.policy import Policy
from calc.rules.provision import Provision, Selected
from calc.rules.reading import Reading
from calc.values.dates import spell_date
from calc.values.money import Amount, Kind

REMEMBERED = 1_024
"""Findings kept: those of one visit. After one more answer most findings stay (docs/decisions/0013)."""


@dataclass(frozen=True)
class Alternative:
    """The outcome by the other reading of a sentence. When no sum tells what else it grants, `found` does."""

    reading: Reading
    outcome: Outcome
    differs: bool
    found: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Finding:
    """A provision in a case of its policy: its outcome, who is or may be paid, and the other readings.

    `case` holds at least the answers that concern the provision. `heads` says how many people count where a unit has
    answered for groups of them. No two findings are equal.
    """

    policy: Policy
    provision: Provision
    case: Case
    payees: tuple[Payee, ...]
    outcome: Outcome
    alternatives: tuple[Alternative, ...] = ()
    heads: Heads | None = None

    @property
    def payee(self) -> Payee:
        """The payee; the first of several possible ones while that is open."""
        return self.payees[0]

    def concerns(self, payees: Collection[str] | None = None) -> bool:
        """Whether anybody but an authority is paid, and one of the payees named (None: any)."""
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
        return self.outcome.suppose(answers)

    def stand_on(self, given: Answers) -> "Finding":
        """The same, knowing what follows anew from the answers given once some are supposed."""
        bearing = self.provision.bearing
        bears = {fact: answer for fact, answer in given.items() if fact in bearing}
        case = replace(self.case, grounds=Grounds(bears, find_words(bearing)))
        return replace(self, case=case, outcome=replace(self.outcome, case=case, timed=self.outcome.timing))


@dataclass(frozen=True)
class Assessment:
    """All findings of a policy for one set of answers, in the document's order.

    `answers` are those given; the case also knows what follows from them, and `inferred` where that comes from.
    `further` are the answers of further groups of a unit's people.
    """

    policy: Policy
    answers: Answers
    case: Case
    findings: tuple[Finding, ...]
    inferred: tuple[Inferred, ...] = ()
    further: tuple[Answers, ...] = ()

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What is worth saying about the whole answer: months that differ from dates, doubts, claims that closed."""
        conflicts = [conflict for span in self.policy.spans if (conflict := span.conflict(self.case))]
        doubts = () if conflicts else find_doubts(self.policy, self.case, self.answers)
        settled = (f"{doubt.sentence}这次先按所填的算。" for doubt in doubts)
        return (*conflicts, *settled, *self.say_begun_late(), *self._say_late())

    def say_begun_late(self) -> Iterator[str]:
        """Name what began only after the policy's end: often a year is mistyped."""
        end = self.policy.term.end
        for fact in dict.fromkeys(span.start for span in self.policy.spans):
            day = self.case.day(fact)
            if end is not None and day is not None and day > end:
                name, begun = CATALOGUE[fact].short, spell_date(day)
                yield f"{name}填的是 {begun}，政策 {spell_date(end)} 就到期了，所以不算。请看看年份有没有填错。"

    def _say_late(self) -> Iterator[str]:
        """What a day asked after the policy's end, or after its last day for claims, means."""
        end, until, as_of = self.policy.term.end, self.policy.claims_until, self.case.day("as_of")
        if end is None or as_of is None or as_of <= end:
            return
        if until is None:
            yield f"政策已于 {spell_date(end)} 到期；到期以后还能不能申领，文件没有写。下面按政策期内的事情测算。"
        elif as_of > until:
            yield f"申领截止日期是 {spell_date(until)}，到测算日期已经过了。"
        else:
            yield f"政策已于 {spell_date(end)} 到期；政策期内应得的，最晚 {spell_date(until)} 申领。"

    def finding(self, provision: str) -> Finding:
        """The finding on a provision; raises KeyError where there is none."""
        return self._by_id[provision]

    @cached_property
    def _by_id(self) -> dict[str, Finding]:
        return {finding.provision.id: finding for finding in self.findings}


def assess(policy: Policy, answers: Answers) -> Assessment:
    """Assess every provision of a policy, by all readings. `answers` are checked facts; what is absent is unknown."""
    told = find_out(answers)
    findings = tuple(
        _find(policy, provision, provision.select(told.answers), provision.select(told.left))
        for provision in policy.provisions
    )
    return Assessment(policy, answers, open_case(policy, told.answers, left=told.left), findings, told.inferred)


def assess_by_default(policy: Policy, answers: Answers, payees: Collection[Payee] | None = None) -> Assessment:
    """Assess the provisions for the payees named (None: for all), by the default readings alone; nothing is kept."""
    told = find_out(answers)
    case = open_case(policy, told.answers, left=told.left)
    return Assessment(policy, answers, case, find_by_default(policy, case, payees), told.inferred)


def find_by_default(policy: Policy, case: Case, payees: Collection[Payee] | None = None) -> tuple[Finding, ...]:
    """The findings in a case of all that is known; a condition that several provisions share is judged once."""
    known: dict[int, Step] = {}
    return tuple(
        Finding(policy, provision, case, find_payees(provision, case.answers), Outcome(policy, provision, case, known))
        for provision in policy.provisions
        if payees is None or not provision.payees.isdisjoint(payees)
    )


def open_case(policy: Policy, answers: Answers, other: Reading | None = None, left: Left = NOTHING_TOLD) -> Case:
    """The case of some answers under a policy, by the default readings or with one taken the other way."""
    others = frozenset() if other is None else frozenset({other.id})
    return Case.under(policy.term.windows(others), answers, others, left)


@lru_cache(maxsize=REMEMBERED)
def _find(policy: Policy, provision: Provision, given: Selected[Answer], left: Selected[Possible]) -> Finding:
    """The finding for the answers that concern a provision, and for what is left of others that do."""
    case = open_case(policy, dict(given), left=dict(left))
    outcome = weigh(policy, provision, case)
    alternatives = tuple(_read_otherwise(outcome, reading) for reading in policy.readings_of(provision))
    return Finding(policy, provision, case, find_payees(provision, case.answers), outcome, alternatives)


def _read_otherwise(outcome: Outcome, reading: Reading) -> Alternative:
    """What the other reading would come to, beside the outcome by the default ones."""
    policy, case = outcome.policy, outcome.case
    other = weigh(policy, outcome.provision, open_case(policy, case.answers, reading, case.left))
    if (other.status, other.amount) != (outcome.status, outcome.amount):
        return Alternative(reading, other, differs=True)
    found: tuple[str, ...] = ()
    if outcome.amount is not None and outcome.amount.kind is Kind.IN_KIND:
        usual = outcome.provision.come_to(case).steps
        steps = outcome.provision.come_to(other.case).steps
        found = tuple(step.found for step in steps if step.found and step not in usual)
    return Alternative(reading, other, bool(found), found)


def find_payees(provision: Provision, answers: Answers) -> tuple[Payee, ...]:
    """The payee; all possible ones while the choice between them is open."""
    if not isinstance(provision.payee, PayeeBy):
        return (provision.payee,)
    payees = dict(provision.payee.payees)
    chosen = payees.get(str(answers.get(provision.payee.fact)))
    return (chosen,) if chosen else tuple(payees.values())
