"""Stays that are alike: of their days a span sees the whole months between them, and how they lie to its windows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import combinations
from typing import Any

from calc.roster.alike import Combined, Key, compare_all, tell_order
from calc.roster.column import Column
from calc.roster.following import State
from calc.roster.memory import Memory
from calc.roster.numbering import Codes, repeat
from calc.roster.reckoning import reckon
from calc.rules.case import Window
from calc.rules.quantities import Span
from calc.rules.word import unique
from calc.values.dates import count_months, day_after, number_day

AS_OF = "as_of"
NEVER, ALWAYS = 0, number_day(date.max) + 1
"""Before all days, and after them: what an unknown one begins and stops with."""
MOST_MONTHS = 12 * date.max.year + 1


def tell_stays_apart(
    span: Span, windows: Sequence[Window], read: Mapping[Any, Combined], memory: Memory
) -> Iterator[Key]:
    """Tell combinations apart by what a span sees of its days, and by all else that it reads."""
    days = {fact: read[fact] for fact in list_days(span) if fact in read}
    yield from (each.name(memory) for fact, each in read.items() if fact not in days)
    yield from tell_days_apart(span, windows, days)


def list_days(span: Span) -> tuple[str, ...]:
    """The facts that are days, of those from which a span finds its months."""
    return unique((*_list_firsts(span), *_list_lasts(span)))


def tell_days_apart(span: Span, windows: Sequence[Window], days: Mapping[str, Combined]) -> Iterator[Key]:
    """Tell combinations of days apart by what a span sees of each alone, and of each two together.

    Where the latest of several first days counts, or the earliest of several stops, their order tells which it is.
    """
    fixed = {fact: each.column.values[0] for fact, each in days.items() if len(each.column.values) == 1}
    live = {fact: each for fact, each in days.items() if fact not in fixed}
    bounds = unique((number_day(each.start), _find_closing(each)) for each in windows)
    marks = {NEVER, *map(number_or_never, fixed.values())}
    marks |= {number_day(day) for window in windows for day in (window.start, window.end) if day}
    begun = [NEVER, *(number_or_never(fixed[fact]) for fact in _list_firsts(span) if fact in fixed)]
    stops = [ALWAYS, *(find(fixed[fact]) for fact in _list_lasts(span) if fact in fixed for find in _stops_of(fact))]

    def see(fact: str, column: Column[State]) -> list[tuple[Codes, int]]:
        """What is seen of each day alone."""
        days = column.tell(number_or_never)
        pairs = [(days, repeat(stop, len(days))) for stop in stops] if fact in _list_firsts(span) else []
        if fact in _list_lasts(span):
            own = [column.tell(find) for find in _stops_of(fact)]
            pairs += [(repeat(first, len(days)), stop) for first in begun for stop in own]
        months = ((reckon(partial(_count, *bound), *pair), MOST_MONTHS) for bound in bounds for pair in pairs)
        return [*compare_all(days, sorted(marks)), *months]

    yield from (each.see(see(fact, each.column)) for fact, each in live.items())
    numbers = {fact: each.tell(number_or_never) for fact, each in live.items()}
    yield from (tell_order(*pair) for pair in combinations(numbers.values(), 2))
    ends = [live[fact].tell(find) for fact in _list_lasts(span) if fact in live for find in _stops_of(fact)]
    for first in (numbers[fact] for fact in _list_firsts(span) if fact in live):
        yield from (Key(reckon(partial(_count, *bound), first, end), MOST_MONTHS) for bound in bounds for end in ends)


def number_or_never(state: State) -> int:
    """The number of a day that was given; an unknown one lies before all."""
    return number_day(state.answer) if isinstance(state.answer, date) else NEVER


def _list_firsts(span: Span) -> tuple[str, ...]:
    return tuple(filter(None, (span.start, span.since)))


def _list_lasts(span: Span) -> tuple[str, ...]:
    return tuple(filter(None, (span.end, span.during.end if span.during else None, AS_OF)))


def _stops_of(fact: str) -> tuple[Callable[[State], int], ...]:
    """What a last day may stop the counting with: a day on which something ends counts, the day asked may not."""
    return (_number_or_always, _number_day_after) if fact == AS_OF else (_number_day_after,)


def _count(start: int, closing: int, first: Any, stop: Any) -> Any:
    """The months in a window; of days that are never known, none."""
    first, stop = first + (start - first) * (start > first), stop + (closing - stop) * (closing < stop)
    months = count_months(first, stop)
    return months * (months > 0) * (stop < ALWAYS)


def _find_closing(window: Window) -> int:
    return number_day(day_after(window.end)) if window.end else ALWAYS


def _number_or_always(state: State) -> int:
    return number_day(state.answer) if isinstance(state.answer, date) else ALWAYS


def _number_day_after(state: State) -> int:
    return number_day(day_after(state.answer)) if isinstance(state.answer, date) else ALWAYS
