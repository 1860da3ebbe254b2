"""A table of persons under a policy: what each provision comes to for every row, and the sums of all rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

from calc.engine.assess import Finding
from calc.engine.combine import NO_READING, Total, find_exclusions, total
from calc.engine.outcome import Outcome, Status
from calc.engine.timing import Timing
from calc.roster.classes import Classes, find_classes
from calc.roster.column import Column, ask_once, count_combinations
from calc.roster.following import Answered, Followed, follow
from calc.roster.memory import Kept, Memory
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
    """A table of persons under a policy, by the default readings or with one taken the other way."""

    policy: Policy
    answered: Answered
    rows: int
    others: frozenset[str]
    memory: Memory
    _found: dict[str, Column[Result]] = field(default_factory=dict)
    _told: dict[tuple[str, Result], Finding] = field(default_factory=dict)

    @cached_property
    def contradicts(self) -> Column[bool]:
        """Which rows have answers that cannot all be true: they are in no total."""
        return self._classes.contradicts if self._classes else self._followed.contradicts

    @cached_property
    def parts(self) -> Parts:
        """The parts of provisions, row by row."""
        return Parts(self.policy, self._followed.states, self.rows, self.others, self.memory)

    @cached_property
    def _followed(self) -> Followed:
        return follow(self.answered, self.rows, self.memory)

    @cached_property
    def _classes(self) -> Classes | None:
        return find_classes(self.policy, self.answered, self.rows, self.others, self.memory)

    def find(self, provision: Provision) -> Column[Result]:
        """What a provision comes to, row by row."""
        if provision.id not in self._found:
            self._found[provision.id] = self._conclude(provision)
        return self._found[provision.id]

    def weigh(self, provision: Provision, parts: Parts | None = None) -> Column[Outcome]:
        """The outcome of a provision, by the parts of all rows or by others: without words, and without the answers."""
        parts = parts or self.parts
        places = self.policy.places_of(provision)
        steps = [parts.judge(self.policy.conditions[place]) for place in places]

        def weigh(timing: Timing, payout: Payout, *judged: Step) -> Outcome:
            return Outcome(self.policy, provision, NOBODY, dict(zip(places, judged, strict=True)), timing, payout)

        columns: list[Column[Any]] = [parts.judge_timing(provision), parts.pay(provision), *steps]
        return ask_once(columns, weigh, parts.rows, Kept(self.memory, (parts.under, provision, "outcome")))

    def _conclude(self, provision: Provision) -> Column[Result]:
        def conclude(outcome: Outcome, payees: tuple[Payee, ...]) -> Result:
            return self.note(provision, outcome, outcome.missing, payees)

        def ask(parts: Parts) -> Column[Result]:
            return ask_once([self.weigh(provision, parts), parts.find_payees(provision)], conclude, parts.rows)

        found = self._classes.ask(provision, ask) if self._classes else None
        return ask(self.parts) if found is None else found

    def note(
        self, provision: Provision, outcome: Outcome, missing: tuple[str, ...], payees: tuple[Payee, ...]
    ) -> Result:
        """The result of an outcome; what adds results up reads the finding that is noted of it."""
        refused_by = tuple((step.phrase, step.clause) for step in outcome.reasons)
        by_fund, awaited = outcome.by_fund, outcome.awaited
        result = Result(outcome.status, outcome.label, outcome.amount, by_fund, missing, awaited, payees, refused_by)
        self._told.setdefault((provision.id, result), Finding(self.policy, provision, NOBODY, payees, outcome))
        return result

    def total(self, provisions: Iterable[Provision]) -> tuple[Total, ...]:
        """The totals of all rows by payee and fund; in each row counts the best of what excludes each other."""
        return add_totals(row for group in _group(tuple(provisions)) for row in self._total(group))

    def _total(self, group: list[Provision]) -> Iterator[Total]:
        """The totals of what may exclude each other, once for each distinct set of results."""
        for (contradicts, *results), rows in count_combinations((self.contradicts, *map(self.find, group))):
            if not contradicts:
                findings = [self._told[item.id, result] for item, result in zip(group, results, strict=True)]
                for row in total(findings, find_exclusions(findings, self.others)):
                    yield _add(Total(row.payee, row.fund, ZERO, ZERO), row, rows)


def open_roster(
    policy: Policy, answered: Answered, rows: int, other: Reading | None = None, memory: Memory | None = None
) -> Roster:
    """Open a table of checked answers, None where an answer is not known; `other` is read the other way.

    A fact that is no column is unknown in every row; what is the same for all stands in a column of one value. A table
    that is opened in pieces finds in one `memory` what the pieces before it have found.
    """
    memory = memory or Memory()
    memory.tidy()
    return Roster(policy, answered, rows, NO_READING if other is None else frozenset({other.id}), memory)


def add_totals(totals: Iterable[Total]) -> tuple[Total, ...]:
    """Several totals in one row for each payee and fund."""
    sums: dict[tuple[Payee, str], Total] = {}
    for row in totals:
        key = (row.payee, row.fund)
        sums[key] = _add(sums[key], row, 1) if key in sums else row
    return tuple(sums.values())


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


def _add(sums: Total, row: Total, rows: int) -> Total:
    """The sums with those of so many equal rows."""
    return replace(
        sums,
        low=_add_times(sums.low, row.low, rows),
        high=None if sums.high is None or row.high is None else _add_times(sums.high, row.high, rows),
        ceiling=_add_times(sums.ceiling, row.ceiling, rows),
        floor=_add_times(sums.floor, row.floor, rows),
        estimate=_add_times(sums.estimate, row.estimate, rows),
    )


def _add_times(sum_: Fraction, each: Fraction, rows: int) -> Fraction:
    """Most are nothing, and fractions are slow to reckon with."""
    return sum_ + each * rows if each else sum_
