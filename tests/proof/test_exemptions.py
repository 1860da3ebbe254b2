"""A table of exemptions is read as an officer writes it, or refused with its line."""

import pytest

from calc.proof.exemptions import parse_exemptions


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
