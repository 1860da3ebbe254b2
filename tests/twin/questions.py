"""Random questions, complete and without contradiction, close to where the rules tip.

The same seed gives the same questions. Most answers are such that a provision may be granted: otherwise nearly every
question would end in a refusal.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.twin import dalian, jining, ningxia, shaoxing, zhongshan
from tests.twin.plain import add_months, complete_months

DAY = timedelta(days=1)
MONTHS = (0, 1, 2, 3, 3, 4, 5, 6, 6, 7, 11, 12, 12, 13, 18, 23, 24, 25, 29, 30, 35, 36, 37)
PERSONS = (0, 1, 2, 8, 9, 9, 10, 10, 11, 12, 19, 20, 20, 21, 30, 31, 99, 100, 100, 101, 250, 1000)
HOMES = (
    "ningxia",
    "wanzhou",
    "daguan",
    "liaoning",
    "sichuan-paired",
    "guizhou-paired",
    "hubei-paired",
    "jilin-paired",
    "sichuan-other",
    "guizhou-other",
    "hubei-other",
    "jilin-other",
    "elsewhere",
)
PAIRED = ("sichuan-paired", "guizhou-paired", "hubei-paired", "jilin-paired")
LEVELS = ("junior", "intermediate", "senior", "technician", "senior-technician")
EMPLOYERS = (
    "workshop",
    "community-factory",
    "industry-base",
    "processing-base",
    "employment-base",
    "labour-agency",
    "domestic-service",
    "other-carrier",
    "small-enterprise",
    "farm-operator",
    "private-non-enterprise",
    "social-organisation",
    "enterprise",
    "other",
)
ENTERPRISES = ("domestic-service", "small-enterprise", "enterprise")
ASSOCIATIONS = ("private-non-enterprise", "social-organisation")
AGENTS = ("labour-agency", "broker", "hr-agency", "cooperative", "government", "other")

Question = dict[str, Any]


def mostly(random: Random) -> bool:
    """Yes, nine times in ten."""
    return random.random() < 0.9


def either(random: Random) -> bool:
    """Yes or no."""
    return random.random() < 0.5


def count_persons(random: Random, question: Question, homes: Sequence[str]) -> int:
    """How many covered persons were taken on, trained or placed.

    The worker asked about stands for all of them: there are none when he or she is not covered.
    """
    if question["is_registered_poor"] and question["home"] in homes:
        return random.choice(PERSONS)
    return 0


def pick(random: Random, likely: Sequence[str], every: Sequence[str]) -> str:
    """One of those that may qualify, or now and then any."""
    return random.choice(likely if random.random() < 0.8 else every)


def pick_kinds(random: Random, likely: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """One kind, or several at once: no enterprise is an association too."""
    kinds = {pick(random, likely, every)}
    while random.random() < 0.3:
        kinds.add(random.choice(every))
    if not kinds.isdisjoint(ENTERPRISES):
        kinds -= {*ASSOCIATIONS}
    return tuple(kind for kind in every if kind in kinds)


def is_enterprise(random: Random, question: Question) -> bool:
    """Whether the employer is an enterprise, as its kinds allow."""
    kinds = {*question["employer_kind"]}
    return not kinds.isdisjoint(ENTERPRISES) or (kinds.isdisjoint(ASSOCIATIONS) and mostly(random))


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return add_months(day.replace(day=1), 1) - DAY


def between(random: Random, first: date, last: date) -> date:
    """Any day from first to last; now and then the end or the start of its month."""
    day = first + DAY * random.randint(0, max((last - first).days, 0))
    if random.random() < 0.25:
        day = random.choice((month_end(day), day.replace(day=1), month_end(day) - DAY))
    return min(max(day, first), max(first, last))


def near(random: Random, day: date) -> date:
    """A day, the one before it, or the one after."""
    return day + DAY * random.choice((-1, 0, 0, 1))


def some_day(random: Random, first_day: date, last_day: date, latest: date) -> date:
    """A day of an event: inside the window, at its edges, or a little outside, never after the day of asking."""
    where = random.random()
    if where < 0.6:
        day = between(random, first_day, last_day)
    elif where < 0.75:
        day = near(random, first_day)
    elif where < 0.9:
        day = near(random, last_day)
    else:
        day = between(random, add_months(first_day, -14), add_months(last_day, 14))
    return min(day, latest)


def asking_day(random: Random, first_day: date, last_day: date) -> date:
    """The day of asking: mostly late in the window or after it, where something has happened already."""
    where = random.random()
    if where < 0.45:
        return between(random, add_months(first_day, 3), last_day)
    if where < 0.65:
        return near(random, last_day)
    if where < 0.9:
        return between(random, last_day + DAY, add_months(last_day, 24))
    if where < 0.95:
        return near(random, first_day)
    return between(random, add_months(first_day, -6), first_day)


def begin(random: Random, day_after: date, first_day: date) -> date:
    """A first day such that the months up to a day are just complete, or just not, or any other day."""
    where = random.random()
    if where < 0.5:
        return near(random, add_months(day_after, -random.choice(MONTHS)))
    if where < 0.65:
        return near(random, first_day)
    if where < 0.75:
        return month_end(add_months(day_after, -random.choice(MONTHS)))
    return between(random, add_months(first_day, -6), day_after)


def add_stay(
    random: Random,
    question: Question,
    names: tuple[str, str, str | None, str],
    first_day: date,
    last_day: date,
    earliest: date = date(2010, 1, 1),
) -> None:
    """Answer since when something goes on, never before `earliest`: by dates, or by the number of months.

    `names` are the facts of the first day, of going on still, of the last day (None where it is not asked), and of the
    months. Where only the first day can be told, what has ended is told in months.
    """
    start, ongoing, end, months = names
    as_of: date = question["as_of"]
    still = question.get(ongoing, random.random() < 0.6)
    question[ongoing] = still
    if random.random() < 0.4 or (not still and end is None):
        most = complete_months(max(first_day, earliest), min(as_of, last_day + DAY))
        question[months] = min(random.choice(MONTHS), most) if random.random() < 0.9 else random.randint(0, most)
        return
    if still or end is None:
        latest, day_after = as_of, min(as_of, last_day + DAY)
    else:
        gone = near(random, last_day) if random.random() < 0.3 else between(random, max(first_day, earliest), as_of)
        latest = max(min(gone, as_of), earliest)
        question[end] = latest
        day_after = latest + DAY
    question[start] = max(min(begin(random, day_after, first_day), latest), earliest)


def add_stay_of(
    random: Random,
    question: Question,
    had: str,
    names: tuple[str, str, str | None, str],
    first_day: date,
    last_day: date,
) -> None:
    """Answer since when something goes on for whom has it at all; there is nothing of it for anybody else."""
    if question[had]:
        add_stay(random, question, names, first_day, last_day)
    else:
        _, ongoing, _, months = names
        question |= {ongoing: False, months: 0}


def learn(random: Random, question: Question, first_day: date, last_day: date, earliest: date) -> None:
    """Answer what certificate was obtained, and when; without one there is neither day nor level."""
    question["has_qualification"] = mostly(random)
    question["has_certificate"] = question["has_qualification"] or either(random)
    if question["has_certificate"]:
        day = some_day(random, first_day, last_day, question["as_of"])
        if random.random() < 0.15:
            year = question["as_of"].year
            day = min(near(random, date(year, 1, 1)), question["as_of"])
        question["certificate_date"] = min(max(day, earliest), question["as_of"])
        question["skill_level"] = pick(random, LEVELS[:3], LEVELS)


def ask_dalian(random: Random) -> Question:
    """A question to Dalian. It names no end: any late day serves as one."""
    first_day, last_day = dalian.FIRST_DAY, date(2021, 6, 30)
    question: Question = {
        "as_of": asking_day(random, first_day, last_day),
        "home": pick(random, ("liaoning",), HOMES),
        "is_registered_poor": mostly(random),
        "works_here": mostly(random),
        "has_contract": mostly(random),
        "is_insured": mostly(random),
        "is_trained_here": either(random),
        "employer_kind": pick_kinds(random, EMPLOYERS, EMPLOYERS),
        "workers_hired": random.choice(PERSONS),
        "agent_kind": pick_kinds(random, ("hr-agency", "broker"), AGENTS),
        "employer_contribution": Decimal("861.37"),
        "minimum_wage": Decimal(random.choice(("1620", "1810", "1910.55"))),
    }
    question["is_enterprise"] = is_enterprise(random, question)
    question["workers_placed"] = count_persons(random, question, HOMES)
    question["staff"] = max(1, question["workers_hired"] * random.choice((1, 5, 20)))
    question["helped_hired"] = question["workers_hired"]
    for fact in (
        "obeys_law",
        "offers_fitting_posts",
        "trains_staff",
        "pays_on_time",
        "provides_lodging",
        "is_recognised_base",
        "training_work_is_outstanding",
    ):
        question[fact] = either(random)
    question["job_start"] = some_day(random, first_day, last_day, question["as_of"])
    question["placed_on"] = some_day(random, first_day, last_day, question["as_of"])
    question["still_employed"] = either(random)
    if not question["still_employed"]:
        question["job_end"] = between(random, question["job_start"], question["as_of"])
    learn(random, question, first_day, last_day, date(2010, 1, 1))
    return question


def ask_ningxia(random: Random) -> Question:
    """A question to Ningxia."""
    first_day, last_day = ningxia.FIRST_DAY, ningxia.LAST_DAY
    as_of = asking_day(random, first_day, last_day)
    question: Question = {
        "as_of": as_of,
        "home": pick(random, ("ningxia",), HOMES),
        "is_registered_poor": mostly(random),
        "age": random.choice((16, 38, 39, 39, 40, 40, 41, 59, 60, 61)),
        "has_disability": either(random),
        "is_age_relaxed": either(random),
        "is_willing_and_able": mostly(random),
        "work_place": pick(random, ("other-county", "other-province"), ("own-county",)),
        "is_first_job": mostly(random),
        "has_contract": mostly(random),
        "is_insured": mostly(random),
        "is_two_graduate": mostly(random),
        "is_trained": mostly(random),
        "unemployment_insurance_months": random.choice((0, 12, 35, 36, 36, 37, 60)),
        "holds_public_post": mostly(random),
        "founds_business": mostly(random),
        "employer_kind": pick_kinds(
            random,
            ("workshop", "community-factory", "industry-base", "processing-base", "other-carrier"),
            EMPLOYERS,
        ),
        "agent_kind": pick_kinds(random, ("labour-agency", "broker"), AGENTS),
        "park_standard": random.choice(("none", "prefecture", "prefecture", "region", "nation")),
        "is_in_poor_village": mostly(random),
        "jobless_months": random.choice((0, 5, 6, 7)),
        "rural_income_2017": Decimal("10737.88"),
        "rural_income_2018": Decimal("11707.64"),
        "rural_income_2019": Decimal("12858.43"),
        "premium_help": random.choice(("none", "part", "all")),
        "second_tier_premium": Decimal("480"),
        "employer_contribution": Decimal("755.55"),
        "training_mode": random.choice(("own-choice", "government", "employer")),
        "broker_sex": random.choice(("female", "male")),
        "broker_age": random.choice((39, 40, 49, 50)),
    }
    question["creates_jobs"] = question["founds_business"] and mostly(random)
    if question["premium_help"] != "none":
        question["premium_already_paid"] = Decimal("120.50")
    question["workers_hired"] = count_persons(random, question, ("ningxia",))
    question["workers_placed"] = count_persons(random, question, ("ningxia",))
    question["is_enterprise"] = is_enterprise(random, question)
    for fact in (
        "is_resettled",
        "lives_in_town",
        "is_training_task_done",
        "is_listed_trade",
        "wants_business",
        "has_business_will",
        "has_good_credit",
        "has_good_project",
        "is_local_employer",
        "is_agent_accepted",
        "is_employer_accepted",
        "joins_employee_insurance",
        "chooses_higher_tier",
    ):
        question[fact] = either(random)
    question["is_fully_insured"] = question["is_insured"] and mostly(random)
    if question["is_trained"]:
        question["employer_ran_training"] = question["training_mode"] == "employer"
    else:
        question["employer_ran_training"] = False
        question["training_mode"] = random.choice(("own-choice", "government"))
    question["contract_months"] = random.choice((6, 11, 12, 13, 36)) if question["has_contract"] else 0
    question["is_school_term_passed"] = question["is_trained"] and mostly(random)
    if question["is_trained"]:
        question["training_start"] = some_day(random, first_day, last_day, as_of)
    if question["park_standard"] != "none":
        question["park_standard_date"] = some_day(random, first_day, last_day, as_of)
    learn(random, question, first_day, last_day, date(2010, 1, 1))
    for fact in ("has_skill_level", "has_special_skill"):
        question[fact] = question["has_certificate"] and either(random)
    add_stay(random, question, ("job_start", "still_employed", "job_end", "months_employed"), first_day, last_day)
    business = ("business_start", "still_in_business", None, "business_months")
    add_stay_of(random, question, "founds_business", business, first_day, last_day)
    post = ("post_start", "still_in_post", "post_end", "post_months")
    add_stay_of(random, question, "holds_public_post", post, first_day, last_day)
    if question["still_employed"] or question["still_in_business"] or question["still_in_post"]:
        question["jobless_months"] = 0
    return question


def ask_zhongshan(random: Random) -> Question:
    """A question to Zhongshan."""
    first_day, last_day = zhongshan.FIRST_DAY, zhongshan.LAST_DAY
    as_of = asking_day(random, first_day, last_day)
    question: Question = {
        "as_of": as_of,
        "home": pick(random, ("daguan",), HOMES),
        "is_registered_poor": mostly(random),
        "is_willing_to_train": either(random),
        "is_two_graduate": either(random),
        "is_graduate": either(random),
        "is_educated_youth": either(random),
        "works_here": mostly(random),
        "is_enterprise": mostly(random),
        "is_insured": mostly(random),
        "agent_kind": pick_kinds(random, ("government",), AGENTS),
        "is_entrusted": mostly(random),
        "is_paid_anyway": either(random),
        "plan_year": random.choice(("2017", "2018", "2019")),
    }
    question["workers_placed"] = count_persons(random, question, ("daguan",))
    # a year's target can only be met once that year's work has begun
    has_begun = as_of >= max(first_day, date(int(question["plan_year"]), 1, 1))
    question["meets_target"] = has_begun and mostly(random)
    learn(random, question, first_day, last_day, date(2010, 1, 1))
    del question["has_certificate"]
    add_stay(random, question, ("job_start", "still_employed", "job_end", "months_employed"), first_day, last_day)
    if question.get("months_employed") == 0:
        # no month at all does not say whether the work lies in the window: its first day does
        del question["months_employed"]
        question.update(job_start=as_of, still_employed=True)
    return question


def ask_shaoxing(random: Random) -> Question:
    """A question to Shaoxing: nobody works there before the first coming."""
    first_day, last_day = shaoxing.FIRST_DAY, shaoxing.LAST_DAY
    as_of = asking_day(random, first_day, last_day)
    if random.random() < 0.6:
        first_came = near(random, first_day)
    else:
        first_came = between(random, add_months(first_day, -4), last_day)
    first_came = min(first_came, as_of)
    question: Question = {
        "as_of": as_of,
        "first_came": first_came,
        "home": pick(random, PAIRED, HOMES),
        "is_registered_poor": mostly(random),
        "works_here": mostly(random),
        "rents_alone": mostly(random),
        "is_insured": mostly(random),
        "is_trained_here": mostly(random),
        "founds_business": either(random),
        "fills_kind_post": either(random),
        "job_fairs": random.choice((0, 1, 1, 2, 3, 12)),
        "base_rank": random.choice(("none", "nation", "nation", "province", "province", "both", "both")),
        "is_enterprise": mostly(random),
        "hiring_year": random.choice(
            ("other", *(year for year in ("2018", "2019", "2020") if int(year) <= as_of.year))
        ),
        "hired_in_year": random.choice(PERSONS),
        "employer_contribution": Decimal("1012.5"),
        "agent_kind": pick_kinds(random, ("hr-agency", "cooperative", "broker"), AGENTS),
        "is_agent_accepted": either(random),
    }
    question["poor_hired_in_year"] = question["hired_in_year"] + random.choice((0, 0, 1, 10))
    question["workers_placed"] = count_persons(random, question, PAIRED)
    if question["job_fairs"]:
        question["job_fair_date"] = some_day(random, first_day, last_day, as_of)
    learn(random, question, first_day, last_day, first_came)
    del question["has_certificate"]
    job = ("job_start", "still_employed", "job_end", "months_employed")
    add_stay(random, question, job, first_day, last_day, first_came)
    # insurance and the lease may have begun before the first coming: what lies before it does not count
    came = max(first_day, first_came)
    add_insurance(random, question, "contribution_months", came, last_day)
    if "insured_since" not in question or "job_start" not in question:
        left = min(question.get("job_end", as_of), last_day) + DAY
        in_the_job = complete_months(max(came, question.get("job_start", came)), min(left, as_of))
        most = min(shaoxing.months_of_insurance(question), in_the_job)
        question["job_contribution_months"] = random.choice((0, most, most, min(3, most), min(2, most)))
    lease = ("rent_start", "still_renting", "rent_end", "rent_months")
    add_stay_of(random, question, "rents_alone", lease, came, last_day)
    return question


def ask_jining(random: Random) -> Question:
    """A question to Jining."""
    first_day, last_day = jining.FIRST_DAY, jining.LAST_DAY
    as_of = asking_day(random, first_day, last_day)
    question: Question = {
        "as_of": as_of,
        "home": pick(random, ("wanzhou",), HOMES),
        "is_registered_poor": mostly(random),
        "is_willing_to_train": mostly(random),
        "has_no_business_support": mostly(random),
        "has_no_market_job": mostly(random),
        "works_here": random.random() < 0.6,
        "has_contract": mostly(random),
        "is_insured": mostly(random),
        "is_selected": mostly(random),
        "is_work_as_training": mostly(random),
        "is_job_registered": mostly(random),
        "is_trained": mostly(random),
        "holds_public_post": mostly(random),
        "employer_kind": pick_kinds(random, ("workshop", "employment-base"), EMPLOYERS),
        "employer_contribution": Decimal("633.33"),
        "minimum_wage": Decimal("1730"),
        "is_recognised_workshop": either(random),
        "is_effective": mostly(random),
    }
    question["workers_hired"] = count_persons(random, question, ("wanzhou",))
    question["staff"] = max(1, question["workers_hired"] * 5 + random.choice((-1, 0, 0, 1, 2, 400)))
    question["staff"] = max(question["staff"], question["workers_hired"])
    job = ("job_start", "still_employed", "job_end", "months_employed")
    add_stay(random, question, job, first_day, last_day)
    post = ("post_start", "still_in_post", "post_end", "post_months")
    add_stay_of(random, question, "holds_public_post", post, first_day, last_day)
    add_insurance(random, question, "insured_months", first_day, last_day)
    keep_to_job(question, first_day, last_day)
    if not question["has_contract"]:
        question["contract_months"] = 0
    else:
        question["contract_months"] = random.choice((3, 5, 6, 6, 7, 12, 24, 600))
        signed = question.get("job_start", some_day(random, first_day, last_day, as_of))
        question["contract_date"] = min(near(random, signed), as_of)
    question["is_enterprise"] = is_enterprise(random, question)
    # A job in Jining is none at an enterprise of Wanzhou, and nobody still has it who cannot leave home.
    question["is_in_wanzhou"] = not question["works_here"] and question["is_enterprise"] and mostly(random)
    question["hires_nearby"] = not question["works_here"] and either(random)
    question["is_home_post"] = question["holds_public_post"] and mostly(random)
    question["cannot_leave_home"] = not (question["works_here"] and question["still_employed"]) and mostly(random)
    question["is_trained_by_home"] = question["is_trained"] and either(random)
    question["employer_ran_training"] = question["is_trained"] and not question["is_trained_by_home"] and mostly(random)
    if question["is_work_as_training"]:
        began = start_training(random, question, first_day, last_day)
        question["work_as_training_start"] = max(began, question.get("job_start", began))
        lasting = (as_of - question["work_as_training_start"]).days + 1
        question["work_as_training_days"] = min(random.choice((1, 29, 30, 30, 31, 60)), lasting)
    else:
        question["work_as_training_days"] = 0
    at_work = count_persons(random, question, ("wanzhou",)) if question["is_work_as_training"] else 0
    question["workers_trained_at_work"] = min(at_work, question["workers_hired"])
    question["training_days"] = random.choice((1, 29, 30, 30, 31, 59, 60, 61)) if question["is_trained"] else 0
    trained = count_persons(random, question, ("wanzhou",)) if question["is_trained"] else 0
    question["workers_trained"] = min(trained, question["workers_hired"])
    question["has_certificate"] = question["is_trained"] and mostly(random)
    if question["has_certificate"]:
        question["skill_level"] = pick(random, LEVELS[:3], LEVELS)
    if question["is_trained"]:
        question["training_start"] = start_training(random, question, first_day, last_day)
        lasting = (as_of - question["training_start"]).days + 1
        question["training_days"] = min(question["training_days"], lasting)
    if question["has_certificate"]:
        question["certificate_date"] = min(near(random, question["training_start"]), as_of)
    question["workers_trained"] = min(question["workers_trained"], question["workers_hired"])
    return question


def start_training(random: Random, question: Question, first_day: date, last_day: date) -> date:
    """A day close to the contract's, to its anniversary, or anywhere; the training is over on the day of asking."""
    as_of: date = question["as_of"]
    over: date = as_of - DAY * (question.get("training_days", 30) - 1)
    day = some_day(random, first_day, last_day, over)
    if "contract_date" in question and random.random() < 0.7:
        signed = question["contract_date"]
        anniversary = add_months(signed, 12)
        day = random.choice((near(random, signed), near(random, anniversary), between(random, signed, anniversary)))
    return min(day, over)


def add_insurance(random: Random, question: Question, months: str, first_day: date, last_day: date) -> None:
    """Answer since when social insurance is paid; who is not insured pays none."""
    if not question["is_insured"]:
        question["still_insured"] = False
        question[months] = 0
        return
    question["still_insured"] = mostly(random)
    add_stay(random, question, ("insured_since", "still_insured", None, months), first_day, last_day)


def keep_to_job(question: Question, first_day: date, last_day: date) -> None:
    """Tell only months insured in this very job: in months where the job is told so, and no more than it has lasted."""
    day_after = min(question["as_of"], last_day + DAY)
    if "job_start" not in question and "insured_since" in question:
        question["insured_months"] = complete_months(max(question.pop("insured_since"), first_day), day_after)
    elif "job_start" in question and "insured_months" in question:
        lasted = complete_months(max(question["job_start"], first_day), day_after)
        question["insured_months"] = min(question["insured_months"], lasted)


QUESTIONS: Mapping[str, Callable[[Random], Question]] = {
    "dalian": ask_dalian,
    "ningxia": ask_ningxia,
    "zhongshan": ask_zhongshan,
    "shaoxing": ask_shaoxing,
    "jining": ask_jining,
}
