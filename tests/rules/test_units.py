"""Lengths as a text writes them."""

from calc.rules import months, one, years


def test_a_length_says_what_the_text_writes() -> None:
    assert [str(length) for length in (years(3), months(6), one("场"))] == ["3 年", "6 个月", "1 场"]
    assert [length.count for length in (years(3), months(6), one("场"))] == [36, 6, 1]
