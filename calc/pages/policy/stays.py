"""Find which facts a page asks in one question: the first day of a stay, and its months."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from calc.facts.groups import name_in_group, part_name
from calc.rules.policy import Policy
from calc.rules.word import unique


@cache
def _find_leads(policy: Policy) -> Mapping[str, str]:
    return {span.months: span.start for span in policy.spans}


def find_lead(policy: Policy, name: str) -> str:
    """Find the fact under which a fact is asked, of whichever group: its own, or the first day of its stay."""
    group, fact = part_name(name)
    return name_in_group(_find_leads(policy).get(fact, fact), group)


def list_leads(policy: Policy, names: Iterable[str]) -> tuple[str, ...]:
    """List the questions in which some facts are asked, each once."""
    return unique(find_lead(policy, name) for name in names)


def list_months(policy: Policy, name: str, asked: Collection[str]) -> tuple[str, ...]:
    """List the months that are asked together with a first day, as far as they are `asked`."""
    return tuple(other for other in asked if other != name and find_lead(policy, other) == name)
