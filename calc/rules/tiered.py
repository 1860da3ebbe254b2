"""Sums by tiers of a head count."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.case import Case, Step
from calc.rules.condition import find_question, measure, ways_to_reach
from calc.rules.conventions import INCLUSIVE
from calc.rules.effect import Rise
from calc.rules.fields import Fact, Written
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.printed import BLANK, SPACE, Row, Table
from calc.rules.reading import Reading
from calc.rules.word import Landmarks, Way
from calc.values.money import ZERO, exactly, one_of, say_yuan
from calc.values.truth import Verdict

FIRST = 1
"""An open bottom tier (20人以下) begins with the first person: nobody at all is in no tier."""


@dataclass(frozen=True)
class Tier(Payment):
    """A sum for counts from `low` to `high` as the text names them: None is 以下 or 以上."""

    phrase: str
    low: Written[int | None]
    high: Written[int | None]
    amount: Written[Fraction]

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError(f"{self.phrase!r}: a tier needs a bound; a sum for every count is no tier")
        if self.high is not None and self.high < self.first:
            raise ValueError(f"{self.phrase!r} runs from {self.first} down to {self.high}")

    @property
    def first(self) -> int:
        """The first count in it."""
        return FIRST if self.low is None else self.low

    def come_to(self, case: Case) -> Payout:
        return Payout(exactly(self.amount))

    def explain(self) -> str:
        return self.explain_in("")

    def explain_in(self, unit: str) -> str:
        """The bounds, in the unit of what is counted, and the sum."""
        return f"{self.say_bounds(unit)}：{say_yuan(self.amount)}"

    def say_bounds(self, unit: str) -> str:
        """The bounds in a unit: 20 人以下, 11 至 20 人, 101 人以上."""
        if self.low is None:
            words = f"{self.high} {unit}以下"
        else:
            words = f"{self.low} {unit}以上" if self.high is None else f"{self.low} 至 {self.high} {unit}"
        return words.strip()

    def say_formula(self) -> str:
        return say_yuan(self.amount)


@dataclass(frozen=True)
class Tiered(Payment):
    """A sum by tiers of a head count, or with `for_each` around it a rate for each head: 20人以下的按每人120元.

    What the tiers leave open must be named: `below` says what holds under the first tier, `overlaps` are the readings
    of the numbers that stand in two tiers, in their order (default: the tier that names it as its end). Gaps between
    tiers are refused.
    """

    by: Fact
    tiers: tuple[Tier, ...]
    below: str = ""
    overlaps: tuple[Reading, ...] = ()

    rests_on = (INCLUSIVE,)

    def __post_init__(self) -> None:
        find_question(self.tiers[0].phrase, self.by, Count)
        shared = []
        for lower, upper in pairwise(self.tiers):
            if upper.low is None:
                raise ValueError(f"tiers by {self.by}: only the first tier is open below, not {upper.phrase!r}")
            if lower.high is None:
                raise ValueError(f"tiers by {self.by}: {upper.phrase!r} follows {lower.phrase!r}, which has no end")
            if upper.low > lower.high + 1:
                raise ValueError(f"tiers by {self.by}: nothing is said between {lower.high} and {upper.low}")
            if upper.low < lower.high:
                raise ValueError(f"tiers by {self.by}: {upper.phrase!r} begins inside {lower.phrase!r}")
            if upper.low == lower.high:
                shared.append(upper.low)
        if len(shared) != len(self.overlaps):
            numbers = "、".join(map(str, shared)) or "no number"
            raise ValueError(
                f"tiers by {self.by}: {numbers} stands in two tiers; give each a reading in `overlaps`, one per number"
            )
        if bool(self.below) != (self.tiers[0].low is not None and self.tiers[0].low > 0):
            raise ValueError(f"tiers by {self.by}: say in `below` what holds under {self.tiers[0].low}")
        if self.tiers[-1].high is not None:
            raise ValueError(f"tiers by {self.by}: nothing is said above {self.tiers[-1].high}")

    def come_to(self, case: Case) -> Payout:
        """The sum of the tier that the count falls into; unknown, from the least to the most it could be."""
        measured = measure(self.by, case)
        tiers = self._tiers_in_force(case)
        reached = [tier for tier in tiers if measured.range.meets(tier.first, tier.high)]
        if not reached:
            step = Step(self.tiers[0].phrase, Verdict.NO, f"{measured.found}；{self.below or '不在任何一档'}")
            return Payout(exactly(ZERO), Verdict.NO, (step,))
        verdict = measured.range.is_at_least(tiers[0].first)
        amount = one_of(exactly(tier.amount) for tier in reached)
        found = measured.found if len(reached) > 1 else f"{measured.found}；{say_yuan(reached[0].amount)}"
        missing = () if len(reached) == 1 and verdict is Verdict.YES else measured.missing
        step = Step("；".join(tier.phrase for tier in reached), verdict, found, missing)
        return Payout(amount, verdict, (step,), missing)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the first tier."""
        return ways_to_reach(self.by, self.tiers[0].first, case)

    def explain(self) -> str:
        return "；".join(tier.explain_in(self._unit) for tier in self.tiers)

    def say_formula(self) -> str:
        """A sum to be looked up."""
        return f"查表得 {BLANK}{SPACE}元"

    def list_tables(self) -> tuple[Table, ...]:
        """One row per tier."""
        rows = tuple(Row(tier.say_bounds(self._unit), say_yuan(tier.amount), tier.phrase) for tier in self.tiers)
        return (Table(CATALOGUE[self.by].short, rows, self.below, self.explain()),)

    @property
    def rise(self) -> Rise:
        """It rises at each tier."""
        return Rise(self.by, (0, *self._starts()), self, below=self.below, doubts=self._pair_overlaps())

    def landmarks(self) -> Landmarks:
        """Both sides of every tier's start, by the default reading."""
        return {self.by: tuple(self._starts())}

    @property
    def _unit(self) -> str:
        return find_question("", self.by, Count).unit

    def _starts(self) -> Iterator[int]:
        least = find_question("", self.by, Count).least
        starts = [max(tier.first, lower.high + 1) for lower, tier in pairwise(self.tiers) if lower.high is not None]
        for start in (self.tiers[0].first, *starts):
            yield from (number for number in (start, start - 1) if number >= least)

    def _pair_overlaps(self) -> tuple[tuple[int, Reading], ...]:
        """Each number that stands in two tiers, with the reading of it."""
        shared = (
            upper.low for lower, upper in pairwise(self.tiers) if upper.low is not None and upper.low == lower.high
        )
        return tuple(zip(shared, self.overlaps, strict=True))

    def _tiers_in_force(self, case: Case) -> tuple[Tier, ...]:
        """The tiers without their overlaps, as the case's readings part them."""
        tiers, readings = list(self.tiers), iter(self.overlaps)
        for place, (lower, upper) in enumerate(pairwise(self.tiers)):
            if lower.high is not None and lower.high == upper.low:
                if case.takes_other(next(readings).id):
                    tiers[place] = replace(tiers[place], high=lower.high - 1)
                else:
                    tiers[place + 1] = replace(tiers[place + 1], low=lower.high + 1)
        return tuple(tiers)
