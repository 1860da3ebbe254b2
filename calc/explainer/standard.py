"""How much a provision gives: its tiers and grades as a table, anything else as a sentence."""

from itertools import chain

from htpy import Element, Node, div, p, span, table, tbody, td, th, thead, tr

from calc.rules.effect import Effect
from calc.rules.policy import Provision
from calc.rules.printed import Table
from calc.rules.word import unique, walk


def render_standard(provision: Provision, *, with_phrases: bool) -> Node:
    """The amount or the rule for it; `with_phrases` adds the words of the text that say so."""
    effect = provision.effect
    for standard in effect.list_tables()[:1]:
        return [_say_lead(effect, standard), render_table(standard, provision.title, with_phrases=with_phrases)]
    phrases = unique(chain.from_iterable(word.phrases() for word in walk((effect,)))) if with_phrases else ()
    quotes = [span(".quote")[f"“{phrase}”"] for phrase in phrases]
    return [effect.explain(), span(".source")[quotes] if quotes else None]


def render_table(standard: Table, title: str, *, with_phrases: bool) -> Node:
    """One row per tier or grade; `title` is the provision's, to tell the tables of a page apart."""
    return [
        div(".table-scroll", tabindex="0", role="region", aria_label=f"{title}：{standard.head}和标准")[
            table(".tiers")[
                thead[tr[th(scope="col")[standard.head], th(scope="col")["标准"], _phrase_head(with_phrases)]],
                tbody[
                    (
                        tr[
                            th(scope="row")[row.label],
                            td[row.amount],
                            _phrase_cell(row.phrase) if with_phrases else None,
                        ]
                        for row in standard.rows
                    )
                ],
            ]
        ],
        p(".hint")[f"其他情况：{standard.rest}。"] if standard.rest else None,
    ]


def _say_lead(effect: Effect, standard: Table) -> Node:
    """What stands around the table in the rule: 每人, 每年."""
    around = effect.explain().replace(standard.said, "按下表")
    return None if around in ("按下表", effect.explain()) else p(".lead")[f"{around}："]


def _phrase_head(with_phrases: bool) -> Element | None:
    return th(scope="col")["原文"] if with_phrases else None


def _phrase_cell(phrase: str) -> Element:
    return td[span(".quote")[f"“{phrase}”"] if phrase else ""]
