"""What the sheets of all pages have in common."""

from collections.abc import Iterable

from htpy import Element, Node, div, p, section, table, tbody

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer
from calc.parts.code import can_be_scanned, render_code
from calc.parts.tables import render_row


def render_empty_sheet() -> Element:
    """The place of the sheet while there is nothing to print."""
    return section("#calculator-sheet.sheet", hidden=True)


def render_given(given: Iterable[tuple[str, Answer]]) -> Element:
    """The answers given, by fact."""
    rows = (render_row(CATALOGUE[fact].short, CATALOGUE[fact].say(answer)) for fact, answer in given)
    return table(".sheet-answers")[tbody[rows]]


def render_receipt(link: str, invitation: str, *marks: Node) -> Element:
    """The code that leads back to the page, with the marks by which the sheet can be checked."""
    return div(".sheet-receipt")[render_code(link), p[invitation if can_be_scanned(link) else None, marks]]
