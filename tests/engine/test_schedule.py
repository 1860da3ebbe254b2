"""When each sum falls due, by the dates given; no day is invented."""

from datetime import date

from calc.engine.schedule import Due, schedule
from calc.pages.policy.claiming import say_payments
from calc.values.money import Kind
from tests.asking import ask, show


def due(policy: str, provision: str, **facts: object) -> tuple[Due, ...]:
    return schedule(ask(policy, **facts).assessment.finding(provision))


WANZHOU = {"home": "wanzhou", "is_registered_poor": True, "works_here": True}


def test_monthly_sums_fall_due_when_their_month_and_the_conditions_are_complete() -> None:
    dates = {"job_start": "2020-03-31", "still_employed": True, "as_of": "2020-08-01"}
    payments = due("jining", "cross-province-subsidy", **WANZHOU, **dates)
    assert [item.day for item in payments] == [
        date(2020, 6, 30),  # three months must be complete before any is paid
        date(2020, 6, 30),
        date(2020, 6, 30),
        date(2020, 7, 31),
    ]
    assert {item.amount.low for item in payments} == {1_000}


def test_a_sum_paid_once_falls_due_when_its_months_are_complete() -> None:
    dates = {"job_start": "2019-12-01", "still_employed": True, "as_of": "2020-08-01"}
    (once,) = due("jining", "travel-meal-subsidy", **WANZHOU, **dates)
    # Months before the window's first day do not count; complete on 2020-04-01, before the document was issued.
    assert once.day == date(2020, 4, 27)
    (later,) = due("jining", "travel-meal-subsidy", **WANZHOU, **{**dates, "job_start": "2020-01-28"})
    assert later.day == date(2020, 4, 28)


def test_months_that_were_typed_tell_no_day() -> None:
    payments = due("jining", "cross-province-subsidy", **WANZHOU, months_employed=5)
    assert [item.day for item in payments] == [None] * 5
    conflicting = {"months_employed": 5, "job_start": "2021-10-01", "still_employed": True, "as_of": "2021-12-31"}
    assert {item.day for item in due("jining", "cross-province-subsidy", **WANZHOU, **conflicting)} == {
        date(2021, 12, 31)
    }


def test_yearly_sums_and_readings_follow_the_default() -> None:
    facts = {
        "home": "ningxia",
        "is_registered_poor": True,
        "work_place": "other-province",
        "has_contract": True,
        "is_fully_insured": True,
        "job_start": "2018-07-01",
        "still_employed": True,
        "as_of": "2021-06-01",
    }
    payments = due("ningxia", "transport-subsidy", **facts)
    assert [item.day for item in payments] == [date(2019, 7, 1), date(2020, 7, 1)]
    assert [item.amount.low for item in payments] == [800, 800]


def test_events_fall_due_on_their_day_and_instalments_have_none() -> None:
    (award,) = due("ningxia", "incubator-award", park_standard="nation", park_standard_date="2019-05-01")
    assert award.day == date(2019, 5, 1)
    assert award.amount.low == 1_000_000
    parts = due(
        "zhongshan", "agency-staff-subsidy", is_entrusted=True, meets_target=True, plan_year="2018", as_of="2018-06-01"
    )
    assert [item.day for item in parts] == [None, None]
    assert {item.amount.kind for item in parts} == {Kind.ESTIMATE}
    assert [item.amount.high for item in parts] == [100_000, 100_000]


def test_what_is_not_eligible_or_has_no_number_has_no_payment() -> None:
    assert due("jining", "travel-meal-subsidy", **WANZHOU, months_employed=2) == ()
    assert due("jining", "travel-meal-subsidy", **WANZHOU) == ()
    assert due("ningxia", "startup-training", as_of="2019-01-01", wants_business=True) == ()


def test_the_parts_of_an_uneven_sum_add_up() -> None:
    facts = {
        "home": "ningxia",
        "is_registered_poor": True,
        "age": 45,
        "is_willing_and_able": True,
        "holds_public_post": True,
        "rural_income_2018": "10000",
        "post_start": "2019-01-01",
        "still_in_post": True,
        "as_of": "2019-08-01",
    }
    payments = due("ningxia", "public-post-living", **facts)
    assert [str(item.amount.low * 100) for item in payments] == ["83333"] * 7


def test_a_training_is_paid_for_when_it_is_over() -> None:
    facts = {
        **WANZHOU,
        "months_employed": 6,
        "is_job_registered": True,
        "contract_months": 6,
        "is_insured": True,
    }
    facts |= {"is_work_as_training": True, "work_as_training_days": 40, "workers_trained_at_work": 2}
    payments = show("jining", "work-as-training", **facts, work_as_training_start="2021-03-01")["payments"]
    assert [payment["due"] for payment in payments] == [None]  # the six months were typed: they name no day
    dated = {"job_start": "2020-01-01", "still_employed": True, "as_of": "2021-06-01"}
    del facts["months_employed"]
    payments = show("jining", "work-as-training", **facts, **dated, work_as_training_start="2021-03-01")["payments"]
    assert [payment["due"] for payment in payments] == ["2021-04-09"]


def test_what_needs_a_certificate_is_not_paid_before_its_day() -> None:
    facts = {
        **WANZHOU,
        "job_start": "2020-01-01",
        "still_employed": True,
        "is_job_registered": True,
        "as_of": "2021-06-01",
        "contract_months": 12,
        "contract_date": "2020-01-01",
        "is_insured": True,
        "is_enterprise": True,
        "employer_ran_training": True,
        "training_start": "2020-08-03",
        "training_days": 30,
        "minimum_wage": 1730,
        "has_certificate": True,
        "skill_level": "junior",
        "workers_trained": 1,
    }
    for provision in ("employer-training-subsidy", "training-living-subsidy"):
        assert due("jining", provision, **facts) == ()
        assert [item.day for item in due("jining", provision, **facts, certificate_date="2020-08-20")] == [
            date(2020, 9, 1)  # the training is over
        ]
        assert [item.day for item in due("jining", provision, **facts, certificate_date="2020-10-15")] == [
            date(2020, 10, 15)
        ]


def test_two_funds_pay_apart_and_on_no_day_while_nobody_is_asked_how_long_it_took() -> None:
    family = {"home": "ningxia", "is_registered_poor": True, "is_two_graduate": True, "is_school_term_passed": True}
    payments = due("ningxia", "two-graduates", **family, training_start="2019-03-01", as_of="2019-10-01")
    assert [(item.text, int(item.amount.low), item.day) for item in payments] == [
        ("就业补助资金，一次", 6_000, None),
        ("财政专项扶贫资金，一次", 3_000, None),
    ]
    finding = ask("ningxia", **family, training_start="2019-03-01", as_of="2019-10-01").assessment.finding(
        "two-graduates"
    )
    assert say_payments(payments, finding).endswith("财政专项扶贫资金，一次：3,000 元。是哪一天，文件未写明。")
