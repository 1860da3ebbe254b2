"""Cells that a spreadsheet would run as a formula, made plain text."""

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def disarm(cell: str) -> str:
    """Turn a cell that a spreadsheet would take for a formula into text."""
    return f"'{cell}" if cell.startswith(_STARTS) else cell
