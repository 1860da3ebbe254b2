"""Explain a policy: its header, its provisions at a glance, and one card for each. No script is needed."""

from collections.abc import Iterator, Mapping

from htpy import Element, Node, a, article, caption, div, dl, h3, li, p, table, tbody, td, th, tr, ul

from calc.explainer.common import Common, find_common
from calc.explainer.document import render_expiry, render_milestones, render_origin
from calc.explainer.planning_link import lead_to_planning
from calc.explainer.standard import quote_source, render_standard
from calc.parts.exclusion import render_exclusion
from calc.parts.tables import make_scroll, render_head, render_terms
from calc.parts.wording import (
    TO_PROVE,
    add_clause,
    applicants_of,
    say_both,
    say_payee,
    say_payee_of,
    say_unasked,
)
from calc.rules.condition import Condition
from calc.rules.document import say_notes
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision

PAPERS = {"leaflet": "明白卡（可打印）", "worksheet": "纸面测算表（不用电脑）", "cases": "算例", "review": "核对表"}
BLANK_FORM = {"form": "空白认定表"}
"""The papers of a policy by their addresses below its page."""
COMMON = "common"
NO_EVIDENCE = f"没有写“{TO_PROVE}”的，文件没有列材料。"


def render_header(policy: Policy) -> Element:
    """Render the mark of expiry, the document's origin and the links to its papers."""
    return div(".policy-header")[render_expiry(policy), render_origin(policy), _link_papers(policy)]


def render_dates(policy: Policy) -> Node:
    """Render the document's four dates, its notes, and what several of its provisions share."""
    notes = div(".notes")[(p(".note")[note] for note in say_notes(policy.notes))] if policy.notes else None
    return [render_milestones(policy), notes, _find_common(policy).render(COMMON)]


def render_index(policy: Policy) -> Element:
    """Render the table of all provisions by payee, each with its standard."""
    name = "条款一览"
    groups = (_render_group(policy, payee) for payee in (*applicants_of(policy), Payee.AUTHORITY))
    index = table(".index")[caption[name], render_head(("事项", "标准")), groups]
    return make_scroll(name, index, data_search_exclude=True)


def render_cards(policy: Policy, cases: Mapping[str, int]) -> Element:
    """Render one card for each provision; `cases` counts the worked examples by provision."""
    common = _find_common(policy)
    cards = (_render_card(policy, item, cases.get(item.id, 0), common) for item in policy.provisions)
    return div(".cards")[p(".hint")[NO_EVIDENCE], cards]


def _find_common(policy: Policy) -> Common:
    return find_common((*_list_doubts(policy, item), *item.remarks) for item in policy.provisions)


def _list_doubts(policy: Policy, provision: Provision) -> tuple[str, ...]:
    """List the doubts that touch a provision, in words."""
    both = (say_both(reading, "本计算器的读法") for reading in policy.readings_of(provision))
    return tuple(f"有两种读法：{words}两种都会算出来。" for words in both)


def _link_papers(policy: Policy) -> Element:
    has_form = any(item.effect.fill_form(None) for item in policy.provisions)
    papers = PAPERS | BLANK_FORM if has_form else PAPERS
    return ul(".paper-links")[(li[a(href=f"{address}/")[name]] for address, name in papers.items())]


def _render_group(policy: Policy, payee: Payee) -> Node:
    paying = [item for item in policy.provisions if payee in item.payees]
    rows = [
        tr[td[add_clause(a(href=f"#{item.id}")[item.title], item.clause)], td[item.effect.explain()]] for item in paying
    ]
    return tbody[tr[th(scope="rowgroup", colspan="2")[say_payee_of(payee, paying)]], rows] if rows else None


def _render_card(policy: Policy, provision: Provision, cases: int, common: Common) -> Element:
    doubts = _list_doubts(policy, provision)
    numbers = common.say_numbers((*doubts, *provision.remarks))
    conditions = [*_render_conditions_of_part(policy, provision), *map(_render_condition, provision.when)]
    terms: tuple[tuple[str, Node], ...] = (
        ("给谁", f"{say_payee(provision)}；{provision.nature.label}"),
        ("条件", ul[conditions] if conditions else "没有个人条件"),
        ("标准", render_standard(provision, with_phrases=True)),
        ("资金", provision.paid_from or "不涉及资金"),
        *_list_claiming(provision),
    )
    return article(".card")[
        h3(id=provision.id)[add_clause(provision.title, provision.clause)],
        p(".gist")[provision.gist],
        lead_to_planning(policy, provision),
        dl[render_terms(terms)],
        (p(".reading")[doubt] for doubt in common.leave_own(doubts)),
        (p(".note")[note] for note in common.leave_own(provision.remarks)),
        p(".note")["另见", a(href=f"#{COMMON}")[numbers], "。"] if numbers else None,
        render_exclusion(policy, provision),
        p(".cases")[a(href=f"cases/#{provision.id}")[f"算例（{cases} 个）"]] if cases else None,
    ]


def _list_claiming(provision: Provision) -> Iterator[tuple[str, Node]]:
    """List what to show and where, or that nobody applies."""
    if told := say_unasked(provision):
        yield "怎样办", told
    if provision.evidence:
        yield TO_PROVE, "、".join(provision.evidence)
    if provision.office and not told:
        yield "到哪里办", provision.office.text


def _render_conditions_of_part(policy: Policy, provision: Provision) -> Iterator[Element]:
    """Render what its part asks; beneath the first provision of the part, refer to that one."""
    if not (part := provision.under) or not part.when:
        return
    first = next(item for item in policy.provisions if item.under == part)
    if first is provision:
        yield from map(_render_condition, part.when)
    else:
        yield li[f"{part.clause}各项共同的条件，见“", a(href=f"#{first.id}")[first.title], "”"]


def _render_condition(condition: Condition) -> Element:
    return li[condition.explain(), quote_source(condition, most=2)]
