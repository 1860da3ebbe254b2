"""What cannot be used in a table: each cell with its place and its mending, equal ones told once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from calc.values.quoting import MOST, quote

SHOWN_TEXTS = 3
KEPT_KINDS = 200
KEPT_TEXTS = 50
"""So many mendings, and texts of one mending, are counted apart; all others together."""


@dataclass(frozen=True)
class Mistake:
    """A cell that cannot be used, or a row: then `column` is None, or that of one of the cells at fault.

    `row` counts from 1 as spreadsheets do, `column` from 0; `mending` is a sentence that says what to write instead.
    """

    row: int
    column: int | None
    header: str
    found: str
    mending: str

    @property
    def place(self) -> str:
        """Its place: 第 38 行 G 列 入职日期."""
        return f"第 {self.row} 行{name_place(self.column, self.header)}"

    def say(self) -> str:
        """Its place, what stands there, and its mending."""
        return f"{self.place}：{quote_cell(self.found)}——{self.mending}"


@dataclass
class Alike:
    """Mistakes in one column with one mending; `texts` counts what stands there, `first` is the first row of each."""

    column: int | None
    header: str
    mending: str
    count: int = 0
    texts: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, mistake: Mistake) -> None:
        """Count one more."""
        self.count += 1
        if mistake.found in self.texts or len(self.texts) < KEPT_TEXTS:
            self.texts[mistake.found] += 1
            self.first.setdefault(mistake.found, mistake.row)

    def say(self) -> str:
        """The column, the most frequent texts with how often they stand there, and the one mending for all."""
        if self.count == 1:
            ((found, row),) = self.first.items()
            return Mistake(row, self.column, self.header, found, self.mending).say()
        shown = self.texts.most_common(SHOWN_TEXTS)
        told = "、".join(
            f"{quote_cell(found)} × {number:,} 行（第 {self.first[found]} 行起）" for found, number in shown
        )
        rest = self.count - sum(number for _, number in shown)
        others = f"，另有 {rest:,} 行" if rest else ""
        return f"{name_place(self.column, self.header).strip() or '整行'}：{told}{others}——{self.mending}"


class Tally:
    """All mistakes of a table, equal ones together, in the order of the first."""

    def __init__(self) -> None:
        self._alike: dict[tuple[int | None, str], Alike] = {}
        self.count = self._others = 0

    def say(self) -> Iterator[str]:
        """A sentence for equal ones; one for all that are too many kinds."""
        yield from (alike.say() for alike in self._alike.values())
        if self._others:
            yield f"另有 {self._others:,} 处不同的，都在错误文件里。"

    def add(self, mistake: Mistake) -> None:
        """Count one more."""
        self.count += 1
        key = (mistake.column, mistake.mending)
        if key not in self._alike:
            if len(self._alike) == KEPT_KINDS:
                self._others += 1
                return
            self._alike[key] = Alike(mistake.column, mistake.header, mistake.mending)
        self._alike[key].add(mistake)


def name_column(place: int) -> str:
    """The letters of a column as spreadsheets have them: A, B, … Z, AA."""
    letters, number = "", place + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def name_place(column: int | None, header: str) -> str:
    """The place in a row: G 列 入职日期; without a column what it is about, nothing where the whole row is meant."""
    letters = "" if column is None else f" {name_column(column)} 列"
    return f"{letters} {header}" if header else letters


def quote_cell(text: str) -> str:
    """What stands in a cell, in quotation marks: cut short where it is long, and on one line."""
    text = text[: 4 * MOST].replace("“", "‘").replace("”", "’")
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return f"“{quote(line)}”"
