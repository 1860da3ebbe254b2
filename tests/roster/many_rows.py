"""Compare a large table with its rows asked alone: python -m tests.roster.many_rows [--rows 100000] [--policies …].

Every provision by the default readings and by each other one, with answers unknown and answers that contradict each
other, half of the rows realistic and half adversarial, by classes of rows and row by row. It ends with an error at the
first row that differs.
"""

import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from unittest.mock import patch

from calc.engine.assess import assess
from calc.engine.outcome import Outcome
from calc.facts.catalogue import Answers
from calc.facts.inference import find_contradictions
from calc.policies import POLICIES
from calc.roster import classes
from calc.roster.column import encode
from calc.roster.memory import Memory
from calc.roster.roster import Result, Roster, open_roster
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from tests.bench.roster_rows import draw_adversarial, draw_realistic, list_facts

AT_ONCE = 5_000
WAYS = {"classes": 0, "rows": AT_ONCE}
"""So many times fewer than rows the classes have to be."""
Memories = Mapping[tuple[str, Reading | None], Memory]


def main() -> None:
    """Print how many results were compared for each policy."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--policies", nargs="+", default=list(POLICIES))
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    for name in asked.policies:
        begun, compared = time.process_time(), compare_rows(POLICIES[name], asked.rows, asked.seed)
        seconds = time.process_time() - begun
        print(f"{name}: {asked.rows:,} rows, {compared:,} results equal, {seconds:.0f} s", flush=True)


def compare_rows(policy: Policy, rows: int, seed: int = 0) -> int:
    """Compare so many rows, and count the results; raises AssertionError where one differs."""
    facts = list_facts(policy.provisions)
    half = rows // 2
    drawn = chain(draw_realistic(policy, facts, half, seed), draw_adversarial(policy, facts, rows - half, seed))
    known = ({fact: answer for fact, answer in row.items() if answer is not None} for row in drawn)
    memories = {(way, reading): Memory() for way in WAYS for reading in (None, *policy.readings)}
    return sum(_compare(policy, piece, memories) for piece in _cut(known))


def _cut(rows: Iterator[Answers]) -> Iterator[list[Answers]]:
    while piece := list(islice(rows, AT_ONCE)):
        yield piece


def _compare(policy: Policy, rows: Sequence[Answers], memories: Memories) -> int:
    facts = sorted({fact for row in rows for fact in row})
    columns = {fact: encode(row.get(fact) for row in rows) for fact in facts}
    tables: dict[str, dict[Reading | None, Roster]] = {way: {} for way in WAYS}
    for (way, reading), memory in memories.items():
        with patch.object(classes, "FEWER", WAYS[way]):
            tables[way][reading] = roster = open_roster(policy, columns, len(rows), reading, memory)
            roster.total(policy.provisions)
    return sum(_compare_row(policy, number, row, tables) for number, row in enumerate(rows))


def _compare_row(
    policy: Policy, number: int, row: Answers, tables: Mapping[str, Mapping[Reading | None, Roster]]
) -> int:
    contradicts = bool(find_contradictions(row))
    assert all(rosters[None].contradicts[number] is contradicts for rosters in tables.values()), row
    compared = 0
    for finding in assess(policy, row).findings if not contradicts else ():
        otherwise = ((each.reading, each.outcome) for each in finding.alternatives)
        for reading, outcome in ((None, finding.outcome), *otherwise):
            for way, rosters in tables.items():
                result = rosters[reading].find(finding.provision)[number]
                assert show(result) == show_outcome(outcome), (way, finding.provision.id, reading, row)
                assert result.payees == finding.payees
                compared += 1
    return compared


def show(result: Result) -> tuple[object, ...]:
    """All that a result tells but its payees."""
    own = (result.status, result.label, result.amount, result.by_fund, result.missing, result.awaited)
    return (*own, result.refused_by)


def show_outcome(outcome: Outcome) -> tuple[object, ...]:
    """The same of one person's outcome."""
    refused_by = tuple((step.phrase, step.clause) for step in outcome.reasons)
    own = (outcome.status, outcome.label, outcome.amount, outcome.by_fund, outcome.missing, outcome.awaited)
    return (*own, refused_by)


if __name__ == "__main__":
    main()
