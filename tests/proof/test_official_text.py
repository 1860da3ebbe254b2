"""A text is read as paragraphs under their numberings, and a clause finds its own."""

import pytest

from calc.proof.clauses import find_around, find_clause, name_place
from calc.proof.official_text import OfficialText, read_official_text

NOTICE = """
关于就业的通知
各县：
为了就业，通知如下：
一、目标任务
2020年转移不少于
40人。
二、措施
（一）送岗
1、送岗到村。
2. 发放 2.5 万元。
以上两项合计3万元。
3．网络招聘。
（二）培训。给予补贴。
综上预算如下：
1．2020年5万元。
以上补贴从专项资金中列支。
三、要求
一是认真。
二是仔细。
本通知自印发之日起施行。
"""
UNNUMBERED = "通知。\n基地的认定\n（一）条件。\n1.守法。\n基地的管理\n（一）考核。\n附件：表"


def show(text: OfficialText, clause: str, around: bool = False) -> list[str]:
    find = find_around if around else find_clause
    return [text.flat[item.start : item.end] for item in find(text, clause)]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("一", ["目标任务2020年转移不少于40人。"]),
        ("二", ["措施", "以上补贴从专项资金中列支。"]),
        ("二（一）", ["送岗", "以上两项合计3万元。"]),
        ("（一）", ["送岗", "以上两项合计3万元。"]),
        ("二（一）2", ["发放2.5万元。"]),
        ("二（一）1、3", ["送岗到村。", "网络招聘。"]),
        ("二（一）3", ["网络招聘。"]),
        ("（一）（二）", ["送岗", "以上两项合计3万元。", "培训。给予补贴。"]),
        ("（一）–（二）", ["送岗", "以上两项合计3万元。", "培训。给予补贴。"]),
        ("一、二（二）", ["目标任务2020年转移不少于40人。", "培训。给予补贴。"]),
        ("二（综上）", ["综上预算如下："]),
        ("二（综上）1", ["2020年5万元。"]),
        ("二（末段）", ["以上补贴从专项资金中列支。"]),
        ("三2", []),
        ("四", []),
        ("二（三）", []),
        ("文首", ["关于就业的通知各县：", "为了就业,通知如下："]),
        ("文末", ["本通知自印发之日起施行。"]),
        ("印发日期", []),
    ],
)
def test_a_clause_finds_its_paragraphs(clause: str, found: list[str]) -> None:
    assert show(read_official_text(NOTICE), clause) == found


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("认定（一）1", ["守法。"]),
        ("管理（一）", ["考核。"]),
        ("一（一）1", []),
        ("（一）", ["条件。", "考核。"]),
        ("附件", ["附件：表"]),
    ],
)
def test_words_stand_for_a_heading_without_a_number(clause: str, found: list[str]) -> None:
    assert show(read_official_text(UNNUMBERED), clause) == found


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("二（一）1", ["措施", "送岗", "送岗到村。"]),
        ("二（二）", ["措施", "培训。给予补贴。"]),
        ("二（综上）", ["措施", "综上预算如下：", "2020年5万元。"]),
        ("二（末段）", ["措施", "以上补贴从专项资金中列支。"]),
    ],
)
def test_around_a_clause_stand_what_is_beneath_it_and_the_openings_above(clause: str, found: list[str]) -> None:
    assert show(read_official_text(NOTICE), clause, around=True) == found


@pytest.mark.parametrize(
    ("words", "clause"),
    [("各县", "文首"), ("40人", "一"), ("网络", "二（一）3"), ("2020年5", "二（综上预算如下：）1"), ("认真", "三一")],
)
def test_a_place_says_in_which_clause_it_lies(words: str, clause: str) -> None:
    text = read_official_text(NOTICE)
    assert name_place(text, text.flat.index(words)) == clause
