"""Conditions on a single answer: a yes or no, a decision of an authority, one of several options."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer, Choice, YesNo
from calc.rules.case import Case, Step
from calc.rules.condition import PlainCondition, find_question, ways_to_answer
from calc.rules.word import Way
from calc.values.truth import Verdict, yes_if


@dataclass(frozen=True)
class Holds(PlainCondition):
    """A yes/no fact must be answered yes, or as `wanted`.

    `states` are numbers of the phrase that the question itself contains.
    """

    phrase: str
    fact: str
    states: tuple[int, ...] = ()
    wanted: bool = True

    def __post_init__(self) -> None:
        label = find_question(self.phrase, self.fact, YesNo).label
        if lost := [number for number in self.states if str(number) not in label]:
            raise ValueError(f"{self.phrase!r}: the question {label!r} does not say {lost}")

    def judge(self, case: Case) -> Step:
        """Met by the answer wanted, not met by the other."""
        answer = case.get(self.fact)
        verdict = yes_if(answer is self.wanted if isinstance(answer, bool) else None)
        missing = (self.fact,) if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, case.say(self.fact), missing)

    def explain(self) -> str:
        """The fact's short name."""
        short = CATALOGUE[self.fact].short
        return short if self.wanted else f"不属于“{short}”"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The answer wanted."""
        return ways_to_answer(case, self.fact, (self.wanted,))

    def numbers(self) -> tuple[Fraction, ...]:
        """The numbers that the question contains."""
        return tuple(map(Fraction, self.states))

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Both answers."""
        return {self.fact: (True, False)}


@dataclass(frozen=True)
class Judged(PlainCondition):
    """An authority decides: without its decision the condition is open to judgement, not unanswered."""

    phrase: str
    fact: str

    def __post_init__(self) -> None:
        if not find_question(self.phrase, self.fact, YesNo).is_judged:
            raise ValueError(f"{self.phrase!r}: {self.fact} is not for an authority to decide")

    def judge(self, case: Case) -> Step:
        """Met or not by the authority's decision; 需认定 before it."""
        answer = case.get(self.fact)
        if isinstance(answer, bool):
            return Step(self.phrase, yes_if(answer), case.say(self.fact))
        found = f"{CATALOGUE[self.fact].short}：由主管部门认定"
        return Step(self.phrase, Verdict.JUDGEMENT, found, awaited=(self.fact,))

    def explain(self) -> str:
        """What is decided, and by whom."""
        return f"{CATALOGUE[self.fact].short}（由主管部门认定）"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """A favourable decision."""
        return ways_to_answer(case, self.fact, (True,))

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Both decisions."""
        return {self.fact: (True, False)}


@dataclass(frozen=True)
class Is(PlainCondition):
    """A choice must be one of the options."""

    phrase: str
    fact: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        question = find_question(self.phrase, self.fact, Choice)
        if unknown := [option for option in self.options if option not in question.options]:
            raise ValueError(f"{self.phrase!r}: {self.fact} has no option {unknown}")

    def judge(self, case: Case) -> Step:
        """Met by any of the options."""
        answer = case.get(self.fact)
        verdict = yes_if(None if answer is None else answer in self.options)
        missing = (self.fact,) if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, case.say(self.fact), missing)

    def explain(self) -> str:
        """The fact and its options."""
        question = CATALOGUE[self.fact]
        options = "、".join(question.say(option) for option in self.options)
        return f"{question.short}为{options}" + ("之一" if len(self.options) > 1 else "")

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Any of the options."""
        return ways_to_answer(case, self.fact, self.options)

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)

    def options_of(self, fact: str) -> tuple[str, ...]:
        """Its options."""
        return self.options if fact == self.fact else ()

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Every option there is."""
        question = CATALOGUE[self.fact]
        return {self.fact: tuple(question.options) if isinstance(question, Choice) else ()}
