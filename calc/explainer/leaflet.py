"""Render the plain-language leaflet (明白卡): one sheet for each kind of applicant, for a notice board.

It says what there is, how much, on what conditions and where. Every quotation and note stands on the policy's page, to
which its code leads.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from htpy import Element, Node, article, div, dl, figcaption, figure, footer, h2, h3, header, li, p, section, span, ul

from calc.engine.assess import assess
from calc.engine.ladder import Ladder, build_ladder
from calc.explainer.conditions import Line, list_lines, render_lines
from calc.explainer.document import render_expiry
from calc.explainer.figures import Figure, find_figure, list_largest
from calc.explainer.needs import Needs, Shared, find_shared, list_needs
from calc.explainer.offers import offers_for, render_papers
from calc.facts.catalogue import CATALOGUE
from calc.facts.link import write_link
from calc.pages.policy.ladder import draw_ladder, list_contested, say_both_sums, say_counts, say_exactly, say_sum
from calc.parts.field import WHO
from calc.parts.tables import render_terms
from calc.parts.wording import TO_BRING, add_clause, applicants_of, can_apply, say_doubt, say_last_claim, say_payee_of
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision

CLAIM = "政策说明 · 仅供参考 · 以经办机构审核为准"
NOT_LISTED = "没写材料和地点的，是文件没有写，请先问当地人社部门。"
SCAN = "手机扫一扫，答几个问题，看能领多少"
AS_ABOVE = "材料、地点同上一项"
BRIEF = 30
"""A rule of no more letters stands in the place of the amount."""
AMOUNTS = {
    Nature.RATE: "按标准算",
    Nature.REFERENCED: "金额按其他规定",
    Nature.RECOGNITION: "资格认定",
}


def render_leaflets(policy: Policy, signed: str = "") -> Element:
    """Render a leaflet for every kind of applicant, with links that show one of them alone.

    `signed` says who compared the declarations with the text.
    """
    return render_papers(applicants_of(policy), "明白卡", lambda payee: _render_leaflet(policy, payee, signed))


def _render_leaflet(policy: Policy, payee: Payee, signed: str) -> Element:
    mine = [item for item in policy.provisions if payee in item.payees]
    offers = offers_for(policy, payee)
    services = [item for item in mine if item not in offers]
    asking = {item: list_lines(item.conditions) for item in offers}
    ladders = _list_ladders(policy, offers)
    return section(".paper.leaflet", id=payee.value)[
        header(".leaflet-head")[
            div[
                h2[f"{policy.region}就业帮扶明白卡：{say_payee_of(payee, mine)}"],
                p(".leaflet-audience")[policy.audience],
                render_expiry(policy),
                _render_largest(list_largest(policy, offers)),
            ],
            _render_code(payee),
        ],
        [_render_ladder(item, ladder) for item, ladder in ladders],
        _render_shared(find_shared(asking), payee),
        div(".offers")[_render_offers(policy, payee, asking, [item for item, _ in ladders])] if offers else None,
        _render_services(services),
        _render_foot(policy, offers, signed),
    ]


def _render_code(payee: Payee) -> Element:
    """Leave the place of the code, which only the browser can draw: it knows where the site is."""
    address = f"../#{write_link({WHO: payee.value})}"
    return figure(".leaflet-code", hidden=True, data_code=address)[figcaption[SCAN]]


def _render_largest(figures: Sequence[Figure]) -> Node:
    return ul(".figures-largest")[map(_render_figure, figures)] if figures else None


def _render_figure(item: Figure) -> Element:
    around = span(".before")[item.before] if item.before else None
    number = span(".number")[item.number], " ", item.after
    return li[span(".figure")[around, number], span(".figure-of")[item.provision.title]]


def _list_ladders(policy: Policy, offers: Sequence[Provision]) -> list[tuple[Provision, Ladder]]:
    """List how sums rise while nothing else is known."""
    findings = (finding for finding in assess(policy, {}).findings if finding.provision in offers)
    return [(finding.provision, ladder) for finding in findings if (ladder := build_ladder(finding))]


def _render_ladder(provision: Provision, ladder: Ladder) -> Element:
    """Draw a ladder, and say its rungs that bring something."""
    return figure(".leaflet-ladder")[
        figcaption[f"{provision.title}：{CATALOGUE[ladder.fact].short}不同，金额不同"],
        draw_ladder(ladder),
        dl[render_terms(_list_rungs(ladder))],
        _render_doubts(provision),
    ]


def _list_rungs(ladder: Ladder) -> Iterator[tuple[str, str]]:
    """List the rungs that bring something, and after each what may stand on the next one as well."""
    for rung in ladder.rungs:
        if rung.amount:
            yield say_counts(rung, ladder.unit), say_sum(rung, ladder.unit)
        for each in list_contested(ladder, rung):
            yield say_exactly(each, ladder.unit), say_both_sums(each)


def _render_doubts(provision: Provision) -> Node:
    """Say at the sum in which two ways its rule can be read."""
    return [p(".offer-doubt")[say_doubt(reading)] for reading in provision.readings_of_sum]


def _render_shared(every: Iterable[Shared[Line]], payee: Payee) -> Node:
    """Say once what nearly all offers ask for."""
    return [p(".shared-needs")[render_lines(each.conditions, payee, f"{each.exception}每一项都要")] for each in every]


def _render_offers(
    policy: Policy, payee: Payee, asking: Mapping[Provision, Sequence[Line]], drawn: Sequence[Provision]
) -> Iterator[Element]:
    """Render each offer with its conditions; the sums of those `drawn` stand beside their ladders."""
    above, needs = "", list_needs(asking)
    for provision in asking:
        way, is_drawn = _say_way(provision), provision in drawn
        yield article(".offer")[
            h3[add_clause(provision.title, provision.clause)],
            p(".offer-amount")[_say_amount(policy, provision)],
            p(".gist")[provision.gist],
            _render_needs(needs[provision.id], payee),
            _render_more(policy, provision, AS_ABOVE if way and way == above else way, is_drawn=is_drawn),
            None if is_drawn else _render_doubts(provision),
        ]
        above = way


def _render_needs(needs: Needs[Line], payee: Payee) -> Node:
    """Say what an offer asks for beyond what nearly all do, by reference to an earlier one if it can."""
    like = (Line(f"与“{needs.like.title}”一样"),) if needs.like else ()
    lines = (*like, *needs.own)
    return p(".offer-needs")[render_lines(lines, payee)] if lines else None


def _say_amount(policy: Policy, provision: Provision) -> str:
    """Say the whole rule where it is brief, or else its largest figure, or else on what it rests."""
    rule = provision.effect.explain()
    if provision.nature in (Nature.CASH, Nature.RATE) and len(rule) <= BRIEF:
        return rule
    found = find_figure(policy, provision)
    return found.say() if found else AMOUNTS.get(provision.nature, rule)


def _render_more(policy: Policy, provision: Provision, way: str, *, is_drawn: bool) -> Node:
    grades = "" if is_drawn else _say_grades(provision)
    more = list(filter(None, (grades, way, _say_rivals(policy, provision))))
    return p(".offer-more")["；".join(more), "。"] if more else None


def _say_grades(provision: Provision) -> str:
    """Say each tier or grade, or the rule that is too long to stand in the place of the amount."""
    if provision.nature is not Nature.CASH:
        return ""
    for table in provision.effect.list_tables()[:1]:
        return "，".join(f"{row.label} {row.amount}" for row in table.rows)
    rule = provision.effect.explain()
    return rule if len(rule) > BRIEF else ""


def _say_way(provision: Provision) -> str:
    """Say what to bring and where to go."""
    if not can_apply(provision):
        return ""
    evidence = f"{TO_BRING}：{'、'.join(provision.evidence)}" if provision.evidence else ""
    office = f"到哪里：{provision.office.text}" if provision.office else ""
    return "；".join(filter(None, (evidence, office)))


def _say_rivals(policy: Policy, provision: Provision) -> str:
    rivals = [rival.title for each in policy.rivals_of(provision).values() for rival in each]
    rivals += provision.excludes.outside if provision.excludes else ()
    return f"不能同时领：{'、'.join(dict.fromkeys(rivals))}" if rivals else ""


def _render_services(services: Sequence[Provision]) -> Node:
    if not services:
        return None
    lines = (li[add_clause(span(".service")[item.title], item.clause), f" {item.gist}"] for item in services)
    return section(".services")[h3["还有这些服务和事项"], ul[lines]]


def _render_foot(policy: Policy, offers: Sequence[Provision], signed: str) -> Element:
    doubtful = [item.title for item in offers if item.readings]
    bounds = "，只算这段时间里的事" if policy.term.is_stated else ""
    return footer(".leaflet-foot")[
        p[f"有两种读法、要先问清楚的：{'、'.join(doubtful)}。"] if doubtful else None,
        p[NOT_LISTED],
        p[f"执行期：{policy.term.say()}{bounds}。申领截止：{say_last_claim(policy)}。"],
        p[f"依据：{policy.title}（{policy.number}），{policy.issuer}。{signed}全部条件和原文在网页上。"],
        p(".claim")[CLAIM],
    ]
