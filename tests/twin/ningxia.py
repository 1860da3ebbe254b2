"""Ningxia, 宁政办规发〔2018〕9号."""

from datetime import date

from tests.twin.plain import Facts, Sum, exact, floor, is_one_of, months_inside

FIRST_DAY = date(2018, 7, 1)
LAST_DAY = date(2020, 12, 31)


def is_inside(day: date) -> bool:
    """Whether a day lies in the window."""
    return day >= FIRST_DAY and day <= LAST_DAY


def is_poor_worker_of_ningxia(facts: Facts) -> bool:
    """建档立卡贫困劳动力 of the region."""
    return bool(facts["is_registered_poor"]) and facts["home"] == "ningxia"


def months_of_work(facts: Facts) -> int:
    """Complete months of work inside the window."""
    return months_inside(facts, "months_employed", "job_start", "job_end", FIRST_DAY, LAST_DAY)


def transport_subsidy(facts: Facts) -> Sum | None:
    """（一）: each year 200 for another county, 800 for another province."""
    if not is_poor_worker_of_ningxia(facts):
        return None
    # 稳定在1年以上, 签订劳动合同, 缴纳各项社会保险
    months = months_of_work(facts)
    if months < 12:
        return None
    if not facts["has_contract"]:
        return None
    if not facts["is_fully_insured"]:
        return None
    years = months // 12
    if facts["work_place"] == "other-county":
        return exact(200 * years)
    if facts["work_place"] == "other-province":
        return exact(800 * years)
    return None


def is_carrier(facts: Facts) -> bool:
    """Four kinds are named; 等就业扶贫载体: whether another carrier belongs to them is for the authority."""
    if is_one_of(facts["employer_kind"], "workshop", "community-factory", "industry-base", "processing-base"):
        return True
    return is_one_of(facts["employer_kind"], "employment-base", "other-carrier") and bool(facts["is_employer_accepted"])


def carrier_subsidy(facts: Facts) -> Sum | None:
    """（二）: once, by the number of workers."""
    if not is_carrier(facts):
        return None
    # 各地 of the region 在贫困村、移民村和扶贫产业园创建; the other reading does not ask it
    if not facts["is_in_poor_village"]:
        return None
    if not facts["is_local_employer"]:
        return None
    if not is_poor_worker_of_ningxia(facts):
        return None
    if months_of_work(facts) < 12:
        return None
    if not facts["has_contract"]:
        return None
    if not facts["is_fully_insured"]:
        return None
    workers = facts["workers_hired"]
    if workers < 11:
        return None
    if workers <= 20:
        return exact(20000)
    if workers <= 30:
        return exact(30000)
    if workers <= 100:  # 100 stands in two tiers; the default reading takes this one
        return exact(60000)
    return exact(100000)


def incubator_award(facts: Facts) -> Sum | None:
    """（三）: not less than 500,000, or 1,000,000."""
    if facts["park_standard"] == "none":
        return None
    if not is_inside(facts["park_standard_date"]):
        return None
    if facts["park_standard"] == "prefecture":
        return floor(500000)
    return exact(1000000)


def is_placing_agent(facts: Facts) -> bool:
    """劳务中介组织、劳务经纪人等: others are for the authority; 驻外劳务管理工作机构 are only praised."""
    if is_one_of(facts["agent_kind"], "labour-agency", "broker"):
        return True
    return is_one_of(facts["agent_kind"], "hr-agency", "cooperative", "other") and bool(facts["is_agent_accepted"])


def agent_subsidy(facts: Facts) -> Sum | None:
    """（四）: 200 per person in a first job."""
    if not is_placing_agent(facts):
        return None
    if not is_poor_worker_of_ningxia(facts):
        return None
    # 到企业
    if not facts["is_enterprise"]:
        return None
    # 初次就业1年以上, 签订劳动合同, 缴纳社会保险
    if not facts["is_first_job"]:
        return None
    if months_of_work(facts) < 12:
        return None
    if not facts["has_contract"]:
        return None
    if not facts["is_insured"]:
        return None
    if facts["workers_placed"] == 0:
        return None
    return exact(200 * facts["workers_placed"])


def startup_subsidy(facts: Facts) -> Sum | None:
    """（七）: once 10,000."""
    if not is_poor_worker_of_ningxia(facts):
        return None
    if not facts["founds_business"]:
        return None
    if not facts["creates_jobs"]:
        return None
    # 连续正常经营1年以上
    if months_inside(facts, "business_months", "business_start", None, FIRST_DAY, LAST_DAY) < 12:
        return None
    return exact(10000)


def skill_upgrade(facts: Facts) -> Sum | None:
    """（十）: 1,000, 1,500 or 2,000 by level."""
    if not is_poor_worker_of_ningxia(facts):
        return None
    # 失业保险3年以上
    if facts["unemployment_insurance_months"] < 36:
        return None
    if not facts["has_qualification"] and not facts["has_skill_level"]:
        return None
    if not is_inside(facts["certificate_date"]):
        return None
    # 当年取得
    if facts["certificate_date"].year != facts["as_of"].year:
        return None
    if facts["skill_level"] == "junior":
        return exact(1000)
    if facts["skill_level"] == "intermediate":
        return exact(1500)
    if facts["skill_level"] == "senior":
        return exact(2000)
    return None


def two_graduates(facts: Facts) -> Sum | None:
    """（十一）: 6,000 and 3,000 from two funds."""
    if not is_poor_worker_of_ningxia(facts):
        return None
    if not facts["is_two_graduate"]:
        return None
    if not facts["is_school_term_passed"]:
        return None
    if not is_inside(facts["training_start"]):
        return None
    return exact(6000 + 3000)


RULES = {
    "transport-subsidy": transport_subsidy,
    "carrier-subsidy": carrier_subsidy,
    "incubator-award": incubator_award,
    "agent-subsidy": agent_subsidy,
    "startup-subsidy": startup_subsidy,
    "skill-upgrade": skill_upgrade,
    "two-graduates": two_graduates,
}
