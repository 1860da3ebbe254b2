"""A column of a table as codes into its distinct values, and how to ask once for each distinct combination of them."""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Generic, TypeVar

from calc.roster.memory import Kept
from calc.roster.numbering import INTEGER, Codes
from calc.roster.reckoning import count, number, rename

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, eq=False)
class Column(Generic[Value]):
    """For each row the code of its value; every value stands in the column at least once, each at one place."""

    codes: Codes
    values: Sequence[Value]
    _told: dict[Callable[[Value], int], Sequence[int]] = field(default_factory=dict, repr=False)

    def tell(self, tell: Callable[[Value], int]) -> Sequence[int]:
        """A whole number told of each value; it is asked but once."""
        if tell not in self._told:
            self._told[tell] = [*map(tell, self.values)]
        return self._told[tell]

    def __iter__(self) -> Iterator[Value]:
        """The values, row by row."""
        return map(self.values.__getitem__, self.codes)

    def __getitem__(self, row: int) -> Value:
        return self.values[self.codes[row]]

    def __len__(self) -> int:
        return len(self.codes)


def encode(cells: Iterable[Value]) -> Column[Value]:
    """Number the distinct values of some cells, in the order of their first row."""
    known: dict[Value, int] = {}
    codes = array(INTEGER, [known.setdefault(cell, len(known)) for cell in cells])
    return Column(codes, list(known))


def fill(value: Value, rows: int) -> Column[Value]:
    """A column of one value."""
    return Column(array(INTEGER, bytes(rows * array(INTEGER).itemsize)), [value])


def pick(column: Column[Value], rows: Codes) -> Column[Value]:
    """The column of some rows alone."""
    codes, (kept,) = number([rename(rows, column.codes)], [len(column.values)])
    return Column(codes, [column.values[code] for code in kept])


def ask_once(
    columns: Sequence[Column[Any]], ask: Callable[..., Value], rows: int, kept: Kept | None = None
) -> Column[Value]:
    """Ask with a value of each column, once for each distinct combination; rows with equal answers share a code.

    What is `kept` of earlier tables is not asked again.
    """
    live = [place for place, column in enumerate(columns) if len(column.values) > 1]
    given = [column.values[0] if column.values else None for column in columns]
    if not live or not rows:
        return fill(ask(*given), rows)
    asked = [columns[place] for place in live]
    if len(asked) > 1:
        codes, parts = number([column.codes for column in asked], [len(column.values) for column in asked])
    else:
        codes, parts = asked[0].codes, [range(len(asked[0].values))]

    def ask_for(combination: Sequence[int]) -> Value:
        for place, column, code in zip(live, asked, combination):  # noqa: B905 – equally long, and asked most often
            given[place] = column.values[code]
        return ask(*given)

    find = ask_for if kept is None else _remember(columns, live, ask_for, kept)
    known: dict[Value, int] = {}
    names = [known.setdefault(find(combination), len(known)) for combination in zip(*parts, strict=True)]
    return Column(_rename(codes, names), list(known))


def _remember(
    columns: Sequence[Column[Any]], live: Sequence[int], ask: Callable[[Sequence[int]], Value], kept: Kept
) -> Callable[[Sequence[int]], Value]:
    """Ask for a combination of codes unless the answer is kept."""
    named = [kept.memory.name(column, column.values) for column in columns]
    fixed = tuple(-1 if place in live else names[0] for place, names in enumerate(named))
    answers = kept.memory.keep((kept.part, fixed))
    varying = [named[place] for place in live]

    def find(combination: Sequence[int]) -> Value:
        key = tuple([names[code] for names, code in zip(varying, combination)])  # noqa: B905 – as above
        try:
            found: Value = answers[key]
        except KeyError:
            found = answers[key] = ask(combination)
        return found

    return find


def split(column: Column[tuple[Any, ...]], width: int) -> list[Column[Any]]:
    """Take a column of tuples apart into a column for each place."""
    parts = []
    for place in range(width):
        known: dict[Any, int] = {}
        names = [known.setdefault(value, len(known)) for value in map(itemgetter(place), column.values)]
        parts.append(Column(_rename(column.codes, names), list(known)))
    return parts


def count_combinations(columns: Sequence[Column[Any]]) -> Iterator[tuple[tuple[Any, ...], int]]:
    """The distinct combinations of values in a row, in the order of their first row, each with its number of rows."""
    codes, parts = number([column.codes for column in columns], [len(column.values) for column in columns])
    for *combination, rows in zip(*parts, count(codes, len(parts[0])), strict=True):
        yield tuple(column.values[code] for column, code in zip(columns, combination, strict=True)), rows


def _rename(codes: Codes, names: Sequence[int]) -> Codes:
    return codes if all(place == name for place, name in enumerate(names)) else rename(codes, names)
