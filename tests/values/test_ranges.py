"""Ranges against their numbers one by one: what is said of a range holds for what it contains, and says no less."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc.values.ranges import Range
from calc.values.truth import Verdict

FAR = 60  # beyond every number drawn here: an open end behaves as an end out there
numbers = st.integers(0, 20)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low = draw(numbers)
    return Range(low, draw(st.none() | st.integers(low, 20)))


def members(found: Range) -> list[int]:
    high = FAR if found.high is None else found.high
    return list(range(int(found.low), int(high) + 1))


def verdict_on(found: Range, holds: Callable[[int], bool]) -> Verdict:
    results = {holds(number) for number in members(found)}
    return Verdict.UNKNOWN if len(results) == 2 else Verdict.YES if True in results else Verdict.NO


@given(ranges(), numbers)
def test_bounds_are_judged_as_the_numbers_judge(found: Range, bound: int) -> None:
    assert found.is_at_least(bound) is verdict_on(found, lambda number: number >= bound)
    assert found.is_at_most(bound) is verdict_on(found, lambda number: number <= bound)


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (Range(9, 9), Verdict.NO),
        (Range(9, 10), Verdict.UNKNOWN),
        (Range(10, 10), Verdict.YES),
        (Range(10, None), Verdict.YES),
        (Range(9, None), Verdict.UNKNOWN),
        (Range(0, Fraction(99, 10)), Verdict.NO),
    ],
)
def test_at_least_ten_includes_ten(found: Range, verdict: Verdict) -> None:
    assert found.is_at_least(10) is verdict


@given(ranges(), numbers, st.none() | numbers)
def test_meeting_is_having_a_number_in_common(found: Range, low: int, high: int | None) -> None:
    assume(high is None or low <= high)
    inside = [number for number in members(found) if low <= number and (high is None or number <= high)]
    assert found.meets(low, high) is bool(inside)


@given(ranges(), numbers, st.integers(1, 12))
def test_arithmetic_moves_every_number(found: Range, number: int, divisor: int) -> None:
    for changed, change in (
        (found.capped(number), lambda each: min(each, number)),
        (found.less(number), lambda each: max(each - number, 0)),
        (found.divided(divisor), lambda each: each // divisor),
    ):
        expected = [change(each) for each in members(found)]
        assert changed.low == min(expected)
        if found.high is not None or changed.high is not None:
            assert changed.high == max(expected)


def test_an_open_end_stays_open_unless_it_is_capped() -> None:
    assert Range(3, None).less(5) == Range(0, None)
    assert Range(30, None).divided(12) == Range(2, None)
    assert Range(3, None).capped(None) == Range(3, None)
    assert Range(3, None).capped(6) == Range(3, 6)


@given(ranges())
def test_exact_is_one_number(found: Range) -> None:
    assert found.is_exact is (len(members(found)) == 1)
    assert Range.exactly(found.low) == Range(found.low, found.low)


def test_a_range_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="from 3 down to 2"):
        Range(3, 2)
