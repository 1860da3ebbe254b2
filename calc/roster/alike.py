"""Ask once for all combinations that are alike: of days, a word may see no more than their order, or whole months."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from operator import getitem
from typing import Any, NamedTuple

from calc.roster.column import Column, Value, fill
from calc.roster.memory import Kept, Memory
from calc.roster.numbering import Codes, repeat
from calc.roster.reckoning import compare, find_firsts, number, rename

OWN = -1


class Own(NamedTuple):
    """How to say of another what was told of the first, and the places of the columns by whose values that differs."""

    say: Callable[..., Any]
    places: tuple[int, ...]


HandOn = Callable[[Value, Sequence[Any]], Own | None]
"""Of an answer and what it was given for: None where it holds of all that are alike, else how to say it of another."""


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
    saying: list[Own] = []
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
        each = [*_say_own(each, combined, saying, known)]
    return Column(rename(codes, each), list(known))


def _say_own(
    names: Iterable[int], combined: Sequence[Combined], saying: Sequence[Own], known: dict[Value, int]
) -> Iterator[int]:
    """The code of what is told of each combination; of those with the same values at the places it is said once."""
    given = [column.values for column, _ in combined]
    said: dict[tuple[int, ...], int] = {}
    for name, *own in zip(names, *(numbers for _, numbers in combined), strict=True):
        if name >= 0:
            yield name
            continue
        say, places = saying[OWN - name]
        key = (name, *[own[place] for place in places])
        if key not in said:
            said[key] = known.setdefault(say(*map(getitem, given, own)), len(known))
        yield said[key]
