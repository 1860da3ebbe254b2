"""Asking the calculator in tests: the answer itself, or the contract's JSON as a program reads it."""

from collections.abc import Mapping
from typing import Any

import calc
from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.facts.check import check_facts
from calc.policies import POLICIES

POOR = dict.fromkeys(("is_registered_poor", "works_here", "has_contract", "is_insured", "is_fully_insured"), True)
"""A poor worker in a proper job."""


def ask(policy: str, *payees: str, **facts: Any) -> Answer:
    """The answer for the payees named, or for all."""
    return Answer(assess(POLICIES[policy], check_facts(facts)), payees or None)


def ask_json(policy: str, facts: Mapping[str, Any]) -> Any:
    """The whole contract."""
    return calc.assess(policy, facts)


def show(policy: str, provision: str, **facts: Any) -> Any:
    """What the contract says of one provision."""
    return next(item for item in ask_json(policy, facts)["provisions"] if item["id"] == provision)
