"""Lay text on lines of a terminal: long ones hang, and a wide character takes two places."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

WIDTH = 80
INDENT = "  "
_WIDE = "WFA"
"""Wide, full-width, and ambiguous: a Chinese terminal draws “ and … as wide as 字."""
_NO_START = "，。；：、！？）〕】》”’…,.;:!?)%"
_NO_END = "（〔【《“‘("
_PIECES = re.compile(r"[!-'*-~]+(?: (?:个月|[元人年月天个名次%]))?|\s+|.")
"""A word or a number with its unit stays whole; between two Chinese characters a line may end."""


def join(words: Iterable[str]) -> str:
    """Join what is not empty."""
    return "，".join(word for word in words if word)


def measure(text: str) -> int:
    """Measure how many places a text takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in _WIDE else 1 for char in text)


def lay(text: str, depth: int = 0) -> str:
    """Lay a paragraph at a depth; what does not fit hangs one level deeper."""
    lines: list[str] = []
    line = start = INDENT * depth
    for unit in _join_units(text):
        if line != start and measure(line + unit.rstrip()) > WIDTH:
            lines.append(line.rstrip())
            line = start = INDENT * (depth + 1)
        line += unit.lstrip() if line == start else unit
    return "\n".join((*lines, line.rstrip()))


def lay_term(term: str, said: str | Iterable[str], depth: int = 1) -> Iterator[str]:
    """Lay a term with what is said of it: one text behind it, several below it; nothing where nothing is said."""
    texts = [said] if isinstance(said, str) else list(said)
    if len(texts) == 1 and texts[0]:
        yield lay(f"{term}：{texts[0]}", depth)
    elif len(texts) > 1:
        yield lay(f"{term}：", depth)
        yield from (lay(f"- {text}", depth + 1) for text in texts)


def _join_units(text: str) -> Iterator[str]:
    """Join the pieces of a text between which no line may end: a mark stays with the word before or behind it."""
    unit = ""
    for piece in _PIECES.findall(text):
        if unit and piece[0] not in _NO_START and unit[-1] not in _NO_END:
            yield unit
            unit = ""
        unit += piece
    if unit:
        yield unit
