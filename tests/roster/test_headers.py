"""Headers lead to facts only where they can mean nothing else; what is like one is offered, never taken."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.policies import POLICIES
from calc.roster.headers import HeadersError, find_headers, fold, index_names

FACTS = ("home", "job_start", "has_contract", "months_employed", "is_local_employer", "as_of")


def find(*rows: Sequence[object]) -> dict[str, int]:
    return find_headers(rows, FACTS).facts


@pytest.mark.parametrize(
    ("header", "fact"),
    [
        ("入职日期", "job_start"),
        ("job_start", "job_start"),
        (" 入职 日期 ", "job_start"),
        ("＊入职日期：", "job_start"),
        ("入职日期（年-月-日）", "job_start"),
        ("在职月数(个月)", "months_employed"),
        ("在职月数【个月】", "months_employed"),
        ("JOB_START", "job_start"),
        ("is_in_home_region", "is_local_employer"),
    ],
)
def test_a_header_leads_to_its_fact(header: str, fact: str) -> None:
    assert find([header, "姓名"]) == {fact: 0}


@pytest.mark.parametrize(
    ("header", "offered"), [("入职时间", "job_start"), ("户籍地", "home"), ("签合同", "has_contract")]
)
def test_what_is_like_a_fact_is_offered_and_not_taken(header: str, offered: str) -> None:
    taken, like = find_headers([["测算日期", header]], FACTS).headings
    assert (taken.fact, taken.offered) == ("as_of", None)
    assert (like.fact, like.offered) == (None, offered)


@pytest.mark.parametrize("header", ["姓名", "身份证号", "", None, 12.0, "备注（入职日期）"])
def test_other_headers_answer_nothing(header: object) -> None:
    other = find_headers([["测算日期", header]], FACTS).headings[1]
    assert (other.fact, other.offered) == (None, None)


def test_what_has_a_column_already_is_not_offered_for_another() -> None:
    assert find_headers([["入职日期", "入职时间"]], FACTS).headings[1].offered is None


def test_a_fact_that_nobody_asks_is_no_header() -> None:
    assert find_headers([["测算日期", "年龄"]], FACTS).headings[1].fact is None


def test_titles_may_stand_above() -> None:
    headers = find_headers([["2021 年名册"], [], [None, "姓名", "入职日期"]], FACTS)
    assert (headers.row, headers.facts) == (2, {"job_start": 2})


def test_two_rows_of_headers_are_refused_with_their_numbers() -> None:
    with pytest.raises(HeadersError, match="第 2、3 行都有列名"):
        find(["名册"], ["户籍所在地", "劳动关系"], [None, "入职日期", "签订合同"])


@pytest.mark.parametrize(
    "below",
    [
        ["job_start", "has_contract", ""],
        ["", "", "", "测算日期"],
        ["甲", "签订合同", "", ""],
        ["", "", "在职月数", "测算日期"],
    ],
)
def test_a_second_row_of_headers_is_found_below_the_first(below: list[object]) -> None:
    with pytest.raises(HeadersError, match="第 1、2 行都有列名"):
        find(["入职日期", "签订合同", "还缺"], below)


def test_the_name_of_a_fact_may_stand_in_a_cell_that_answers_nothing() -> None:
    rows: list[list[object]] = [["入职日期", "签订合同", "还缺"], ["2020-01-15", "是", "在职月数"]]
    assert find(*rows) == {"job_start": 0, "has_contract": 1}


def test_two_columns_for_one_fact_are_refused_with_their_letters() -> None:
    with pytest.raises(HeadersError, match="A 列 入职日期和C 列 job_start都是“入职日期”"):
        find(["入职日期", "姓名", "job_start"])


@pytest.mark.parametrize("rows", [[], [[]], [[None, ""]]])
def test_an_empty_table_is_told_what_to_write(rows: list[list[object]]) -> None:
    with pytest.raises(HeadersError, match=r"表是空的.*“户籍所在地”"):
        find(*rows)


def test_a_table_without_headers_is_told_what_stands_there() -> None:
    with pytest.raises(HeadersError, match=r"没有认得出的列名（最上面是“甲”、“2020-01-15”）.*“户籍所在地”"):
        find(["甲", "2020-01-15"], ["乙", "2020-02-01"])


def test_headers_below_the_first_rows_are_not_looked_for() -> None:
    with pytest.raises(HeadersError):
        find(*[["甲"]] * 10, ["入职日期"])


@pytest.mark.parametrize("policy", POLICIES)
def test_every_fact_of_a_policy_is_found_by_short_name_and_id(policy: str) -> None:
    facts = POLICIES[policy].facts
    for name in (lambda fact: CATALOGUE[fact].short, str):
        assert find_headers([[name(fact) for fact in facts]], facts).facts == {
            fact: place for place, fact in enumerate(facts)
        }


def test_no_two_facts_have_the_same_folded_name() -> None:
    folded = [fold(CATALOGUE[fact].short) for fact in CATALOGUE]
    assert len({*folded}) == len(folded)


def test_a_folded_name_of_two_facts_leads_to_neither() -> None:
    names = index_names(["job_start", "job_end"])
    assert fold("入职日期") in names
    assert fold("日期") not in names


@given(st.lists(st.lists(st.one_of(st.none(), st.text(), st.floats(), st.booleans()), max_size=5), max_size=12))
def test_no_table_breaks_the_search(rows: list[list[object]]) -> None:
    try:
        headers = find_headers(rows, FACTS)
    except HeadersError as error:
        assert str(error).endswith("。")
    else:
        assert headers.facts
