"""Rows that are alike: where no question tells some rows apart, the first of them is asked for all.

Nearly every row is distinct, for its days are. But what follows from answers sees no more of days than their order, and
a stay no more than whole months. So a million rows become some thousand classes: by all answers but days and by the
order of days, and for a provision by the stays that it measures, too. Which these are is seen, not declared. Where
anything else is read of days that differ, each row has to be asked.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple, TypeVar

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import LeavesNothing, Reaches, Stay
from calc.facts.questions import Day
from calc.roster.alike import Combined, Key, compare_all, tell_order
from calc.roster.column import Column, ask_once, fill, pick
from calc.roster.following import PIECES, Answered, Followed, State, States, follow, give
from calc.roster.memory import Memory
from calc.roster.numbering import Codes
from calc.roster.parts import Parts
from calc.roster.reckoning import find_firsts, number, rename
from calc.roster.stays import AS_OF, NEVER, list_days, number_or_never, tell_days_apart
from calc.roster.watched import Found, Quantity, Read
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.quantities import Span

Value = TypeVar("Value", bound=Hashable)
FEWER = 2
"""So many times fewer than rows the classes have to be, or asking the rows is as quick."""
DAYS = frozenset(fact for fact, question in CATALOGUE.items() if isinstance(question, Day))
RECKONED = frozenset(
    fact
    for word in CONSTRAINTS
    if not isinstance(word, Reaches | Stay | LeavesNothing) and not DAYS.isdisjoint(word.facts)
    for fact in word.facts - {AS_OF}
)
"""The facts of words that reckon with days. Without an answer to any of them, words only compare days."""
TELLING = frozenset(fact for piece in PIECES for fact in piece.facts)
"""The facts of which, or from which, anything follows."""


class NotToldApartError(Exception):
    """Something was read that may differ within a class."""

    def __init__(self, read: Read) -> None:
        self.read = read
        super().__init__(read)


@dataclass
class ClassParts(Parts):
    """The parts of provisions for classes. What may differ within a class is `untold`, unless a span was `measured`.

    Raises NotToldApartError where something untold is read.
    """

    measured: Mapping[Quantity, Column[Found]] = field(default_factory=dict)
    untold: frozenset[str] = frozenset()

    def _read(self, read: Read) -> Column[Any]:
        if isinstance(read, str) and read in self.untold:
            raise NotToldApartError(read)
        return super()._read(read)

    def measure(self, quantity: Quantity) -> Column[Found]:
        if quantity not in self.measured:
            raise NotToldApartError(quantity)
        return self.measured[quantity]


class Level(NamedTuple):
    """The class of each row, and the parts of the classes."""

    codes: Codes
    parts: ClassParts


@dataclass
class Classes:
    """Rows of which the same follows; and, for a provision, rows that have all in common that it reads."""

    policy: Policy
    others: frozenset[str]
    memory: Memory
    codes: Codes
    followed: Followed
    states: States
    """Row by row, what is known of all facts but days, and what was answered of days."""
    _levels: dict[tuple[Read, ...], Level | None] = field(default_factory=dict)
    _measured: dict[Span, Column[Found] | None] = field(default_factory=dict)

    @property
    def contradicts(self) -> Column[bool]:
        """Which rows have answers that contradict each other."""
        return _spread(self.followed.contradicts, self.codes)

    def ask(self, provision: Provision, ask: Callable[[Parts], Column[Value]]) -> Column[Value] | None:
        """Ask the classes, and tell of each row what was found of its class; None where they do not tell enough."""
        noted = self.memory.note((self.policy, self.others, provision, "classes"))
        reads: list[Read] = noted.setdefault("reads", self._guess_reads(provision))
        while level := self._open(tuple(reads)):
            try:
                return _spread(ask(level.parts), level.codes)
            except NotToldApartError as error:
                if error.read in DAYS or not isinstance(error.read, str | Span):
                    break
                reads.append(error.read)
        return None

    def _guess_reads(self, provision: Provision) -> list[Read]:
        """What a provision reads for all that is declared; what else it reads is seen."""
        apart = DAYS.union(*(span.facts for span in provision.spans))
        return [*provision.spans, *(fact for fact in provision.facts if fact not in apart)]

    def _open(self, reads: tuple[Read, ...]) -> Level | None:
        if reads not in self._levels:
            self._levels[reads] = self._tell_apart(reads)
        return self._levels[reads]

    def _tell_apart(self, reads: tuple[Read, ...]) -> Level | None:
        """Put rows together that have the same facts and stays; None where hardly any have."""
        measured = {read: self._measure(read) for read in reads if isinstance(read, Span)}
        found = {span: column for span, column in measured.items() if column is not None}
        told = {fact: column for fact, column in self.states.items() if fact in reads or _is_same(fact, column)}
        columns: list[Column[Any]] = [*told.values(), *found.values()]
        numbered = _number([Key(column.codes, len(column.values)) for column in columns], self.rows)
        if numbered is None or len(found) < len(measured):
            return None
        codes, firsts = numbered
        states = {fact: pick(column, firsts) for fact, column in told.items()}
        parts = ClassParts(
            *(self.policy, states, len(firsts), self.others, self.memory),
            measured={span: pick(column, firsts) for span, column in found.items()},
            untold=(DAYS | self.states.keys()) - told.keys(),
        )
        return Level(codes, parts)

    def _measure(self, span: Span) -> Column[Found] | None:
        """Measure a span, row by row; None where hardly any rows are alike."""
        if span not in self._measured:
            self._measured[span] = self._measure_classes(span)
        return self._measured[span]

    def _measure_classes(self, span: Span) -> Column[Found] | None:
        given = {fact: self.states[fact] for fact in span.facts if fact in self.states}
        days = {fact: Combined(column, column.codes) for fact, column in given.items() if fact in list_days(span)}
        keys = [Key(column.codes, len(column.values)) for fact, column in given.items() if fact not in days]
        keys += tell_days_apart(span, self.policy.term.windows(self.others).every, days)
        numbered = _number(keys, self.rows)
        if numbered is None:
            return None
        codes, firsts = numbered
        states = {fact: pick(column, firsts) for fact, column in given.items()}
        return _spread(Parts(self.policy, states, len(firsts), self.others, self.memory).measure(span), codes)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.codes)


def find_classes(
    policy: Policy, answered: Answered, rows: int, others: frozenset[str], memory: Memory
) -> Classes | None:
    """Put rows together of which the same follows; None where hardly any are alike, or where days are reckoned with."""
    if not rows or any(fact in RECKONED and {*column.values} != {None} for fact, column in answered.items()):
        return None
    given = {fact: ask_once([column], give, rows) for fact, column in answered.items()}
    telling = {fact: column for fact, column in answered.items() if fact in TELLING}
    keys = [Key(column.codes, len(column.values)) for fact, column in telling.items() if fact not in DAYS]
    keys += _tell_order_apart([Combined(column, column.codes) for fact, column in given.items() if fact in DAYS])
    numbered = _number(keys, rows)
    if numbered is None:
        return None
    codes, firsts = numbered
    followed = follow({fact: pick(column, firsts) for fact, column in telling.items()}, len(firsts), memory)
    told = {fact: _spread(column, codes) for fact, column in followed.states.items() if fact not in DAYS}
    return Classes(policy, others, memory, codes, followed, {**given, **told})


def _number(keys: list[Key], rows: int) -> tuple[Codes, Codes] | None:
    """The class of each row, and the first row of each class; None where hardly any rows are alike."""
    keys = [key for key in keys if key.size > 1] or [Key(fill(0, rows).codes, 1)]
    codes, (classes, *_) = number([key.codes for key in keys], [key.size for key in keys])
    return None if len(classes) * FEWER > rows else (codes, find_firsts(codes, len(classes)))


def _tell_order_apart(days: list[Combined]) -> Iterator[Key]:
    """Tell rows apart by which days were answered, and by the order of days."""
    live = [each for each in days if len(each.column.values) > 1]
    same = (each.column.values[0] for each in days if len(each.column.values) == 1)
    fixed = sorted({NEVER, *map(number_or_never, same)})

    yield from (each.see(compare_all(each.column.tell(number_or_never), fixed)) for each in live)
    yield from (tell_order(*pair) for pair in combinations([each.tell(number_or_never) for each in live], 2))


def _is_same(fact: str, column: Column[State]) -> bool:
    """Whether the same is known in all rows; of a day that nobody knows other days may tell something."""
    return len(column.values) == 1 and (fact not in DAYS or column.values[0].is_given)


def _spread(column: Column[Value], codes: Codes) -> Column[Value]:
    """What is told of classes, row by row."""
    return Column(rename(codes, column.codes), column.values)
