"""Advice promises nothing that cannot come true."""

from tests.asking import show


def advice_on(policy: str, provision: str, **facts: object) -> list[str]:
    return [item["text"] for item in show(policy, provision, **facts)["advice"]]


def test_no_advice_promises_months_that_cannot_be() -> None:
    worker = {"home": "daguan", "works_here": True, "months_employed": 5}
    assert any("2,400" in text for text in advice_on("zhongshan", "employment-subsidy", **worker))
    assert advice_on("zhongshan", "employment-subsidy", **worker, as_of="2018-04-01") == []
    assert advice_on("zhongshan", "employment-subsidy", **worker, still_employed=False) == []


def test_who_has_left_is_not_told_to_wait() -> None:
    worker = {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "months_employed": 2}
    assert advice_on("jining", "travel-meal-subsidy", **worker)
    left = {"still_employed": False, "job_end": "2020-05-20", "as_of": "2020-06-01"}
    assert not [text for text in advice_on("jining", "travel-meal-subsidy", **worker, **left) if "满" in text]


WANZHOU = {"home": "wanzhou", "is_registered_poor": True}
CARRIER = {
    "home": "ningxia",
    "is_registered_poor": True,
    "employer_kind": "workshop",
    "is_in_poor_village": True,
    "is_local_employer": True,
    "months_employed": 12,
    "has_contract": True,
    "is_fully_insured": True,
}
BASE = {
    "employer_kind": "workshop",
    "works_here": True,
    "months_employed": 6,
    "is_job_registered": True,
    "contract_months": 6,
    "is_insured": True,
    "is_effective": True,
}


def test_nobody_is_told_to_say_what_is_not_so() -> None:
    three = {"cannot_leave_home": True, "has_no_business_support": True, "has_no_market_job": False}
    post = {"holds_public_post": True, "post_months": 3}
    assert advice_on("jining", "public-post-subsidy", **WANZHOU, **three, **post) == []
    town = {"home": "ningxia", "is_registered_poor": True, "lives_in_town": True, "jobless_months": 4}
    assert advice_on("ningxia", "unemployment-registration", **town, as_of="2019-06-01") == []


def test_nobody_is_told_to_prolong_a_course_that_is_over() -> None:
    course = {
        "is_work_as_training": True,
        "work_as_training_start": "2020-05-01",
        "work_as_training_days": 29,
        "workers_trained_at_work": 3,
    }
    assert advice_on("jining", "work-as-training", **BASE, **course, as_of="2020-09-01") == []


def test_nobody_is_told_to_meet_the_target_of_a_year_that_is_over() -> None:
    agency = {"is_entrusted": True, "meets_target": False, "is_paid_anyway": False, "plan_year": "2018"}
    assert advice_on("zhongshan", "agency-staff-subsidy", **agency, as_of="2019-01-01") == []
    assert advice_on("zhongshan", "agency-staff-subsidy", **agency) == []
    assert "完成年度目标" in advice_on("zhongshan", "agency-staff-subsidy", **agency, as_of="2018-12-31")[0]


def test_after_the_end_nothing_is_advised_that_would_have_to_happen() -> None:
    unsigned = {**CARRIER, "has_contract": False}
    assert "签订合同" in advice_on("ningxia", "carrier-subsidy", **unsigned, workers_hired=11, as_of="2020-12-31")[0]
    assert advice_on("ningxia", "carrier-subsidy", **unsigned, workers_hired=11, as_of="2021-01-01") == []
    assert advice_on("ningxia", "carrier-subsidy", **CARRIER, workers_hired=15, as_of="2021-01-01") == []


def test_no_contract_is_signed_for_a_job_that_has_ended() -> None:
    unsigned = {**CARRIER, "has_contract": False, "workers_hired": 11, "as_of": "2020-08-01"}
    assert advice_on("ningxia", "carrier-subsidy", **unsigned, still_employed=False) == []


