"""Hold the reply to a page: elements to put in place by their id, and news for the visitor."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from htpy import Element
from markupsafe import Markup

from calc.parts.part import Part


@dataclass(frozen=True)
class Parts:
    """The parts of a reply by id, each taken out of the element around it during the rendering."""

    html: dict[str, str] = field(default_factory=dict)

    def take_out(self, part: Part) -> Markup:
        """Keep the part, and leave an empty element in its place."""
        self.html[part.id] = part.html
        return part.place


@dataclass(frozen=True)
class Reply:
    """Elements by the id of the element that they replace, and the parts taken out of them.

    `announce` is for people who listen; `title` is the document's while there are complaints; `focus` is the id to go
    to after a submission or an opened link; `fill` holds the values of the link for the emptied form, by field name.
    """

    patches: Mapping[str, Element]
    announce: str = ""
    title: str = ""
    focus: str = ""
    fill: Mapping[str, str] | None = None
    parts: Parts = field(default_factory=Parts)

    def render(self) -> dict[str, str]:
        """Render the HTML by id, in the order of placing: an element before its parts."""
        elements = {id_: str(element) for id_, element in self.patches.items()}
        return elements | self.parts.html

    def as_json(self) -> dict[str, Any]:
        """Give the reply as JSON data, without empty fields; the announcement always stays."""
        reply: dict[str, Any] = {"patches": self.render(), "announce": self.announce}
        if self.fill is not None:
            reply["fill"] = dict(self.fill)
        return reply | {name: text for name, text in (("title", self.title), ("focus", self.focus)) if text}


@dataclass(frozen=True)
class File:
    """A file for the visitor to keep, as text; `media_type` is the browser's name for its kind."""

    name: str
    media_type: str
    text: str

    def as_json(self) -> dict[str, Any]:
        """Give the file as JSON data."""
        return {"file": asdict(self)}
