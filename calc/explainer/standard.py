"""Render the standard of a provision: tiers and grades as a table, anything else as a sentence."""

from collections.abc import Container, Iterable
from itertools import chain

from htpy import Element, Node, p, span

from calc.parts.tables import make_scroll, render_row, render_table
from calc.rules.effect import Effect
from calc.rules.printed import Table
from calc.rules.provision import Provision
from calc.rules.word import Word, unique, walk


def render_standard(provision: Provision, quoted: Container[str]) -> Node:
    """Render the amount or its rule with the words of the text, but for those `quoted` above."""
    effect = provision.effect
    for standard in effect.list_tables()[:1]:
        return [_say_lead(effect, standard), render_standard_table(standard, provision.title, with_phrases=True)]
    return [effect.explain(), quote_phrases(list_phrases(effect), quoted)]


def list_phrases(word: Word) -> tuple[str, ...]:
    """List the phrases of a rule, each once."""
    return unique(chain.from_iterable(part.phrases() for part in walk((word,))))


def quote_phrases(phrases: Iterable[str], quoted: Container[str]) -> Node:
    """Quote the phrases of a rule, but for those that are `quoted` above it."""
    new = [phrase for phrase in phrases if phrase not in quoted]
    return span(".source")[map(quote_phrase, new)] if new else None


def quote_phrase(phrase: str) -> Element:
    """Set a phrase of the text between quotation marks."""
    return span(".quote")[f"“{phrase}”"]


def render_standard_table(standard: Table, title: str, *, with_phrases: bool) -> Node:
    """Render one row for each tier or grade; the provision's `title` tells the tables of a page apart."""
    columns = (standard.head, "标准", "原文") if with_phrases else (standard.head, "标准")
    rows = (render_row(row.label, row.amount, *_quote(row.phrase, with_phrases)) for row in standard.rows)
    return [
        make_scroll(f"{title}：{standard.head}和标准", render_table(".tiers", columns, rows)),
        p(".hint")[f"其他情况：{standard.rest}。"] if standard.rest else None,
    ]


def _say_lead(effect: Effect, standard: Table) -> Node:
    """Say the words around the table in the rule, such as 每人 or 每年."""
    around = effect.explain().replace(standard.said, "按下表")
    return None if around in ("按下表", effect.explain()) else p(".lead")[f"{around}："]


def _quote(phrase: str, with_phrases: bool) -> tuple[Node, ...]:
    return (quote_phrase(phrase) if phrase else "",) if with_phrases else ()
