"""Open a table of whatever kind: by what the file holds, not by its name."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from calc.batches.parquet import read_parquet
from calc.spreadsheets.delimited import read_delimited
from calc.spreadsheets.sheet import Sheet
from calc.spreadsheets.unreadable import UnreadableFileError
from calc.spreadsheets.workbook import read_workbook

_PARQUET, _ZIP, _OLD = b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_MARKUP = (b"<html", b"<!doc", b"<?xml", b"<tabl")


@contextmanager
def open_table(path: Path, facts: Collection[str], name: str = "") -> Iterator[Sheet]:
    """Open the table in a file, of a workbook the sheet with a name; raises UnreadableFileError, and OSError."""
    with path.open("rb") as file:
        start = file.read(8)
        file.seek(0)
        if start.startswith(_PARQUET):
            with read_parquet(path) as sheet:
                yield sheet
        elif start.startswith(_ZIP):
            yield read_workbook(file, facts, name)
        elif start.startswith(_OLD):
            raise UnreadableFileError("这是旧的 .xls 文件，或者加了密码：请用表格软件打开，另存为不加密码的 .xlsx。")
        elif start[:5].lower() in _MARKUP:
            raise UnreadableFileError("这是网页，不是表格：请用表格软件打开，另存为 .xlsx。")
        else:
            size = path.stat().st_size
            yield Sheet(read_delimited(file), lambda _: file.tell() / max(size, 1))


def is_parquet(path: Path) -> bool:
    """Whether a file is a Parquet file."""
    with path.open("rb") as file:
        return file.read(len(_PARQUET)) == _PARQUET
