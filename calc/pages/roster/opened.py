"""The table that lies open in a page: what its file holds, what was mended since, and how its columns are read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from itertools import islice

from calc.roster.cells import Cell, is_blank, spell_cell
from calc.roster.headers import SEARCHED, Headers, HeadersError, Heading, find_headers, find_row
from calc.roster.memory import Memory
from calc.spreadsheets.archive import DAMAGED
from calc.spreadsheets.limits import IN_PAGE, MOST_ROWS_IN_PAGE
from calc.spreadsheets.opening import open_sheet
from calc.spreadsheets.sheet import Merged
from calc.spreadsheets.unreadable import SeveralTablesError, UnreadableFileError

TOO_LARGE = f"文件有 {{size:,}} MB，网页里最多 {IN_PAGE.packed >> 20} MB：请分成几份，或者用命令行，那里大小不限。"
TOO_LONG = f"表有 {MOST_ROWS_IN_PAGE:,} 行以上，网页里放不下：请分成几份，或者用命令行，那里行数不限。"
SEVERAL = "文件里有 {tables} 张表都像名册，先打开了“{name}”：不是这一张，请在下面换。"
TOO_MUCH = "浏览器的内存不够，打不开这张表：请分成几份，或者用命令行。"


@dataclass
class OpenTable:
    """A table with the cells as they are now.

    `name` is its file's and `content` what the file holds; `sheets` are those that can be read in place of `sheet`.
    `complaint` says why its headers, or its sheet, could not be told. What was found of it lies in `memories` by
    policy, and goes with it.
    """

    name: str
    content: bytes = field(repr=False)
    sheet: str
    sheets: Sequence[str]
    rows: list[list[Cell]]
    headers: Headers
    complaint: str = ""
    merged: tuple[Merged, ...] = ()
    mended: int = 0
    memories: dict[str, Memory] = field(default_factory=dict, repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        return sha256(self.content).hexdigest()

    @property
    def persons(self) -> Sequence[list[Cell]]:
        """The rows below the headers."""
        return self.rows[self.headers.row + 1 :]

    def mend(self, row: int, column: int, text: str) -> None:
        """Write into a cell; `row` counts from 1 as spreadsheets do, `column` from 0."""
        cells = self.rows[row - 1]
        cells += [None] * (column + 1 - len(cells))
        cells[column] = text
        self.mended += 1


def open_file(name: str, content: bytes, facts: Collection[str], chosen: str = "") -> OpenTable:
    """Open the table in a file: of several the one chosen, else the first, and say so; raises UnreadableFileError."""
    check_size(len(content))
    try:
        return _open(name, content, facts, chosen)
    except SeveralTablesError as error:
        opened = _open(name, content, facts, error.names[0])
        return replace(opened, complaint=SEVERAL.format(tables=len(error.names), name=opened.sheet))


def _open(name: str, content: bytes, facts: Collection[str], chosen: str) -> OpenTable:
    try:
        sheet = open_sheet(BytesIO(content), facts, chosen, IN_PAGE)
        rows = [list(row) for row in islice(sheet.rows, MOST_ROWS_IN_PAGE + SEARCHED + 1)]
    except MemoryError:
        raise UnreadableFileError(TOO_MUCH) from None
    except (ValueError, OverflowError):
        raise UnreadableFileError(DAMAGED) from None
    if len(rows) > MOST_ROWS_IN_PAGE + SEARCHED:
        raise UnreadableFileError(TOO_LONG)
    headers, complaint = _guess(rows, facts)
    return OpenTable(name, content, sheet.name, sheet.names, rows, headers, complaint, sheet.merged)


def check_size(size: int) -> None:
    """Refuse a file of so many bytes where it is too large for a page; raises UnreadableFileError."""
    if size > IN_PAGE.packed:
        raise UnreadableFileError(TOO_LARGE.format(size=-(-size // (1 << 20))))


def choose_columns(headers: Headers, chosen: Mapping[int, str]) -> Headers:
    """The headers with a fact, or none, as somebody chose for columns; others stay as they are."""
    headings = (
        replace(heading, fact=chosen[place] or None) if place in chosen else heading
        for place, heading in enumerate(headers.headings)
    )
    return Headers(headers.row, tuple(headings))


def find_twice(headers: Headers) -> dict[str, list[int]]:
    """The facts that several columns answer, with these columns."""
    columns: dict[str, list[int]] = {}
    for place, heading in enumerate(headers.headings):
        if heading.fact:
            columns.setdefault(heading.fact, []).append(place)
    return {fact: places for fact, places in columns.items() if len(places) > 1}


def _guess(rows: Sequence[Sequence[Cell]], facts: Collection[str]) -> tuple[Headers, str]:
    """The headers, and what is wrong with them: somebody can then say himself what the columns are."""
    try:
        return find_headers(rows, facts), ""
    except HeadersError as error:
        complaint = str(error)
    try:
        return find_row(rows, facts), complaint
    except HeadersError:
        filled = next((number for number, row in enumerate(rows) if not is_blank(row)), None)
    if filled is None:
        raise UnreadableFileError(complaint)
    return Headers(filled, tuple(Heading(spell_cell(cell).strip()) for cell in rows[filled])), complaint
