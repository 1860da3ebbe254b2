"""One question put to one policy: the answers given, the window they fall in, and which readings are taken."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, NamedTuple

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.questions import Answer
from calc.values.dates import day_after
from calc.values.ranges import Range
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Window:
    """The days on which a policy is in force, both included; `end` is None where the document names none.

    It starts `EVER` where the document names no start.
    """

    EVER: ClassVar[date] = date.min

    start: date = EVER
    end: date | None = None

    def contains(self, day: date) -> bool:
        """Whether the policy is in force on a day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def settle(self, day: date) -> date:
        """The day on which months are complete: with the last day of the window, if that is the one before."""
        return self.end if self.end and day == day_after(self.end) else day


@dataclass(frozen=True)
class Windows:
    """The days on which a policy is in force, and those on which something counts under it.

    `qualifying` is for months that must be reached and events that must happen, `promised` for sums that the text
    promises for a length of its own.
    """

    in_force: Window
    qualifying: Window
    promised: Window

    @classmethod
    def all_alike(cls, window: Window) -> "Windows":
        """The days in force for everything."""
        return cls(window, window, window)

    def starting(self, day: date) -> "Windows":
        """All of them with another first day."""
        return Windows(*(replace(window, start=day) for window in (self.in_force, self.qualifying, self.promised)))


class Step(NamedTuple):
    """One step of the reasoning: the phrase, what was found, the verdict, and the facts that could still change it.

    `awaited` are open decisions of an authority, kept apart from the facts that a visitor can give.
    """

    phrase: str
    verdict: Verdict
    found: str
    missing: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    parts: tuple["Step", ...] = ()
    clause: str = ""


class Measure(NamedTuple):
    """A number found in a case: its range, how it was found, and the facts that would make it exact."""

    range: Range
    found: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """Answers, the days that count, and the readings taken the other way. Nothing here reads a clock.

    `window` is the one by which spans are measured: that of the days in force, until another is asked for.
    """

    answers: Answers
    window: Window
    others: frozenset[str] = frozenset()
    windows: Windows | None = None

    @classmethod
    def under(cls, windows: Windows, answers: Answers, others: frozenset[str] = frozenset()) -> "Case":
        """The case of some answers under a policy's windows."""
        return cls(answers, windows.in_force, others, windows)

    @property
    def qualifying(self) -> "Case":
        """The same case, measured by the days that count for what must be reached."""
        return self._within(self.windows.qualifying if self.windows else self.window)

    @property
    def promised(self) -> "Case":
        """The same case, measured by the days for which a sum of a length of its own is paid."""
        return self._within(self.windows.promised if self.windows else self.window)

    def get(self, fact: str) -> Answer | None:
        """The answer to a fact, or None while it is unknown."""
        return self.answers.get(fact)

    def day(self, fact: str) -> date | None:
        """The answer to a date fact."""
        answer = self.answers.get(fact)
        return answer if isinstance(answer, date) else None

    def number(self, fact: str) -> Range:
        """The answer to a count or a sum of money; unknown, it may be anything the question allows."""
        answer = self.answers.get(fact)
        if isinstance(answer, Decimal):
            return Range.exactly(Fraction(answer))
        if isinstance(answer, int):
            return Range.exactly(answer)
        least = getattr(CATALOGUE[fact], "least", 0)
        return Range(Fraction(least) if isinstance(least, Decimal) else least, None)

    def lacks(self, facts: Iterable[str]) -> tuple[str, ...]:
        """The facts that are not answered."""
        return tuple(fact for fact in facts if self.answers.get(fact) is None)

    def takes_other(self, reading: str) -> bool:
        """Whether the case takes a reading, named by its id, the other way."""
        return reading in self.others

    def say(self, fact: str) -> str:
        """What was answered: "吸纳人数：12 人", or that nothing was."""
        question = CATALOGUE[fact]
        answer = self.answers.get(fact)
        return f"{question.short}：{'未填' if answer is None else question.say(answer)}"

    def supposing(self, answers: Answers) -> "Case":
        """The same case with some answers given or changed."""
        return replace(self, answers={**self.answers, **answers})

    def forgetting(self, facts: Collection[str]) -> "Case":
        """The same case with some answers taken back."""
        kept = {fact: answer for fact, answer in self.answers.items() if fact not in facts}
        return replace(self, answers=kept)

    def _within(self, window: Window) -> "Case":
        return self if window == self.window else replace(self, window=window)
