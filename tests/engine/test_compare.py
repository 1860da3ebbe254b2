"""The same answers through every region, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import compare
from calc.contract.types import ComparedProvisionJson, ComparisonJson, RegionJson
from calc.engine.assess import Finding, assess
from calc.engine.compare import compare as compare_regions
from calc.engine.compare import rank_regions
from calc.engine.region import RegionResult
from calc.facts.catalogue import Answers
from calc.facts.check import InvalidFactsError, check_facts
from calc.facts.consistency import STAYS
from calc.facts.inference import find_contradictions
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.rules.word import walk
from tests.regions.register import read_region
from tests.worlds import worlds

WORKER = {"home": "wanzhou", "is_registered_poor": True, "months_employed": 8}
PLACED = {
    "home": "sichuan-paired",
    "is_registered_poor": True,
    "first_came": "2018-03-01",
    "months_employed": 12,
    "contribution_months": 12,
    "job_contribution_months": 12,
    "is_insured": True,
    "employer_contribution": "800",
    "agent_kind": "broker",
    "is_enterprise": True,
}
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
few = settings(max_examples=30, deadline=None)


def find(policy: str, comparison: ComparisonJson) -> RegionJson:
    return next(region for region in comparison["regions"] if region["policy"] == policy)


def show(policy: str, provision: str, comparison: ComparisonJson) -> ComparedProvisionJson:
    return next(item for item in find(policy, comparison)["provisions"] if item["id"] == provision)


def ask(policy: str, facts: Mapping[str, Any], *, is_placement: bool = False) -> RegionResult:
    results = compare_regions(check_facts(facts), is_placement=is_placement)
    return next(result for result in results if result.policy.id == policy)


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
    shaoxing = find("shaoxing", compare(PLACED, placement=True))
    rows = {row["payee"]: (row["min"], row["max"]) for row in shaoxing["totals"]}
    assert rows["agent"] == ("2000.00", "2000.00")
    assert rows["worker"][0] == "8000.00"
    # What other rules fix is named and counted nowhere.
    found = {item["id"]: item["amount"] for item in shaoxing["provisions"] if item["payee"] == "employer"}
    assert found["social-insurance-subsidy"] == {"kind": "not_stated", "min": None, "max": None}
    assert "employer" not in rows
    assert not {"employer", "agent"} & {item["payee"] for item in find("shaoxing", compare(PLACED))["provisions"]}


def test_the_money_of_each_payee_is_told_apart() -> None:
    sums = {item.payee.value: item.sure for item in ask("shaoxing", PLACED, is_placement=True).sums}
    assert sums == {"worker": 8_000, "agent": 2_000}


def test_each_region_says_what_it_would_still_need_to_know() -> None:
    missing = {region["policy"]: region["missing"] for region in compare({"home": "daguan"})["regions"]}
    assert "job_start" in missing["zhongshan"]
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
    assert show("ningxia", "agent-subsidy", compare(facts, placement=True))["status"] == "ineligible"
    unknown = {fact: value for fact, value in facts.items() if fact != "home"}
    assert show("ningxia", "agent-subsidy", compare(unknown, placement=True))["status"] == "unknown"


# Readings


def test_a_sum_says_what_it_becomes_by_another_reading() -> None:
    jining = find("jining", compare(WORKER))
    assert (jining["sure"], jining["least"]) == ("7500.00", "6500.00")
    (reading,) = (item for item in jining["readings"] if item["sure"] != jining["sure"])
    assert (reading["id"], reading["sure"]) == ("cross-province-from", "6500.00")
    assert reading["provisions"] == ["cross-province-subsidy"]
    assert {"reading": "cross-province-from", "min": "6500.00"} in jining["totals"][0]["otherwise"]


def test_what_another_reading_grants_is_told_where_the_default_refuses() -> None:
    facts = {**PLACED, "home": "sichuan-other"}
    shaoxing = find("shaoxing", compare(facts))
    assert (shaoxing["sure"], shaoxing["least"]) == ("0.00", "0.00")
    (reading,) = (item for item in shaoxing["readings"] if item["id"] == "paired-area")
    assert reading["sure"] == "8000.00"
    refused = show("shaoxing", "stable-job-subsidy", compare(facts))
    assert refused["status"] == "ineligible"
    assert [(item["id"], item["status"]) for item in refused["readings"]] == [("paired-area", "eligible")]


def test_who_counts_as_a_head_hangs_on_the_reading_too() -> None:
    facts = {**PLACED, "home": "sichuan-other"}
    (reading,) = (
        item for item in find("shaoxing", compare(facts, placement=True))["readings"] if item["id"] == "paired-area"
    )
    assert {row["payee"]: row["min"] for row in reading["totals"]} == {
        "worker": "8000.00",
        "agent": "2000.00",
    }


def test_regions_are_ranked_by_what_is_sure_under_every_reading() -> None:
    results = rank_regions(compare_regions(check_facts(WORKER)))
    assert [(result.least, result.sure) for result in results] == sorted(
        ((result.least, result.sure) for result in results), reverse=True
    )

    @dataclass(frozen=True)
    class Ranked:
        least: int
        sure: int
        granted: tuple[()] = ()
        open: tuple[()] = ()

    safe, doubtful = Ranked(6_000, 6_000), Ranked(0, 9_000)
    assert rank_regions([doubtful, safe]) == (safe, doubtful)  # type: ignore[list-item, comparison-overlap]


def simplify(finding: Finding) -> tuple[object, ...]:
    """What a finding comes to, and each reading of its own that changes what it grants."""
    own = (finding.status.is_refused or finding.status, finding.amount)
    others = {
        other.reading.id: (other.outcome.status.is_refused or other.outcome.status, other.outcome.amount)
        for other in finding.alternatives
        if other.reading not in read_people(finding.policy)
    }
    return own, {reading: other for reading, other in others.items() if other != own}


def read_people(policy: Policy) -> frozenset[Reading]:
    """The readings of who the policy's people are: they count other heads, which one assessment does not."""
    return frozenset(word for word in walk((policy.people,)) if isinstance(word, Reading))


