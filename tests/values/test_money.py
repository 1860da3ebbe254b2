"""Money is exact: rounded once, half up, spelled with two decimals; open sums enclose whatever they may come to."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.values.money import (
    IN_KIND,
    NOT_STATED,
    ZERO,
    Amount,
    Kind,
    exactly,
    no_less_than,
    one_of,
    round_to_fen,
    say_yuan,
    spell_decimal,
    up_to,
    yuan,
)
from calc.values.ranges import Range

FAR = Fraction(10**9)
sums = st.fractions(0, 1_000_000, max_denominator=3_000)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low = draw(sums)
    high = draw(st.none() | st.just(low) | sums.map(lambda more: low + more))
    sure = exactly(low)
    kinds = {sure, sure.as_estimate(), up_to(low), no_less_than(low), Amount(Kind.RANGE, low, high)}
    return draw(st.sampled_from(sorted(kinds, key=repr)))


def ends(amount: Amount) -> tuple[Fraction, Fraction]:
    return amount.low, FAR if amount.high is None else amount.high


def encloses(amount: Amount, number: Fraction) -> bool:
    return amount.low <= number and (amount.high is None or number <= amount.high)


@given(st.decimals(0, 10**9, places=4))
def test_rounding_is_half_up_to_the_fen(number: Decimal) -> None:
    expected = number.quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert round_to_fen(Fraction(number)) == Fraction(expected)
    assert spell_decimal(Fraction(number)) == str(expected)
    assert say_yuan(Fraction(number)) == f"{expected:,}".removesuffix(".00") + " 元"


@pytest.mark.parametrize(
    ("number", "spelled"),
    [
        ("0", "0.00"),
        ("0.004999", "0.00"),
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("2.675", "2.68"),
        ("1/3", "0.33"),
        ("2/3", "0.67"),
        ("9999.995", "10000.00"),
        ("100000", "100000.00"),
        ("-0.25", "-0.25"),
    ],
)
def test_rounding_at_the_half(number: str, spelled: str) -> None:
    assert spell_decimal(Fraction(number)) == spelled


def test_sums_for_people_have_thousands_separators() -> None:
    assert say_yuan(yuan(1_234_567) + yuan("0.5")) == "1,234,567.50 元"
    assert say_yuan(yuan(0)) == "0 元"


def test_yuan_is_exact() -> None:
    assert yuan("0.1") + yuan("0.2") == yuan("0.3") == Fraction(3, 10)


def test_kinds_of_sums() -> None:
    assert exactly(yuan(5)) == Amount(Kind.EXACT, yuan(5), yuan(5))
    assert up_to(yuan(5)) == Amount(Kind.CEILING, ZERO, yuan(5))
    assert no_less_than(yuan(5)) == Amount(Kind.FLOOR, yuan(5), None)
    assert exactly(yuan(5)).as_estimate() == Amount(Kind.ESTIMATE, ZERO, yuan(5))
    assert {kind for kind in Kind if not Amount(kind).is_counted} == {Kind.NOT_STATED, Kind.IN_KIND}


@given(amounts(), st.integers(0, 30), st.none() | st.integers(0, 30))
def test_a_sum_for_each_unit_encloses_every_product(amount: Amount, low: int, more: int | None) -> None:
    count = Range(low, None if more is None else low + more)
    times = amount.times(count)
    counts = (low, low + (40 if more is None else more))
    products = [end * number for end, number in product(ends(amount), counts)]
    assert all(encloses(times, number) for number in products)
    assert times.low == min(products)
    assert times.high is None or times.high == max(products)
    assert (times.high is None) is (amount.high != 0 and count.high != 0 and None in (amount.high, count.high))


@pytest.mark.parametrize(
    ("amount", "count", "expected"),
    [
        (exactly(yuan(200)), Range.exactly(3), exactly(yuan(600))),
        (exactly(yuan(200)), Range(1, 3), Amount(Kind.RANGE, yuan(200), yuan(600))),
        (exactly(yuan(200)), Range(1, None), Amount(Kind.RANGE, yuan(200), None)),
        (exactly(yuan(200)), Range.exactly(0), exactly(ZERO)),
        (up_to(yuan(200)), Range.exactly(3), up_to(yuan(600))),
        (exactly(yuan(200)).as_estimate(), Range.exactly(3), exactly(yuan(600)).as_estimate()),
        (exactly(yuan(200)).as_estimate(), Range(1, 3), Amount(Kind.RANGE, ZERO, yuan(600))),
        (no_less_than(yuan(50)), Range.exactly(3), no_less_than(yuan(150))),
        (NOT_STATED, Range.exactly(3), NOT_STATED),
        (IN_KIND, Range.exactly(3), IN_KIND),
    ],
)
def test_the_kind_of_a_sum_for_each_unit(amount: Amount, count: Range, expected: Amount) -> None:
    assert amount.times(count) == expected


def check_enclosed(
    result: Amount, first: Amount, second: Amount, join: Callable[[Fraction, Fraction], Fraction]
) -> None:
    numbers = [join(one, other) for one, other in product(ends(first), ends(second))]
    assert all(encloses(result, number) for number in numbers)
    if first.high is not None and second.high is not None:
        assert (result.low, result.high) == (min(numbers), max(numbers))


@given(amounts(), amounts())
def test_adding_and_taking_away_enclose_every_outcome(first: Amount, second: Amount) -> None:
    check_enclosed(first.plus(second), first, second, lambda one, other: one + other)
    check_enclosed(first.minus(second), first, second, lambda one, other: max(one - other, ZERO))


def test_adding_keeps_the_kind_where_both_have_it() -> None:
    assert exactly(yuan(1)).plus(exactly(yuan(2))) == exactly(yuan(3))
    assert up_to(yuan(1)).plus(up_to(yuan(2))) == up_to(yuan(3))
    assert no_less_than(yuan(1)).plus(no_less_than(yuan(2))) == no_less_than(yuan(3))
    assert exactly(yuan(1)).plus(up_to(yuan(2))) == Amount(Kind.RANGE, yuan(1), yuan(3))


def test_nothing_is_left_below_nothing() -> None:
    assert exactly(yuan(5)).minus(exactly(yuan(7))) == exactly(ZERO)
    assert exactly(yuan(7)).minus(exactly(yuan(5))) == exactly(yuan(2))
    assert exactly(yuan(7)).minus(Amount(Kind.RANGE)) == Amount(Kind.RANGE, ZERO, yuan(7))


@given(amounts(), st.fractions(0, 3, max_denominator=50))
def test_a_share_moves_both_ends(amount: Amount, factor: Fraction) -> None:
    scaled = amount.scaled(factor)
    assert scaled.kind is amount.kind
    assert scaled.low == amount.low * factor
    assert scaled.high == (None if amount.high is None else amount.high * factor)


@given(st.lists(amounts(), min_size=1, max_size=4))
def test_one_of_several_sums_encloses_each_and_no_more(options: list[Amount]) -> None:
    whole = one_of(options)
    assert whole.low == min(option.low for option in options)
    highs = [option.high for option in options]
    assert whole.high == (None if None in highs else max(high for high in highs if high is not None))


def test_one_of_keeps_what_kind_of_sum_it_is() -> None:
    assert one_of([exactly(yuan(1)), exactly(yuan(2))]) == Amount(Kind.RANGE, yuan(1), yuan(2))
    assert one_of([exactly(yuan(2)), exactly(yuan(2))]) == exactly(yuan(2))
    assert one_of([up_to(yuan(1)), up_to(yuan(2))]) == up_to(yuan(2))
    assert one_of([no_less_than(yuan(1)), exactly(yuan(2))]) == Amount(Kind.RANGE, yuan(1), None)
    assert one_of([NOT_STATED, NOT_STATED]) == NOT_STATED
    assert one_of([NOT_STATED, exactly(yuan(2))]).low == ZERO


@given(amounts())
def test_a_sum_that_may_not_be_due_starts_at_nothing(amount: Amount) -> None:
    perhaps = amount.or_nothing()
    assert perhaps.low == ZERO
    assert perhaps.high == amount.high
    assert perhaps.kind is (Kind.CEILING if amount.kind is Kind.CEILING else Kind.RANGE)


def test_what_has_no_number_stays_without_one() -> None:
    for amount in (NOT_STATED, IN_KIND):
        assert amount.or_nothing() == amount.rounded() == amount


@given(amounts())
def test_rounding_a_sum_rounds_both_ends(amount: Amount) -> None:
    rounded = amount.rounded()
    assert (rounded.kind, rounded.low) == (amount.kind, round_to_fen(amount.low))
    assert rounded.high == (None if amount.high is None else round_to_fen(amount.high))


@given(amounts())
def test_nothing_of_an_estimate_is_sure(amount: Amount) -> None:
    expected = amount.as_estimate()
    assert expected.low == ZERO
    assert expected.high == amount.high
    assert expected.kind is (Kind.ESTIMATE if amount.kind is Kind.EXACT else Kind.RANGE)
    assert expected.or_nothing().kind is Kind.RANGE


def test_sums_without_a_number_are_no_estimate() -> None:
    for amount in (NOT_STATED, IN_KIND):
        assert amount.as_estimate() == amount
