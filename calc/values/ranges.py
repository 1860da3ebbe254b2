"""Numbers that may not be known yet: what they could still be, from least to most."""

from dataclasses import dataclass
from fractions import Fraction

from calc.values.truth import Verdict

Number = int | Fraction


@dataclass(frozen=True)
class Range:
    """Every number from `low` to `high`, both included; `high` is None where there is no upper end."""

    low: Number
    high: Number | None

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"a range cannot run from {self.low} down to {self.high}")

    @classmethod
    def exactly(cls, number: Number) -> "Range":
        """A number that is known."""
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        """Whether only one number is left."""
        return self.low == self.high

    def is_at_least(self, bound: Number) -> Verdict:
        """Whether the number reaches the bound, the bound itself included."""
        if self.low >= bound:
            return Verdict.YES
        return Verdict.NO if self.high is not None and self.high < bound else Verdict.UNKNOWN

    def is_at_most(self, bound: Number) -> Verdict:
        """Whether the number stays within the bound, the bound itself included."""
        if self.high is not None and self.high <= bound:
            return Verdict.YES
        return Verdict.NO if self.low > bound else Verdict.UNKNOWN

    def meets(self, low: Number, high: Number | None) -> bool:
        """Whether some number of this range lies between the two bounds, both included."""
        return (high is None or self.low <= high) and (self.high is None or self.high >= low)

    def capped(self, most: Number | None) -> "Range":
        """The range with everything above `most` counted as `most`."""
        if most is None:
            return self
        return Range(min(self.low, most), most if self.high is None else min(self.high, most))

    def less(self, number: Number) -> "Range":
        """The range lowered by a number, never below zero."""
        zero: Number = 0
        high = None if self.high is None else max(self.high - number, zero)
        return Range(max(self.low - number, zero), high)

    def divided(self, number: int) -> "Range":
        """How often `number` fits completely into the range's numbers."""
        return Range(self.low // number, None if self.high is None else self.high // number)
