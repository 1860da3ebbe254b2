"""Adding up: totals by payee and fund, and the best combinations where benefits exclude each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from calc.engine.assess import Assessment, Finding
from calc.rules.payees import Payee
from calc.rules.reading import Reading
from calc.values.money import ZERO, Amount, Kind


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
class Total:
    """Sure money for one payee from one fund; ceilings stand beside it, in `ceiling`, never inside."""

    payee: Payee
    fund: str
    low: Fraction
    high: Fraction | None
    ceiling: Fraction


def find_exclusions(assessment: Assessment, others: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """Pairs of benefits, both still possible, that the text does not pay side by side, by the readings taken."""
    possible = {finding.provision.id for finding in assessment.findings if finding.amount is not None}
    pairs = []
    for finding in assessment.findings:
        exclusion = finding.provision.excludes
        if exclusion and finding.provision.id in possible:
            meant = exclusion.others
            if exclusion.reading and exclusion.reading.id in others:
                meant += exclusion.disputed
            pairs += [(finding.provision.id, other) for other in meant if other in possible]
    return tuple(pairs)


def combine(assessment: Assessment, others: frozenset[str] = frozenset()) -> tuple[Combination, ...]:
    """The best permitted combinations of benefits that exclude each other; more than one where none dominates."""
    pairs = find_exclusions(assessment, others)
    involved = tuple(dict.fromkeys(name for pair in pairs for name in pair))
    if not involved:
        return ()
    amounts = {name: assessment.finding(name).amount for name in involved}
    permitted = [chosen for chosen in _subsets(involved) if not any(set(pair) <= set(chosen) for pair in pairs)]
    fullest = [chosen for chosen in permitted if not any(set(chosen) < set(other) for other in permitted)]
    options = [_add_up(chosen, amounts) for chosen in fullest]
    best = [option for option in options if not any(other.dominates(option) for other in options)]
    return tuple(sorted(best, key=lambda option: (-option.low, option.provisions)))


def combine_otherwise(assessment: Assessment) -> tuple[tuple[Reading, tuple[Combination, ...]], ...]:
    """The combinations under each other reading of an exclusion, where that changes them."""
    usual = combine(assessment)
    others = ((reading, combine(assessment, frozenset({reading.id}))) for reading in _readings(assessment))
    return tuple((reading, options) for reading, options in others if options != usual)


def find_rivals(assessment: Assessment) -> frozenset[str]:
    """Every benefit that some other one excludes, by any reading."""
    taken = [frozenset[str](), *(frozenset({reading.id}) for reading in _readings(assessment))]
    return frozenset(name for others in taken for pair in find_exclusions(assessment, others) for name in pair)


def _readings(assessment: Assessment) -> tuple[Reading, ...]:
    exclusions = (finding.provision.excludes for finding in assessment.findings)
    return tuple(exclusion.reading for exclusion in exclusions if exclusion and exclusion.reading)


def total(assessment: Assessment) -> tuple[Total, ...]:
    """Totals by payee and fund, in the order of the provisions.

    Of benefits that exclude each other a row counts the best permitted choice; its ceiling is that of the first one.
    """
    choices = combine(assessment)
    involved = {name for pair in find_exclusions(assessment) for name in pair}
    left_out = [involved - set(choice.provisions) for choice in choices] or [set()]
    rows = [_sum_rows(assessment, names) for names in left_out]
    keys = dict.fromkeys(key for row in rows for key in row)
    totals = []
    for payee, fund in keys:
        sums = [row.get((payee, fund), (ZERO, ZERO, ZERO)) for row in rows]
        highs = [high for _, high, _ in sums]
        high = None if None in highs else max(high for high in highs if high is not None)
        totals.append(Total(payee, fund, max(low for low, _, _ in sums), high, sums[0][2]))
    return tuple(totals)


_Row = dict[tuple[Payee, str], tuple[Fraction, Fraction | None, Fraction]]


def _sum_rows(assessment: Assessment, left_out: set[str]) -> _Row:
    rows: _Row = {}
    for finding in assessment.findings:
        if not _counts(finding) or finding.provision.id in left_out:
            continue
        for fund, amount in _by_fund(finding):
            low, high, ceiling = rows.get((finding.payee, fund), (ZERO, ZERO, ZERO))
            if amount.kind is Kind.CEILING:
                ceiling += amount.high or ZERO
            else:
                low += amount.low
                high = None if high is None or amount.high is None else high + amount.high
            rows[finding.payee, fund] = (low, high, ceiling)
    return rows


def _counts(finding: Finding) -> bool:
    return finding.amount is not None and finding.amount.is_counted


def _by_fund(finding: Finding) -> tuple[tuple[str, Amount], ...]:
    if finding.outcome.by_fund:
        return finding.outcome.by_fund
    return ((finding.provision.fund, finding.amount),) if finding.amount else ()


def _add_up(chosen: tuple[str, ...], amounts: Mapping[str, Amount | None]) -> Combination:
    taken = [amount for name in chosen if (amount := amounts[name])]
    highs = [amount.high if amount.is_counted else None for amount in taken]
    high = None if None in highs else sum((high for high in highs if high is not None), ZERO)
    return Combination(chosen, sum((amount.low for amount in taken), ZERO), high)


def _subsets(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(names), 0, -1):
        yield from combinations(names, size)
