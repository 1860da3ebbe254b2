"""Show the regions side by side without a script: each region's offers for each audience."""

from collections.abc import Iterable

from htpy import Element, Node, a, caption, details, h3, li, p, summary, table, tbody, ul

from calc.explainer.offers import list_audiences, offers_for
from calc.parts.tables import render_head, render_row, render_table
from calc.parts.wording import add_clause
from calc.rules.payees import Payee
from calc.rules.policy import Policy

NOTHING = "没有"


def render_overview(policies: Iterable[Policy]) -> Element:
    """Render a table of the number of offers, and one of offers for each audience, in a disclosure."""
    every = tuple(policies)
    payees = list_audiences(every)
    columns, rows = ("给谁", *(policy.region for policy in every)), (_count_offers(every, payee) for payee in payees)
    return details(".overview")[
        summary["各地给谁、给多少（不用填写）"],
        p(".hint")["只列能申请的补贴、奖励和认定；服务和管理事项见各地区的页面。"],
        render_table(".figures.counts", columns, rows, "各地有几项"),
        (_render_audience(every, payee) for payee in payees),
    ]


def _count_offers(policies: tuple[Policy, ...], payee: Payee) -> Element:
    counts = (len(offers_for(policy, payee)) for policy in policies)
    name = a(href=f"#pays-{payee.value}")[payee.label]
    return render_row(name, *(f"{count} 项" if count else NOTHING for count in counts))


def _render_audience(policies: tuple[Policy, ...], payee: Payee) -> Element:
    rows = (
        render_row(a(href=f"../policies/{policy.id}/")[policy.region], _list_offers(policy, payee))
        for policy in policies
    )
    return details(".offers")[
        summary[h3[f"给{payee.label}"]],
        # The address stands inside: who follows it finds the disclosure opened.
        table(".figures.side-by-side", id=f"pays-{payee.value}")[
            caption(".visually-hidden")[f"各地给{payee.label}的"], render_head(("地区", "项目和标准")), tbody[rows]
        ],
    ]


def _list_offers(policy: Policy, payee: Payee) -> Node:
    lines = [
        li[
            add_clause(a(href=f"../policies/{policy.id}/#{item.id}")[item.title], item.clause),
            f"：{item.effect.explain()}",
        ]
        for item in offers_for(policy, payee)
    ]
    return ul[lines] if lines else NOTHING
