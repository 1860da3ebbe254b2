"""Sums under a condition of their own, and several such sums: the highest of them, or each."""

from collections.abc import Sequence
from dataclasses import dataclass

from calc.rules.case import Case, Step
from calc.rules.condition import Condition
from calc.rules.effect import Payout
from calc.rules.payments import Payment
from calc.rules.word import Way, join_ways, unique
from calc.values.money import ZERO, Amount, Kind, exactly
from calc.values.truth import Verdict, all_of, any_of


@dataclass(frozen=True)
class When(Payment):
    """A sum that is paid under a condition of its own."""

    condition: Condition
    pays: Payment

    def come_to(self, case: Case) -> Payout:
        """The sum while the condition holds or may hold."""
        step, payout = case.judge(self.condition), self.pays.come_to(case)
        verdict = all_of((step.verdict, payout.verdict))
        if verdict is Verdict.NO:
            return Payout(exactly(ZERO), Verdict.NO, (step,))
        amount = payout.amount if verdict is Verdict.YES else payout.amount.or_nothing()
        return Payout(amount, verdict, (step, *payout.steps), unique((*step.missing, *payout.missing)), payout.by_fund)

    def explain(self) -> str:
        """The condition and the sum."""
        return f"{self.condition.explain()}：{self.pays.explain()}"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Both together."""
        return join_ways((self.condition.ways(case), self.pays.ways(case)))


@dataclass(frozen=True)
class Highest(Payment):
    """Of several sums the highest that can be had."""

    parts: tuple[Payment, ...]

    def come_to(self, case: Case) -> Payout:
        """At least the best that is sure, at most the best that may be."""
        payouts, join = _pay_all(self.parts, case), max
        low = join(payout.amount.low for payout in payouts)
        highs = [payout.amount.high for payout in payouts]
        high = None if None in highs else join(high for high in highs if high is not None)
        return _join(payouts, Amount(Kind.EXACT if low == high else Kind.RANGE, low, high))

    def explain(self) -> str:
        """The sums to choose from."""
        return "；".join(part.explain() for part in self.parts) + "（取较高的一项）"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of any part."""
        return tuple(way for part in self.parts for way in part.ways(case))


@dataclass(frozen=True)
class Each(Payment):
    """Each of several sums that can be had."""

    parts: tuple[Payment, ...]

    def come_to(self, case: Case) -> Payout:
        """All that is sure, up to all that may be."""
        payouts = _pay_all(self.parts, case)
        amount = payouts[0].amount
        for payout in payouts[1:]:
            amount = amount.plus(payout.amount)
        return _join(payouts, amount)

    def explain(self) -> str:
        """The sums."""
        return "；".join(part.explain() for part in self.parts) + "（可以都领）"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of any part."""
        return tuple(way for part in self.parts for way in part.ways(case))


def _pay_all(parts: Sequence[Payment], case: Case) -> list[Payout]:
    return [part.come_to(case) for part in parts]


def _join(payouts: Sequence[Payout], amount: Amount) -> Payout:
    """One payout of several alternatives; a part that cannot be had is no reason against the whole."""
    verdict = any_of(payout.verdict for payout in payouts)
    steps: tuple[Step, ...] = tuple(
        step for payout in payouts for step in payout.steps if payout.verdict is not Verdict.NO or verdict is Verdict.NO
    )
    missing = unique(fact for payout in payouts for fact in payout.missing)
    return Payout(amount, verdict, steps, missing)
