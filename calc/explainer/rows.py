"""Render a policy's provisions as rows by payee: each says its name and what it brings, and opens to its card."""

from collections.abc import Mapping

from htpy import Element, Node, a, button, details, div, h3, p, section, span, summary

from calc.explainer.card import COMMON, list_doubts, render_card
from calc.explainer.common import TITLE, Common, find_common
from calc.explainer.document import render_document, render_milestones
from calc.parts.wording import applicants_of, say_payee_of
from calc.proof.excerpts import quote_provision
from calc.proof.official_text import OfficialText
from calc.rules.document import say_notes
from calc.rules.payees import Nature
from calc.rules.policy import Policy
from calc.rules.provision import Provision

DUTIES = "主管部门要做的事"
LONGEST = 40
"""So many characters of a rule stand in a row; a longer one stands in its card."""


def render_rows(policy: Policy, cases: Mapping[str, int], text: OfficialText | None = None) -> Element:
    """Render a row for each provision under who gets it, with what the official `text` says of it, if it is at hand.

    `cases` counts the worked examples by provision.
    """
    common = _find_common(policy)

    def render(provision: Provision) -> Element:
        passages = quote_provision(policy, provision, text) if text else ()
        card = render_card(policy, provision, cases.get(provision.id, 0), common, passages)
        return _render_row(provision.title, say_in_short(provision), card)

    shown: set[Provision] = set()
    groups: list[Node] = []
    for payee in applicants_of(policy):
        paying = [item for item in policy.provisions if payee in item.payees]
        rows = [_refer(item) if item in shown else render(item) for item in paying]
        groups.append(
            section(".row-group")[
                h3(id=f"for-{payee.value}", data_search_exclude=True)[say_payee_of(payee, paying)], rows
            ]
        )
        shown.update(paying)
    rest = [item for item in policy.provisions if item not in shown]
    opener = button(".md-button", type="button", hidden=True, data_rows="all", data_text_close="全部收起")["全部展开"]
    return div("#_4.rows")[
        p(data_search_exclude=True)[opener],
        groups,
        _render_rest([render(item) for item in rest]),
    ]


def render_dates(policy: Policy) -> Node:
    """Render rows for the document's four dates, its notes, what several of its provisions share, and its data."""
    notes, common = say_notes(policy.notes), _find_common(policy)
    return [
        _render_row("四个日期", policy.term.say_days(), render_milestones(policy)),
        _render_sentences("整份文件的说明", notes, div("#notes.notes")[(p(".note")[note] for note in notes)]),
        _render_sentences(TITLE, common.sentences, common.render(COMMON)),
        _render_row("文件", policy.number, render_document(policy)),
    ]


def say_in_short(provision: Provision) -> str:
    """Say in a few words what a provision brings: its sum, from where to where, or of what nature it is."""
    nature, effect = provision.nature, provision.effect
    if nature not in (Nature.CASH, Nature.RATE):
        return nature.in_short
    said = effect.explain()
    for table in effect.list_tables()[:1]:
        said = said.replace(table.said, table.say_in_short())
    return said if len(said) <= LONGEST else nature.in_short


def _find_common(policy: Policy) -> Common:
    return find_common((*list_doubts(policy, item), *item.remarks) for item in policy.provisions)


def _refer(provision: Provision) -> Element:
    """Refer to a row that stands under another payee."""
    return p(".row-elsewhere")[a(href=f"#{provision.id}")[provision.title]]


def _render_rest(rows: list[Element]) -> Node:
    """Render what the authorities do, in a row of its own: nobody gets anything by it."""
    if not rows:
        return None
    return _render_row(
        DUTIES, f"{len(rows)} 项", section[h3("#for-authority.row-title", data_search_exclude=True)[DUTIES], rows]
    )


def _render_row(name: Node, short: Node, card: Node) -> Element:
    head = summary(data_search_exclude=True)[span(".row-name")[name], " ", span(".row-short")[short]]
    return details(".row")[head, card]


def _render_sentences(name: str, sentences: tuple[str, ...], content: Node) -> Node:
    return _render_row(name, f"{len(sentences)} 条", content) if sentences else None
