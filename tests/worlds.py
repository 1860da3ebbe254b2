"""Whole worlds to ask about: every fact answered, without contradiction, near the places where rules tip."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint, LeavesNothing, Reaches, Stay, Takes
from calc.facts.credit_code import ALPHABET, LENGTH, check_character
from calc.facts.inference import find_contradictions
from calc.facts.questions import Answer, Choice, Choices, Count, CreditCode, Day, Money, Text, YesNo
from calc.rules.case import Case
from calc.rules.policy import Policy

BEFORE, AFTER = timedelta(days=500), timedelta(days=500)
ANY_START = date(2023, 1, 1)
"""Where the days of a document lie that names no term."""


@cache
def answers_to(policy: Policy, fact: str) -> st.SearchStrategy[Answer]:
    """Answers to one fact, most of them at or beside a number that some rule names.

    Hypothesis checks every new strategy: building these once halves the time of a world.
    """
    question = CATALOGUE[fact]
    if isinstance(question, YesNo):
        return st.sampled_from((True, True, False))
    if isinstance(question, Choice):
        return st.sampled_from(tuple(question.options))
    if isinstance(question, Choices):
        return some_of(question)
    if isinstance(question, Count):
        marks = {
            mark + step
            for provision in policy.provisions
            for mark in provision.landmarks.get(fact, ())
            if isinstance(mark, int)
            for step in (-1, 0, 1)
        }
        near = sorted(mark for mark in marks if question.least <= mark <= question.most) or [question.least]
        return st.sampled_from(near) | st.integers(question.least, min(question.most, 500))
    if isinstance(question, Money):
        return st.decimals(Decimal("0.01"), Decimal(50_000), places=2)
    if isinstance(question, CreditCode):
        return st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1).map(
            lambda body: body + check_character(body)
        )
    if isinstance(question, Text):
        return st.sampled_from(("甲公司", "<b>乙</b> & 丙"))
    assert isinstance(question, Day)
    start = policy.term.start if policy.term.is_stated else ANY_START
    end = policy.term.end or start + AFTER
    near_days = [start, end, *(day + timedelta(days=step) for day in (start, end) for step in (-1, 1))]
    return st.sampled_from(near_days) | st.dates(start - BEFORE, end + AFTER)


def some_of(question: Choices) -> st.SearchStrategy[tuple[str, ...]]:
    """One, two or three of the options, in their order."""
    drawn = st.sets(st.sampled_from(tuple(question.options)), min_size=1, max_size=3).map(question.unite)
    return drawn.filter(bool).map(lambda answer: answer or ())


@st.composite
def worlds(draw: st.DrawFn, policy: Policy) -> dict[str, Answer]:
    """Every fact of a policy answered so that no two answers contradict each other."""
    facts = dict.fromkeys((*policy.facts, "as_of"))
    world: dict[str, Any] = {fact: draw(answers_to(policy, fact)) for fact in facts}
    _mend(world)
    months = {span.months for span in policy.spans}
    dated = {fact: answer for fact, answer in world.items() if fact not in months}
    case = Case(dated, policy.term.windows().in_force)
    for span in policy.spans:
        possible = span.measure(case).range
        longest = int(possible.low) if possible.high is None else int(possible.high)
        world[span.months] = draw(st.integers(int(possible.low), longest))
    _mend(world)
    return world


def _mend(world: dict[str, Any]) -> None:
    """Change answers until no constraint is broken."""
    for word in CONSTRAINTS:
        _keep(word, world)
    while complaints := find_contradictions(world):
        for fact in complaints:
            _turn(fact, world)


def _keep(word: Constraint, world: dict[str, Any]) -> None:
    match word:
        case Reaches(fact, others) if fact in world:
            world[fact] = max(world[name] for name in (fact, *others) if name in world)
        case LeavesNothing(_, fact, answer, others) if world.get(fact) == answer:
            for other in others:
                _turn_off(other, world)
        case Stay(_, start, ongoing, end) if end in world:
            if world[ongoing]:
                del world[end]
            else:
                world[end] = max(world[start], world[end])
        case Takes(days, start, until) if {days, start, until} <= world.keys():
            world[days] = min(world[days], (world[until] - world[start]).days + 1)


def _turn_off(fact: str, world: dict[str, Any]) -> None:
    """Make nothing of an answer."""
    if isinstance(CATALOGUE[fact], YesNo | Count) and fact in world:
        world[fact] = type(world[fact])(0)
    else:
        world.pop(fact, None)


def _turn(fact: str, world: dict[str, Any]) -> None:
    """Give another answer."""
    question = CATALOGUE[fact]
    if isinstance(question, YesNo):
        world[fact] = not world[fact]
    elif isinstance(question, Choice):
        options = list(question.options)
        world[fact] = options[options.index(world[fact]) - 1]
    elif isinstance(question, Choices) and len(world[fact]) > 1:
        world[fact] = world[fact][:1]
    else:
        _turn_off(fact, world)
