"""What a document says beside its rules: term, last day for claims, funds, offices, instalments, exclusions, notes."""

from abc import abstractmethod
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from fractions import Fraction
from typing import ClassVar

from calc.rules.case import Window, Windows
from calc.rules.fields import Percent, Written
from calc.rules.reading import Reading
from calc.rules.word import Word
from calc.values.dates import spell_date

NOT_WRITTEN = "文件未写明"
UNNUMBERED = f"{NOT_WRITTEN}文号"
UNNAMED_ISSUER = f"{NOT_WRITTEN}发文机关"


class Stretch(Enum):
    """Parts of a provision that are measured in time."""

    QUALIFYING = auto()
    EVENT = auto()
    PROMISED = auto()
    STAY = auto()


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
class Doubt(Word, is_kind=True):
    """A doubt about what a term holds: the reading that names it, and what the other one changes.

    `touches` are the parts of a provision that the answer can hang on; without any it touches every provision.
    """

    reading: Reading

    touches: ClassVar[frozenset[Stretch]] = frozenset()

    @abstractmethod
    def change(self, windows: Windows) -> Windows:
        """The windows by the other reading."""


@dataclass(frozen=True)
class OtherStart(Doubt):
    """The document may hold from another day."""

    day: date

    def change(self, windows: Windows) -> Windows:
        return windows.starting(self.day)


@dataclass(frozen=True)
class CountsBefore(Doubt):
    """What was reached or happened before the term may count; sums are paid for the term alone."""

    touches = frozenset((Stretch.QUALIFYING, Stretch.EVENT))

    def change(self, windows: Windows) -> Windows:
        return replace(
            windows,
            qualifying=replace(windows.qualifying, start=Window.EVER),
            events=replace(windows.events, start=Window.EVER),
        )


@dataclass(frozen=True)
class NamesNoStart(CountsBefore):
    """The document names no first day, and its day of issue stands for it: stays that ended before may count, too.

    Nothing can be had before that day all the same.
    """

    touches = CountsBefore.touches | {Stretch.STAY}

    def change(self, windows: Windows) -> Windows:
        return replace(super().change(windows), stays=replace(windows.stays, start=Window.EVER))


@dataclass(frozen=True)
class CompletesLater(Doubt):
    """What began in the term may be completed, and sums may run on, after its last day; up to a day (`until`), if any.

    What happens on one day has no later end: after the term it does not count.
    """

    until: date | None = None

    touches = frozenset((Stretch.QUALIFYING, Stretch.PROMISED))

    def change(self, windows: Windows) -> Windows:
        return replace(
            windows,
            qualifying=replace(windows.qualifying, end=self.until),
            promised=replace(windows.promised, end=self.until),
        )


@dataclass(frozen=True)
class Term(Word):
    """The time for which a policy holds, as its text says it, and the doubts about what counts in it."""

    phrase: str
    start: Written[date]
    end: Written[date | None]
    doubts: tuple[Doubt, ...] = ()
    clause: str = "文末"

    @property
    def is_stated(self) -> bool:
        """Whether the document names a term at all."""
        return self.start != Window.EVER

    def say(self) -> str:
        """Its days; of a day of issue also that it only stands for the first."""
        is_issue = any(isinstance(doubt, NamesNoStart) for doubt in self.doubts)
        return self.say_days("（印发日，文件未写执行日）" if is_issue else " ")

    def say_days(self, after_start: str = " ") -> str:
        """From when until when: 2018-07-01 至 2020-12-31."""
        if not self.is_stated:
            return NOT_WRITTEN
        return f"{spell_date(self.start)}{after_start}至 {spell_date(self.end) if self.end else NOT_WRITTEN}"

    def say_when(self) -> str:
        """The time in which something must happen: 2018-07-01 至 2020-12-31, or 2018-05-08 以后."""
        return f"{spell_date(self.start)} 以后" if self.is_stated and not self.end else self.say()

    def windows(self, others: Collection[str] = ()) -> Windows:
        """The days in force, and those on which something counts, by the readings taken."""
        windows = Windows.all_alike(Window(self.start, self.end))
        for doubt in self.doubts:
            if doubt.reading.id in others:
                windows = doubt.change(windows)
        return windows


NO_TERM = Term("", Window.EVER, None, clause="")
"""The term of a document that names none: whatever happens lies in it."""


@dataclass(frozen=True)
class Deadline(Word):
    """The last day on which benefits can be claimed, as the text says it."""

    phrase: str
    day: Written[date]


@dataclass(frozen=True)
class Fund(Word):
    """Where the money comes from: the sentence that says so, and the fund's name in it.

    `clause` is where the sentence stands, if that is not the provision's own place.
    """

    phrase: str
    name: str
    clause: str = ""

    def __post_init__(self) -> None:
        if self.phrase and self.name not in self.phrase.replace(" ", ""):
            raise ValueError(f"{self.phrase!r} does not name {self.name!r}")


UNNAMED_FUND = Fund("", f"{NOT_WRITTEN}资金来源")
"""Where a document grants money and names no fund."""


@dataclass(frozen=True)
class Note(Word):
    """What is worth knowing about a phrase, in plain words."""

    phrase: str
    text: str


@dataclass(frozen=True)
class Unjudged(Note):
    """What the phrase asks and nobody can judge by answers: `text` says why."""


def say_notes(notes: Iterable[Note | str]) -> tuple[str, ...]:
    """The notes in plain words."""
    return tuple(note.text if isinstance(note, Note) else note for note in notes)


@dataclass(frozen=True)
class Office(Word):
    """Where a benefit is applied for or who handles it, as far as the text says; `text` says it in plain words."""

    phrase: str
    text: str
    clause: str = ""
