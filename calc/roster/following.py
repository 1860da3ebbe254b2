"""What follows from the answers of every row, and which rows contradict themselves.

The words are those of one person (calc/facts/consistency.py). Each is asked once for each distinct combination of what
is known of its facts, until none tells anything new. What a word complains of, its narrowing shows too.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from math import prod
from operator import or_
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint, LeavesNothing, Reaches, Stay
from calc.facts.known import ANYTHING, Known
from calc.facts.possible import Possible, exactly, only
from calc.facts.questions import Answer, Day
from calc.roster.column import Column, ask_once, fill, split
from calc.roster.memory import Kept, Memory
from calc.values.ranges import Number, Range

EVER, FOREVER = date.min.toordinal(), date.max.toordinal() + 1
DEAR = 64
"""A word is asked in the time in which so many rows are numbered."""


class State(NamedTuple):
    """What is known of an answer: what it can still be (None: anything), what it is, and whether it was given."""

    left: Possible | None = None
    answer: Answer | None = None
    is_given: bool = False


NOTHING = State()
Answered = Mapping[str, Column[Answer | None]]
States = Mapping[str, Column[State]]
Told = tuple[State | bool | None, ...]


@dataclass(frozen=True)
class Followed:
    """What is known of every fact, row by row, and whether the answers of a row contradict each other."""

    states: States
    contradicts: Column[bool]


@dataclass(frozen=True, eq=False)
class Piece:
    """A word about so few facts as it can be told of at once; `days` are the places of those that it only compares."""

    word: Constraint
    facts: tuple[str, ...]
    days: tuple[int, ...] = ()
    _told: dict[Hashable, Told] = field(default_factory=dict)

    def speak(self, *before: State) -> Told:
        """What it tells of each fact, None where that is nothing new; last, whether answers contradict each other.

        Of days in the same order a word that only compares them tells the same, unless it hands a day on.
        """
        if not self.days:
            return self._speak(before)
        alike = self._put_in_order(before)
        if alike in self._told:
            return self._told[alike]
        told = self._speak(before)
        if not any(told[place] for place in self.days):
            self._told[alike] = told
        return told

    def _put_in_order(self, before: tuple[State, ...]) -> Hashable:
        """What is known, with the places of the days' bounds in their order in place of the days."""
        each = [_bound(before[place].left) for place in self.days]
        bounds = [bound for pair in each for bound in pair]
        order = sorted({*bounds})
        others = (state for place, state in enumerate(before) if place not in self.days)
        given = (before[place].is_given for place in self.days)
        return (*map(order.index, bounds), *map(bool, each), *given, *others)

    def _speak(self, before: tuple[State, ...]) -> Told:
        told = dict(zip(self.facts, before, strict=True))
        known = Known(
            {fact: state.answer for fact, state in told.items() if state.is_given and state.answer is not None}
        )
        known.left.update((fact, state.left) for fact, state in told.items() if state.left is not None)
        self.word.narrow(known)
        return (*(_narrow(fact, state, known) for fact, state in told.items()), bool(known.conflicts))


def _bound(left: Possible | None) -> tuple[Number, ...]:
    """The bounds of a day, if there ever is one."""
    if left is None:
        return (EVER, FOREVER)
    return (left.low, FOREVER if left.high is None else left.high) if isinstance(left, Range) else ()


def _narrow(fact: str, before: State, known: Known) -> State | None:
    left = known.left.get(fact)
    if before.is_given or left is None or left == before.left or left == ANYTHING[fact]:
        return None
    return State(left, only(CATALOGUE[fact], left))


def _take_apart(word: Constraint) -> Iterator[Piece]:
    match word:
        case Reaches(fact, others) | LeavesNothing(_, fact, _, others):
            for other in dict.fromkeys(others):
                if other != fact:  # the day asked is one of the days that it reaches
                    yield _cut(replace(word, others=(other,)), (fact, other))
        case Stay(start=start, ongoing=ongoing, end=end):
            if end:  # only what has a last day tells one of its facts by another
                yield _cut(word, (start, ongoing, end))
        case _:
            yield _cut(word, tuple(sorted(word.facts)))


def _cut(word: Constraint, facts: tuple[str, ...]) -> Piece:
    days = tuple(place for place, fact in enumerate(facts) if isinstance(CATALOGUE[fact], Day))
    return Piece(word, facts, days if isinstance(word, Reaches | Stay) else ())


PIECES = tuple(piece for word in CONSTRAINTS for piece in _take_apart(word))


def follow(answered: Answered, rows: int, memory: Memory) -> Followed:
    """Find what follows from the answers; None in a column is an answer that nobody knows."""
    unknown = fill(NOTHING, rows)
    states = {fact: ask_once([column], _give, rows) for fact, column in answered.items()}
    contradicts = fill(False, rows)
    touched = {*states}
    while touched:
        heard, touched = touched, set[str]()
        for piece in PIECES:
            columns = [states.get(fact, unknown) for fact in piece.facts]
            if (heard | touched).isdisjoint(piece.facts) or _tells_nothing(piece, columns, rows):
                continue
            kept = None if piece.days else Kept(memory, piece)  # days that are alike in order it keeps itself
            *news, conflicts = split(ask_once(columns, piece.speak, rows, kept), len(columns) + 1)
            if [*conflicts.values] != [False]:
                contradicts = ask_once([contradicts, conflicts], or_, rows)
            told = {fact: new for fact, new in zip(piece.facts, news, strict=True) if [*new.values] != [None]}
            states.update((fact, _renew(states.get(fact, unknown), new, rows)) for fact, new in told.items())
            touched |= told.keys()
    return Followed(states, contradicts)


def _give(answer: Answer | None) -> State:
    return NOTHING if answer is None else State(exactly(answer), answer, is_given=True)


def _renew(before: Column[State], new: Column[State | None], rows: int) -> Column[State]:
    return ask_once([before, new], lambda known, told: known if told is None else told, rows)


def _tells_nothing(piece: Piece, columns: list[Column[State]], rows: int) -> bool:
    """Decide whether the values alone show, few as they are, that it tells nothing in any row."""
    values = [column.values for column in columns]
    nothing = (*[None] * len(columns), False)
    return prod(map(len, values)) * DEAR <= rows and all(piece.speak(*each) == nothing for each in product(*values))
