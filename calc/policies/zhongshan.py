"""Zhongshan Torch Zone, 中开管办〔2017〕102号: placements from Daguan county, 2017-07-01 to 2019-12-31."""

from datetime import date
from fractions import Fraction

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Average,
    Budget,
    BudgetLine,
    Goal,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Plan,
    Staff,
    Sum,
    any_of,
    fact,
    grade,
    monthly,
    months,
    once,
    per_head,
    wan,
    years,
    yuan,
)
from calc.rules.document import Fund, Instalment, Office, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.spans import EMPLOYMENT

BUDGET_LINE = Fund("培训就业扶贫工作经费", "培训就业扶贫工作经费")
MAY_FOLLOW = "原文用“可参照”火炬开发区居民的政策；那项政策另有什么条件、是否必须给，本文件没有写，以经办机构为准。"

moved_from_daguan = (
    Is("昭通大关县户籍劳动力", "home", ("daguan",)),
    Holds("转移在火炬开发区实现就业", "works_here"),
)

PLACEMENTS = Plan(
    "农村贫困人口750人实现转移到我区就业",
    persons=750,
    goals=(
        Goal("2017年下半年150人", "2017 年下半年", 150, (2017,)),
        Goal("2018年和2019年各300人", "2018 年和 2019 年", 300, (2018, 2019)),
    ),
)

placement_plan = Provision(
    id="placement-plan",
    clause="二、四3",
    title="转移就业目标",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="三年推动大关县贫困人口转移到火炬区就业 750 人。",
    says=PLACEMENTS,
)

free_training = Provision(
    id="free-training",
    clause="二、三（四）、四4",
    title="免费培训和实习",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="有劳动能力和培训意愿的大关县贫困人员、已经到火炬区就业的大关县户籍劳动力，免费参加技能培训；"
    "贫困家庭的“两后生”、大中专毕业生有免费岗前培训、勤工俭学和实习岗位。",
    when=(
        Is("大关县", "home", ("daguan",)),
        any_of(
            AllOf(
                "劳动年龄内有就业能力和培训愿望的贫困人员集中在一起进行免费培训",
                (
                    AllOf(
                        "有劳动能力和培训意愿的农村贫困人员可免费参加技能提升培训",
                        (fact("is_registered_poor"), fact("is_willing_to_train")),
                    ),
                ),
            ),
            AnyOf(
                "贫困户口家庭中的“两后生”、大中专毕业生",
                (fact("is_two_graduate"), fact("is_graduate")),
            ),
            Holds("转移在火炬开发区实现就业的…可免费参加职业技能培训", "works_here"),
        ),
    ),
    pays=InKind("提供免费的岗前就业培训、就业创业指导、勤工俭学岗位和专业对口实习就业岗位"),
    notes=(
        "另外组织初中、高中、中技（中专）、大学生等知识青年到中山实习就业，没有写要求贫困。",
        "“劳动年龄”是多少岁，文件没有写。",
    ),
)

