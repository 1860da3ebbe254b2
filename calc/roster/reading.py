"""Rows of a table read into answers: each distinct cell of a column once, every cell that cannot be used named."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count, islice
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from calc.facts.catalogue import CATALOGUE
from calc.facts.forgive import refuse
from calc.facts.questions import Answer, Question
from calc.roster.cells import Cell, is_blank, is_damaged, is_formula, read_cell, spell_cell
from calc.roster.column import Column, ask_once, encode
from calc.roster.headers import Headers
from calc.roster.mistakes import Mistake

Row = Sequence[Cell]
EXAMPLE = "示例（这一行不计算）"
"""Stands in the row of a template that shows how to fill it in: whatever row holds it is counted nowhere."""
NO_RESULT = "公式没有算出的结果：请用表格软件打开后保存一次，或者直接写上结果。"
DIGITS_LOST = "长数字被表格软件存成了数值，后几位已经丢了：请把这一列设成文本，重新填上原来的数字。"
HEADERS_AGAIN = "这一行又是标题，没有计算：请删去。"
TOO_LONG = "这一行比标题多出了这些，各列可能错了位，没有计算：请看看是不是多了分隔符。"


class Refused(NamedTuple):
    """What cannot be read, and the sentence for it."""

    found: str
    mending: str


@dataclass(frozen=True)
class Read:
    """What some rows of a table answer.

    `persons` tells for each row whether it is one: blank rows, examples, repeated headers and rows with cells beyond
    the last header are none. The columns of `answered` hold the persons alone, None where an answer is not known or
    cannot be read.
    """

    persons: Sequence[bool]
    answered: Mapping[str, Column[Answer | None]]
    mistakes: Sequence[Mistake]

    @property
    def count(self) -> int:
        """How many rows are persons."""
        return sum(self.persons)


def read_rows(rows: Sequence[Row], headers: Headers, first: int) -> Read:
    """Read some rows under their headers; `first` is the number of the first of them, counted from 1."""
    faults = [_find_fault(row, headers) for row in rows]
    persons = [not (fault or is_blank(row) or EXAMPLE in row) for row, fault in zip(rows, faults, strict=True)]
    numbers = list(compress(count(first), persons))
    mistakes = [Mistake(first + place, None, "", *fault) for place, fault in enumerate(faults) if fault]
    columns = _turn(list(compress(rows, persons)), len(headers.headings))
    answered = {}
    for place, (heading, cells) in enumerate(zip(headers.headings, columns, strict=True)):
        if heading.fact:
            answered[heading.fact], refused = _read_column(CATALOGUE[heading.fact], cells)
        else:
            refused = list(_find_lost(cells))
        mistakes += (Mistake(numbers[row], place, heading.text, *why) for row, why in refused)
    return Read(persons, answered, sorted(mistakes, key=_order))


def _find_fault(row: Row, headers: Headers) -> Refused | None:
    """Why a row can be no person: it says the headers again, or has cells that no header stands over."""
    if all(place < len(row) and row[place] == title for place, title in headers.titles):
        return Refused(headers.titles[0][1], HEADERS_AGAIN)
    if len(row) > len(headers.headings) and not is_blank(beyond := row[len(headers.headings) :]):
        return Refused(" ".join(map(spell_cell, beyond)), TOO_LONG)
    return None


def _turn(rows: Sequence[Row], width: int) -> list[Sequence[Cell]]:
    """The columns of some rows; what a short row lacks is empty."""
    padded = (row if len(row) >= width else [*row, *[None] * (width - len(row))] for row in rows)
    return list(islice(zip(*padded, strict=False), width)) if rows else [()] * width


def _order(mistake: Mistake) -> tuple[int, int]:
    return mistake.row, -1 if mistake.column is None else mistake.column


def _read_column(question: Question, cells: Sequence[Cell]) -> tuple[Column[Answer | None], list[tuple[int, Refused]]]:
    """The answers of a column, and what cannot be read, with its row."""
    told = encode(map(_freeze, cells))
    answers: dict[Cell, Answer | None] = {}
    refused: dict[int, Refused] = {}
    for code, cell in enumerate(told.values):
        try:
            answers[cell] = _read(question, cell)
        except PydanticCustomError as error:
            answers[cell], refused[code] = None, Refused(spell_cell(cell), error.message())
    where = [(row, refused[code]) for row, code in enumerate(told.codes) if code in refused] if refused else []
    return ask_once([told], answers.get, len(cells)), where


def _read(question: Question, cell: Cell) -> Answer | None:
    if is_formula(cell):
        refuse(NO_RESULT)
    return read_cell(question, cell)


def _freeze(cell: Cell) -> Hashable:
    """A cell as a key: what is true is no 1, and what a file nests is its text."""
    if cell.__class__ is str:
        return cell  # nearly all are texts: what is known of them need not be asked
    return cell if isinstance(cell, Hashable) and not isinstance(cell, bool) else spell_cell(cell)


def _find_lost(cells: Sequence[Cell]) -> Iterator[tuple[int, Refused]]:
    """Find what a file has lost of cells that only travel along: digits of long numbers, results of formulas."""
    for row, cell in enumerate(cells):
        if is_damaged(cell):
            yield row, Refused(spell_cell(cell), DIGITS_LOST)
        elif is_formula(cell):
            yield row, Refused(spell_cell(cell), NO_RESULT)
