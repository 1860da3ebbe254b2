"""How large a table may be, by what people's tables are and what a machine's memory holds."""

from typing import NamedTuple

MOST_COLUMNS = 1_000
MOST_ROWS_OF_SHEET = 1_048_576
"""As many as a spreadsheet has, headers included."""
MOST_TEXT_IN_CELL = 32_767
"""As many characters as a cell of a spreadsheet holds."""


class Bounds(NamedTuple):
    """How large an .xlsx may be: its cells stand in memory all at once.

    `packed` and `unpacked` are bytes; `cells` are those of a sheet, empty ones between others included: its reader lays
    out all of them.
    """

    packed: int
    unpacked: int
    cells: int


ON_MACHINE = Bounds(100 << 20, 1 << 30, 40_000_000)
IN_PAGE = Bounds(20 << 20, 200 << 20, 4_000_000)
"""A page has less memory, and whoever waits in front of it less patience."""
MOST_ROWS_IN_PAGE = 20_000
