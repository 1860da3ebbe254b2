"""What an assessment says of one person: no flip, no sum that is not there, and what the answers leave in doubt."""

from typing import Any

import pytest

from calc import assess
from calc.engine.assess import open_case
from calc.engine.outcome import weigh
from calc.facts.check import check_facts
from calc.policies import POLICIES
from calc.rules.payments import ROUNDED
from tests.asking import show


def transport(**more: Any) -> str:
    facts = {"home": "ningxia", "is_registered_poor": True, "work_place": "other-province", "has_contract": True}
    facts |= {"is_fully_insured": True, "job_start": "2020-01-01", "as_of": "2020-12-31", "still_employed": False}
    return str(show("ningxia", "transport-subsidy", **{**facts, **more})["status"])


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
    amount = show("jining", "employer-training-subsidy", **facts)["amount"]
    assert amount["kind"] != "ceiling" or amount["max"] is not None


def test_rounding_is_said_where_it_happened() -> None:
    facts = {"is_registered_poor": True, "home": "liaoning", "is_enterprise": True, "months_employed": 1}
    policy = POLICIES["dalian"]
    provision = policy.provision("post-subsidy")
    monthly = next(item for item in provision.readings if item.id == "rules-bind-post-subsidy")
    for wage, is_rounded in (("1810.11", True), ("1810", False)):
        answers = check_facts({**facts, "workers_hired": 1, "minimum_wage": wage})
        outcome = weigh(policy, provision, open_case(policy, answers, monthly))
        assert (ROUNDED in outcome.paying) is is_rounded


def test_typed_months_that_a_last_day_forbids_are_said_to_differ() -> None:
    facts = {"months_employed": 12, "still_employed": False, "as_of": "2020-01-01"}
    for last_day in ("2018-06-01", "2018-08-01"):
        assert assess("ningxia", {**facts, "job_end": last_day})["notices"]
    assert not assess("ningxia", {**facts, "job_end": "2019-12-31"})["notices"]


def test_what_the_term_does_not_govern_is_refused_only_before_it_begins() -> None:
    person = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True}
    services = {day: show("shaoxing", "services", **person, as_of=day) for day in ("2017-12-31", "2021-01-01")}
    assert services["2017-12-31"]["outside"] == "before"
    assert services["2021-01-01"]["status"] == "eligible"
    assert show("shaoxing", "services", **person, as_of="2022-01-01")["status"] == "eligible"
    assert show("shaoxing", "equal-treatment", **person, first_came="2018-03-01", as_of="2022-01-01")["outside"] == (
        "closed"
    )


def test_what_ended_before_a_start_that_is_not_named_counts_by_the_other_reading() -> None:
    hired = {"home": "liaoning", "is_registered_poor": True, "is_enterprise": True, "is_insured": True}
    hired |= {"job_start": "2017-06-01", "workers_hired": 1, "is_recognised_base": True, "works_here": True}
    left = {"still_employed": False, "job_end": "2018-05-07", "as_of": "2019-06-01"}
    found = show("dalian", "social-insurance-subsidy", **hired, **left)
    assert found["outside"] == "before"
    assert {each["id"]: each["status"] for each in found["readings"] if each["differs"]} == {"before-issue": "eligible"}
    early = show("dalian", "social-insurance-subsidy", **hired, still_employed=True, as_of="2018-05-07")
    assert not any(each["differs"] for each in early["readings"])


def test_a_term_says_where_its_first_day_is_only_the_day_of_issue() -> None:
    assert POLICIES["dalian"].term.say() == "2018-05-08（印发日，文件未写执行日）至 文件未写明"
    assert POLICIES["jining"].term.say() == "2020-01-01 至 2021-12-31"


def test_what_happens_after_the_term_counts_by_no_reading() -> None:
    fair = {"is_enterprise": True, "job_fairs": 1}
    for day, status in (("2020-12-31", "eligible"), ("2021-01-01", "outside")):
        found = show("shaoxing", "job-fair-subsidy", **fair, job_fair_date=day)
        assert found["status"] == status
        assert not any(reading["id"] == "complete-in-2021" for reading in found["readings"])


def test_what_is_in_doubt_is_said_without_a_page_too() -> None:
    facts: dict[str, Any] = {"job_start": "2021-03-01", "months_employed": 3, "as_of": "2021-12-31"}
    (notice,) = assess("jining", facts)["notices"]
    told = "从 2021-03-01 到 2021-12-31 满 10 个月，“已经连续稳定工作满几个月？”填的是 3 个月，哪个对？"
    assert notice == f"{told}这次先按所填的算。"
    assert assess("jining", {**facts, "still_employed": False})["notices"] == []
    away = {"home": "wanzhou", "works_here": True, "cannot_leave_home": True}
    assert "回到家乡了吗？" in assess("jining", away)["notices"][0]
    assert assess("jining", {**away, "still_employed": False})["notices"] == []


@pytest.mark.parametrize(("day", "is_late"), [("2021-12-31", False), ("2022-01-01", True)])
def test_what_begins_after_the_policys_end_is_named(day: str, is_late: bool) -> None:
    notices = assess("jining", {"home": "wanzhou", "job_start": day})["notices"]
    assert any("请看看年份有没有填错" in notice for notice in notices) is is_late
