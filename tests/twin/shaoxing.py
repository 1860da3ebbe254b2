"""Shaoxing, 绍市人社发〔2018〕160号, part 三."""

from datetime import date

from tests.twin.plain import Facts, Rule, Sum, ceiling, exact, is_one_of, months_inside

FIRST_DAY = date(2018, 1, 1)
LAST_DAY = date(2020, 12, 31)


def is_inside(day: date) -> bool:
    """Whether a day lies in the window."""
    return day >= FIRST_DAY and day <= LAST_DAY


def is_in_scope(facts: Facts) -> bool:
    """末段 (范围): registered poor, from one of four provinces, first came in or after 2018."""
    if not facts["is_registered_poor"]:
        return False
    if facts["home"] not in (
        "sichuan-paired",
        "guizhou-paired",
        "hubei-paired",
        "jilin-paired",
        "sichuan-other",
        "guizhou-other",
        "hubei-other",
        "jilin-other",
    ):
        return False
    return bool(facts["first_came"] >= date(2018, 1, 1))


def is_covered_person(facts: Facts) -> bool:
    """对口帮扶地区建档立卡人员: of those in the scope the ones from a paired area."""
    return is_in_scope(facts) and not facts["home"].endswith("-other")


def first_day_of(facts: Facts) -> date:
    """The day from which time in Shaoxing counts: the window's first, or that of coming when that is later."""
    if facts["first_came"] > FIRST_DAY:
        came: date = facts["first_came"]
        return came
    return FIRST_DAY


def months_of_work(facts: Facts) -> int:
    """Complete months of work inside the window."""
    return months_inside(facts, "months_employed", "job_start", "job_end", FIRST_DAY, LAST_DAY)


def months_of_insurance(facts: Facts) -> int:
    """Complete months of social insurance inside the window."""
    return months_inside(facts, "contribution_months", "insured_since", None, first_day_of(facts), LAST_DAY)


def months_of_insurance_in_the_job(facts: Facts) -> int:
    """Complete months of social insurance inside the window that the job in question brought: none before or after."""
    first_day = first_day_of(facts)
    if facts.get("job_start") is not None and facts["job_start"] > first_day:
        first_day = facts["job_start"]
    return months_inside(facts, "job_contribution_months", "insured_since", "job_end", first_day, LAST_DAY)


def stable_job_subsidy(facts: Facts) -> Sum | None:
    """（一）: once 3,000 after 3 months of social insurance."""
    if not is_covered_person(facts):
        return None
    if not facts["works_here"]:
        return None
    if months_of_insurance(facts) < 3:
        return None
    return exact(3000)


def family_visit_subsidy(facts: Facts) -> Sum | None:
    """（一）: once 5,000 after a year of work."""
    if not is_covered_person(facts):
        return None
    if not facts["works_here"]:
        return None
    if months_of_work(facts) < 12:
        return None
    return exact(5000)


def training_subsidy(facts: Facts) -> Sum | None:
    """（二）: at most 1,000, or 1,500, or 2,000 by level."""
    if not is_covered_person(facts):
        return None
    if not facts["works_here"]:
        return None
    if not facts["is_trained_here"]:
        return None
    if not facts["has_qualification"]:
        return None
    if not is_inside(facts["certificate_date"]):
        return None
    if facts["skill_level"] == "junior":
        return ceiling(1000)
    if facts["skill_level"] == "intermediate":
        return exact(1500)
    if facts["skill_level"] == "senior":
        return exact(2000)
    return None


def rent_subsidy(facts: Facts) -> Sum | None:
    """（三）: 500 a month, for three years at most (末段). The sentence says 建档立卡人员 alone, of no paired area."""
    if not is_in_scope(facts):
        return None
    # 来绍就业创业
    if not facts["works_here"] and not facts["founds_business"]:
        return None
    if not facts["rents_alone"]:
        return None
    months = months_inside(facts, "rent_months", "rent_start", "rent_end", first_day_of(facts), LAST_DAY)
    if months == 0:
        return None
    if months > 36:
        months = 36
    return exact(500 * months)


def agent_subsidy(facts: Facts) -> Sum | None:
    """（四）: once 2,000 per person."""
    # three kinds are named, then 等市场主体: of others, as an agency for labour, an authority decides
    is_named = is_one_of(facts["agent_kind"], "hr-agency", "cooperative", "broker")
    is_other = is_one_of(facts["agent_kind"], "other", "labour-agency") and facts["is_agent_accepted"]
    if not is_named and not is_other:
        return None
    # 对成功组织对口帮扶地区建档立卡人员来绍就业
    if not is_covered_person(facts):
        return None
    if not facts["works_here"]:
        return None
    # 成功组织…来绍就业，并…缴纳3个月以上: of the job for which the agent has organised them
    if months_of_insurance_in_the_job(facts) < 3:
        return None
    if facts["workers_placed"] == 0:
        return None
    return exact(2000 * facts["workers_placed"])


def job_fair_subsidy(facts: Facts) -> Sum | None:
    """（五）: 3,000 for each fair, to every enterprise (每家企业)."""
    if not facts["is_enterprise"]:
        return None
    if facts["job_fairs"] == 0:
        return None
    if not is_inside(facts["job_fair_date"]):
        return None
    return exact(3000 * facts["job_fairs"])


def base_award(facts: Facts) -> Sum | None:
    """（六）: 100,000 for a national base from 20 registered in a year, 50,000 for a provincial one from 10 poor."""
    if facts["base_rank"] == "none":
        return None
    # 年度: a year of the term. Of the day on which the base was listed the text says nothing.
    if facts["hiring_year"] not in ("2018", "2019", "2020"):
        return None
    # nobody has been hired in a year that has not begun
    if facts["as_of"] < date(int(facts["hiring_year"]), 1, 1):
        return None
    is_national = facts["base_rank"] == "nation" or facts["base_rank"] == "both"
    is_provincial = facts["base_rank"] == "province" or facts["base_rank"] == "both"
    if is_national and facts["hired_in_year"] >= 20:
        return exact(100000)
    if is_provincial and facts["poor_hired_in_year"] >= 10:
        return exact(50000)
    return None


def within_claims(rule: Rule) -> Rule:
    """兑现政策截止时间为 2021 年 12 月 31 日: nothing can be had when asked later."""
    return lambda facts: None if facts["as_of"] > date(2021, 12, 31) else rule(facts)


RULES = {
    "stable-job-subsidy": within_claims(stable_job_subsidy),
    "family-visit-subsidy": within_claims(family_visit_subsidy),
    "training-subsidy": within_claims(training_subsidy),
    "rent-subsidy": within_claims(rent_subsidy),
    "agent-subsidy": within_claims(agent_subsidy),
    "job-fair-subsidy": within_claims(job_fair_subsidy),
    "base-award": within_claims(base_award),
}
