"""Assess a table batch by batch: each row with its results, and the sums of all rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress, count

from calc.engine.combine import Total
from calc.engine.status_word import say_status_of
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.inference import find_contradictions
from calc.roster.cells import Cell
from calc.roster.column import Column, fill
from calc.roster.following import Answered
from calc.roster.headers import Headers
from calc.roster.memory import Memory
from calc.roster.mistakes import Mistake, Tally, quote_cell
from calc.roster.reading import Read, Row, read_rows
from calc.roster.roster import Roster, add_totals, open_roster
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.spreadsheets.asked import list_personal
from calc.spreadsheets.results import NO_RESULT, tell_result
from calc.spreadsheets.units import Gathering

CONTRADICTS = "答案互相矛盾，这一行没有算，也没有计入合计：请改好再算。"
Told = Sequence[Cell]


@dataclass
class Sums:
    """What all rows come to under a policy: totals by payee and fund, and the statuses of each provision."""

    totals: tuple[Total, ...] = ()
    statuses: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, roster: Roster) -> None:
        """Add the rows of a roster."""
        provisions = list_personal(roster.policy)
        self.totals = add_totals((*self.totals, *roster.total(provisions)))
        counted = [not contradicts for contradicts in roster.contradicts]
        for provision in provisions:
            found = roster.find(provision)
            statuses = self.statuses.setdefault(provision.id, Counter())
            for code, number in Counter(compress(found.codes, counted)).items():
                result = found.values[code]
                statuses[say_status_of(provision, result.status, result.label)] += number


@dataclass
class Assessing:
    """A table of persons under some policies, batch by batch.

    `common` are the answers that are the same for all rows; `other` is the reading taken the other way. A row that
    contradicts itself is counted in no sum. What a batch has found is kept for the next ones. `gathering`, if given,
    gathers the people of each unit.
    """

    policies: Sequence[Policy]
    headers: Headers
    common: Answers
    other: Reading | None = None
    gathering: Gathering | None = None
    persons: int = 0
    contradicting: int = 0
    mistakes: Tally = field(default_factory=Tally)
    sums: dict[str, Sums] = field(default_factory=dict)
    memories: dict[str, Memory] = field(default_factory=dict, repr=False)

    def assess(self, rows: Sequence[Row], first: int) -> tuple[list[Told], list[Mistake]]:
        """Assess some rows, `first` being the number of the first: what each comes to, and what cannot be used."""
        read = read_rows(rows, self.headers, first)
        answered: Answered = {
            **read.answered,
            **{fact: fill(answer, read.count) for fact, answer in self.common.items()},
        }
        rosters = [self._open(policy, answered, read.count) for policy in self.policies]
        numbers = list(compress(count(first), read.persons))
        against = self._name_contradictions(numbers, rosters[0].contradicts, answered)
        alone = self.gathering.add(rows, read, numbers) if self.gathering else []
        mistakes = sorted([*read.mistakes, *against, *alone], key=lambda mistake: mistake.row)
        for mistake in mistakes:
            self.mistakes.add(mistake)
        self.persons += read.count
        for roster in rosters:
            self.sums.setdefault(roster.policy.id, Sums()).add(roster)
        return self._lay(read, rosters, _join(mistakes), first), mistakes

    def _open(self, policy: Policy, answered: Answered, rows: int) -> Roster:
        other = self.other if self.other in policy.readings else None
        return open_roster(policy, answered, rows, other, self.memories.setdefault(policy.id, Memory()))

    def _name_contradictions(
        self, numbers: Sequence[int], contradicts: Column[bool], answered: Answered
    ) -> Iterator[Mistake]:
        for row in compress(range(len(numbers)), contradicts):
            self.contradicting += 1
            answers = {fact: answer for fact, column in answered.items() if (answer := column[row]) is not None}
            for fact, sentence in find_contradictions(answers).items():
                place = self.headers.facts.get(fact)
                yield Mistake(numbers[row], place, CATALOGUE[fact].short, sentence, CONTRADICTS)

    def _lay(self, read: Read, rosters: Sequence[Roster], problems: Mapping[int, str], first: int) -> list[Told]:
        """Each row's problems and results; a row that is no person, or contradicts itself, has none."""
        columns = [column for roster in rosters for column in _tell_provisions(roster)]
        nothing = NO_RESULT * len(columns)
        persons = (
            nothing if contradicts else tuple(chain.from_iterable(results))
            for contradicts, *results in zip(rosters[0].contradicts, *columns, strict=True)
        )
        return [
            (problems.get(number), *(next(persons) if is_person else nothing))
            for number, is_person in enumerate(read.persons, first)
        ]


def _tell_provisions(roster: Roster) -> Iterator[Iterator[Told]]:
    """For each provision, what it comes to row by row, told once for each distinct result."""
    for provision in list_personal(roster.policy):
        column = roster.find(provision)
        told = [tell_result(provision, result) for result in column.values]
        yield map(told.__getitem__, column.codes)


def _join(mistakes: Iterable[Mistake]) -> dict[int, str]:
    """All that is wrong in a row, in one text."""
    problems: dict[int, str] = {}
    for mistake in mistakes:
        told = f"{mistake.header or '整行'}：{quote_cell(mistake.found)}——{mistake.mending}"
        problems[mistake.row] = f"{problems.get(mistake.row, '')}{told}"
    return problems
