"""Read an official text: its paragraphs in order, and the numbering under which each of them stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from calc.proof.phrases import squeeze

BREAK = "¶"
"""Stands where a paragraph begins: no phrase reaches over it."""

_NUMBERINGS = (
    r"([一二三四五六七八九十]+)、",
    r"[（(]([一二三四五六七八九十]+)[）)]",
    r"(?:(\d+)(?:[、．]|\.(?!\d))|([一二三四五六七八九十]+)是)",
)
"""How parts, clauses and items are numbered, the highest level first."""
_LAST_OF_PARAGRAPH = tuple("。；：！？;:")
_FIRST = ("一", "1")


class Step(NamedTuple):
    """One step on the way to a clause: its level, from 0 for a part, and its number, or the words in its place."""

    level: int
    name: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a flattened text; `is_opened` says that a numbering of its own opens it."""

    path: tuple[Step, ...]
    start: int
    end: int
    is_opened: bool


@dataclass(frozen=True)
class OfficialText:
    """A text without blanks and numberings, with the places of its paragraphs and of its line breaks."""

    flat: str
    paragraphs: tuple[Paragraph, ...]
    line_breaks: frozenset[int]


class _Block(NamedTuple):
    """The lines of one paragraph, and the numbering that opens it."""

    step: Step | None
    lines: tuple[str, ...]


def read_official_text(text: str) -> OfficialText:
    """Read a text. A line that ends without a full stop goes on in the next one, unless that one is numbered."""
    flat, paragraphs, line_breaks = "", [], set()
    path: tuple[Step, ...] = ()
    blocks = list(_split_blocks(text))
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        step = block.step or _name_heading(block, following)
        level = step.level if step else _level_above(path, following)
        path = (*(above for above in path if above.level < level), *((step,) if step else ()))
        flat += BREAK
        start = len(flat)
        for line in block.lines:
            line_breaks.add(len(flat))
            flat += line
        paragraphs.append(Paragraph(path, start, len(flat), step is not None))
    return OfficialText(flat, tuple(paragraphs), frozenset(line_breaks))


def read_numbering(line: str) -> tuple[Step | None, str]:
    """The numbering at the beginning of a line, and what follows it."""
    for level, numbering in enumerate(_NUMBERINGS):
        if found := re.match(rf"\s*{numbering}", line):
            return Step(level, found[found.lastindex or 0]), line[found.end() :]
    return None, line


def _split_blocks(text: str) -> Iterator[_Block]:
    block = _Block(None, ())
    for line in filter(str.strip, text.splitlines()):
        step, rest = read_numbering(line)
        if block.lines and (step or block.lines[-1].endswith(_LAST_OF_PARAGRAPH)):
            yield block
            block = _Block(None, ())
        block = _Block(step or block.step, (*block.lines, squeeze(rest)))
    yield block


def _level_above(path: tuple[Step, ...], following: _Block | None) -> int:
    """What a paragraph without a number stands beneath: what the items around it stand beneath, or else its part."""
    goes_on = path and following and following.step and following.step.level == path[-1].level
    return max(path[-1].level, 1) if goes_on else 1


def _name_heading(block: _Block, following: _Block | None) -> Step | None:
    """What has no number and stands above clauses or items that begin anew opens a part of its own, by its words."""
    opened = following.step if following else None
    if opened is None or opened.level == 0 or opened.name not in _FIRST:
        return None
    return Step(opened.level - 1, block.lines[-1])
