"""What every page that calculates can do."""

from collections.abc import Mapping
from typing import Protocol

from calc.pages.reply import File, Reply


class Page(Protocol):
    """A page with a form. `values` are the texts that stand in its fields, by field name, as the visitor left them."""

    def answer(self, values: Mapping[str, str], *, is_submitted: bool) -> Reply:
        """Answer what stands in the form; complaints at fields only once it has been submitted."""

    def write_link(self, values: Mapping[str, str]) -> str:
        """The fragment of a link that carries what can be used of the values."""

    def open_link(self, fragment: str, values: Mapping[str, str]) -> Reply:
        """Answer what a link carries, with the values to fill in and a notice on what could not be used.

        A link of which nothing can be used leaves the form as it is.
        """

    def write_file(self, values: Mapping[str, str], kind: str) -> File | None:
        """A file of a kind that the page offers; None for any other."""

    def lay_sheet(self, values: Mapping[str, str], address: str) -> Reply:
        """The sheet to print; `address` is the page's own, for the link that its code carries."""
