"""What makes a roster quick holds of every word: narrowing shows complaints, and days in one order are alike."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import pytest

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint, LeavesNothing, Takes
from calc.facts.known import Known
from calc.facts.possible import NEVER, exactly
from calc.facts.questions import Answer, Choice, Choices, Count, Day, Money, YesNo
from calc.roster.following import NOTHING, PIECES, Piece, State
from calc.values.ranges import Range

TIMES = 400
FIRST = date(2019, 1, 1)


@pytest.mark.parametrize("word", CONSTRAINTS, ids=lambda word: type(word).__name__ + "-" + min(word.facts))
def test_narrowing_shows_every_complaint(word: Constraint) -> None:
    complaints = 0
    for answers in _draw_answers(word):
        if any(True for _ in word.complain(answers)):
            complaints += 1
            known = Known(answers)
            word.narrow(known)
            assert known.conflicts, answers
    assert complaints or not word.links


@pytest.mark.parametrize("piece", [piece for piece in PIECES if piece.days], ids=lambda piece: "-".join(piece.facts))
def test_a_word_tells_of_days_in_one_order_what_it_tells_of_others(piece: Piece) -> None:
    random = Random(1)
    handed_on = 0
    for _ in range(TIMES):
        states = [_draw_state(random, fact) for fact in piece.facts]
        others = _draw_in_order(random, states)
        told = piece.speak(*states)
        own = piece.hand_on(told, states)
        assert (own.say(*others) if own else told) == piece.speak(*others), (states, others)
        handed_on += own is not None and own.say != piece.speak
    assert handed_on or isinstance(piece.word, LeavesNothing)


def test_a_word_that_reckons_with_days_is_found_out() -> None:
    takes = next(word for word in CONSTRAINTS if isinstance(word, Takes))
    facts = (takes.days, takes.start, takes.until)
    with pytest.raises(AssertionError):
        test_a_word_tells_of_days_in_one_order_what_it_tells_of_others(Piece(takes, facts, (1, 2)))


def _draw_in_order(random: Random, states: list[State]) -> list[State]:
    """The same with other days, in the same order."""
    days = sorted({bound for state in states if isinstance(state.left, Range) for bound in _list_days(state.left)})
    chosen = random.sample(range(FIRST.toordinal(), FIRST.toordinal() + 10_000), len(days))
    later = dict(zip(days, sorted(chosen), strict=True))

    def move(state: State) -> State:
        if not isinstance(left := state.left, Range) or not _list_days(left):
            return state
        low, high = later.get(int(left.low), left.low), left.high if left.high is None else later[int(left.high)]
        given = date.fromordinal(int(low)) if state.answer is not None else None
        return State(Range(low, high), given, state.is_given)

    return [*map(move, states)]


def _list_days(left: Range) -> list[int]:
    return [int(bound) for bound in (left.low, left.high) if bound is not None and bound >= FIRST.toordinal()]


def _draw_answers(word: Constraint) -> Iterator[Answers]:
    random = Random(1)
    for _ in range(TIMES):
        yield {fact: _draw_answer(random, fact) for fact in sorted(word.facts) if random.random() < 0.8}


def _draw_answer(random: Random, fact: str) -> Answer:
    match CATALOGUE[fact]:
        case YesNo():
            return random.random() < 0.5
        case Choice(options=options):
            return random.choice(list(options))
        case Choices(options=options) as question:
            return question.unite((random.choice(list(options)),))
        case Count(least=least):
            return random.randint(least, least + 6)
        case Money(least=least):
            return least * random.randint(1, 4)
        case Day():
            return FIRST + timedelta(days=random.randrange(6))
    raise TypeError(f"{fact} tells nothing apart")


def _draw_state(random: Random, fact: str) -> State:
    """What may be known of a fact: nothing, an answer given, one that follows, bounds, or that there is none."""
    answer = _draw_answer(random, fact)
    if not isinstance(answer, date):
        return random.choice((NOTHING, State(exactly(answer), answer, random.random() < 0.5)))
    low, high = sorted((answer.toordinal(), FIRST.toordinal() + random.randrange(6)))
    bounds = (Range(low, high), Range(low, None), Range(date.min.toordinal(), high))
    return random.choice((NOTHING, State(NEVER), State(random.choice(bounds)), State(exactly(answer), answer, True)))
