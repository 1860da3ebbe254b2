"""What an assessment says of one person: no flip, no sum that is not there, and what the answers leave in doubt."""

from typing import Any

from calc import assess


def transport(**more: Any) -> str:
    facts = {"home": "ningxia", "is_registered_poor": True, "work_place": "other-province", "has_contract": True}
    facts |= {"is_insured": True, "job_start": "2020-01-01", "as_of": "2020-12-31", "still_employed": False}
    return str(assess("ningxia", {**facts, **more})["provisions"][0]["status"])


def test_one_more_answer_does_not_flip() -> None:
    assert transport(job_end="2020-12-31") == "eligible"
    assert transport() != "ineligible"


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


def test_rounding_is_cited_where_it_happened() -> None:
    facts = {"is_registered_poor": True, "home": "liaoning", "months_employed": 1, "workers_hired": 1}
    items = assess("dalian", {**facts, "minimum_wage": "1810.11"})["provisions"]
    assert "rounding" in next(item for item in items if item["id"] == "post-subsidy")["conventions"]
    items = assess("dalian", {**facts, "minimum_wage": "1810"})["provisions"]
    assert "rounding" not in next(item for item in items if item["id"] == "post-subsidy")["conventions"]


def test_typed_months_that_a_last_day_forbids_are_said_to_differ() -> None:
    facts = {"months_employed": 12, "still_employed": False, "as_of": "2020-01-01"}
    for last_day in ("2018-06-01", "2018-08-01"):
        assert assess("ningxia", {**facts, "job_end": last_day})["notices"]
    assert not assess("ningxia", {**facts, "job_end": "2019-12-31"})["notices"]