@policies
@few
@given(data=st.data())
def test_a_comparison_comes_to_what_the_assessment_does(policy: Policy, data: st.DataObject) -> None:
    """Readings are worked out from what is known already: nothing may get lost by that."""
    world = data.draw(worlds(policy))
    known = data.draw(st.lists(st.sampled_from(sorted(world)), unique=True)) if data.draw(st.booleans()) else world
    answers = {fact: world[fact] for fact in known}
    result = next(item for item in compare_regions(answers, is_placement=True) if item.policy is policy)
    assessed = {item.provision: item for item in assess(policy, result.answers).findings}
    in_term = {item.provision: item for item in assess(policy, bring_back(policy, result.answers)).findings}
    for finding in result.concerned:
        expected = in_term if finding.provision.timing_fact == "as_of" else assessed
        assert simplify(finding) == simplify(expected[finding.provision])


def bring_back(policy: Policy, answers: Answers) -> Answers:
    """The answers, asked on the last day of the term if they are asked later and claims are still open."""
    as_of, end, until = answers.get("as_of"), policy.term.end, policy.claims_until
    if not isinstance(as_of, date) or end is None or as_of <= end or (until and as_of > until):
        return answers
    return {**answers, "as_of": end}


# Reasons and notices


def test_every_refusal_says_why_and_where() -> None:
    for placement in (False, True):
        for region in compare(WORKER, placement=placement)["regions"]:
            for provision in region["provisions"]:
                is_refused = provision["status"] in ("ineligible", "outside")
                assert len(provision["reasons"]) == is_refused
                assert all(reason["found"] and reason["clause"] for reason in provision["reasons"])
    (reason,) = show("zhongshan", "employment-subsidy", compare(WORKER))["reasons"]
    assert (reason["phrase"], reason["found"]) == ("昭通大关县户籍劳动力", "户籍所在地：重庆市万州区")


@policies
@few
@given(data=st.data())
def test_the_first_reason_is_the_first_of_all_reasons(policy: Policy, data: st.DataObject) -> None:
    for finding in assess(policy, data.draw(worlds(policy))).findings:
        reasons = finding.outcome.reasons
        assert finding.outcome.first_reason == (reasons[0] if reasons else None)


def test_after_the_last_day_for_claims_nothing_is_sure() -> None:
    def ask_on(day: str) -> RegionJson:
        return find("shaoxing", compare({**PLACED, "as_of": day}, placement=True))

    assert ask_on("2021-12-31")["sure"] == "10000.00"
    assert "2021-12-31 申领" in "".join(ask_on("2021-06-01")["notices"])
    closed = ask_on("2022-01-01")
    assert closed["sure"] == "0.00"
    left = {item["id"] for item in closed["provisions"] if item["status"] not in ("ineligible", "outside")}
    assert left == {"services"}, "part four stands outside the term"
    assert any("申领截止日期是 2021-12-31" in notice for notice in closed["notices"])


def test_a_region_says_that_its_policy_has_ended() -> None:
    jining = find("jining", compare({**WORKER, "as_of": "2022-05-01"}))
    assert jining["sure"] == "7500.00"
    assert any("2021-12-31 到期" in notice for notice in jining["notices"])
    assert not any("到期" in notice for notice in find("jining", compare({**WORKER, "as_of": "2021-05-01"}))["notices"])


