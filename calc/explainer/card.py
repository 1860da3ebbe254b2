"""The explanation of a policy: its header, its provisions at a glance, and one card each; complete without scripts."""

from collections.abc import Mapping
from itertools import chain

from htpy import (
    Element,
    Node,
    a,
    article,
    caption,
    dd,
    div,
    dl,
    dt,
    h3,
    li,
    p,
    span,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)

from calc.explainer.document import render_expiry, render_milestones, render_notes, render_origin
from calc.explainer.standard import render_standard
from calc.parts.exclusion import render_exclusion
from calc.parts.wording import NOT_WRITTEN, TO_PROVE, applicants_of, payees_of
from calc.rules.condition import Condition
from calc.rules.payees import Payee
from calc.rules.policy import Policy, Provision
from calc.rules.word import walk

PAPERS = {"leaflet": "明白卡（可打印）", "worksheet": "纸面测算表（不用电脑）", "cases": "算例"}
BLANK_FORM = {"form": "空白认定表"}
"""The pages beside a policy's page, by their addresses."""


def render_header(policy: Policy) -> Element:
    """The document in short: that it has expired, what it is, for whom."""
    return div(".policy-header")[render_expiry(policy), render_origin(policy), _link_papers(policy)]


def render_dates(policy: Policy) -> Node:
    """The four dates of the document, and what is to be known about it as a whole."""
    return [render_milestones(policy), render_notes(policy)]


def render_index(policy: Policy) -> Element:
    """All provisions at a glance, by who can have them: what, and how much."""
    return div(".table-scroll", tabindex="0", role="region", aria_label="条款一览", data_search_exclude=True)[
        table(".index")[
            caption["条款一览"],
            thead[tr[th(scope="col")["事项"], th(scope="col")["标准"]]],
            (_render_group(policy, payee) for payee in (*applicants_of(policy), Payee.AUTHORITY)),
        ]
    ]


def render_cards(policy: Policy, cases: Mapping[str, int]) -> Element:
    """One card per provision; `cases` are the numbers of its worked examples."""
    return div(".cards")[
        (_render_card(policy, provision, cases.get(provision.id, 0)) for provision in policy.provisions)
    ]


def _link_papers(policy: Policy) -> Element:
    has_form = any(item.effect.fill_form(None) for item in policy.provisions)
    papers = PAPERS | BLANK_FORM if has_form else PAPERS
    return ul(".paper-links")[(li[a(href=f"{address}/")[name]] for address, name in papers.items())]


def _render_group(policy: Policy, payee: Payee) -> Node:
    mine = [item for item in policy.provisions if payee in payees_of(item)]
    if not mine:
        return None
    return tbody[
        tr[th(scope="rowgroup", colspan="2")[payee.label]],
        (
            tr[td[a(href=f"#{item.id}")[item.title], " ", span(".clause")[item.clause]], td[item.effect.explain()]]
            for item in mine
        ),
    ]


def _render_card(policy: Policy, provision: Provision, cases: int) -> Element:
    conditions = (*provision.scope, *provision.when)
    fund = provision.paid_from or NOT_WRITTEN
    return article(".card")[
        h3(id=provision.id)[f"{provision.title} ", span(".clause")[f"{provision.clause}"]],
        p(".gist")[provision.gist],
        dl[
            dt["给谁"],
            dd["、".join(payee.label for payee in payees_of(provision)), f"（{provision.nature.label}）"],
            dt["条件"],
            dd[ul[(_render_condition(condition) for condition in conditions)]] if conditions else dd["没有个人条件"],
            dt["标准"],
            dd[render_standard(provision, with_phrases=True)],
            dt["资金"],
            dd[fund],
            dt[TO_PROVE],
            dd["、".join(provision.evidence) or "文件未列材料"],
            [dt["到哪里办"], dd[provision.office.text]] if provision.office else None,
        ],
        (
            p(".reading")[
                f"有两种读法：{reading.question}本计算器的读法：{reading.default}。另一种读法：{reading.other}。两种都会算出来。"
            ]
            for reading in policy.readings_of(provision)
        ),
        (p(".note")[note] for note in provision.notes),
        render_exclusion(policy, provision),
        p(".cases")[a(href=f"cases/#{provision.id}")[f"算例（{cases} 个）"]] if cases else None,
    ]


def _render_condition(condition: Condition) -> Element:
    phrases = list(dict.fromkeys(chain.from_iterable(word.phrases() for word in walk((condition,)))))
    return li[
        condition.explain(),
        span(".source")[(span(".quote")[f"“{phrase}”"] for phrase in phrases[:2])] if phrases else None,
    ]
