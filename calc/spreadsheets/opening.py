"""Open a table of either kind: by what the file holds, not by its name."""

from collections.abc import Collection
from io import SEEK_END
from typing import BinaryIO

from calc.spreadsheets.delimited import read_delimited
from calc.spreadsheets.limits import ON_MACHINE, Bounds
from calc.spreadsheets.sheet import Sheet
from calc.spreadsheets.unreadable import UnreadableFileError
from calc.spreadsheets.workbook import read_workbook

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKUP = (b"<html", b"<!doc", b"<?xml", b"<tabl")


def open_sheet(file: BinaryIO, facts: Collection[str], name: str = "", bounds: Bounds = ON_MACHINE) -> Sheet:
    """Open the table in a file, of a workbook the sheet with a name; raises UnreadableFileError."""
    size = file.seek(0, SEEK_END)
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if start.startswith(_ZIP):
        return read_workbook(file, facts, name, bounds)
    if start.startswith(_OLD):
        raise UnreadableFileError("这是旧的 .xls 文件，或者加了密码：请用表格软件打开，另存为不加密码的 .xlsx。")
    if start[:5].lower() in _MARKUP:
        raise UnreadableFileError("这是网页，不是表格：请用表格软件打开，另存为 .xlsx。")
    return Sheet(read_delimited(file), lambda _: file.tell() / max(size, 1))
