"""Cases that officers read and write: Markdown tables of facts and what they must come to.

A section `### title（provision-id）` holds tables. The columns before 结果 are facts by their short names; a line
共同事实：甲 是；乙 12 gives facts that all rows share, until the next such line or the next section. The same text is
run as tests and shown on the policy's page as worked examples.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from calc.engine.assess import Finding
from calc.facts.catalogue import BY_SHORT_NAME, CATALOGUE
from calc.values.money import spell_amount

RESULT, AMOUNT, MISSING, BECAUSE, OTHER, REMARK = "结果", "金额", "缺少", "依据", "另一读法", "说明"
TRIAL = "试算"
"""A figure that is told and not counted: what other rules fix, or what is paid for somebody."""
_HEADING = re.compile(r"^###\s+(?P<title>.+?)（(?P<id>[a-z0-9-]+)）\s*$")
_SHARED = "共同事实："
_RULE = re.compile(r"^\|[\s:|-]+\|$")


@dataclass(frozen=True)
class CaseRow:
    """One row: the facts as typed, and the expected cells by column name."""

    provision: str
    facts: Mapping[str, str]
    expected: Mapping[str, str]
    line: int


@dataclass(frozen=True)
class CaseTable:
    """One table: the provision it is about, the facts all rows share, and its rows."""

    provision: str
    title: str
    shared: Mapping[str, str]
    columns: tuple[str, ...]
    rows: tuple[CaseRow, ...]


def parse_cases(text: str) -> tuple[CaseTable, ...]:
    """Read all tables of a case file; raises ValueError, with the line, for what cannot be read."""
    tables: list[CaseTable] = []
    title, provision = "", ""
    shared: dict[str, str] = {}
    columns: tuple[str, ...] = ()
    rows: list[CaseRow] = []

    def close() -> None:
        if rows:
            tables.append(CaseTable(provision, title, dict(shared), columns, tuple(rows)))
        rows.clear()

    for number, line in enumerate(text.splitlines(), 1):
        if heading := _HEADING.match(line):
            close()
            title, provision, shared, columns = heading["title"], heading["id"], {}, ()
        elif line.startswith(_SHARED):
            close()
            shared, columns = dict(_read_shared(line.removeprefix(_SHARED), number)), ()
        elif line.startswith("|") and not _RULE.match(line):
            cells = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
            if not columns:
                columns = _read_columns(cells, number)
            else:
                rows.append(_read_row(provision, shared, columns, cells, number))
        elif not line.strip() and rows:
            close()
            columns = ()
    close()
    return tuple(tables)


def describe(finding: Finding) -> dict[str, str]:
    """A finding in the words of the case tables, to be compared with the expected cells."""
    outcome = finding.outcome
    others = (
        "；".join(alternative.found) or spell_amount(alternative.outcome.amount) or alternative.outcome.label
        for alternative in finding.alternatives
        if alternative.differs
    )
    return {
        RESULT: outcome.label,
        AMOUNT: spell_amount(outcome.amount),
        MISSING: "、".join(CATALOGUE[fact].short for fact in (*outcome.missing, *outcome.awaited)),
        OTHER: "；".join(others),
    }


def find_differences(row: CaseRow, finding: Finding) -> dict[str, str]:
    """Find the columns in which a finding is not what a row expects, each with what was found."""
    found = describe(finding)
    expected = {MISSING: "", **{column: cell for column, cell in row.expected.items() if column in found}}
    return {column: found[column] for column, cell in expected.items() if not _is_same(column, found[column], cell)}


def _is_same(column: str, found: str, cell: str) -> bool:
    """The order in which missing facts are named is the engine's affair, not the officer's."""
    return sorted(found.split("、")) == sorted(cell.split("、")) if column == MISSING else found == cell


def _read_shared(text: str, line: int) -> Iterator[tuple[str, str]]:
    for item in re.split(r"[；;]", text.strip().rstrip("。")):
        short, _, value = item.strip().partition(" ")
        yield _fact_called(short, line), value.strip()


def _read_columns(cells: tuple[str, ...], line: int) -> tuple[str, ...]:
    if RESULT not in cells:
        raise ValueError(f"line {line}: a table needs a column {RESULT}")
    for cell in cells[: cells.index(RESULT)]:
        _fact_called(cell, line)
    for cell in cells[cells.index(RESULT) :]:
        if cell not in (RESULT, AMOUNT, TRIAL, MISSING, BECAUSE, OTHER, REMARK):
            raise ValueError(f"line {line}: {cell!r} is not one of the result columns")
    return cells


def _read_row(
    provision: str, shared: Mapping[str, str], columns: tuple[str, ...], cells: tuple[str, ...], line: int
) -> CaseRow:
    if len(cells) != len(columns):
        raise ValueError(f"line {line}: {len(cells)} cells where the table has {len(columns)} columns")
    asked = columns.index(RESULT)
    facts = {_fact_called(short, line): cell for short, cell in zip(columns[:asked], cells, strict=False)}
    expected = dict(zip(columns[asked:], cells[asked:], strict=True))
    return CaseRow(provision, {**shared, **facts}, expected, line)


def _fact_called(short: str, line: int) -> str:
    try:
        return BY_SHORT_NAME[short]
    except KeyError:
        raise ValueError(f"line {line}: no fact is called {short!r}") from None
