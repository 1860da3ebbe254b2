"""What is always true of the answers together: declared once, for complaints and for what follows."""

from calc.facts.catalogue import CATALOGUE
from calc.facts.constraint import Constraint, LeavesNothing, Reaches, Stay, Takes, never, said
from calc.facts.questions import Day
from calc.facts.worker import HOMES

EMPLOYMENT = Stay("months_employed", "job_start", "still_employed", "job_end")
INSURANCE = Stay("insured_months", "insured_since", "still_insured")
CONTRIBUTIONS = Stay("contribution_months", "insured_since", "still_insured")
JOB_CONTRIBUTIONS = Stay("job_contribution_months", "insured_since", "still_insured")
BUSINESS = Stay("business_months", "business_start", "still_in_business")
POST = Stay("post_months", "post_start", "still_in_post", "post_end")
BROKER_INSURANCE = Stay("broker_insured_months", "broker_insured_since", "broker_still_insured")
RENT = Stay("rent_months", "rent_start", "still_renting", "rent_end")
STAYS = (EMPLOYMENT, INSURANCE, CONTRIBUTIONS, JOB_CONTRIBUTIONS, BUSINESS, POST, BROKER_INSURANCE, RENT)

PAST_DAYS = tuple(fact for fact, asked in CATALOGUE.items() if isinstance(asked, Day) and not asked.may_lie_ahead)

FAR_HOMES = tuple(home for home in HOMES if home not in ("ningxia", "liaoning", "elsewhere"))
"""Homes in which no document asks whether somebody works: whoever still works where one applies has left home."""

DAYS: tuple[Constraint, ...] = (
    Reaches("job_start", ("first_came",)),
    Reaches("work_as_training_start", ("job_start",)),
    *STAYS,
    Reaches("as_of", PAST_DAYS),
    Takes("training_days", "training_start", "as_of"),
    Takes("work_as_training_days", "work_as_training_start", "as_of"),
)

COUNTS: tuple[Constraint, ...] = (
    Reaches("workers_hired", ("workers_trained", "workers_trained_at_work")),
    Reaches("helped_hired", ("workers_hired",)),
    Reaches("poor_hired_in_year", ("hired_in_year",)),
    Reaches("contribution_months", ("job_contribution_months",)),
    Reaches("staff", ("workers_hired", "helped_hired")),
    Reaches("second_tier_premium", ("premium_already_paid",)),
)

JOB: tuple[Constraint, ...] = (
    LeavesNothing("没有签订合同", "has_contract", False, ("contract_months", "contract_date")),
    LeavesNothing(
        "没有缴纳社会保险",
        "is_insured",
        False,
        (
            *("is_fully_insured", "insured_since", "still_insured"),
            *("insured_months", "contribution_months", "job_contribution_months"),
        ),
    ),
    LeavesNothing("仍在职", "still_employed", True, ("jobless_months",)),
    LeavesNothing("仍在公益性岗位", "still_in_post", True, ("jobless_months",)),
    LeavesNothing(
        "没有被安排在公益性岗位",
        "holds_public_post",
        False,
        ("is_home_post", "post_start", "still_in_post", "post_end", "post_months"),
    ),
    LeavesNothing("政府没有代缴", "premium_help", "none", ("premium_already_paid",)),
    # Who once worked here and has gone home may be unable to leave it now.
    never(
        said("cannot_leave_home", True),
        said("works_here", True),
        given=said("home", *FAR_HOMES),
        unless=said("still_employed", False),
        asking="现在已经不在那里工作、回到家乡了吗？",
    ),
    # A job where the policy holds is none near home.
    never(said("works_here", True), said("is_in_wanzhou", True)),
    never(said("works_here", True), said("hires_nearby", True), given=said("home", *FAR_HOMES)),
    never(said("is_enterprise", False), said("is_in_wanzhou", True)),
)

LEARNING: tuple[Constraint, ...] = (
    LeavesNothing(
        "没有参加培训",
        "is_trained",
        False,
        (
            "is_trained_here",
            "is_trained_by_home",
            "employer_ran_training",
            "training_start",
            "training_days",
            "passed_training",
            "is_school_term_passed",
        ),
    ),
    never(said("employer_ran_training", True), said("is_trained_by_home", True)),
    never(said("employer_ran_training", True), said("training_mode", "own-choice", "government")),
    never(said("employer_ran_training", False), said("training_mode", "employer")),
    LeavesNothing(
        "没有开展以工代训",
        "is_work_as_training",
        False,
        ("work_as_training_start", "work_as_training_days", "workers_trained_at_work"),
    ),
    LeavesNothing(
        "没有取得证书",
        "has_certificate",
        False,
        ("has_qualification", "has_skill_level", "has_special_skill", "certificate_date", "skill_level"),
    ),
)

OTHERS: tuple[Constraint, ...] = (
    LeavesNothing("不是自己租房", "rents_alone", False, ("rent_start", "still_renting", "rent_end", "rent_months")),
    LeavesNothing(
        "没有创业",
        "founds_business",
        False,
        ("creates_jobs", "business_start", "still_in_business", "business_months"),
    ),
    LeavesNothing("仍在经营", "still_in_business", True, ("jobless_months",)),
    never(said("employer_kind", "private-non-enterprise", "social-organisation"), said("is_enterprise", True)),
    never(said("employer_kind", "small-enterprise", "domestic-service", "enterprise"), said("is_enterprise", False)),
    LeavesNothing("没有认定为扶贫车间", "is_recognised_workshop", False, ("recognised_on",)),
    LeavesNothing("参加 0 场招聘会", "job_fairs", 0, ("job_fair_date",)),
    LeavesNothing("园区尚未达标", "park_standard", "none", ("park_standard_date",)),
)

CONSTRAINTS = (*DAYS, *COUNTS, *JOB, *LEARNING, *OTHERS)
