"""Sums by number: for each person, month or year, and by tiers of a head count."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer, Count
from calc.rules.case import Case, Step
from calc.rules.condition import Quantity, conventions_of, counted_fact, facts_of, measure, ways_to_reach
from calc.rules.conventions import INCLUSIVE, Convention
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.sums import Once
from calc.rules.units import Length, count_of, written_in
from calc.rules.word import Way, Word, join_ways
from calc.values.money import ZERO, Amount, exactly, one_of, say_exactly, say_yuan
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
        step = Step(self.phrase, verdict, found, missing)
        return payout.then(step, *self._say_cap())

    def explain(self) -> str:
        """The rate, the unit and the cap."""
        cap = f"，最多 {self.most_units} {self.unit}" if self.at_most else ""
        return f"每{self.unit} {self.rate.explain()}{cap}"

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
        first = self.skips + self.per
        cap = self.most_units
        most = () if cap is None else (self.skips + self.per * cap,)
        return {counted_fact(self.by): (0, first, *most)}

    def count_in(self, measured: Range) -> Range:
        """How many units are paid for a measure."""
        return measured.less(self.skips).divided(self.per).capped(self.most_units)

    @property
    def most_units(self) -> int | None:
        """The most units that are paid; None without a cap."""
        length = self.at_most.length if isinstance(self.at_most, Cap) else self.at_most
        return None if length is None else count_of(length)

    def _say_cap(self) -> tuple[Step, ...]:
        if not isinstance(self.at_most, Cap):
            return ()
        return (
            Step(self.at_most.phrase, Verdict.YES, f"最多 {self.most_units} {self.unit}", clause=self.at_most.clause),
        )

    def _say_sum(self, count: Range, rate: Amount, amount: Amount) -> str:
        if not (count.is_exact and rate.low == rate.high):
            return f"每{self.unit}计"
        return f"{count.low} {self.unit} × {say_exactly(rate.low)} = {say_exactly(amount.low)}"


def per_head(phrase: str, rate: Fraction | Payment, by: str) -> Times:
    """A sum for each person."""
    return Times(phrase, rate if isinstance(rate, Payment) else Once("", rate), by, "人")


def monthly(
    phrase: str, rate: Fraction | Payment, by: Span, at_most: Length | Cap | None = None, skips: int = 0
) -> Times:
    """A sum for each complete month inside the window."""
    return Times(phrase, rate if isinstance(rate, Payment) else Once("", rate), by, "个月", at_most, skips)


def yearly(phrase: str, rate: Payment, by: Span) -> Times:
    """A sum for each complete year inside the window."""
    return Times(phrase, rate, by, "年", per=12)


@dataclass(frozen=True)
class Tier(Payment):
    """A sum for counts from `low` to `high` as the text names them (None: and above)."""

    phrase: str
    low: int
    high: int | None
    amount: Fraction

    def come_to(self, case: Case) -> Payout:
        """The tier's sum."""
        return Payout(exactly(self.amount))

    def explain(self) -> str:
        """The bounds and the sum."""
        return self.explain_in("")

    def explain_in(self, unit: str) -> str:
        """The bounds, in the unit of what is counted, and the sum."""
        return f"{self.say_bounds(unit)}：{say_yuan(self.amount)}"

    def say_bounds(self, unit: str) -> str:
        """The bounds in a unit: 11 至 20 人, 101 人以上."""
        words = f"{self.low} {unit}以上" if self.high is None else f"{self.low} 至 {self.high} {unit}"
        return words.strip()

    def numbers(self) -> tuple[Fraction, ...]:
        """The bounds and the sum."""
        bounds = (self.low,) if self.high is None else (self.low, self.high)
        return (*map(Fraction, bounds), self.amount)


