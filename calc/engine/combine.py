"""Adding up: totals by payee and fund, and the best combinations where benefits exclude each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.rules.payees import Payee
from calc.rules.reading import Reading
from calc.values.money import ZERO, Amount, Kind

NO_READING: frozenset[str] = frozenset()
"""No sentence is read the other way."""


@dataclass(frozen=True)
class Combination:
    """A permitted set of benefits in an exclusion: what is sure, and the most it could come to (None: no upper end)."""

    provisions: tuple[str, ...]
    low: Fraction
    high: Fraction | None

    def dominates(self, other: "Combination") -> bool:
        """Whether it is sure to bring at least as much as the other could at best."""
        return other.high is not None and self.low >= other.high and self.low > other.low


@dataclass(frozen=True)
class Exclusions:
    """The pairs of benefits that the text does not pay side by side, and the best permitted combinations.

    There is more than one combination where none dominates, and none at all where nothing excludes anything.
    """

    pairs: tuple[tuple[str, str], ...]
    combinations: tuple[Combination, ...]

    @property
    def involved(self) -> frozenset[str]:
        """Every benefit that stands in a pair."""
        return frozenset(name for pair in self.pairs for name in pair)


@dataclass(frozen=True)
class Total:
    """Sure money for one payee from one fund; ceilings, floors and estimates stand beside it, never inside."""

    payee: Payee
    fund: str
    low: Fraction
    high: Fraction | None
    ceiling: Fraction = ZERO
    floor: Fraction = ZERO
    estimate: Fraction = ZERO


def find_exclusions(findings: Sequence[Finding], others: frozenset[str] = NO_READING) -> Exclusions:
    """What excludes what among the findings, by the readings taken."""
    pairs = tuple(_pair(findings, others))
    return Exclusions(pairs, _combine(findings, pairs) if pairs else ())


def list_exclusion_readings(findings: Sequence[Finding]) -> tuple[Reading, ...]:
    """The readings that decide what excludes what."""
    exclusions = (finding.provision.excludes for finding in findings)
    return tuple(exclusion.reading for exclusion in exclusions if exclusion and exclusion.reading)


def total(findings: Sequence[Finding], exclusions: Exclusions) -> tuple[Total, ...]:
    """Totals by payee and fund, in the order of the provisions.

    Of benefits that exclude each other a row counts the best permitted choice; what stands beside is the first one's.
    """
    left_out = [exclusions.involved - set(choice.provisions) for choice in exclusions.combinations] or [NO_READING]
    rows = [_sum_rows(findings, names) for names in left_out]
    keys = dict.fromkeys(key for row in rows for key in row)
    totals = []
    for payee, fund in keys:
        sums = [row.get((payee, fund)) or Total(payee, fund, ZERO, ZERO) for row in rows]
        highs = [row.high for row in sums]
        high = None if None in highs else max(high for high in highs if high is not None)
        first = sums[0]
        beside = (first.ceiling, first.floor, first.estimate)
        totals.append(Total(payee, fund, max(row.low for row in sums), high, *beside))
    return tuple(totals)


def total_granted(findings: Iterable[Finding]) -> tuple[Total, ...]:
    """Totals of what is granted alone: a bound of what is still open bounds nothing that anybody has yet."""
    granted = [finding for finding in findings if finding.status is Status.ELIGIBLE]
    return total(granted, find_exclusions(granted))


def find_low(totals: Iterable[Total], row: Total) -> Fraction:
    """The sure money of the same payee from the same fund."""
    return next((other.low for other in totals if (other.payee, other.fund) == (row.payee, row.fund)), ZERO)


_Rows = dict[tuple[Payee, str], Total]


def _pair(findings: Sequence[Finding], others: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pair the benefits that are both still possible and that the text does not pay side by side."""
    possible = {finding.provision.id for finding in findings if finding.amount is not None}
    for finding in findings:
        exclusion = finding.provision.excludes
        if exclusion and finding.provision.id in possible:
            meant = exclusion.others
            if exclusion.reading and exclusion.reading.id in others:
                meant += exclusion.disputed
            yield from ((finding.provision.id, other) for other in meant if other in possible)


def _combine(findings: Sequence[Finding], pairs: Sequence[tuple[str, str]]) -> tuple[Combination, ...]:
    """Find the best permitted combinations and sort them by what they bring, most first."""
    involved = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    amounts = {finding.provision.id: finding.amount for finding in findings}
    permitted = [chosen for chosen in _list_subsets(involved) if not any(set(pair) <= set(chosen) for pair in pairs)]
    fullest = [chosen for chosen in permitted if not any(set(chosen) < set(other) for other in permitted)]
    options = [_add_up(chosen, amounts) for chosen in fullest]
    best = [option for option in options if not any(other.dominates(option) for other in options)]
    return tuple(sorted(best, key=lambda option: (-option.low, option.provisions)))


def _sum_rows(findings: Sequence[Finding], left_out: frozenset[str]) -> _Rows:
    rows: _Rows = {}
    for finding in findings:
        if finding.amount is None or not finding.amount.is_counted or finding.provision.id in left_out:
            continue
        for fund, amount in finding.outcome.by_fund or ((finding.provision.fund_name, finding.amount),):
            row = rows.get((finding.payee, fund)) or Total(finding.payee, fund, ZERO, ZERO)
            rows[finding.payee, fund] = _add(row, amount)
    return rows


def _add(row: Total, amount: Amount) -> Total:
    """The row with one more sum; a bound goes to its own place."""
    if amount.kind is Kind.CEILING:
        return replace(row, ceiling=row.ceiling + (amount.high or ZERO))
    if amount.kind is Kind.FLOOR:
        return replace(row, floor=row.floor + amount.low)
    if amount.kind is Kind.ESTIMATE:
        return replace(row, estimate=row.estimate + (amount.high or ZERO))
    high = None if row.high is None or amount.high is None else row.high + amount.high
    return replace(row, low=row.low + amount.low, high=high)


def _add_up(chosen: tuple[str, ...], amounts: Mapping[str, Amount | None]) -> Combination:
    taken = [amount for name in chosen if (amount := amounts[name])]
    highs = [amount.high if amount.is_counted else None for amount in taken]
    high = None if None in highs else sum((high for high in highs if high is not None), ZERO)
    return Combination(chosen, sum((amount.low for amount in taken), ZERO), high)


def _list_subsets(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(names), 0, -1):
        yield from combinations(names, size)
