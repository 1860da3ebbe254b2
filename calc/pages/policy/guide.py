"""Render the guide: it leads through the form one question at a time, what settles most first."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from htpy import Element, button, div, p, strong

from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.engine.next_question import rank_questions
from calc.pages.policy.day_asked import DAY_ASKED
from calc.pages.policy.groups import is_unanswered, order_groups
from calc.pages.policy.totals import say_sure_sum
from calc.parts.wording import ANYONE, applicants_of, asked_by
from calc.rules.policy import Policy
from calc.values.money import ZERO

LEFT = "最多还有 {left} 题"


def render_guide(policy: Policy, answer: Answer | None = None, values: Mapping[str, str] | None = None) -> Element:
    """Render the way through the questions, and what was found on it.

    The page's script shows the first question of `data-order` that is still open. Before Python has loaded it takes
    the way of the role, of `data-ways`, on which nothing has been answered.
    """
    order = find_order(answer, values or {}) if answer else ()
    sums = _sum_up(answer) if answer else ()
    ways = json.dumps(_find_ways(policy)) if answer is None else None
    return div(
        "#guide.guide",
        data_order=json.dumps(order) if answer else None,
        data_ways=ways,
        data_found="、".join(sums),
        data_text_left=LEFT,
    )[
        p(".guide-left", aria_hidden="true"),
        div(".guide-found", tabindex="-1")[
            [p(".guide-sum")["目前：", strong[each]] for each in sums]
            or p(".guide-sum")["按已经答的，还没有确定能领的钱。"],
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


def find_order(answer: Answer, values: Mapping[str, str]) -> tuple[str, ...]:
    """Find the questions without an answer: the most useful one, then those of most provisions; 不清楚 is an answer."""
    ranked = (asked.fact for asked in rank_questions(answer.findings, answer.payees, answer.topic))
    first = tuple(islice((fact for fact in ranked if _is_open(fact, values)), 1))
    missing = Counter(fact for item in answer.concerned for fact in item.finding.outcome.missing)
    rest = sorted((fact for fact in answer.policy.facts if fact in missing), key=lambda fact: -missing[fact])
    return order_groups(
        answer, values, (*first, *(fact for fact in rest if fact not in first and _is_open(fact, values)))
    )


def _is_open(fact: str, values: Mapping[str, str]) -> bool:
    return fact != DAY_ASKED and is_unanswered(fact, values)


@cache
def _find_ways(policy: Policy) -> Mapping[str, Sequence[str]]:
    """Find the order for every role while nothing has been answered."""
    nothing = assess(policy, {})
    roles = (*(payee.value for payee in applicants_of(policy)), ANYONE)
    return {role: find_order(Answer(nothing, asked_by(role)), {}) for role in roles}


def _sum_up(answer: Answer) -> tuple[str, ...]:
    """Say each sure sum; who is paid from what, where there are several."""
    rows = [row for row in answer.own_totals if row.low > ZERO]
    if len(rows) == 1:
        return (say_sure_sum(answer, rows[0]),)
    return tuple(f"{row.payee.label}（{row.fund}）{say_sure_sum(answer, row)}" for row in rows)
