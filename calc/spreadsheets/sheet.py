"""A table as its file holds it, row by row."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from calc.roster.headers import SEARCHED, Headers
from calc.roster.mistakes import Mistake, name_column
from calc.roster.reading import Row

SEPARATE = "合并的单元格只有左上角一格有值：请取消合并，每一行都填上。"


@dataclass(frozen=True)
class Merged:
    """Cells that are merged into one, from the first row and column to the last, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """The range as spreadsheets write it: G5:G9."""
        return f"{name_column(self.left)}{self.top + 1}:{name_column(self.right)}{self.bottom + 1}"


@dataclass(frozen=True)
class Sheet:
    """A table's rows from the first on, to be read once.

    `say_share` tells which share of the table so many rows are, from 0 to 1; the headers are one of the first
    `searched` rows. `names` are the sheets of its file that people see.
    """

    rows: Iterator[Row]
    say_share: Callable[[int], float]
    name: str = ""
    merged: tuple[Merged, ...] = ()
    searched: int = SEARCHED
    names: tuple[str, ...] = ()

    def find_merged(self, headers: Headers) -> Iterator[Mistake]:
        """Name the merged cells below the headers that leave answers out."""
        for cells in self.merged:
            for place, title in headers.titles:
                if cells.top > headers.row and cells.left <= place <= cells.right:
                    yield Mistake(cells.top + 1, place, title, cells.name, SEPARATE)
                    break
