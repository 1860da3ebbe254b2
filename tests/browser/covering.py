"""Choose the fewest of many things that together show all that any of them shows."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def choose_telling(shown: Mapping[Thing, Iterable[Hashable]]) -> list[Thing]:
    """Take, again and again, the thing that shows most of what is still missing."""
    left: dict[Thing, set[Hashable]] = {thing: set(parts) for thing, parts in shown.items()}
    telling: list[Thing] = []
    while any(left.values()):
        best = max(left, key=lambda thing: len(left[thing]))
        found = left.pop(best)
        telling.append(best)
        for parts in left.values():
            parts -= found
    return telling
