"""Sums by number: for each person, month or year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from calc.facts.questions import Answer
from calc.rules.case import Case, Step
from calc.rules.condition import Quantity, conventions_of, counted_fact, facts_of, measure, ways_to_reach
from calc.rules.conventions import INCLUSIVE, Convention
from calc.rules.effect import Rhythm, Rise
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.printed import BLANK, SPACE
from calc.rules.quantities import Span
from calc.rules.sums import Once
from calc.rules.units import Length, count_of, written_in
from calc.rules.word import Way, Word, join_ways
from calc.values.money import Amount, say_exactly
from calc.values.ranges import Range
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Cap(Word):
    """A longest time that the text sets in a sentence of its own, at a place of its own."""

    phrase: str
    length: Length
    clause: str = ""

    def numbers(self) -> tuple[Fraction, ...]:
        """The length as written."""
        return written_in(self.length)


@dataclass(frozen=True)
class Times(Payment):
    """A sum for each unit counted, `per` so many at once, after the first `skips`, at most `at_most` of them."""

    phrase: str
    rate: Payment
    by: Quantity
    unit: str
    at_most: Length | Cap | None = None
    skips: int = 0
    per: int = 1

    def come_to(self, case: Case) -> Payout:
        """The sum for all units; none counted is no benefit."""
        rate, measured = self.rate.come_to(case), measure(self.by, case)
        count = self.count_in(measured.range)
        if count.high == 0:
            verdict = Verdict.NO
        else:
            verdict = Verdict.YES if count.low > 0 else Verdict.UNKNOWN
        payout = rate.times(count)
        missing = () if count.is_exact else measured.missing
        found = f"{measured.found}；{self._say_sum(count, rate.amount, payout.amount)}"
        return payout.then(Step(self.phrase, verdict, found, missing), *self._say_cap())

    def explain(self) -> str:
        """The rate, the unit and the cap."""
        cap = f"，最多 {self.most_units} {self.unit}" if self.at_most else ""
        return f"每{self.unit} {self.rate.explain()}{cap}"

    def say_formula(self) -> str:
        """The units, with what limits them, times the rate."""
        count = f"{BLANK}{SPACE}{self.unit}"
        counted = f"（{count} − {self.skips} {self.unit}）" if self.skips else count
        limits = [f"每满 {self.per} 个月算一{self.unit}"] if self.per > 1 else []
        limits += [f"最多 {self.most_units} {self.unit}"] if self.most_units else []
        bracket = f"（{'，'.join(limits)}）" if limits else ""
        return f"{counted}{bracket} × {self.rate.say_formula()}"

    def conventions(self) -> tuple[Convention, ...]:
        """A cap includes its number; months are counted as the span counts them."""
        return (*((INCLUSIVE,) if self.at_most else ()), *conventions_of(self.by))

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the first unit that is paid."""
        return join_ways((self.rate.ways(case), ways_to_reach(self.by, self.skips + self.per, case)))

    def numbers(self) -> tuple[Fraction, ...]:
        """The cap as written."""
        return written_in(self.at_most) if isinstance(self.at_most, Length) else ()

    def asks(self) -> tuple[str, ...]:
        """The facts it counts by."""
        return facts_of(self.by)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """None, the first unit paid, and the cap."""
        return {counted_fact(self.by): self._marks()}

    @property
    def rise(self) -> Rise | None:
        """It rises with every unit of a span; with every head where its rate has tiers of the same heads."""
        if isinstance(self.by, Span):
            rhythm = Rhythm(self.by, self.unit, self.per, self.skips, self.most_units)
            top = (self.at_most.phrase, self.at_most.clause) if isinstance(self.at_most, Cap) else None
            return Rise(self.by, self._marks(), self, self.phrase, rhythm, top)
        rise = self.rate.rise
        return replace(rise, marks=tuple(range(max(rise.marks) + 2))) if rise and rise.by == self.by else None

    def count_in(self, measured: Range) -> Range:
        """How many units are paid for a measure."""
        return measured.less(self.skips).divided(self.per).capped(self.most_units)

    @property
    def most_units(self) -> int | None:
        """The most units that are paid; None without a cap."""
        length = self.at_most.length if isinstance(self.at_most, Cap) else self.at_most
        return None if length is None else count_of(length)

    def _marks(self) -> tuple[int, ...]:
        cap = self.most_units
        most = () if cap is None else (self.skips + self.per * cap,)
        return (0, self.skips + self.per, *most)

    def _say_cap(self) -> tuple[Step, ...]:
        if not isinstance(self.at_most, Cap):
            return ()
        found = f"最多 {self.most_units} {self.unit}"
        return (Step(self.at_most.phrase, Verdict.YES, found, clause=self.at_most.clause),)

    def _say_sum(self, count: Range, rate: Amount, amount: Amount) -> str:
        if not (count.is_exact and rate.low == rate.high):
            return f"每{self.unit}计"
        return f"{count.low} {self.unit} × {say_exactly(rate.low)} = {say_exactly(amount.low)}"


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
