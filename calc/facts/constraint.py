"""The words that say how answers to several facts bear on each other: what contradicts, and what follows."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.known import ANYTHING, Known
from calc.facts.possible import NEVER, Possible, exactly, fits
from calc.facts.questions import Answer, Choice, Count, Day, YesNo
from calc.values.ranges import Range

YES: Possible = frozenset({True})
NO: Possible = frozenset({False})


class Constraint(ABC):
    """Something that is always true of the answers to some facts."""

    @property
    @abstractmethod
    def facts(self) -> frozenset[str]:
        """The facts that it is about."""

    @cached_property
    def links(self) -> tuple[frozenset[str], ...]:
        """The sets of facts within which one tells of another."""
        return (self.facts,)

    @abstractmethod
    def complain(self, answers: Answers) -> Mapping[str, str]:
        """A sentence for each answer that contradicts another one, by its fact."""

    @abstractmethod
    def narrow(self, known: Known) -> None:
        """Leave of each fact only what the others allow."""


@dataclass(frozen=True)
class Reaches(Constraint):
    """A fact reaches others: a day is not before them, a whole is not smaller than its parts."""

    fact: str
    others: tuple[str, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset((self.fact, *self.others))

    @cached_property
    def links(self) -> tuple[frozenset[str], ...]:
        """The fact with each of the others."""
        return tuple(frozenset((self.fact, other)) for other in self.others)

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """Name the others that lie above the fact."""
        reached = answers.get(self.fact)
        above = [CATALOGUE[other].short for other in self.others if _exceeds(answers.get(other), reached)]
        less = "早于" if isinstance(CATALOGUE[self.fact], Day) else "少于"
        return {self.fact: f"{CATALOGUE[self.fact].short}不能{less}{'、'.join(above)}。"} if above else {}

    def narrow(self, known: Known) -> None:
        """The fact is at least what the others are, and they at most what it is."""
        whole = known.of(self.fact)
        for other in self.others:
            part = known.of(other)
            if not isinstance(part, Range) or not isinstance(whole, Range):
                continue
            if part.low > whole.low:
                known.narrow(self.fact, Range(part.low, None), (other,))
                whole = known.of(self.fact)
            if isinstance(whole, Range) and whole.high is not None and (part.high is None or part.high > whole.high):
                known.narrow(other, Range(0, whole.high), (self.fact,))


@dataclass(frozen=True)
class LeavesNothing(Constraint):
    """Where one fact is answered so, others are nothing: 0, 否, or not to be filled in.

    `saying` puts that answer in words: "没有签订合同".
    """

    saying: str
    fact: str
    answer: Answer
    others: tuple[str, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset((self.fact, *self.others))

    @cached_property
    def links(self) -> tuple[frozenset[str], ...]:
        """The fact with each of the others."""
        return tuple(frozenset((self.fact, other)) for other in self.others)

    @cached_property
    def _wholly(self) -> Possible:
        return exactly(self.answer)

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """Each of the others that is something all the same."""
        if self.fact not in answers or answers[self.fact] != self.answer:
            return {}
        wrong = (other for other in self.others if other in answers and answers[other] not in (False, 0))
        told = "填了" if isinstance(CATALOGUE[self.fact], Count) else "选了"
        return {other: f"前面{told}{self.saying}，{_refuse(other)}。" for other in wrong}

    def narrow(self, known: Known) -> None:
        """With that answer the others are nothing; with any of the others it is another answer."""
        every, is_said = ANYTHING[self.fact], known.of(self.fact) == self._wholly
        for other in self.others:
            if is_said:
                known.narrow(other, _nothing(other), (self.fact,))
            if _is_something(known, other) and every is not None:
                known.narrow(self.fact, _without(every, self.answer), (other,))


class Said(NamedTuple):
    """A fact answered with one of some options."""

    fact: str
    options: tuple[Answer, ...]

    def fits(self, answer: Answer) -> bool:
        """Whether an answer is, or names, one of the options."""
        return fits(answer, self.options)


@dataclass(frozen=True)
class Never(Constraint):
    """What is never said together. The last of it carries the complaint."""

    parts: tuple[Said, ...]

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset(part.fact for part in self.parts)

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """Say what the last one contradicts, where all are said."""
        if not all(part.fact in answers and part.fits(answers[part.fact]) for part in self.parts):
            return {}
        *first, last = (part.fact for part in self.parts)
        return {last: f"前面选了{name_answers(first, answers)}，这里就不能选“{_say(last, answers)}”。"}

    def narrow(self, known: Known) -> None:
        """Where all but one are sure to be said, that one is not."""
        for part in self.parts:
            others = [other for other in self.parts if other is not part]
            every = ANYTHING[part.fact] or known.of(part.fact)
            if isinstance(every, frozenset) and all(_is_sure(known, other) for other in others):
                rest = frozenset(answer for answer in every if not part.fits(answer))
                known.narrow(part.fact, rest, [other.fact for other in others])


@dataclass(frozen=True)
class Stay(Constraint):
    """Something that lasts: how many months, since when, whether it still goes on, and its last day."""

    months: str
    start: str
    ongoing: str
    end: str | None = None

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset(fact for fact in (self.months, self.start, self.ongoing, self.end) if fact)

    @cached_property
    def links(self) -> tuple[frozenset[str], ...]:
        """What has a last day; the months of a stay are measured by each policy in its own window."""
        return (frozenset((self.start, self.ongoing, self.end)),) if self.end else ()

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """A last day before the first one, or of what still goes on."""
        if self.end is None:
            return {}
        if answers.get(self.ongoing) is True and self.end in answers:
            return {self.end: f"已经选了{CATALOGUE[self.ongoing].short}，就不要再填{CATALOGUE[self.end].short}。"}
        return Reaches(self.end, (self.start,)).complain(answers)

    def narrow(self, known: Known) -> None:
        """What has a last day does not go on, and began before that day."""
        if self.end is None:
            return
        Reaches(self.end, (self.start,)).narrow(known)
        if self.end in known.given:
            known.narrow(self.ongoing, NO, (self.end,))
        elif known.of(self.ongoing) == YES:
            known.narrow(self.end, NEVER, (self.ongoing,))


@dataclass(frozen=True)
class Takes(Constraint):
    """So many days have been taken from a first one up to another, both included."""

    days: str
    start: str
    until: str

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset((self.days, self.start, self.until))

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """Say how many days there were at most."""
        days, start, until = (answers.get(fact) for fact in (self.days, self.start, self.until))
        if not isinstance(days, int) or not isinstance(start, date) or not isinstance(until, date):
            return {}
        most = (until - start).days + 1
        told = f"从{CATALOGUE[self.start].short}到{CATALOGUE[self.until].short}只有 {most} 天"
        return {self.days: f"{told}，{CATALOGUE[self.days].short}不能更多。"} if days > most > 0 else {}

    def narrow(self, known: Known) -> None:
        """No more days than lie between; no later start, and no earlier end, than the days allow."""
        days, start, until = (known.of(fact) for fact in (self.days, self.start, self.until))
        if not isinstance(days, Range) or not isinstance(start, Range) or not isinstance(until, Range):
            return
        if until.high is not None and days.low:
            known.narrow(self.start, Range(0, max(until.high - days.low + 1, 0)), (self.days, self.until))
        if self.start in known.given:
            known.narrow(self.until, Range(start.low + days.low - 1, None), (self.start, self.days))
            if until.high is not None:
                known.narrow(self.days, Range(0, max(until.high - start.low + 1, 0)), (self.start, self.until))


def said(fact: str, *options: Answer) -> Said:
    """A fact answered with one of some options."""
    return Said(fact, options)


def never(*parts: Said) -> Never:
    """What is never said together."""
    return Never(parts)


def name_answers(facts: Iterable[str], answers: Answers) -> str:
    """Some answers with their questions: “签订合同：是”、“合同月数：12 个月”."""
    return "、".join(f"“{_say(fact, answers)}”" for fact in facts)


def _say(fact: str, answers: Answers) -> str:
    return f"{CATALOGUE[fact].short}：{CATALOGUE[fact].say(answers[fact])}"


def _is_sure(known: Known, part: Said) -> bool:
    left = known.of(part.fact)
    return isinstance(left, frozenset) and all(map(part.fits, left))


def _is_something(known: Known, fact: str) -> bool:
    """Whether a fact is sure to be something; a day, a sum or an option is so where it was given."""
    left = known.of(fact)
    if isinstance(CATALOGUE[fact], Count):
        return isinstance(left, Range) and left.low > 0
    return left == YES if isinstance(CATALOGUE[fact], YesNo) else fact in known.given


def _nothing(fact: str) -> Possible:
    match CATALOGUE[fact]:
        case YesNo():
            return NO
        case Count():
            return Range.exactly(0)
        case _:
            return NEVER


def _without(possible: Possible, answer: Answer) -> Possible:
    return possible - {answer} if isinstance(possible, frozenset) else Range(max(possible.low, 1), None)


def _exceeds(one: Answer | None, other: Answer | None) -> bool:
    """Whether both are known and the one day or number lies above the other."""
    if isinstance(one, date) and isinstance(other, date):
        return one > other
    if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
        return one > other
    return False


def _refuse(fact: str) -> str:
    short = CATALOGUE[fact].short
    match CATALOGUE[fact]:
        case YesNo():
            return f"这里就不能选{short}"
        case Count():
            return f"{short}应填 0 或不填"
        case Choice():
            return f"就不要再选{short}"
        case _:
            return f"就不要再填{short}"
