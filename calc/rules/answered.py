"""Conditions on a single answer: a yes or no, a decision of an authority, one of several options."""

from abc import abstractmethod
from dataclasses import dataclass

from calc.facts.catalogue import CATALOGUE
from calc.facts.possible import fits
from calc.facts.questions import Answer, Selection, YesNo
from calc.rules.case import Case, Step
from calc.rules.condition import PlainCondition, find_question, ways_to_answer
from calc.rules.fields import Fact, Written
from calc.rules.word import Landmarks, Way
from calc.values.truth import Verdict, yes_if


@dataclass(frozen=True)
class Answered(PlainCondition, is_kind=True):
    """A condition that some answers to one fact meet."""

    phrase: str
    fact: Fact

    @property
    @abstractmethod
    def fitting(self) -> tuple[Answer, ...]:
        """The answers that meet it."""

    def judge(self, case: Case) -> Step:
        """Look at what was answered; unknown, at what the other answers leave possible."""
        options = case.options(self.fact)
        met = {fits(answer, self.fitting) for answer in options or ()}
        if options is None or len(met) > 1:
            return Step(self.phrase, Verdict.UNKNOWN, case.say(self.fact), (self.fact,))
        return Step(self.phrase, yes_if(True in met), case.say_left(self.fact))

    def ways(self, case: Case) -> tuple[Way, ...]:
        return ways_to_answer(case, self.fact, self.fitting)

    def landmarks(self) -> Landmarks:
        """Yes and no."""
        return {self.fact: (True, False)}


@dataclass(frozen=True)
class Holds(Answered):
    """A yes/no fact must be answered yes, or as `wanted`.

    `states` are numbers of the phrase that the question itself contains.
    """

    states: Written[tuple[int, ...]] = ()
    wanted: bool = True

    def __post_init__(self) -> None:
        question = find_question(self.phrase, self.fact, YesNo)
        label = question.label
        if lost := [number for number in self.states if str(number) not in label]:
            raise ValueError(f"{self.phrase!r}: the question {label!r} does not say {lost}")
        if not self.wanted and not question.denied:
            raise ValueError(f"{self.phrase!r}: {self.fact} has no short name for its no")

    @property
    def fitting(self) -> tuple[Answer, ...]:
        return (self.wanted,)

    def explain(self) -> str:
        question = find_question(self.phrase, self.fact, YesNo)
        return question.short if self.wanted else question.denied


@dataclass(frozen=True)
class Judged(Answered):
    """An authority decides. Before its decision the condition is open to judgement, not unanswered."""

    fitting = (True,)

    def __post_init__(self) -> None:
        if not find_question(self.phrase, self.fact, YesNo).is_judged:
            raise ValueError(f"{self.phrase!r}: {self.fact} is not for an authority to decide")

    def judge(self, case: Case) -> Step:
        if case.get(self.fact) is not None:
            return super().judge(case)
        found = f"{CATALOGUE[self.fact].short}：由主管部门认定"
        return Step(self.phrase, Verdict.JUDGEMENT, found, awaited=(self.fact,))

    def explain(self) -> str:
        return f"{CATALOGUE[self.fact].short}（由主管部门认定）"


@dataclass(frozen=True)
class Is(Answered):
    """A choice must be one of the options; where several are answered at once, one of them."""

    options: tuple[str, ...]

    def __post_init__(self) -> None:
        question = self._question
        if unknown := [option for option in self.options if option not in question.options]:
            raise ValueError(f"{self.phrase!r}: {self.fact} has no option {unknown}")

    @property
    def fitting(self) -> tuple[Answer, ...]:
        return self.options

    def explain(self) -> str:
        question = self._question
        options = "、".join(question.options[option] for option in self.options)
        return f"{question.short}为{options}" + ("之一" if len(self.options) > 1 else "")

    def options_of(self, fact: str) -> tuple[str, ...]:
        return self.options if fact == self.fact else ()

    def landmarks(self) -> Landmarks:
        """Every option there is."""
        return {self.fact: tuple(self._question.alter(None, option) for option in self._question.options)}

    @property
    def _question(self) -> Selection:
        return find_question(self.phrase, self.fact, Selection)  # type: ignore[type-abstract]  # nothing is made of it
