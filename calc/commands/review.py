"""Lay out the review sheet of a policy, for an officer who compares it with the text."""

from calc.commands.wrong_use import find_policy
from calc.explainer.review.plain import write_review
from calc.explainer.review.sheet import review_policy
from calc.proof.files import read_cases, read_exemptions


def review(policy: str) -> str:
    """Lay out the review sheet (核对表), line by line: the text, how it is read, what is asked, boxes to tick."""
    found = find_policy(policy)
    return write_review(review_policy(found, read_cases(found), read_exemptions(found)))
