"""Spark comes to what one process comes to, row for row and in sum, with numpy and without."""

import os
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.questions import Choice, Choices
from calc.policies import POLICIES
from calc.roster import alike, classes, column, numbering, reckoning, stays
from calc.roster.headers import find_headers
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_facts, list_personal_facts
from calc.spreadsheets.assessing import Assessing
from examples.spark.assess_table import assess_table, read_sums
from tests.bench.roster_rows import draw_adversarial, draw_realistic

ROWS = 600
COMMON: Answers = {}
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    root = str(Path(__file__).parents[2])
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": root}
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 100)
        .config("spark.sql.shuffle.partitions", 2)
        .getOrCreate()
    )
    yield session
    session.stop()


def write_table(policy: Policy, path: Path) -> list[tuple[Any, ...]]:
    """Draw persons, half of them realistic, and write them as a person would: in the words of the form."""
    facts = tuple(list_personal_facts([policy]))
    drawn = [*draw_realistic(policy, facts, ROWS // 2), *draw_adversarial(policy, facts, ROWS // 2)]
    cells = {
        "姓名": [f"人{number}" for number in range(ROWS)],
        **{CATALOGUE[fact].short: [_say(fact, row.get(fact)) for row in drawn] for fact in facts},
    }
    pq.write_table(pa.table(cells), path, row_group_size=150)
    return [tuple(cells), *zip(*cells.values(), strict=True)]


def _say(fact: str, answer: Any) -> str | None:
    question = CATALOGUE[fact]
    if answer is None or isinstance(question, Choice | Choices):
        return None if answer is None else question.spell(answer)
    return question.spell(answer)


@policies
def test_spark_comes_to_what_one_process_comes_to(
    policy: Policy, spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles, *rows = write_table(policy, tmp_path / "people.parquet")
    table = spark.read.parquet(str(tmp_path / "people.parquet")).repartition(3)
    told = [tuple(row) for row in assess_table(table, policy.id, COMMON).collect()]
    persons = sorted(row[:-1] for row in told if row[-1] is None)
    totals = read_sums(row[-1] for row in told if row[-1] is not None)
    for way in (None, numbering):
        for user in (column, alike, stays, classes):
            for name in vars(user).keys() & {*reckoning.__all__} if way else ():
                monkeypatch.setattr(user, name, getattr(way, name))
        assessing = Assessing([policy], find_headers([titles], list_facts([policy])), COMMON)
        alone, _ = assessing.assess(rows, 1)
        expected = sorted((*row, *results) for row, results in zip(rows, alone, strict=True))
        assert [*map(_spell, persons)] == [*map(_spell, expected)]
        assert {*totals} == {*assessing.sums[policy.id].totals}
    assert len(persons) == ROWS


def _spell(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(f"{cell:.2f}" if isinstance(cell, Decimal) else str(cell) for cell in row)
