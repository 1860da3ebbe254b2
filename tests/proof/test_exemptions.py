"""A table of exemptions is read as an officer writes it, or refused with its line."""

import pytest

from calc.proof.exemptions import parse_exemptions, read_shares


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("没有表", "one table"),
        ("| 原文短语 | 条款 |\n| --- | --- |\n| 甲 | 一 |", "one table"),
        ("| 原文短语 | 条款 | 为什么不计算 |\n| --- | --- | --- |\n| 甲 | 一 |", "line 3"),
        ("| 原文短语 | 条款 | 为什么不计算 |\n| --- | --- | --- |\n| 甲 | 一 | |", "line 3"),
        ("| 原文短语 | 条款 | 为什么不计算 |\n| --- | --- | --- |\n| 甲 | 一 | 不想算 |", "line 3: a reason"),
    ],
)
def test_a_table_of_exemptions_that_cannot_be_read_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_exemptions(text)


def test_the_shares_are_a_line_of_their_own() -> None:
    assert read_shares("# 题\n\n全文 10 字。\n\n| 表 |") == "全文 10 字。"
    with pytest.raises(ValueError, match="全文"):
        read_shares("# 题\n\n这里说全文 10 字。")
