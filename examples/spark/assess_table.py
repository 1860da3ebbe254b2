"""A table of persons through a policy on Spark: the calculator's own core, in every Python worker.

Rows stream as Arrow batches. What a worker has found it keeps for its next batches and tasks. Every column of the table
travels along; behind it stand the columns that `python -m calc roster` writes, with the same words.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.types import DecimalType, StringType, StructField, StructType

from calc.engine.combine import Total
from calc.facts.catalogue import Answers
from calc.policies import POLICIES
from calc.roster.headers import Headers, find_headers
from calc.roster.memory import Memory
from calc.roster.roster import add_totals
from calc.rules.payees import Payee
from calc.spreadsheets.asked import list_facts
from calc.spreadsheets.assessing import Assessing
from calc.spreadsheets.laying import name_results

SUMS = "合计"
"""This column is empty in the rows of persons; one row of each task has nothing but it: what its persons come to."""
SUM = DecimalType(18, 2)
PARTS = ("low", "high", "ceiling", "floor", "estimate")
KNOWN: dict[str, Memory] = {}
"""What this Python worker has found, by policy: it holds people's answers, and ends with the worker."""

Batches = Iterator[pa.RecordBatch]


def assess_table(table: DataFrame, policy: str, common: Answers) -> DataFrame:
    """Assess the persons of a table, a row for each; `common` are the answers that are the same for all.

    Raises HeadersError where no column answers a question, or two answer the same.
    """
    headers = find_headers([tuple(table.columns)], list_facts([POLICIES[policy]]))
    results = [StructField(name, SUM if is_sum else StringType()) for name, is_sum in name_results([POLICIES[policy]])]
    own = [
        StructField(field.name, field.dataType) for field in table.schema.fields
    ]  # the row of sums leaves them empty
    schema = StructType([*own, *results, StructField(SUMS, StringType())])
    return table.mapInArrow(open_task(policy, headers, common), schema)


def open_task(policy: str, headers: Headers, common: Answers) -> Callable[[Batches], Batches]:
    """What a task does with its batches; it must be imported where it runs, or nothing is known to the next task."""

    def assess(batches: Batches) -> Batches:
        memories = {policy: KNOWN.setdefault(policy, Memory())}
        assessing = Assessing([POLICIES[policy]], headers, common, memories=memories)
        names = [*(name for name, _ in name_results([POLICIES[policy]])), SUMS]
        own: pa.Schema | None = None
        for batch in batches:
            own = batch.schema
            told, _ = assessing.assess([*zip(*(column.to_pylist() for column in batch.columns), strict=True)], 1)
            yield lay(own, names, batch.columns, [(*row, None) for row in told])
        if own is not None:
            nobody = [pa.nulls(1, field.type) for field in own]
            sums = write_sums(assessing.sums[policy].totals)
            yield lay(own, names, nobody, [(*[None] * (len(names) - 1), sums)])

    return assess


def lay(own: pa.Schema, names: Sequence[str], columns: Iterable[pa.Array], told: Sequence[Sequence[Any]]) -> Any:
    """A batch of the table's own columns and of what is told of its rows."""
    kinds = [pa.decimal128(18, 2) if name.endswith("（元）") else pa.string() for name in names]
    added = [pa.array(cells, kind) for cells, kind in zip(zip(*told, strict=True), kinds, strict=True)]
    fields = [*own, *(pa.field(name, kind) for name, kind in zip(names, kinds, strict=True))]
    return pa.RecordBatch.from_arrays([*columns, *added], schema=pa.schema(fields))


def write_sums(totals: Iterable[Total]) -> str:
    """Totals by payee and fund as text; sums are exact fractions."""
    return json.dumps(
        [
            {"payee": row.payee.name, "fund": row.fund, **{part: _spell(getattr(row, part)) for part in PARTS}}
            for row in totals
        ]
    )


def read_sums(texts: Iterable[str]) -> tuple[Total, ...]:
    """The totals of all tasks together."""
    return add_totals(
        Total(Payee[row["payee"]], row["fund"], **{part: _read(row[part]) for part in PARTS})
        for text in texts
        for row in json.loads(text)
    )


def _spell(sum_: Fraction | None) -> str | None:
    return None if sum_ is None else str(sum_)


def _read(text: str | None) -> Any:
    return None if text is None else Fraction(text)
