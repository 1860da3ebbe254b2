"""What people type: read where it can only mean one thing, refused with a Chinese sentence at its field otherwise."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.facts.forgive import read_first_day, read_money
from calc.facts.months import read_length
from calc.facts.numerals import read_numeral
from calc.facts.questions import Choice, Choices, Count, Day, Money, Question, YesNo
from tests.attacks import ATTACKS

COUNT, MONTHS, AGE, MONEY = "workers_hired", "months_employed", "age", "minimum_wage"
DAY, YES_NO, CHOICE = "job_start", "has_contract", "work_place"
CHINESE = re.compile(r"[\u4e00-\u9fff].*。$", re.DOTALL)
ENGLISH = re.compile(r"[A-Za-z]{3}")


def read(fact: str, typed: object) -> object:
    """What was understood; fails where the answer was refused."""
    sifted = sift_facts({fact: typed})
    assert sifted.errors == {}
    return sifted.answers.get(fact)


def complaint(fact: str, typed: object) -> str:
    """The sentence at the field; fails where the answer was taken."""
    sifted = sift_facts({fact: typed})
    assert sifted.answers == {}
    assert list(sifted.errors) == [fact]
    sentence = sifted.errors[fact]
    assert CHINESE.search(sentence)
    assert not ENGLISH.search(sentence)
    return sentence


@pytest.mark.parametrize("typed", [None, "", "  ", "\u3000", "不清楚", " 不清楚\t", "unknown"], ids=repr)
def test_no_answer_is_unknown(typed: object) -> None:
    assert {read(fact, typed) for fact in CATALOGUE} == {None}


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (0, 0),
        (11, 11),
        (11.0, 11),
        ("11", 11),
        (" 11 ", 11),
        ("１１", 11),
        ("+11", 11),
        ("011", 11),
        ("11人", 11),
        ("11 名", 11),
        ("11个人", 11),
        ("11.0", 11),
        ("1,234", 1_234),
        ("１，２３４人", 1_234),
        ("2万", 20_000),
        ("２ 万 人", 20_000),
        ("1.5万", 15_000),
        ("1000000", 1_000_000),
        ("100万", 1_000_000),
        (Decimal(11), 11),
    ],
)
def test_counts(typed: object, number: int) -> None:
    assert read(COUNT, typed) == number


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (-1, "应在 0 至 1,000,000"),
        ("-5人", "应在 0 至 1,000,000"),
        ("1000001", "应在 0 至 1,000,000"),
        ("101万", "应在 0 至 1,000,000"),
        (10**12, "应在 0 至 1,000,000"),
        (10**400, "数字太长"),
        ("9" * 400, "数字太长"),
        ("1.5", "请填整数"),
        (1.5, "请填整数"),
        ("0.00001万", "请填整数"),
    ],
)
def test_counts_out_of_bounds(typed: object, sentence: str) -> None:
    assert sentence in complaint(COUNT, typed)


@pytest.mark.parametrize(
    "typed",
    [
        True,
        False,
        float("nan"),
        float("inf"),
        -float("inf"),
        1e300,
        Decimal("NaN"),
        Decimal("1E+3"),
        "NaN",
        "Infinity",
        "1e9",
        "1E3",
        "0x10",
        "1_000",
        "1.",
        ".5",
        "--5",
        "5-",
        "10-20",
        "约10",
        "三五",
        "二三十",
        "一百二",
        "一万二",
        "十几",
        "百",
        "١١",
        "1万5",
        "万",
        "人",
        "11\x00",
        "1;DROP TABLE",
        "<script>11</script>",
        "1/0",
        [],
        [11],
        {},
        {"number": 11},
        b"11",
        11j,
        date(2020, 1, 1),
    ],
    ids=repr,
)
@pytest.mark.parametrize("fact", [COUNT, MONTHS, MONEY])
def test_what_is_no_number_is_refused(fact: str, typed: object) -> None:
    complaint(fact, typed)


@pytest.mark.parametrize(
    ("typed", "months"), [("5", 5), ("5个月", 5), ("5 个 月", 5), ("5月", 5), ("1年", 12), ("１年", 12), ("2 年", 24)]
)
def test_months_may_be_typed_as_years(typed: str, months: int) -> None:
    assert read(MONTHS, typed) == months


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("八个月", 8),
        ("半年", 6),
        ("一年半", 18),
        ("两年", 24),
        ("2年半", 30),
        ("2.5年", 30),
        ("一年零三个月", 15),
        ("一年又三个月", 15),
        ("1年3月", 15),
        ("十二", 12),
        ("三十六个月", 36),
        ("8个", 8),
        ("一百零八个月", 108),
        ("零", 0),
    ],
)
def test_months_as_people_say_them(typed: str, months: int) -> None:
    assert read(MONTHS, typed) == months


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("8.5", "8.5 个月请填 8。"),
        ("8个半月", "8.5 个月请填 8。"),
        ("一个半月", "1.5 个月请填 1。"),
        ("半个月", "0.5 个月请填 0。"),
        ("1.2年", "14.4 个月请填 14。"),
        ("8个多月", "满了几个整月"),
        ("快一年", "满了几个整月"),
        ("大概8个月", "满了几个整月"),
        ("两三个月", "请用数字写"),
        ("12天", "单位是“个月”"),
    ],
)
def test_what_is_no_whole_month_is_answered_with_what_to_type(typed: str, sentence: str) -> None:
    assert sentence in complaint(MONTHS, typed)


def test_part_of_a_month_is_offered_without_it() -> None:
    assert sift_facts({MONTHS: "8个半月"}).instead == {MONTHS: "8"}
    assert sift_facts({MONTHS: "8个多月"}).instead == {}


@pytest.mark.parametrize(
    ("typed", "number"), [("十一", 11), ("三十五人", 35), ("两百名", 200), ("3千", 3_000), ("一万零五百", 10_500)]
)
def test_counts_in_words(typed: str, number: int) -> None:
    assert read(COUNT, typed) == number


@given(st.integers(0, 99_999))
def test_every_number_in_full_words_is_read(number: int) -> None:
    assert read_numeral(spell(number)) == number


def spell(number: int) -> str:
    """The number in words, digit by digit with its unit; one 零 for each gap."""
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千", "万")
    parts = (
        (int(digit), units[place]) for place, digit in zip(range(len(str(number)))[::-1], str(number), strict=True)
    )
    words = "".join(digits[digit] + (unit if digit else "") for digit, unit in parts)
    return re.sub("零+", "零", words).rstrip("零") or "零"


@pytest.mark.parametrize(("year", "meant"), [("21", 2021), ("00", 2000), ("49", 2049), ("50", 1950), ("98", 1998)])
def test_a_year_of_two_digits_is_the_one_that_can_be_meant(year: str, meant: int) -> None:
    assert read(DAY, {"year": year, "month": "3", "day": "5"}) == date(meant, 3, 5)


@pytest.mark.parametrize(
    ("fact", "typed"), [(COUNT, "1年"), (COUNT, "3天"), (MONTHS, "5天"), (MONTHS, "51年"), (AGE, "5个月")]
)
def test_another_unit_is_refused(fact: str, typed: str) -> None:
    complaint(fact, typed)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1800", "1800.00"),
        (1800, "1800.00"),
        (1800.5, "1800.50"),
        (0.1, "0.10"),
        ("1,800.50 元", "1800.50"),
        ("￥１８００", "1800.00"),
        ("¥1800.05", "1800.05"),
        ("人民币 1800 元", "1800.00"),
        ("1.2万元", "12000.00"),
        ("0.01", "0.01"),
        ("一千八百元", "1800.00"),
        ("1.8千", "1800.00"),
        ("1000000.00", "1000000.00"),
    ],
)
def test_money(typed: object, amount: str) -> None:
    found = read(MONEY, typed)
    assert isinstance(found, Decimal)
    assert str(found) == amount


@pytest.mark.parametrize(
    ("unit", "typed"),
    [
        ("元/月", "1620元/月"),
        ("元/月", "1620 元每月"),
        ("元/月", "１６２０／月"),
        ("元/月", "1620元"),
        ("元/年", "11707 元/年"),
        ("元/人·月", "800元/人·月"),
        ("元/人·月", "800 元/月"),
    ],
)
def test_the_unit_beside_the_box_may_be_typed(unit: str, typed: str) -> None:
    assert read_money(typed, unit) == Decimal(re.sub(r"\D", "", unicodedata.normalize("NFKC", typed)))


@pytest.mark.parametrize(("unit", "typed"), [("元/月", "1620元/年"), ("元/年", "400元/月"), ("元", "5 元/月")])
def test_the_unit_of_another_time_is_refused(unit: str, typed: str) -> None:
    with pytest.raises(PydanticCustomError, match=f"请按“{unit}”填写"):
        read_money(typed, unit)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("0", "应在 0.01 至"),
        ("-0", "应在 0.01 至"),
        ("-1", "应在 0.01 至"),
        ("1000000.01", "应在 0.01 至"),
        ("0.001", "两位小数"),
        ("1800.555", "两位小数"),
        (0.1 + 0.2, "两位小数"),
    ],
)
def test_money_out_of_bounds(typed: object, sentence: str) -> None:
    with_cents = complaint(MONEY, typed)
    assert sentence in with_cents or "数字太长" in with_cents


@pytest.mark.parametrize(
    "typed",
    [
        date(2020, 1, 5),
        "2020-01-05",
        "2020-1-5",
        " 2020/1/5 ",
        "2020.01.05",
        "2020年1月5日",
        "2020 年 1 月 5 日",
        "２０２０－０１－０５",
        {"year": "2020", "month": "1", "day": "5"},
        {"year": 2020, "month": 1, "day": 5},
        {"year": " ２０２０ ", "month": "０１", "day": "05"},
        {"year": "2020年", "month": "1 月", "day": "5日"},
        "20200105",
        "2020年1月5号",
        "20年1月5日",
        "二〇二〇年一月五日",
        "二零年1月五号",
        {"year": "20", "month": "1", "day": "5"},
        {"year": "20年", "month": "一月", "day": "五号"},
        {"year": "二零二零", "month": "一", "day": "五"},
    ],
    ids=repr,
)
def test_dates(typed: object) -> None:
    assert read(DAY, typed) == date(2020, 1, 5)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"year": "", "month": "1", "day": "5"}, "年份没有填"),
        ({"month": "1", "day": "5"}, "年份没有填"),
        ({"year": "2020", "month": "", "day": "5"}, "月份没有填"),
        ({"year": "2020", "month": "1", "day": ""}, "日期没有填"),
        ({"year": "2020", "month": None, "day": None}, "月份没有填"),
        ({"year": "今年", "month": "1", "day": "5"}, "年份请填数字"),
        ({"year": "2020", "month": "1", "day": "三五"}, "日期请填数字"),
        ({"year": "0", "month": "1", "day": "5"}, "年份请写四位数"),
        ({"year": "020", "month": "1", "day": "5"}, "年份请写四位数"),
        ({"year": "2020", "month": "x", "day": "5"}, "月份请填数字"),
        ({"year": "2020", "month": "1", "day": "-5"}, "日期请填数字"),
        ({"year": "20200", "month": "1", "day": "5"}, "年份请填数字"),
        ({"year": True, "month": "1", "day": "5"}, "年份请填数字"),
        ({"year": ["2020"], "month": "1", "day": "5"}, "年份请填数字"),
        ({"year": "202", "month": "1", "day": "5"}, "年份应在"),
        ({"year": "1949", "month": "12", "day": "31"}, "年份应在"),
        ({"year": "2101", "month": "1", "day": "1"}, "年份应在"),
        ({"year": "2020", "month": "0", "day": "5"}, "月份应在"),
        ({"year": "2020", "month": "13", "day": "5"}, "月份应在"),
        ({"year": "2020", "month": "2", "day": "30"}, "2020 年 2 月没有 30 日"),
        ({"year": "2021", "month": "2", "day": "29"}, "2021 年 2 月没有 29 日"),
        ({"year": "2020", "month": "4", "day": "31"}, "2020 年 4 月没有 31 日"),
        ({"year": "2020", "month": "4", "day": "0"}, "2020 年 4 月没有 0 日"),
        ("2020-02-30", "2020 年 2 月没有 30 日"),
        ("2020-13-01", "月份应在"),
        ("0000-01-01", "年份应在"),
        ("2020105", "2020-01-15 这样"),
        ("05-01-2020", "2020-01-15 这样"),
        ("2020-01-05T00:00:00", "2020-01-15 这样"),
        ("2020年1月", "日期没有填"),
        ("20年", "月份没有填"),
        ("去年3月", "年份请填数字"),
        ("<b>2020-01-05</b>", "2020-01-15 这样"),
        (20200105, "2020-01-15 这样"),
        (True, "2020-01-15 这样"),
        (datetime(2020, 1, 5), "2020-01-15 这样"),
        (["2020", "1", "5"], "2020-01-15 这样"),
    ],
    ids=repr,
)
def test_dates_that_are_none(typed: object, sentence: str) -> None:
    assert sentence in complaint(DAY, typed)


@pytest.mark.parametrize("typed", [{}, {"year": "", "month": " ", "day": None}, {"year": "不清楚"}], ids=repr)
def test_empty_date_boxes_are_no_answer(typed: object) -> None:
    assert read(DAY, typed) is None


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_every_date_is_read_back_however_it_is_written(day: date) -> None:
    boxes = {"year": f"{day.year}", "month": f"{day.month}", "day": f"{day.day}"}
    for typed in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", boxes):
        assert read(DAY, typed) == day


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (True, True),
        ("是", True),
        ("yes", True),
        ("ＹＥＳ", True),
        (" 有 ", True),
        ("√", True),
        ("✔", True),
        (False, False),
        ("否", False),
        ("no", False),
        ("没有", False),
        ("False", False),
        ("×", False),
        ("✘", False),
    ],
)
def test_yes_and_no(typed: object, answer: bool) -> None:
    assert read(YES_NO, typed) is answer


@pytest.mark.parametrize("typed", [1, 0, 1.0, "1", "是否", "不", "maybe", [], {}, [True], "是<br>"], ids=repr)
def test_what_is_neither_yes_nor_no(typed: object) -> None:
    assert "“是”“否”" in complaint(YES_NO, typed)


@pytest.mark.parametrize("fact", [fact for fact, question in CATALOGUE.items() if isinstance(question, Choice)])
def test_options_are_known_by_id_and_by_label_with_either_brackets(fact: str) -> None:
    question = CATALOGUE[fact]
    assert isinstance(question, Choice)
    for option, label in question.options.items():
        half_width = label.replace("（", "(").replace("）", ")").replace("，", ",")
        for typed in (option, f" {option} ", label, f"{label}\u3000", half_width):
            assert read(fact, typed) == option


@pytest.mark.parametrize(
    ("fact", "typed", "option"),
    [
        ("home", "重庆万州", "wanzhou"),
        ("home", "云南大关", "daguan"),
        ("home", "宁夏回族自治区", "ningxia"),
        ("skill_level", "初级", "junior"),
        ("skill_level", "高级工", "senior"),
        ("skill_level", "高级技师", "senior-technician"),
        ("skill_level", "一级", "senior-technician"),
    ],
)
def test_options_are_known_by_what_tables_call_them(fact: str, typed: str, option: str) -> None:
    assert read(fact, typed) == option


@pytest.mark.parametrize("typed", [0, True, [], {}, "OTHER-PROVINCE", "其他省", "其他", "<option>"], ids=repr)
def test_what_is_no_option_is_answered_with_the_options(typed: object) -> None:
    assert "其他省（区、市）" in complaint(CHOICE, typed)


WRONG: dict[type[Question], Any] = {
    YesNo: "也许",
    Count: "很多",
    Money: "很多",
    Day: "昨天",
    Choice: "别的",
    Choices: "别的",
}


def test_every_question_refuses_with_a_sentence() -> None:
    for fact, question in CATALOGUE.items():
        complaint(fact, ["?"])
        if type(question) in WRONG:
            complaint(fact, WRONG[type(question)])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(CATALOGUE)), json_values, max_size=8))
def test_whatever_comes_is_read_or_refused_in_chinese(raw: dict[str, object]) -> None:
    sifted = sift_facts(raw)
    assert set(sifted.answers).isdisjoint(sifted.errors)
    assert {*sifted.answers, *sifted.errors} <= set(raw)
    assert all(CHINESE.search(sentence) for sentence in sifted.errors.values())


SPOKEN = st.text(alphabet="零〇一二两三四五六七八九十百千万半个多月年日号天人元块点%.,-/约 0123456789", max_size=12)


@given(st.sampled_from(sorted(CATALOGUE)), SPOKEN | st.text(max_size=12))
def test_any_text_in_any_field_is_read_or_answered_with_a_sentence(fact: str, typed: str) -> None:
    question = CATALOGUE[fact]
    boxes: object = {"year": typed, "month": typed, "day": typed} if isinstance(question, Day) else typed
    for raw in (typed, boxes):
        sifted = sift_facts({fact: raw})
        assert {*sifted.answers, *sifted.errors} <= {fact}
        assert all(CHINESE.search(sentence) for sentence in sifted.errors.values())
        if (answer := sifted.answers.get(fact)) is not None:
            assert sift_facts({fact: question.spell(answer)}).answers[fact] == answer


@given(st.sampled_from(sorted(CATALOGUE)), json_values)
def test_what_was_understood_reads_as_itself(fact: str, typed: object) -> None:
    answer = sift_facts({fact: typed}).answers.get(fact)
    if answer is not None:
        assert sift_facts({fact: answer}).answers[fact] == answer
        assert sift_facts({fact: CATALOGUE[fact].spell(answer)}).answers[fact] == answer


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2021年3月", date(2021, 3, 1)),
        ("２０２１－３", date(2021, 3, 1)),
        ("21年3月", date(2021, 3, 1)),
        ("二〇二一年三月", date(2021, 3, 1)),
        ("2021年3月5日", date(2021, 3, 5)),
        ("二一年三月五号", date(2021, 3, 5)),
        ("20210305", date(2021, 3, 5)),
        ("2021年13月", None),
        ("2021", None),
        ("8", None),
        ("20.5", None),
        ("1年3个月", None),
        ("21年3个月", None),
    ],
)
def test_a_day_is_known_where_months_are_asked(typed: str, day: date | None) -> None:
    assert read_first_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "months"),
    [("八个月", 8), ("半年", 6), ("一年半", 18), ("2年", 24), ("3个月", 3)]
    + [(typed, None) for typed in ("8月", "21年", "十二年", "2021", "5日", "8个半月", "快一年", "")],
)
def test_a_length_is_known_where_a_day_is_asked(typed: str, months: int | None) -> None:
    assert read_length(typed) == months


@pytest.mark.parametrize("typed", ["2021年3月", "2021-03-05", "2021.3", "二〇二一年三月"])
def test_a_day_is_no_number_of_months(typed: str) -> None:
    assert "日期请填在问“哪一天”的地方" in complaint(MONTHS, typed)


@pytest.mark.parametrize(
    ("fact", "typed", "number"),
    [
        ("months_employed", "2年3个月", 27),
        ("age", "40岁", 40),
        ("training_days", "30日", 30),
        ("workers_hired", "10²", None),
        ("workers_hired", "12人13人", None),
        ("workers_hired", "1天2", None),
        ("workers_hired", "①", None),
        ("months_employed", "8²", None),
    ],
)
def test_numbers(fact: str, typed: str, number: int | None) -> None:
    assert sift_facts({fact: typed}).answers.get(fact) == number


def test_huge_int() -> None:
    assert "Value error" not in sift_facts({"workers_hired": 10**5000}).errors["workers_hired"]


def test_misspelt_date_parts() -> None:
    assert "job_start" in sift_facts({"job_start": {"yaer": 2020, "mnth": 1, "dy": 5}}).errors


def test_rare_characters_of_names_stay_on_every_python() -> None:
    assert sift_facts({"unit_name": "\U00031350公司"}).answers == {"unit_name": "\U00031350公司"}
    assert sift_facts({"unit_name": "甲\u202e公\n司"}).answers == {"unit_name": "甲 公 司"}


@pytest.mark.parametrize("typed", ["10，20", "11 12", "1,5", "1 1"])
def test_numbers_are_never_guessed(typed: str) -> None:
    assert "workers_hired" in sift_facts({"workers_hired": typed}).errors


@pytest.mark.parametrize(("typed", "number"), [("1,200", 1200), ("1 200 人", 1200), (" １，２００ ", 1200)])
def test_thousands_separators_are_forgiven(typed: str, number: int) -> None:
    assert sift_facts({"workers_hired": typed}).answers == {"workers_hired": number}


def test_years_and_months_with_blanks() -> None:
    assert sift_facts({"months_employed": "1 年 6 个月"}).answers == {"months_employed": 18}


@pytest.mark.parametrize("fact", [COUNT, MONTHS, AGE, MONEY, DAY, YES_NO, CHOICE, "employer_kind", "unit_name"])
@pytest.mark.parametrize(
    "typed",
    ATTACKS,
    ids=lambda typed: f"{typed[:4]!r}…",
)
def test_a_hostile_value_is_refused_by_its_length_before_it_is_read(fact: str, typed: str) -> None:
    """What it costs, `python -m tests.bench.hostile` measures."""
    for value in (typed, {"year": typed, "month": typed, "day": typed}):
        sifted = sift_facts({fact: value})
        assert not sifted.answers
        assert fact in sifted.errors
        assert isinstance(value, dict) or "最多" in sifted.errors[fact]


@pytest.mark.parametrize(
    ("fact", "typed", "understood"),
    [
        (COUNT, "\u200b12\u200b", 12),
        (COUNT, "1\u200b2\ufeff人", 12),
        (COUNT, "\u202a35\u202c", 35),
        (MONTHS, "8\u2060个月", 8),
        (DAY, "2020\u200b-01-05\u200e", date(2020, 1, 5)),
        (DAY, {"year": "2020\u200b", "month": "\u200b1", "day": "5"}, date(2020, 1, 5)),
        (YES_NO, "是\u200b", True),
    ],
)
def test_what_nobody_sees_changes_no_answer(fact: str, typed: object, understood: object) -> None:
    assert read(fact, typed) == understood


@pytest.mark.parametrize("typed", ["¥12", "￥12", "¥ 12 人", "人民币12", "¥1.2万"])
@pytest.mark.parametrize("fact", [COUNT, MONTHS, AGE])
def test_money_counts_nobody(fact: str, typed: str) -> None:
    assert "请填一个数，单位是" in complaint(fact, typed)


def test_money_with_its_sign_may_say_its_time() -> None:
    assert read_money("¥1620/月", "元/月") == read_money("¥1620元/月", "元/月") == Decimal(1620)


@pytest.mark.parametrize("typed", ["¼", "²", "9" * 1_000, "年" * 1_000])
def test_what_is_refused_is_no_length_and_no_day_either(typed: str) -> None:
    """The page asks this of whatever is typed for a day or for months, before it is refused."""
    assert read_length(typed) is None
    assert read_first_day(typed) is None
