"""What somebody may be advised to change: reviewed fact by fact. A new fact is reviewed before it joins either side."""

import pytest

from calc.facts import catalogue
from calc.facts.catalogue import CATALOGUE
from calc.facts.consistency import STAYS
from calc.facts.questions import CreditCode, Text

CHANGEABLE = {
    # The worker can take a job, sign, register, insure, rent, learn, found a business.
    *("works_here", "work_place", "has_contract", "contract_months", "is_insured", "still_insured"),
    *("is_job_registered", "rents_alone", "holds_public_post", "founds_business", "creates_jobs"),
    *("is_trained", "is_trained_here", "is_school_term_passed"),
    *("has_certificate", "has_qualification", "has_skill_level", "has_special_skill", "is_fully_insured"),
    *("is_training_task_done", "is_listed_trade", "joins_employee_insurance", "chooses_higher_tier"),
    # The employer and the agent can hire, offer, train, apply, and meet this year's target.
    *("obeys_law", "offers_fitting_posts", "trains_staff", "pays_on_time", "provides_lodging", "fills_kind_post"),
    *("is_recognised_base", "is_recognised_workshop", "hires_nearby", "park_standard", "meets_target"),
    *("is_work_as_training", "workers_trained_at_work", "hired_in_year", "poor_hired_in_year"),
    *("workers_hired", "helped_hired", "staff", "workers_trained", "workers_placed", "job_fairs", "posts_offered"),
    # Time alone brings these.
    *("months_employed", "insured_months", "contribution_months", "job_contribution_months"),
    *("post_months", "rent_months", "business_months"),
    *("unemployment_insurance_months", "broker_insured_months"),
}


def test_every_fact_is_reviewed() -> None:
    deciding = {name for name, asked in CATALOGUE.items() if not isinstance(asked, Text | CreditCode)}
    assert {name for name in deciding if not CATALOGUE[name].is_fixed} == CHANGEABLE


def test_whoever_starts_anew_starts_every_stay_on_its_first_day() -> None:
    """A change that renewed the months of a stay without its first day would leave months that nobody had."""
    of_stays = {fact for stay in STAYS for fact in (stay.months, stay.ongoing, stay.end)}
    for name, asked in CATALOGUE.items():
        assert of_stays.isdisjoint(asked.renews), name


def test_a_question_that_names_what_is_not_asked_fails_at_import() -> None:
    catalogue.check_names(CATALOGUE)
    lost = {name: asked for name, asked in CATALOGUE.items() if name != "contract_date"}
    with pytest.raises(
        ValueError, match=r"^has_contract names .*\['contract_date'\]|^works_here names .*contract_date"
    ):
        catalogue.check_names(lost)
