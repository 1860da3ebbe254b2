"""Ask once for all combinations that are alike: of days, a word may see no more than their order, or whole months."""

from collections.abc import Callable, Hashable, Sequence
from operator import getitem
from typing import Any, NamedTuple

from calc.roster.column import Column, Value, fill
from calc.roster.memory import Kept, Memory
from calc.roster.numbering import Codes, repeat
from calc.roster.reckoning import compare, find_firsts, number, rename

OWN = -1
HandOn = Callable[[Value, Sequence[Any]], Callable[..., Value] | None]
"""Of an answer and what it was given for: None where it holds of all that are alike, else what says it of another."""


class Combined(NamedTuple):
    """A column, and the code of its value in each combination."""

    column: Column[Any]
    codes: Codes

    def tell(self, tell: Callable[[Any], int]) -> Codes:
        """A whole number told of the value, combination by combination."""
        return rename(self.codes, self.column.tell(tell))

    def name(self, memory: Memory) -> "Key":
        """The value itself, by the name that it has in all tables."""
        return Key(self.codes, len(self.column.values), memory.name(self.column, self.column.values))

    def see(self, seen: Sequence[tuple[Codes, int]]) -> "Key":
        """What is seen of the value, equal for many of them: of each value some numbers, with the bounds of these."""
        if not seen:
            return Key(fill(0, len(self.codes)).codes, 1)
        codes, parts = number([numbers for numbers, _ in seen], [size for _, size in seen])
        names = [*zip(*parts, strict=True)]
        return Key(rename(self.codes, codes), len(names), names)


def compare_all(numbers: Codes, marks: Sequence[int]) -> list[tuple[Codes, int]]:
    """How numbers lie to each of some marks, each with the bound of what tells it."""
    return [(compare(numbers, repeat(mark, len(numbers))), 3) for mark in marks]


class Key(NamedTuple):
    """Numbers below `size` that tell combinations apart, and the `names` that they have in all tables, if others."""

    codes: Codes
    size: int
    names: Sequence[Hashable] | None = None

    def call(self, code: int) -> Hashable:
        """The name of a number."""
        return code if self.names is None else self.names[code]


def tell_order(one: Codes, other: Codes) -> Key:
    """Tell by the order of two numbers."""
    return Key(compare(one, other), 3)


def ask_alike(
    columns: Sequence[Column[Any]],
    tell_apart: Callable[[Sequence[Combined]], Sequence[Key]],
    ask: Callable[..., Value],
    rows: int,
    kept: Kept,
    hand_on: HandOn[Value] | None = None,
) -> Column[Value]:
    """Ask with the first of all combinations that `tell_apart` does not tell apart.

    What holds of the first alone (`hand_on`) is said anew for each of them.
    """
    live = [place for place, column in enumerate(columns) if len(column.values) > 1]
    if not live or not rows:
        return fill(ask(*(column.values[0] if column.values else None for column in columns)), rows)
    codes, parts = number([columns[place].codes for place in live], [len(columns[place].values) for place in live])
    nothing = fill(0, len(parts[0])).codes
    combined = [
        Combined(column, parts[live.index(place)] if place in live else nothing) for place, column in enumerate(columns)
    ]
    keys = tell_apart(combined)
    classes, names = number([key.codes for key in keys], [key.size for key in keys])
    answers = kept.memory.keep(kept.part)
    known: dict[Value, int] = {}
    shared: list[int] = []
    saying: list[Callable[..., Value]] = []
    called = [map(key.call, numbers) for key, numbers in zip(keys, names, strict=True)]
    for first, key in zip(find_firsts(classes, len(names[0])), zip(*called, strict=True), strict=True):
        if key not in answers:
            given = [column.values[numbers[first]] for column, numbers in combined]
            answer = ask(*given)
            answers[key] = answer, hand_on(answer, given) if hand_on else None
        answer, say = answers[key]
        shared.append(OWN - len(saying) if say else known.setdefault(answer, len(known)))
        saying += [say] if say else []
    each = rename(classes, shared)
    if saying:
        given = [column.values for column in columns]
        own = zip(*(numbers for _, numbers in combined), strict=True)
        each = [
            known.setdefault(saying[OWN - name](*map(getitem, given, own_codes)), len(known)) if name < 0 else name
            for name, own_codes in zip(each, own, strict=True)
        ]
    return Column(rename(codes, each), list(known))
