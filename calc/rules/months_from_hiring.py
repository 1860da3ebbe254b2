"""Sums for the first months of a stay: a year that runs from its first day, whenever the policy came into force."""

from dataclasses import dataclass

from calc.facts.catalogue import CATALOGUE
from calc.rules.case import Case, Measure
from calc.rules.counted import Times, as_payment
from calc.rules.fields import Asked
from calc.rules.payments import Payment
from calc.rules.quantities import Span
from calc.rules.units import Length
from calc.rules.word import unique
from calc.values.dates import add_months, complete_months
from calc.values.ranges import Range


@dataclass(frozen=True)
class FirstMonths(Times):
    """A sum for each of the first `at_most` months of a stay that lies in the window.

    What of them lay before the policy was in force is not paid later. Without the first day that is open.
    """

    by: Asked[Span]

    def _say_cap(self) -> str:
        return f"只算从{CATALOGUE[self.by.start].short}起的前 {self.most_units} {self.unit}"

    def lacks(self, case: Case, measured: Measure) -> tuple[str, ...]:
        return unique((*measured.missing, *(() if case.day(self.by.start) else (self.by.start,))))

    def count(self, case: Case, measured: Range) -> Range:
        units, start, most = super().count(case, measured), case.day(self.by.start), self.most_units
        if start is None or most is None:
            return Range(0, units.high)
        left = complete_months(max(start, case.window.start), add_months(start, most))
        return units.capped(left)


def first_months(phrase: str, rate: Payment, by: Span, length: Length) -> FirstMonths:
    """A sum for each month of the first ones: first_months("给予企业1年的社会保险补贴", rate, EMPLOYMENT, years(1))."""
    return FirstMonths(phrase, as_payment(rate), by, "个月", length)
