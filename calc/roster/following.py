"""What follows from the answers of every row, and which rows contradict themselves.

The words are those of one person (calc/facts/consistency.py). Each is asked once for each distinct combination of what
is known of its facts, until none tells anything new.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint, LeavesNothing, Reaches, Stay
from calc.facts.known import ANYTHING, Known
from calc.facts.possible import Possible, exactly, only
from calc.facts.questions import Answer
from calc.roster.column import Column, ask_once, fill, split

FEW = 4_096
"""So many combinations of values are tried before any row is looked at: mostly none of them tells anything."""


class State(NamedTuple):
    """What is known of an answer: what it can still be (None: anything), what it is, and whether it was given."""

    left: Possible | None = None
    answer: Answer | None = None
    is_given: bool = False


NOTHING = State()
Answered = Mapping[str, Column[Answer | None]]
States = Mapping[str, Column[State]]


@dataclass(frozen=True)
class Followed:
    """What is known of every fact, row by row, and whether the answers of a row contradict each other."""

    states: States
    contradicts: Column[bool]


@dataclass(frozen=True)
class Piece:
    """A word about so few facts as it can be told of at once."""

    word: Constraint
    facts: tuple[str, ...]

    def speak(self, *before: State) -> tuple[State | bool | None, ...]:
        """What it tells of each fact, None where that is nothing new; last, whether answers contradict each other."""
        told = dict(zip(self.facts, before, strict=True))
        given = {fact: state.answer for fact, state in told.items() if state.is_given and state.answer is not None}
        known = Known(given)
        known.left.update((fact, state.left) for fact, state in told.items() if state.left is not None)
        self.word.narrow(known)
        after = (_narrow(fact, state, known) for fact, state in told.items())
        return (*after, bool(known.conflicts) or any(True for _ in self.word.complain(given)))


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
                    yield Piece(replace(word, others=(other,)), (fact, other))
        case Stay(start=start, ongoing=ongoing, end=end):
            if end:  # only what has a last day tells one of its facts by another
                yield Piece(word, (start, ongoing, end))
        case _:
            yield Piece(word, tuple(sorted(word.facts)))


PIECES = tuple(piece for word in CONSTRAINTS for piece in _take_apart(word))


def follow(answered: Answered, rows: int) -> Followed:
    """Find what follows from the answers; None in a column is an answer that nobody knows."""
    unknown = fill(NOTHING, rows)
    states = {fact: ask_once([column], _give, rows) for fact, column in answered.items()}
    contradicts = bytearray(rows)
    touched = {*states}
    while touched:
        heard, touched = touched, set[str]()
        for piece in PIECES:
            if not (heard | touched).isdisjoint(piece.facts):
                columns = [states.get(fact, unknown) for fact in piece.facts]
                if _tells_nothing(piece, columns):
                    continue
                *news, conflicts = split(ask_once(columns, piece.speak, rows), len(piece.facts) + 1)
                if len(conflicts.values) > 1 or conflicts.values[0]:
                    contradicts = bytearray(map(max, contradicts, conflicts))
                for fact, column, new in zip(piece.facts, columns, news, strict=True):
                    if new.values != [None]:
                        states[fact] = ask_once([column, new], _renew, rows)
                        touched.add(fact)
    return Followed(states, Column(bytes(contradicts), [False, True]))


def _give(answer: Answer | None) -> State:
    return NOTHING if answer is None else State(exactly(answer), answer, is_given=True)


def _renew(before: State, new: State | None) -> State:
    return before if new is None else new


def _tells_nothing(piece: Piece, columns: list[Column[State]]) -> bool:
    """Decide whether the values alone show, few as they are, that it tells nothing in any row."""
    values = [column.values for column in columns]
    nothing = (*[None] * len(columns), False)
    return prod(map(len, values)) <= FEW and all(piece.speak(*each) == nothing for each in product(*values))
