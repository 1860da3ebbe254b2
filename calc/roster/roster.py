"""A table of persons under a policy: what each provision comes to for every row, and the sums of all rows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from calc.engine.assess import Finding
from calc.engine.combine import NO_READING, Total, find_exclusions, total
from calc.engine.outcome import Outcome, Status
from calc.engine.timing import Timing
from calc.roster.column import Column, ask_once
from calc.roster.following import Answered, follow
from calc.roster.parts import Parts
from calc.rules.case import Case, Step, Window
from calc.rules.payees import Payee
from calc.rules.payout import Payout
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.values.money import ZERO, Amount

NOBODY = Case({}, Window())
"""Stands for the answers of many rows: what is found of them is found already."""


class Result(NamedTuple):
    """What a provision comes to in a row, without words; equal in many rows."""

    status: Status
    label: str
    amount: Amount | None
    by_fund: tuple[tuple[str, Amount], ...]
    missing: tuple[str, ...]
    awaited: tuple[str, ...]
    payees: tuple[Payee, ...]
    refused_by: tuple[tuple[str, str], ...]
    """The phrases that refuse it, each with its clause where that is not the provision's own."""


@dataclass
class Roster:
    """A table of persons under a policy, by the default readings or with one taken the other way.

    `contradicts` tells which rows have answers that cannot all be true: they are in no total.
    """

    policy: Policy
    parts: Parts
    contradicts: Column[bool]
    _found: dict[str, Column[Result]] = field(default_factory=dict)
    _told: dict[tuple[str, Result], Finding] = field(default_factory=dict)

    def find(self, provision: Provision) -> Column[Result]:
        """What a provision comes to, row by row."""
        if provision.id not in self._found:
            self._found[provision.id] = self._conclude(provision)
        return self._found[provision.id]

    def _conclude(self, provision: Provision) -> Column[Result]:
        places = self.policy.places_of(provision)
        steps = map(self.parts.judge, places)

        def conclude(timing: Timing, payout: Payout, payees: tuple[Payee, ...], *judged: Step) -> Result:
            known = dict(zip(places, judged, strict=True))
            outcome = Outcome(self.policy, provision, NOBODY, known, timing, payout)
            result = Result(
                outcome.status,
                outcome.label,
                outcome.amount,
                outcome.by_fund,
                outcome.missing,
                outcome.awaited,
                payees,
                tuple((step.phrase, step.clause) for step in outcome.reasons),
            )
            finding = Finding(self.policy, provision, NOBODY, payees, outcome)
            self._told.setdefault((provision.id, result), finding)
            return result

        columns: list[Column[Any]] = [
            self.parts.judge_timing(provision),
            self.parts.pay(provision),
            self.parts.find_payees(provision),
        ]
        return ask_once([*columns, *steps], conclude, self.parts.rows)

    def total(self, provisions: Iterable[Provision]) -> tuple[Total, ...]:
        """The totals of all rows by payee and fund; in each row counts the best of what excludes each other."""
        sums: dict[tuple[Payee, str], Total] = {}
        for group in _group(tuple(provisions)):
            columns = list(map(self.find, group))
            for (contradicts, *codes), rows in _count((self.contradicts, *columns)):
                if contradicts:
                    continue
                results = (column.values[code] for column, code in zip(columns, codes, strict=True))
                findings = [self._told[item.id, result] for item, result in zip(group, results, strict=True)]
                for row in total(findings, find_exclusions(findings, self.parts.others)):
                    key = (row.payee, row.fund)
                    sums[key] = _add(sums.get(key) or Total(*key, ZERO, ZERO), row, rows)
        return tuple(sums.values())


def open_roster(policy: Policy, answered: Answered, rows: int, other: Reading | None = None) -> Roster:
    """Open a table of checked answers, None where an answer is not known; `other` is read the other way.

    A fact that is no column is unknown in every row; what is the same for all stands in a column of one value.
    """
    followed = follow(answered, rows)
    others = NO_READING if other is None else frozenset({other.id})
    return Roster(policy, Parts(policy, followed.states, rows, others), followed.contradicts)


def _group(provisions: tuple[Provision, ...]) -> list[list[Provision]]:
    """Put together what may exclude each other, in the order of the provisions."""
    groups: list[list[Provision]] = []
    for provision in provisions:
        tied = [group for group in groups if any(_may_exclude(provision, item) for item in group)]
        groups = [group for group in groups if group not in tied]
        groups.append([*(item for group in tied for item in group), provision])
    return groups


def _may_exclude(one: Provision, other: Provision) -> bool:
    return _names(one, other) or _names(other, one)


def _names(one: Provision, other: Provision) -> bool:
    return one.excludes is not None and other.id in (*one.excludes.others, *one.excludes.disputed)


def _count(columns: Iterable[Column[Any]]) -> Iterable[tuple[tuple[int, ...], int]]:
    """How many rows have each combination of codes."""
    return Counter(zip(*(column.codes for column in columns), strict=True)).items()


def _add(sums: Total, row: Total, rows: int) -> Total:
    """The sums with those of so many equal rows."""
    return replace(
        sums,
        low=sums.low + row.low * rows,
        high=None if sums.high is None or row.high is None else sums.high + row.high * rows,
        ceiling=sums.ceiling + row.ceiling * rows,
        floor=sums.floor + row.floor * rows,
        estimate=sums.estimate + row.estimate * rows,
    )
