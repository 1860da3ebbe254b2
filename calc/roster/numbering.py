"""Number the combinations of codes that stand in the rows of a table, and reckon with codes: in plain Python."""

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

Codes = Sequence[int]
INTEGER = "i"


def number(columns: Sequence[Codes], sizes: Sequence[int]) -> tuple[Codes, Sequence[Codes]]:
    """Number the distinct combinations in a row, in the order of their first row; `sizes` bound the codes.

    Beside the numbers stand, column by column, the codes of each combination.
    """
    if len(columns) == 1:
        seen = dict.fromkeys(columns[0])
        if all(place == code for place, code in enumerate(seen)):
            return columns[0], [array(INTEGER, seen)]
    known: dict[tuple[int, ...], int] = {}
    numbered = array(INTEGER, [known.setdefault(each, len(known)) for each in zip(*columns, strict=True)])
    return numbered, [array(INTEGER, part) for part in zip(*known, strict=True)] or [array(INTEGER) for _ in columns]


def find_firsts(codes: Codes, size: int) -> Codes:
    """The first row of each code; codes are numbered in the order of their first row."""
    firsts = array(INTEGER)
    for row, code in enumerate(codes):
        if code == len(firsts):
            firsts.append(row)
    return firsts


def rename(codes: Codes, names: Sequence[int]) -> Codes:
    """The codes by other names: each is the place of its name."""
    return array(INTEGER, map(names.__getitem__, codes))


def reckon(function: Callable[..., Any], *columns: Codes) -> Codes:
    """What a function of whole numbers comes to, row by row: written with operators alone it takes columns, too."""
    return array(INTEGER, map(function, *columns))


def repeat(number: int, rows: int) -> Codes:
    """The same number in every row."""
    return array(INTEGER, [number]) * rows


def compare(one: Codes, other: Codes) -> Codes:
    """How two columns of numbers lie to each other, row by row, as `order` tells it."""
    return array(INTEGER, map(order, one, other))


def order(one: int, other: int) -> int:
    """Whether a number lies before another (0), is the same (1), or lies behind it (2)."""
    return (one > other) + (one >= other)


def count(codes: Codes, size: int) -> Sequence[int]:
    """How many rows have each code."""
    found = Counter(codes)
    return [found[code] for code in range(size)]