@policies
@few
@given(data=st.data())
def test_nothing_is_refused_only_because_the_question_comes_late(policy: Policy, data: st.DataObject) -> None:
    if policy.term.end is None:
        return
    last = policy.claims_until or policy.term.end + timedelta(days=900)
    world = {**data.draw(worlds(policy)), "as_of": policy.term.end}
    for stay in STAYS:  # what goes on later has gone on then; months typed would be other months
        world.pop(stay.months, None)
    timely, late = (
        {
            item.provision.id: item.status.is_refused
            for result in compare_regions({**world, "as_of": day}, is_placement=True)
            if result.policy is policy
            for item in result.benefits
            if "as_of" not in item.provision.effect.every_fact
            and not any("as_of" in condition.asks() for condition in item.provision.conditions)
        }
        for day in (policy.term.end, last)
    )
    assert not [name for name, refused in late.items() if refused and not timely.get(name, True)]


# Months by dates


def test_each_window_counts_its_own_months() -> None:
    facts = {**WORKER, "home": "daguan", "job_start": "2019-10-01", "job_end": "2020-09-30"}
    del facts["months_employed"]
    assert find("zhongshan", compare(facts))["sure"] == "600.00"
    at_home = {**facts, "home": "wanzhou", "job_start": "2019-10-01", "job_end": "2020-04-30"}
    assert find("jining", compare(at_home))["sure"] == "5500.00"
    assert not find("jining", compare(at_home))["notices"]


def test_months_typed_are_capped_by_each_window_and_say_so() -> None:
    jining = find("jining", compare({**WORKER, "as_of": "2020-05-01"}))
    assert jining["sure"] == "5500.00"
    assert any("超过了政策期内" in notice for notice in jining["notices"])
    assert any("改填“入职日期”" in notice for notice in jining["notices"])


def test_months_are_asked_by_their_dates() -> None:
    months = {stay.months for stay in STAYS}
    assert not any(months.intersection(region["missing"]) for region in compare({}, placement=True)["regions"])
    ended = {"home": "sichuan-paired", "is_registered_poor": True, "insured_since": "2018-03-01", "is_insured": True}
    told = find("shaoxing", compare({**ended, "first_came": "2018-03-01", "still_insured": False}))["missing"]
    assert "contribution_months" in told  # no date tells when the contributions ended
    assert "insured_since" not in told


# One job


WANZHOU_JOB = {
    **WORKER,
    "has_contract": True,
    "is_insured": True,
    "job_start": "2020-01-01",
    "insured_since": "2020-01-01",
    "still_insured": True,
    "is_selected": True,
    "still_employed": True,
    "as_of": "2021-06-01",
}


def test_one_job_is_not_counted_here_and_in_wanzhou() -> None:
    here = ask("jining", WANZHOU_JOB, is_placement=True)
    assert {item.payee.value: item.sure for item in here.sums if item.sure} == {"worker": 7_500}
    assert "wanzhou-employer-subsidy" in {item.provision.id for item in here.refused}
    assert "wanzhou-employer-subsidy" in {item.provision.id for item in here.elsewhere}
    there = ask("jining", {**WANZHOU_JOB, "is_in_wanzhou": True}, is_placement=True)
    assert {item.payee.value: item.sure for item in there.sums if item.sure} == {"employer": 6_000}
    assert {"travel-meal-subsidy", "cross-province-subsidy"} <= {item.provision.id for item in there.elsewhere}


def test_what_the_visitor_answered_wins_over_what_is_supposed() -> None:
    facts = {
        **WORKER,
        "cannot_leave_home": True,
        "has_no_business_support": True,
        "has_no_market_job": True,
        "holds_public_post": True,
        "is_home_post": True,
        "post_months": 3,
    }
    jining = find("jining", compare(facts))
    assert jining["sure"] == "2970.00"
    assert any("“无法离乡：是”，工作就不在济宁市" in notice for notice in jining["notices"])
    ningxia = find("ningxia", compare(facts))
    assert not any("无法离乡" in notice for notice in ningxia["notices"])  # it does not ask where the job is


def test_who_has_come_home_may_have_had_a_job_there() -> None:
    facts = {
        **WORKER,
        "still_employed": False,
        "cannot_leave_home": True,
        "has_no_business_support": True,
        "has_no_market_job": True,
        "holds_public_post": True,
        "is_home_post": True,
        "post_months": 3,
    }
    jining = find("jining", compare(facts))
    assert jining["sure"] == "10470.00"
    assert not any("无法离乡" in notice for notice in jining["notices"])


def test_a_head_that_the_visitor_denies_is_not_supposed() -> None:
    facts = {**PLACED, "helped_hired": 0}
    for result in compare_regions(check_facts(facts), is_placement=True):
        assert result.answers.get("workers_hired") != 1


@few
@given(st.fixed_dictionaries({}, optional={fact: st.booleans() for fact in ("is_in_wanzhou", "cannot_leave_home")}))
def test_no_region_is_asked_what_contradicts_itself(facts: dict[str, bool]) -> None:
    for placement in (False, True):
        for result in compare_regions({**check_facts(WANZHOU_JOB), **facts}, is_placement=placement):
            assert find_contradictions(result.assessment.case.answers) == {}
