"""Number the combinations of codes that stand in the rows of a table, and give codes other names: in plain Python."""

from array import array
from collections import Counter
from collections.abc import Sequence

Codes = Sequence[int]
INTEGER = "i"


def number(columns: Sequence[Codes], sizes: Sequence[int]) -> tuple[Codes, Sequence[tuple[int, ...]]]:
    """Number the distinct combinations in a row, in the order of their first row; `sizes` bound the codes."""
    if len(columns) == 1:
        seen = dict.fromkeys(columns[0])
        if all(place == code for place, code in enumerate(seen)):
            return columns[0], [(code,) for code in seen]
    known: dict[tuple[int, ...], int] = {}
    numbered = array(INTEGER, [known.setdefault(each, len(known)) for each in zip(*columns, strict=True)])
    return numbered, list(known)


def rename(codes: Codes, names: Sequence[int]) -> Codes:
    """The codes by other names: each is the place of its name."""
    return array(INTEGER, map(names.__getitem__, codes))


def count(codes: Codes, size: int) -> Sequence[int]:
    """How many rows have each code."""
    found = Counter(codes)
    return [found[code] for code in range(size)]
