"""Render the guide: it leads through the form one question at a time, what soonest leads to a sum first."""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from htpy import Element, button, div, p, strong

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.facts.groups import is_of_further
from calc.pages.policy.question_order import find_near, find_order
from calc.pages.policy.totals import say_sure_sum
from calc.parts.wording import ANYONE, applicants_of, asked_by, render_expired
from calc.rules.policy import Policy
from calc.values.money import ZERO

LEFT = "最多还有 {left} 题"
NEAR = "再答 {near} 题左右有结果，全部最多 {left} 题"


def render_guide(policy: Policy, answer: Answer | None = None, values: Mapping[str, str] | None = None) -> Element:
    """Render the way through the questions, and what was found on it.

    The page's script shows the first question of `data-order` that is still open. Before Python has loaded it takes
    the way of the role, of `data-ways`, on which nothing has been answered.
    """
    order, near = (find_order(answer, values or {}), find_near(answer, values or {})) if answer else ((), ())
    sums = _sum_up(answer) if answer else ()
    # A sum that further groups may still change is no place to stop at.
    is_whole = not any(map(is_of_further, order))
    return div(
        "#guide.guide",
        data_order=json.dumps(order) if answer else None,
        data_near=json.dumps(near) if answer else None,
        data_ways=json.dumps(_find_ways(policy)) if answer is None else None,
        data_found="、".join(sums) if is_whole else "",
        data_text_left=LEFT,
        data_text_near=NEAR,
    )[
        [p(".guide-notice")[sentence] for sentence in answer.assessment.say_begun_late()] if answer else None,
        p(".guide-left", aria_hidden="true"),
        div(".guide-found", tabindex="-1")[
            [p(".guide-sum")["目前：", strong[each]] for each in sums]
            or p(".guide-sum")["按已经答的，还没有确定能领的钱。"],
            render_expired(policy) if sums else None,
            p(".guide-more")[f"再答最多 {len(order)} 题，可能还有别的补贴。" if order else "要问的都问完了。"],
            div(".guide-choices")[
                button(".md-button.md-button--primary", type="button", data_guide="result")["看结果"],
                button(".md-button", type="button", data_guide="on")["继续找更多补贴"] if order else None,
            ],
        ],
    ]


def render_steps() -> Element:
    """Render the buttons that lead from one question to the next."""
    return div(".guide-steps")[
        button(".md-button", type="button", data_guide="back")["上一题"],
        button(".md-button.md-button--primary", type="button", data_guide="next")["下一题"],
    ]


def offer_ways() -> Element:
    """Offer the other way of answering: one question at a time, or all at once."""
    return p(".guide-ways")[
        button(".fill", type="button", data_guide="guided")["一题一题地答"],
        button(".fill", type="button", data_guide="all")["一次看全部问题"],
    ]


@cache
def _find_ways(policy: Policy) -> Mapping[str, Sequence[Sequence[str]]]:
    """Find for every role, while nothing has been answered, the order, and what lies before the nearest sum."""
    nothing = assess(policy, {})
    roles = (*(payee.value for payee in applicants_of(policy)), ANYONE)
    answers = {role: Answer(nothing, asked_by(role)) for role in roles}
    return {role: (find_order(answer, {}), find_near(answer, {})) for role, answer in answers.items()}


def _sum_up(answer: Answer) -> tuple[str, ...]:
    """Say each sure sum; who is paid from what, where there are several."""
    rows = [row for row in answer.own_totals if row.low > ZERO]
    if len(rows) == 1:
        return (say_sure_sum(answer, rows[0]),)
    return tuple(f"{row.payee.label}（{row.fund}）{say_sure_sum(answer, row)}" for row in rows)
