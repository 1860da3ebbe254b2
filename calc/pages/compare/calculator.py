"""Render the compare page's calculator for the build, before Python has loaded."""

from collections.abc import Mapping

from htpy import Element, p

from calc.pages.compare.form import PERSON, PLACEMENT, render_compare_form
from calc.parts.answers import render_answers
from calc.parts.field import WHO, FormState
from calc.parts.form import render_examples
from calc.parts.shell import render_place, render_shell

INVITATION = "先选比什么，再回答问题；每答一题，这里马上比较各地。"
EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "万州的建档立卡劳动者，2020 年 3 月起工作 8 个月": {
        WHO: PERSON,
        "home": "wanzhou",
        "is_registered_poor": "yes",
        "job_start.year": "2020",
        "job_start.month": "3",
        "job_start.day": "1",
        "still_employed": "no",
        "job_end.year": "2020",
        "job_end.month": "10",
        "job_end.day": "31",
        "is_insured": "yes",
    },
    "四川的建档立卡劳动者，经纪人介绍，2018 年 3 月起工作 12 个月": {
        WHO: PLACEMENT,
        "home": "sichuan-paired",
        "is_registered_poor": "yes",
        "first_came.year": "2018",
        "first_came.month": "3",
        "first_came.day": "1",
        "job_start.year": "2018",
        "job_start.month": "3",
        "job_start.day": "1",
        "still_employed": "yes",
        "is_insured": "yes",
        "insured_since.year": "2018",
        "insured_since.month": "3",
        "insured_since.day": "1",
        "still_insured": "yes",
        "employer_contribution": "800",
        "agent_kind": "broker",
        "as_of.year": "2019",
        "as_of.month": "3",
        "as_of.day": "1",
    },
}
"""The fields of examples, by the examples' names."""


def render_compare_calculator(runtime: str) -> Element:
    """Render the form with its examples and the invitation."""
    questions = [render_compare_form(FormState()), render_answers((), {})]
    examples = render_examples("比较", EXAMPLES.items())
    return render_shell("compare", runtime, questions, render_compare_invitation(), examples)


def render_compare_invitation() -> Element:
    """Render the place of the comparison before anything is chosen."""
    return render_place("比较结果", p[INVITATION])
