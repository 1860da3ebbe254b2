"""Regional subsidies for employing poor rural workers, calculated from their documents.

>>> from calc import assess
>>> assess("ningxia", {"workers_hired": 11})["provisions"][1]["status"]
'unknown'
"""

from collections.abc import Mapping
from typing import Any

from calc.contract.build import build_answer, build_comparison
from calc.contract.types import AnswerJson, ComparisonJson
from calc.engine.answer import Answer
from calc.engine.assess import assess as assess_policy
from calc.engine.compare import compare as compare_regions
from calc.facts.check import InvalidFactsError, check_facts
from calc.policies import POLICIES
from calc.version import VERSION

__all__ = ["POLICIES", "VERSION", "InvalidFactsError", "assess", "compare"]


def assess(policy: str, facts: Mapping[str, Any]) -> AnswerJson:
    """Answer what a policy grants for the facts given, as plain JSON data.

    Facts left out, or given as None, are unknown. Raises KeyError for an unknown policy and InvalidFactsError, with one
    Chinese sentence per field, for facts that do not exist or cannot be.
    """
    return build_answer(Answer(assess_policy(POLICIES[policy], check_facts(facts))))


def compare(facts: Mapping[str, Any], *, placement: bool = False) -> ComparisonJson:
    """Ask all regions the same facts, each as if the job were there, and put their results side by side.

    Without `placement` only what the worker and the family get; with it all who gain from one placement (worker,
    employer, agent, sending office), counted as one person where no number is given. Raises InvalidFactsError.
    """
    answers = check_facts(facts)
    return build_comparison(answers, compare_regions(answers, is_placement=placement))
