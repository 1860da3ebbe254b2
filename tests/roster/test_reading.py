"""Rows become columns of answers; what cannot be read is named by row, column and mending, and stops nothing."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.policies import POLICIES
from calc.roster.headers import find_headers
from calc.roster.mistakes import Mistake, Tally, name_column, quote_cell
from calc.roster.reading import DIGITS_LOST, EXAMPLE, HEADERS_AGAIN, NO_RESULT, TOO_LONG, Read, read_rows

FACTS = ("home", "job_start", "has_contract", "months_employed")
TITLES = ["姓名", "入职日期", "签订合同", "备注"]


def read(*rows: Sequence[object], titles: list[str] = TITLES) -> Read:
    return read_rows(rows, find_headers([titles], FACTS), 2)


def test_rows_become_columns_of_answers() -> None:
    found = read(["甲", "2020-01-15", "√", ""], ["乙", 43846.0, "×", None], ["丙", "", "NULL", ""])
    assert {fact: list(column) for fact, column in found.answered.items()} == {
        "job_start": [date(2020, 1, 15), date(2020, 1, 16), None],
        "has_contract": [True, False, None],
    }
    assert (found.count, found.mistakes) == (3, [])


def test_a_cell_that_cannot_be_read_names_row_column_and_mending() -> None:
    rows = [["甲", "2020-01-15", "是"]] * 36 + [["乙", "2020年春", "是"], ["丙", "2020-01-16", "也许"]]
    found = read(*rows)
    assert [mistake.say() for mistake in found.mistakes] == [
        "第 38 行 B 列 入职日期：“2020年春”——请把日期写成 2020-01-15 这样的年、月、日。",
        "第 39 行 C 列 签订合同：“也许”——请选“是”“否”或“不清楚”。",
    ]
    assert list(found.answered["job_start"])[-2:] == [None, date(2020, 1, 16)]
    assert list(found.answered["has_contract"])[-2:] == [True, None]


def test_the_mending_is_the_sentence_of_the_form() -> None:
    found = read(["甲", "19年3月", "x"])
    errors = sift_facts({"job_start": "19年3月", "has_contract": "x"}).errors
    assert [mistake.mending for mistake in found.mistakes] == [errors["job_start"], errors["has_contract"]]


def test_one_and_true_are_read_each_by_itself() -> None:
    found = read(["甲", True], ["乙", 1], titles=["姓名", "在职月数"])
    assert list(found.answered["months_employed"]) == [None, 1]
    assert [(mistake.row, mistake.found) for mistake in found.mistakes] == [(2, "TRUE")]


@pytest.mark.parametrize("place", range(4))
def test_blank_rows_and_examples_are_no_persons(place: int) -> None:
    example: list[object] = ["", "", "", ""]
    example[place] = EXAMPLE
    found = read(["甲", "2020-01-15", "是", ""], [None, " ", "", ""], [], example, ["乙", "", "", ""])
    assert found.persons == [True, False, False, False, True]
    assert list(found.answered["job_start"]) == [date(2020, 1, 15), None]


def test_headers_that_come_again_are_named_and_no_person() -> None:
    found = read(["甲", "2020-01-15", "是", ""], [*TITLES], ["入职日期", "签订合同", "", ""])
    assert found.persons == [True, False, True]
    assert (found.mistakes[0].row, found.mistakes[0].mending) == (3, HEADERS_AGAIN)


def test_a_row_with_cells_beyond_the_headers_is_named_and_not_counted() -> None:
    found = read(["甲", "2020-01-15", "是", "", "多", "出"], ["乙", "2020-01-15", "是", "", "", None], ["丙"])
    assert found.persons == [False, True, True]
    assert found.mistakes == [Mistake(2, None, "", "多 出", TOO_LONG)]
    assert list(found.answered["job_start"]) == [date(2020, 1, 15), None]


@pytest.mark.parametrize(
    ("cell", "mending"),
    [("1.10E+17", DIGITS_LOST), (110101199003070015.0, DIGITS_LOST), ("=A1", NO_RESULT)],
)
def test_what_a_file_lost_is_named_also_where_it_answers_nothing(cell: object, mending: str) -> None:
    found = read(["甲", "2020-01-15", "是", cell])
    assert [(each.row, each.column, each.header, each.mending) for each in found.mistakes] == [(2, 3, "备注", mending)]
    assert found.count == 1


@pytest.mark.parametrize("cell", ["110101199003070015", 123456789012345.0, '="110101199003070015"', "E+"])
def test_whole_digits_are_not_named(cell: object) -> None:
    assert read(["甲", "2020-01-15", "是", cell]).mistakes == []


def test_a_formula_without_a_result_is_named_where_an_answer_is_wanted() -> None:
    found = read(["甲", "=TODAY()", "是"])
    assert [(each.found, each.mending) for each in found.mistakes] == [("=TODAY()", NO_RESULT)]


# Equal mistakes are told once


def tell(*mistakes: Mistake) -> list[str]:
    tally = Tally()
    for mistake in mistakes:
        tally.add(mistake)
    assert tally.count == len(mistakes)
    return list(tally.say())


def test_equal_mistakes_are_told_once_with_one_mending() -> None:
    ticks = [Mistake(row, 6, "入职日期", "√", "请写日期。") for row in range(38, 3450)]
    assert tell(*ticks, Mistake(5, 6, "入职日期", "春", "请写日期。")) == [
        "G 列 入职日期：“√” × 3,412 行（第 38 行起）、“春” × 1 行（第 5 行起）——请写日期。"
    ]


def test_mistakes_of_other_columns_and_mendings_stand_apart() -> None:
    told = tell(Mistake(2, 0, "甲", "a", "x。"), Mistake(2, 1, "乙", "a", "x。"), Mistake(3, 0, "甲", "a", "y。"))
    assert told == ["第 2 行 A 列 甲：“a”——x。", "第 2 行 B 列 乙：“a”——x。", "第 3 行 A 列 甲：“a”——y。"]


def test_many_texts_of_one_mending_are_counted_and_not_all_shown() -> None:
    (told,) = tell(*(Mistake(row, 0, "甲", f"{row}", "x。") for row in range(2, 1002)))
    assert told.count("×") == 3
    assert "另有 997 行" in told


def test_many_mendings_take_no_more_memory() -> None:
    told = tell(*(Mistake(row, 0, "甲", "a", f"{row}。") for row in range(2, 1002)))
    assert len(told) == 201
    assert told[-1] == "另有 800 处不同的，都在错误文件里。"


def test_a_mistake_of_a_whole_row_has_no_column() -> None:
    assert tell(Mistake(3, None, "", "a", "x。")) == ["第 3 行：“a”——x。"]
    assert tell(Mistake(3, None, "入职日期", "a", "x。")) == ["第 3 行 入职日期：“a”——x。"]
    assert tell(*[Mistake(3, None, "", "a", "x。")] * 2) == ["整行：“a” × 2 行（第 3 行起）——x。"]


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_in_spreadsheets(place: int, letters: str) -> None:
    assert name_column(place) == letters


def test_what_is_quoted_stays_on_one_line() -> None:
    assert quote_cell("一\n二\x1b[31m") == "“一 二 [31m”"
    assert quote_cell("一" * 61) == f"“{'一' * 60}…”"
    assert quote_cell("“甲”不是“乙”") == "“‘甲’不是‘乙’”"


# Whatever a table holds

CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.booleans(), st.floats(), st.dates(), st.lists(st.text(), max_size=1)
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=8)


@given(ROWS)
def test_no_row_breaks_the_reading(rows: list[list[object]]) -> None:
    found = read(*rows)
    assert len(found.persons) == len(rows)
    assert all(len(column) == found.count for column in found.answered.values())
    assert all(2 <= mistake.row < 2 + len(rows) for mistake in found.mistakes)


@given(st.lists(st.sampled_from(["是", "否", "√", "", "X", "也许"]), min_size=1, max_size=30))
def test_a_column_reads_as_its_cells_do_alone(cells: list[str]) -> None:
    found = read(*(["甲", "", cell] for cell in cells))
    question = CATALOGUE["has_contract"]
    alone = {"X": None, "也许": None} | {cell: question.read(cell) for cell in ("是", "否", "√", "")}
    assert list(found.answered["has_contract"]) == [alone[cell] for cell in cells]
    assert [mistake.row - 2 for mistake in found.mistakes] == [
        row for row, cell in enumerate(cells) if cell in ("X", "也许")
    ]


def test_no_persons_make_empty_columns() -> None:
    found = read([], [EXAMPLE])
    assert (found.count, [len(column) for column in found.answered.values()]) == (0, [0, 0])


def test_every_policy_reads_its_own_facts() -> None:
    for policy in POLICIES.values():
        titles = [CATALOGUE[fact].short for fact in policy.facts]
        assert read_rows([["不清楚"] * len(titles)], find_headers([titles], policy.facts), 2).mistakes == []
