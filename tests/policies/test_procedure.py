"""Dalian's public notice by the real calendar, its form, and the credit code that the form asks for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from calc import assess
from calc.contract import Json
from calc.facts.credit_code import ALPHABET, LENGTH, check_character, find_credit_code_fault
from calc.values.working_days import last_working_day


@pytest.mark.parametrize(
    ("start", "last", "first_counted"),
    [
        ("2018-09-28", "2018-10-10", "2018-10-09"),  # across the National Day holiday, with two shifted Saturdays
        ("2018-05-08", "2018-05-15", "2018-05-14"),
        ("2019-01-31", "2019-02-12", "2019-02-11"),  # across Spring Festival, with the Saturday and Sunday before it
        ("2018-09-29", "2018-10-11", "2018-10-10"),  # a Saturday that was a working day
        ("2018-09-22", "2018-09-29", "2018-09-29"),  # a Saturday off: the first day is no working day either way
    ],
)
def test_a_notice_ends_by_the_real_calendar(start: str, last: str, first_counted: str) -> None:
    day = date.fromisoformat(start)
    assert last_working_day(day, 5, counts_first=False) == date.fromisoformat(last)
    assert last_working_day(day, 5, counts_first=True) == date.fromisoformat(first_counted)


def test_beyond_the_published_calendar_it_says_so() -> None:
    assert last_working_day(date(2026, 12, 25), 5, counts_first=False) is None
    assert last_working_day(date(2003, 12, 1), 5, counts_first=False) is None
    shown = show("recognition-procedure", as_of="2026-12-31", notice_start="2026-12-30")
    assert any("超出已公布的工作日历" in step["found"] for step in shown["steps"])


def test_both_readings_of_the_first_day_are_shown() -> None:
    shown = show("recognition-procedure", as_of="2018-12-01", notice_start="2018-09-28")
    assert any("2018-10-10" in step["found"] for step in shown["steps"])
    (reading,) = shown["readings"]
    assert reading["differs"]
    assert any("2018-10-09" in found for found in reading["found"])


def test_the_form_carries_what_is_known_and_leaves_the_authorities_boxes_empty() -> None:
    code = "91350100M000100Y4" + check_character("91350100M000100Y4")
    shown = show("recognition-form", unit_name="  甲　公司 ", credit_code=code.lower(), staff="1,200 人")
    boxes = {box["label"]: box["value"] for box in shown["form"]}
    assert boxes["企业名称"] == "甲 公司"
    assert boxes["社会信用代码"] == code
    assert boxes["从业人数"] == "1,200 人"
    assert boxes["市人社部门意见"] == boxes["注册资本"] == ""


def test_private_answers_stay_out_of_the_receipt() -> None:
    answer = assess("dalian", {"unit_name": "甲公司", "legal_representative": "某人", "staff": 20})
    assert answer["receipt"]["answers"] == {"staff": 20}


bodies = st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1)


@given(bodies)
def test_the_check_character_is_that_of_python_stdnum(body: str) -> None:
    assert check_character(body) == uscc.calc_check_digit(body)


@given(
    st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1), st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET)
)
def test_one_wrong_character_is_always_found(body: str, place: int, wrong: str) -> None:
    code = body + check_character(body)
    assert find_credit_code_fault(code) is None
    changed = code[:place] + wrong + code[place + 1 :]
    assert (find_credit_code_fault(changed) is None) == (changed == code)


@pytest.mark.parametrize(
    ("code", "complaint"),
    [
        ("91350100M000100Y4", "18 位，现在是 17 位"),
        ("91350100M000100YI3", "不应有“I”"),
        ("91350100M000100Y44", "校验位"),
    ],
)
def test_a_wrong_code_gets_a_sentence(code: str, complaint: str) -> None:
    assert complaint in (find_credit_code_fault(code) or "")


def show(provision: str, **facts: object) -> Json:
    return next(item for item in assess("dalian", facts)["provisions"] if item["id"] == provision)
