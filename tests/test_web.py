"""The door to the browser: it answers whatever comes, and tells in Chinese what it cannot use."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import assess
from calc.facts.catalogue import CATALOGUE
from calc.pages import PAGES
from calc.pages.planning.assumptions import DOCUMENT_VALUES
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.web import answer
from tests.replies import Reply

NAMED_BY = {"facts": "policy", "form": "page"}
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
some = settings(max_examples=8)


# Whatever comes

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from([*CATALOGUE, *DOCUMENT_VALUES, "who", "job_start.year", "job_start.month", "job_start.day"])


def check_answered(text: str) -> Any:
    reply = answer(text)
    assert isinstance(reply, str)
    data = json.loads(reply)
    assert isinstance(data, dict)
    assert set(data) & {"errors", "answer", "patches"}
    return data


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert "errors" in check_answered(text)


@given(json_values)
def test_any_json_is_answered(question: object) -> None:
    assert "errors" in check_answered(json.dumps(question))


@some
@given(st.sampled_from(sorted(PAGES)), st.sampled_from(sorted(NAMED_BY)), json_values, json_values)
def test_any_contents_are_answered(policy: str, what: str, contents: object, submitted: object) -> None:
    check_answered(json.dumps({NAMED_BY[what]: policy, what: contents, "submitted": submitted}))


@some
@given(st.sampled_from(sorted(PAGES)), st.dictionaries(names, json_values, max_size=12), st.booleans())
def test_any_values_are_answered(policy: str, values: dict[str, object], submitted: bool) -> None:
    check_answered(json.dumps({"policy": policy, "facts": values}))
    Reply(policy, values, submitted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{",
        "[]",
        '"ningxia"',
        "1",
        "{}",
        '{"policy": null}',
        '{"page": null}',
        '{"page": []}',
        '{"policy": "nowhere"}',
        '{"policy": 1}',
        '{"policy": "ningxia"',
        '{"policy": "ningxia",}',
        "{'a': 1}",
        "NaN",
        "-Infinity",
        "\ufeff{}",
        "9" * 100_000,
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_question_is_told_in_chinese(text: str) -> None:
    (sentence,) = check_answered(text)["errors"].values()
    assert re.search(r"[\u4e00-\u9fff].*。$", sentence)


@pytest.mark.parametrize("number", ["9" * 400, "-1e400", "1e400", "NaN", "1e40", "9" * 4_000])
def test_numbers_beyond_all_bounds_are_answered(number: str) -> None:
    question = f'{{"policy": "ningxia", "facts": {{"age": {number}, "workers_hired": "{number}"}}}}'
    reply = check_answered(question)
    assert set(reply["errors"]) == {"age", "workers_hired"}


def test_deep_values_are_answered() -> None:
    deep: object = "x"
    for _ in range(200):
        deep = {"deep": [deep]}
    for question in ({"facts": {"home": deep, "job_start": deep}}, {"form": {"home": deep}}, {"facts": deep}):
        check_answered(json.dumps({NAMED_BY[next(iter(question))]: "jining", **question}))


# The contract


@policies
def test_facts_get_the_contract(policy: Policy) -> None:
    reply = check_answered(json.dumps({"policy": policy.id, "facts": {"as_of": "2020-01-01"}}))
    assert reply == {"answer": assess(policy.id, {"as_of": "2020-01-01"})}
    assert check_answered(json.dumps({"policy": policy.id})) == {"answer": assess(policy.id, {})}


def test_wrong_facts_get_a_sentence_and_the_nearest_names() -> None:
    facts = {"workers_hired": -1, "workers_hird": 1}
    reply = check_answered(json.dumps({"policy": "ningxia", "facts": facts}))
    assert list(reply["errors"]) == ["workers_hired"]
    assert reply["unknown"]["workers_hird"][0] == "workers_hired"


@pytest.mark.parametrize("policy", ["[]", "{}", '["ningxia"]'])
def test_policy_of_wrong_type(policy: str) -> None:
    assert "errors" in json.loads(answer(f'{{"policy": {policy}}}'))


def test_deep_nesting() -> None:
    assert "errors" in json.loads(answer("[" * 100_000))


@pytest.mark.parametrize(
    "question",
    [
        '{"policy": "ningxia", "facts": {"\\ud800": 1}}',
        '{"page": "ningxia", "form": {"workers_hired": "\\ud800"}, "submitted": true}',
    ],
)
def test_lone_surrogates(question: str) -> None:
    answer(question).encode()
