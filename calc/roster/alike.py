"""Ask once for all combinations that are alike: of days, a word may see no more than their order, or whole months."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from calc.roster.column import Column, Value, fill
from calc.roster.memory import Kept, Memory
from calc.roster.numbering import Codes
from calc.roster.reckoning import find_firsts, number, reckon, rename


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

    def see(self, see: Callable[[Any], Hashable]) -> "Key":
        """What is seen of the value, equal for many of them."""
        known: dict[Hashable, int] = {}
        names = [known.setdefault(see(value), len(known)) for value in self.column.values]
        return Key(rename(self.codes, names), len(known), list(known))


class Key(NamedTuple):
    """Numbers below `size` that tell combinations apart, and the `names` that they have in all tables, if others."""

    codes: Codes
    size: int
    names: Sequence[Hashable] | None = None

    def call(self, code: int) -> Hashable:
        """The name of a number."""
        return code if self.names is None else self.names[code]


def compare(one: Codes, other: Codes) -> Key:
    """Tell by the order of two numbers."""
    return Key(reckon(order, one, other), 3)


def order(one: Any, other: Any) -> Any:
    """Whether one number lies before the other (0), is the same (1), or lies behind it (2)."""
    return (one > other) * 1 + (one >= other)


def ask_alike(
    columns: Sequence[Column[Any]],
    tell_apart: Callable[[Sequence[Combined]], Sequence[Key]],
    ask: Callable[..., Value],
    rows: int,
    kept: Kept,
    is_shared: Callable[[Value], bool] = lambda _: True,
) -> Column[Value]:
    """Ask with the first of all combinations that `tell_apart` does not tell apart.

    Where its answer is not shared (`is_shared`), each of them is asked.
    """
    live = [place for place, column in enumerate(columns) if len(column.values) > 1]
    if not live or not rows:
        return fill(ask(*(column.values[0] if column.values else None for column in columns)), rows)
    codes, parts = number([columns[place].codes for place in live], [len(columns[place].values) for place in live])
    nothing = fill(0, len(parts[0])).codes
    combined = [
        Combined(column, parts[live.index(place)] if place in live else nothing) for place, column in enumerate(columns)
    ]
    varying = [combined[place] for place in live]
    keys = tell_apart(combined)
    classes, names = number([key.codes for key in keys], [key.size for key in keys])
    found = _Answers(combined, ask, kept)
    known: dict[Value, int] = {}
    shared = []
    called = [map(key.call, codes) for key, codes in zip(keys, names, strict=True)]
    for first, key in zip(find_firsts(classes, len(names[0])), zip(*called, strict=True), strict=True):
        answer = found.find("alike", key, first)
        shared.append(known.setdefault(answer, len(known)) if is_shared(answer) else -1)
    each = rename(classes, shared)
    if -1 in shared:
        named = [rename(each.codes, kept.memory.name(each.column, each.column.values)) for each in varying]
        each = [
            known.setdefault(found.find("each", own, place), len(known)) if name < 0 else name
            for place, (name, own) in enumerate(zip(each, zip(*named, strict=True), strict=True))
        ]
    return Column(rename(codes, each), list(known))


class _Answers(NamedTuple):
    """The answers to what was asked, now or of an earlier table."""

    combined: Sequence[Combined]
    ask: Callable[..., Any]
    kept: Kept

    def find(self, way: str, key: tuple[Hashable, ...], place: int) -> Any:
        answers = self.kept.memory.keep((self.kept.part, way, self._fixed if way == "each" else ()))
        if key not in answers:
            answers[key] = self.ask(*(column.values[codes[place]] for column, codes in self.combined))
        return answers[key]

    @property
    def _fixed(self) -> tuple[int, ...]:
        """The names of the values that are the same in all rows."""
        fixed = (column for column, _ in self.combined if len(column.values) == 1)
        return tuple(self.kept.memory.name(column, column.values)[0] for column in fixed)
