"""What in the answers is hardly true together under a policy, and is asked rather than settled silently."""

from collections.abc import Iterator

from calc.facts.catalogue import Answers
from calc.facts.contradiction import Contradiction
from calc.facts.inference import list_doubts
from calc.rules.case import Case
from calc.rules.policy import Policy


def find_doubts(policy: Policy, case: Case, answers: Answers) -> Iterator[Contradiction]:
    """Find what the answers given leave in doubt: between each other, and between months and days; each once."""
    yield from list_doubts(answers)
    asked: set[tuple[str, ...]] = set()
    for span in policy.spans:
        doubt = span.doubt(case)
        if doubt and doubt.facts not in asked:
            asked.add(doubt.facts)
            yield doubt
