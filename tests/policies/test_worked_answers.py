"""Answers worked out by hand from the documents, one person or unit at a time, as somebody would ask them."""

import pytest

from calc import assess
from calc.policies import POLICIES
from calc.rules import EitherPayment
from calc.rules.conventions import ROUNDING
from tests.asking import ask_json, show
from tests.regions.register import read_region

SICHUAN_WORKER = {
    "home": "sichuan-paired",
    "is_registered_poor": True,
    "works_here": True,
    "first_came": "2018-03-01",
    "job_start": "2018-03-01",
    "still_employed": True,
    "insured_since": "2018-03-01",
    "still_insured": True,
    "rents_alone": True,
    "rent_start": "2018-03-01",
    "still_renting": True,
    "as_of": "2019-06-01",
}
DAGUAN_WORKER = {
    "home": "daguan",
    "works_here": True,
    "job_start": "2018-01-10",
    "still_employed": True,
    "as_of": "2018-11-10",
}
BASE = {
    "home": "wanzhou",
    "is_registered_poor": True,
    "employer_kind": "employment-base",
    "works_here": True,
    "months_employed": 6,
    "is_job_registered": True,
    "contract_months": 6,
    "is_insured": True,
}


@pytest.mark.parametrize("policy", POLICIES)
def test_every_provision_is_in_the_answer(policy: str) -> None:
    assert {item["id"] for item in assess(policy, {})["provisions"]} == set(read_region(policy).provisions)


@pytest.mark.parametrize(
    ("provision", "amount"),
    [("stable-job-subsidy", "3000.00"), ("family-visit-subsidy", "5000.00"), ("rent-subsidy", "7500.00")],
)
def test_a_worker_from_sichuan_in_shaoxing(provision: str, amount: str) -> None:
    item = show("shaoxing", provision, **SICHUAN_WORKER)
    assert (item["status"], item["amount"]["min"], item["amount"]["max"]) == ("eligible", amount, amount)
    assert {payment["until"] for payment in item["payments"]} == {"2021-12-31"}


@pytest.mark.parametrize(
    ("job", "trial"),
    [
        ({"job_start": "2019-03-01", "still_employed": True}, "60,000 元"),
        ({"job_start": "2019-10-01", "still_employed": True}, "32,000 元"),
        ({"job_start": "2019-10-01", "job_end": "2020-01-31"}, "16,000 元"),
    ],
    ids=repr,
)
def test_a_trial_counts_what_this_very_employer_has_paid(job: dict[str, object], trial: str) -> None:
    """Five workers, 800 each a month, insured in Shaoxing since March 2019."""
    person = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True, "first_came": "2019-03-01"}
    insured = {"insured_since": "2019-03-01", "still_insured": True, "as_of": "2020-06-30"}
    firm = {"is_enterprise": True, "workers_hired": 5, "employer_contribution": "800"}
    steps = show("shaoxing", "social-insurance-subsidy", **person, **insured, **firm, **job)["steps"]
    assert steps[-1]["found"] == f"按所填数试算：{trial}；标准和期限按规定执行，不计入合计"


def test_a_junior_certificate_is_a_ceiling_beside_the_sure_money() -> None:
    certified = {"is_trained_here": True, "has_qualification": True, "certificate_date": "2019-01-01"}
    facts = {**SICHUAN_WORKER, **certified, "skill_level": "junior"}
    assert show("shaoxing", "training-subsidy", **facts)["amount"] == {
        "kind": "ceiling",
        "min": "0.00",
        "max": "1000.00",
    }
    worker = next(row for row in assess("shaoxing", facts)["totals"] if row["payee"] == "worker")
    assert (worker["min"], worker["max"], worker["ceiling"]) == ("15500.00", "15500.00", "1000.00")


def test_who_came_a_day_too_early_is_no_person_of_the_document() -> None:
    item = show("shaoxing", "stable-job-subsidy", **{**SICHUAN_WORKER, "first_came": "2017-12-31"})
    assert (item["status"], item["amount"]) == ("ineligible", None)
    assert any(step["verdict"] == "no" and "2017-12-31" in step["found"] for step in item["steps"])


def test_ten_months_in_zhongshan_and_what_two_more_bring() -> None:
    item = show("zhongshan", "employment-subsidy", **DAGUAN_WORKER)
    assert item["amount"] == {"kind": "exact", "min": "2000.00", "max": "2000.00"}
    assert [payment["due"] for payment in item["payments"]][::9] == ["2018-02-10", "2018-11-10"]
    (advice,) = item["advice"]
    assert (advice["kind"], advice["date"], advice["amount"]["max"]) == ("wait", "2019-01-10", "2400.00")


