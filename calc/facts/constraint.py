"""The words that say how answers to several facts bear on each other: what contradicts, and what follows."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.questions import Answer, Day, YesNo


class Constraint(ABC):
    """Something that is always true of the answers to some facts."""

    @abstractmethod
    def complain(self, answers: Answers) -> Mapping[str, str]:
        """A sentence for each answer that contradicts another one, by its fact."""

    @abstractmethod
    def infer(self, answers: Answers) -> Answers:
        """The answers that follow from those given, whether or not they are among them."""


@dataclass(frozen=True)
class Reaches(Constraint):
    """A fact reaches others: a day is not before them, a whole is not smaller than its parts."""

    fact: str
    others: tuple[str, ...]

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """Name the others that lie above the fact."""
        reached = answers.get(self.fact)
        above = [CATALOGUE[other].short for other in self.others if _exceeds(answers.get(other), reached)]
        less = "早于" if isinstance(CATALOGUE[self.fact], Day) else "少于"
        return {self.fact: f"{CATALOGUE[self.fact].short}不能{less}{'、'.join(above)}。"} if above else {}

    def infer(self, answers: Answers) -> Answers:
        """Nothing has only empty parts."""
        return dict.fromkeys(self.others, 0) if answers.get(self.fact) == 0 else {}


@dataclass(frozen=True)
class NothingWithout(Constraint):
    """Where a yes/no fact is denied, other facts are nothing: 0, or 否. `denial` says so in a complaint."""

    fact: str
    denial: str
    others: tuple[str, ...]

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """Each of the others that is something all the same."""
        if answers.get(self.fact) is not False:
            return {}
        return {other: f"前面选了{self.denial}，{_refuse(other)}。" for other in self.others if answers.get(other)}

    def infer(self, answers: Answers) -> Answers:
        """Without the fact the others are nothing; with any of the others there is the fact."""
        if answers.get(self.fact) is False:
            return {other: _nothing(other) for other in self.others}
        return {self.fact: True} if any(answers.get(other) for other in self.others) else {}


@dataclass(frozen=True)
class Stay(Constraint):
    """Something that lasts: how many months, since when, whether it still goes on, and its last day."""

    months: str
    start: str
    ongoing: str
    end: str | None = None

    def complain(self, answers: Answers) -> Mapping[str, str]:
        """A last day before the first one, or of what still goes on."""
        if self.end is None:
            return {}
        if answers.get(self.ongoing) is True and self.end in answers:
            return {self.end: f"已经选了{CATALOGUE[self.ongoing].short}，就不要再填{CATALOGUE[self.end].short}。"}
        return Reaches(self.end, (self.start,)).complain(answers)

    def infer(self, answers: Answers) -> Answers:
        """What has a last day does not go on."""
        return {self.ongoing: False} if self.end in answers else {}


def _exceeds(one: Answer | None, other: Answer | None) -> bool:
    """Whether both are known and the one day or number lies above the other."""
    if isinstance(one, date) and isinstance(other, date):
        return one > other
    return isinstance(one, int) and isinstance(other, int) and one > other


def _nothing(fact: str) -> Answer:
    return False if isinstance(CATALOGUE[fact], YesNo) else 0


def _refuse(fact: str) -> str:
    short = CATALOGUE[fact].short
    return f"这里就不能选{short}" if isinstance(CATALOGUE[fact], YesNo) else f"{short}应填 0 或不填"
