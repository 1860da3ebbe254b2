"""Write the cases of a policy as plain data: what was answered, and what the officers who read the text expect."""

from collections.abc import Iterable
from typing import Any

from calc.contract.build import show_answers
from calc.engine.outcome import Status
from calc.engine.timing import Absence
from calc.facts.catalogue import BY_SHORT_NAME
from calc.facts.check import check_facts
from calc.proof.cases import AMOUNT, BECAUSE, MISSING, OTHER, REMARK, RESULT, TRIAL, CaseRow, CaseTable

TEXTS = {AMOUNT: "amount", TRIAL: "trial", BECAUSE: "because", OTHER: "otherwise", REMARK: "remark"}
"""The columns that are told in the officers' own words, as programs call them."""
STATUSES = {status.label: {"status": status.value} for status in Status}
OUTSIDE = {absence.label: {"status": Status.OUTSIDE.value, "outside": absence.value} for absence in Absence}
RESULTS = STATUSES | OUTSIDE
"""What a result is in the contract."""


def write_cases(tables: Iterable[CaseTable]) -> list[dict[str, Any]]:
    """Write every row by itself, with the facts that its table shares."""
    return [_write_case(row) for table in tables for row in table.rows]


def _write_case(row: CaseRow) -> dict[str, Any]:
    told, missing = row.expected, row.expected.get(MISSING)
    expected = {
        **RESULTS[told[RESULT]],
        "missing": [BY_SHORT_NAME[name] for name in missing.split("、")] if missing else [],
        **{name: told[column] for column, name in TEXTS.items() if told.get(column)},
    }
    return {"provision": row.provision, "facts": show_answers(check_facts(row.facts)), "expected": expected}
