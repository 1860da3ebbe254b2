"""Cells of a table, read as the form reads what is typed: days as numbers, √, and what tables write for nothing."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from calc.facts.questions import Answer, Day, Question, YesNo

Cell: TypeAlias = Any
"""What stands in a cell: None, a text, a number, a day, or whatever else a file's format knows."""

NOTHING = frozenset({"", "NULL", "N/A", "#N/A", "NAN", "NONE"})
"""What tables write where nobody knows the answer, in capitals."""
SERIAL_START = date(1899, 12, 30)
"""The day from which spreadsheets count; right from March 1900 on."""
_SERIAL = re.compile(r"[1-7]\d{4}(?:\.\d+)?", re.ASCII)
"""Days from 1927 to 2119 as spreadsheets count them: five digits, which no date has that people write."""
_CLOCK = re.compile(r"(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$", re.ASCII)
_AS_TEXT = re.compile(r'="([^"]*)"')
"""How some files keep a spreadsheet from taking digits for a number."""
_TICKED = {"1": "是", "0": "否"}
"""How tables of other programs write what is asked with yes or no; typed into the form they would be a slip."""
_ROUNDED = re.compile(r"\d(?:\.\d+)?E\+(?:1[4-9]|2\d)", re.ASCII | re.IGNORECASE)
MOST_DIGITS = 15
"""Spreadsheets keep so many digits of a number."""
MOST_EXACT = 10**MOST_DIGITS


def is_nothing(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip().upper() in NOTHING)


def is_blank(cells: Iterable[Cell]) -> bool:
    """Whether nothing stands in any of some cells."""
    return all(cell is None or cell == "" or (isinstance(cell, str) and not cell.strip()) for cell in cells)


def read_cell(question: Question, cell: Cell) -> Answer | None:
    """Read a cell as the form reads what is typed; None where it says nothing.

    Raises PydanticCustomError with the form's sentence.
    """
    return question.read(_retype(question, cell))


def spell_cell(cell: Cell) -> str:
    """Write a cell as text: as a spreadsheet shows it, with no digit lost and none added."""
    if cell.__class__ is str:
        return cell  # nearly all are
    match cell:
        case None:
            return ""
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return _spell_number(cell)
        case datetime():
            is_day = cell.time() == time() and cell.tzinfo is None
            return cell.date().isoformat() if is_day else cell.isoformat(" ")
        case date() | time():
            return cell.isoformat()
    return str(cell)


def is_formula(cell: Cell) -> bool:
    """Whether a cell holds a formula whose result nobody has stored."""
    return isinstance(cell, str) and cell.startswith("=") and not _AS_TEXT.fullmatch(cell)


def is_damaged(cell: Cell) -> bool:
    """Whether a cell holds a long number that has lost digits: a number of an identity card, stored as a number."""
    if isinstance(cell, str):
        return "+" in cell and _ROUNDED.fullmatch(cell.strip()) is not None
    return isinstance(cell, float) and abs(cell) >= MOST_EXACT


def _retype(question: Question, cell: Cell) -> object:
    """What a person would type for what a cell holds."""
    if isinstance(question, Day):
        return _retype_day(cell)
    text = _tidy(spell_cell(cell))
    if is_nothing(text):
        return None
    return _TICKED.get(text, text) if isinstance(question, YesNo) else text


def _retype_day(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _tidy(spell_cell(cell))
    if is_nothing(text):
        return None
    if _SERIAL.fullmatch(text):
        return SERIAL_START + timedelta(days=int(float(text)))
    return _CLOCK.sub("", text)


def _tidy(text: str) -> str:
    stripped = text.strip()
    kept = _AS_TEXT.fullmatch(stripped)
    return kept[1].strip() if kept else stripped


def _spell_number(number: float) -> str:
    """A number with the fifteen digits that spreadsheets show; a whole one without a point."""
    if number.is_integer() and abs(number) < MOST_EXACT:
        return str(int(number))
    return f"{Decimal(f'{number:.{MOST_DIGITS}g}')}" if number == number else ""
