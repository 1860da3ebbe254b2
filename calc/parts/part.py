"""Parts of a page that are remembered, and sent by themselves: most of an answer is the same as the one before."""

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
        """An empty element of the same kind and id, which keeps its place in the elements around it."""
        return Markup(self.kind(id=self.id, data_part=True))


Lay = Callable[[Part], Markup]
"""Says what stands where a part belongs: the part itself, or what keeps its place."""


def lay_whole(part: Part) -> Markup:
    """The part itself."""
    return part.html
