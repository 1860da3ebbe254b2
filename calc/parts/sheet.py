"""Render the common parts of all sheets."""

from collections.abc import Collection, Iterable

from htpy import Element, Node, div, dl, p, section

from calc.facts.groups import find_question, name_shortly
from calc.facts.questions import Answer
from calc.parts.code import can_be_scanned, render_code
from calc.parts.tables import render_terms


def render_empty_sheet() -> Element:
    """Render the place of the sheet while there is nothing to print."""
    return section("#calculator-sheet.sheet", hidden=True)


def render_given(given: Iterable[tuple[str, Answer]], of_first: Collection[str] = ()) -> Element:
    """Render the answers given, by fact, in as many columns as the sheet has room for.

    `of_first` are the facts of the first of several groups.
    """
    terms = (render_terms([(name_shortly(fact, of_first), find_question(fact).say(answer))]) for fact, answer in given)
    return dl(".sheet-answers")[(div[term] for term in terms)]


def render_receipt(link: str, invitation: str, *marks: Node) -> Element:
    """Render the code that leads back to the page, and the marks by which people check the sheet."""
    return div(".sheet-receipt")[render_code(link), p[invitation if can_be_scanned(link) else None, marks]]
