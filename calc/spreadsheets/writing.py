"""Rows written as .csv or .xlsx, one by one: nothing is lost, and nothing runs as a formula when a file is opened."""

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from io import TextIOWrapper
from typing import BinaryIO

from calc.roster.cells import MOST_DIGITS, MOST_EXACT, Cell, spell_cell
from calc.roster.mistakes import name_column
from calc.spreadsheets.formulas import disarm
from calc.spreadsheets.limits import MOST_ROWS_OF_SHEET, MOST_TEXT_IN_CELL
from calc.spreadsheets.unreadable import UnreadableFileError, say_missing

Write = Callable[[Sequence[Cell]], object]
FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count earlier days wrongly."""
TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Options by which XlsxWriter takes a text for a text."""


class UnwritableTableError(Exception):
    """A table that does not fit into a kind of file; the message is a Chinese sentence with the mending."""


@contextmanager
def write_delimited(file: BinaryIO) -> Iterator[Write]:
    """Write rows as CSV in UTF-8, with the mark by which Excel knows it."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    try:
        yield lambda cells: writer.writerow(map(_spell, cells))
    finally:
        text.detach()


@contextmanager
def write_workbook(file: BinaryIO) -> Iterator[Write]:
    """Write rows as the one sheet of an .xlsx: days and numbers as such, all else as text."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise UnreadableFileError(say_missing("XlsxWriter", ".xlsx")) from None
    book = Workbook(file, {"constant_memory": True, **TEXT})
    sheet = book.add_worksheet("结果")
    day, moment, sum_ = (book.add_format({"num_format": form}) for form in ("yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0.00"))
    row = 0

    def write(cells: Sequence[Cell]) -> None:
        nonlocal row
        if row == MOST_ROWS_OF_SHEET:
            raise UnwritableTableError(f".xlsx 最多 {MOST_ROWS_OF_SHEET:,} 行，放不下：请输出为 .csv 或 .parquet。")
        for column, cell in enumerate(cells):
            if cell is None or cell == "":
                continue
            if isinstance(cell, bool):
                sheet.write_boolean(row, column, cell)
            elif isinstance(cell, int | float) and abs(cell) < MOST_EXACT:
                sheet.write_number(row, column, cell)
            elif isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= MOST_DIGITS:
                sheet.write_number(row, column, float(cell), sum_)
            elif isinstance(cell, datetime) and cell.tzinfo is None and cell.date() >= FIRST_DAY:
                sheet.write_datetime(row, column, cell, moment)
            elif isinstance(cell, date) and not isinstance(cell, datetime) and cell >= FIRST_DAY:
                sheet.write_datetime(row, column, cell, day)
            else:
                text = spell_cell(cell)
                if len(text) > MOST_TEXT_IN_CELL:
                    raise UnwritableTableError(_say_too_long(row, column, text))
                sheet.write_string(row, column, text)
        row += 1

    try:
        yield write
    finally:
        book.close()


def _spell(cell: Cell) -> str:
    """A cell as text; what is a number in its file, and may begin with a sign, runs nowhere."""
    return disarm(cell) if isinstance(cell, str) else spell_cell(cell)


def _say_too_long(row: int, column: int, text: str) -> str:
    place = f"第 {row + 1} 行 {name_column(column)} 列有 {len(text):,} 个字"
    return f"{place}，.xlsx 一格最多 {MOST_TEXT_IN_CELL:,} 个：请输出为 .csv 或 .parquet。"
