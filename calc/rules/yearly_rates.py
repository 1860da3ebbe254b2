"""Sums for each month at a rate that changes with the calendar year, such as one based on the preceding year."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calc.rules.case import Case, Measure, Step, Window
from calc.rules.condition import counted_fact, measure, ways_to_reach
from calc.rules.fields import Asked
from calc.rules.payments import Payment
from calc.rules.payout import Payout, pay_all, pay_one_of
from calc.rules.printed import BLANK, SPACE
from calc.rules.quantities import Span
from calc.rules.word import Landmarks, Way, unique
from calc.values.dates import add_months
from calc.values.money import Amount, say_exactly
from calc.values.ranges import Range


@dataclass(frozen=True)
class YearRate(Payment):
    """What is paid for a month that ends in a calendar year."""

    year: int
    pays: Payment

    def come_to(self, case: Case) -> Payout:
        return self.pays.come_to(case)

    def explain(self) -> str:
        return f"{self.year} 年每个月 {self.pays.explain()}"

    def say_formula(self) -> str:
        return f"{self.year} 年 {BLANK}{SPACE}个月 × {self.pays.say_formula()}"


@dataclass(frozen=True)
class MonthlyByYear(Payment):
    """A sum for each complete month in force, at the rate of the calendar year in which the month ends.

    Months without their days may lie in any year that the policy holds: the sum runs from the least rate to the most.
    """

    phrase: str
    by: Asked[Span]
    rates: tuple[YearRate, ...]

    falls_due = "每月一次"

    def come_to(self, case: Case) -> Payout:
        """The sum of all months; none complete is no benefit."""
        measured, first = measure(self.by, case), self._find_first(case)
        months = measured.range
        if months.high == 0:
            return Payout(self.rates[0].come_to(case).times(months).amount).then(self._tell(measured, ()))
        if first and months.is_exact:
            counted = Counter(day.year for day in _list_last_days(first, int(months.low)))
            parts = [self._pay(rate, counted[rate.year], case) for rate in self.rates if counted[rate.year]]
            return pay_all(parts).then(self._tell(measured, measured.missing))
        possible = [rate.come_to(case) for rate in self._list_possible(case, first)]
        missing = unique((*measured.missing, *(() if first else (self.by.start,))))
        step = self._tell(measured, missing if len(possible) > 1 else measured.missing)
        if len(possible) == 1:
            return possible[0].times(months).then(step)
        open_ = unique((*step.missing, *(fact for payout in possible for fact in payout.missing)))
        return pay_one_of(possible, step.verdict, step._replace(missing=open_)).times(months)

    def list_parts(self, case: Case) -> tuple[tuple[date, Amount, str], ...]:
        """Each month with the day on which it is complete, where every sum is known."""
        first, months = self._find_first(case), measure(self.by, case).range
        rates = {rate.year: rate.come_to(case).amount for rate in self.rates}
        if first is None or not months.is_exact:
            return ()
        days = tuple(_list_last_days(first, int(months.low)))
        if any(rates[day.year].low != rates[day.year].high for day in days):
            return ()
        return tuple(
            (case.window.settle(day + timedelta(days=1)), rates[day.year], f"第 {number} 个月")
            for number, day in enumerate(days, 1)
        )

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the first month."""
        return ways_to_reach(self.by, 1, case)

    def landmarks(self) -> Landmarks:
        """None and the first month."""
        return {counted_fact(self.by): (0, 1)}

    def explain(self) -> str:
        """The rate of each year; how all of them are worked out stands once."""
        said = [rate.explain().partition("，") for rate in self.rates]
        how, *others = {how for _, _, how in said}
        if others or not how or len(said) == 1:
            return "；".join(map("".join, said))
        return f"{'、'.join(rate for rate, *_ in said)}，都按{how}"

    def say_formula(self) -> str:
        return " ＋ ".join(rate.say_formula() for rate in self.rates)

    def _find_first(self, case: Case) -> date | None:
        start = case.day(self.by.start)
        return max(start, self.by.first_day(case)) if start else None

    def _list_possible(self, case: Case, first: date | None) -> tuple[YearRate, ...]:
        """The rates of the years in which a month can end."""
        since = first or self.by.first_day(case)
        lasts = [day.year for day in (case.day("as_of"), case.window.end) if day]
        earliest = None if since == Window.EVER else since.year
        found = (rate for rate in self.rates if (earliest is None or earliest <= rate.year))
        possible = tuple(rate for rate in found if not lasts or rate.year <= min(lasts))
        return possible or self.rates

    def _pay(self, rate: YearRate, months: int, case: Case) -> Payout:
        payout = rate.come_to(case).times(Range.exactly(months))
        each = rate.come_to(case).amount
        is_known = each.is_counted and each.low == each.high
        found = f"{rate.year} 年 {months} 个月" + (f" × {say_exactly(each.low)}" if is_known else "")
        return payout.then(Step(self.phrase, Range.exactly(months).is_at_least(1), found))

    def _tell(self, measured: Measure, missing: tuple[str, ...]) -> Step:
        return Step(self.phrase, measured.range.is_at_least(1), measured.found, missing)


def _list_last_days(first: date, months: int) -> Iterator[date]:
    """The last day of each complete month from a first day on."""
    for number in range(1, months + 1):
        yield add_months(first, number) - timedelta(days=1)
