"""Link an answer to the questions that it still needs."""

from collections.abc import Iterable

from htpy import Element, Node, a, p

from calc.facts.catalogue import CATALOGUE
from calc.parts.field import first_field


def link_fact(fact: str) -> Element:
    """Link to the question of a fact."""
    return a(href=f"#{first_field(fact)}")[CATALOGUE[fact].short]


def suggest_questions(facts: Iterable[str], place: str, reason: str = "") -> Element:
    """Suggest the most useful questions in their own words, for a short name says nothing to whoever reads it first."""
    links = ([" ", a(href=f"#{first_field(fact)}")[CATALOGUE[fact].label.format(place=place)]] for fact in facts)
    return p(".next")["接下来最值得回答：", links, f"（{reason}）" if reason else None]


def join_links(facts: Iterable[str]) -> Node:
    """Link to several questions."""
    links: list[Node] = []
    for fact in facts:
        links += ["、", link_fact(fact)]
    return links[1:]
