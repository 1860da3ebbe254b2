"""What small mistakes would change unnoticed otherwise (`python -m tests.mutation`), expected by the official texts."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from calc.policies import POLICIES
from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Box,
    Budget,
    BudgetLine,
    Cap,
    Difference,
    Divided,
    Each,
    EitherPayment,
    Form,
    From,
    Given,
    Goal,
    Grade,
    Graded,
    Highest,
    Holds,
    InKind,
    Is,
    Judged,
    Nothing,
    Notice,
    NotLess,
    Once,
    OnOrAfter,
    Plan,
    Reading,
    Rounded,
    SameYear,
    Share,
    ShareAtLeast,
    Staff,
    Stage,
    Sum,
    Tier,
    Tiered,
    Times,
    UpTo,
    When,
    WithinMonths,
    monthly,
    months,
    once,
    per_head,
    wan,
    yearly,
    years,
    yuan,
)
from calc.rules.case import Case, Window
from calc.rules.conventions import CEILING, COMPLETE_MONTHS, FLOOR, INCLUSIVE, ROUNDING, WINDOW_MONTHS, Convention
from calc.rules.payees import Payee, PayeeBy
from calc.rules.spans import EMPLOYMENT, RENT
from calc.rules.word import Word
from calc.values.money import IN_KIND, Amount, Kind, exactly
from calc.values.truth import Verdict

EMPLOYMENT_FUNDS = "就业补助资金"
UNNAMED = "文件未写明资金来源"
EITHER = "各区、县（市）对口帮扶资金或就业专项资金"
LINE = "培训就业扶贫工作经费"
AID, JINING_FUNDS = "济宁市援助资金", "济宁市就业补助资金"
HIRED = "就业失业登记、劳动合同、缴纳社会保险费"
BY_MODE = "worker or trainer"

CARDS = {
    "dalian": """
        base-recognition | 一（二）（三） | recognition | employer
        recognition-procedure | 一（四） | service | employer
        social-insurance-subsidy | 二（一）1 | rate | employer | UNNAMED
        post-subsidy | 二（一）1 | rate | employer | UNNAMED
        agent-subsidy | 二（一）2 | cash | agent | 吸纳贫困劳动力就业的企业所在区市县
        other-subsidies | 二（一）3 | referenced | employer
        training-subsidy | 二（二）1 | referenced | worker
        training-base-nomination | 二（二）2 | service | employer
        promotion | 二（三）1、2 | service | employer
        base-duties | 三（一）–（三） | service | employer
        recognition-form | 附件 | service | employer
    """,
    "ningxia": """
        transport-subsidy | （一） | cash | worker | FUNDS
        carrier-subsidy | （二） | cash | carrier | FUNDS
        incubator-award | （三） | cash | park | FUNDS
        agent-subsidy | （四） | cash | agent | FUNDS
        broker-insurance | （四） | referenced | agent | FUNDS
        employer-insurance-subsidy | （五） | rate | employer | FUNDS
        employer-training | （五）（十） | referenced | employer | FUNDS
        public-post-living | （六） | rate | worker | FUNDS
        public-post-insurance | （六） | rate | worker | FUNDS
        public-post-accident | （六） | cash | worker | FUNDS
        startup-subsidy | （七） | cash | worker | FUNDS
        startup-credit | （七） | referenced | family
        startup-training | （七） | service | worker
        training-payee | （八） | referenced | worker or trainer | FUNDS
        outside-employer-training | （九） | referenced | employer | 就业专项资金、FUNDS
        skill-upgrade | （十） | cash | worker | 失业保险金
        two-graduates | （十一） | cash | family | FUNDS、财政专项扶贫资金
        special-skill-appraisal | （十二） | service | worker
        unemployment-registration | （十三） | service | worker
        public-service | （十三） | service | authority
        data | （十四） | service | authority
        rights | （十五） | service | authority
        conduct | （十六） | service | authority
        publicity | （十七） | service | authority
    """.replace("FUNDS", EMPLOYMENT_FUNDS),
    "zhongshan": """
        placement-plan | 二、四3 | plan | authority
        free-training | 二、三（四）、四4 | service | worker
        agency-staff-subsidy | 四1 | cash | agent | LINE
        dispatch-subsidy | 四3 | cash | sender | LINE
        employment-subsidy | 四4 | cash | worker | LINE
        skill-reward | 四4 | cash | worker | LINE
        budget | 四（综上） | plan | authority
    """.replace("LINE", LINE),
    "shaoxing": """
        placement-plan | 二 | plan | authority
        stable-job-subsidy | 三（一） | cash | worker | EITHER
        family-visit-subsidy | 三（一） | cash | worker | EITHER
        training-subsidy | 三（二） | cash | worker | EITHER
        equal-treatment | 三（三） | referenced | worker | EITHER
        social-insurance-subsidy | 三（三） | rate | employer | EITHER
        rent-subsidy | 三（三） | cash | worker | EITHER
        agent-subsidy | 三（四） | cash | agent | EITHER
        job-fair-subsidy | 三（五） | cash | employer | EITHER
        kind-post-subsidy | 三（六） | referenced | employer | EITHER
        base-award | 三（六） | cash | employer | EITHER
    """.replace("EITHER", EITHER),
    "jining": """
        placement-plan | 一 | plan | authority
        travel-meal-subsidy | 四（一）1 | cash | worker | AID
        cross-province-subsidy | 四（一）1 | cash | worker | AID
        wanzhou-employer-subsidy | 四（一）2 | cash | employer | AID
        workshop-construction | 四（一）3 | referenced | carrier | AID
        public-post-subsidy | 四（一）4 | cash | worker | AID
        training-subsidy-wanzhou | 四（一）5 | referenced | worker | AID
        training-living-allowance | 四（一）5 | cash | worker | AID
        social-insurance-subsidy | 四（二）1 | rate | employer | FUNDS
        post-subsidy | 四（二）2 | referenced | employer | FUNDS
        employer-training-subsidy | 四（二）3 | cash | employer | FUNDS
        training-living-subsidy | 四（二）3 | rate | worker | FUNDS
        work-as-training | 四（二）4 | cash | employer | FUNDS
        base-award | 四（二）5 | cash | carrier | FUNDS
    """.replace("AID", AID).replace("FUNDS", JINING_FUNDS),
}
"""Clause, kind, who is paid, and the funds that the text names: from the register of provisions and the texts."""

EVIDENCE = {
    "dalian/recognition-procedure": "《大连市市级就业扶贫基地认定表》、市人社部门和财政部门规定的其他材料",
    "ningxia/transport-subsidy": "社会保险缴费凭证、用工单位出具的工资证明",
    "zhongshan/dispatch-subsidy": "以参加社会保险为依据",
    "shaoxing/stable-job-subsidy": "依法缴纳3个月以上社会保险",
    "shaoxing/agent-subsidy": "依法缴纳3个月以上社会保险",
    "shaoxing/training-subsidy": "职业资格证书",
    "jining/wanzhou-employer-subsidy": "劳动合同、缴纳社会保险费",
    "jining/social-insurance-subsidy": HIRED,
    "jining/post-subsidy": HIRED,
    "jining/employer-training-subsidy": f"{HIRED}、相关证书",
    "jining/training-living-subsidy": HIRED,
    "jining/work-as-training": HIRED,
    "jining/base-award": HIRED,
}
"""What the texts ask to be shown; for everything else they list nothing."""


@pytest.mark.parametrize("policy", POLICIES)
def test_every_provision_says_its_clause_its_kind_who_is_paid_and_from_which_fund(policy: str) -> None:
    expected = {}
    for line in CARDS[policy].strip().splitlines():
        name, clause, nature, payee, *fund = (cell.strip() for cell in line.split("|"))
        expected[name] = (clause, nature, payee, fund[0].replace("UNNAMED", UNNAMED) if fund else "")
    assert {
        provision.id: (
            provision.clause,
            provision.nature.value,
            BY_MODE if isinstance(provision.payee, PayeeBy) else provision.payee.value,
            "、".join(filter(None, (provision.fund, *provision.funds))),
        )
        for provision in POLICIES[policy].provisions
    } == expected


def test_who_chooses_the_training_decides_who_is_paid() -> None:
    payee = POLICIES["ningxia"].provision("training-payee").payee
    assert payee == PayeeBy("training_mode", (("own-choice", Payee.WORKER), ("government", Payee.TRAINER)))


@pytest.mark.parametrize("policy", POLICIES)
def test_every_provision_lists_the_evidence_that_its_text_asks_for(policy: str) -> None:
    for provision in POLICIES[policy].provisions:
        assert "、".join(provision.evidence) == EVIDENCE.get(f"{policy}/{provision.id}", ""), provision.id


def test_head_counts_count_the_people_that_each_document_is_about() -> None:
    """Registered poor everywhere; Zhongshan helps whoever is registered in Daguan, Dalian the poor of any province."""
    about = {name: policy.people.every_fact for name, policy in POLICIES.items()}
    both = {"home", "is_registered_poor"}
    assert about == {
        "dalian": {"is_registered_poor"},
        "ningxia": both,
        "zhongshan": {"home"},
        "shaoxing": both,
        "jining": both,
    }


def test_each_box_of_the_form_is_filled_by_its_own_answer() -> None:
    form = POLICIES["dalian"].provision("recognition-form").says
    assert isinstance(form, Form)
    assert {box.phrase: box.fact for box in form.boxes} == {
        "企业名称": "unit_name",
        "社会信用代码": "credit_code",
        "单位类型": "employer_kind",
        "主营业务": "main_business",
        "从业人数": "staff",
        "注册资本": "registered_capital",
        "提供岗位数量": "posts_offered",
        "法人代表": "legal_representative",
        "联系方式": "contact",
        "企业地址": "address",
        "区市县、先导区人社部门意见": "",
        "市人社部门意见": "",
    }


def test_an_authority_decides_only_where_the_text_says_so() -> None:
    """成绩突出, 年龄可适当放宽, 成效较好; everything else is a fact that the visitor can know."""
    awaited = {
        (name, provision.id, word.fact)
        for name, policy in POLICIES.items()
        for provision in policy.provisions
        for word in provision.words
        if isinstance(word, Judged)
    }
    posts = ("public-post-living", "public-post-insurance", "public-post-accident")
    assert awaited == {
        ("dalian", "training-base-nomination", "is_effective"),
        ("jining", "base-award", "is_effective"),
        *(("ningxia", post, "is_age_relaxed") for post in posts),
    }


# Words


READING = Reading("doubt", "?", default="one way", other="the other way")
CONTRACT, INSURED = Holds("", "has_contract"), Holds("", "is_insured")
ONE, TWO = Once("", yuan(1)), Once("", yuan(2))
TIERED = Tiered("workers_hired", (Tier("", 11, 20, yuan(10)), Tier("", 21, None, yuan(20))), below="没有")
GRADED = Graded(
    "skill_level", (Grade("初", ("junior",), ONE), Grade("中高", ("intermediate", "senior"), TWO)), otherwise="没有"
)
PLAN = Plan("", 10, (Goal("", "甲", 3, (2018, 2019)), Goal("", "乙", 4)), within=(Goal("", "丙", 2),))
BUDGET = Budget(
    "",
    (2017, 2018),
    (
        BudgetLine("", "a", "甲", wan(1, 2), wan(3)),
        BudgetLine("", "b", "乙", wan(3, 3), (Fraction(2), Fraction(2017))),
        BudgetLine("", "c", "合计", wan(4, 5), wan(9), of=("a", "b")),
    ),
)
NOTICE = Notice("公示", "notice_start", 5, READING, (Stage("", "先申请"),), (Stage("", "后授牌"),))


def open_case(*others: Reading, **answers: Any) -> Case:
    window = Window(date(2020, 1, 1), date(2021, 12, 31))
    return Case(answers, window, frozenset(reading.id for reading in others))


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (CONTRACT, "签订合同"),
        (Holds("", "is_in_home_region", wanted=False), "不属于“单位在户籍省内”"),
        (Judged("", "is_effective"), "成效较好（由主管部门认定）"),
        (Is("", "agent_kind", ("broker", "hr-agency")), "组织者类型为劳务经纪人、经营性人力资源服务机构之一"),
        (AtLeast("", "workers_hired", 10), "吸纳人数不少于 10 人"),
        (AtLeast("", EMPLOYMENT, years(1)), "在职月数不少于 12 个月"),
        (ShareAtLeast("", "workers_hired", "staff", 20), "吸纳人数占职工总数不少于 20%"),
        (SameYear("", "certificate_date", "as_of"), "取证日期与测算日期在同一年"),
        (WithinMonths("", "contract_date", "training_start", years(1)), "培训开始日期在合同签订日期之后 1 年内"),
        (OnOrAfter("", "first_came", date(2018, 1, 1)), "首次来就业日期不早于 2018-01-01"),
        (AllOf("", (CONTRACT, AnyOf("", (INSURED, CONTRACT)))), "签订合同，并且（缴纳社保，或者签订合同）"),
        (AnyOf("", (CONTRACT, AllOf("", (INSURED, CONTRACT)))), "签订合同，或者（缴纳社保，并且签订合同）"),
        (TIERED, "11 至 20 人：10.00 元；21 人以上：20.00 元"),
        (GRADED, "初级（五级）：1.00 元；中级（四级）、高级（三级）：2.00 元"),
        (per_head("", yuan(200), "workers_placed"), "每人 200.00 元"),
        (monthly("", yuan(500), RENT, Cap("", years(3))), "每个月 500.00 元，最多 36 个月"),
        (Times("", ONE, "job_fairs", "场", at_most=once("场")), "每场 1.00 元，最多 1 场"),
        (Share("", 30, Given("", "minimum_wage")), "最低工资的 30%"),
        (Divided(Given("", "rural_income"), Fraction(12), "分十二个月"), "农村人均收入，分十二个月"),
        (Difference("", ONE, TWO), "1.00 元减去2.00 元"),
        (Nothing(""), "不再补助"),
        (NotLess("", yuan(5)), "不低于 5.00 元"),
        (Rounded(ONE), "1.00 元（四舍五入到分）"),
        (From("甲", ONE), "1.00 元（甲）"),
        (Sum((ONE, TWO)), "1.00 元，另加 2.00 元"),
        (When(AtLeast("", "workers_hired", 20), ONE), "吸纳人数不少于 20 人：1.00 元"),
        (Highest((ONE, TWO)), "1.00 元；2.00 元（取较高的一项）"),
        (Each((ONE, TWO)), "1.00 元；2.00 元（可以都领）"),
        (Staff("", "负责人", 3, yuan(40)), "负责人 3 名，每名 40.00 元"),
        (PLAN, "目标 10 人：甲各 3 人，乙 4 人；其中丙 2 人"),
        (BUDGET, "甲 30,000.00 元；乙 60,000.00 元；合计 90,000.00 元"),
        (NOTICE, "先申请；公示 5 个工作日；后授牌"),
        (Form("", (Box("甲"), Box("乙", "staff"))), "甲、乙"),
        (InKind(""), "服务或办理事项，不发放现金"),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_says_what_it_is(word: Any, said: str) -> None:
    assert word.explain() == said


@pytest.mark.parametrize(
    ("word", "conventions"),
    [
        (CONTRACT, ()),
        (AtLeast("", "workers_hired", 10), (INCLUSIVE,)),
        (AtLeast("", EMPLOYMENT, years(1)), (INCLUSIVE, COMPLETE_MONTHS, WINDOW_MONTHS)),
        (ShareAtLeast("", "workers_hired", "staff", 20), (INCLUSIVE,)),
        (WithinMonths("", "contract_date", "training_start", years(1)), (INCLUSIVE,)),
        (per_head("", yuan(200), "workers_placed"), ()),
        (monthly("", yuan(500), RENT), (COMPLETE_MONTHS, WINDOW_MONTHS)),
        (monthly("", yuan(500), RENT, months(6)), (INCLUSIVE, COMPLETE_MONTHS, WINDOW_MONTHS)),
        (TIERED, (INCLUSIVE,)),
        (UpTo("", yuan(1)), (CEILING,)),
        (NotLess("", yuan(1)), (FLOOR,)),
        (Rounded(ONE), (ROUNDING,)),
        (ONE, ()),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_names_the_conventions_it_rests_on(word: Word, conventions: tuple[Convention, ...]) -> None:
    assert word.conventions() == conventions


@pytest.mark.parametrize(
    ("word", "facts"),
    [
        (Judged("", "is_effective"), ("is_effective",)),
        (Is("", "home", ("ningxia",)), ("home",)),
        (SameYear("", "certificate_date", "as_of"), ("certificate_date", "as_of")),
        (WithinMonths("", "contract_date", "training_start", years(1)), ("contract_date", "training_start")),
        (OnOrAfter("", "first_came", date(2018, 1, 1)), ("first_came",)),
        (ShareAtLeast("", "workers_hired", "staff", 20), ("workers_hired", "staff")),
        (monthly("", ONE, RENT), ("rent_months", "rent_start", "still_renting", "rent_end", "first_came", "as_of")),
        (TIERED, ("workers_hired",)),
        (GRADED, ("skill_level",)),
        (NOTICE, ("notice_start",)),
        (Form("", (Box("甲"), Box("乙", "staff"))), ()),
        (Box("乙", "staff"), ("staff",)),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_asks_for_its_facts(word: Word, facts: tuple[str, ...]) -> None:
    assert word.asks() == facts


@pytest.mark.parametrize(
    ("word", "fact", "marks"),
    [
        (Judged("", "is_effective"), "is_effective", (True, False)),
        (AtLeast("", "workers_hired", 0), "workers_hired", (0, 0)),
        (per_head("", ONE, "workers_hired"), "workers_hired", (0, 1)),
        (monthly("", ONE, EMPLOYMENT, months(6), skips=3), "months_employed", (0, 4, 9)),
        (yearly("", ONE, EMPLOYMENT), "months_employed", (0, 12)),
        (Is("", "training_mode", ("government",)), "training_mode", ("own-choice", "government")),
        (Graded("training_mode", (Grade("", ("government",), ONE),), "没有"), "training_mode", None),
        (TIERED, "workers_hired", (11, 10, 21, 20)),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_knows_where_answers_tip_it(word: Word, fact: str, marks: tuple[Any, ...] | None) -> None:
    found = word.landmarks()
    assert list(found) == [fact]
    assert set(found[fact]) == set(marks or ("own-choice", "government"))


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        (Holds("18个工种", "is_listed_trade", (18,)), (18,)),
        (ShareAtLeast("", "workers_hired", "staff", 20), (Fraction(1, 5),)),
        (OnOrAfter("", "first_came", date(2018, 1, 2)), (2018, 1, 2)),
        (Cap("", years(3)), (3,)),
        (Times("", ONE, "job_fairs", "场", at_most=once("场")), ()),
        (Tier("", 11, 20, yuan(10)), (11, 20, 10)),
        (Tier("", 21, None, yuan(20)), (21, 20)),
        (Grade("", ("2017",), ONE, (2017,)), (2017,)),
        (Goal("", "", 3, (2018, 2019)), (2018, 2019, 3)),
        (PLAN, (10,)),
        (Staff("", "", 3, yuan(40)), (3, 40)),
        (BUDGET.lines[0], (30_000,)),
        (NOTICE, (5,)),
        (InKind("", yuan(5)), (5,)),
        (InKind(""), ()),
        (Share("", 30, ONE), (Fraction(3, 10),)),
    ],
    ids=lambda item: type(item).__name__ if isinstance(item, Word) else "",
)
def test_a_word_claims_the_numbers_of_its_phrase(word: Word, numbers: tuple[Any, ...]) -> None:
    assert word.numbers() == numbers


def test_a_share_is_told_only_of_two_counts_and_some_staff() -> None:
    word = ShareAtLeast("", "workers_hired", "staff", 20)
    assert word.judge(open_case(workers_hired=5, staff=20)).found == "吸纳人数：5 人；职工总数：20 人；占 25.00%"
    assert word.judge(open_case(workers_hired=5)).found == "吸纳人数：5 人；职工总数：未填"
    assert word.judge(open_case(staff=20)).found == "吸纳人数：未填；职工总数：20 人"
    assert word.judge(open_case(workers_hired=0, staff=0)).found == "吸纳人数：0 人；职工总数：0 人"
    assert word.ways(open_case(workers_hired=5)) == ({"staff": None},)
    assert word.ways(open_case()) == ({"workers_hired": None, "staff": None},)
    assert word.ways(open_case(workers_hired=5, staff=20)) == ({},)


def test_days_that_are_open_are_a_way_and_days_that_have_passed_are_none() -> None:
    within = WithinMonths("", "contract_date", "training_start", years(1))
    first, later = date(2020, 5, 15), date(2021, 5, 16)
    assert within.ways(open_case()) == ({"contract_date": None, "training_start": None},)
    assert within.ways(open_case(contract_date=first)) == ({"training_start": None},)
    assert within.ways(open_case(contract_date=first, training_start=first)) == ({},)
    assert within.ways(open_case(contract_date=first, training_start=later)) == ()
    assert within.judge(open_case(contract_date=first, training_start=later)).found.endswith("；期限到 2021-05-15")
    since = OnOrAfter("", "first_came", first, "末段")
    assert since.judge(open_case(first_came=later)).clause == "末段"
    assert since.ways(open_case()) == ({"first_came": None},)
    assert since.ways(open_case(first_came=first)) == ({},)
    assert since.ways(open_case(first_came=date(2020, 5, 14))) == ()


def test_the_way_to_more_months_asks_for_what_is_open() -> None:
    word, start = AtLeast("", EMPLOYMENT, months(6)), date(2021, 5, 1)
    assert word.ways(open_case(job_start=start)) == ({"still_employed": None, "as_of": None},)
    assert word.ways(open_case(months_employed=2, as_of=date(2020, 12, 1))) == ({"months_employed": 6},)
    assert word.ways(open_case(months_employed=2, as_of=date(2020, 3, 1))) == ({"months_employed": 6, "as_of": None},)
    assert AtLeast("", EMPLOYMENT, months(24)).ways(open_case()) == ({"months_employed": 24},)
    assert AtLeast("", EMPLOYMENT, months(25)).ways(open_case()) == ()


def test_a_cap_of_its_own_is_a_step_with_its_clause() -> None:
    payout = monthly("租房", yuan(500), RENT, Cap("三年", years(3), "末段")).come_to(open_case(rent_months=5))
    assert [(step.phrase, step.found, step.clause) for step in payout.steps] == [
        ("租房", "租房月数：5 个月；5 个月 × 500.00 元 = 2,500.00 元", ""),
        ("三年", "最多 36 个月", "末段"),
    ]
    (step,) = monthly("租房", yuan(500), RENT, months(6)).come_to(open_case()).steps
    assert step.found.startswith("租房月数：未填")
    assert step.found.endswith("；每个月计")
    ceiling = per_head("", UpTo("", yuan(5)), "workers_trained").come_to(open_case(workers_trained=2))
    assert ceiling.steps[-1].found.endswith("；每人计")


def test_a_tier_says_its_sum_or_that_the_count_is_open() -> None:
    assert [step.found for step in TIERED.come_to(open_case(workers_hired=11)).steps] == ["吸纳人数：11 人；10.00 元"]
    assert [step.found for step in TIERED.come_to(open_case()).steps] == ["吸纳人数：未填"]
    (step,) = GRADED.come_to(open_case(skill_level="technician")).steps
    assert (step.phrase, step.found, step.verdict) == ("初；中高", "证书等级：技师（二级）；没有", Verdict.NO)
    assert [step.phrase for step in GRADED.come_to(open_case(skill_level="junior")).steps] == ["初"]


def test_a_grade_is_a_way_once_it_is_chosen_and_all_are_where_every_option_has_one() -> None:
    full = Graded("training_mode", (Grade("", ("own-choice",), ONE), Grade("", ("government",), TWO)))
    assert full.ways(open_case()) == ({},)
    assert GRADED.ways(open_case()) == tuple({"skill_level": level} for level in ("junior", "intermediate", "senior"))
    assert GRADED.ways(open_case(skill_level="technician")) == ()  # a level once reached does not change
    nothing = Graded("training_mode", (Grade("", ("own-choice",), Nothing("")), Grade("", ("government",), TWO)))
    assert nothing.ways(open_case(training_mode="own-choice")) == ()
    assert nothing.come_to(open_case()).verdict is Verdict.UNKNOWN


def test_a_plan_a_budget_and_a_form_pay_nothing_and_say_themselves() -> None:
    for word in (PLAN, BUDGET):
        payout = word.come_to(open_case())
        assert (payout.amount, payout.verdict, payout.steps) == (IN_KIND, Verdict.YES, ())
    said = Plan("目标", 4, (Goal("", "乙", 4),)).come_to(open_case())
    assert [step.found for step in said.steps] == ["目标 4 人：乙 4 人"]
    form = Form("表", (Box("甲"), Box("乙", "staff"), Box("丙", "unit_name")))
    assert [step.found for step in form.come_to(open_case(staff=3)).steps] == ["已填 1 栏，共 2 栏"]
    filled = form.fill_form(open_case(staff=3)).boxes
    assert [(box.label, box.text, box.is_own) for box in filled] == [
        ("甲", "", False),
        ("乙", "3 人", True),
        ("丙", "", True),
    ]
    assert PLAN.goals[0].total == 6


def test_a_budget_that_does_not_add_up_is_refused() -> None:
    line = BudgetLine("甲", "a", "甲", wan(1, 2), wan(4))
    with pytest.raises(ValueError, match="none of its figures"):
        Budget("", (2017, 2018), (line,))
    parts = (BudgetLine("", "a", "甲", wan(1, 2), wan(3)), BudgetLine("和", "b", "乙", wan(1, 3), (), of=("a",)))
    with pytest.raises(ValueError, match="do not add up"):
        Budget("", (2017, 2018), parts)
    with pytest.raises(ValueError, match="larger than the whole"):
        Plan("", 4, (Goal("", "乙", 4),), within=(Goal("", "丙", 5),))


def test_a_notice_tells_its_stages_in_order_and_its_last_day_by_the_reading() -> None:
    for others, last in (((), "2018-10-10"), ((READING,), "2018-10-09")):
        payout = NOTICE.come_to(open_case(*others, notice_start=date(2018, 9, 28)))
        said = [step.found for step in payout.steps]
        assert said == ["先申请", f"2018-09-28 开始公示，最后一天是 {last}", "后授牌"]
        assert payout.missing == ()
    assert NOTICE.come_to(open_case()).missing == ("notice_start",)


def test_a_length_says_what_the_text_writes() -> None:
    assert [str(length) for length in (years(3), months(6), once("场"))] == ["3 年", "6 个月", "1 场"]
    assert [length.count for length in (years(3), months(6), once("场"))] == [36, 6, 1]


def test_a_single_tier_asks_for_the_count_only_where_it_decides() -> None:
    above = Tiered("workers_hired", (Tier("", 11, None, yuan(10)),), below="没有")
    assert (above.come_to(open_case()).verdict, above.come_to(open_case()).missing) == (
        Verdict.UNKNOWN,
        ("workers_hired",),
    )
    everyone = Tiered("workers_hired", (Tier("", 0, None, yuan(10)),))
    assert (everyone.come_to(open_case()).verdict, everyone.come_to(open_case()).missing) == (Verdict.YES, ())


def test_an_open_grade_asks_for_what_decides_and_keeps_every_reason() -> None:
    word = Graded(
        "training_mode",
        (
            Grade("", ("own-choice",), Given("", "minimum_wage")),
            Grade("", ("government",), per_head("", yuan(1), "workers_hired")),
        ),
    )
    assert word.come_to(open_case()).missing == ("training_mode", "workers_hired")
    nothing = Graded("training_mode", (Grade("甲", ("own-choice",), Nothing("不再")),), "没有")
    assert [step.phrase for step in nothing.come_to(open_case()).steps] == ["甲", "不再"]


def test_rounding_keeps_the_steps_before_it() -> None:
    payout = Rounded(Divided(Once("一元", yuan(1)), Fraction(3), "三分之一")).come_to(open_case())
    assert [step.found for step in payout.steps][:2] == ["1.00 元", "三分之一"]
    assert len(payout.steps) == 3


def test_the_ways_of_a_sum_follow_the_reading() -> None:
    word = EitherPayment(READING, default=per_head("", yuan(1), "workers_hired"), other=Nothing(""))
    assert word.ways(open_case()) == ({"workers_hired": 1},)
    assert word.ways(open_case(READING)) == ()


def test_a_part_of_a_plan_may_be_all_of_it() -> None:
    assert Plan("", 4, (Goal("", "乙", 4),), within=(Goal("", "丙", 4),)).within


def test_months_found_from_dates_say_from_which_day_they_count() -> None:
    measured = EMPLOYMENT.measure(open_case(job_start=date(2020, 5, 15), still_employed=True, as_of=date(2020, 8, 20)))
    assert measured.found == "自 2020-05-15 起，政策期内满 3 个月"


def test_months_that_can_be_reached_end_with_the_window() -> None:
    assert EMPLOYMENT.most_reachable(open_case(job_start=date(2020, 5, 15))) == (19,)
    assert EMPLOYMENT.most_reachable(open_case()) == ()


def test_who_came_on_the_last_day_of_the_window_came_in_it() -> None:
    assert not RENT.is_over_before(open_case(first_came=date(2021, 12, 31)))
    assert RENT.is_over_before(open_case(first_came=date(2022, 1, 1)))


def test_a_sum_of_sums_keeps_the_steps_of_each() -> None:
    figure = Given("工资", "minimum_wage").come_to(open_case())
    assert [(step.phrase, step.found) for step in figure.steps] == [("工资", "最低工资：未填")]
    assert [step.phrase for step in Given("工资", "minimum_wage").come_to(open_case(minimum_wage=1)).steps] == ["工资"]
    difference = Difference("补差", Once("整", yuan(2)), Once("零", yuan(1))).come_to(open_case())
    assert [step.phrase for step in difference.steps] == ["整", "零", "补差"]
    assert [step.phrase for step in Nothing("不再").come_to(open_case()).steps] == ["不再"]
    assert Nothing("").come_to(open_case()).steps == ()
    assert [step.phrase for step in Share("三成", 30, Once("整", yuan(2))).come_to(open_case()).steps] == ["整", "三成"]


def test_the_highest_of_sums_is_sure_only_once_no_other_can_be_higher() -> None:
    word = Highest((When(CONTRACT, ONE), When(INSURED, TWO)))
    assert word.come_to(open_case(has_contract=True)).amount == Amount(Kind.RANGE, Fraction(1), Fraction(2))
    assert word.come_to(open_case(has_contract=True, is_insured=False)).amount == exactly(yuan(1))
    assert word.come_to(open_case(has_contract=True, is_insured=True)).amount == exactly(yuan(2))
