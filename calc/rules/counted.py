"""Sums by number: for each person, month or year."""

from abc import abstractmethod
from dataclasses import dataclass, replace
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.case import Case, Measure, Step
from calc.rules.condition import counted_fact, measure, ways_to_reach
from calc.rules.conventions import INCLUSIVE, Convention
from calc.rules.effect import Rhythm, Rise
from calc.rules.fields import Quantity, Written
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.printed import BLANK, SPACE
from calc.rules.quantities import Span
from calc.rules.sums import Once
from calc.rules.units import Length, count_of
from calc.rules.word import Landmarks, Way, Word, join_ways
from calc.values.dates import complete_months
from calc.values.money import say_exactly
from calc.values.ranges import Range
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Cap(Word):
    """A longest time that the text sets in a sentence of its own, at a place of its own."""

    phrase: str
    length: Written[Length]
    clause: str = ""


class Counted(Payment, is_kind=True):
    """A rate for each unit that is counted by a quantity."""

    phrase: str
    rate: Payment
    by: Quantity
    unit: str

    @abstractmethod
    def count(self, case: Case, measured: Range) -> Range:
        """How many units are paid for a measure."""

    @abstractmethod
    def list_marks(self) -> tuple[int, ...]:
        """The measures around which the units change: none, the first unit paid, and what else tips it."""

    def measure(self, case: Case) -> Measure:
        """The quantity that counts."""
        return measure(self.by, case)

    def lacks(self, case: Case, measured: Measure) -> tuple[str, ...]:
        """The facts that would tell the units exactly."""
        return measured.missing

    def say_open_sum(self) -> tuple[str, ...]:
        """What stands in place of the sum while it is open."""
        return ()

    def come_to(self, case: Case) -> Payout:
        """The sum for all units; none counted is no benefit."""
        rate, measured = self.rate.come_to(case), self.measure(case)
        count = self.count(case, measured.range)
        payout = rate.times(count)
        found = [measured.found]
        if count.is_exact and rate.amount.low == rate.amount.high:
            each, total = say_exactly(rate.amount.low), say_exactly(payout.amount.low)
            found.append(f"{count.low} {self.unit} × {each} = {total}")
        else:
            found += self.say_open_sum()
        missing = () if count.is_exact else self.lacks(case, measured)
        return payout.then(Step(self.phrase, count.is_at_least(1), "；".join(found), missing))

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the first unit that is paid."""
        _, first, *_ = self.list_marks()
        return join_ways((self.rate.ways(case), ways_to_reach(self.by, first, case)))

    def landmarks(self) -> Landmarks:
        return {counted_fact(self.by): self.list_marks()}


@dataclass(frozen=True)
class Times(Counted):
    """A sum for each unit counted, `per` so many at once, after the first `skips`, at most `at_most` of them."""

    phrase: str
    rate: Payment
    by: Quantity
    unit: str
    at_most: Written[Length | Cap | None] = None
    skips: int = 0
    per: int = 1

    def __post_init__(self) -> None:
        question = CATALOGUE.get(counted_fact(self.by))
        length = self.at_most.length if isinstance(self.at_most, Cap) else self.at_most
        if isinstance(question, Count) and length and not length.fits(question.unit):
            raise ValueError(f"{self.phrase!r}: {question.short} is counted in {question.unit}, not in {length.unit}")

    def say_open_sum(self) -> tuple[str, ...]:
        return (f"每{self.unit}计",)

    def come_to(self, case: Case) -> Payout:
        """Say the cap that has a sentence of its own."""
        payout = super().come_to(case)
        if not isinstance(self.at_most, Cap):
            return payout
        return payout.then(Step(self.at_most.phrase, Verdict.YES, self._say_cap(), clause=self.at_most.clause))

    def explain(self) -> str:
        cap = f"，{self._say_cap()}" if self.at_most else ""
        return f"每{self.unit} {self.rate.explain()}{cap}{''.join(f'，{stop}' for stop in self._say_stop())}"

    def say_formula(self) -> str:
        count = f"{BLANK}{SPACE}{self.unit}"
        counted = f"（{count} − {self.skips} {self.unit}）" if self.skips else count
        limits = [f"每满 {self.per} 个月算一{self.unit}"] if self.per > 1 else []
        limits += [self._say_cap()] if self.most_units else []
        limits += self._say_stop()
        bracket = f"（{'，'.join(limits)}）" if limits else ""
        return f"{counted}{bracket} × {self.rate.say_formula()}"

    def conventions(self) -> tuple[Convention, ...]:
        """A cap includes its number."""
        return (*((INCLUSIVE,) if self.at_most else ()), *super().conventions())

    @property
    def rise(self) -> Rise | None:
        """It rises with every unit of a span; with every head where its rate has tiers of the same heads."""
        if isinstance(self.by, Span):
            rhythm = Rhythm(self.by, self.unit, self.per, self.skips, self.most_units)
            top = (self.at_most.phrase, self.at_most.clause) if isinstance(self.at_most, Cap) else None
            return Rise(self.by, self.list_marks(), self, self.phrase, rhythm, top)
        rise = self.rate.rise
        return replace(rise, marks=tuple(range(max(rise.marks) + 2))) if rise and rise.by == self.by else None

    def measure(self, case: Case) -> Measure:
        """By the days that count: of a promised length, of complete years, or else those in force."""
        if self.is_promised:
            return measure(self.by, case.promised)
        return measure(self.by, case.qualifying if self.per > 1 else case)

    @property
    def is_promised(self) -> bool:
        """Whether the text promises it for a length of its own."""
        return isinstance(self.by, Span) and self.at_most is not None

    def count(self, case: Case, measured: Range) -> Range:
        units = measured.less(self.skips).divided(self.per)
        return units.less(self._count_earlier(case)).capped(self._count_in_force(case)).capped(self.most_units)

    def _count_earlier(self, case: Case) -> int:
        """The units that were complete before the policy was in force: nothing is paid for them."""
        if self.per == 1 or not isinstance(self.by, Span) or case.qualifying.window.start >= case.window.start:
            return 0
        start = case.day(self.by.start)
        return complete_months(start, case.window.start) // self.per if start else 0

    def _count_in_force(self, case: Case) -> int | None:
        """The most years that can be complete while the policy is in force, whenever they began; None without an end.

        Only a reading that counts earlier months asks it: else the months themselves are those in force.
        """
        if self.per == 1 or not isinstance(self.by, Span) or case.qualifying.window.start >= case.window.start:
            return None
        months = self.by.most_months(case, up_to_as_of=False)
        return None if months is None else -(-months // self.per)

    @property
    def most_units(self) -> int | None:
        """The most units that are paid; None without a cap."""
        length = self.at_most.length if isinstance(self.at_most, Cap) else self.at_most
        return None if length is None else count_of(length)

    def list_marks(self) -> tuple[int, ...]:
        cap = self.most_units
        most = () if cap is None else (self.skips + self.per * cap,)
        return (0, self.skips + self.per, *most)

    def _say_stop(self) -> tuple[str, ...]:
        """Where another stay ends it."""
        during = self.by.during if isinstance(self.by, Span) else None
        return (f"到{CATALOGUE[during.end].short}为止",) if during and during.end else ()

    def _say_cap(self) -> str:
        return f"最多 {self.most_units} {self.unit}"


def per_head(phrase: str, rate: Fraction | Payment, by: str) -> Times:
    """A sum for each person."""
    return Times(phrase, as_payment(rate), by, "人")


def monthly(
    phrase: str, rate: Fraction | Payment, by: Span, at_most: Length | Cap | None = None, skips: int = 0
) -> Times:
    """A sum for each complete month inside the window."""
    return Times(phrase, as_payment(rate), by, "个月", at_most, skips)


def yearly(phrase: str, rate: Fraction | Payment, by: Span) -> Times:
    """A sum for each complete year inside the window."""
    return Times(phrase, as_payment(rate), by, "年", per=12)


def as_payment(rate: Fraction | Payment) -> Payment:
    """A rate as a word that pays: the phrase of the whole speaks for a fixed sum."""
    return rate if isinstance(rate, Payment) else Once("", rate)
