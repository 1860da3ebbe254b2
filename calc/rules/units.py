"""Lengths of time as the documents write them: 1 年, 6 个月, 60 天."""

from dataclasses import dataclass

YEARS, MONTHS, DAYS = "年", "个月", "天"


@dataclass(frozen=True)
class Length:
    """A number as written in the text (None where it is only implied), its unit, and its length in months or days."""

    written: int | None
    unit: str
    count: int

    def fits(self, unit: str) -> bool:
        """Whether it can be compared with a number of some unit; years can with months."""
        return self.unit == unit or (self.unit, unit) == (YEARS, MONTHS)

    def __str__(self) -> str:
        return f"{self.written or self.count} {self.unit}"


def years(number: int) -> Length:
    """So many complete years."""
    return Length(number, YEARS, number * 12)


def months(number: int) -> Length:
    """So many complete months."""
    return Length(number, MONTHS, number)


def days(number: int) -> Length:
    """So many days."""
    return Length(number, DAYS, number)


def one(unit: str) -> Length:
    """One, where the text says so without a number."""
    return Length(None, unit, 1)


def count_of(number: int | Length) -> int:
    """The number to compare with: months for years and months, days for days, else the number itself."""
    return number.count if isinstance(number, Length) else number
