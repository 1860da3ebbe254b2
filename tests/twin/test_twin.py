"""Calculator and twin agree on the cash provisions; `python -m tests.twin 100000` asks many more questions."""

from collections import Counter

import pytest

from calc.facts.consistency import find_contradictions
from tests.twin import TWIN
from tests.twin.compare import ask_many, compare

COUNT = 2_000


@pytest.mark.parametrize("policy", TWIN)
def test_the_twin_comes_to_the_same(policy: str) -> None:
    granted: Counter[str] = Counter()
    differences = [item for question in ask_many(policy, COUNT) for item in compare(policy, question, granted)]
    assert not differences, "\n".join(str(item) for item in differences[:10])
    for provision in TWIN[policy]:
        assert COUNT // 100 < granted[provision] < COUNT, f"{provision} is granted {granted[provision]} times"


@pytest.mark.parametrize("policy", TWIN)
def test_the_questions_hold_no_contradiction(policy: str) -> None:
    for question in ask_many(policy, COUNT):
        assert find_contradictions(question) == {}, question