@dataclass(frozen=True)
class Tiered(Payment):
    """A sum by tiers of a head count.

    What the tiers leave open must be named: `below` says what holds under the first tier, `overlap` is the reading of
    a number that stands in two tiers (default: the tier that names it as its end). Gaps between tiers are refused.
    """

    by: str
    tiers: tuple[Tier, ...]
    below: str = ""
    overlap: Reading | None = None

    def __post_init__(self) -> None:
        for tier in self.tiers:
            if tier.high is not None and tier.high < tier.low:
                raise ValueError(f"tiers by {self.by}: {tier.phrase!r} runs from {tier.low} down to {tier.high}")
        overlaps = 0
        for lower, upper in pairwise(self.tiers):
            if lower.high is None or upper.low > lower.high + 1:
                raise ValueError(f"tiers by {self.by}: nothing is said between {lower.high} and {upper.low}")
            overlaps += upper.low <= lower.high
            if upper.low < lower.high:
                raise ValueError(f"tiers by {self.by}: {upper.phrase!r} begins inside {lower.phrase!r}")
        if bool(overlaps) != bool(self.overlap) or overlaps > 1:
            raise ValueError(f"tiers by {self.by}: {overlaps} numbers stand in two tiers; name exactly those")
        if bool(self.below) != (self.tiers[0].low > 0):
            raise ValueError(f"tiers by {self.by}: say in `below` what holds under {self.tiers[0].low}")
        if self.tiers[-1].high is not None:
            raise ValueError(f"tiers by {self.by}: nothing is said above {self.tiers[-1].high}")

    def come_to(self, case: Case) -> Payout:
        """The sum of the tier that the count falls into; unknown, from the least to the most it could be."""
        measured = measure(self.by, case)
        tiers = self._tiers_in_force(case)
        reached = [tier for tier in tiers if measured.range.meets(tier.low, tier.high)]
        if not reached:
            step = Step(self.tiers[0].phrase, Verdict.NO, f"{measured.found}；{self.below}")
            return Payout(exactly(ZERO), Verdict.NO, (step,))
        verdict = measured.range.is_at_least(tiers[0].low)
        amount = one_of(exactly(tier.amount) for tier in reached)
        found = measured.found if len(reached) > 1 else f"{measured.found}；{say_yuan(reached[0].amount)}"
        missing = () if len(reached) == 1 and verdict is Verdict.YES else measured.missing
        step = Step("；".join(tier.phrase for tier in reached), verdict, found, missing)
        return Payout(amount, verdict, (step,), missing)

    def conventions(self) -> tuple[Convention, ...]:
        """A tier includes the numbers that bound it."""
        return (INCLUSIVE,)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the first tier."""
        return ways_to_reach(self.by, self.tiers[0].low, case)

    def explain(self) -> str:
        """Every tier."""
        question = CATALOGUE[self.by]
        unit = question.unit if isinstance(question, Count) else ""
        return "；".join(tier.explain_in(unit) for tier in self.tiers)

    def asks(self) -> tuple[str, ...]:
        """The head count."""
        return (self.by,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Both sides of every tier's start, by the default reading."""
        question = CATALOGUE[self.by]
        least = question.least if isinstance(question, Count) else 0
        starts = [max(tier.low, lower.high + 1) for lower, tier in pairwise(self.tiers) if lower.high is not None]
        starts.insert(0, self.tiers[0].low)
        return {self.by: tuple(number for start in starts for number in (start, start - 1) if number >= least)}

    def _tiers_in_force(self, case: Case) -> tuple[Tier, ...]:
        """The tiers without their overlap, as the case's reading parts them."""
        if self.overlap is None:
            return self.tiers
        tiers = list(self.tiers)
        for place, (lower, upper) in enumerate(pairwise(self.tiers)):
            if lower.high is not None and upper.low <= lower.high:
                if case.takes_other(self.overlap):
                    tiers[place] = Tier(lower.phrase, lower.low, upper.low - 1, lower.amount)
                else:
                    tiers[place + 1] = Tier(upper.phrase, lower.high + 1, upper.high, upper.amount)
        return tuple(tiers)
