"""Every character of a text is claimed or exempted: the rule, on texts made up to break it."""

import pytest

from calc.proof.exemptions import Exemption
from calc.proof.official_text import read_official_text
from calc.proof.segments import LINKS, Claim, Stock, find_claim, take_stock


def stock(text: str, phrases: str = "", exempt: str = "", clause: str = "") -> Stock:
    """The stock of a text; phrases and exemptions stand in a row, with | between them."""
    claims = [Claim(phrase, clause) for phrase in phrases.split("|") if phrase]
    return take_stock(
        read_official_text(text), claims, [Exemption(item, "一", "工作任务") for item in exempt.split("|") if item]
    )


def list_open(found: Stock) -> tuple[str, ...]:
    return tuple(gap.words for gap in found.left_open)


@pytest.mark.parametrize(
    ("text", "phrases", "left_open"),
    [
        ("给予补贴5元。", "给予补贴5元", ()),
        ("给予补贴5元。", "补贴5元", ("【给予】补贴5元",)),
        ("补贴5元，领2次", "补贴5元", ("【领2次】",)),
        ("对企业的补贴，以及奖励", "企业|补贴|奖励", ()),
        ("对省内企业的补贴", "企业|补贴", ("【对省内】企业的补贴",)),
        ("对省内企业", "企业", ("【对省内】企业",)),
        ("企业或个人", "企业|个人", ("企业【或】个人",)),
        ("企业、个人等", "企业|个人", ("企业、个人【等】",)),
        ("补贴15万元", "5万元", ("【补贴15万元】",)),
        ("补贴5万元", "5", ("【补贴】5【万元】",)),
        ("满 1 年\n以上", "满1年以上", ()),
        ("吸纳十人以上的企业，给予补贴", "吸纳…补贴", ("吸纳【十人以上的企业】", "【给予】补贴")),
        ("标题\n（一）补贴。", "标题|补贴", ()),
        ("甲。\n乙", "甲…乙", ("【甲】", "【乙】")),
    ],
)
def test_each_letter_of_a_stretch_must_be_claimed(text: str, phrases: str, left_open: tuple[str, ...]) -> None:
    assert list_open(stock(text, phrases)) == left_open


def test_a_phrase_speaks_in_its_own_clause_and_for_what_opens_the_part_around_it() -> None:
    text = "一、鼓励企业\n1、企业。\n2、企业。\n二、企业。"
    assert list_open(stock(text, "企业", clause="一1")) == ("【鼓励】企业", "【企业】", "【企业】")
    assert list_open(stock(text, "企业", clause="一")) == ("【鼓励】企业", "【企业】")
    assert list_open(stock(text, "企业")) == ("【鼓励】企业",)


def test_a_phrase_that_stands_nowhere_in_its_clause_speaks_wherever_it_stands() -> None:
    text = read_official_text("一、甲。\n二、乙。\n三、乙。")
    assert len(find_claim(text, Claim("乙", "一"))) == 2
    assert len(find_claim(text, Claim("乙", "二"))) == 1
    assert find_claim(text, Claim("丙", "一")) == ()


def test_an_exemption_takes_in_a_paragraph_from_its_beginning_to_its_end() -> None:
    text = "为深入贯彻精神，增收脱贫，提出如下意见：\n给予补贴。"
    whole = stock(text, "给予补贴", exempt="为深入…如下意见")
    assert (list_open(whole), whole.claimed, whole.exempted) == ((), 4, 17)
    over_two = stock(text, exempt="为深入…补贴")
    assert (over_two.exempted, len(list_open(over_two))) == (0, 4)


def test_a_phrase_taken_away_leaves_its_stretch_open_whatever_else_is_exempt() -> None:
    text = "鼓励企业发展。对企业给予补贴。"
    assert list_open(stock(text, "企业|给予补贴", exempt="鼓励企业发展")) == ()
    assert list_open(stock(text, "给予补贴", exempt="鼓励企业发展")) == ("【对企业】给予补贴",)
    assert list_open(stock(text, "企业|给予补贴")) == ("【鼓励】企业【发展】",)


@pytest.mark.parametrize(
    ("phrases", "exempt", "contested"),
    [
        ("企业|给予补贴", "鼓励企业发展", ()),
        ("企业|给予补贴", "鼓励…给予补贴", ("企业", "给予补贴")),
        ("对企业给予", "企业", ("对企业给予",)),
        ("企业…补贴", "鼓励企业发展", ()),
    ],
)
def test_an_exemption_neither_cuts_a_phrase_nor_takes_all_its_places(
    phrases: str, exempt: str, contested: tuple[str, ...]
) -> None:
    found = stock("鼓励企业发展。对企业给予补贴。", phrases, exempt)
    assert tuple(claim.phrase for claim in found.contested) == contested


@pytest.mark.parametrize(
    ("exempt", "needless"),
    [("补贴5元|5元|奖", ["5元", "奖"]), ("补贴5|5元|补贴5元", ["补贴5", "5元", "补贴5元"]), ("补贴5元|。", ["。"])],
)
def test_an_exemption_that_nothing_needs_is_found_out(exempt: str, needless: list[str]) -> None:
    assert [item.phrase for item in stock("补贴5元。", exempt=exempt).needless] == needless


def test_the_shares_are_counted_in_characters_and_a_link_goes_with_its_stretch() -> None:
    found = stock("对企业的补贴，各地的任务；奖励5%。", "企业|补贴", exempt="各地|任务")
    assert (found.claimed, found.exempted, found.open) == (6, 5, 4)
    assert (
        found.say()
        == "全文 15 字（不计标点）：条款引用 6 字（40.0%），说明不计算 5 字（33.3%），尚未处理 4 字（26.7%）。"
    )


@pytest.mark.parametrize(
    "limit", ["不", "可", "按", "或", "和", "等", "每", "仅", "未", "给予", "以上", "以内", "一次", "5", "一"]
)
def test_no_link_limits_anything(limit: str) -> None:
    assert not [link for link in LINKS if limit in link]
    assert list_open(stock(f"企业{limit}补贴", "企业|补贴")) == (f"企业【{limit}】补贴",)
