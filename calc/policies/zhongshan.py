"""Zhongshan Torch Zone, 中开管办〔2017〕102号: placements from Daguan county, 2017-07-01 to 2019-12-31."""

from datetime import date
from fractions import Fraction

from calc.policy import Instalment, Nature, Payee, Policy, Provision, Term
from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Goal,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Once,
    Plan,
    Staff,
    Sum,
    monthly,
    months,
    per_head,
    years,
    yuan,
)
from calc.spans import EMPLOYMENT

BUDGET_LINE = "培训就业扶贫工作经费"
MAY_FOLLOW = "原文用“可参照”，是“可以”还是“应当”，以经办机构为准。"

moved_from_daguan = (
    Is("昭通大关县户籍劳动力", "home", ("daguan",)),
    Holds("转移在火炬开发区实现就业", "works_here"),
)

free_training = Provision(
    id="free-training",
    clause="二、三（四）",
    title="免费培训和实习",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="有劳动能力和培训意愿的贫困人员免费参加技能培训；“两后生”、大中专毕业生有岗前培训、勤工俭学和实习岗位。",
    when=(
        Is("大关县", "home", ("daguan",)),
        AnyOf(
            "",
            (
                AllOf(
                    "有劳动能力和培训意愿的农村贫困人员可免费参加技能提升培训",
                    (Holds("", "is_registered_poor"), Holds("", "is_willing_to_train")),
                ),
                Holds("贫困户口家庭中的“两后生”、大中专毕业生", "is_two_graduate"),
            ),
        ),
    ),
    pays=InKind("提供免费的岗前就业培训、就业创业指导、勤工俭学岗位和专业对口实习就业岗位"),
)

agency_staff_subsidy = Provision(
    id="agency-staff-subsidy",
    clause="四1",
    title="劳务机构工作人员补贴",
    payee=Payee.AGENT,
    nature=Nature.CASH,
    gist="受委托的劳务机构安排四名人员，完成年度目标的，按年补贴；二〇一七年下半年减半。先拨一半，其余按进度。",
    fund=BUDGET_LINE,
    when=(
        Holds("受委托的劳务机构", "is_entrusted"),
        Holds("按年度目标完成扶贫就业任务的", "meets_target"),
    ),
    pays=Graded(
        "plan_year",
        (
            Grade("", ("2017",), Once("年支出10万", yuan(100_000))),
            Grade(
                "",
                ("2018", "2019"),
                Sum(
                    (
                        Staff("1名负责人8万", 1, yuan(80_000)),
                        Staff("其余3名4万元进行补贴", 3, yuan(40_000)),
                    )
                ),
            ),
        ),
    ),
    instalments=(
        Instalment("前期第一阶段拨付50%的劳务费", "前期第一阶段", Fraction(1, 2), 50),
        Instalment("以后按工作进度拨付", "按工作进度", Fraction(1, 2)),
    ),
)

dispatch_subsidy = Provision(
    id="dispatch-subsidy",
    clause="四3",
    title="劳务输出补贴",
    payee=Payee.SENDER,
    nature=Nature.CASH,
    gist="昭通当地组织发动的政府机构，每向火炬区企业输送一人、稳定就业满三个月，领一次补贴。",
    fund=BUDGET_LINE,
    when=(
        Is("昭通当地组织发动的政府机构", "agent_kind", ("government",)),
        Holds("向我区企业输送…就业", "works_here"),
        AtLeast("在企业稳定就业3个月", EMPLOYMENT, months(3)),
        Holds("以参加社会保险为依据", "is_insured"),
    ),
    pays=per_head("给予200元/人的补贴", yuan(200), "workers_placed"),
    evidence=("以参加社会保险为依据",),
)

employment_subsidy = Provision(
    id="employment-subsidy",
    clause="四4",
    title="就业补助",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="大关县户籍劳动力转移到火炬区就业，按月领就业补助，最多一年。",
    fund=BUDGET_LINE,
    when=moved_from_daguan,
    pays=monthly("每月发放200元/人的就业补助，每人可领取1年", yuan(200), EMPLOYMENT, at_most=years(1)),
    notes=(MAY_FOLLOW,),
)

skill_reward = Provision(
    id="skill-reward",
    clause="四4",
    title="培训奖励",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="大关县户籍、在火炬区就业的劳动力免费培训后取得职业资格证书，按等级领一次奖励。",
    fund=BUDGET_LINE,
    when=(*moved_from_daguan, Holds("获得职业资格证书", "has_qualification")),
    pays=Graded(
        "skill_level",
        (
            Grade("中级工以下每人一次性奖励500元", ("junior", "intermediate"), Once("", yuan(500))),
            Grade(
                "高级工以上每人一次性奖励1000元",
                ("senior", "technician", "senior-technician"),
                Once("", yuan(1_000)),
            ),
        ),
    ),
    happens="certificate_date",
    notes=(MAY_FOLLOW, "“以下”“以上”都包括本级；技师、高级技师在高级工以上。"),
)

placement_plan = Provision(
    id="placement-plan",
    clause="二、四3",
    title="转移就业目标",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="三年推动大关县贫困人口转移到火炬区就业七百五十人。",
    pays=Plan(
        "农村贫困人口750人实现转移到我区就业",
        persons=750,
        goals=(
            Goal("2017年下半年150人", "2017 年下半年", 150, (2017,)),
            Goal("2018年和2019年各300人", "2018 年和 2019 年", 300, (2018, 2019)),
        ),
    ),
)

budget = Provision(
    id="budget",
    clause="四（综上）",
    title="三年预算",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="劳务机构、劳务输出、就业补助和培训奖励三年的预算；可在预算页按自己的假设重算。",
    pays=InKind("综上预算支出如下"),
)

ZHONGSHAN = Policy(
    id="zhongshan",
    region="中山火炬开发区",
    place="中山火炬开发区",
    title="关于对口协作开展昭通市大关县农村劳动力就业扶贫工作的实施方案",
    number="中开管办〔2017〕102号",
    issuer="中山火炬高技术产业开发区管理委员会办公室",
    issued=date(2017, 7, 4),
    term=Term("从2017年7月1日起执行，有效期至2019年12月31日", date(2017, 7, 1), date(2019, 12, 31)),
    claims_until=None,
    audience="对象是云南省昭通市大关县的农村贫困劳动力；就业补助和培训奖励写的是大关县户籍劳动力。",
    provisions=(
        free_training,
        placement_plan,
        agency_staff_subsidy,
        dispatch_subsidy,
        employment_subsidy,
        skill_reward,
        budget,
    ),
)
