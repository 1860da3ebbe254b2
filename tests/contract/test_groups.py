"""Groups in the contract: what is told of them, the receipt that repeats it, and nothing where there are none."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from calc.contract.types import AnswerJson
from calc.web import answer

UNIT = {"employer_kind": "workshop", "is_in_poor_village": True, "is_local_employer": True, "as_of": "2020-12-31"}
EACH = {"home": "ningxia", "is_registered_poor": True, "has_contract": True, "is_fully_insured": True}
FIRST = {**EACH, "workers_hired": 28, "months_employed": 12}
SECOND = {**EACH, "workers_hired": 7, "months_employed": 10}


def ask(facts: Any) -> Any:
    return json.loads(answer(json.dumps({"policy": "ningxia", "facts": facts})))


def find_carrier(told: Any) -> Any:
    return next(item for item in told["answer"]["provisions"] if item["id"] == "carrier-subsidy")


def test_the_heads_stand_in_the_answer_and_the_groups_in_its_receipt() -> None:
    told = ask({**UNIT, **FIRST, "groups": [SECOND]})
    TypeAdapter(AnswerJson).validate_python(told["answer"])
    heads = find_carrier(told)["heads"]
    assert (heads["total"], heads["counted"]) == ({"min": 35, "max": 35}, {"min": 28, "max": 28})
    assert [(group["counts"], group["why"]) for group in heads["groups"]] == [
        ("yes", []),
        ("no", ["在职月数还差 2 个月"]),
    ]
    receipt = told["answer"]["receipt"]
    assert receipt["groups"] == [SECOND]
    again = ask({**receipt["answers"], "groups": receipt["groups"]})
    assert again == told


def test_plain_answers_are_one_group_and_tell_nothing_of_groups() -> None:
    plain, listed = ask({**UNIT, **FIRST}), ask({**UNIT, **FIRST, "groups": []})
    assert plain == listed
    assert "heads" not in find_carrier(plain)
    assert "groups" not in plain["answer"]["receipt"]


def test_other_groups_are_another_question() -> None:
    digests = {
        ask({**UNIT, **FIRST, "groups": groups})["answer"]["receipt"]["digest"]
        for groups in ([], [SECOND], [SECOND, SECOND])
    }
    assert len(digests) == 3


@pytest.mark.parametrize(
    ("groups", "name"),
    [
        ("x", "groups"),
        ([{}] * 6, "groups"),
        ([{"workers_hired": -1}], "2.workers_hired"),
        ([{}, {"months_employed": "many"}], "3.months_employed"),
    ],
)
def test_a_group_that_cannot_be_used_is_named(groups: Any, name: str) -> None:
    assert name in ask({**UNIT, **FIRST, "groups": groups})["errors"]


@pytest.mark.parametrize("own", [{"staff": 3}, {"nothing": 1}, "x", None])
def test_what_is_the_units_is_no_groups(own: Any) -> None:
    assert ask({**UNIT, **FIRST, "groups": [own]})["unknown"]


def test_all_groups_are_no_more_than_the_staff() -> None:
    assert "2.workers_hired" in ask({**UNIT, **FIRST, "staff": 34, "groups": [SECOND]})["errors"]
    assert "answer" in ask({**UNIT, **FIRST, "staff": 35, "groups": [SECOND]})
