"""Units and their people: what is paid to persons stands on their rows, what is paid to a unit on its own row.

How many people count for a unit is not asked, but counted, provision by provision: those who meet what it asks of each
of them. While it is open whether some do, the number lies between two. The rules are those of a unit's groups of people
(calc/engine/groups.py); here each person is a group.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from calc.engine.combine import Total
from calc.engine.groups import (
    GroupedOutcome,
    doubt_people,
    find_nearest,
    find_severest,
    find_surest,
    join_payouts,
    judge_people,
    list_asked_of_each,
    rank_people,
)
from calc.engine.heads import Group, Heads, add_heads
from calc.engine.outcome import Outcome
from calc.facts.catalogue import Answers
from calc.facts.groups import FIRST, find_heads_fact
from calc.facts.of_each import HEADS
from calc.facts.possible import exactly
from calc.facts.questions import Answer
from calc.roster.column import Column, ask_once, count_combinations, encode, fill
from calc.roster.following import Answered, State
from calc.roster.memory import Memory
from calc.roster.roster import NOBODY, Result, Roster, add_totals, open_roster
from calc.rules.payees import PERSONS
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading
from calc.rules.word import unique
from calc.values.ranges import Range
from calc.values.truth import Verdict


class Table(NamedTuple):
    """Checked answers of so many rows; a fact that is no column is unknown in every row."""

    answered: Answered
    rows: int


class Like(NamedTuple):
    """People alike for a provision: whether they count, and its outcomes with all heads and with those that count."""

    verdict: Verdict
    of_all: Outcome
    of_counted: Outcome


@dataclass
class UnitRoster(Roster):
    """The units' own rows. `persons` knows of each person what it has itself, and what its unit has."""

    persons: Roster = field(kw_only=True)
    unit_of: Column[int] = field(kw_only=True)

    def count_heads(self, provision: Provision) -> Column[Range | None]:
        """How many people count for a provision, unit by unit; None where nobody is listed, or no number is asked."""
        fact = find_heads_fact(provision.facts)
        if not fact or not list_asked_of_each(provision) or not len(self.unit_of):
            return fill(None, self.rows)
        heads = self._count(self._judge_people(provision, fact))
        return encode(heads.get(unit) for unit in range(self.rows))

    def _conclude(self, provision: Provision) -> Column[Result]:
        """Where people are listed, what they bring; else what the unit itself has answered."""
        alone = super()._conclude(provision)
        if not list_asked_of_each(provision) or not len(self.unit_of):
            return alone
        fact = find_heads_fact(provision.facts)
        joined = dict(self._count_heads(provision, fact) if fact else self._ask_all(provision))
        payees = self.parts.find_payees(provision)
        results = (
            self.note(provision, *joined[unit], payees[unit]) if unit in joined else result
            for unit, result in enumerate(alone)
        )
        return encode(results)

    def _ask_all(self, provision: Provision) -> Iterator[tuple[int, tuple[Outcome, tuple[str, ...]]]]:
        """What is asked of a unit's people without a number of them is asked of all."""
        outcomes = defaultdict(list)
        for (unit, outcome), _ in count_combinations([self.unit_of, self.persons.weigh(provision)]):
            outcomes[unit].append(outcome)
        for unit, each in outcomes.items():
            severest = find_severest(each)
            alike = (outcome for outcome in each if outcome.status is severest.status)
            yield unit, (severest, unique(fact for outcome in alike for fact in outcome.missing))

    def _count_heads(self, provision: Provision, fact: str) -> Iterator[tuple[int, tuple[Outcome, tuple[str, ...]]]]:
        verdicts = self._judge_people(provision, fact)
        counted = self._count(verdicts)
        of_all, of_counted = (self._weigh(provision, fact, heads) for heads in (self._count_all(), counted))
        columns: list[Column[Any]] = [self.unit_of, verdicts, of_all, of_counted]
        people: dict[int, dict[Like, int]] = defaultdict(dict)
        for (unit, *like), heads in count_combinations(columns):
            people[unit][Like(*like)] = heads
        asked = frozenset(list_asked_of_each(provision))
        for unit, alike in people.items():
            yield unit, _join(provision, fact, asked, alike, counted[unit])

    def _judge_people(self, provision: Provision, fact: str) -> Column[Verdict]:
        """Whether a person counts; while its answers contradict each other that is open."""
        asked = frozenset(list_asked_of_each(provision))

        def judge(contradicts: bool, outcome: Outcome) -> Verdict:
            return Verdict.UNKNOWN if contradicts else judge_people(outcome, asked)

        weighed, rows = self._weigh(provision, fact, self._count_all()), self.persons.rows
        judged = ask_once([self.persons.contradicts, weighed], judge, rows)
        stands: dict[int, list[tuple[Verdict, Outcome]]] = defaultdict(list)
        for (unit, verdict, outcome), _ in count_combinations([self.unit_of, judged, weighed]):
            stands[unit].append((verdict, outcome))
        surest = {unit: find_surest(each) for unit, each in stands.items()}

        def doubt(unit: int, verdict: Verdict, outcome: Outcome) -> Verdict:
            return doubt_people(verdict, outcome, surest[unit])

        return ask_once([self.unit_of, judged, weighed], doubt, rows)

    def _weigh(self, provision: Provision, fact: str, heads: Mapping[int, Range]) -> Column[Outcome]:
        """The outcome for each person, with so many heads in its unit."""
        states = ask_once([self.unit_of], lambda unit: _state(heads[unit]), self.persons.rows)
        return self.persons.weigh(provision, self.persons.parts.counting(fact, states))

    def _count_all(self) -> Mapping[int, Range]:
        return {unit: Range.exactly(heads) for (unit,), heads in count_combinations([self.unit_of])}

    def _count(self, verdicts: Column[Verdict]) -> Mapping[int, Range]:
        """The heads that count in each unit that has people: all, or as few as are sure to as many as may."""
        ranges: dict[int, list[Range]] = defaultdict(list)
        for (unit, verdict), heads in count_combinations([self.unit_of, verdicts]):
            ranges[unit].append(_count_like(verdict, heads))
        return {unit: add_heads(iter(each)) for unit, each in ranges.items()}


