"""What one provision comes to in a case: its status, its sum, the steps that lead there, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from calc.engine.timing import Timing, judge_timing
from calc.facts.catalogue import Answers
from calc.rules.case import Case, Step
from calc.rules.payments import ROUNDED
from calc.rules.payout import Payout
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.word import unique
from calc.values.money import Amount
from calc.values.truth import Verdict, all_of


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


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a provision comes to in a case of its policy. Each part is found when it is first read.

    `known` holds the steps of conditions by their place in the policy: several outcomes of one case share it.
    `timed` and `paid` are its timing and payout when they are known beforehand.
    """

    policy: Policy
    provision: Provision
    case: Case
    known: dict[int, Step] = field(default_factory=dict)
    timed: Timing | None = None
    paid: Payout | None = None

    @cached_property
    def timing(self) -> Timing:
        """Whether the policy's window holds it."""
        return self.timed or judge_timing(self.policy, self.provision, self.case)

    @property
    def label(self) -> str:
        """The status in plain Chinese; of what lies outside, where."""
        return self.timing.absence.label if self.timing.absence else self.status.label

    @cached_property
    def status(self) -> Status:
        """What lies outside the document comes first, then what fails, then what is open."""
        if self.timing.absence:
            return Status.OUTSIDE
        verdicts = [self.timing.step.verdict]
        for place in self.policy.places_of(self.provision):
            verdict = (self.known.get(place) or self._judge(place)).verdict
            if verdict is Verdict.NO:
                return Status.INELIGIBLE
            verdicts.append(verdict)
        return _STATUS_OF[all_of((*verdicts, self.payout.verdict))]

    @cached_property
    def judged(self) -> tuple[Step, ...]:
        """The steps of all conditions, in their order; those of its part say where they stand."""
        places = self.policy.places_of(self.provision)
        return tuple(self._cite(number, self._judge(place)) for number, place in enumerate(places))

    @cached_property
    def payout(self) -> Payout:
        """What its effect comes to, its conditions aside."""
        return self.paid or self.provision.come_to(self.case)

    @cached_property
    def amount(self) -> Amount | None:
        """The sum in whole fen; None where nothing is granted."""
        return None if self.status.is_refused else self._grant(self.payout.amount).rounded()

    @cached_property
    def by_fund(self) -> tuple[tuple[str, Amount], ...]:
        """The part of each fund, where the sum comes from several."""
        return () if self.status.is_refused else tuple((fund, self._grant(sum_)) for fund, sum_ in self.payout.by_fund)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The facts that could still change it."""
        if self.status.is_refused:
            return ()
        within = len(self.provision.under.when) if self.provision.under else 0
        steps = (*self.judged[within:], self.timing.step, *self.judged[:within])
        return unique([*[fact for step in steps for fact in step.missing], *self.payout.missing])

    @property
    def awaited(self) -> tuple[str, ...]:
        """The open decisions of an authority."""
        if self.status.is_refused:
            return ()
        return unique(fact for step in self.judged for fact in step.awaited)

    @cached_property
    def judging(self) -> tuple[Step, ...]:
        """The steps before the sum: the window and the conditions."""
        return (self.timing.step, *self.judged)

    @cached_property
    def paying(self) -> tuple[Step, ...]:
        """The steps of the sum."""
        is_rounded = self.amount is not None and self._grant(self.payout.amount) != self.amount
        return (*self.payout.steps, *((ROUNDED,) if is_rounded else ()))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step, in the order of the reasoning."""
        return (*self.judging, *self.paying)

    @property
    def reasons(self) -> tuple[Step, ...]:
        """The steps that refuse; a joined condition without a phrase of its own gives each part that fails.

        When no step refuses, the last step does: a grade that pays nothing.
        """
        if not self.status.is_refused:
            return ()
        judged = ((number, self._judge(place)) for number, place in enumerate(self.policy.places_of(self.provision)))
        refusing = [self._cite(number, step) for number, step in judged if step.verdict is Verdict.NO]
        steps = (self.timing.step, *refusing, *self.payout.steps)
        return tuple(reason for step in steps for reason in _find_reasons(step)) or self.steps[-1:]

    @property
    def first_reason(self) -> Step | None:
        """The first of the reasons, found without the steps behind it; None where nothing is refused."""
        if not self.status.is_refused:
            return None
        places = enumerate(self.policy.places_of(self.provision))
        known = (self._cite(number, self.known[place]) for number, place in places if place in self.known)
        return (
            next((reason for step in (self.timing.step, *known) for reason in _find_reasons(step)), None)
            or (self.reasons[0])
        )

    def suppose(self, answers: Answers) -> "Outcome":
        """The outcome with some answers given or changed: only the words that ask for them speak again."""
        policy, provision, case = self.policy, self.provision, self.case.supposing(answers)
        changed = {*answers, *case.find_changed(self.case)}
        asked_again = {number for fact in changed for number in provision.asking.get(fact, ())}
        steps = enumerate(zip(policy.places_of(provision), self.judged, strict=True))
        known = dict(item for number, item in steps if number not in asked_again)
        timed = None if changed & provision.timing_facts else self.timing
        paid = None if changed & provision.effect.every_fact else self.payout
        return Outcome(policy, provision, case, known, timed, paid)

    def _judge(self, place: int) -> Step:
        if place not in self.known:
            self.known[place] = self.policy.conditions[place].judge(self.case)
        return self.known[place]

    def _cite(self, number: int, step: Step) -> Step:
        """The step of the condition so far down the list; what its part asks says where that stands."""
        section = self.provision.under
        return _place(step, section.clause) if section and number < len(section.when) else step

    def _grant(self, amount: Amount) -> Amount:
        return amount if self.status is Status.ELIGIBLE else amount.or_nothing()


def weigh(policy: Policy, provision: Provision, case: Case) -> Outcome:
    """What a provision comes to in a case under its policy."""
    return Outcome(policy, provision, case)


def _place(step: Step, clause: str) -> Step:
    """The step, and those inside it, with the clause where they stand."""
    return step._replace(clause=clause, parts=tuple(_place(part, clause) for part in step.parts))


def _find_reasons(step: Step) -> Iterator[Step]:
    if step.verdict is not Verdict.NO:
        return
    if step.phrase or not step.parts:
        yield step
    else:
        for part in step.parts:
            yield from _find_reasons(part)
