"""Sums for each calendar year: 每年…元, without a word on complete years."""

from dataclasses import dataclass
from fractions import Fraction

from calc.rules.case import Case, Measure, Window
from calc.rules.conventions import CALENDAR_YEARS
from calc.rules.counted import Counted, as_payment
from calc.rules.fields import Asked
from calc.rules.payments import Payment
from calc.rules.printed import BLANK, SPACE
from calc.rules.quantities import Span
from calc.rules.word import unique
from calc.values.ranges import Range

YEAR = 12


@dataclass(frozen=True)
class EachYear(Counted):
    """A sum for each calendar year that something touches; nothing as long as no month of it is complete.

    Months without their days leave open how many years they touch.
    """

    phrase: str
    rate: Payment
    by: Asked[Span]

    unit = "个年度"
    rests_on = (CALENDAR_YEARS,)
    falls_due = "每年一次"

    def explain(self) -> str:
        return f"每个年度 {self.rate.explain()}"

    def say_formula(self) -> str:
        return f"{BLANK}{SPACE}个年度 × {self.rate.say_formula()}"

    def lacks(self, case: Case, measured: Measure) -> tuple[str, ...]:
        return unique((*measured.missing, *self.by.lacks_days(case)))

    def list_marks(self) -> tuple[int, ...]:
        return (0, 1, YEAR)

    def count(self, case: Case, measured: Range) -> Range:
        """The years that so many months touch: by their days where these are known, else at least and at most."""
        if measured.high == 0:
            return Range.exactly(0)
        days = self.by.find_days(case)
        if days and measured.is_exact:
            first, last = days
            return Range.exactly(last.year - first.year + 1)
        low = -(-measured.low // YEAR)
        high = None if measured.high is None else 1 - (-(measured.high + 1) // YEAR)
        return Range(low, high).capped(_count_window(case.window))


def each_year(phrase: str, rate: Fraction | Payment, by: Span) -> EachYear:
    """A sum for each calendar year: each_year("跨省务工每人每年补贴1500元", yuan(1_500), EMPLOYMENT)."""
    return EachYear(phrase, as_payment(rate), by)


def _count_window(window: Window) -> int | None:
    """The calendar years of the window; None where it is open."""
    return None if window.end is None or window.start == Window.EVER else window.end.year - window.start.year + 1
