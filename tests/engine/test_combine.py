"""Benefits that exclude each other: best permitted combinations, totals by payee and fund."""

from calc import assess as answer
from calc.policies import POLICIES
from calc.rules.payees import Payee
from tests.asking import ask

TRAINER = {
    "home": "wanzhou",
    "is_registered_poor": True,
    "works_here": True,
    "months_employed": 6,
    "is_job_registered": True,
    "contract_months": 6,
    "is_insured": True,
    "contract_date": "2020-05-01",
    "training_start": "2020-06-01",
    "training_days": 10,
    "has_certificate": True,
    "is_trained_by_home": False,
    "is_enterprise": True,
    "employer_ran_training": True,
    "workers_trained": 3,
    "is_work_as_training": True,
    "work_as_training_start": "2020-08-01",
    "work_as_training_days": 40,
    "workers_trained_at_work": 3,
    "minimum_wage": "1730",
}


def test_where_none_dominates_both_are_shown() -> None:
    answered = ask("jining", **TRAINER, skill_level="senior")
    options = [(*option.provisions, str(option.low), str(option.high)) for option in answered.combinations]
    assert options == [("work-as-training", "3000", "3000"), ("employer-training-subsidy", "0", "6000")]


def test_a_sure_sum_dominates_a_ceiling_that_is_lower() -> None:
    answered = ask("jining", **{**TRAINER, "skill_level": "junior", "workers_trained": 1, "workers_trained_at_work": 1})
    assert {option.provisions for option in answered.combinations} == {("work-as-training",)}


def test_what_is_not_possible_excludes_nothing() -> None:
    answered = ask("jining", **{**TRAINER, "work_as_training_days": 29})
    assert answered.exclusions.pairs == ()
    assert answered.combinations == ()


def test_an_unknown_exclusion_is_never_no() -> None:
    """While it is open whether the other benefit applies, the choice between them is open too."""
    facts = {fact: value for fact, value in TRAINER.items() if fact != "has_certificate"}
    answered = ask("jining", **facts, skill_level="senior")
    assert len(answered.combinations) == 2


def test_the_other_reading_excludes_the_living_subsidy_too() -> None:
    answered = ask("jining", **TRAINER, skill_level="senior")
    ((reading, options),) = answered.combinations_otherwise
    assert reading.id == "living-subsidy-excluded"
    assert ("employer-training-subsidy", "training-living-subsidy") in {option.provisions for option in options}


def test_totals_take_the_best_choice_and_keep_ceilings_beside() -> None:
    answered = ask("jining", **TRAINER, skill_level="senior")
    employer = next(row for row in answered.totals if row.payee == "employer" and "就业补助" in row.fund)
    assert employer.low == 3_000
    assert employer.ceiling == 0
    shaoxing = {
        "home": "hubei-paired",
        "is_registered_poor": True,
        "works_here": True,
        "first_came": "2018-03-01",
        "months_employed": 12,
        "is_trained_here": True,
        "has_qualification": True,
        "certificate_date": "2019-01-01",
        "skill_level": "junior",
        "rents_alone": False,
        "contribution_months": 3,
    }
    worker = next(row for row in ask("shaoxing", **shaoxing).totals if row.payee == "worker")
    assert [worker.low, worker.high, worker.ceiling] == [8_000, 8_000, 1_000]


def test_totals_keep_an_estimate_beside() -> None:
    answered = ask("zhongshan", is_entrusted=True, meets_target=True, plan_year="2018")
    (agency,) = (row for row in answered.totals if row.payee == "agent")
    assert [agency.low, agency.high, agency.ceiling, agency.estimate] == [0, 0, 0, 200_000]


def test_the_answer_names_the_combinations_and_their_reading() -> None:
    shown = answer("jining", {**TRAINER, "skill_level": "senior"})["combinations"]
    assert {item["reading"] for item in shown} == {None, "living-subsidy-excluded"}


def test_what_is_excluded_is_training_and_what_may_be_meant_is_paid_to_workers() -> None:
    """其他形式的职业培训补贴: the employer's training subsidy; by the other reading all that is paid for training."""
    excludes = POLICIES["jining"].provision("work-as-training").excludes
    assert excludes
    assert excludes.others == ("employer-training-subsidy",)
    assert set(excludes.disputed) == {
        "training-subsidy-wanzhou",
        "training-living-subsidy",
        "training-living-allowance",
    }
    paid = {POLICIES["jining"].provision(name).payee for name in excludes.disputed}
    assert paid == {Payee.WORKER}
