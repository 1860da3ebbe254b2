"""Stays that are alike: of their days a span sees the whole months between them, and how they lie to its windows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from calc.roster.alike import Combined, Key, compare
from calc.roster.following import State
from calc.roster.memory import Memory
from calc.roster.numbering import Codes
from calc.roster.reckoning import reckon
from calc.rules.case import Window
from calc.rules.quantities import Span
from calc.values.dates import count_months, day_after, number_day

AS_OF = "as_of"
NEVER, ALWAYS = 0, number_day(date.max) + 1
"""Before all days, and after them: what an unknown one begins and stops with."""
MOST_MONTHS = 12 * date.max.year + 1


def tell_stays_apart(
    span: Span, windows: Sequence[Window], read: Mapping[Any, Combined], memory: Memory
) -> Iterator[Key]:
    """Tell combinations apart by what a span sees of its days, and by all else that it reads."""
    last = (span.end, span.during and span.during.end)
    days = {fact: read[fact] for fact in (span.start, span.since, *last, AS_OF) if fact and fact in read}
    yield from (each.name(memory) for fact, each in read.items() if fact not in days)
    numbers = {fact: each.tell(_number_or_never) for fact, each in days.items()}
    bounds = [number_day(day) for window in windows for day in (window.start, window.end) if day]
    nothing = next(iter(read.values())).tell(lambda _: 0)
    yield from (compare(each, _add(nothing, bound)) for each in numbers.values() for bound in (NEVER, *bounds))
    yield from (compare(*pair) for pair in combinations(numbers.values(), 2))
    stops = [each.tell(_number_day_after) for fact, each in days.items() if fact in (*last, AS_OF)]
    stops += [each.tell(_number_or_always) for fact, each in days.items() if fact == AS_OF]
    for window in windows:
        closing = [_add(nothing, number_day(day_after(window.end)))] if window.end else []
        for facts in ((span.start, span.since), (span.since,)):
            first = _add(nothing, number_day(window.start))
            for fact in facts:
                first = reckon(_find_later, first, numbers[fact]) if fact in numbers else first
            yield from (Key(reckon(_count, first, stop), MOST_MONTHS) for stop in (*stops, *closing))


def _add(codes: Codes, number: int) -> Codes:
    return reckon(lambda code: code + number, codes)


def _find_later(one: Any, other: Any) -> Any:
    return one + (other - one) * (other > one)


def _count(first: Any, stop: Any) -> Any:
    months = count_months(first, stop)
    return months * (months > 0) * (stop < ALWAYS)


def _number_or_never(state: State) -> int:
    return number_day(state.answer) if isinstance(state.answer, date) else NEVER


def _number_or_always(state: State) -> int:
    return number_day(state.answer) if isinstance(state.answer, date) else ALWAYS


def _number_day_after(state: State) -> int:
    return number_day(day_after(state.answer)) if isinstance(state.answer, date) else ALWAYS