agency_staff_subsidy = Provision(
    id="agency-staff-subsidy",
    clause="四1",
    title="劳务机构工作人员补贴",
    payee=Payee.AGENT,
    nature=Nature.CASH,
    gist="受委托的劳务机构安排 4 名人员，完成年度目标的，按年补贴；2017 年下半年减半。先拨一半，其余按进度。",
    fund=BUDGET_LINE,
    when=(
        Holds("受委托的劳务机构", "is_entrusted"),
        Holds("按年度目标完成扶贫就业任务的", "meets_target"),
    ),
    pays=Graded(
        "plan_year",
        (
            Grade("所以2017年支出10万", ("2017",), once(yuan(100_000)), states=(2017,)),
            grade(
                ("2018", "2019"),
                Sum(
                    (
                        Staff("1名负责人8万", "负责人", 1, yuan(80_000)),
                        Staff("其余3名4万元进行补贴", "其他人员", 3, yuan(40_000)),
                    ),
                    phrase="年总运营费用预计20万元",
                    total=yuan(200_000),
                    average=Average("安排4名人员开展转移就业相关工作，每人以平均5万元的补贴标准计算", 4, yuan(50_000)),
                ),
            ),
        ),
    ),
    dated_by="plan_year",
    office=Office(
        "火炬开发区管委会与受委托的劳务机构签订协议", "与火炬开发区管委会签协议，费用支付在协议里约定", clause="四2"
    ),
    notes=(
        "没有完成年度目标时，前期的一半和按进度拨付的部分怎样处理，文件没有写；这里按不补贴计算。",
        "“预计”20 万元是按四名人员测算的数。",
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
    gist="昭通当地组织发动的政府机构，每向火炬区企业输送 1 人、稳定就业满 3 个月，补贴 200 元。",
    fund=BUDGET_LINE,
    when=(
        Is("昭通当地组织发动的政府机构", "agent_kind", ("government",)),
        Is("吸纳云南省昭通大关籍贫困人员", "home", ("daguan",)),
        Holds("向我区企业输送…就业", "works_here"),
        AtLeast("在企业稳定就业3个月", EMPLOYMENT, months(3)),
        Holds("以参加社会保险为依据", "is_insured"),
    ),
    pays=per_head("给予200元/人的补贴", yuan(200), "workers_placed"),
    evidence=("以参加社会保险为依据",),
    office=Office("火炬开发区财政", "由火炬开发区财政给；具体向哪个部门申请，文件未写明"),
    notes=("由火炬开发区财政补贴；在职月数、参保情况按输送的人员填。",),
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
    pays=monthly(
        "可参照火炬开发区居民就业扶持政策每月发放200元/人的就业补助，每人可领取1年",
        yuan(200),
        EMPLOYMENT,
        at_most=years(1),
    ),
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
            Grade(
                "可参照火炬开发区居民培训政策，按照中级工以下每人一次性奖励500元",
                ("junior", "intermediate"),
                once(yuan(500)),
            ),
            Grade(
                "高级工以上每人一次性奖励1000元",
                ("senior", "technician", "senior-technician"),
                once(yuan(1_000)),
            ),
        ),
    ),
    happens="certificate_date",
    notes=(MAY_FOLLOW, "“以下”“以上”都包括本级；技师、高级技师在高级工以上。"),
)

EXPENSES = Budget(
    "综上预算支出如下",
    years=(2017, 2018, 2019),
    lines=(
        BudgetLine(
            "2017年－2019年劳务机构总运营费用合计50万元",
            "agency",
            "劳务机构运营费用",
            wan(10, 20, 20),
            written=(Fraction(2017), Fraction(2019), *wan(50)),
        ),
        BudgetLine(
            "每年支出6万，三年合计15万",
            "dispatch",
            "劳务输出补贴",
            wan(3, 6, 6),
            written=(*wan(6, 15), Fraction(3)),
        ),
        BudgetLine("就业补贴（预计180万元）", "employment", "就业补贴", wan(36, 72, 72), written=wan(180)),
        BudgetLine("培训奖励（预计15万元）", "rewards", "培训奖励", wan(5, 5, 5), written=wan(15)),
        BudgetLine(
            "预计2017年下半年支出41万元，2018年、2019年分别支出77万元，三年共支出195万元",
            "grants",
            "就业补贴和培训奖励小计",
            wan(41, 77, 77),
            written=(Fraction(2017), Fraction(2018), Fraction(2019), Fraction(3), *wan(41, 77, 195)),
            of=("employment", "rewards"),
        ),
        BudgetLine(
            "2017年列支数为54万元，2018年和2019年分别为103万元，合计260万元",
            "total",
            "合计",
            wan(54, 103, 103),
            written=(Fraction(2017), Fraction(2018), Fraction(2019), *wan(54, 103, 260)),
            of=("agency", "dispatch", "grants"),
        ),
    ),
)

budget = Provision(
    id="budget",
    clause="四（综上）",
    title="三年预算",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="劳务机构、劳务输出、就业补助和培训奖励三年的预算；可按自己的假设重算。",
    says=EXPENSES,
    notes=("“每年支出6万，三年合计15万”：2017 年只有半年，是 3 + 6 + 6 万元。",),
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
    audience="对象是云南省昭通市大关县的农村贫困劳动力；就业补助和培训奖励写的是大关县户籍劳动力。",
    people=moved_from_daguan[0],
    provisions=(
        placement_plan,
        free_training,
        agency_staff_subsidy,
        dispatch_subsidy,
        employment_subsidy,
        skill_reward,
        budget,
    ),
)
