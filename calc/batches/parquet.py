"""Tables as Parquet files, by DuckDB: read batch by batch, and written with every column of the input as it was."""

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from calc.roster.cells import spell_cell
from calc.roster.reading import Row
from calc.spreadsheets.sheet import Sheet
from calc.spreadsheets.unreadable import UnreadableFileError, say_missing
from calc.spreadsheets.writing import UnwritableTableError, Write

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "512MB"
BATCH = 1_000
GROUP = 20_480
"""So many rows are in memory while they are packed."""
DAMAGED = "文件读不下去，可能没有传完，或者损坏了：请重新导出一份。"
DOES_NOT_FIT = "结果写不成 .parquet，可能一行太长，或者磁盘满了：请输出为 .csv。"
TEXT, SUM = "VARCHAR", "DECIMAL(18, 2)"
_AS_WRITTEN = (
    "auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', new_line = '\\n', "
    "parallel = false, strict_mode = false, max_line_size = 8000000"
)
_WILD = re.compile(r"[\[*?]")


@contextmanager
def connect(refusal: Exception) -> Iterator["DuckDBPyConnection"]:
    """Open DuckDB in bounded memory, without anything from the network; what it cannot do raises the refusal."""
    try:
        import duckdb
    except ImportError:
        raise UnreadableFileError(say_missing("duckdb", ".parquet")) from None
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        settings = {
            "memory_limit": MEMORY,
            "threads": "1",
            "temp_directory": folder,
            "autoload_known_extensions": "false",
        }
        try:
            for name, value in settings.items():
                connection.execute(f"SET {name} = {_quote(value)}")
            yield connection
        except duckdb.Error as error:
            raise refusal from error


@contextmanager
def read_parquet(path: Path) -> Iterator[Sheet]:
    """Read the rows of a Parquet file, the names of its columns first; raises UnreadableFileError."""
    with connect(UnreadableFileError(DAMAGED)) as connection:
        count = connection.execute("SELECT count(*) FROM read_parquet(?)", [_spell(path)]).fetchall()[0][0]
        found = connection.execute("SELECT * FROM read_parquet(?)", [_spell(path)])
        names = [column[0] for column in found.description or ()]
        yield Sheet(chain([names], _fetch(found)), lambda done: done / (count + 1), searched=1)


def _fetch(found: "DuckDBPyConnection") -> Iterator[Row]:
    while rows := found.fetchmany(BATCH):
        yield from rows


@contextmanager
def write_parquet(path: Path, columns: Mapping[str, str], beside: Path | None = None) -> Iterator[Write]:
    """Write rows of columns with their types as a Parquet file; `beside` is one whose columns come first, unchanged."""
    with TemporaryDirectory(dir=path.parent) as folder, connect(UnwritableTableError(DOES_NOT_FIT)) as connection:
        laid = Path(folder, "rows.csv")
        with laid.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
            yield lambda cells: writer.writerow(list(map(spell_cell, cells)))
        told = ", ".join(f"{_quote(name)}: {_quote(kind)}" for name, kind in columns.items())
        rows = f"read_csv(?, columns = {{{told}}}, {_AS_WRITTEN})"
        given = [str(laid)]
        if beside:
            rows, given = f"read_parquet(?) POSITIONAL JOIN {rows}", [_spell(beside), *given]
        connection.execute(
            f"COPY (SELECT * FROM {rows}) TO {_quote(str(path))} (FORMAT parquet, ROW_GROUP_SIZE {GROUP})", given
        )


def _spell(path: Path) -> str:
    """A path as DuckDB takes it for one file: it would look for others by * and ?."""
    return _WILD.sub(lambda found: f"[{found[0]}]", str(path))


def _quote(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
