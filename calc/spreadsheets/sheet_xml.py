"""The XML of an .xlsx, for what its reader does not tell: how far cells reach, and values that it drops."""

import re
from collections.abc import Iterator
from typing import IO, Any, NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat
from zipfile import ZipFile

Unstored = dict[int, dict[int, str]]
"""By row and column, counted from 0, what stands there: =A1+1, #REF!."""
_WORKBOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_CHUNK = 1 << 20
_OVERLAP = 32
_SIGNS = re.compile(rb"<(?:\w+:)?f[\s/>]|\bt=[\"']e[\"']")
_CELLS = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
_LETTERS = 26


class Extent(NamedTuple):
    """How many rows and columns the cells of a sheet reach over, and whether some may have no usable value."""

    rows: int
    columns: int
    is_incomplete: bool


def list_parts(archive: ZipFile) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    names = {*archive.namelist()}
    if not {_WORKBOOK, _LINKS} <= names:
        return {}
    links = {each.get("Id"): each.get("Target", "") for each in ElementTree.fromstring(archive.read(_LINKS))}
    parts = {}
    for sheet in ElementTree.fromstring(archive.read(_WORKBOOK)).iterfind("{*}sheets/{*}sheet"):
        link = next((links.get(value, "") for name, value in sheet.items() if name.endswith("}id")), "")
        part = link.removeprefix("/") if link.startswith("/") else f"xl/{link}"
        if part in names:
            parts[sheet.get("name", "")] = part
    return parts


def counts_from_1904(archive: ZipFile) -> bool:
    """Whether a workbook counts its days from 1904, as some of old Macintoshes do."""
    if _WORKBOOK not in archive.namelist():
        return False
    said = ElementTree.fromstring(archive.read(_WORKBOOK)).find("{*}workbookPr")
    return said is not None and said.get("date1904") in ("1", "true")


def measure(archive: ZipFile, part: str) -> Extent:
    """Measure how far the cells of a sheet reach; what the sheet itself says of that need not be true."""
    columns, rows, is_incomplete = {b""}, 0, False
    for text in _read_overlapping(archive, part):
        for letters, number in {*_CELLS.findall(text)}:
            columns.add(letters)
            rows = max(rows, int(number))
        is_incomplete = is_incomplete or _SIGNS.search(text) is not None
    return Extent(rows, max(_read_letters(letters.decode()) for letters in columns), is_incomplete)


def find_unstored(archive: ZipFile, part: str) -> Unstored:
    """Find the cells of a sheet that have a formula without a result, or an error for one."""
    with archive.open(part) as file:
        return _Cells().read(file)


def _read_overlapping(archive: ZipFile, part: str) -> Iterator[bytes]:
    """The text of a part, chunk by chunk; what stands on a border is whole in one of both."""
    end = b""
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield end + chunk
            end = chunk[-_OVERLAP:]


class _Cells:
    """Reads the cells of a sheet one after the other, and keeps those that have no usable value."""

    def __init__(self) -> None:
        self.found: Unstored = {}
        self.row = self.column = -1
        self.kind = ""
        self.formula: str | None = None
        self.value = ""
        self.inside = ""

    def read(self, file: IO[bytes]) -> Unstored:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.take
        parser.ParseFile(file)
        return self.found

    def start(self, name: str, attributes: dict[str, Any]) -> None:
        match name.rpartition(" ")[2]:
            case "row":
                self.row = int(attributes.get("r", self.row + 2)) - 1
                self.column = -1
            case "c":
                self.row, self.column = _read_place(attributes.get("r", "")) or (self.row, self.column + 1)
                self.kind, self.formula, self.value = attributes.get("t", ""), None, ""
            case "f":
                self.inside, self.formula = "f", ""
            case "v":
                self.inside = "v"

    def take(self, text: str) -> None:
        if self.inside == "f":
            self.formula = f"{self.formula}{text}"
        elif self.inside == "v":
            self.value += text

    def end(self, name: str) -> None:
        self.inside = ""
        if name.rpartition(" ")[2] == "c" and (shown := self.show()):
            self.found.setdefault(self.row, {})[self.column] = shown

    def show(self) -> str:
        if self.kind == "e":
            return self.value or "#N/A"
        is_unstored = self.formula is not None and not self.value and self.kind != "str"
        return f"={self.formula or '…'}" if is_unstored else ""


def _read_place(reference: str) -> tuple[int, int] | None:
    found = _PLACE.fullmatch(reference)
    return (int(found[2]) - 1, _read_letters(found[1]) - 1) if found else None


def _read_letters(letters: str) -> int:
    """The number of a column, counted from 1."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
