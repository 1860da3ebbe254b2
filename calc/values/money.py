"""Exact money: yuan as fractions, never floats, and sums that may still be open."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from calc.values.ranges import Range

FEN = Fraction(1, 100)
ZERO = Fraction(0)


def yuan(amount: int | str) -> Fraction:
    """An exact sum in yuan: yuan(20_000), yuan("0.5")."""
    return Fraction(amount)


def round_to_fen(amount: Fraction) -> Fraction:
    """Round to the fen, half up: our convention, the documents name none."""
    if amount.denominator == 1:
        return amount
    return (amount / FEN + Fraction(1, 2)).__floor__() * FEN


def spell_decimal(amount: Fraction) -> str:
    """A number with exactly two decimals, as the answer's contract writes sums: 20000.00."""
    if amount.denominator == 1:
        return f"{amount.numerator}.00"
    fen = round_to_fen(amount) / FEN
    sign, fen_left = ("-", -fen) if fen < 0 else ("", fen)
    return f"{sign}{int(fen_left) // 100}.{int(fen_left) % 100:02d}"


def group_thousands(amount: Fraction) -> str:
    """A sum with its thousands apart, and two decimals unless it is whole: 20,000 or 20,000.50."""
    if amount.denominator == 1:
        return f"{amount.numerator:,}"
    whole, decimals = spell_decimal(amount).split(".")
    return f"{int(whole):,}" if decimals == "00" else f"{int(whole):,}.{decimals}"


def say_yuan(amount: Fraction) -> str:
    """A sum for people: 20,000 元."""
    return f"{group_thousands(amount)} 元"


def say_exactly(amount: Fraction) -> str:
    """A sum on the way to a result, with as many decimals as it has (at most four, then said to be about)."""
    if (amount * 100).denominator == 1:
        return say_yuan(amount)
    scaled = amount * 10_000
    digits = f"{int(scaled):05d}"
    about = "" if scaled.denominator == 1 else "约 "
    return f"{about}{int(digits[:-4]):,}.{digits[-4:].rstrip('0')} 元"


