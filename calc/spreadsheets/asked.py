"""Which provisions a table is about, and which facts its columns can answer."""

from collections.abc import Iterable, Sequence

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS
from calc.facts.of_each import HEADS
from calc.facts.questions import Text
from calc.roster.units import stands_on_persons
from calc.rules.payees import PERSONS
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def list_personal(policy: Policy) -> list[Provision]:
    """The provisions that are paid to persons, or may be: all that a row about one person can tell."""
    return [provision for provision in policy.provisions if provision.payees & PERSONS]


def list_of_units(policy: Policy) -> list[Provision]:
    """The provisions that are paid to units: employers, carriers, agents, parks."""
    return [provision for provision in policy.provisions if not stands_on_persons(provision)]


def list_facts(policies: Iterable[Policy]) -> list[str]:
    """The facts that a column can answer, in the catalogue's order: those asked, and those from which others follow.

    A line of text decides nothing.
    """
    telling = {fact for policy in policies for fact in policy.facts}
    while more := {fact for word in CONSTRAINTS if word.facts & telling for fact in word.facts} - telling:
        telling |= more
    return [fact for fact in CATALOGUE if fact in telling and CATALOGUE[fact].kind != Text.kind]


def list_personal_facts(policies: Iterable[Policy]) -> list[str]:
    """The facts that a column can answer and that decide about what is paid to persons."""
    policies = list(policies)
    asked = {fact for policy in policies for provision in list_personal(policy) for fact in provision.facts}
    return [fact for fact in list_facts(policies) if fact in asked]


def list_unit_facts(policies: Iterable[Policy]) -> list[str]:
    """The facts that decide about what is paid to units, but how many people they have: these are counted."""
    asked = {fact for policy in policies for provision in list_of_units(policy) for fact in provision.facts}
    return [fact for fact in CATALOGUE if fact in asked and fact not in HEADS]


def list_asked(policies: Sequence[Policy], *, counts_units: bool) -> list[str]:
    """The facts that decide about persons, and about their units where these are counted, in the catalogue's order."""
    asked = {*list_personal_facts(policies), *(list_unit_facts(policies) if counts_units else ())}
    return [fact for fact in list_facts(policies) if fact in asked]
