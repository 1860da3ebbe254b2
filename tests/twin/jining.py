"""Jining, 济人社字〔2020〕47号, part 四."""

from datetime import date

from tests.twin.plain import Facts, Sum, add_months, ceiling, exact, floor, is_one_of, months_inside

FIRST_DAY = date(2020, 1, 1)
LAST_DAY = date(2021, 12, 31)


def is_inside(day: date) -> bool:
    """Whether a day lies in the window."""
    return day >= FIRST_DAY and day <= LAST_DAY


def is_poor_worker_of_wanzhou(facts: Facts) -> bool:
    """万州区建档立卡贫困劳动力."""
    return bool(facts["is_registered_poor"]) and facts["home"] == "wanzhou"


def months_of_work(facts: Facts) -> int:
    """Complete months of work inside the window."""
    return months_inside(facts, "months_employed", "job_start", "job_end", FIRST_DAY, LAST_DAY)


def meets_second_track(facts: Facts) -> bool:
    """（二）: a poor worker of Wanzhou, six months of stable work, registered, contract, social insurance."""
    if not is_poor_worker_of_wanzhou(facts):
        return False
    if not facts["works_here"]:
        return False
    if months_of_work(facts) < 6:
        return False
    if not facts["is_job_registered"]:
        return False
    if facts["contract_months"] < 6:
        return False
    return bool(facts["is_insured"])


def travel_meal_subsidy(facts: Facts) -> Sum | None:
    """（一）1: once 1,500."""
    if not is_poor_worker_of_wanzhou(facts):
        return None
    if not facts["works_here"]:
        return None
    if months_of_work(facts) < 3:
        return None
    return exact(1500)


def cross_province_subsidy(facts: Facts) -> Sum | None:
    """（一）1: 1,000 a month, six months at most, from the first month."""
    if not is_poor_worker_of_wanzhou(facts):
        return None
    if not facts["works_here"]:
        return None
    months = months_of_work(facts)
    if months < 3:
        return None
    if months > 6:
        months = 6
    return exact(1000 * months)


def wanzhou_employer_subsidy(facts: Facts) -> Sum | None:
    """（一）2: once 6,000 per person, for some enterprises of Wanzhou that take on poor people."""
    if not is_poor_worker_of_wanzhou(facts):
        return None
    if not facts["is_selected"]:
        return None
    if not facts["is_in_wanzhou"]:
        return None
    if not facts["is_enterprise"]:
        return None
    if not facts["has_contract"]:
        return None
    # 企业…与其签订劳动合同、连续缴纳1年以上, 仍在缴纳: what another employer contributed before does not count
    first_day = max(FIRST_DAY, facts["job_start"]) if facts.get("job_start") else FIRST_DAY
    if months_inside(facts, "insured_months", "insured_since", None, first_day, LAST_DAY) < 12:
        return None
    if not facts["still_insured"]:
        return None
    if not facts["still_employed"]:
        return None
    if facts["workers_hired"] == 0:
        return None
    return exact(6000 * facts["workers_hired"])


def public_post_subsidy(facts: Facts) -> Sum | None:
    """（一）4: 990 a month for 三无 workers."""
    if not is_poor_worker_of_wanzhou(facts):
        return None
    if not facts["cannot_leave_home"]:
        return None
    if not facts["has_no_business_support"]:
        return None
    if not facts["has_no_market_job"]:
        return None
    if not facts["holds_public_post"]:
        return None
    # 万州区人社局通过开发…公益性岗位
    if not facts["is_home_post"]:
        return None
    months = months_inside(facts, "post_months", "post_start", "post_end", FIRST_DAY, LAST_DAY)
    if months == 0:
        return None
    return exact(990 * months)


def training_living_allowance(facts: Facts) -> Sum | None:
    """（一）5: not less than 50 a day, in training by Wanzhou's own office."""
    if not is_poor_worker_of_wanzhou(facts):
        return None
    if not facts["is_willing_to_train"]:
        return None
    if not facts["is_trained"]:
        return None
    if not facts["is_trained_by_home"]:
        return None
    if not is_inside(facts["training_start"]):
        return None
    if facts["training_days"] == 0:
        return None
    return floor(50 * facts["training_days"])


def employer_training_subsidy(facts: Facts) -> Sum | None:
    """（二）3: at most 1,000, 1,500 or 2,000 per person by level."""
    if not meets_second_track(facts):
        return None
    if not facts["is_enterprise"]:
        return None
    # 企业开展岗位技能培训
    if not facts["employer_ran_training"]:
        return None
    # 开展岗位技能培训，取得相关证书后: not one from before the training
    if not facts["has_certificate"] or facts["certificate_date"] < facts["training_start"]:
        return None
    # 自签订劳动合同之日起1年内; the last day of the year counts
    if facts["training_start"] < facts["contract_date"]:
        return None
    if facts["training_start"] > add_months(facts["contract_date"], 12):
        return None
    if not is_inside(facts["training_start"]):
        return None
    if facts["workers_trained"] == 0:
        return None
    if facts["skill_level"] == "junior":
        return ceiling(1000 * facts["workers_trained"])
    if facts["skill_level"] == "intermediate":
        return ceiling(1500 * facts["workers_trained"])
    if facts["skill_level"] == "senior":
        return ceiling(2000 * facts["workers_trained"])
    return None


def work_as_training(facts: Facts) -> Sum | None:
    """（二）4: once 1,000 per person."""
    if not meets_second_track(facts):
        return None
    # 开展以工代训，时间30天以上
    if not facts["is_work_as_training"]:
        return None
    if facts["work_as_training_days"] < 30:
        return None
    if not is_inside(facts["work_as_training_start"]):
        return None
    if facts["workers_trained_at_work"] == 0:
        return None
    return exact(1000 * facts["workers_trained_at_work"])


def base_award(facts: Facts) -> Sum | None:
    """（二）5: once 3,000 per person, from 10 persons or 20% of all staff."""
    # 就业扶贫基地（车间）
    if not is_one_of(facts["employer_kind"], "employment-base", "workshop"):
        return None
    if not meets_second_track(facts):
        return None
    if facts["workers_hired"] == 0:
        return None
    if facts["workers_hired"] < 10 and facts["workers_hired"] * 100 < facts["staff"] * 20:
        return None
    # 成效较好, for both branches
    if not facts["is_effective"]:
        return None
    return exact(3000 * facts["workers_hired"])


RULES = {
    "travel-meal-subsidy": travel_meal_subsidy,
    "cross-province-subsidy": cross_province_subsidy,
    "wanzhou-employer-subsidy": wanzhou_employer_subsidy,
    "public-post-subsidy": public_post_subsidy,
    "training-living-allowance": training_living_allowance,
    "employer-training-subsidy": employer_training_subsidy,
    "work-as-training": work_as_training,
    "base-award": base_award,
}
