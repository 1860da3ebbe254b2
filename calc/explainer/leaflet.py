"""Render the plain-language leaflet (明白卡): one sheet for each kind of applicant, for a notice board."""

from collections.abc import Sequence

from htpy import Element, Node, article, dd, div, dl, dt, h2, h3, li, p, section, span, strong, ul

from calc.explainer.common import Common, find_common
from calc.explainer.document import render_expiry, render_milestones
from calc.explainer.needs import Needs, find_shared, list_needs
from calc.explainer.offers import FIXED, offers_for, render_papers
from calc.explainer.standard import render_standard
from calc.parts.exclusion import render_exclusion
from calc.parts.wording import TO_PROVE, add_clause, applicants_of, say_both, say_payee_of
from calc.rules.condition import Condition
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading

CLAIM = "政策说明 · 仅供参考 · 以经办机构审核为准"
NO_EVIDENCE = "没有列材料的，是文件没有列；文件没有写的，都请先问经办机构。"
ONE = "一种读法"


def render_leaflets(policy: Policy) -> Element:
    """Render a leaflet for every kind of applicant, with links that show one of them alone."""
    return render_papers(applicants_of(policy), "明白卡", lambda payee: _render_leaflet(policy, payee))


def _render_leaflet(policy: Policy, payee: Payee) -> Element:
    offers = offers_for(policy, payee)
    mine = [item for item in policy.provisions if payee in item.payees]
    services, granted = [item for item in mine if item not in offers], [item for item in mine if item.is_benefit]
    needs = {**{item.id: Needs(item.conditions) for item in services}, **list_needs(granted)}
    common = find_common(item.remarks for item in mine)
    fixed = [item for item in offers if item.nature in FIXED]
    return section(".paper.leaflet", id=payee.value)[
        h2[f"{policy.region}就业帮扶明白卡：{say_payee_of(payee, mine)}"],
        p(".claim")[CLAIM],
        render_expiry(policy),
        p(".hint")[f"依据：{policy.title}（{policy.number}），{policy.issuer}。{policy.audience}"],
        (
            p(".shared")[strong[f"{each.exception}每一项补贴和服务都要满足："], _say_all(each.conditions), "。"]
            for each in find_shared(granted)
        ),
        (_render_offer(policy, item, needs[item.id], common, fixed[:number]) for number, item in enumerate(fixed)),
        _list_lines(
            "金额按其他规定的",
            [_render_line(item, needs[item.id], common) for item in offers if item.nature not in FIXED],
        ),
        p(".hint")[NO_EVIDENCE],
        _list_lines("还有这些服务和事项", [_render_line(item, needs[item.id], common) for item in services]),
        common.render(),
        _render_doubts(policy, offers),
        div(".dates")[h3["日期"], render_milestones(policy)],
    ]


def _render_offer(
    policy: Policy, provision: Provision, needs: Needs, common: Common, earlier: Sequence[Provision]
) -> Element:
    terms: tuple[tuple[str, Node], ...] = (
        ("多少", render_standard(provision, with_phrases=False, earlier=earlier)),
        ("要满足", _say_needs(needs)),
        (TO_PROVE, "、".join(provision.evidence)),
        ("到哪里办", provision.office.text if provision.office else None),
    )
    return article(".offer")[
        h3[add_clause(provision.title, f"依据：{_add_numbers(provision, common)}")],
        p(".gist")[provision.gist],
        dl[(div[dt[name], dd[words]] for name, words in terms if words)],
        (p(".note")[note] for note in common.leave_own(provision.remarks)),
        render_exclusion(policy, provision),
    ]


def _add_numbers(provision: Provision, common: Common) -> str:
    """Add to the clause the numbers of the common sentences that concern the provision."""
    return "　".join(filter(None, (provision.clause, common.say_numbers(provision.remarks))))


def _say_needs(needs: Needs) -> str:
    like = [f"与“{needs.like.title}”一样的条件"] if needs.like else []
    return "；".join(filter(None, (*like, _say_all(needs.own))))


def _say_all(conditions: Sequence[Condition]) -> str:
    return "；".join(item.explain() for item in conditions)


def _list_lines(title: str, lines: Sequence[Element]) -> Node:
    return section(".services")[h3[title], ul[lines]] if lines else None


def _render_line(provision: Provision, needs: Needs, common: Common) -> Element:
    conditions = _say_needs(needs)
    evidence = f"{TO_PROVE}：{'、'.join(provision.evidence)}。" if provision.evidence else ""
    return li[
        add_clause(strong[provision.title], _add_numbers(provision, common)),
        f" {provision.gist}",
        f"要满足：{conditions}。" if conditions else None,
        evidence,
        (p(".note")[note] for note in common.leave_own(provision.remarks)),
    ]


def _render_doubts(policy: Policy, offers: Sequence[Provision]) -> Node:
    """List each doubt once, with the provisions concerned; last those about the term, where they touch any."""
    doubts: dict[Reading, list[str]] = {}
    for provision in offers:
        for reading in provision.readings:
            doubts.setdefault(reading, []).append(provision.title)
    touching = {reading for provision in offers for reading in policy.readings_of(provision)}
    lines = [
        li[say_both(reading, ONE), span(".hint")[f"涉及：{'、'.join(titles)}。"]] for reading, titles in doubts.items()
    ]
    lines += [li[say_both(doubt.reading, ONE)] for doubt in policy.term.doubts if doubt.reading in touching]
    if not lines:
        return None
    return section(".doubts")[h3[f"还没有定论的 {len(lines)} 处：有两种读法，请向经办机构问清楚"], ul[lines]]
