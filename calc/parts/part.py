"""Keep parts of a page and send each by itself: one more answer leaves most of them as they are."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from htpy import Element
from markupsafe import Markup


@dataclass(frozen=True)
class Part:
    """An element of some kind and id, rendered."""

    kind: Element
    id: str
    html: Markup

    @cached_property
    def place(self) -> Markup:
        """An empty element of the same kind and id, which keeps the part's place."""
        return Markup(self.kind(id=self.id, data_part=True))


Lay = Callable[[Part], Markup]
"""Lays a part, or the empty element that keeps its place."""


def lay_whole(part: Part) -> Markup:
    """Lay the part itself."""
    return part.html
