"""Verify a printed sheet by its code and its marks, and say what its answers come to: paper can be compared with it."""

import re

from calc.commands.totals import summarize
from calc.commands.verify import DifferentError, list_other_marks
from calc.commands.wrong_use import WrongUseError, find_policy
from calc.pages.policy.asked import Asked
from calc.pages.policy.day_asked import DAY_ASKED
from calc.pages.policy.page import PolicyPage
from calc.pages.submission import fill_fields

WANTED = "要写扫码得到的网址（带 # 和后面的答案），还有码旁边“计算器……；条款指纹……”那一行。"
LINK = re.compile(r"/(?P<policy>\w+)/(?:index\.html)?#(?P<fragment>.+)$")
MARKS = re.compile(r"计算器\s*(?P<version>[\w.]+)；\s*条款指纹\s*(?P<fingerprint>[0-9a-f]+)")
DAY = re.compile(r"按\s*(\d{4}-\d\d-\d\d)\s*测算")
"""The day that the sheet was reckoned by, also where nobody chose it and the link does not have it."""


def verify_sheet(link: str, marks: str) -> str:
    """Verify a printed sheet: 相符, or, with exit code 3, which mark differs; and what its answers come to here.

    A link with an answer that cannot be read was not copied as it is printed: that differs, too.
    """
    led, marked = LINK.search(link.strip()), MARKS.search(marks)
    if not led or not marked:
        raise WrongUseError(WANTED)
    policy = find_policy(led["policy"])
    opened = PolicyPage(policy).read_link(led["fragment"])
    day = DAY.search(marks)
    dated = {DAY_ASKED: day[1]} if day else {}
    asked = Asked(policy, fill_fields({**dated, **opened.values}))
    said = f"这些答案在这里算出：{summarize(asked.exact)}。请和纸上的比。"
    marks_differ = list_other_marks(policy, marked["version"], marked["fingerprint"])
    if differences := [*marks_differ, *opened.complaints, *asked.sent.mistakes]:
        raise DifferentError(["不相符：", *differences, said])
    return f"版本和条款指纹相符。\n{said}"
