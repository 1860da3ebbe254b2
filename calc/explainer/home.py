"""Render the parts of the home page below the finder: the regions in short, and the offers for each audience."""

from collections.abc import Iterable

from htpy import Element, Node, a, details, div, h3, li, p, section, span, summary, ul

from calc.explainer.finder import name_place
from calc.explainer.most import say_reach
from calc.explainer.offers import list_audiences, offers_for
from calc.facts.link import write_link
from calc.parts.field import TOPIC, WHO
from calc.parts.wording import add_clause, applicants_of, mark_expired
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.values.dates import spell_date

PAPERS = {"leaflet": "明白卡", "worksheet": "纸面测算表"}
NO_END = "文件没有写到哪天为止"


def render_regions(policies: Iterable[Policy]) -> Element:
    """Render each region in short: whom its document is for, how much they can get, its end, and its papers."""
    return div("#regions.regions")[(_render_region(policy) for policy in policies)]


def render_audiences(policies: Iterable[Policy]) -> Element:
    """Render for each kind of applicant what each region offers."""
    every = tuple(policies)
    return div(".audiences")[(_render_audience(every, payee) for payee in list_audiences(every))]


def _render_region(policy: Policy) -> Element:
    end = policy.term.end
    return section(".region")[
        h3[a(href=f"policies/{policy.id}/")[name_place(policy)]],
        p(".region-end")[mark_expired(policy), f" 执行至 {spell_date(end)}" if end else NO_END],
        ul(".region-reach")[
            (li[payee.plain, "：", span(".reach")[say_reach(policy, payee)]] for payee in applicants_of(policy))
        ],
        p(".hint")[policy.audience],
        details(".region-more")[
            summary["文件和打印的材料"],
            p(".hint")[add_clause(policy.title, policy.number)],
            p(".go")[([a(href=f"policies/{policy.id}/{address}/")[name], "　"] for address, name in PAPERS.items())],
        ],
        p(".go")[a(".md-button", href=f"policies/{policy.id}/", aria_label=f"算一算{policy.region}的补贴")["算一算"]],
    ]


def _render_audience(policies: tuple[Policy, ...], payee: Payee) -> Element:
    return details(".audience")[
        summary[f"我是{payee.plain}"],
        (_render_offers(policy, payee) for policy in policies if payee in applicants_of(policy)),
    ]


def _render_offers(policy: Policy, payee: Payee) -> Node:
    provisions = offers_for(policy, payee)
    if not provisions:
        return None
    return [
        p(".audience-region")[
            a(href=f"policies/{policy.id}/")[policy.region],
            " ",
            mark_expired(policy),
            span(".go")["　", a(href=f"policies/{policy.id}/leaflet/#{payee.value}")["明白卡"]],
        ],
        ul[(_render_offer(policy, payee, item) for item in provisions)],
    ]


def _render_offer(policy: Policy, payee: Payee, item: Provision) -> Element:
    page, asked = f"policies/{policy.id}/", write_link({WHO: payee.value, TOPIC: item.id})
    return li[
        a(href=f"{page}#{item.id}")[item.title],
        "：",
        item.effect.explain(),
        span(".go")["　", a(href=f"{page}#{asked}", aria_label=f"算一算{policy.region}的{item.title}")["算一算"]],
    ]
