"""Render the plain-language leaflet (明白卡): one sheet for each kind of applicant, for a notice board."""

from collections.abc import Sequence

from htpy import Element, Node, article, dd, div, dl, dt, h2, h3, li, p, section, span, strong, ul

from calc.explainer.document import render_expiry, render_milestones
from calc.explainer.needs import Needs, list_needs, shared_conditions
from calc.explainer.offers import FIXED, offers_for, render_papers
from calc.explainer.standard import render_standard
from calc.parts.exclusion import render_exclusion
from calc.parts.wording import TO_PROVE, add_clause, applicants_of, say_both, say_payee_of
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading

CLAIM = "政策说明 · 仅供参考 · 以经办机构审核为准"
NO_EVIDENCE = f"没有写“{TO_PROVE}”的，文件没有列材料，请先问经办机构。"


def render_leaflets(policy: Policy) -> Element:
    """Render a leaflet for every kind of applicant, with links that show one of them alone."""
    return render_papers(applicants_of(policy), "明白卡", lambda payee: _render_leaflet(policy, payee))


def _render_leaflet(policy: Policy, payee: Payee) -> Element:
    offers = offers_for(policy, payee)
    mine = [item for item in policy.provisions if payee in item.payees]
    services, granted = [item for item in mine if item not in offers], [item for item in mine if item.is_benefit]
    shared = shared_conditions(granted)
    needs = {**{item.id: Needs(item.conditions) for item in services}, **list_needs(granted)}
    return section(".paper.leaflet", id=payee.value)[
        h2[f"{policy.region}就业帮扶明白卡：{say_payee_of(payee, mine)}"],
        p(".claim")[CLAIM],
        render_expiry(policy),
        p(".hint")[f"依据：{policy.title}（{policy.number}），{policy.issuer}。{policy.audience}"],
        p(".shared")[strong["每一项补贴和服务都要满足："], "；".join(item.explain() for item in shared), "。"]
        if shared
        else None,
        (_render_offer(policy, item, needs[item.id]) for item in offers if item.nature in FIXED),
        _list_lines(
            "金额按其他规定的",
            [_render_line(item, _say_needs(needs[item.id])) for item in offers if item.nature not in FIXED],
        ),
        p(".hint")[NO_EVIDENCE] if any(item.nature in FIXED for item in offers) else None,
        _list_lines("还有这些服务和事项", [_render_line(item, _say_needs(needs[item.id])) for item in services]),
        _render_doubts(offers),
        div(".dates")[h3["日期"], render_milestones(policy)],
    ]


def _render_offer(policy: Policy, provision: Provision, needs: Needs) -> Element:
    terms: tuple[tuple[str, Node], ...] = (
        ("多少", render_standard(provision, with_phrases=False)),
        ("要满足", _say_needs(needs)),
        (TO_PROVE, "、".join(provision.evidence)),
        ("到哪里办", provision.office.text if provision.office else None),
    )
    return article(".offer")[
        h3[add_clause(provision.title, f"依据：{provision.clause}")],
        p(".gist")[provision.gist],
        dl[(div[dt[name], dd[words]] for name, words in terms if words)],
        (p(".note")[note] for note in provision.remarks),
        render_exclusion(policy, provision),
    ]


def _say_needs(needs: Needs) -> str:
    like = [f"与“{needs.like.title}”一样的条件"] if needs.like else []
    return "；".join((*like, *(item.explain() for item in needs.own)))


def _list_lines(title: str, lines: Sequence[Element]) -> Node:
    return section(".services")[h3[title], ul[lines]] if lines else None


def _render_line(provision: Provision, needs: str) -> Element:
    evidence = f"{TO_PROVE}：{'、'.join(provision.evidence)}。" if provision.evidence else ""
    return li[
        add_clause(strong[provision.title], provision.clause),
        f" {provision.gist}",
        f"要满足：{needs}。" if needs else None,
        evidence,
        (p(".note")[note] for note in provision.remarks),
    ]


def _render_doubts(offers: Sequence[Provision]) -> Node:
    """List each doubt once, with the provisions concerned."""
    doubts: dict[Reading, list[str]] = {}
    for provision in offers:
        for reading in provision.readings:
            doubts.setdefault(reading, []).append(provision.title)
    if not doubts:
        return None
    return section(".doubts")[
        h3["还没有定论的地方"],
        p[f"下面 {len(doubts)} 处，文件的话有两种读法，请向经办机构问清楚。"],
        ul[
            (
                li[say_both(reading, "一种读法"), span(".hint")[f"涉及：{'、'.join(titles)}。"]]
                for reading, titles in doubts.items()
            )
        ],
    ]
