"""Zhongshan Torch Zone, 中开管办〔2017〕102号."""

from datetime import date

from tests.twin.plain import Facts, Sum, ceiling, estimate, exact, is_one_of, months_inside

FIRST_DAY = date(2017, 7, 1)
LAST_DAY = date(2019, 12, 31)


def months_of_work(facts: Facts) -> int:
    """Complete months of work inside the window."""
    return months_inside(facts, "months_employed", "job_start", "job_end", FIRST_DAY, LAST_DAY)


def worked_inside(facts: Facts) -> bool:
    """Whether some of the work lies inside the window: months given count only what does."""
    if facts.get("months_employed") is not None:
        return True
    if facts["job_start"] > LAST_DAY:
        return False
    return facts.get("job_end") is None or facts["job_end"] >= FIRST_DAY


def agency_staff_subsidy(facts: Facts) -> Sum | None:
    """四1 and 综上1: 80,000 + 3 × 40,000 a year; 100,000 for the half year of 2017."""
    if not facts["is_entrusted"]:
        return None
    # the text does not say what becomes of the money when the target is missed: the authority decides
    if not facts["meets_target"] and not facts["is_paid_anyway"]:
        return None
    # a year that has not begun by the day of asking has brought nothing yet; that of 2017 begins with the term
    if facts["as_of"] < FIRST_DAY:
        return None
    if facts["as_of"].year < int(facts["plan_year"]):
        return None
    whole = 100000 if facts["plan_year"] == "2017" else 80000 + 3 * 40000
    # 年总运营费用预计20万元; how much it comes to without the target is not written
    return estimate(whole) if facts["meets_target"] else ceiling(whole)


def dispatch_subsidy(facts: Facts) -> Sum | None:
    """四3: 200 per person."""
    # 昭通当地组织发动的政府机构
    if not is_one_of(facts["agent_kind"], "government"):
        return None
    # 吸纳云南省昭通大关籍贫困人员
    if facts["home"] != "daguan":
        return None
    if not facts["is_registered_poor"]:
        return None
    # 每向我区企业输送
    if not facts["works_here"]:
        return None
    if not facts["is_enterprise"]:
        return None
    # 稳定就业3个月, 以参加社会保险为依据
    if months_of_work(facts) < 3:
        return None
    if not facts["is_insured"]:
        return None
    if facts["workers_placed"] == 0:
        return None
    return exact(200 * facts["workers_placed"])


def employment_subsidy(facts: Facts) -> Sum | None:
    """四4: 200 a month, for one year."""
    if facts["home"] != "daguan":
        return None
    if not facts["works_here"]:
        return None
    months = months_of_work(facts)
    if months == 0:
        return None
    if months > 12:
        months = 12
    return exact(200 * months)


def skill_reward(facts: Facts) -> Sum | None:
    """四4: once 500 or 1,000 by level."""
    if facts["home"] != "daguan":
        return None
    if not facts["works_here"]:
        return None
    # 转移在火炬开发区实现就业, while the document is in force
    if not worked_inside(facts):
        return None
    if not facts["has_qualification"]:
        return None
    if facts["certificate_date"] < FIRST_DAY or facts["certificate_date"] > LAST_DAY:
        return None
    # 中级工以下, 高级工以上
    if facts["skill_level"] == "junior" or facts["skill_level"] == "intermediate":
        return exact(500)
    return exact(1000)


RULES = {
    "agency-staff-subsidy": agency_staff_subsidy,
    "dispatch-subsidy": dispatch_subsidy,
    "employment-subsidy": employment_subsidy,
    "skill-reward": skill_reward,
}
