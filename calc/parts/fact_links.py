"""Links from an answer to the questions it still needs."""

from collections.abc import Iterable

from htpy import Element, Node, a

from calc.facts.catalogue import CATALOGUE
from calc.parts.field import first_field


def link_fact(fact: str) -> Element:
    """A link to the question of a fact."""
    return a(href=f"#{first_field(fact)}")[CATALOGUE[fact].short]


def join_links(facts: Iterable[str]) -> Node:
    """Links to several questions."""
    links: list[Node] = []
    for fact in facts:
        links += ["、", link_fact(fact)]
    return links[1:]
