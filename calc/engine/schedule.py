"""When each sum falls due and until when it can be claimed, from the dates given; without dates no day is invented."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from calc.engine.assess import Finding
from calc.engine.heads import Heads
from calc.engine.outcome import Outcome, Status
from calc.rules.case import Case, Step
from calc.rules.condition import measure
from calc.rules.effect import Rhythm
from calc.rules.provision import Provision
from calc.rules.quantities import Span
from calc.values.dates import add_months
from calc.values.money import Amount, Kind
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Due:
    """One payment: the first day to have it (None: the dates given do not tell), and what it is for."""

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
    if finding.heads:
        return tuple(_list_group_dues(finding, finding.heads))
    if finding.status is not Status.ELIGIBLE or amount is None or not amount.is_counted:
        return ()
    if provision.instalments:
        return tuple(Due(None, amount.scaled(item.share), item.text) for item in provision.instalments)
    qualified = find_qualifying_day(provision, case)
    for word in provision.effect.walk_in_force(case):
        if parts := word.list_parts(case):
            return tuple(Due(max(day, qualified or day), part, text) for day, part, text in parts)
        if word.rise and (rhythm := word.rise.rhythm):
            count = rhythm.count_in(measure(rhythm.span, case).range)
            if amount.kind is not Kind.RANGE and count.is_exact:
                return tuple(_spread(rhythm, int(count.low), case, amount, qualified))
            return (Due(qualified, amount, f"每{rhythm.unit}一次"),)
    times = next((word.falls_due for word in provision.effect.walk_in_force(case) if word.falls_due), "一次")
    if len(finding.outcome.by_fund) > 1:
        return tuple(Due(qualified, part, f"{fund}，{times}") for fund, part in finding.outcome.by_fund)
    return (Due(qualified, amount, times),)


def _list_group_dues(finding: Finding, heads: Heads) -> Iterator[Due]:
    """What each group that counts brings, where each head brings a sum; else one sum once all that count qualify."""
    counting = [group for group in heads.groups if group.verdict is Verdict.YES]
    cases = [group.outcome.case.counting(heads.fact, group.counted) for group in counting]
    if not heads.is_each_paid:
        days = [find_qualifying_day(finding.provision, case) for case in cases]
        known = [day for day in days if day]
        day = max(known) if known and len(known) == len(days) else None
        yield from (replace(due, day=day) for due in _list_dues(replace(finding, heads=None)))
        return
    for group, case in zip(counting, cases, strict=True):
        paid = finding.provision.come_to(case)
        outcome = Outcome(finding.policy, finding.provision, case, _list_judged(finding), finding.outcome.timing, paid)
        for due in _list_dues(replace(finding, case=case, outcome=outcome, heads=None)):
            yield replace(due, text=f"{group.name}：{due.text}")


def _list_judged(finding: Finding) -> dict[int, Step]:
    """The steps of all conditions as they were judged for all heads."""
    places = finding.policy.places_of(finding.provision)
    return dict(zip(places, finding.outcome.judged, strict=True))


def find_qualifying_day(provision: Provision, case: Case) -> date | None:
    """Find the first day when all months asked for are complete and the event has happened; None while that is open."""
    days: list[date | None] = []
    if provision.happens:
        days.append(_find_end(provision, case))
    if provision.after:
        days.append(case.day(provision.after))
    for condition in provision.conditions:
        for span, months in condition.list_lasting():
            start = _first_counted_day(span, case)
            days.append(case.window.settle(add_months(start, months)) if start else None)
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _find_end(provision: Provision, case: Case) -> date | None:
    """The last day of the event: its own day, or so many days later when it lasts."""
    if not provision.tells_end:
        return None
    day, lasts = case.day(provision.happens), case.get(provision.lasts) if provision.lasts else 0
    return day + timedelta(days=max(lasts - 1, 0)) if day and isinstance(lasts, int) else None


def _spread(rhythm: Rhythm, count: int, case: Case, total: Amount, qualified: date | None) -> Iterator[Due]:
    """A monthly or yearly sum: each unit falls due when its own time is complete and all conditions are met."""
    start = _first_counted_day(rhythm.span, case)
    each = total.scaled(Fraction(1, count)).rounded()
    for number in range(1, count + 1):
        complete = case.window.settle(add_months(start, rhythm.skips + number * rhythm.per)) if start else None
        day = max(complete, qualified) if complete and qualified else complete
        amount = each if number < count else total.without(each.scaled(Fraction(count - 1)))
        yield Due(day, amount, f"第 {number} {rhythm.unit}")


def _first_counted_day(span: Span, case: Case) -> date | None:
    start = case.day(span.start)
    return max(start, span.first_day(case)) if start else None
