"""What every condition can do, and how the quantities they compare are measured."""

from abc import abstractmethod
from typing import ClassVar, TypeVar

from calc.facts.catalogue import CATALOGUE
from calc.facts.possible import fits
from calc.facts.questions import Answer, Choice, Choices, Question
from calc.rules.case import Case, Measure, Step
from calc.rules.fields import Quantity
from calc.rules.printed import Tick
from calc.rules.quantities import DaysInTerm, Span
from calc.rules.word import ALREADY, Rule, Way, parts_of
from calc.values.truth import Verdict

Asked = TypeVar("Asked", bound=Question)


def find_question(phrase: str, fact: str, kind: type[Asked]) -> Asked:
    """The question behind a fact; raises ValueError, naming the phrase, if there is none or it is of another kind."""
    question = CATALOGUE.get(fact)
    if question is None:
        raise ValueError(f"{phrase!r}: there is no fact {fact!r}")
    if not isinstance(question, kind):
        raise ValueError(f"{phrase!r}: {fact} is no {kind.__name__}")
    return question


def measure(quantity: Quantity, case: Case) -> Measure:
    """The number a quantity has in a case: a fact's answer, the months of a span, or the days in the term."""
    if not isinstance(quantity, str):
        return case.beforehand.measure(quantity, case.window) if case.beforehand else quantity.measure(case)
    number = case.number(quantity)
    return Measure(number, case.say(quantity), () if number.is_exact else (quantity,))


def counted_fact(quantity: Quantity) -> str:
    """The fact that gives a quantity directly."""
    match quantity:
        case Span():
            return quantity.months
        case DaysInTerm():
            return quantity.days
        case _:
            return quantity


def ways_to_reach(quantity: Quantity, least: int, case: Case) -> tuple[Way, ...]:
    """The number itself; or, of a span whose first day is given, the days still open."""
    measured, fact = measure(quantity, case), counted_fact(quantity)
    if measured.range.low >= least:
        return ALREADY
    if isinstance(quantity, Span):
        return _ways_to_last(quantity, least, case, measured)
    return () if CATALOGUE[fact].is_fixed and measured.range.is_exact else ({fact: least},)


def _ways_to_last(span: Span, least: int, case: Case, measured: Measure) -> tuple[Way, ...]:
    """The months; the days still open where the first is given; a later day asked where this one comes too early."""
    is_dated = case.day(span.start) is not None
    if is_dated and measured.range.is_at_least(least) is not Verdict.NO:
        return (dict.fromkeys(measured.missing),)
    longest, so_far = span.most_months(case, up_to_as_of=False), span.most_months(case)
    if longest is not None and longest < least:
        return ()
    is_too_early = is_dated or (so_far is not None and so_far < least)
    return ({span.months: least, "as_of": None} if is_too_early else {span.months: least},)


def ways_to_answer(case: Case, fact: str, answers: tuple[Answer, ...]) -> tuple[Way, ...]:
    """Any of the answers; none where a fact that cannot be changed says otherwise."""
    given, question = case.get(fact), CATALOGUE[fact]
    if given is not None and fits(given, answers):
        return ALREADY
    if given is not None and question.is_fixed:
        return ()
    return tuple({fact: question.alter(given, answer)} for answer in answers)


def find_one_choice(phrase: str, fact: str) -> Choice:
    """The question of which exactly one option is answered; raises ValueError for any other question."""
    if isinstance(CATALOGUE.get(fact), Choices):
        raise ValueError(f"{phrase!r}: {fact} may have several answers at once; only one of a Choice can decide this")
    return find_question(phrase, fact, Choice)


class Condition(Rule, is_kind=True):
    """A word that is met, not met, unanswered, or for an authority to decide.

    `joins_by` stands between the parts of a condition that joins others.
    """

    joins_by: ClassVar[str] = ""

    @abstractmethod
    def judge(self, case: Case) -> Step:
        """Judge a case; the step says what was found and what is missing."""

    @abstractmethod
    def list_ticks(self) -> tuple[Tick, ...]:
        """The lines to tick on paper, all of which must hold."""

    def list_lasting(self) -> tuple[tuple[Span, int], ...]:
        """The spans that it asks to last, each with its months."""
        parts = (part for part in parts_of(self) if isinstance(part, Condition))
        return tuple(lasting for part in parts for lasting in part.list_lasting())

    def tick_as_one(self) -> Tick:
        """The condition as one line to tick, with several lines below it where it needs them."""
        ticks = self.list_ticks()
        return ticks[0] if len(ticks) == 1 else Tick("同时满足：", ticks)


class PlainCondition(Condition, is_kind=True):
    """A condition that is ticked on paper as it explains itself."""

    def list_ticks(self) -> tuple[Tick, ...]:
        """Its own words."""
        return (Tick(self.explain()),)


def judge(condition: Condition, case: Case) -> Step:
    """The step of a condition inside another word."""
    return case.beforehand.judge(condition) if case.beforehand else condition.judge(case)
