"""What a provision gives: sums that are rounded, out of a fund of their own, added up, or read two ways."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.rules.case import Case, Step, Window
from calc.rules.conventions import ROUNDING
from calc.rules.document import Fund
from calc.rules.effect import Effect
from calc.rules.either import Either
from calc.rules.fields import Written
from calc.rules.payout import Payout, pay_all
from calc.rules.word import Word
from calc.values.truth import Verdict

ROUNDED = Step("", Verdict.YES, "四舍五入到分（本计算器的约定，文件未写明）")
"""The step that says a sum was rounded."""


class Payment(Effect, is_kind=True):
    """A word that pays, be it in money or in kind."""


@dataclass(frozen=True)
class Rounded(Payment):
    """A sum rounded to the fen, half up: our convention, which the step names."""

    pays: Payment

    rests_on = (ROUNDING,)

    def come_to(self, case: Case) -> Payout:
        """The rounded sum; a step says so where rounding changed it."""
        payout = self.pays.come_to(case)
        rounded = payout.rounded()
        return payout if rounded.amount == payout.amount else rounded.then(ROUNDED)

    def explain(self) -> str:
        return f"{self.pays.explain()}（四舍五入到分）"

    def say_formula(self) -> str:
        return self.pays.say_formula()


@dataclass(frozen=True)
class From(Payment):
    """A sum out of a fund of its own."""

    fund: Fund
    pays: Payment

    def come_to(self, case: Case) -> Payout:
        return self.pays.come_to(case).from_fund(self.fund.name)

    def explain(self) -> str:
        return f"{self.pays.explain()}（{self.fund.name}）"

    def say_formula(self) -> str:
        return f"{self.pays.say_formula()}（{self.fund.name}）"

    def funds(self) -> tuple[Fund, ...]:
        return (self.fund, *super().funds())


@dataclass(frozen=True)
class Average(Word):
    """The same sum said another way: so many persons at so much each on average."""

    phrase: str
    persons: Written[int]
    amount: Written[Fraction]


@dataclass(frozen=True)
class Sum(Payment):
    """Several sums, all paid; where the text names their total or average, these are quoted and must agree."""

    parts: tuple[Payment, ...]
    phrase: str = ""
    total: Written[Fraction | None] = None
    average: Average | None = None

    def __post_init__(self) -> None:
        if self.total is None:
            return
        added = sum((part.come_to(Case({}, Window(date.min, None))).amount.low for part in self.parts), Fraction(0))
        average = self.average.persons * self.average.amount if self.average else self.total
        if not added == average == self.total:
            raise ValueError(f"{self.phrase!r}: the parts come to {added}, the average to {average}")

    def come_to(self, case: Case) -> Payout:
        return pay_all([part.come_to(case) for part in self.parts])

    def explain(self) -> str:
        """All parts, those alike once."""
        parts = dict.fromkeys(part.explain() for part in self.parts)
        return "，另加".join(f" {part}" if part[0].isdigit() else part for part in parts).strip()

    def say_formula(self) -> str:
        """The formulas of all parts; help in kind has none."""
        return " ＋ ".join(part.say_formula() for part in self.parts if part.say_formula())


@dataclass(frozen=True)
class EitherPayment(Either[Payment], Payment):
    """A sum whose sentence can be read two ways."""

    def come_to(self, case: Case) -> Payout:
        return self.take(case).come_to(case)

    def say_formula(self) -> str:
        return self.default.say_formula()

    def alternatives(self) -> tuple[Effect, ...]:
        return (self.default, self.other)

    def parts_in_force(self, case: Case) -> tuple[Effect, ...]:
        return (self.take(case),)
