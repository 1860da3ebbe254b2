"""What a page gets back: elements to put in place by their id, and what else the visitor is to notice."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from htpy import Element
from markupsafe import Markup

from calc.parts.part import Part


@dataclass(frozen=True)
class Parts:
    """The parts of a reply, each taken out of the element around it while that is rendered, by id."""

    html: dict[str, str] = field(default_factory=dict)

    def take_out(self, part: Part) -> Markup:
        """Keep the part, and leave its place."""
        self.html[part.id] = part.html
        return part.place


@dataclass(frozen=True)
class Reply:
    """Elements by the id of what they replace, and the parts taken out of them; `announce` is for those who listen.

    `title` is the document's while there are complaints; `focus` the id to go to after the visitor has submitted,
    or opened a link; `fill` the values that the link puts into the emptied form, by field name.
    """

    patches: Mapping[str, Element]
    announce: str = ""
    title: str = ""
    focus: str = ""
    fill: Mapping[str, str] | None = None
    parts: Parts = field(default_factory=Parts)

    def render(self) -> dict[str, str]:
        """The HTML by id, in the order in which it is to be put in place: a part after what it is a part of."""
        elements = {id_: str(element) for id_, element in self.patches.items()}
        return elements | self.parts.html

    def as_json(self) -> dict[str, Any]:
        """The reply as JSON data; what is empty is left out, except the announcement."""
        reply: dict[str, Any] = {"patches": self.render(), "announce": self.announce}
        if self.fill is not None:
            reply["fill"] = dict(self.fill)
        return reply | {name: text for name, text in (("title", self.title), ("focus", self.focus)) if text}


@dataclass(frozen=True)
class File:
    """A file for the visitor to keep, as text; `media_type` is what the browser calls it."""

    name: str
    media_type: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """The file as JSON data."""
        return {"file": asdict(self)}
