"""What an answer can still be: some of the options, or the numbers between two bounds. Days count as numbers."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from fractions import Fraction

from calc.facts.questions import Answer, Choice, Count, Day, Money, Question, YesNo
from calc.values.dates import spell_date
from calc.values.ranges import Range

Possible = frozenset[Answer] | Range
NEVER: Possible = frozenset()
"""There is no such day, option or sum: the question does not arise."""


def fits(answer: Answer, fitting: Collection[Answer]) -> bool:
    """Whether an answer is a fitting one; of several options at once one is enough."""
    return any(option in fitting for option in answer) if isinstance(answer, tuple) else answer in fitting


def anything(question: Question) -> Possible | None:
    """Every answer to a question; None where there is nothing to tell apart, as of a line of text."""
    match question:
        case YesNo():
            return frozenset({True, False})
        case Choice(options=options):
            return frozenset(options)
        case Count(least=least):
            return Range(least, None)
        case Money(least=least):
            return Range(Fraction(least), None)
        case Day():
            return Range(date.min.toordinal(), None)
    return None


def exactly(answer: Answer) -> Possible:
    """One answer alone."""
    if isinstance(answer, bool | str | tuple):
        return frozenset({answer})
    if isinstance(answer, date):
        return Range.exactly(answer.toordinal())
    return Range.exactly(Fraction(answer) if isinstance(answer, Decimal) else answer)


def only(question: Question, possible: Possible) -> Answer | None:
    """The answer that alone is left. No day is ever told: what a day is asked of need not have happened."""
    if isinstance(possible, frozenset):
        return next(iter(possible)) if len(possible) == 1 else None
    return int(possible.low) if possible.is_exact and isinstance(question, Count) else None


def meet(one: Possible, other: Possible) -> Possible | None:
    """What is possible by both: the very first where the other leaves all of it; None where nothing is."""
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one if one <= other else (one & other) or None
    assert isinstance(one, Range) and isinstance(other, Range)
    is_low = one.low >= other.low
    is_high = other.high is None or (one.high is not None and one.high <= other.high)
    if is_low and is_high:
        return one
    low, high = one.low if is_low else other.low, one.high if is_high else other.high
    return Range(low, high) if high is None or low <= high else None


def say_possible(question: Question, possible: Possible) -> str:
    """What is left, in words: 不晚于 2017-03-01, 至少 12 人, one of the options."""
    if possible == NEVER:
        return "没有"
    if isinstance(possible, frozenset):
        return "或".join(question.say(answer) for answer in sorted(possible, key=str))
    if isinstance(question, Day):
        bounds = (("不早于", possible.low), ("不晚于", possible.high))
        first = date.min.toordinal()
        told = [f"{side} {spell_date(date.fromordinal(int(day)))}" for side, day in bounds if day and day > first]
    else:
        sides = (("至少", possible.low), ("最多", possible.high))
        told = [f"{side} {question.say(int(number))}" for side, number in sides if number is not None]
    return "，".join(told)
