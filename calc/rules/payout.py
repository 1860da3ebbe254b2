"""What an effect comes to in a case; every change and every sum of payouts keeps the funds apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce

from calc.rules.case import Step
from calc.rules.word import unique
from calc.values.money import ZERO, Amount, Kind, exactly, one_of, round_to_fen
from calc.values.ranges import Range
from calc.values.truth import Verdict, all_of, any_of

Change = Callable[[Amount], Amount]


@dataclass(frozen=True)
class Payout:
    """What an effect comes to in a case.

    `verdict` is NO where the payment rule itself leaves the case out (ten workers where the tiers begin at eleven).
    `missing` are the facts that would make the amount exact. `by_fund` keeps sums from different funds apart; a part
    that names no fund stands under "" there.
    """

    amount: Amount
    verdict: Verdict = Verdict.YES
    steps: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    by_fund: tuple[tuple[str, Amount], ...] = ()

    def changed(self, change: Change) -> "Payout":
        """The amount changed, and the part of each fund alike."""
        return replace(self, amount=change(self.amount), by_fund=tuple((fund, change(x)) for fund, x in self.by_fund))

    def scaled(self, factor: Fraction) -> "Payout":
        """A share or a multiple."""
        return self.changed(lambda amount: amount.scaled(factor))

    def times(self, count: Range) -> "Payout":
        """The sum for every unit counted."""
        return self.changed(lambda amount: amount.times(count))

    def or_nothing(self) -> "Payout":
        """The sum, or nothing, while it is open whether it is paid at all."""
        return self.changed(Amount.or_nothing)

    def as_far_as_sure(self) -> "Payout":
        """Nothing where it is refused, the sum or nothing while that is open."""
        if self.verdict is Verdict.NO:
            return replace(self, amount=exactly(ZERO), by_fund=())
        return self if self.verdict is Verdict.YES else self.or_nothing()

    def rounded(self) -> "Payout":
        """The sum in whole fen; the parts of the funds, rounded in turn, still add up to it."""
        return replace(self, amount=self.amount.rounded(), by_fund=_round_parts(self.by_fund))

    def from_fund(self, fund: str) -> "Payout":
        """The sum out of a fund, but for parts that name their own."""
        parts = dict(self.by_fund) or {"": self.amount}
        return replace(self, by_fund=tuple((name or fund, part) for name, part in parts.items()))

    def after(self, *steps: Step) -> "Payout":
        """The payout behind steps that must hold too; what they lack is missing."""
        missing = unique((*(fact for step in steps for fact in step.missing), *self.missing))
        verdict = all_of((*(step.verdict for step in steps), self.verdict))
        return replace(self, verdict=verdict, steps=(*steps, *self.steps), missing=missing)

    def then(self, *steps: Step) -> "Payout":
        """The payout before steps that must hold too; what they lack is missing."""
        missing = unique((*self.missing, *(fact for step in steps for fact in step.missing)))
        verdict = all_of((self.verdict, *(step.verdict for step in steps)))
        return replace(self, verdict=verdict, steps=(*self.steps, *steps), missing=missing)

    @property
    def parts(self) -> tuple[tuple[str, Amount], ...]:
        """The part of each fund; all of it stands under "" where no fund is named."""
        return self.by_fund or ((("", self.amount),) if self.amount.is_counted and self.amount.high != 0 else ())


def paid(phrase: str, found: str) -> tuple[Step, ...]:
    """The step of what is simply granted; none where another word speaks for it."""
    return (Step(phrase, Verdict.YES, found),) if phrase else ()


def pay_all(payouts: Sequence[Payout]) -> Payout:
    """Several payouts, all paid: one that is refused refuses the whole."""
    return Payout(
        _add_up([payout.amount for payout in payouts]),
        all_of(payout.verdict for payout in payouts),
        tuple(step for payout in payouts for step in payout.steps),
        unique(fact for payout in payouts for fact in payout.missing),
        _join_funds(payouts, _add_up),
    )


def pay_each(payouts: Sequence[Payout]) -> Payout:
    """Every payout that can be had: from all that is sure to all that may be."""
    had = [payout.as_far_as_sure() for payout in payouts]
    return _join_alternatives(had, _add_up([payout.amount for payout in had]), _join_funds(had, _add_up))


def pay_highest(payouts: Sequence[Payout]) -> Payout:
    """The highest payout that can be had: from the best that is sure to the best that may be.

    A fund's part is what may come from it: it is sure only of a payout that none of the others can exceed.
    """
    had = [payout.as_far_as_sure() for payout in payouts]
    counted = [payout for payout in had if payout.amount.is_counted]
    if not counted:
        return pay_each(payouts)
    low = max(payout.amount.low for payout in counted)
    highs = [payout.amount.high for payout in counted]
    high = None if None in highs else max(each for each in highs if each is not None)
    amount = Amount(Kind.EXACT if low == high else Kind.RANGE, low, high)
    sure = [payout for payout in counted if payout.amount.low == high]
    rivals = sure[:1] or [each for each in counted if each.amount.high is None or each.amount.high >= low]
    return _join_alternatives(had, amount, _join_open_funds(rivals))


def pay_one_of(payouts: Sequence[Payout], verdict: Verdict, step: Step) -> Payout:
    """One payout while it is open which: from the least to the most of them."""
    amount = one_of([payout.amount for payout in payouts])
    return Payout(amount, verdict, (step,), step.missing, _join_open_funds(payouts))


def _join_alternatives(payouts: Sequence[Payout], amount: Amount, by_fund: tuple[tuple[str, Amount], ...]) -> Payout:
    """One payout of several; a part that cannot be had is no reason against the whole."""
    verdict = any_of(payout.verdict for payout in payouts)
    told = [payout for payout in payouts if payout.verdict is not Verdict.NO or verdict is Verdict.NO]
    steps = tuple(step for payout in told for step in payout.steps)
    return Payout(amount, verdict, steps, unique(fact for payout in payouts for fact in payout.missing), by_fund)


def _join_open_funds(payouts: Sequence[Payout]) -> tuple[tuple[str, Amount], ...]:
    """What may come from each fund while it is open which of several is paid."""

    def join(parts: list[Amount]) -> Amount:
        amount = one_of(parts)
        return amount if len(parts) == len(payouts) else amount.or_nothing()

    return _join_funds(payouts, join)


def _join_funds(payouts: Sequence[Payout], join: Callable[[list[Amount]], Amount]) -> tuple[tuple[str, Amount], ...]:
    """The parts of several payouts, fund by fund; none where no fund is named."""
    funds = unique(fund for payout in payouts for fund, _ in payout.parts)
    if not any(funds):
        return ()
    named = [dict(payout.parts) for payout in payouts]
    return tuple((fund, join([parts[fund] for parts in named if fund in parts])) for fund in funds)


def _add_up(amounts: Sequence[Amount]) -> Amount:
    return reduce(Amount.plus, amounts)


def _round_parts(parts: Sequence[tuple[str, Amount]]) -> tuple[tuple[str, Amount], ...]:
    lows = _round_in_turn([part.low for _, part in parts])
    highs = iter(_round_in_turn([part.high for _, part in parts if part.high is not None]))
    return tuple(
        (fund, Amount(part.kind, low, None if part.high is None else next(highs)))
        for (fund, part), low in zip(parts, lows, strict=True)
    )


def _round_in_turn(sums: Sequence[Fraction]) -> list[Fraction]:
    """Each sum in whole fen, so that they add up to their rounded total."""
    rounded, total = [], ZERO
    for sum_ in sums:
        rounded.append(round_to_fen(total + sum_) - round_to_fen(total))
        total += sum_
    return rounded
