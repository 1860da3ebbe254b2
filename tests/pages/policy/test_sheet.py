"""The sheet of an answer says what the screen says, in the words of the screen."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.outcome import Status
from calc.facts.catalogue import Answers
from calc.pages.policy.sheet import render_sheet
from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
OF_THE_DATA = {status.label for status in Status if status is not Status.OUTSIDE}
BROKEN = ("〔推出〕", "〔假定〕", "未填，没有", "金额待补充")


@policies
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_sheet_speaks_the_words_of_the_screen(policy: Policy, data: st.DataObject) -> None:
    sheet = str(render_sheet(Answer(assess(policy, data.draw(worlds(policy)))), ""))
    badges = set(re.findall(r'<span class="badge[^"]*">([^<]*)</span>', sheet))
    assert badges & OF_THE_DATA == set()
    assert [words for words in BROKEN if words in sheet] == []
    briefly = re.findall(r"<li>([^<]*)</li>", sheet)
    assert [line for line in briefly if len(said := line.split("；")) != len(set(said))] == []


def test_the_marks_for_checking_stand_with_the_document_at_the_foot() -> None:
    sheet = str(render_sheet(Answer(assess(POLICIES["jining"], {"works_here": True})), "https://example.org/"))
    head, foot = sheet.split('class="sheet-origin"')
    assert "条款指纹" not in head
    assert f"条款指纹 {POLICIES['jining'].short_fingerprint}" in foot


def test_a_sum_told_in_the_arithmetic_is_no_step_once_more() -> None:
    answers: Answers = {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "months_employed": 8}
    sheet = str(render_sheet(Answer(assess(POLICIES["jining"], {**answers, "still_employed": True})), ""))
    once, monthly = re.findall(r'<section class="sheet-finding">.*?</section>', sheet)
    assert once.count("1,500 元") == 2  # beside its name, and as what is paid
    assert monthly.count("6 个月 × 1,000 元 = 6,000 元") == 1
    for finding in (once, monthly):
        steps = re.findall(r'<li class="step">(.*?)</li>', finding)
        assert [step.rpartition(" ")[2] for step in steps if "元" in step] == []
        assert sum("在职月数：8 个月" in step for step in steps) == 1
