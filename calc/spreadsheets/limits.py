"""How large a table may be, by what people's tables are and what a machine's memory holds."""

MOST_COLUMNS = 1_000
MOST_ROWS_OF_SHEET = 1_048_576
"""As many as a spreadsheet has, headers included."""
MOST_TEXT_IN_CELL = 32_767
"""As many characters as a cell of a spreadsheet holds."""
MOST_PACKED = 100 << 20
MOST_UNPACKED = 1 << 30
"""Bytes of an .xlsx, packed and unpacked: its cells stand in memory all at once."""
MOST_CELLS = 40_000_000
"""Cells of a sheet, empty ones between others included: its reader lays out all of them."""