@dataclass(frozen=True)
class Units:
    """Persons and their units under a policy, by the default readings or with one taken the other way."""

    persons: Roster
    units: UnitRoster

    def find(self, provision: Provision) -> Column[Result]:
        """What a provision comes to: person by person, or unit by unit."""
        return (self.persons if stands_on_persons(provision) else self.units).find(provision)

    def total(self, provisions: Sequence[Provision]) -> tuple[Total, ...]:
        """The totals by payee and fund of all persons and all units."""
        of_persons = [provision for provision in provisions if stands_on_persons(provision)]
        of_units = [provision for provision in provisions if not stands_on_persons(provision)]
        return add_totals((*self.persons.total(of_persons), *self.units.total(of_units)))


def stands_on_persons(provision: Provision) -> bool:
    """Whether a provision is asked for each person; else for each unit."""
    return not provision.payees.isdisjoint(PERSONS)


def open_units(
    policy: Policy,
    persons: Table,
    units: Table,
    unit_of: Sequence[int],
    common: Answers | None = None,
    other: Reading | None = None,
    memory: Memory | None = None,
) -> Units:
    """Open a table of persons and one of their units; `unit_of` has for each person the row of its unit.

    What is `common` to all is answered once. A person knows what its unit has answered, unless it has a column of its
    own for it; heads are counted where people are listed, whatever the unit has answered.
    """
    memory = memory or Memory()
    member_of = encode(unit_of)
    of_units = {**_fill_all(common or {}, units.rows), **units.answered}
    handed_down = {
        fact: _hand_down(column, member_of, persons.rows)
        for fact, column in of_units.items()
        if fact not in persons.answered and fact not in HEADS
    }
    own = {**_fill_all(common or {}, persons.rows), **handed_down, **persons.answered}
    person_rows = open_roster(policy, own, persons.rows, other, memory)
    return Units(
        person_rows,
        UnitRoster(policy, of_units, units.rows, person_rows.others, memory, persons=person_rows, unit_of=member_of),
    )


class Lifted(NamedTuple):
    """What the rows of persons say of their units: one answer for each, and the units of which they say several."""

    answered: Answered
    disputed: Mapping[str, frozenset[int]]


def lift(answered: Answered, unit_of: Sequence[int], units: int) -> Lifted:
    """Take the units' answers from the rows of their people; of what these say differently, a unit knows nothing."""
    member_of = encode(unit_of)
    lifted, disputed = {}, {}
    for fact, column in answered.items():
        said: dict[int, set[Answer]] = defaultdict(set)
        for (unit, answer), _ in count_combinations([member_of, column]):
            if answer is not None:
                said[unit].add(answer)
        lifted[fact] = encode(next(iter(said[unit])) if len(said[unit]) == 1 else None for unit in range(units))
        if several := frozenset(unit for unit, answers in said.items() if len(answers) > 1):
            disputed[fact] = several
    return Lifted(lifted, disputed)


def _fill_all(common: Answers, rows: int) -> dict[str, Column[Answer | None]]:
    return {fact: fill(answer, rows) for fact, answer in common.items()}


def _hand_down(column: Column[Answer | None], unit_of: Column[int], rows: int) -> Column[Answer | None]:
    return ask_once([unit_of], column.__getitem__, rows) if rows else fill(None, 0)


def _state(heads: Range) -> State:
    """So many heads, as what is known of an answer."""
    return State(exactly(int(heads.low)), int(heads.low), is_given=True) if heads.is_exact else State(heads)


def _count_like(verdict: Verdict, heads: int) -> Range:
    if verdict is Verdict.NO:
        return Range(0, 0)
    return Range(heads if verdict is Verdict.YES else 0, heads)


def _join(
    provision: Provision, fact: str, asked: frozenset[str], people: Mapping[Like, int], counted: Range
) -> tuple[Outcome, tuple[str, ...]]:
    """The outcome for a unit with people of these kinds, and what it and they lack."""
    counting = [like for like in people if like.verdict is not Verdict.NO]
    if not counting:
        return find_nearest(like.of_all for like in people), ()
    leading = max(counting, key=lambda like: rank_people(like.verdict, like.of_all)).of_counted
    own = [_count_like(like.verdict, people[like]) for like in counting]
    payout = join_payouts([like.of_counted.payout for like in counting], own, counted)
    groups = tuple(
        Group(number, Range.exactly(heads), like.verdict, like.of_all, asked, fact)
        for number, (like, heads) in enumerate(people.items(), FIRST)
    )
    outcome = Outcome(leading.policy, provision, NOBODY, leading.known, leading.timing, payout)
    whole = GroupedOutcome(
        leading.policy, provision, NOBODY, leading.known, leading.timing, payout, heads=Heads(fact, groups, False)
    )
    lacking = unique((*whole.missing, *(name for group in groups for name in group.lacking)))
    return outcome, () if outcome.status.is_refused else lacking
