"""Targets and budget as the documents set them, complete without any script."""

from collections.abc import Iterable, Iterator

from htpy import Element, a, caption, div, p, section, strong, table, tbody, td, th, thead, tr

from calc.pages.planning.assumptions import say_guess
from calc.pages.planning.document import DOCUMENT_TABLE
from calc.pages.planning.figures import render_figures
from calc.parts.wording import name_with_clause
from calc.policies.zhongshan import ZHONGSHAN, budget
from calc.rules import Goal, Plan
from calc.rules.policy import Policy, Provision


def render_plans(policies: Iterable[Policy]) -> Element:
    """The targets of persons of every policy that sets them; those that set none are named."""
    every = tuple(policies)
    planned = [
        (policy, item, item.pays) for policy in every for item in policy.provisions if isinstance(item.pays, Plan)
    ]
    silent = [policy.region for policy in every if not any(isinstance(item.pays, Plan) for item in policy.provisions)]
    return div(".plans")[
        (_render_plan(policy, item, plan) for policy, item, plan in planned),
        p(".hint")[f"{'、'.join(silent)}的文件没有写人数目标。"] if silent else None,
    ]


def render_document_budget() -> Element:
    """Zhongshan's budget as the document has it, and how its figures come out of its own rules."""
    return div(".document-budget")[
        render_figures("文件的预算（万元）", DOCUMENT_TABLE),
        p(".hint")[
            f"依据：{ZHONGSHAN.number} ",
            a(href=f"../policies/{ZHONGSHAN.id}/#{budget.id}")[name_with_clause(budget)],
        ],
        p(".reading")[say_guess()],
    ]


def _render_plan(policy: Policy, provision: Provision, plan: Plan) -> Element:
    return section(".plan")[
        table(".figures")[
            caption[f"{policy.region}：{provision.title}"],
            thead[tr[(th(scope="col")[name] for name in ("年份", "目标", "人数"))]],
            tbody[
                (tr[td[year], td[goal], td[f"{persons:,}"]] for year, goal, persons in _list_goals(provision, plan)),
                tr(".sum")[th(scope="row", colspan="2")["合计"], td[strong[f"{plan.persons:,}"]]],
                (tr[td[_say_years(plan)], td[f"其中：{goal.label}"], td[f"{goal.total:,}"]] for goal in plan.within),
            ],
        ],
        p(".hint")[
            f"依据：{policy.number} ",
            a(href=f"../policies/{policy.id}/#{provision.id}")[name_with_clause(provision)],
        ],
    ]


def _list_goals(provision: Provision, plan: Plan) -> Iterator[tuple[str, str, int]]:
    """Year, target and persons of each part; a part of several years is one row for each."""
    for goal in plan.goals:
        if goal.years:
            yield from ((_say_year(goal, year), provision.title, goal.persons) for year in goal.years)
        else:
            yield _say_years(plan), goal.label, goal.persons


def _say_year(goal: Goal, year: int) -> str:
    return goal.label if goal.years == (year,) else f"{year} 年"


def _say_years(plan: Plan) -> str:
    return "、".join(f"{year} 年" for year in plan.years)
