"""How a sum rises with a count, rung by rung: tiers of a head count, and months up to a cap.

A ladder supposes that everything else is met; what a rung asks of the count itself (满 3 个月) is judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from calc.engine.assess import Finding
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.case import Case
from calc.rules.condition import Condition, counted_fact, measure
from calc.rules.effect import Rhythm, Rise
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.values.money import ZERO, Kind
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Rung:
    """Counts from `low` to `high` (None: and above): `amount` at its low end, and `each` for every further one.

    `amount` is None where nothing is paid; `phrase` is what the text says of it, `remark` what it does not say.
    """

    low: int
    high: int | None
    amount: Fraction | None
    each: Fraction
    phrase: str
    clause: str
    remark: str = ""

    def amount_at(self, count: int) -> Fraction | None:
        """The sum for a count on this rung."""
        return None if self.amount is None else self.amount + self.each * (count - self.low)


@dataclass(frozen=True)
class Contested:
    """A count that stands on two rungs: the sum by the reading taken, and by the other one."""

    count: int
    amount: Fraction
    other: Fraction
    reading: Reading


@dataclass(frozen=True)
class Ladder:
    """All rungs by a fact, lowest first, and the rung's count where the visitor stands (None: not known)."""

    fact: str
    unit: str
    rungs: tuple[Rung, ...]
    position: int | None
    contested: tuple[Contested, ...] = ()

    def rung_at(self, count: int) -> Rung:
        """The rung of a count."""
        return next(rung for rung in self.rungs if rung.high is None or count <= rung.high)

    def amount_at(self, count: int) -> Fraction | None:
        """The sum for a count."""
        return self.rung_at(count).amount_at(count)


def build_ladder(finding: Finding) -> Ladder | None:
    """The ladder of a provision for what is answered; None where nothing rises by steps, or too much is open."""
    case, provision = finding.case, finding.provision
    for word in provision.effect.walk_in_force(case):
        if rise := word.rise:
            if rise.rhythm and finding.heads:
                return None  # each group has months of its own
            return _build(provision, rise, _forget(case, rise), _list_counts(provision, rise, case), case)
    return None


def _list_counts(provision: Provision, rise: Rise, case: Case) -> Iterable[int]:
    """Every count at which something can change; of months, up to the first beyond the top."""
    if rise.rhythm is None:
        return sorted(set(rise.marks))
    top, per = _find_top(rise, rise.rhythm, case), rise.rhythm.per
    marks = {mark for mark in provision.landmarks[rise.rhythm.span.months] if isinstance(mark, int) and mark <= top}
    return sorted({*range(0, top + per + 1, per), *marks})


def _find_top(rise: Rise, rhythm: Rhythm, case: Case) -> int:
    """The count from which nothing more is paid: the cap, or for sums by the year what the window holds; else none."""
    if rhythm.most:
        return max(rise.marks)
    return (rhythm.span.most_months(case, up_to_as_of=False) or 0) if rhythm.per > 1 else 0


def _forget(case: Case, rise: Rise) -> Case:
    """The case without the days that would cut the months supposed."""
    return case.forgetting(rise.rhythm.span.facts) if rise.rhythm else case


def _build(provision: Provision, rise: Rise, forgetful: Case, counts: Iterable[int], case: Case) -> Ladder | None:
    fact, measured = counted_fact(rise.by), measure(rise.by, case)
    conditions = [item for item in provision.conditions if fact in item.every_fact]
    points = [_climb(provision, rise, conditions, forgetful.supposing({fact: count}), count) for count in counts]
    known = [point for point in points if point is not None]
    if len(known) < max(len(points), 3) or not any(point.amount for point in known):
        return None
    rungs = list(_join(known))
    if rise.top:
        rungs[-1] = replace(rungs[-1], phrase=rise.top[0], clause=rise.top[1])
    question = CATALOGUE[fact]
    position = int(measured.range.low) if measured.range.is_exact else None
    unit = question.unit if isinstance(question, Count) else ""
    return Ladder(fact, unit, tuple(rungs), position, tuple(_list_contested(provision, rise, conditions, forgetful)))


def _list_contested(
    provision: Provision, rise: Rise, conditions: Sequence[Condition], forgetful: Case
) -> Iterator[Contested]:
    """The counts that stand on two rungs and bring something on both."""
    fact = counted_fact(rise.by)
    for count, reading in rise.doubts:
        taken = forgetful.supposing({fact: count})
        otherwise = replace(taken, others=taken.others | {reading.id})
        one, two = (_climb(provision, rise, conditions, case, count) for case in (taken, otherwise))
        if one and two and one.amount is not None and two.amount is not None and one.amount != two.amount:
            yield Contested(count, one.amount, two.amount, reading)


def _climb(provision: Provision, rise: Rise, conditions: Iterable[Condition], case: Case, count: int) -> Rung | None:
    """What one count comes to, as a rung of its own; None while the sum is open for other reasons."""
    for condition in conditions:
        step = condition.judge(case)
        if step.verdict is Verdict.NO:
            return Rung(count, count, None, ZERO, step.phrase, step.clause or provision.clause)
    payout = provision.come_to(case)
    if payout.verdict is Verdict.NO:
        return Rung(count, count, None, ZERO, "", provision.clause, rise.below)
    if payout.verdict is not Verdict.YES or payout.amount.kind is not Kind.EXACT:
        return None
    phrase = rise.phrase or rise.source.come_to(case).steps[-1].phrase
    return Rung(count, count, payout.amount.rounded().low, ZERO, phrase, provision.clause)


def _join(points: Sequence[Rung]) -> Iterator[Rung]:
    """Neighbours that pay the same, or rise by the same sum from one count to the next, as one rung."""
    rung = points[0]
    for point, following in pairwise(points):
        each = _rise(point, following)
        if each is None:
            yield replace(rung, high=following.low - 1)
            rung = following
        elif point.low == rung.low or each == rung.each:
            rung = replace(rung, each=each, high=following.low)
        else:
            yield replace(rung, high=point.low - 1)
            rung = replace(point, each=each, high=following.low)
    yield replace(rung, high=None)


def _rise(lower: Rung, upper: Rung) -> Fraction | None:
    """How much the next point brings more; None where the two stand on different rungs."""
    if (lower.phrase, lower.amount is None) != (upper.phrase, upper.amount is None):
        return None
    if lower.amount is None or upper.amount is None or lower.amount == upper.amount:
        return ZERO
    return upper.amount - lower.amount if upper.low == lower.low + 1 else None
