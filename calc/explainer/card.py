"""Render the card of a provision: all that the document says of it, with the words that say so."""

from collections.abc import Iterable, Iterator, Sequence

from htpy import Element, Node, a, article, div, dl, h4, li, p, ul

from calc.explainer.common import Common
from calc.explainer.official_text import render_passages
from calc.explainer.planning_link import lead_to_planning
from calc.explainer.standard import list_phrases, quote_phrases, render_standard
from calc.parts.exclusion import render_exclusion
from calc.parts.tables import render_terms
from calc.parts.wording import TO_BRING, add_clause, name_place, say_both, say_payee, say_unasked
from calc.proof.excerpts import Passage
from calc.rules.condition import Condition
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.reading import Reading

COMMON = "common"
"""The id of what several provisions of a page share."""
MOST_QUOTES = 2


def render_card(
    policy: Policy, provision: Provision, cases: int, common: Common, passages: Sequence[Passage] = ()
) -> Element:
    """Render a provision, with the `passages` of its text, if they are at hand.

    `cases` counts its worked examples, `common` stands elsewhere on the page.
    """
    doubts = list_doubts(policy, provision)
    own = common.leave_own(doubts)
    at_sum = [doubt for doubt in map(_say_doubt, provision.readings_of_sum) if doubt in own]
    numbers = common.say_numbers((*doubts, *provision.remarks))
    conditions = _list_conditions(policy, provision)
    quoted = {phrase for condition in conditions for phrase in list_phrases(condition)[:MOST_QUOTES]}
    asked = [each for each in (_refer_to_part(policy, provision), *_render_conditions(conditions)) if each]
    terms: tuple[tuple[str, Node], ...] = (
        ("给谁", f"{say_payee(provision)}；{provision.nature.label}"),
        ("条件", ul[asked] if asked else "没有个人条件"),
        ("标准", [render_standard(provision, quoted), _render_doubts(at_sum)]),
        ("资金", provision.paid_from or "不涉及资金"),
        *_list_claiming(provision),
    )
    return article(".card")[
        h4(".row-title", id=provision.id)[add_clause(provision.title, provision.clause)],
        p(".gist")[provision.gist],
        lead_to_planning(policy, provision),
        div(".card-terms", id=name_place(provision))[render_passages(passages), dl[render_terms(terms)]],
        _render_doubts(doubt for doubt in own if doubt not in at_sum),
        (p(".note")[note] for note in common.leave_own(provision.remarks)),
        p(".note")["另见", a(href=f"#{COMMON}")[numbers], "。"] if numbers else None,
        render_exclusion(policy, provision),
        p(".cases")[a(href=f"cases/#{provision.id}")[f"算例（{cases} 个）"]] if cases else None,
    ]


def list_doubts(policy: Policy, provision: Provision) -> tuple[str, ...]:
    """List the doubts that touch a provision, in words."""
    return tuple(map(_say_doubt, policy.readings_of(provision)))


def _say_doubt(reading: Reading) -> str:
    return f"有两种读法：{say_both(reading, '本计算器的读法')}两种都会算出来。"


def _render_doubts(doubts: Iterable[str]) -> Node:
    return [p(".reading")[doubt] for doubt in doubts]


def _list_claiming(provision: Provision) -> Iterator[tuple[str, Node]]:
    """List what to show and where, or that nobody applies."""
    if told := say_unasked(provision):
        yield "怎样办", told
    if provision.evidence:
        yield TO_BRING, "、".join(provision.evidence)
    if provision.office and not told:
        yield "到哪里办", provision.office.text


def _refer_to_part(policy: Policy, provision: Provision) -> Node:
    """Refer to the first provision of its part, beneath which the conditions of the part stand."""
    part = provision.under
    if not part or not part.when or (first := _find_first(policy, provision)) is provision:
        return None
    return li[f"{part.clause}各项共同的条件，见“", a(href=f"#{first.id}")[first.title], "”"]


def _list_conditions(policy: Policy, provision: Provision) -> tuple[Condition, ...]:
    """List its conditions, and those of its part where it is the first."""
    part = provision.under
    shared = part.when if part and _find_first(policy, provision) is provision else ()
    return (*shared, *provision.when)


def _find_first(policy: Policy, provision: Provision) -> Provision:
    return next(item for item in policy.provisions if item.under == provision.under)


def _render_conditions(conditions: Iterable[Condition]) -> Iterator[Element]:
    """Render each condition with its words of the text, where they do not stand above it."""
    quoted: set[str] = set()
    for condition in conditions:
        phrases = list_phrases(condition)[:MOST_QUOTES]
        yield li[condition.explain(), quote_phrases(phrases, quoted)]
        quoted.update(phrases)
