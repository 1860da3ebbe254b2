"""What a page gets back: elements to put in place by their id, and what else the visitor is to notice."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from htpy import Element


@dataclass(frozen=True)
class Reply:
    """Elements by the id of what they replace; `announce` is for those who listen.

    `title` is the document's while there are complaints; `focus` the id to go to after the visitor has submitted,
    or opened a link; `fill` the values that the link puts into the emptied form, by field name.
    """

    patches: Mapping[str, Element]
    announce: str = ""
    title: str = ""
    focus: str = ""
    fill: Mapping[str, str] | None = None

    def as_json(self) -> dict[str, Any]:
        """The reply as JSON data; what is empty is left out, except the announcement."""
        reply: dict[str, Any] = {
            "patches": {id_: str(element) for id_, element in self.patches.items()},
            "announce": self.announce,
        }
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
