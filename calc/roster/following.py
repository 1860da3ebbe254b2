"""What follows from the answers of every row, and which rows contradict themselves.

The words are those of one person (calc/facts/consistency.py). Each is asked once for each distinct combination of what
is known of its facts, until none tells anything new. What a word complains of, its narrowing shows too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from math import prod
from operator import or_
from typing import Any, NamedTuple

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint, LeavesNothing, Reaches, Stay
from calc.facts.known import ANYTHING, Known
from calc.facts.possible import Possible, exactly, only
from calc.facts.questions import Answer, Day
from calc.roster.alike import Combined, Key, Own, ask_alike, tell_order
from calc.roster.column import Column, ask_once, fill, split
from calc.roster.memory import Kept, Memory
from calc.rules.word import unique
from calc.values.ranges import Number, Range

EVER, FOREVER = date.min.toordinal(), date.max.toordinal() + 1
KINDS = 6
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
Ends = dict[Number | None, tuple[int, str] | None]
"""The bounds of days, each with whose it is, and which end; None is whose that is no day's."""


@dataclass(frozen=True)
class Followed:
    """What is known of every fact, row by row, and whether the answers of a row contradict each other."""

    states: States
    contradicts: Column[bool]


@dataclass(frozen=True, eq=False)
class Piece:
    """A word about so few facts as it can be told of at once; of those at the places `days` it sees but their order."""

    word: Constraint
    facts: tuple[str, ...]
    days: tuple[int, ...] = ()

    def speak(self, *before: State) -> Told:
        """What it tells of each fact, None where that is nothing new; last, whether answers contradict each other."""
        told = dict(zip(self.facts, before, strict=True))
        known = Known(
            {fact: state.answer for fact, state in told.items() if state.is_given and state.answer is not None}
        )
        known.left.update((fact, state.left) for fact, state in told.items() if state.left is not None)
        self.word.narrow(known)
        return (*(_narrow(fact, state, known) for fact, state in told.items()), bool(known.conflicts))

    def tell_apart(self, memory: Memory, combined: Sequence[Combined]) -> Iterator[Key]:
        """Tell combinations apart by the order of their days, and by all else."""
        bounds = []
        for place, each in enumerate(combined):
            if place in self.days:
                yield Key(each.tell(_find_kind), KINDS)
                bounds += [each.tell(_find_low), each.tell(_find_high)]
            else:
                yield each.name(memory)
        yield from (tell_order(*pair) for pair in combinations(bounds, 2))

    def hand_on(self, told: Told, given: Sequence[State]) -> Own | None:
        """How to say what was told for other days in the same order: where it hands a day on, their own.

        None where no day is handed on: then the same is told of all.
        """
        ends: Ends = {EVER: None, None: None}
        for place in self.days:
            if isinstance(left := given[place].left, Range):
                ends |= {left.high: (place, "high"), left.low: (place, "low")}
        moves: dict[int, Move] = {}
        for place in self.days:
            state = told[place]
            if isinstance(state, State) and isinstance(left := state.left, Range):
                if left.low not in ends or left.high not in ends:
                    return Own(self.speak, tuple(range(len(self.facts))))
                moves[place] = Move(ends[left.low], ends[left.high], left)
        places = unique(end[0] for move in moves.values() for end in (move.low, move.high) if end)

        def say(*own: State) -> Told:
            return tuple(moves[place].take(own) if place in moves else each for place, each in enumerate(told))

        return Own(say, places) if places else None


class Move(NamedTuple):
    """Which days the bounds told of a day are, each None where it is no day's; `left` is what was told of the first."""

    low: tuple[int, str] | None
    high: tuple[int, str] | None
    left: Range

    def take(self, own: Sequence[State]) -> State:
        """What is told where these days are one's own."""
        return State(Range(_take(own, self.low, self.left.low), _take(own, self.high, self.left.high)))


def _take(own: Sequence[State], end: tuple[int, str] | None, constant: Any) -> Any:
    return constant if end is None else getattr(own[end[0]].left, end[1])


def _find_kind(state: State) -> int:
    """Whether a day was given, and whether it is any day, none, or one between bounds."""
    return state.is_given + 2 * (0 if state.left is None else 1 if isinstance(state.left, Range) else 2)


def _find_low(state: State) -> int:
    return int(state.left.low) if isinstance(state.left, Range) else EVER


def _find_high(state: State) -> int:
    high = state.left.high if isinstance(state.left, Range) else None
    return FOREVER if high is None else int(high)


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
    return Piece(word, facts, days if isinstance(word, Reaches | Stay | LeavesNothing) else ())


PIECES = tuple(piece for word in CONSTRAINTS for piece in _take_apart(word))


def follow(answered: Answered, rows: int, memory: Memory) -> Followed:
    """Find what follows from the answers; None in a column is an answer that nobody knows."""
    unknown = fill(NOTHING, rows)
    states = {fact: ask_once([column], give, rows) for fact, column in answered.items()}
    contradicts = fill(False, rows)
    touched = {*states}
    while touched:
        heard, touched = touched, set[str]()
        for piece in PIECES:
            columns = [states.get(fact, unknown) for fact in piece.facts]
            if (heard | touched).isdisjoint(piece.facts) or _tells_nothing(piece, columns, rows):
                continue
            *news, conflicts = split(_ask(piece, columns, rows, memory), len(columns) + 1)
            if [*conflicts.values] != [False]:
                contradicts = ask_once([contradicts, conflicts], or_, rows)
            told = {fact: new for fact, new in zip(piece.facts, news, strict=True) if [*new.values] != [None]}
            states.update((fact, _renew(states.get(fact, unknown), new, rows)) for fact, new in told.items())
            touched |= told.keys()
    return Followed(states, contradicts)


def _ask(piece: Piece, columns: list[Column[State]], rows: int, memory: Memory) -> Column[Told]:
    kept = Kept(memory, piece)
    if not piece.days:
        return ask_once(columns, piece.speak, rows, kept)
    return ask_alike(columns, lambda each: [*piece.tell_apart(memory, each)], piece.speak, rows, kept, piece.hand_on)


def give(answer: Answer | None) -> State:
    return NOTHING if answer is None else State(exactly(answer), answer, is_given=True)


def _renew(before: Column[State], new: Column[State | None], rows: int) -> Column[State]:
    return ask_once([before, new], lambda known, told: known if told is None else told, rows)


def _tells_nothing(piece: Piece, columns: list[Column[State]], rows: int) -> bool:
    """Decide whether the values alone show, few as they are, that it tells nothing in any row."""
    values = [column.values for column in columns]
    nothing = (*[None] * len(columns), False)
    return prod(map(len, values)) * DEAR <= rows and all(piece.speak(*each) == nothing for each in product(*values))
