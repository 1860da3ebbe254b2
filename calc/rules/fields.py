"""What the type of a field says: the word asks for its value, or the word's phrase names its numbers."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, TypeVar

from calc.rules.case import Window
from calc.rules.quantities import DaysInTerm, Span
from calc.rules.units import Length


class Role(Enum):
    """What a field is for."""

    ASKED = "asked"
    WRITTEN = "written"
    PERCENT = "percent"


Value = TypeVar("Value")

Asked = Annotated[Value, Role.ASKED]
"""A fact, or a span that is found from several; an empty name asks nothing."""
Fact = Asked[str]
Quantity = Asked[str | Span | DaysInTerm]
Written = Annotated[Value, Role.WRITTEN]
"""Numbers as the phrase has them: counts, sums, lengths, days. A word inside has its own."""
Percent = Annotated[Value, Role.PERCENT]
"""A percentage that the phrase names."""


def facts_of(quantity: Quantity) -> tuple[str, ...]:
    """The facts from which a quantity is found."""
    return (quantity,) if isinstance(quantity, str) else quantity.facts


def list_asked(word: Any) -> tuple[str | Span | DaysInTerm, ...]:
    """The facts and spans that the fields of a word ask for, in their order."""
    asked = (getattr(word, name) for name, role in _list_roles(word.__class__) if role is Role.ASKED)
    return tuple(quantity for quantity in asked if quantity)


def list_numbers(word: Any) -> tuple[Fraction, ...]:
    """The numbers that the fields of a word claim of its phrase, in their order."""
    return tuple(number for name, role in _list_roles(word.__class__) for number in _read(getattr(word, name), role))


@cache
def _list_roles(kind: type) -> tuple[tuple[str, Role], ...]:
    """The fields of a kind of word that have a role: the dataclass does not change, and is asked for every answer."""
    marked = ((field.name, getattr(field.type, "__metadata__", ())) for field in fields(kind))
    return tuple((name, role) for name, marks in marked for role in marks)


def _read(value: object, role: Role) -> Iterator[Fraction]:
    match role, value:
        case Role.PERCENT, int(percent):
            yield Fraction(percent, 100)
        case Role.WRITTEN, (int() | Fraction()) as number:
            yield Fraction(number)
        case Role.WRITTEN, Length(written=int(number)):
            yield Fraction(number)
        case Role.WRITTEN, date() as day if day != Window.EVER:
            yield from map(Fraction, (day.year, day.month, day.day))
        case Role.WRITTEN, tuple(values):
            for each in values:
                yield from _read(each, role)
