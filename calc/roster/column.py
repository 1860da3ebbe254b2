"""A column of a table as codes into its distinct values, and how to ask once for each distinct combination of them."""

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any, Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)
Codes = Sequence[int]
INTEGER = "i"


@dataclass(frozen=True, eq=False)
class Column(Generic[Value]):
    """For each row the code of its value; every value stands in the column at least once, each at one place."""

    codes: Codes
    values: Sequence[Value]

    def __iter__(self) -> Iterator[Value]:
        """The values, row by row."""
        return map(self.values.__getitem__, self.codes)

    def __getitem__(self, row: int) -> Value:
        return self.values[self.codes[row]]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def counts(self) -> dict[Value, int]:
        """How many rows have each value."""
        found = Counter(self.codes)
        return {value: found[code] for code, value in enumerate(self.values)}


def encode(cells: Iterable[Value]) -> Column[Value]:
    """Number the distinct values of some cells, in the order of their first row."""
    known: dict[Value, int] = {}
    codes = array(INTEGER, [known.setdefault(cell, len(known)) for cell in cells])
    return Column(codes, list(known))


def fill(value: Value, rows: int) -> Column[Value]:
    """A column of one value."""
    return Column(array(INTEGER, bytes(rows * array(INTEGER).itemsize)), [value])


def ask_once(columns: Sequence[Column[Any]], ask: Callable[..., Value], rows: int) -> Column[Value]:
    """Ask with a value of each column, once for each distinct combination; rows with equal answers share a code."""
    live = [place for place, column in enumerate(columns) if len(column.values) > 1]
    given = [column.values[0] if column.values else None for column in columns]
    if not live or not rows:
        return fill(ask(*given), rows)
    codes, combinations = _number([columns[place].codes for place in live])
    known: dict[Value, int] = {}
    renamed = []
    for combination in combinations:
        for place, code in zip(live, combination, strict=True):
            given[place] = columns[place].values[code]
        renamed.append(known.setdefault(ask(*given), len(known)))
    if len(renamed) > 1:
        codes = array(INTEGER, map(renamed.__getitem__, codes))
    return Column(codes, list(known))


def split(column: Column[tuple[Any, ...]], width: int) -> list[Column[Any]]:
    """Take a column of tuples apart into a column for each place."""
    parts = []
    for place in range(width):
        known: dict[Any, int] = {}
        renamed = [known.setdefault(value, len(known)) for value in map(itemgetter(place), column.values)]
        parts.append(Column(array(INTEGER, map(renamed.__getitem__, column.codes)), list(known)))
    return parts


def _number(codes: Sequence[Codes]) -> tuple[Codes, Iterable[tuple[int, ...]]]:
    """Number the distinct combinations of several codes in a row."""
    if len(codes) == 1:
        known = dict.fromkeys(codes[0])
        if all(place == code for place, code in enumerate(known)):
            return codes[0], [(code,) for code in known]
    table: dict[tuple[int, ...], int] = {}
    numbered = array(INTEGER, [table.setdefault(each, len(table)) for each in zip(*codes, strict=True)])
    return numbered, table
