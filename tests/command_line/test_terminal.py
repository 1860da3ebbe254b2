"""Lines for a terminal: none too wide, nothing lost, no mark on the wrong side of a break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.commands.terminal import lay, lay_term, measure

LETTERS = "补贴元，。；“”（）《》 1,000 元ab-c"


@pytest.mark.parametrize(
    ("text", "places"), [("", 0), ("abc", 3), ("补贴", 4), ("１ａ", 4), ("“补”", 6), ("e\u0301", 1)]
)
def test_wide_characters_take_two_places(text: str, places: int) -> None:
    assert measure(text) == places


@given(text=st.text(LETTERS, max_size=300), depth=st.integers(0, 3))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, depth: int) -> None:
    laid = lay(text, depth)
    assert "".join(laid.split()) == "".join(text.split())
    longest = max((len(word) * 2 for word in text.split()), default=0)
    assert all(measure(line) <= max(80, longest + 2 * depth + 2) for line in laid.splitlines())
    assert all(line == line.rstrip() for line in laid.splitlines())


def test_what_does_not_fit_hangs() -> None:
    first, second = lay("补" * 45, 1).splitlines()
    assert (first, second) == ("  " + "补" * 39, "    " + "补" * 6)


def test_a_line_has_eighty_places_and_no_more() -> None:
    assert len(lay("补" * 39 + " a").splitlines()) == 1
    assert len(lay("补" * 39 + " ab").splitlines()) == 2


def test_a_number_stays_with_its_unit() -> None:
    first, second = lay("补" * 37 + "1,000 元").splitlines()
    assert (first, second) == ("补" * 37, "  1,000 元")


@pytest.mark.parametrize("mark", "，。；：、）》”")
def test_no_line_begins_with_a_closing_mark(mark: str) -> None:
    first, second = lay("补" * 40 + mark).splitlines()
    assert (first, second) == ("补" * 39, f"  补{mark}")


@pytest.mark.parametrize("mark", "（《“")
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    first, second = lay("补" * 39 + mark + "补").splitlines()
    assert (first, second) == ("补" * 39, f"  {mark}补")


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("一", ["  材料：一"]),
        ("", []),
        ((), []),
        (("一",), ["  材料：一"]),
        (("一", "二"), ["  材料：", "    - 一", "    - 二"]),
    ],
)
def test_a_term_has_one_text_behind_it_or_several_below(said: str | tuple[str, ...], lines: list[str]) -> None:
    assert list(lay_term("材料", said)) == lines