def spell_percent(share: Fraction) -> str:
    """A share in percent with two decimals, cut off so that what falls short never looks reached."""
    hundredths = int(share * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


class Kind(StrEnum):
    """How far a document fixes a sum."""

    EXACT = "exact"
    CEILING = "ceiling"
    FLOOR = "floor"
    ESTIMATE = "estimate"
    RANGE = "range"
    NOT_STATED = "not_stated"
    IN_KIND = "in_kind"


@dataclass(frozen=True)
class Amount:
    """A sum in yuan between `low` and `high` (None: no upper end); without numbers when not stated or in kind."""

    kind: Kind
    low: Fraction = ZERO
    high: Fraction | None = None

    @property
    def is_counted(self) -> bool:
        """Whether there is a number at all."""
        return self.kind not in (Kind.NOT_STATED, Kind.IN_KIND)

    def times(self, count: Range) -> "Amount":
        """The sum for every unit counted."""
        if not self.is_counted:
            return self
        low = self.low * Fraction(count.low)
        if count.high == 0 or self.high == 0:
            high: Fraction | None = ZERO
        elif count.high is None or self.high is None:
            high = None
        else:
            high = self.high * Fraction(count.high)
        kind = self.kind
        is_open = (
            (kind is Kind.EXACT and low != high)
            or (kind is Kind.CEILING and high is None)
            or (kind is Kind.ESTIMATE and not count.is_exact)
        )
        if is_open:
            kind = Kind.RANGE
        return Amount(kind, low, high)

    def scaled(self, factor: Fraction) -> "Amount":
        """A share or a multiple of the sum."""
        high = None if self.high is None else self.high * factor
        return Amount(self.kind, self.low * factor, high)

    def plus(self, other: "Amount") -> "Amount":
        """Add another sum; a sum without a number adds nothing to one with a number."""
        if not other.is_counted:
            return self
        if not self.is_counted:
            return other
        high = None if self.high is None or other.high is None else self.high + other.high
        low = self.low + other.low
        kind = self.kind if self.kind is other.kind else Kind.RANGE
        return Amount(Kind.EXACT if low == high else kind, low, high)

    def minus(self, other: "Amount") -> "Amount":
        """What is left of a sum, never below nothing."""
        low = ZERO if other.high is None else max(self.low - other.high, ZERO)
        high = None if self.high is None else max(self.high - other.low, ZERO)
        return Amount(Kind.EXACT if low == high else Kind.RANGE, low, high)

    def without(self, part: "Amount") -> "Amount":
        """Take off a part that is paid at another time."""
        high = None if self.high is None or part.high is None else self.high - part.high
        return Amount(self.kind, self.low - part.low, high)

    def or_nothing(self) -> "Amount":
        """The sum, or nothing, while it is open whether the provision applies at all."""
        if not self.is_counted:
            return self
        kind = self.kind if self.kind is Kind.CEILING else Kind.RANGE
        return Amount(kind, ZERO, self.high)

    def as_ceiling(self) -> "Amount":
        """The sum as a ceiling (不超过): anything from nothing to it."""
        if not self.is_counted:
            return self
        return Amount(Kind.RANGE) if self.high is None else up_to(self.high)

    def as_floor(self) -> "Amount":
        """The sum as a floor (不低于): the sum or more. While the sum is open, its least is no floor of the text."""
        if not self.is_counted:
            return self
        return no_less_than(self.low) if self.low == self.high else Amount(Kind.RANGE, self.low)

    def as_estimate(self) -> "Amount":
        """The sum as one that is only expected (预计): nothing of it is sure. While open it is no estimate yet."""
        if not self.is_counted:
            return self
        return Amount(Kind.ESTIMATE if self.kind is Kind.EXACT else Kind.RANGE, ZERO, self.high)

    def rounded(self) -> "Amount":
        """The sum in whole fen."""
        if not self.is_counted:
            return self
        high = None if self.high is None else round_to_fen(self.high)
        return Amount(self.kind, round_to_fen(self.low), high)


def exactly(amount: Fraction) -> Amount:
    """A sum the document fixes."""
    return Amount(Kind.EXACT, amount, amount)


def up_to(amount: Fraction) -> Amount:
    """A ceiling (不超过): anything from nothing to the sum."""
    return Amount(Kind.CEILING, ZERO, amount)


def no_less_than(amount: Fraction) -> Amount:
    """A floor (不低于): the sum or more."""
    return Amount(Kind.FLOOR, amount, None)


NOT_STATED = Amount(Kind.NOT_STATED)
IN_KIND = Amount(Kind.IN_KIND)


def say_amount(amount: Amount, unit: str = " 元") -> str:
    """An amount in words: 20,000 元, 最高 …, 不低于 …, 预计 …, … 至 …, … 起, or why it is no number."""
    if amount.kind is Kind.NOT_STATED:
        return "按规定"
    if amount.kind is Kind.IN_KIND:
        return "不发现金"
    low, high = (None if sum_ is None else f"{group_thousands(sum_)}{unit}" for sum_ in (amount.low, amount.high))
    if amount.kind is Kind.CEILING and high:
        return f"最高 {high}"
    if amount.kind is Kind.FLOOR:
        return f"不低于 {low}"
    if amount.kind is Kind.ESTIMATE:
        return f"预计 {high}"
    if low == high:
        return f"{low}"
    return f"{low} 起" if high is None else f"{low} 至 {high}"


def spell_amount(amount: Amount | None) -> str:
    """An amount as the case tables write it: 20,000.00, 最高 1,000.00, 不低于 500,000.00, 预计 5.00, 0.00 至 9.00."""
    return "" if amount is None else say_amount(amount, unit="")


def one_of(amounts: Iterable[Amount]) -> Amount:
    """The sum while it is open which of several applies: from the least to the most of them."""
    options = list(amounts)
    counted = [option for option in options if option.is_counted]
    if not counted:
        return options[0]
    low = min(option.low for option in counted) if len(counted) == len(options) else ZERO
    highs = [option.high for option in counted if option.high is not None]
    high = max(highs) if len(highs) == len(counted) else None
    kinds = {option.kind for option in options}
    if low == high:
        kind = Kind.EXACT
    elif kinds == {Kind.CEILING}:
        kind = Kind.CEILING
    elif kinds == {Kind.FLOOR}:
        kind = Kind.FLOOR
    else:
        kind = Kind.RANGE
    return Amount(kind, low, high)
