"""Find the paragraphs that a clause names: 四（二）3, （五）（十）, 二、四3, 三（一）–（三）, 四（综上）, 文末.

Words in the place of a number are those with which an unnumbered heading begins or ends.
"""

import re
from collections.abc import Iterator

from calc.proof.official_text import BREAK, OfficialText, Paragraph, Step

_TO_TEN = tuple("一二三四五六七八九十")
_NUMERALS = (*_TO_TEN, *(f"十{numeral}" for numeral in _TO_TEN))
_NUMERAL = "[一二三四五六七八九十]+"
_RANGE = re.compile(rf"（({_NUMERAL})）[–—至]（({_NUMERAL})）")
_STEP = re.compile(
    rf"（(?P<clause>{_NUMERAL})）|(?P<part>{_NUMERAL})(?![一-龥])|(?P<item>\d+)|（?(?P<words>[一-龥]{{2,}})）?"
)
_LEVELS = {"part": 0, "clause": 1, "item": 2}
FRONT, _END, _LAST = "文首", "文末", "末段"

Path = tuple[Step, ...]


def find_clause(text: OfficialText, clause: str) -> tuple[Paragraph, ...]:
    """The paragraphs that a clause names; none where the text has no such clause."""
    paths = tuple(_read_paths(_RANGE.sub(_spell_range, clause)))
    return tuple(dict.fromkeys(paragraph for path in paths for paragraph in _find_path(text, path)))


def find_around(text: OfficialText, clause: str) -> tuple[Paragraph, ...]:
    """The paragraphs that a clause names, what stands beneath them, and what opens the parts in which they lie."""
    named = find_clause(text, clause)
    return tuple(item for item in text.paragraphs if any(item == one or _is_near(item, one) for one in named))


def name_place(text: OfficialText, at: int) -> str:
    """The clause in which a place of a text lies, as far as numbers name it; 文首 before all of them."""
    path = next((item.path for item in reversed(text.paragraphs) if item.start - len(BREAK) <= at), ())
    return "".join(f"（{step.name}）" if step.level == 1 else step.name for step in path) or FRONT


def _find_path(text: OfficialText, path: Path) -> Iterator[Paragraph]:
    *above, last = path
    opened = [at for at, paragraph in enumerate(text.paragraphs) if paragraph.is_opened]
    if last.name == FRONT:
        yield from text.paragraphs[: opened[0]] if opened else text.paragraphs
    elif last.name == _END:
        yield from text.paragraphs[opened[-1] + 1 :] if opened else ()
    elif last.name == _LAST:
        closing = [item for item in text.paragraphs if item.path == tuple(above) and not item.is_opened]
        yield from closing[-1:]
    else:
        yield from (item for item in text.paragraphs if _is_path(item.path, path))
        if last.level == 0 and len(last.name) > 1:
            yield from (item for item in text.paragraphs if text.flat.startswith(last.name, item.start))


def _is_near(item: Paragraph, named: Paragraph) -> bool:
    """Whether a paragraph stands beneath one that a number opens, or opens a part in which that one lies."""
    is_beneath = named.is_opened and item.path[: len(named.path)] == named.path
    return is_beneath or (item.is_opened and named.path[: len(item.path)] == item.path)


def _is_path(found: Path, named: Path) -> bool:
    """Whether a path is the one named; clauses that are numbered through need no part before them."""
    found = found[-len(named) :] if named[0].level == 1 else found
    return len(found) == len(named) and all(map(_is_step, found, named))


def _is_step(found: Step, named: Step) -> bool:
    if found.level != named.level or found.name.isnumeric() or named.name in _NUMERALS:
        return found == named
    return found.name.startswith(named.name) or found.name.endswith(named.name)


def _read_paths(clause: str) -> Iterator[Path]:
    path: Path = ()
    for found in _STEP.finditer(clause):
        kind = found.lastgroup or ""
        level = _LEVELS.get(kind, 1 if path else 0)
        if path and path[-1].level >= level:
            yield path
        path = (*(step for step in path if step.level < level), Step(level, found[kind]))
    if path:
        yield path


def _spell_range(found: re.Match[str]) -> str:
    first, last = (_NUMERALS.index(numeral) for numeral in found.groups())
    return "".join(f"（{numeral}）" for numeral in _NUMERALS[first : last + 1])
