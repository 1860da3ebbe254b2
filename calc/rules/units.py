"""Lengths of time as the documents write them: 1 年, 6 个月, 60 天."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Length:
    """A number as written in the text, its unit, and the same length in months or days."""

    written: int
    unit: str
    count: int

    def __str__(self) -> str:
        return f"{self.written} {self.unit}"


def years(number: int) -> Length:
    """So many complete years."""
    return Length(number, "年", number * 12)


def months(number: int) -> Length:
    """So many complete months."""
    return Length(number, "个月", number)


def days(number: int) -> Length:
    """So many days."""
    return Length(number, "天", number)


def count_of(number: int | Length) -> int:
    """The number to compare with: months for years and months, days for days, else the number itself."""
    return number.count if isinstance(number, Length) else number


def written_in(number: int | Length) -> int:
    """The number as it stands in the text."""
    return number.written if isinstance(number, Length) else number
