"""What the texts say of every provision: its clause, its kind, who is paid, from which fund, and what must be shown."""

import pytest

from calc.policies import POLICIES
from calc.rules import Form, Judged
from calc.rules.payees import Payee, PayeeBy

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
