"""The schema that is published holds what is answered, and nothing else."""

import json
from copy import deepcopy
from typing import Any

import jsonschema_rs
import pytest

from calc import assess, compare
from calc.contract.schema import SCHEMAS, write_schema
from calc.facts.check import check_facts
from calc.policies import POLICIES
from tests.proof.test_cases import TABLES

VALIDATORS = {name: jsonschema_rs.validator_for(json.loads(write_schema(name))) for name in SCHEMAS}
FACTS = {"home": "wanzhou", "is_registered_poor": True, "months_employed": 8, "works_here": True, "as_of": "2021-01-01"}


def find_faults(name: str, data: object) -> list[str]:
    return [f"{error.instance_path}: {error.message}" for error in VALIDATORS[name].iter_errors(data)]


@pytest.mark.parametrize("policy", POLICIES)
def test_every_case_is_answered_as_the_schema_says(policy: str) -> None:
    for row in (row for table in TABLES[policy] for row in table.rows):
        assert find_faults("answer", assess(policy, check_facts(row.facts))) == [], f"{policy}.md:{row.line}"


@pytest.mark.parametrize("placement", [False, True])
def test_a_comparison_is_answered_as_the_schema_says(placement: bool) -> None:
    for facts in ({}, FACTS):
        assert find_faults("comparison", compare(facts, placement=placement)) == []


def _forget(answer: Any) -> None:
    del answer["totals"]


def _add(answer: Any) -> None:
    answer["provisions"][1]["extra"] = 1


def _float(answer: Any) -> None:
    answer["provisions"][1]["amount"]["min"] = 1500.0


def _rename(answer: Any) -> None:
    answer["provisions"][0]["status"] = "granted"


@pytest.mark.parametrize("spoil", [_forget, _add, _float, _rename])
def test_what_is_no_answer_does_not_pass(spoil: Any) -> None:
    answer = deepcopy(assess("jining", FACTS))
    spoil(answer)
    assert find_faults("answer", answer)


def test_every_part_of_the_schema_says_what_it_is() -> None:
    for name in SCHEMAS:
        schema = json.loads(write_schema(name))
        parts = [schema, *schema["$defs"].values()]
        assert [part["title"] for part in parts if not part.get("description")] == []
