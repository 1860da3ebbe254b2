"""Render targets and budget as the documents set them, without a script."""

from collections.abc import Iterable

from htpy import Element, Node, a, details, div, p, strong, summary, td, th, tr

from calc.pages.planning.assumptions import DOCUMENT_ASSUMPTIONS, say_derived, say_guess
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.document import DOCUMENT_TABLE, name_year
from calc.pages.planning.figures import render_figures
from calc.pages.planning.result import compare_total, say_total
from calc.pages.planning.steps import render_steps
from calc.parts.tables import render_table
from calc.parts.wording import name_with_clause
from calc.policies.zhongshan import ZHONGSHAN, budget
from calc.rules.policy import Policy
from calc.rules.printed import Target, Targets
from calc.rules.provision import Provision


def render_plans(policies: Iterable[Policy]) -> Element:
    """Render the targets of persons of every policy, and name the policies without targets."""
    every = tuple(policies)
    planned = [
        (policy, item, targets)
        for policy in every
        for item in policy.provisions
        if (targets := item.effect.list_targets())
    ]
    silent = [policy.region for policy in every if not any(policy is other for other, _, _ in planned)]
    return div(".plans")[
        (_render_targets(policy, item, targets) for policy, item, targets in planned),
        p(".hint")[f"{'、'.join(silent)}的文件没有写人数目标。"] if silent else None,
    ]


def render_document_budget() -> Element:
    """Render the document's own budget, and how its figures come out of its own rules."""
    return div(".document-budget")[
        _reckon_example(),
        details[
            summary["文件写的数和推算的数"],
            render_figures("文件的预算（万元）", DOCUMENT_TABLE),
            _name_source(ZHONGSHAN, budget),
            p(".hint")[say_derived()],
            p(".reading")[say_guess()],
        ],
    ]


def _reckon_example() -> Node:
    """Reckon the document's own plan by its own rules, and compare the sums with its budget."""
    years = reckon_budget(DOCUMENT_ASSUMPTIONS)
    planned = "，".join(f"{name_year(year)} {assumed.placements} 人" for year, assumed in DOCUMENT_ASSUMPTIONS.items())
    return [
        p[
            f"算例：照文件的计划输送，{planned}，都干满一年，",
            strong[say_total(years)],
            f"，{compare_total({year.year: year.lines for year in years})}。",
        ],
        render_steps(years),
    ]


def _render_targets(policy: Policy, provision: Provision, targets: Targets) -> Element:
    rows = (
        *(_render_target(target, target.label or provision.title) for target in targets.parts),
        tr(".sum")[th(scope="row", colspan="2")["合计"], td[strong[targets.total.say()]]],
        *(_render_target(target, f"其中：{target.label}") for target in targets.within),
    )
    return details(".plan")[
        summary[f"{policy.region}：{provision.title} {targets.total.say()} 人"],
        render_table(".figures", ("年份", "目标", "人数"), rows, f"{policy.region}：{provision.title}"),
        _name_source(policy, provision),
    ]


def _render_target(target: Target, label: str) -> Element:
    return tr[td[target.years], td[label], td[target.say()]]


def _name_source(policy: Policy, provision: Provision) -> Element:
    link = a(href=f"../policies/{policy.id}/#{provision.id}")[name_with_clause(provision)]
    return p(".hint")[f"依据：{policy.number} ", link]
