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
    """A text without blanks and numberings, with the places of its paragraphs and of its line breaks.

    `origins` say where in the `original` each character of `flat` stands; that of a BREAK is where a paragraph begins
    there, with its numbering.
    """

    flat: str
    paragraphs: tuple[Paragraph, ...]
    line_breaks: frozenset[int]
    original: str
    origins: tuple[int, ...]


class _Line(NamedTuple):
    """A line without blanks and numbering, with the places of its characters in the original."""

    words: str
    origins: tuple[int, ...]


class _Block(NamedTuple):
    """The lines of one paragraph, the numbering that opens it, and where it begins in the original."""

    step: Step | None
    lines: tuple[_Line, ...]
    begin: int


def read_official_text(text: str) -> OfficialText:
    """Read a text. A line that ends without a full stop goes on in the next one, unless that one is numbered."""
    flat, paragraphs, line_breaks = "", [], set()
    origins: list[int] = []
    path: tuple[Step, ...] = ()
    blocks = list(_split_blocks(text))
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        step = block.step or _name_heading(block, following)
        level = step.level if step else _level_above(path, following)
        path = (*(above for above in path if above.level < level), *((step,) if step else ()))
        flat += BREAK
        origins.append(block.begin)
        start = len(flat)
        for line in block.lines:
            line_breaks.add(len(flat))
            flat += line.words
            origins += line.origins
        paragraphs.append(Paragraph(path, start, len(flat), step is not None))
    return OfficialText(flat, tuple(paragraphs), frozenset(line_breaks), text, tuple(origins))


def read_numbering(line: str) -> tuple[Step | None, str]:
    """The numbering at the beginning of a line, and what follows it."""
    for level, numbering in enumerate(_NUMBERINGS):
        if found := re.match(rf"\s*{numbering}", line):
            return Step(level, found[found.lastindex or 0]), line[found.end() :]
    return None, line


def _split_blocks(text: str) -> Iterator[_Block]:
    block = _Block(None, (), 0)
    for begin, line in _list_lines(text):
        step, rest = read_numbering(line)
        if block.lines and (step or block.lines[-1].words.endswith(_LAST_OF_PARAGRAPH)):
            yield block
            block = _Block(None, (), 0)
        after = begin + len(line) - len(rest)
        origins = tuple(at for at, char in enumerate(rest, after) if not char.isspace())
        read = _Line(squeeze(rest), origins)
        block = _Block(step or block.step, (*block.lines, read), block.begin if block.lines else begin)
    yield block


def _list_lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line that is not empty, without the blanks around it, with its place in the text."""
    begin = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield begin + len(line) - len(line.lstrip()), line.strip()
        begin += len(line)


def _level_above(path: tuple[Step, ...], following: _Block | None) -> int:
    """What a paragraph without a number stands beneath: what the items around it stand beneath, or else its part."""
    goes_on = path and following and following.step and following.step.level == path[-1].level
    return max(path[-1].level, 1) if goes_on else 1


def _name_heading(block: _Block, following: _Block | None) -> Step | None:
    """What has no number and stands above clauses or items that begin anew opens a part of its own, by its words."""
    opened = following.step if following else None
    if opened is None or opened.level == 0 or opened.name not in _FIRST:
        return None
    return Step(opened.level - 1, block.lines[-1].words)