@pytest.mark.parametrize(
    ("level", "amount"), [("intermediate", "500.00"), ("senior", "1000.00"), ("technician", "1000.00")]
)
def test_certificates_in_zhongshan(level: str, amount: str) -> None:
    facts = {**DAGUAN_WORKER, "has_qualification": True, "certificate_date": "2018-06-01", "skill_level": level}
    assert show("zhongshan", "skill-reward", **facts)["amount"]["max"] == amount


def test_nothing_of_part_two_is_for_a_worker_from_elsewhere() -> None:
    everything = {
        **BASE,
        "home": "ningxia",
        "is_enterprise": True,
        "is_effective": True,
        "workers_hired": 12,
        "staff": 20,
        "employer_contribution": "800",
        "minimum_wage": "1730",
        "job_start": "2020-05-01",
        "contract_date": "2020-05-01",
        "employer_ran_training": True,
        "training_start": "2020-06-01",
        "training_days": 20,
        "has_certificate": True,
        "certificate_date": "2020-06-20",
        "skill_level": "junior",
        "workers_trained": 5,
        "is_work_as_training": True,
        "work_as_training_start": "2020-08-01",
        "work_as_training_days": 40,
        "workers_trained_at_work": 5,
        "as_of": "2021-03-01",
    }
    part_two = [item for item in ask_json("jining", everything)["provisions"] if item["clause"].startswith("四（二）")]
    assert len(part_two) == 7
    assert {item["status"] for item in part_two} == {"ineligible"}
    at_home = ask_json("jining", {**everything, "home": "wanzhou"})["provisions"]
    assert [item["status"] for item in at_home if item["clause"].startswith("四（二）")] == ["eligible"] * 7


def test_forty_days_of_training_are_no_training_at_work() -> None:
    trained = {**BASE, "is_trained": True, "training_start": "2020-06-01", "training_days": 40, "workers_trained": 1}
    item = show("jining", "work-as-training", **trained)
    assert (item["status"], item["missing"][:1]) == ("unknown", ["is_work_as_training"])
    assert show("jining", "work-as-training", **trained, is_work_as_training=False)["status"] == "ineligible"


def test_a_base_in_jining_awaits_the_authority_s_judgement() -> None:
    item = show("jining", "base-award", **BASE, workers_hired=12, staff=80)
    assert (item["status"], item["awaited"]) == ("judgement", ["is_effective"])
    assert (item["amount"]["min"], item["amount"]["max"]) == ("0.00", "36000.00")
    judged = show("jining", "base-award", **BASE, workers_hired=12, staff=80, is_effective=True)
    assert (judged["status"], judged["amount"]["min"]) == ("eligible", "36000.00")


def test_a_fifth_of_the_staff_is_enough_and_one_more_hire_helps_where_it_is_missed() -> None:
    met = show("jining", "base-award", **BASE, workers_hired=9, staff=44, is_effective=True)
    assert (met["status"], met["amount"]["max"]) == ("eligible", "27000.00")
    missed = show("jining", "base-award", **BASE, workers_hired=9, staff=46, is_effective=True)
    assert missed["status"] == "ineligible"
    assert "再招用 1 人" in missed["advice"][0]["text"]


@pytest.mark.parametrize(
    ("helped", "staff", "more"), [(0, 20, 2), (0, 100, 6), (4, 100, 2), (4, 81, 1), (49, 1_000, 2), (0, 1, 1)]
)
def test_dalian_says_how_many_more_must_be_hired(helped: int, staff: int, more: int) -> None:
    """The smallest k with (h + k) ≥ 5% × (n + k)."""
    others = ("obeys_law", "offers_fitting_posts", "trains_staff", "has_contract", "pays_on_time", "is_insured")
    facts = {
        **dict.fromkeys(others, True),
        "provides_lodging": True,
        "employer_kind": "domestic-service",
        "as_of": "2019-01-01",
    }
    item = show("dalian", "base-recognition", **facts, helped_hired=helped, staff=staff)
    assert item["status"] == "ineligible"
    assert f"再招用 {more} 人" in item["advice"][0]["text"]
    assert 100 * (helped + more) >= 5 * (staff + more)
    assert 100 * (helped + more - 1) < 5 * (staff + more - 1)


def test_a_part_of_a_month_s_wage_is_rounded_by_every_reading_that_reckons_with_it() -> None:
    effect = POLICIES["jining"].provision("training-living-subsidy").effect
    assert isinstance(effect, EitherPayment)
    assert all(ROUNDING in reading.conventions() for reading in effect.alternatives())
