"""The regions side by side without any script: for each audience what each region pays, from the declarations."""

from collections.abc import Iterable

from htpy import Element, Node, a, caption, div, h3, li, section, span, table, tbody, td, th, thead, tr, ul

from calc.explainer.offers import offers_for
from calc.parts.wording import applicants_of
from calc.rules.payees import Payee
from calc.rules.policy import Policy

NOTHING = "没有"


def render_overview(policies: Iterable[Policy]) -> Element:
    """A table of how many benefits there are for whom, and one table for each audience with what they are."""
    every = tuple(policies)
    payees = [payee for payee in Payee if any(payee in applicants_of(policy) for policy in every)]
    return div(".overview")[
        table(".figures.counts")[
            caption["各地有几项"],
            thead[tr[th(scope="col")["给谁"], (th(scope="col")[policy.region] for policy in every)]],
            tbody[(_count_row(every, payee) for payee in payees)],
        ],
        (_render_audience(every, payee) for payee in payees),
    ]


def _count_row(policies: tuple[Policy, ...], payee: Payee) -> Element:
    counts = [len(offers_for(policy, payee)) for policy in policies]
    return tr[
        th(scope="row")[a(href=f"#pays-{payee.value}")[payee.label]],
        (td[f"{count} 项" if count else NOTHING] for count in counts),
    ]


def _render_audience(policies: tuple[Policy, ...], payee: Payee) -> Element:
    return section(".offers")[
        h3(id=f"pays-{payee.value}")[f"给{payee.label}"],
        table(".figures.side-by-side")[
            caption(".visually-hidden")[f"各地给{payee.label}的"],
            thead[tr[th(scope="col")["地区"], th(scope="col")["项目和标准"]]],
            tbody[
                (
                    tr[
                        th(scope="row")[a(href=f"../policies/{policy.id}/")[policy.region]],
                        td[_list_offers(policy, payee)],
                    ]
                    for policy in policies
                )
            ],
        ],
    ]


def _list_offers(policy: Policy, payee: Payee) -> Node:
    offers = offers_for(policy, payee)
    if not offers:
        return NOTHING
    return ul[
        (
            li[
                a(href=f"../policies/{policy.id}/#{item.id}")[item.title],
                " ",
                span(".clause")[item.clause],
                f"：{item.effect.explain()}",
            ]
            for item in offers
        )
    ]
