"""Regional subsidies for employing poor rural workers, calculated from their documents.

>>> from calc import assess
>>> assess("ningxia", {"workers_hired": 11})["provisions"][1]["status"]
'unknown'
"""

from collections.abc import Mapping
from typing import Any

from calc.answer import Json, build_answer
from calc.assess import assess as _assess
from calc.check import InvalidFactsError, check_facts
from calc.policies import POLICIES
from calc.version import VERSION

__all__ = ["POLICIES", "VERSION", "InvalidFactsError", "assess"]


def assess(policy: str, facts: Mapping[str, Any]) -> Json:
    """Answer what a policy grants for the facts given, as plain JSON data.

    Facts left out, or given as None, are unknown. Raises KeyError for an unknown policy and InvalidFactsError, with one
    Chinese sentence per field, for facts that do not exist or cannot be.
    """
    return build_answer(_assess(POLICIES[policy], check_facts(facts)))
