"""What words give to be printed: plain structures without HTML."""

import re
from dataclasses import dataclass

SPACE = "\u00a0"
"""Between a blank and its unit: they stay on one line."""
BLANK = "________"
PLAIN_SUM = re.compile(r"(最高 |不低于 |)([\d,]+) 元")


@dataclass(frozen=True)
class FilledBox:
    """A box of a form with what stands in it; an authority fills a box that is not the applicant's own."""

    label: str
    text: str
    is_own: bool


@dataclass(frozen=True)
class FilledForm:
    """A form under its title."""

    title: str
    boxes: tuple[FilledBox, ...]


@dataclass(frozen=True)
class Target:
    """So many persons in a year or in several; a `label` names them where the provision's title does not.

    `bound` says how the text bounds the number: 不少于.
    """

    years: str
    label: str
    persons: int
    bound: str = ""

    def say(self) -> str:
        """The number with its bound."""
        return f"{self.bound} {self.persons:,}".strip()


@dataclass(frozen=True)
class Targets:
    """Targets of persons with their total; `within` are parts of these parts."""

    parts: tuple[Target, ...]
    total: Target
    within: tuple[Target, ...] = ()


@dataclass(frozen=True)
class Row:
    """A tier or a grade with its sum, and the phrase that says so."""

    label: str
    amount: str
    phrase: str


@dataclass(frozen=True)
class Table:
    """The tiers or grades of a sum; `rest` says what holds otherwise, `said` is the whole rule in a line."""

    head: str
    rows: tuple[Row, ...]
    rest: str
    said: str

    def say_in_short(self) -> str:
        """Its first and its last sum, or on what it hangs where they are no plain sums."""
        found = [PLAIN_SUM.fullmatch(row.amount) for row in self.rows]
        sums = [each.groups() for each in found if each]
        if len(sums) < len(found):
            return f"金额看{self.head}"
        (bound, first), (last_bound, last) = sums[0], sums[-1]
        return f"{bound}{first} 至 {'' if bound == last_bound else last_bound}{last} 元"


@dataclass(frozen=True)
class Tick:
    """A line to tick on paper, with the lines below it."""

    text: str
    parts: tuple["Tick", ...] = ()
