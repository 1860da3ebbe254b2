"""When each sum falls due and until when it can be claimed, from the dates given; without dates no day is invented."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from calc.engine.assess import Finding, Status
from calc.rules.case import Case
from calc.rules.compared import AtLeast
from calc.rules.condition import measure
from calc.rules.counted import Times
from calc.rules.graded import Graded
from calc.rules.payments import EitherPayment
from calc.rules.policy import Provision
from calc.rules.quantities import Span
from calc.rules.units import count_of
from calc.rules.word import Word, parts_of, walk
from calc.values.dates import add_months
from calc.values.money import Amount, Kind, exactly, round_to_fen


@dataclass(frozen=True)
class Due:
    """One payment: the first day on which it can be had (None: the dates given do not tell), and what it is for."""

    day: date | None
    amount: Amount
    text: str


def schedule(finding: Finding) -> tuple[Due, ...]:
    """The payments of an eligible provision, in order; sums without a number have none.

    Nothing can be had before the document was issued, even if its conditions were met earlier.
    """
    issued = finding.policy.issued
    return tuple(replace(due, day=max(due.day, issued)) if due.day and issued else due for due in _list_dues(finding))


def _list_dues(finding: Finding) -> tuple[Due, ...]:
    amount, provision, case = finding.amount, finding.provision, finding.case
    if finding.status is not Status.ELIGIBLE or amount is None or not amount.is_counted:
        return ()
    if provision.instalments:
        return tuple(Due(None, amount.scaled(item.share), item.text) for item in provision.instalments)
    qualified = find_qualifying_day(provision, case)
    for word in find_words_in_force(provision.effect, case):
        if isinstance(word, Times) and isinstance(word.by, Span):
            if amount.kind is Kind.EXACT:
                return tuple(_spread(word, word.by, case, amount.low, qualified))
            return (Due(qualified, amount, f"每{word.unit}一次"),)
    return (Due(qualified, amount, "一次"),)


def find_qualifying_day(provision: Provision, case: Case) -> date | None:
    """The first day on which all months asked for are complete and the event has happened; None while that is open."""
    days: list[date | None] = []
    if provision.happens:
        days.append(_find_end(provision, case))
    for word in walk(provision.when):
        if isinstance(word, AtLeast) and isinstance(word.quantity, Span):
            start = _first_counted_day(word.quantity, case)
            days.append(case.window.settle(add_months(start, count_of(word.least))) if start else None)
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _find_end(provision: Provision, case: Case) -> date | None:
    """The day on which what happened was over: its own, or so many days later where it lasts."""
    day, lasts = case.day(provision.happens), case.get(provision.lasts) if provision.lasts else 0
    return day + timedelta(days=max(lasts - 1, 0)) if day and isinstance(lasts, int) else None


def _spread(word: Times, span: Span, case: Case, total: Fraction, qualified: date | None) -> Iterator[Due]:
    """A monthly or yearly sum: each unit falls due when its own time is complete and all conditions are met."""
    count = int(word.count_in(measure(span, case).range).low)
    start = _first_counted_day(span, case)
    each = round_to_fen(total / count)
    for number in range(1, count + 1):
        complete = case.window.settle(add_months(start, word.skips + number * word.per)) if start else None
        day = max(complete, qualified) if complete and qualified else complete
        amount = each if number < count else total - each * (count - 1)
        yield Due(day, exactly(amount), f"第 {number} {word.unit}")


def _first_counted_day(span: Span, case: Case) -> date | None:
    start = case.day(span.start)
    # Months that were typed stand before dates; then the dates do not say when they were complete.
    if start is None or span.conflict(case):
        return None
    return max(start, span.first_day(case))


def find_words_in_force(word: Word, case: Case) -> Iterator[Word]:
    """The words of a payment that this case uses: one reading, one grade."""
    yield word
    if isinstance(word, EitherPayment):
        yield from find_words_in_force(word.other if case.takes_other(word.reading) else word.default, case)
    elif isinstance(word, Graded):
        for grade in word.grades:
            if case.get(word.fact) in grade.options:
                yield from find_words_in_force(grade, case)
    else:
        for part in parts_of(word):
            yield from find_words_in_force(part, case)
