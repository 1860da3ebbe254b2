"""The same answers through every region, side by side."""

import pytest

from calc import compare
from calc.contract.types import ComparisonJson, RegionJson
from calc.facts.check import InvalidFactsError
from calc.policies import POLICIES
from tests.regions.register import read_region

WORKER = {"home": "wanzhou", "is_registered_poor": True, "months_employed": 8}


def find(policy: str, comparison: ComparisonJson) -> RegionJson:
    return next(region for region in comparison["regions"] if region["policy"] == policy)


def test_every_region_answers_in_its_order() -> None:
    assert [region["policy"] for region in compare(WORKER)["regions"]] == list(POLICIES)


def test_one_person_gets_what_her_region_pays_and_nothing_elsewhere() -> None:
    sure = {region["policy"]: region["sure"] for region in compare(WORKER)["regions"]}
    assert sure == {policy: read_region(policy).sure_for_worker for policy in POLICIES}
    assert {provision["payee"] for region in compare(WORKER)["regions"] for provision in region["provisions"]} <= {
        "worker",
        "family",
        "trainer",
    }


def test_a_placement_shows_all_who_gain_for_one_person() -> None:
    facts = {
        "home": "sichuan-paired",
        "is_registered_poor": True,
        "first_came": "2018-03-01",
        "months_employed": 12,
        "contribution_months": 12,
        "is_insured": True,
        "employer_contribution": "800",
        "agent_kind": "broker",
        "is_enterprise": True,
    }
    shaoxing = find("shaoxing", compare(facts, placement=True))
    rows = {row["payee"]: (row["min"], row["max"]) for row in shaoxing["totals"]}
    assert rows["agent"] == ("2000.00", "2000.00")
    assert rows["worker"][0] == "8000.00"
    # What other rules fix is named and counted nowhere.
    found = {item["id"]: item["amount"] for item in shaoxing["provisions"] if item["payee"] == "employer"}
    assert found["social-insurance-subsidy"] == {"kind": "not_stated", "min": None, "max": None}
    assert "employer" not in rows
    assert not {"employer", "agent"} & {item["payee"] for item in find("shaoxing", compare(facts))["provisions"]}


def test_each_region_says_what_it_would_still_need_to_know() -> None:
    missing = {region["policy"]: region["missing"] for region in compare({"home": "daguan"})["regions"]}
    assert "months_employed" in missing["zhongshan"]
    assert "is_registered_poor" not in missing["jining"]


def test_a_job_elsewhere_can_still_be_said() -> None:
    assert find("jining", compare({**WORKER, "works_here": False}))["sure"] == "0.00"


def test_bad_facts_are_refused() -> None:
    with pytest.raises(InvalidFactsError):
        compare({"homes": "wanzhou"})


def test_a_placement_of_somebody_else_s_worker_counts_nobody() -> None:
    facts = {
        **WORKER,
        "agent_kind": "broker",
        "is_first_job": True,
        "has_contract": True,
        "is_insured": True,
        "months_employed": 12,
    }
    results = {region["policy"]: region for region in compare(facts, placement=True)["regions"]}
    agent = {item["id"]: item for item in results["ningxia"]["provisions"]}["agent-subsidy"]
    assert agent["status"] == "ineligible"
    unknown = {fact: value for fact, value in facts.items() if fact != "home"}
    results = {region["policy"]: region for region in compare(unknown, placement=True)["regions"]}
    agent = {item["id"]: item for item in results["ningxia"]["provisions"]}["agent-subsidy"]
    assert agent["status"] == "unknown"
