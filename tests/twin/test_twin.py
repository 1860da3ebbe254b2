"""Calculator and twin agree on the cash provisions; `python -m tests.twin 100000` asks many more questions."""

from collections import Counter
from dataclasses import replace

import pytest

from calc.facts.inference import find_contradictions
from calc.policies import POLICIES
from calc.rules.payees import Nature
from tests.regions.register import read_region
from tests.twin import TWIN
from tests.twin.compare import ask_many, compare
from tests.twin.owed import find_fault
from tests.twin.questions import QUESTIONS

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


@pytest.mark.parametrize("policy", POLICIES)
def test_every_region_has_a_twin_or_says_why_not(policy: str) -> None:
    cash = [provision.id for provision in POLICIES[policy].provisions if provision.nature is Nature.CASH]
    fault = find_fault(policy, read_region(policy), cash, TWIN.get(policy, ()), is_asked=policy in QUESTIONS)
    assert not fault, fault


@pytest.mark.parametrize(
    ("no_twin", "twin", "is_asked", "words"),
    [
        ("", (), False, "Write tests/twin/dalian.py and name it in TWIN and in QUESTIONS, or say in NO_TWIN"),
        ("", ("agent-subsidy",), False, "Write tests/twin/dalian.py"),
        ("", ("agent-subsidy", "promotion"), True, "than those that pay cash: promotion."),
        ("the text names no sum", ("agent-subsidy",), True, "take out one of them"),
    ],
)
def test_a_twin_that_is_owed_is_named(no_twin: str, twin: tuple[str, ...], is_asked: bool, words: str) -> None:
    region = replace(read_region("dalian"), no_twin=no_twin)
    assert words in find_fault("dalian", region, ["agent-subsidy"], twin, is_asked=is_asked)


def test_a_reason_why_there_is_no_twin_is_enough() -> None:
    region = replace(read_region("dalian"), no_twin="the text names no sum")
    assert find_fault("dalian", region, ["agent-subsidy"], (), is_asked=False) == ""
