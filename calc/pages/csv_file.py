"""Write tables as CSV text that opens in Excel and runs nothing there."""

import csv
from collections.abc import Iterable
from io import StringIO

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Iterable[str]]) -> str:
    """Write the rows as CSV, with the mark by which Excel knows UTF-8."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([_disarm(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _disarm(cell: str) -> str:
    """Turn a cell that a spreadsheet would take for a formula into text."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