def test_a_sum_that_is_paid_once_is_not_promised_to_whoever_has_had_it() -> None:
    """吸纳11人至20人的一次性补贴2万元；吸纳21人至30人的一次性补贴3万元: no sentence pays the difference later."""
    (text,) = advice_on("ningxia", "carrier-subsidy", **CARRIER, workers_hired=15)
    assert text == "这笔钱只给一次：还没有领的，再招用 6 人（共 21 人），就能领 30,000 元。"
    (text,) = advice_on("ningxia", "carrier-subsidy", **CARRIER, workers_hired=15, as_of="2019-12-01")
    assert "新增的人也要在职月数满 12 个月（不间断的话，到 2020-12-01）" in text
    assert advice_on("ningxia", "carrier-subsidy", **CARRIER, workers_hired=15, as_of="2020-01-02") == []


def test_a_new_job_has_no_months_yet() -> None:
    elsewhere = {**WANZHOU, "works_here": False, "months_employed": 5}
    assert advice_on("jining", "travel-meal-subsidy", **elsewhere, as_of="2020-06-01") == [
        "如果“在本地就业”为“是”，并且从那时起在职月数满 3 个月（不间断的话，到 2020-09-01），就能领 1,500 元。"
    ]
    assert advice_on("jining", "travel-meal-subsidy", **elsewhere, as_of="2021-10-02") == []


def test_staff_grows_with_whoever_is_hired_and_is_counted_once() -> None:
    item = show("jining", "base-award", **BASE, workers_hired=2, staff=11)["advice"][0]
    assert item["facts"] == {"workers_hired": 3, "staff": 12}
    item = show("jining", "base-award", **BASE, workers_hired=8, staff=48)["advice"][0]
    assert item["facts"] == {"workers_hired": 10, "staff": 50}


def test_only_the_day_is_open_where_every_other_condition_is_met() -> None:
    conditions = ("obeys_law", "offers_fitting_posts", "trains_staff", "pays_on_time", "provides_lodging")
    base: dict[str, object] = {
        **dict.fromkeys(conditions, True),
        "has_contract": True,
        "is_insured": True,
        "is_enterprise": True,
    }
    base |= {"employer_kind": "domestic-service", "helped_hired": 5, "staff": 101}
    more = "如果再招用 1 人（帮扶对象人数达到 6 人），"
    assert advice_on("dalian", "base-recognition", **base) == [f"{more}就符合条件（要在政策期内）。"]
    assert advice_on("dalian", "base-recognition", **base, as_of="2019-06-01") == [f"{more}就符合条件。"]
    del base["obeys_law"]
    assert advice_on("dalian", "base-recognition", **base) == [f"{more}就满足这一条，其余条件还要补充。"]


def test_who_came_before_the_scope_is_told_nothing() -> None:
    came = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True, "first_came": "2017-12-31"}
    for provision in ("stable-job-subsidy", "family-visit-subsidy", "training-subsidy", "rent-subsidy"):
        assert advice_on("shaoxing", provision, **came, months_employed=2, as_of="2019-06-01") == []


def test_months_that_cannot_be_complete_are_said_to_be_too_late() -> None:
    worker = {**WANZHOU, "works_here": True}
    (text,) = advice_on("jining", "travel-meal-subsidy", **worker, job_start="2021-11-01", as_of="2021-12-01")
    assert text == "按所填的，在政策期内在职月数到不了 3 个月。"
    (text,) = advice_on("jining", "travel-meal-subsidy", **worker, months_employed=2, as_of="2021-12-10")
    assert text == "在职月数还差 1 个月，政策期内能不能满，要填入职日期等才知道。"
    assert advice_on("jining", "travel-meal-subsidy", **worker, months_employed=2, as_of="2022-01-10") == []


def test_months_of_an_earlier_stay_are_not_asked_for_as_if_they_lacked() -> None:
    elsewhere = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": False, "first_came": "2018-03-01"}
    elsewhere["as_of"] = "2020-06-01"
    (anew,) = advice_on("shaoxing", "stable-job-subsidy", **elsewhere, contribution_months=14)
    assert "从那时起参保月数满 3 个月" in anew
    (first,) = advice_on("shaoxing", "stable-job-subsidy", **elsewhere, contribution_months=2)
    assert "，并且参保月数满 3 个月" in first


