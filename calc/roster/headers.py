"""The row of headers of a table: which column answers which question, and what a header probably means otherwise."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from calc.facts.catalogue import CATALOGUE
from calc.facts.link import RENAMED
from calc.roster.cells import Cell, is_blank, spell_cell
from calc.roster.mistakes import name_column, quote_cell

SEARCHED = 10
"""So many first rows may hold titles and notes above the headers."""
LONGEST = 100
"""Characters of a header; what is longer is none, and would take its time to fold."""
LIKE = 0.5
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_FILLING = re.compile(r"[\s*:?_、,.·-]+")


class HeadersError(ValueError):
    """A table whose columns nobody can tell apart; the message is a Chinese sentence with the mending."""


@dataclass(frozen=True)
class Heading:
    """A column's header: the fact that it answers, if any, and else the one that it probably means."""

    text: str
    fact: str | None = None
    offered: str | None = None


@dataclass(frozen=True)
class Headers:
    """The headers of a table; `row` counts from 0. Rows above are titles, rows below are persons."""

    row: int
    headings: tuple[Heading, ...]

    @cached_property
    def titles(self) -> tuple[tuple[int, str], ...]:
        """The columns that answer a fact, with their headers."""
        return tuple((place, heading.text) for place, heading in enumerate(self.headings) if heading.fact)

    @property
    def facts(self) -> dict[str, int]:
        """The column that answers each fact."""
        return {heading.fact: place for place, heading in enumerate(self.headings) if heading.fact}


def find_headers(rows: Iterable[Sequence[Cell]], facts: Collection[str]) -> Headers:
    """Find the headers of a table among its first rows; raises HeadersError where nobody can tell its columns apart."""
    return _check(find_row(rows, facts), facts)


def find_row(rows: Iterable[Sequence[Cell]], facts: Collection[str]) -> Headers:
    """Find the row of headers; raises HeadersError where there is none, or more than one. Two may name one fact."""
    names = index_names(facts)
    found = []
    shown: list[str] = []
    for number, row in zip(range(SEARCHED), rows, strict=False):
        headers = Headers(number, tuple(_read_header(cell, names) for cell in row))
        shown = shown or [heading.text for heading in headers.headings if heading.text]
        if headers.facts:
            found.append(headers)
    if not found:
        raise HeadersError(_say_none(shown, facts))
    first = found[0]
    if others := [each for each in found[1:] if _competes(each, first)]:
        numbers = "、".join(str(each.row + 1) for each in (first, *others))
        raise HeadersError(f"第 {numbers} 行都有列名，不知道哪一行是标题：请只留一行标题，不要合并单元格。")
    return first


def index_names(facts: Iterable[str]) -> dict[str, str]:
    """The facts by short name and id, and by both folded where that still names one fact alone."""
    exact: dict[str, str] = {}
    folded: dict[str, set[str]] = {}
    for fact in facts:
        for name in (CATALOGUE[fact].short, fact, *(old for old, new in RENAMED.items() if new == fact)):
            exact[name] = fact
            folded.setdefault(fold(name), set()).add(fact)
    alone = {name: next(iter(named)) for name, named in folded.items() if len(named) == 1}
    return {**alone, **exact}


def fold(text: str) -> str:
    """A header without what people add to it: spaces, full width, a star, units in brackets."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return _FILLING.sub("", _BRACKETS.sub("", plain)) or _FILLING.sub("", plain)


def _competes(other: Headers, first: Headers) -> bool:
    """Whether a lower row names facts as headers do: over again, where nothing stands above, or as many of them.

    Else it is a person's, with the name of a fact in some column that answers none: a table of results has such.
    """
    known = dict(enumerate(first.headings))
    above = [known.get(place, Heading("")) for place, _ in other.titles]
    return len(other.titles) >= len(first.titles) or any(each.fact or not each.text for each in above)


def _read_header(cell: Cell, names: Mapping[str, str]) -> Heading:
    text = spell_cell(cell).strip()
    return Heading(text, names.get(text) or names.get(fold(text)) if 0 < len(text) <= LONGEST else None)


def _check(headers: Headers, facts: Collection[str]) -> Headers:
    """Refuse two columns for one fact; offer facts for the columns that answer none."""
    columns: dict[str, list[str]] = {}
    for place, heading in enumerate(headers.headings):
        if heading.fact:
            columns.setdefault(heading.fact, []).append(f"{name_column(place)} 列 {heading.text}")
    if twice := {fact: named for fact, named in columns.items() if len(named) > 1}:
        told = "；".join(f"{'和'.join(named)}都是“{CATALOGUE[fact].short}”" for fact, named in twice.items())
        raise HeadersError(f"{told}：请只留一列，或者把不用的一列改个名称。")
    left = {CATALOGUE[fact].short: fact for fact in facts if fact not in columns}
    return Headers(headers.row, tuple(_offer(heading, left) for heading in headers.headings))


def _offer(heading: Heading, left: Mapping[str, str]) -> Heading:
    """A header that is like one fact's name; it is never taken for it silently."""
    if heading.fact or not 0 < len(heading.text) <= LONGEST:
        return heading
    near = get_close_matches(fold(heading.text), left, n=1, cutoff=LIKE)
    return Heading(heading.text, None, left[near[0]]) if near else heading


def _say_none(shown: Sequence[str], facts: Iterable[str]) -> str:
    wanted = "、".join(f"“{CATALOGUE[fact].short}”" for fact in list(facts)[:3])
    if not shown or is_blank(shown):
        return f"表是空的：第一行要写列名，例如{wanted}。"
    read = "、".join(quote_cell(text) for text in shown[:3])
    return f"前 {SEARCHED} 行里没有认得出的列名（最上面是{read}）：标题要写成{wanted}这样。"
