"""Find where a phrase stands in a flattened text, part by part where … skips something."""

import re
from collections.abc import Callable, Iterator

from calc.proof.official_text import BREAK
from calc.proof.phrases import ELLIPSIS, MOST_BETWEEN, squeeze

Place = tuple[int, int]
"""Where something begins in a flattened text, and where it ends."""

_WHOLE_NUMBERS = r"((?!(?<=[\d.])\d){}(?<!\d(?=[\d.])))"
"""A part of a phrase that cuts no number in two: 5万元 does not stand in 15万元."""


def skip_little(before: str) -> str:
    """What … stands for in a phrase: as little as can be, so not what stands before it once more."""
    return f"(?:(?!{before})[^{BREAK}]){{0,{MOST_BETWEEN}}}?"


def skip_much(_: str) -> str:
    """What … stands for in an exemption: anything within the paragraph."""
    return f"[^{BREAK}]*?"


def find_places(phrase: str, flat: str, skip: Callable[[str], str] = skip_little) -> Iterator[tuple[Place, ...]]:
    """Every place of a phrase in a flattened text, as the places of its parts."""
    parts = [re.escape(squeeze(part)) for part in phrase.split(ELLIPSIS)]
    skips = ("", *map(skip, parts))
    pattern = "".join(skipped + _WHOLE_NUMBERS.format(part) for skipped, part in zip(skips, parts, strict=False))
    for match in re.finditer(pattern, flat):
        yield tuple(match.span(part) for part in range(1, len(parts) + 1))


def places_of(phrase: str, flat: str) -> Iterator[Place]:
    """The places of all parts of a phrase, wherever it stands."""
    return (part for parts in find_places(phrase, flat) for part in parts)
