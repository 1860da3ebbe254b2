"""Tables in an .xlsx: the sheet that holds the persons, with every cell that its file holds."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from calc.roster.headers import SEARCHED, HeadersError, find_headers
from calc.roster.reading import Row
from calc.spreadsheets.archive import DAMAGED, open_archive
from calc.spreadsheets.limits import MOST_COLUMNS, ON_MACHINE, Bounds
from calc.spreadsheets.sheet import Merged, Sheet
from calc.spreadsheets.sheet_xml import Extent, Unstored, counts_from_1904, find_unstored, list_parts, measure
from calc.spreadsheets.unreadable import SeveralTablesError, UnreadableFileError, say_missing

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read_workbook(file: BinaryIO, facts: Collection[str], name: str = "", bounds: Bounds = ON_MACHINE) -> Sheet:
    """Read the one sheet with headers that name some facts, or the sheet with a name; raises UnreadableFileError."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise UnreadableFileError(say_missing("python-calamine", ".xlsx")) from None
    with open_archive(file, bounds.packed, bounds.unpacked) as archive:
        try:
            if counts_from_1904(archive):
                raise UnreadableFileError("这个文件的日期从 1904 年数起，容易算错：请另存为“CSV UTF-8”再用。")
            parts = list_parts(archive)
            extents = {each: _check(each, measure(archive, part), bounds.cells) for each, part in parts.items()}
            file.seek(0)
            workbook = CalamineWorkbook.from_filelike(file)
            found = _choose(workbook, facts, name)
            is_incomplete = found.name in extents and extents[found.name].is_incomplete
            unstored = find_unstored(archive, parts[found.name]) if is_incomplete else {}
            return _lay(found, unstored, _list_shown(workbook))
        except (CalamineError, ParseError, ExpatError, LookupError, ValueError):
            raise UnreadableFileError(DAMAGED) from None


def _choose(workbook: "CalamineWorkbook", facts: Collection[str], name: str) -> "CalamineSheet":
    names = workbook.sheet_names
    if name:
        if name not in names:
            raise UnreadableFileError(f"文件里没有叫“{name}”的表，有的是：{'、'.join(names)}。")
        return workbook.get_sheet_by_name(name)
    shown = _list_shown(workbook)
    sheets = [workbook.get_sheet_by_name(each) for each in shown]
    filled = [sheet for sheet in sheets if sheet.start is not None]
    fitting = [sheet for sheet in filled if _has_headers(sheet, facts)]
    if len(fitting) > 1:
        raise SeveralTablesError([sheet.name for sheet in fitting])
    if not filled:
        raise UnreadableFileError(_say_empty([each for each in names if each not in shown]))
    return (fitting or filled)[0]


def _list_shown(workbook: "CalamineWorkbook") -> tuple[str, ...]:
    """The sheets that people see."""
    from python_calamine import SheetVisibleEnum

    return tuple(item.name for item in workbook.sheets_metadata if item.visible == SheetVisibleEnum.Visible)


def _has_headers(sheet: "CalamineSheet", facts: Collection[str]) -> bool:
    try:
        find_headers(islice(_pad(sheet), SEARCHED), facts)
    except HeadersError:
        return False
    return True


def _say_empty(hidden: Collection[str]) -> str:
    names = "、".join(f"“{name}”" for name in hidden)
    return f"看得见的表是空的；隐藏的{names}没有读：请取消隐藏。" if hidden else "文件里的表是空的：第一行要写列名。"


def _check(name: str, extent: Extent, most: int) -> Extent:
    """Refuse a sheet before its reader lays it out: one cell far off makes it as large as one that is full."""
    if extent.columns > MOST_COLUMNS:
        raise UnreadableFileError(f"表“{name}”有 {extent.columns:,} 列，最多 {MOST_COLUMNS:,} 列：请删去右边不用的列。")
    if extent.rows * extent.columns > most:
        raise UnreadableFileError(f"表“{name}”太大（{extent.rows:,} 行 × {extent.columns:,} 列）：请另存为 .csv。")
    return extent


def _lay(sheet: "CalamineSheet", unstored: Unstored, shown: tuple[str, ...]) -> Sheet:
    rows = _put_back(_pad(sheet), unstored) if unstored else _pad(sheet)
    merged = tuple(Merged(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    count = sheet.end[0] + 1 if sheet.end else 1
    return Sheet(rows, lambda done: done / count, sheet.name, merged, names=shown)


def _pad(sheet: "CalamineSheet") -> Iterator[Row]:
    """The rows from the first of the sheet, each from its column A."""
    left = [None] * (sheet.start[1] if sheet.start else 0)
    return ([*left, *row] for row in sheet.iter_rows())


def _put_back(rows: Iterable[Row], unstored: Unstored) -> Iterator[Row]:
    """The rows with formulas that have no result, and with errors."""
    for number, row in enumerate(rows):
        if number not in unstored:
            yield row
            continue
        cells = list(row)
        for column, shown in unstored[number].items():
            if column < len(cells):
                cells[column] = shown
        yield cells
