"""Sums under a condition of their own, and several such sums: the highest of them, or each."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from calc.rules.case import Case, Step
from calc.rules.condition import Condition, judge
from calc.rules.conventions import CEILING
from calc.rules.fields import Percent
from calc.rules.payments import Payment
from calc.rules.payout import Payout, pay_each, pay_highest, pay_one_of
from calc.rules.word import Way, unique
from calc.values.money import ZERO, exactly
from calc.values.truth import Verdict


@dataclass(frozen=True)
class When(Payment):
    """A sum that is paid under a condition of its own."""

    condition: Condition
    pays: Payment

    def come_to(self, case: Case) -> Payout:
        """The sum while the condition holds or may hold."""
        step, payout = judge(self.condition, case), self.pays.come_to(case)
        if Verdict.NO in (step.verdict, payout.verdict):
            return Payout(exactly(ZERO), Verdict.NO, (step,))
        return payout.after(step).as_far_as_sure()

    def explain(self) -> str:
        return f"{self.condition.explain()}：{self.pays.explain()}"

    def say_formula(self) -> str:
        return f"{self.condition.explain()}：{self.pays.say_formula()}"


@dataclass(frozen=True)
class SureIf(Payment):
    """A sum that is sure while a condition holds; else it, or a percentage of it, is the most there can be."""

    phrase: str
    condition: Condition
    pays: Payment
    percent: Percent[int | None] = None

    rests_on = (CEILING,)

    def come_to(self, case: Case) -> Payout:
        """The sum, or what it can be at most."""
        payout, step = self.pays.come_to(case), judge(self.condition, case)
        if step.verdict is Verdict.YES:
            return payout
        share = Fraction(100 if self.percent is None else self.percent, 100)
        most = payout.scaled(share).changed(lambda amount: amount.as_ceiling())
        missing = unique((*payout.missing, *step.missing))
        said = Step(self.phrase, payout.verdict, f"{step.found}；所列金额是最高数", missing)
        return pay_one_of([payout, most], payout.verdict, said) if step.missing else most.then(said)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Those of the sum: it is paid either way."""
        return self.pays.ways(case)

    def explain(self) -> str:
        """The sum, and what else there is at most where the condition fails."""
        failing = f"；没有“{self.condition.explain()}”的，最高是它的 {self.percent}%" if self.percent else ""
        return f"{self.pays.explain()}{failing}"

    def say_formula(self) -> str:
        return self.pays.say_formula()


@dataclass(frozen=True)
class Alternatives(Payment, is_kind=True):
    """Several sums, of which some can be had; `choice` says which."""

    parts: tuple[Payment, ...]

    choice: ClassVar[str]

    def explain(self) -> str:
        return "；".join(part.explain() for part in self.parts) + self.choice

    def say_formula(self) -> str:
        return "；".join(part.say_formula() for part in self.parts) + self.choice

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of any part."""
        return tuple(way for part in self.parts for way in part.ways(case))


@dataclass(frozen=True)
class Highest(Alternatives):
    """Of several sums the highest that can be had."""

    choice = "（取较高的一项）"

    def come_to(self, case: Case) -> Payout:
        return pay_highest([part.come_to(case) for part in self.parts])


@dataclass(frozen=True)
class Each(Alternatives):
    """Each of several sums that can be had."""

    choice = "（可以都领）"

    def come_to(self, case: Case) -> Payout:
        return pay_each([part.come_to(case) for part in self.parts])
