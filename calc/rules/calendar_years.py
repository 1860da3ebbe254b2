"""Sums for each calendar year: 每年…元, without a word on complete years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from calc.facts.questions import Answer
from calc.rules.case import Case, Step, Window
from calc.rules.condition import ways_to_reach
from calc.rules.conventions import CALENDAR_YEARS, COMPLETE_MONTHS, WINDOW_MONTHS, Convention
from calc.rules.counted import as_payment
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.printed import BLANK, SPACE
from calc.rules.quantities import Span
from calc.rules.word import Way, join_ways, unique
from calc.values.dates import add_months
from calc.values.money import say_exactly
from calc.values.ranges import Range
from calc.values.truth import Verdict

YEAR = 12


@dataclass(frozen=True)
class EachYear(Payment):
    """A sum for each calendar year that something touches; nothing as long as no month of it is complete.

    Months without their days leave open how many years they touch.
    """

    phrase: str
    rate: Payment
    by: Span

    falls_due = "每年一次"

    def come_to(self, case: Case) -> Payout:
        """The sum for every year touched."""
        rate, months = self.rate.come_to(case), self.by.measure(case)
        count = self._count_years(case, months.range)
        payout = rate.times(count)
        missing = () if count.is_exact else unique((*months.missing, *self.by.lacks_days(case)))
        found = months.found
        if count.is_exact and rate.amount.low == rate.amount.high:
            found += f"；{count.low} 个年度 × {say_exactly(rate.amount.low)} = {say_exactly(payout.amount.low)}"
        verdict = Verdict.NO if count.high == 0 else count.is_at_least(1)
        return payout.then(Step(self.phrase, verdict, found, missing))

    def explain(self) -> str:
        """The rate of a year."""
        return f"每个年度 {self.rate.explain()}"

    def say_formula(self) -> str:
        """The years times the rate."""
        return f"{BLANK}{SPACE}个年度 × {self.rate.say_formula()}"

    def conventions(self) -> tuple[Convention, ...]:
        """A year counts however little of it is touched, once a month is complete."""
        return (CALENDAR_YEARS, COMPLETE_MONTHS, WINDOW_MONTHS)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the first complete month."""
        return join_ways((self.rate.ways(case), ways_to_reach(self.by, 1, case)))

    def asks(self) -> tuple[str, ...]:
        """The facts that tell the months and their days."""
        return self.by.facts

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """None, the first month, and a whole year."""
        return {self.by.months: (0, 1, YEAR)}

    def _count_years(self, case: Case, months: Range) -> Range:
        """The years that so many months touch: by their days where these are known, else at least and at most."""
        if months.high == 0:
            return Range.exactly(0)
        days = self.by.find_days(case)
        if days and months.is_exact:
            first, last = days
            if self.by.conflict(case):
                last = add_months(first, int(months.low)) - timedelta(days=1)
            return Range.exactly(last.year - first.year + 1)
        low = -(-months.low // YEAR)
        high = None if months.high is None else 1 - (-(months.high + 1) // YEAR)
        return Range(low, high).capped(_count_window(case.window))


def each_year(phrase: str, rate: Fraction | Payment, by: Span) -> EachYear:
    """A sum for each calendar year: each_year("跨省务工每人每年补贴1500元", yuan(1_500), EMPLOYMENT)."""
    return EachYear(phrase, as_payment(rate), by)


def _count_window(window: Window) -> int | None:
    """The calendar years of the window; None where it is open."""
    return None if window.end is None or window.start == Window.EVER else window.end.year - window.start.year + 1
