"""Open a table of whatever kind: by what the file holds, not by its name."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from calc.batches.parquet import read_parquet
from calc.spreadsheets.opening import open_sheet
from calc.spreadsheets.sheet import Sheet

_PARQUET = b"PAR1"


@contextmanager
def open_table(path: Path, facts: Collection[str], name: str = "") -> Iterator[Sheet]:
    """Open the table in a file, of a workbook the sheet with a name; raises UnreadableFileError, and OSError."""
    if is_parquet(path):
        with read_parquet(path) as sheet:
            yield sheet
    else:
        with path.open("rb") as file:
            yield open_sheet(file, facts, name)


def is_parquet(path: Path) -> bool:
    """Whether a file is a Parquet file."""
    with path.open("rb") as file:
        return file.read(len(_PARQUET)) == _PARQUET
