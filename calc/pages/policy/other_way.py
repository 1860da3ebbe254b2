"""Lead from the first day of a stay to its months, and back: one of the two is enough, and nobody is asked for both."""

from collections.abc import Mapping

from htpy import Element, a, p

from calc.facts.catalogue import CATALOGUE
from calc.parts.field import first_field, names_of
from calc.rules.policy import Policy


def say_other_way(policy: Policy, fact: str, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Say the other way to answer a question, with the facts to link to; nothing where there is none."""
    others = find_other_ways(policy, fact)
    if not others or any(values.get(name) for name in names_of(fact)):
        return "", ()
    answered = tuple(other for other in others if any(values.get(name) for name in names_of(other)))
    if answered:
        return "已经填了，这里可以不填：", answered
    return ("不记得哪一天，只填月数也行：" if _is_start(policy, fact) else "记得哪一天的，填日期就行："), others


def render_other_way(words: str, facts: tuple[str, ...]) -> Element | None:
    """Render the other way, with a link to each of its questions."""
    if not words:
        return None
    return p(".other-way")[words, (a(href=f"#{first_field(fact)}")[CATALOGUE[fact].short] for fact in facts)]


def find_other_ways(policy: Policy, fact: str) -> tuple[str, ...]:
    """Find what can be answered in place of a fact: its months in place of a first day, its first day of months."""
    found = {span.months: None for span in policy.spans if span.start == fact}
    found |= {span.start: None for span in policy.spans if span.months == fact}
    return tuple(found)


def _is_start(policy: Policy, fact: str) -> bool:
    return any(span.start == fact for span in policy.spans)
