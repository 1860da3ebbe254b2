"""What is declared of the answers together: what follows from some, and that no two of a whole world contradict."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import CONSTRAINTS, STAYS, find_consequences, find_contradictions
from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.worlds import worlds

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


@pytest.mark.parametrize(
    ("answers", "follows"),
    [
        ({"has_contract": False}, {"contract_months": 0}),
        ({"contract_months": 1}, {"has_contract": True}),
        ({"contract_months": 0}, {}),
        ({"has_contract": True}, {}),
        ({"is_insured": False}, {"insured_months": 0, "contribution_months": 0, "still_insured": False}),
        ({"is_insured": False, "insured_months": 0}, {"contribution_months": 0, "still_insured": False}),
        ({"still_insured": True}, {"is_insured": True}),
        ({"still_insured": False}, {}),
        ({"contribution_months": 3}, {"is_insured": True}),
        ({"job_end": date(2020, 6, 1)}, {"still_employed": False}),
        ({"still_employed": True}, {}),
        ({"helped_hired": 0}, {"workers_hired": 0}),
        ({"helped_hired": 1}, {}),
        ({"workers_hired": 0}, {}),
        ({}, {}),
    ],
    ids=repr,
)
def test_what_follows(answers: dict[str, Any], follows: dict[str, Any]) -> None:
    assert find_consequences(answers) == follows


@policies
@given(data=st.data())
def test_what_follows_from_some_answers_is_true_of_the_whole_world(policy: Policy, data: st.DataObject) -> None:
    world = data.draw(worlds(policy))
    assert find_contradictions(world) == {}
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True))
    follows = find_consequences({fact: world[fact] for fact in known})
    assert follows.keys().isdisjoint(known)
    assert {fact: world[fact] for fact in follows if fact in world} == {
        fact: answer for fact, answer in follows.items() if fact in world
    }
    assert find_contradictions({**world, **follows}) == {}


def test_every_word_names_facts_that_are_asked() -> None:
    for word in CONSTRAINTS:
        names = [name for value in vars(word).values() for name in (value if isinstance(value, tuple) else (value,))]
        assert len({*names} & {*CATALOGUE}) >= 2, word


def test_months_tell_stays_apart() -> None:
    assert len({stay.months for stay in STAYS}) == len(STAYS)
