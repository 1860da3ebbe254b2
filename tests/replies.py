"""What a page gets for a form, read strictly: every element that opens closes, in order."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from calc.parts.field import first_field
from calc.web import answer
from tests.parts import put_together

VOID = {"input", "br", "hr", "img", "meta", "link"}
HOSTILE = """"><script>alert('吸纳')</script><img src=x onerror="alert(1)">&amp;'"""


class Element:
    """One element of a patch: its tag, its attributes, the text inside it, and the elements around it."""

    def __init__(self, tag: str, attributes: dict[str, str | None], around: tuple["Element", ...]) -> None:
        self.tag, self.attributes, self.around, self.text = tag, attributes, around, ""

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""


class Reader(HTMLParser):
    """Reads HTML strictly: every element that opens closes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


class Reply:
    """What a page gets for a form."""

    def __init__(self, policy: str, form: object, submitted: object = False) -> None:
        self.json: Any = json.loads(answer(json.dumps({"page": policy, "form": form, "submitted": submitted})))
        patches = put_together(self.json["patches"])
        self.patches = {name: Reader(html).elements for name, html in patches.items()}

    @property
    def elements(self) -> list[Element]:
        return [element for patch in self.patches.values() for element in patch]

    def find(self, id_: str) -> Element:
        (found,) = (element for element in self.elements if element.get("id") == id_)
        return found

    def links(self) -> Iterator[str]:
        for element in self.patches["calculator-errors"]:
            if element.tag == "a":
                yield element.get("href").removeprefix("#")

    def shown(self) -> set[str]:
        """The facts whose questions are shown."""
        shown = (
            element.get("id").removeprefix("q-")
            for element in self.patches["calculator-form"]
            if element.get("id").startswith("q-")
            and not any("hidden" in item.attributes for item in (element, *element.around))
        )
        return set(shown)

    def asks(self, fact: str) -> bool:
        """Whether the field of a fact is shown, in whichever question."""
        (field,) = (element for element in self.patches["calculator-form"] if element.get("id") == first_field(fact))
        return not any("hidden" in element.attributes for element in field.around)

    def typed(self) -> dict[str, str]:
        """What stands in the returned form."""
        values: dict[str, str] = {}
        for element in self.patches["calculator-form"]:
            if element.tag == "input" and (element.get("type") == "text" or "checked" in element.attributes):
                others = [values[element.get("name")]] if element.get("name") in values else []
                values[element.get("name")] = ",".join([*others, element.get("value")])
            if element.tag == "option" and "selected" in element.attributes:
                (select,) = (item for item in element.around if item.tag == "select")
                values[select.get("name")] = element.get("value")
        return {name: value for name, value in values.items() if value}
