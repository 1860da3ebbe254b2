"""Cells that a spreadsheet would run as a formula, made plain text."""

import re

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


def disarm(cell: str) -> str:
    """Turn a cell that a spreadsheet would take for a formula into text; a number is none."""
    return f"'{cell}" if cell.startswith(_STARTS) and not _NUMBER.fullmatch(cell) else cell
