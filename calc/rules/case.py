"""One question put to one policy: the answers given, the window they fall in, and which readings are taken."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import ClassVar, NamedTuple, Protocol

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.grounds import Grounds
from calc.facts.inference import NOTHING_TOLD, Left
from calc.facts.possible import NEVER, say_possible
from calc.facts.questions import Answer, Question
from calc.values.dates import day_after
from calc.values.ranges import Range
from calc.values.truth import Verdict

Counted = Mapping[str, Range]
NOTHING_COUNTED: Counted = MappingProxyType({})


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

    `qualifying` is for months that must be reached, `events` for what must happen, `promised` for sums that the text
    promises for a length of its own, `stays` for a stay of whatever length that places a provision in time.
    """

    in_force: Window
    qualifying: Window
    events: Window
    promised: Window
    stays: Window

    @property
    def every(self) -> tuple[Window, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((self.in_force, self.qualifying, self.events, self.promised, self.stays)))

    @classmethod
    def all_alike(cls, window: Window) -> "Windows":
        """The days in force for everything."""
        return cls(window, window, window, window, window)

    def starting(self, day: date) -> "Windows":
        """All of them with another first day."""
        every = (self.in_force, self.qualifying, self.events, self.promised, self.stays)
        return Windows(*(replace(window, start=day) for window in every))


class Step(NamedTuple):
    """One step of the reasoning: the phrase, what was found, the verdict, and the facts that could still change it.

    `awaited` are open decisions of an authority, kept apart from the facts that a visitor can give. `parts` are the
    steps of what it joins; once it is settled, those that settled it.
    """

    phrase: str
    verdict: Verdict
    found: str
    missing: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    parts: tuple["Step", ...] = ()
    clause: str = ""


class Days(NamedTuple):
    """The days between which a day must lie, both included."""

    earliest: date
    latest: date


class Measure(NamedTuple):
    """A number found in a case: its range, how it was found, and the facts that would make it exact."""

    range: Range
    found: str
    missing: tuple[str, ...] = ()


class Place(NamedTuple):
    """How a stay lies to the days of a window, by the dates known, and the facts that would tell where that is open.

    `is_over` is what cannot lie in the window at all, `begins_late` what begins behind it.
    """

    is_over: bool
    begins_late: bool
    touches: bool
    missing: tuple[str, ...] = ()


class Beforehand(Protocol):
    """What was found of a case before: rows of a roster that are alike in a part of a question share its answer."""

    def measure(self, quantity: Hashable, window: Window) -> Measure:
        """The number that a quantity has in a window."""

    def place(self, stay: Hashable, window: Window) -> Place:
        """How a stay lies to a window."""

    def judge(self, condition: Hashable) -> Step:
        """The step of a condition."""


