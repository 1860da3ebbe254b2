"""Measure one table, for rosters.py: python -m tests.bench.roster_table POLICY KIND ROWS [TABLE.npz].

With a path three rules alone are found, and what OpenFisca needs for them is written there, with our settled sums.
"""

import gc
import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice
from typing import Any

import numpy as np

from calc.engine.assess import assess
from calc.engine.outcome import Status
from calc.policies import POLICIES
from calc.roster.following import Answered
from calc.roster.memory import Memory
from calc.roster.roster import Result, Roster, open_roster
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.spreadsheets.units import Gathered
from tests.bench.roster_rows import Row, draw_adversarial, draw_realistic, list_facts, list_paid_to_persons

DRAW = {"realistic": draw_realistic, "adversarial": draw_adversarial}
AT_ONCE = 1_000_000
"""So many rows are asked about at once, as OpenFisca asks about all; what is known is kept for the next ones."""
LOOPED = 300
MONTHS = ("months_employed", "post_months")
THREE = {"travel": "travel-meal-subsidy", "monthly": "cross-province-subsidy", "post": "public-post-subsidy"}


def main() -> None:
    """Print the seconds of the table, those of the loop for a row, and the peak of memory in bytes."""
    name, kind, rows, *path = sys.argv[1:]
    policy = POLICIES[name]
    provisions = tuple(map(policy.provision, THREE.values())) if path else list_paid_to_persons(policy)
    facts = list_facts(provisions)
    drawn = DRAW[kind](policy, facts, int(rows))
    first = list(islice(drawn, LOOPED))
    loop = time_loop(policy, first)
    memory, seconds = Memory(), 0.0
    gc.freeze()  # as the command does
    pieces: list[dict[str, Any]] = []
    for answered in gather(chain(first, drawn), facts):
        begun = time.process_time()
        roster = open_roster(policy, answered, len(answered[facts[0]]), memory=memory)
        roster.total(provisions)
        seconds += time.process_time() - begun
        if path:
            pieces.append({**lay(facts, roster), **settle(roster, provisions)})
    if path:
        arrays: dict[str, Any] = {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
        np.savez(path[0], **arrays)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024
    print(json.dumps({"seconds": seconds, "loop": loop, "peak": peak}))


def gather(rows: Iterator[Row], facts: Sequence[str]) -> Iterator[Answered]:
    """The answers to each question, AT_ONCE rows at a time, without keeping the rows themselves."""
    for row in rows:
        columns = {fact: Gathered() for fact in facts}
        for each in chain([row], islice(rows, AT_ONCE - 1)):
            for fact, column in columns.items():
                column.add([each.get(fact)])
        yield {fact: column.as_column() for fact, column in columns.items()}


def time_loop(policy: Policy, rows: Sequence[Row]) -> float:
    """The seconds that `assess` takes for a row; no two rows are alike."""
    begun = time.process_time()
    for row in rows:
        assess(policy, {fact: answer for fact, answer in row.items() if answer is not None})
    return (time.process_time() - begun) / len(rows)


def lay(facts: Sequence[str], roster: Roster) -> dict[str, Any]:
    """The rows as OpenFisca has them: with what follows from the answers; unknown is no, nothing, or the first day."""
    known = {fact: [state.answer for state in roster.parts.states[fact]] for fact in facts}
    arrays: dict[str, Any] = {"is_from_wanzhou": np.array([home == "wanzhou" for home in known["home"]])}
    for fact, cells in known.items():
        if any(isinstance(cell, date) for cell in cells):
            arrays[fact] = np.array([cell or date(1970, 1, 1) for cell in cells], "datetime64[D]")
        elif fact != "home":
            arrays[fact] = np.array([cell or 0 for cell in cells], int if fact in MONTHS else bool)
    return arrays


def settle(roster: Roster, provisions: Sequence[Provision]) -> dict[str, Any]:
    """Our sums where they are settled, and the answers do not contradict each other."""
    found = zip(THREE, map(roster.find, provisions), strict=True)
    wrong = np.array([*roster.contradicts])
    return {f"ours_{name}": np.where(wrong, np.nan, [*map(sum_up, column)]) for name, column in found}


def sum_up(result: Result) -> float:
    if result.status is Status.ELIGIBLE and result.amount and result.amount.low == result.amount.high:
        return float(result.amount.low)
    return 0.0 if result.status is Status.INELIGIBLE else float("nan")


if __name__ == "__main__":
    main()
