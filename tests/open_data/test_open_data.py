"""What other programs read: all of the declarations, in JSON that shows nothing of Python."""

import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

import calc.rules
from calc.contract.build import build_answer
from calc.contract.schema import SCHEMAS
from calc.engine.answer import Answer
from calc.engine.groups import assess_groups
from calc.facts.groups import check_placement
from calc.open_data.files import FOLDER, KINDS, write_files
from calc.open_data.schema import DATA_SCHEMAS
from calc.policies import POLICIES
from calc.rules.word import Word, walk
from tests.proof.test_cases import TABLES

FILES = write_files(POLICIES.values())
DATA = {address: json.loads(text) for address, text in FILES.items()}
policies = pytest.mark.parametrize("policy", POLICIES)


def read(policy: str, kind: str) -> Any:
    return DATA[f"{FOLDER}/{policy}/{kind}.json"]


def walk_json(value: object) -> Iterator[object]:
    """Every name and every value."""
    if isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from walk_json(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk_json(item)
    else:
        yield value


def list_words(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "kind" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from list_words(item)


def list_classes(kind: type[Word]) -> Iterator[str]:
    for sub in kind.__subclasses__():
        yield sub.__name__
        yield from list_classes(sub)


def test_nothing_of_python_shows() -> None:
    inner = [item for room in vars(calc.rules).values() if inspect.ismodule(room) for item in vars(room).values()]
    classes = {*list_classes(Word), *(item.__name__ for item in inner if inspect.isclass(item))}
    ours = [data for address, data in DATA.items() if address.startswith(FOLDER)]
    texts = [text for data in ours for text in walk_json(data) if isinstance(text, str)]
    assert {"Holds", "AtLeast", "Span"} <= classes
    assert {name for name in classes if name[0].isupper()} & set(texts) == set()
    assert [text for text in texts if text.startswith("_") or re.search(r"Fraction\(|Decimal\(|<class", text)] == []


def test_no_number_is_a_float() -> None:
    assert [item for data in DATA.values() for item in walk_json(data) if isinstance(item, float)] == []


@policies
@pytest.mark.parametrize("kind", DATA_SCHEMAS)
def test_a_file_is_as_its_schema_says(policy: str, kind: str) -> None:
    check = jsonschema_rs.Draft202012Validator(DATA[f"schema/{kind}.json"])
    told = read(policy, kind)
    assert [error.message for error in check.iter_errors(told)] == []
    first = told if kind == "policy" else told[0]
    first["unheard_of"] = 1
    assert not check.is_valid(told)
    del first["unheard_of"]


def test_every_kind_of_file_has_a_schema_or_is_one() -> None:
    assert DATA_SCHEMAS.keys() == KINDS.keys() - {"facts"}


@policies
def test_every_provision_and_every_phrase_of_its_words_is_there(policy: str) -> None:
    written = {item["id"]: item for item in read(policy, "policy")["provisions"]}
    assert list(written) == [provision.id for provision in POLICIES[policy].provisions]
    for provision in POLICIES[policy].provisions:
        told = [text for text in walk_json(written[provision.id]) if isinstance(text, str)]
        words = [*walk(provision.conditions), *walk((provision.effect,))]
        readings = {reading.phrase for reading in POLICIES[policy].readings}
        lacking = {phrase for word in words for phrase in word.phrases()} - {*told} - readings
        assert not lacking, provision.id


@policies
def test_every_rule_says_itself_in_chinese(policy: str) -> None:
    for item in read(policy, "policy")["provisions"]:
        rules = [*item["conditions"], item["effect"]]
        assert all(re.search(r"[\u4e00-\u9fff]", rule["says"]) for rule in rules), item["id"]


@policies
def test_every_name_that_is_used_leads_somewhere(policy: str) -> None:
    head, facts = read(policy, "policy"), read(policy, "facts")["properties"]
    readings = {reading["id"] for reading in read(policy, "readings")}
    conventions = {convention["id"] for convention in DATA[f"{FOLDER}/conventions.json"]}
    for item in head["provisions"]:
        assert set(item["readings"]) <= readings
        assert set(item["conventions"]) <= conventions
        assert set(item["facts"]) <= facts.keys()
        for word in list_words(item):
            assert word.get("fact", item["facts"][0] if item["facts"] else None) in {*item["facts"], None}
            assert word.get("reading", next(iter(readings), None)) in {*readings, None}


@policies
def test_a_case_is_told_with_facts_that_the_schema_takes_and_comes_to_what_it_says(policy: str) -> None:
    schema = jsonschema_rs.validator_for(read(policy, "facts"))
    cases = read(policy, "cases")
    assert len(cases) == sum(len(table.rows) for table in TABLES[policy])
    for case in cases:
        assert [error.message for error in schema.iter_errors(case["facts"])] == []
    for case in cases[::25]:
        placement = check_placement(case["facts"])
        answer = build_answer(Answer(assess_groups(POLICIES[policy], placement)))
        (provision,) = (item for item in answer["provisions"] if item["id"] == case["provision"])
        expected = case["expected"]
        assert (provision["status"], provision["outside"]) == (expected["status"], expected.get("outside"))
        assert {*provision["missing"], *provision["awaited"]} == {*expected["missing"]}


@pytest.mark.parametrize(
    "facts",
    [{"is_registered_poor": "yes"}, {"months_employed": 1.5}, {"months_employed": -1}, {"home": "moon"}, {"x": 1}],
)
def test_what_cannot_be_answered_does_not_pass_the_schema(facts: dict[str, object]) -> None:
    assert not jsonschema_rs.validator_for(read("jining", "facts")).is_valid(facts)


def test_the_index_leads_to_every_file() -> None:
    index = DATA[f"{FOLDER}/index.json"]
    assert [entry["id"] for entry in index["policies"]] == list(POLICIES)
    addresses = {f"{FOLDER}/{path}" for entry in index["policies"] for path in entry["files"].values()}
    addresses |= {path.removeprefix("../") for path in index["schemas"].values()}
    assert addresses | {f"{FOLDER}/index.json", f"{FOLDER}/conventions.json"} == FILES.keys()
    for entry in index["policies"]:
        assert entry["declarations"] == read(entry["id"], "policy")["declarations"]
        assert entry["files"].keys() == KINDS.keys()
    assert index["schemas"].keys() == {*SCHEMAS, *DATA_SCHEMAS}
