"""Lay tables and lists of terms for every page."""

from collections.abc import Iterable

from htpy import Element, Node, caption, dd, div, dt, table, tbody, td, th, thead, tr


def render_table(kinds: str, columns: Iterable[Node], rows: Iterable[Node], title: Node = None) -> Element:
    """Render a table with a head; `kinds` are its classes, as in ".figures.counts"."""
    return table(kinds)[caption[title] if title else None, render_head(columns), tbody[rows]]


def render_head(columns: Iterable[Node]) -> Element:
    """Render the head of a table."""
    return thead[tr[(th(scope="col")[column] for column in columns)]]


def render_row(name: Node, *cells: Node, **attributes: str | None) -> Element:
    """Render a row with its name."""
    return tr(**attributes)[th(scope="row")[name], (td[cell] for cell in cells)]


def render_terms(terms: Iterable[tuple[Node, Node]]) -> Node:
    """Render terms with their descriptions, for a list of them."""
    return [[dt[term], dd[description]] for term, description in terms]


def make_scroll(name: str, wide: Node, **attributes: bool) -> Element:
    """Let a wide element scroll in a region with a name of its own."""
    return div(".table-scroll", tabindex="0", role="region", aria_label=name, **attributes)[wide]


def render_scrolled(columns: Iterable[Node], rows: Iterable[Node], title: str) -> Element:
    """Render a table in a region of the same name."""
    return make_scroll(title, render_table("", columns, rows, title))
