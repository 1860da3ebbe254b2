"""The words that say how answers to several facts bear on each other: what contradicts, and what follows."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE, Answers, say_question
from calc.facts.contradiction import Contradiction, Way, name_answers
from calc.facts.known import ANYTHING, Known
from calc.facts.possible import NEVER, Possible, exactly, fits
from calc.facts.questions import Answer, Count, Day, Selection, YesNo
from calc.values.dates import spell_date
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
    def complain(self, answers: Answers) -> Iterator[Contradiction]:
        """What of the answers contradicts each other."""

    def doubt(self, answers: Answers) -> Iterator[Contradiction]:
        """What of the answers is hardly true together, as long as nobody says how."""
        yield from ()

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

    def complain(self, answers: Answers) -> Iterator[Contradiction]:
        """Name the others that lie above the fact."""
        above = [other for other in self.others if _exceeds(answers.get(other), answers.get(self.fact))]
        if not above:
            return
        is_day = isinstance(CATALOGUE[self.fact], Day)
        told = f"{name_answers((self.fact,), answers)}{'早于' if is_day else '少于'}{name_answers(above, answers)}"
        yield Contradiction((*above, self.fact), f"{told}，请看看哪个要改。")

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

    def complain(self, answers: Answers) -> Iterator[Contradiction]:
        """Each of the others that is something all the same."""
        if self.fact not in answers or answers[self.fact] != self.answer:
            return
        for other in self.others:
            if other in answers and answers[other] not in (False, 0):
                needless = () if isinstance(CATALOGUE[other], YesNo) else (other,)
                sentence = (
                    f"您{_tell(self.fact)}{self.saying}，又{_tell(other)}{name_answers((other,), answers)}，哪个对？"
                )
                yield Contradiction((self.fact, other), sentence, needless)

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
    """What is never said together, `unless` something else is: then it may all be true, and `asking` asks whether.

    `given` is where it is so, and itself in no doubt: it is neither asked about nor left out.
    """

    parts: tuple[Said, ...]
    unless: Said | None = None
    asking: str = ""
    given: Said | None = None

    @cached_property
    def _every(self) -> tuple[Said, ...]:
        return (*self.parts, *filter(None, (self.given,)))

    @cached_property
    def facts(self) -> frozenset[str]:
        return frozenset(part.fact for part in (*self._every, *filter(None, (self.unless,))))

    def complain(self, answers: Answers) -> Iterator[Contradiction]:
        """Say all of it, where it is said and the exception is not."""
        if not self._is_said(answers) or (self.unless and self.unless.fact not in answers):
            return
        if self.unless is None or not self.unless.fits(answers[self.unless.fact]):
            facts = tuple(part.fact for part in (*self.parts, *filter(None, (self.unless,))))
            yield Contradiction(facts, f"您选了{name_answers(facts, answers)}，不能都对，请看看哪个要改。")

    def doubt(self, answers: Answers) -> Iterator[Contradiction]:
        """Say what the exception would have to be, where nobody has said it."""
        if self.unless is None or self.unless.fact in answers or not self._is_said(answers):
            return
        facts, (fact, (option, *_)) = tuple(part.fact for part in self.parts), self.unless
        asked = Contradiction(facts, f"您选了{name_answers(facts, answers)}。{self.asking}")
        way = Way(f"对，“{say_question(fact)}”选“{CATALOGUE[fact].say(option)}”", {fact: option})
        yield asked.offering((way, *asked.list_candidates(answers)))

    def narrow(self, known: Known) -> None:
        """Where all but one are sure to be said, and the exception is not, that one is not."""
        if self.unless and not _is_excluded(known, self.unless):
            return
        excepted = [self.unless.fact] if self.unless else []
        for part in self._every:
            others = [other for other in self._every if other is not part]
            every = ANYTHING[part.fact] or known.of(part.fact)
            if isinstance(every, frozenset) and all(_is_sure(known, other) for other in others):
                rest = frozenset(answer for answer in every if not part.fits(answer))
                known.narrow(part.fact, rest, [*(other.fact for other in others), *excepted])

    def _is_said(self, answers: Answers) -> bool:
        return all(part.fact in answers and part.fits(answers[part.fact]) for part in self._every)


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

    def complain(self, answers: Answers) -> Iterator[Contradiction]:
        """A last day before the first one, or of what still goes on."""
        if self.end is None:
            return
        if answers.get(self.ongoing) is True and self.end in answers:
            told = (
                f"您选了{name_answers((self.ongoing,), answers)}，又填了{name_answers((self.end,), answers)}，哪个对？"
            )
            yield Contradiction((self.ongoing, self.end), told, (self.end,))
        else:
            yield from Reaches(self.end, (self.start,)).complain(answers)

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

    def complain(self, answers: Answers) -> Iterator[Contradiction]:
        """Say how many days there were at most."""
        days, start, until = (answers.get(fact) for fact in (self.days, self.start, self.until))
        if not isinstance(days, int) or not isinstance(start, date) or not isinstance(until, date):
            return
        most = (until - start).days + 1
        if days > most > 0:
            told = f"从 {spell_date(start)} 到 {spell_date(until)} 只有 {most} 天"
            sentence = f"{told}，您填了{name_answers((self.days,), answers)}，请看看哪个要改。"
            yield Contradiction((self.start, self.until, self.days), sentence)

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


def never(*parts: Said, given: Said | None = None, unless: Said | None = None, asking: str = "") -> Never:
    """What is never said together, where something is given, unless something else is."""
    return Never(parts, unless, asking, given)


def _tell(fact: str) -> str:
    return "选了" if isinstance(CATALOGUE[fact], YesNo | Selection) else "填了"


def _is_excluded(known: Known, part: Said) -> bool:
    left = known.of(part.fact)
    return isinstance(left, frozenset) and not any(map(part.fits, left))


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
