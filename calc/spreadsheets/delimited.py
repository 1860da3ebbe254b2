"""Tables as text with commas, semicolons or tabs between the cells."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import BinaryIO

from calc.spreadsheets.encodings import find_encoding, mend
from calc.spreadsheets.limits import MOST_COLUMNS
from calc.spreadsheets.unreadable import UnreadableFileError

DELIMITERS = (",", ";", "\t")
_LOOKED_AT = 10
_MOST_IN_LINE = 1 << 20


def read_delimited(file: BinaryIO) -> Iterator[Sequence[str]]:
    """Read the rows of a table one by one; raises UnreadableFileError where the file is none."""
    encoding = find_encoding(file)
    text = TextIOWrapper(file, encoding=encoding, newline="")
    try:
        delimiter = _find_delimiter(_look(text))
        text.seek(0)
        rows = csv.reader(text, delimiter=delimiter)
        yield from map(_check, (_mend(row) for row in rows) if encoding == "gb18030" else rows)
    except csv.Error:
        raise UnreadableFileError(
            f"一格里有 {csv.field_size_limit():,} 个字以上，不像名册：请看看引号是不是成对，或者另存为 .xlsx。"
        ) from None
    finally:
        text.detach()


def _look(text: TextIOWrapper) -> list[str]:
    """The first lines, as far as they are lines at all."""
    lines = []
    for _ in range(_LOOKED_AT):
        line = text.readline(_MOST_IN_LINE)
        if len(line) == _MOST_IN_LINE:
            raise UnreadableFileError("文件的一行太长，不像名册：请用表格软件另存为“CSV UTF-8”或 .xlsx。")
        lines.append(line)
    return lines


def _find_delimiter(lines: Iterable[str]) -> str:
    """The delimiter that makes the most cells of the first lines."""
    shown = list(lines)
    return max(DELIMITERS, key=lambda each: sum(map(len, csv.reader(shown, delimiter=each))))


def _mend(row: Sequence[str]) -> Sequence[str]:
    return [mend(cell) for cell in row]


def _check(row: Sequence[str]) -> Sequence[str]:
    if len(row) > MOST_COLUMNS:
        raise UnreadableFileError(f"一行有 {len(row):,} 格，最多 {MOST_COLUMNS:,} 格：请看看分隔符对不对。")
    return row
