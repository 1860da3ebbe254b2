"""Render what an official text says, as it is written, with the phrases marked that a declaration quotes."""

from collections.abc import Iterable, Sequence

from htpy import Element, Node, details, mark, p, summary

from calc.proof.excerpts import Passage, Piece

TITLE = "文件原文"
LEFT_OUT = "……"
MARKED = "标出来的，是计算器引用的话。"


def render_passages(passages: Sequence[Passage], *, is_open: bool = False) -> Node:
    """Render passages in a disclosure; nothing without any. The search has the page's own words."""
    if not passages:
        return None
    return details(".official-text", open=is_open, data_search_exclude=True)[
        summary[TITLE], map(_render_passage, passages), p(".hint")[MARKED]
    ]


def _render_passage(passage: Passage) -> Node:
    return [p(".left-out")[LEFT_OUT] if passage.is_apart else None, p[_render_pieces(passage.pieces)]]


def _render_pieces(pieces: Iterable[Piece]) -> Iterable[Element | str]:
    return (mark[piece.words] if piece.is_quoted else piece.words for piece in pieces)
