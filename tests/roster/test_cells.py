"""Cells of a table become answers by the form's own reader, or are refused with its sentence."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from calc.facts.catalogue import CATALOGUE
from calc.roster.cells import is_blank, is_damaged, is_formula, read_cell, spell_cell

DAY, YES_NO, COUNT, MONTHS = "job_start", "has_contract", "workers_hired", "months_employed"
MONEY, CHOICE, CHOICES, YEAR = "minimum_wage", "home", "employer_kind", "hiring_year"
JANUARY = date(2020, 1, 15)

cells = st.one_of(
    st.none(),
    st.text(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.binary(),
    st.lists(st.integers(), max_size=2),
    st.sampled_from(["=1+1", '="1"', "#REF!", "1.10E+17", "√", "2020-02-30", "99999", "1e400", "²"]),
)


def read(fact: str, cell: object) -> object:
    return read_cell(CATALOGUE[fact], cell)


@pytest.mark.parametrize(
    ("fact", "cell", "answer"),
    [
        (DAY, JANUARY, JANUARY),
        (DAY, datetime(2020, 1, 15), JANUARY),
        (DAY, datetime(2020, 1, 15, 8, 30), JANUARY),
        (DAY, 43845, JANUARY),
        (DAY, 43845.0, JANUARY),
        (DAY, 43845.75, JANUARY),
        (DAY, "43845", JANUARY),
        (DAY, "20200115", JANUARY),
        (DAY, 20200115.0, JANUARY),
        (DAY, "2020-01-15 00:00:00", JANUARY),
        (DAY, "2020-01-15T08:30", JANUARY),
        (DAY, "2020/1/15 8:30:00", JANUARY),
        (DAY, "2020年1月15日", JANUARY),
        (DAY, "２０２０.１.１５", JANUARY),
        (YES_NO, True, True),
        (YES_NO, False, False),
        (YES_NO, 1.0, True),
        (YES_NO, 0, False),
        (YES_NO, "1", True),
        (YES_NO, "√", True),
        (YES_NO, "×", False),
        (YES_NO, "是", True),
        (YES_NO, " 否 ", False),
        (COUNT, 12.0, 12),
        (COUNT, "１２ 人", 12),
        (COUNT, Decimal("12"), 12),
        (COUNT, '="12"', 12),
        (MONTHS, "一年", 12),
        (MONTHS, 8.0, 8),
        (MONEY, 1500.1, Decimal("1500.10")),
        (MONEY, 1234.5600000000001, Decimal("1234.56")),
        (CHOICE, "重庆万州", "wanzhou"),
        (CHOICE, "wanzhou", "wanzhou"),
        ("skill_level", "初级", "junior"),
        (YEAR, 2019.0, "2019"),
        (CHOICES, "中小微企业、就业扶贫车间", ("workshop", "small-enterprise")),
    ],
)
def test_a_cell_is_read_as_what_it_says(fact: str, cell: object, answer: object) -> None:
    assert read(fact, cell) == answer


@pytest.mark.parametrize("fact", [DAY, YES_NO, COUNT, MONTHS, MONEY, CHOICE, CHOICES])
@pytest.mark.parametrize("cell", [None, "", " \u3000", "NULL", "null", "#N/A", "N/A", "nan", float("nan"), "不清楚"])
def test_nothing_is_unknown(fact: str, cell: object) -> None:
    assert read(fact, cell) is None


@pytest.mark.parametrize(
    ("fact", "cell", "sentence"),
    [
        (DAY, "19年3月", "年、月、日"),
        (DAY, "√", "2020-01-15"),
        (DAY, 12.0, "2020-01-15"),
        (DAY, 80000, "2020-01-15"),
        (DAY, True, "2020-01-15"),
        (DAY, time(8, 30), "2020-01-15"),
        (DAY, "2020-02-30", "没有 30 日"),
        (YES_NO, 2, "“是”“否”"),
        (YES_NO, "X", "“是”“否”"),
        (COUNT, True, "请填数字"),
        (COUNT, 1.5, "整数"),
        (COUNT, "#REF!", "请填数字"),
        (MONTHS, datetime(2020, 1, 15), "日期请填在"),
        (MONTHS, timedelta(days=3), "请填数字"),
        (CHOICE, "万", "重庆市万州区"),
        (CHOICES, ["workshop"], "请从列出的选项"),
    ],
)
def test_what_cannot_be_read_is_answered_with_the_sentence_of_the_form(fact: str, cell: object, sentence: str) -> None:
    with pytest.raises(PydanticCustomError, match=sentence):
        read(fact, cell)


@given(fact=st.sampled_from([DAY, YES_NO, COUNT, MONTHS, MONEY, CHOICE, CHOICES, YEAR]), cell=cells)
def test_every_cell_is_read_or_refused_in_chinese(fact: str, cell: object) -> None:
    try:
        answer = read(fact, cell)
    except PydanticCustomError as refused:
        assert refused.message().endswith("。")
    else:
        assert answer is None or isinstance(answer, CATALOGUE[fact].answer)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_day_is_the_same_however_a_file_holds_it(day: date) -> None:
    number = (day - date(1899, 12, 30)).days
    for cell in (day, datetime.combine(day, time(23, 59)), number, float(number), f"{number}", f"{day} 00:00:00"):
        assert read(DAY, cell) == day


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (" 甲 ", " 甲 "),
        (True, "TRUE"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (1.5e20, "1.5E+20"),
        (float("inf"), "Infinity"),
        (float("nan"), ""),
        (Decimal("20.00"), "20.00"),
        (datetime(2020, 1, 15), "2020-01-15"),
        (datetime(2020, 1, 15, 8, 30), "2020-01-15 08:30:00"),
        (JANUARY, "2020-01-15"),
    ],
)
def test_a_cell_is_spelt_as_spreadsheets_show_it(cell: object, text: str) -> None:
    assert spell_cell(cell) == text


@given(cells)
def test_every_cell_can_be_spelt(cell: object) -> None:
    assert isinstance(spell_cell(cell), str)


@pytest.mark.parametrize("cell", [110101199003070015.0, 1e15, "1.10E+17", " 1.10101E+17 ", "1.1e+17"])
def test_a_long_number_that_lost_digits_is_found(cell: object) -> None:
    assert is_damaged(cell)


@pytest.mark.parametrize("cell", ["110101199003070015", 999999999999999.0, 110101199003070015, "A+B", "1E+5", None])
def test_a_number_with_all_its_digits_is_not_taken_for_damaged(cell: object) -> None:
    assert not is_damaged(cell)


def test_a_formula_without_a_result_is_told_from_digits_kept_as_text() -> None:
    assert is_formula("=A1+1")
    assert not is_formula('="110101199003070015"')
    assert not is_formula("A=1")


def test_a_row_of_spaces_is_blank_and_one_with_nought_is_not() -> None:
    assert is_blank([None, "", " \u3000"])
    assert is_blank([])
    assert not is_blank([None, 0])
    assert not is_blank([False])
