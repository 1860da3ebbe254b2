"""Mistakes that were found once and must not come back, each as small as it was found."""

import io
import json
from typing import Any

import pytest

from calc import assess
from calc.__main__ import main
from calc.check import sift_facts
from calc.facts import CATALOGUE
from calc.rules import Grade, Graded, Holds, Is, Once, Tier, Tiered, yuan
from calc.web import answer


def transport(**more: Any) -> str:
    facts = {"home": "ningxia", "is_registered_poor": True, "work_place": "other-province", "has_contract": True}
    facts |= {"is_insured": True, "job_start": "2020-01-01", "as_of": "2020-12-31", "still_employed": False}
    return str(assess("ningxia", {**facts, **more})["provisions"][0]["status"])


def test_one_more_answer_does_not_flip() -> None:
    assert transport(job_end="2020-12-31") == "eligible"
    assert transport() != "ineligible"


@pytest.mark.parametrize("policy", ["[]", "{}", '["ningxia"]'])
def test_policy_of_wrong_type(policy: str) -> None:
    assert "errors" in json.loads(answer(f'{{"policy": {policy}}}'))


def test_deep_nesting() -> None:
    assert "errors" in json.loads(answer("[" * 100_000))


def test_deep_nesting_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("[" * 100_000))
    assert main(["assess", "ningxia", "--facts", "-"]) == 2


@pytest.mark.parametrize("what", ['"facts": {"\\ud800": 1}', '"form": {"workers_hired": "\\ud800"}, "submitted": true'])
def test_lone_surrogates(what: str) -> None:
    answer(f'{{"policy": "ningxia", {what}}}').encode()


@pytest.mark.parametrize(
    ("fact", "typed", "number"),
    [
        ("months_employed", "2年3个月", 27),
        ("age", "40岁", 40),
        ("training_days", "30日", 30),
        ("workers_hired", "10²", None),
        ("workers_hired", "12人13人", None),
        ("workers_hired", "1天2", None),
        ("workers_hired", "①", None),
    ],
)
def test_numbers(fact: str, typed: str, number: int | None) -> None:
    assert sift_facts({fact: typed}).answers.get(fact) == number


def test_huge_int() -> None:
    assert "Value error" not in sift_facts({"workers_hired": 10**5000}).errors["workers_hired"]


def test_errors_in_the_order_of_the_page() -> None:
    errors = list(
        sift_facts({"home": "?", "workers_hired": "-3", "age": "四十", "as_of": "?", "has_certificate": "?"}).errors
    )
    assert errors == [fact for fact in CATALOGUE if fact in errors]


def test_result_takes_the_focus() -> None:
    reply = json.loads(
        answer(json.dumps({"policy": "ningxia", "form": {"who": "carrier", "workers_hired": "11"}, "submitted": True}))
    )
    assert reply["focus"] == "calculator-result"
    assert 'tabindex="-1"' in reply["patches"]["calculator-result"].split(">")[0]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Holds("签订合同", "hascontract"),
        lambda: Is("车间", "kind", ("x",)),
        lambda: Graded("level", (Grade("", ("junior",), Once("", yuan(1))),), "没有"),
    ],
)
def test_unknown_fact_in_a_word(make: Any) -> None:
    with pytest.raises(ValueError, match="there is no fact"):
        make()


def test_a_tier_that_runs_backwards() -> None:
    with pytest.raises(ValueError, match="down to 11"):
        Tiered("workers_hired", (Tier("", 20, 11, yuan(1)), Tier("", 12, None, yuan(2))), below="没有")


def test_a_yes_no_word_on_another_kind_of_fact() -> None:
    with pytest.raises(ValueError, match="age is no YesNo"):
        Holds("年龄", "age")


def test_misspelt_date_parts() -> None:
    assert "job_start" in sift_facts({"job_start": {"yaer": 2020, "mnth": 1, "dy": 5}}).errors


def test_ceiling_of_an_open_count_is_not_zero() -> None:
    facts = {
        "works_here": True,
        "months_employed": 6,
        "is_job_registered": True,
        "contract_months": 6,
        "is_insured": True,
        "contract_date": "2020-05-01",
        "training_start": "2020-06-01",
        "has_certificate": True,
        "skill_level": "junior",
    }
    item = next(i for i in assess("jining", facts)["provisions"] if i["id"] == "employer-training-subsidy")
    assert item["amount"]["kind"] != "ceiling" or item["amount"]["max"] is not None
