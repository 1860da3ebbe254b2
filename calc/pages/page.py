"""What every page that calculates can do."""

from collections.abc import Mapping
from typing import Protocol

from calc.pages.reply import Reply


class Page(Protocol):
    """A page with a form. `values` are the texts that stand in its fields, by field name, as the visitor left them."""

    def answer(self, values: Mapping[str, str], *, is_submitted: bool) -> Reply:
        """Answer what stands in the form; complaints at fields only once it has been submitted."""
