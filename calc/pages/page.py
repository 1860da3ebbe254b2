"""State what every page that calculates can do."""

from collections.abc import Collection, Mapping
from typing import Protocol

from calc.pages.reply import File, Reply


class Page(Protocol):
    """A page with a form. `values` are the texts in its fields, by field name."""

    def answer(self, values: Mapping[str, str], *, is_submitted: bool, left: Collection[str] = ()) -> Reply:
        """Answer the form; complaints stand at the fields `left` by the visitor, after a submission at all."""

    def write_link(self, values: Mapping[str, str]) -> str:
        """Write the usable values into the fragment of a link."""

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """Answer a link, with the values to fill in and a notice on unusable ones.

        A link without a usable value leaves the form as it is.
        """

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """Write a file of a kind that the page offers; None for any other kind."""

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """Lay the sheet to print; its code holds the page's own `address`."""
