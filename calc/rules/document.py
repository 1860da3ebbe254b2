"""What a document says beside its rules: its term, last day for claims, offices, instalments, and exclusions."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.rules.case import Window
from calc.rules.fields import Percent, Written
from calc.rules.reading import Reading
from calc.rules.word import Word
from calc.values.dates import spell_date

NOT_WRITTEN = "文件未写明"
UNNAMED_FUND = f"{NOT_WRITTEN}资金来源"
"""Where a document grants money and names no fund."""
UNNUMBERED = f"{NOT_WRITTEN}文号"
UNNAMED_ISSUER = f"{NOT_WRITTEN}发文机关"


@dataclass(frozen=True)
class Exclusion(Word):
    """This benefit is not paid beside the others named, by the phrase of the text.

    `disputed` are provisions that may be meant as well: `reading` says the doubt (default: they are not meant).
    `outside` are grants of other documents: Exclusion("…和给予招聘专员的补贴不能重复发放", outside=("招聘专员补贴",)).
    They are said, never calculated.
    """

    phrase: str
    others: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    reading: Reading | None = None
    outside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.others or self.outside):
            raise ValueError(f"{self.phrase!r}: name what is excluded, `others` here or grants `outside`")


@dataclass(frozen=True)
class Instalment(Word):
    """A part of a sum that is paid at its own time; `percent` as the text names it, `share` of the whole."""

    phrase: str
    text: str
    share: Fraction
    percent: Percent[int | None] = None


@dataclass(frozen=True)
class Term(Word):
    """The time for which a policy holds, as its text says it; `other_start` when the start can be read two ways."""

    phrase: str
    start: Written[date]
    end: Written[date | None]
    other_start: date | None = None
    reading: Reading | None = None
    clause: str = "文末"

    @property
    def is_stated(self) -> bool:
        """Whether the document names a term at all."""
        return self.start != Window.EVER

    def say(self) -> str:
        """From when until when: 2018-07-01 至 2020-12-31."""
        if not self.is_stated:
            return NOT_WRITTEN
        return f"{spell_date(self.start)} 至 {spell_date(self.end) if self.end else NOT_WRITTEN}"

    def say_when(self) -> str:
        """The time in which something must happen: 2018-07-01 至 2020-12-31, or 2018-05-08 以后."""
        return f"{spell_date(self.start)} 以后" if self.is_stated and not self.end else self.say()

    def window(self, others: frozenset[str]) -> Window:
        """The days in force, by the reading taken."""
        if self.other_start and self.reading and self.reading.id in others:
            return Window(self.other_start, self.end)
        return Window(self.start, self.end)


NO_TERM = Term("", Window.EVER, None, clause="")
"""The term of a document that names none: whatever happens lies in it."""


@dataclass(frozen=True)
class Deadline(Word):
    """The last day on which benefits can be claimed, as the text says it."""

    phrase: str
    day: Written[date]


@dataclass(frozen=True)
class Office(Word):
    """Where a benefit is applied for or who handles it, as far as the text says; `text` says it in plain words."""

    phrase: str
    text: str
    clause: str = ""