@dataclass(frozen=True)
class Case:
    """Answers, the days that count, and the readings taken the other way. Nothing here reads a clock.

    `window` is the one by which spans are measured: that of the days in force, until another is asked for. `left` is
    what other answers leave possible of a fact that has none itself. `grounds` are the answers given, where it is asked
    what follows anew once some are supposed. `counted` are numbers that nobody answered: heads counted over groups.
    `beforehand` holds what was found before; of such a case nobody reads the words, and they stay unsaid.
    """

    answers: Answers
    window: Window
    others: frozenset[str] = frozenset()
    windows: Windows | None = None
    left: Left = field(default_factory=lambda: NOTHING_TOLD)
    grounds: Grounds | None = None
    counted: Counted = field(default_factory=lambda: NOTHING_COUNTED)
    beforehand: Beforehand | None = None

    @classmethod
    def under(
        cls, windows: Windows, answers: Answers, others: frozenset[str] = frozenset(), left: Left = NOTHING_TOLD
    ) -> "Case":
        """The case of some answers under a policy's windows."""
        return cls(answers, windows.in_force, others, windows, left)

    @property
    def qualifying(self) -> "Case":
        """The same case, measured by the days that count for what must be reached."""
        return self._within(self.windows.qualifying if self.windows else self.window)

    @property
    def events(self) -> "Case":
        """The same case, measured by the days on which what must happen counts."""
        return self._within(self.windows.events if self.windows else self.window)

    @property
    def promised(self) -> "Case":
        """The same case, measured by the days for which a sum of a length of its own is paid."""
        return self._within(self.windows.promised if self.windows else self.window)

    @property
    def stays(self) -> "Case":
        """The same case, measured by the days of which a stay that places a provision in time must touch one."""
        return self._within(self.windows.stays if self.windows else self.window)

    @property
    def last_day(self) -> date | None:
        """The last day in force: it counts in full, whatever else is read."""
        return (self.windows.in_force if self.windows else self.window).end

    @property
    def given(self) -> Answers:
        """The answers that were given, as far as the case can tell."""
        return self.grounds.given if self.grounds else self.answers

    def get(self, fact: str) -> Answer | None:
        """The answer to a fact, or None while it is unknown."""
        return self.answers.get(fact)

    def day(self, fact: str) -> date | None:
        """The answer to a date fact."""
        answer = self.answers.get(fact)
        return answer if isinstance(answer, date) else None

    def days(self, fact: str) -> Days:
        """The answer to a date fact, or the days between which it must lie."""
        if day := self.day(fact):
            return Days(day, day)
        left = self.left.get(fact)
        if not isinstance(left, Range):
            return Days(date.min, date.max)
        latest = date.max if left.high is None else date.fromordinal(int(left.high))
        return Days(date.fromordinal(int(left.low)), latest)

    def options(self, fact: str) -> frozenset[Answer] | None:
        """What can still be chosen; None where everything can."""
        answer, left = self.answers.get(fact), self.left.get(fact)
        if answer is not None:
            return frozenset({answer})
        return left if isinstance(left, frozenset) else None

    def number(self, fact: str) -> Range:
        """The answer to a count or a sum of money; unknown, it may be anything that other answers leave possible."""
        answer, left = self.answers.get(fact), self.left.get(fact)
        if isinstance(answer, Decimal):
            return Range.exactly(Fraction(answer))
        if isinstance(answer, int):
            return Range.exactly(answer)
        if fact in self.counted:
            return self.counted[fact]
        if isinstance(left, Range):
            return left
        least = getattr(CATALOGUE[fact], "least", 0)
        return Range(Fraction(least) if isinstance(least, Decimal) else least, None)

    def lacks(self, facts: Iterable[str]) -> tuple[str, ...]:
        """The facts that are not answered."""
        return tuple(fact for fact in facts if self.answers.get(fact) is None)

    def lacks_ever(self, fact: str) -> bool:
        """Whether the other answers say that there is no such thing."""
        return fact not in self.answers and self.left.get(fact) == NEVER

    def takes_other(self, reading: str) -> bool:
        """Whether the case takes a reading, named by its id, the other way."""
        return reading in self.others

    def say(self, fact: str) -> str:
        """What was answered: "吸纳人数：12 人", or that nothing was."""
        if self.beforehand:
            return ""
        question = CATALOGUE[fact]
        answer = self.answers.get(fact)
        if answer is None and fact in self.counted:
            return f"{question.short}：{_say_counted(question, self.counted[fact])}"
        return f"{question.short}：{'未填' if answer is None else question.say(answer)}"

    def say_left(self, fact: str) -> str:
        """What was answered, or what the other answers leave possible: "首次来就业日期：未填，不晚于 2017-03-01"."""
        left = None if fact in self.answers or self.beforehand else self.left.get(fact)
        if left == NEVER:
            return f"{CATALOGUE[fact].short}：{say_possible(CATALOGUE[fact], left)}"
        return self.say(fact) if left is None else f"{self.say(fact)}，{say_possible(CATALOGUE[fact], left)}"

    def supposing(self, answers: Answers) -> "Case":
        """The same case with some answers given or changed, and by its grounds with all that follows from them.

        Without grounds a changed answer no longer tells of others.
        """
        if self.grounds:
            return self._on(self.grounds.supposing(answers))
        left = self.left if self.answers.keys().isdisjoint(answers) else NOTHING_TOLD
        return replace(self, answers={**self.answers, **answers}, left=left)

    def replacing(self, facts: Collection[str], answers: Answers) -> "Case":
        """The same case with some answers taken back, and others given or changed."""
        if self.grounds:
            return self._on(self.grounds.forgetting(facts).supposing(answers))
        return self.forgetting(facts).supposing(answers)

    def forgetting(self, facts: Collection[str]) -> "Case":
        """The same case with some answers taken back, and with what they may have told of others."""
        if self.grounds:
            return self._on(self.grounds.forgetting(facts))
        kept = {fact: answer for fact, answer in self.answers.items() if fact not in facts}
        return replace(self, answers=kept, left=NOTHING_TOLD)

    def _on(self, grounds: Grounds) -> "Case":
        """The same case with all that some grounds tell, and nothing else."""
        return replace(self, answers=grounds.told.answers, left=grounds.told.left, grounds=grounds)

    def find_changed(self, before: "Case") -> Iterator[str]:
        """The facts of which something else follows now than before."""
        for told, was in ((self.answers, before.answers), (self.left, before.left)):
            if told is not was:
                yield from (fact for fact in told.keys() | was.keys() if told.get(fact) != was.get(fact))

    def counting(self, fact: str, heads: Range) -> "Case":
        """The same case with so many heads, counted over groups in place of the answer."""
        others = {name: answer for name, answer in self.answers.items() if name != fact}
        return replace(self, answers=others, counted={**self.counted, fact: heads})

    def _within(self, window: Window) -> "Case":
        return self if window == self.window else replace(self, window=window)


def _say_counted(question: Question, heads: Range) -> str:
    """A number or the two between which it lies: 28 人, 28 至 35 人, 至少 28 人."""
    if heads.high is None:
        return f"至少 {question.say(int(heads.low))}"
    least = "" if heads.is_exact else f"{heads.low} 至 "
    return f"{least}{question.say(int(heads.high))}"
