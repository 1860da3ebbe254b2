"""Write tables as CSV text that opens in Excel and runs nothing there."""

import csv
from collections.abc import Iterable
from io import StringIO

from calc.spreadsheets.formulas import disarm

BYTE_ORDER_MARK = "\ufeff"


def write_csv(rows: Iterable[Iterable[str]]) -> str:
    """Write the rows as CSV, with the mark by which Excel knows UTF-8."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([disarm(cell) for cell in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()