def test_a_year_whose_income_is_missing_is_not_counted_as_nothing() -> None:
    on_post = {"home": "ningxia", "is_registered_poor": True, "age": 45, "is_willing_and_able": True}
    on_post |= {"holds_public_post": True, "post_start": "2018-07-01", "still_in_post": True, "as_of": "2018-11-10"}
    first = {"rural_income_2017": "11000"}
    (advice,) = show("ningxia", "public-post-living", **on_post, **first)["advice"]
    assert advice["text"] == (
        "如果不间断到 2020-12-31（满 30 个月），可以领得更多；"
        "一共多少，填了2018年农村人均收入、2019年农村人均收入才知道。"
    )
    assert advice["amount"] is None
    every = {**first, "rural_income_2018": "12000", "rural_income_2019": "13000"}
    (advice,) = show("ningxia", "public-post-living", **on_post, **every)["advice"]
    assert advice["amount"] == {"kind": "exact", "min": "30499.98", "max": "30499.98"}


def act_on(policy: str, provision: str, **facts: object) -> list[dict[str, object]]:
    return [item["facts"] for item in show(policy, provision, **facts)["advice"] if item["kind"] != "answer"]


UNSIGNED = {key: value for key, value in BASE.items() if key != "contract_months"} | {"workers_hired": 10}


def test_an_answer_that_only_follows_is_changed_by_what_tells_it() -> None:
    """Without a contract it has no months: signing one comes first, and how long it runs is open again."""
    assert act_on("jining", "base-award", **UNSIGNED, has_contract=False) == [{"has_contract": True}]
    (both,) = act_on("jining", "base-award", **UNSIGNED, has_contract=False, contract_months=0)
    assert both == {"contract_months": 6, "has_contract": True}
    assert act_on("jining", "base-award", **UNSIGNED, has_contract=True, contract_months=3) == [{"contract_months": 6}]
    assert act_on("jining", "base-award", **UNSIGNED, contract_months=3) == [{"contract_months": 6}]


def test_nothing_is_advised_against_what_nobody_can_change() -> None:
    elsewhere = {**WANZHOU, "works_here": False, "still_employed": True, "months_employed": 5, "as_of": "2020-06-01"}
    assert act_on("jining", "travel-meal-subsidy", **elsewhere, cannot_leave_home=False)
    assert act_on("jining", "travel-meal-subsidy", **elsewhere, cannot_leave_home=True) == []
    assert act_on("jining", "travel-meal-subsidy", **elsewhere, is_in_wanzhou=True) == []


def test_nobody_waits_for_months_of_an_insurance_that_there_is_not() -> None:
    worker = {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True, "first_came": "2018-03-01"}
    worker |= {"as_of": "2019-06-01", "still_employed": True}
    (insured,) = act_on("shaoxing", "stable-job-subsidy", **worker, is_insured=True, contribution_months=0)
    assert insured == {"contribution_months": 3}
    (first,) = act_on("shaoxing", "stable-job-subsidy", **worker, is_insured=False)
    assert first == {"is_insured": True, "contribution_months": 3}


def test_who_is_hired_is_counted_wherever_people_are_counted() -> None:
    """Two of thirty are not enough, and nobody is hired without being among those helped and among the staff."""
    (item,) = act_on("jining", "base-award", **BASE, workers_hired=2, helped_hired=2, staff=30)
    assert item["workers_hired"] == item["helped_hired"]
    (fewer,) = act_on("jining", "base-award", **BASE, workers_hired=2, helped_hired=25, staff=30)
    assert "helped_hired" not in fewer
    (text,) = advice_on("jining", "base-award", **BASE, workers_hired=2, helped_hired=2, staff=30)
    assert text.startswith("如果再招用 5 人（吸纳人数达到 7 人），并且帮扶对象人数达到 7 人，")
