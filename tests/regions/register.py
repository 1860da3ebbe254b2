"""The register of regions: what tests know of each that its declarations do not say, one file for each."""

import runpy
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from building.places import ROOT
from calc.policies import POLICIES

FOLDER = Path(__file__).parent
OWN_FILES = {
    "cases": "the worked examples of every provision, as tables",
    "exemptions": "what the text says that is not calculated, and why",
}
"""What else a region has to itself, in tests/<kind>/<region>.md."""


def say(what: str) -> Any:
    """A field, and what belongs into the region's file under its name."""
    return field(metadata={"what": what})


@dataclass(frozen=True, kw_only=True)
class Region:
    """What the text of one region says, pinned by somebody who read it; in its file the names stand in capitals."""

    cards: str = say("a line for every provision: id | clause | nature | who is paid (? where nobody is named) | fund")
    evidence: Mapping[str, str] = say("by provision, what the text asks to be shown")
    offices: Mapping[str, str] = say("by provision, the words with which the text names who handles it")
    lasts: Mapping[str, str] = say(
        "by provision, what else than its day tells when it is due: its days, and a later day"
    )
    about: frozenset[str] = say("the facts that make a person one whom the document is about")
    judged: frozenset[tuple[str, str]] = say("provision and fact, wherever the text leaves a judgement to an authority")
    asks_private: bool = say("whether its form asks for what no receipt or link may carry")
    first_day: str = say("the first day of its term as the text writes it, blanks left out; empty where none is stated")
    targets: tuple[int, ...] = say("every number of persons that the text sets as a target")
    ladders: Mapping[str, Mapping[str, Any]] = say(
        "by provision whose sum rises by steps, answers that meet everything but the count itself"
    )
    sure_for_worker: str = say("what a worker from Wanzhou, registered poor, surely gets for eight months of work")
    no_twin: str = say("why tests/twin calculates nothing of it a second time; empty where it does")

    @property
    def provisions(self) -> tuple[str, ...]:
        """The ids of its provisions, as its cards name them."""
        return tuple(line.split("|")[0].strip() for line in self.cards.strip().splitlines())


@lru_cache
def read_region(policy: str, folder: Path = FOLDER) -> Region:
    """The register's file of a region; a missing or unfinished one fails the test with one sentence."""
    path = folder / f"{policy}.py"
    names = {item.name.upper(): item for item in fields(Region)}
    said = runpy.run_path(str(path)) if path.is_file() else {}
    lacking = [f"{name} ({item.metadata['what']})" for name, item in names.items() if name not in said]
    if lacking:
        pytest.fail(f"Write into tests/regions/{policy}.py what its text says: {'; '.join(lacking)}.", pytrace=False)
    return Region(**{item.name: said[name] for name, item in names.items()})


def read_own_file(kind: str, policy: str, root: Path = ROOT) -> str:
    """A region's cases or exemptions; a missing file fails the test with one sentence."""
    path = root / "tests" / kind / f"{policy}.md"
    if not path.is_file():
        pytest.fail(f"Write tests/{kind}/{policy}.md: {OWN_FILES[kind]}.", pytrace=False)
    return path.read_text(encoding="utf-8")


def registered() -> dict[str, Region]:
    """The regions whose file is complete; test_register.py fails for every other one."""
    found = {}
    for policy in POLICIES:
        try:
            found[policy] = read_region(policy)
        except pytest.fail.Exception:
            continue
    return found
