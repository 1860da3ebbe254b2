"""Zhongshan Torch Zone, 中开管办〔2017〕102号: placements from Daguan county, 2017-07-01 to 2019-12-31."""

from datetime import date
from fractions import Fraction

from calc.rules import (
    AllOf,
    AnyOf,
    Average,
    Budget,
    BudgetLine,
    Duty,
    EitherCondition,
    EitherPayment,
    Expected,
    Goal,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Plan,
    Reading,
    Staff,
    Sum,
    SureIf,
    all_of,
    any_of,
    at_least,
    fact,
    grade,
    in_stay,
    judged,
    monthly,
    months,
    once,
    per_head,
    reaches_term,
    since_in_force,
    wan,
    years,
    yuan,
)
from calc.rules.condition import Condition
from calc.rules.document import CompletesLater, CountsBefore, Fund, Instalment, Note, Office, Term, Unjudged
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from calc.rules.spans import EMPLOYMENT

BUDGET_LINE = Fund("培训就业扶贫工作经费", "培训就业扶贫工作经费", "四")
may_follow_jobs = Note(
    "可参照火炬开发区居民就业扶持政策",
    "原文用“可参照”火炬开发区居民的就业扶持政策；那项政策另有什么条件、是否必须给，本文件没有写，以经办机构为准。",
)
may_follow_training = Note(
    "可参照火炬开发区居民培训政策",
    "原文用“可参照”火炬开发区居民的培训政策；那项政策另有什么条件、是否必须给，本文件没有写，以经办机构为准。",
)

from_daguan = Section("文首", when=(Is("对口云南省昭通市大关县的帮扶工作", "home", ("daguan",)),))

moved_before_term = Reading(
    "moved-before-term",
    "2017-07-01 以前就已经输送、转移来火炬区就业的，算不算？",
    default="算：只看执行期以内的时间",
    other="不算：2017-07-01 以后来的才算",
)
daguan_workers = Is("昭通大关县户籍劳动力", "home", ("daguan",))
helped_workers = EitherCondition(
    Reading(
        "help-for-the-poor",
        "四3 写的是“贫困人员”，四4 写的是“大关县户籍劳动力”：四4 的补助、培训和奖励，要不要是建档立卡的贫困人员？",
        default="不要：大关县户籍劳动力都可以",
        other="要：建档立卡的才可以",
    ),
    default=daguan_workers,
    other=AllOf("昭通大关县户籍劳动力", (fact("home", "daguan"), fact("is_registered_poor"))),
)
helped_workers_note = Note("昭通大关县户籍劳动力", "四4 没有写贫困：只有按另一种读法才问是否建档立卡。")


def _moved(*more: Condition) -> Condition:
    """Whoever moved here for work; one who came before the term may not be meant."""
    phrase, here = "转移在火炬开发区实现就业", (fact("works_here"), *more)
    return EitherCondition(
        moved_before_term,
        default=AllOf(phrase, here),
        other=AllOf(phrase, (*here, since_in_force("job_start"))),
    )


moved_from_daguan = Section("四4", when=(helped_workers, _moved()), fund=BUDGET_LINE, notes=(helped_workers_note,))
job_before_semicolon = Reading(
    "job-before-semicolon",
    "“转移在火炬开发区实现就业的”写在分号以前：分号后面的“可免费参加职业技能培训”和奖励，也要在火炬区就业吗？",
    default="也要",
    other="不要：大关县户籍劳动力都可以",
)


def _open_after_semicolon(employed: Condition) -> Section:
    """四4 for what stands after its semicolon: who is meant may reach over it."""
    return Section(
        "四4",
        when=(
            helped_workers,
            EitherCondition(job_before_semicolon, default=employed, other=all_of()),
        ),
        fund=BUDGET_LINE,
        notes=(helped_workers_note,),
    )


MOVED = "昭通大关县户籍劳动力转移在火炬开发区实现就业的"

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
    notes=(
        Note(
            "推动有转移就业愿望和能力的",
            "目标里的人：大关县建档立卡、有转移就业愿望和能力的农村贫困人口。",
        ),
        Note("对大关县建档立卡的农村贫困人口集中开展就业转移", "方式是集中开展就业转移。"),
    ),
)

job_registration = Provision(
    id="job-registration",
    clause="三（二）2",
    title="服务站和现场就业登记",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="大关县人社局设转移就业服务中心，每个镇设服务站，给村里的贫困人员现场办就业登记。",
    under=from_daguan,
    when=(Holds("对每个镇的村户籍贫困人员", "is_registered_poor"),),
    named="每个镇的村户籍贫困人员",
    pays=Sum(
        (
            InKind("在大关县人社局设立转移就业服务中心，在每个镇建立转移就业服务站"),
            InKind("进行精准就业人口的统计与驻点帮扶现场就业登记工作"),
        )
    ),
    notes=(
        Note(
            "服务中心由大关县中山火炬开发区对口就业扶贫工作组管理",
            "服务中心由对口就业扶贫工作组管理，工作组由劳务机构的人员组成。",
        ),
    ),
)

job_information = Provision(
    id="job-information",
    clause="三（三）",
    title="岗位和培训信息推送",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="把火炬区企业的岗位、技能培训、人社政策等信息，用公告栏、电话、短信、微信等推送给贫困村的贫困人口。",
    under=from_daguan,
    when=(Holds("贫困人口进行定向及时推送", "is_registered_poor"),),
    named="贫困村贫困人口",
    pays=InKind(
        "将火炬区企业就业岗位、技能培训、人社政策等信息通过公告栏、电子显示屏、电话、短信、二维码、微信公众号、"
        "宣传单张等多种途径"
    ),
    notes=(
        Unjudged("对贫困村贫困人口", "哪些村是贫困村，文件没有列；这里不问。"),
        Unjudged("火炬区企业就业岗位", "推送的是火炬区企业的岗位，不是对本人的要求。"),
    ),
)

willing_poor = AllOf(
    "有就业能力和培训愿望的贫困人员",
    (AllOf("有劳动能力和培训意愿的农村贫困人员", (fact("is_registered_poor"), fact("is_willing_to_train"))),),
)

free_training = Provision(
    id="free-training",
    clause="二、三（四）2",
    title="转移就业前的免费培训",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="有劳动能力和培训意愿的大关县农村贫困人员，先集中免费培训，再转移到中山就业。",
    under=from_daguan,
    when=(
        EitherCondition(
            Reading(
                "training-before-moving",
                "写的是免费培训“后再转移中山就业”“后转移我区就业”：已经转移来就业的，还能不能参加？",
                default="能：有劳动能力和培训意愿的贫困人员都可以",
                other="不能：还没有转移过的才可以",
            ),
            default=willing_poor,
            other=all_of(willing_poor, Holds("后再转移中山就业", "works_here", wanted=False)),
        ),
    ),
    named="有劳动能力和培训意愿的农村贫困人员",
    pays=Sum((InKind("集中在一起进行免费培训"), InKind("可免费参加技能提升培训"))),
    notes=(
        Note(
            "可免费参加技能提升培训",
            "原文写的是 2017—2019 年期间；文件从 2017-07-01 起执行，2017 年上半年的培训不在执行期以内。",
        ),
        Unjudged("将劳动年龄内", "“劳动年龄”是多少岁，文件没有写。"),
        Unjudged("后再转移中山就业", "培训在前，转移在后：参加培训时不必已经在中山就业。"),
        Unjudged("后转移我区就业", "培训以后转移到火炬区就业。"),
    ),
)

school_leaver_support = Provision(
    id="school-leaver-support",
    clause="三（四）1",
    title="“两后生”、大中专毕业生的培训和实习",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="贫困家庭的“两后生”、大中专毕业生，有免费岗前培训、就业创业指导、勤工俭学岗位和专业对口的实习岗位。",
    under=from_daguan,
    when=(
        AllOf(
            "为贫困户口家庭中的“两后生”、大中专毕业生",
            (fact("is_registered_poor"), any_of(fact("is_two_graduate"), fact("is_graduate"))),
        ),
    ),
    named="贫困户口家庭中的“两后生”、大中专毕业生",
    pays=InKind("提供免费的岗前就业培训、就业创业指导、勤工俭学岗位和专业对口实习就业岗位"),
    notes=(Note("“两后生”", "“两后生”是哪些人，文件没有写；这里按初中、高中毕业后没有继续升学的学生看。"),),
)

youth_internship = Provision(
    id="youth-internship",
    clause="二",
    title="知识青年转移实习就业",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="组织大关县的初中、高中、中技（中专）、大学生等知识青年到中山实习就业；没有写要是贫困人员。",
    under=from_daguan,
    when=(
        EitherCondition(
            Reading(
                "poor-youth",
                "二没有写知识青年要是贫困人员，三（二）1 把“知识青年创就业服务类”列为贫困人口的服务类型："
                "要不要是建档立卡的贫困人员？",
                default="不要：大关县的知识青年都可以",
                other="要：建档立卡的才可以",
            ),
            default=Holds("组织初中、高中、中技（中专）、大学生等知识青年", "is_educated_youth"),
            other=AllOf(
                "组织初中、高中、中技（中专）、大学生等知识青年",
                (fact("is_educated_youth"), fact("is_registered_poor")),
            ),
        ),
    ),
    named="初中、高中、中技（中专）、大学生等知识青年",
    pays=InKind("转移中山实习就业"),
    notes=(Note("组织初中、高中、中技（中专）、大学生等知识青年", "只有按另一种读法才问是否建档立卡。"),),
)

TARGET_MET = "年劳务机构按年度目标完成扶贫就业任务的"
target_governs = Reading(
    "target-governs",
    "完成年度目标，是全年拨款的前提，还是只管“前期第一阶段拨付50%”？",
    default="是全年的前提",
    other="只管前期的 50%：没有完成的，以后的 50% 仍按工作进度拨付",
)
OPERATING_COSTS = Expected(
    "年总运营费用预计",
    Graded(
        "plan_year",
        (
            Grade("所以2017年支出10万", ("2017",), once(yuan(100_000)), states=(2017,)),
            grade(
                ("2018", "2019"),
                Sum(
                    (
                        Staff("具体1名负责人8万", "负责人", 1, yuan(80_000)),
                        Staff("其余3名4万元进行补贴", "其他人员", 3, yuan(40_000)),
                    ),
                    phrase="年总运营费用预计20万元",
                    total=yuan(200_000),
                    average=Average("安排4名人员开展转移就业相关工作，每人以平均5万元的补贴标准计算", 4, yuan(50_000)),
                ),
            ),
        ),
    ),
)

agency_staff_subsidy = Provision(
    id="agency-staff-subsidy",
    clause="四1",
    title="劳务机构运营费用",
    payee=Payee.AGENT,
    called="受委托的劳务机构",
    nature=Nature.CASH,
    gist="受委托的劳务机构安排 4 名人员，完成年度目标的，一年的运营费用预计 20 万元，每人平均 5 万元；"
    "2017 年下半年减半。先拨一半，其余按进度。",
    fund=BUDGET_LINE,
    when=(
        Holds("受委托的劳务机构", "is_entrusted"),
        EitherCondition(
            target_governs,
            default=AnyOf(TARGET_MET, (fact("meets_target"), judged("is_paid_anyway"))),
            other=all_of(),
        ),
    ),
    named="受委托的劳务机构",
    pays=EitherPayment(
        target_governs,
        default=SureIf(TARGET_MET, fact("meets_target"), OPERATING_COSTS),
        other=SureIf("前期第一阶段拨付50%的劳务费", fact("meets_target"), OPERATING_COSTS, percent=50),
    ),
    dated_by="plan_year",
    office=Office(
        "一是火炬开发区管委会与受委托的劳务机构签订协议。双方约定具体的工作要求，安全管理规范，费用支付等",
        "与火炬开发区管委会签协议，工作要求、安全管理规范、费用支付都在协议里约定",
        clause="四2",
    ),
    notes=(
        Note(
            "含交通、食宿、办公、商业保险、宣传发动等",
            "这是一年的总运营费用，不是四个人的工资：含交通、食宿、办公、商业保险、宣传发动等。",
        ),
        Note(
            "年总运营费用预计",
            "文件写的是“预计”“平均”，2017 年的 10 万元写在预算支出里：实际拨多少，以与管委会签的协议和工作进度为准。",
        ),
        Unjudged("名人员开展转移就业相关工作", "有没有安排足 4 名人员，这里不问；不足 4 名的怎样减，文件没有写。"),
        Note(
            TARGET_MET,
            "目标年底才见分晓，而前期 50% 先拨。年度没有过完就选“完成”的，是按预计能完成测算。"
            "没有完成年度目标的，拨不拨、拨多少文件没有写，由管委会按协议和工作进度定；显示的是最多拨付的数。",
        ),
    ),
    instalments=(
        Instalment("前期第一阶段拨付50%的劳务费", "前期第一阶段", Fraction(1, 2), 50),
        Instalment("以后按工作进度拨付", "以后按工作进度，分几次文件没有写", Fraction(1, 2)),
    ),
)

agency_duties = Provision(
    id="agency-duties",
    clause="四2",
    title="劳务机构和企业的输送协议",
    payee=Payee.AGENT,
    called="被委托的劳务机构",
    nature=Nature.SERVICE,
    gist="受委托的劳务机构必须与火炬区用工企业签输送协议，为企业招聘，按企业的实际按比例输送大关县的贫困劳动力。",
    when=(Holds("被委托的劳务机构", "is_entrusted"),),
    named="被委托的劳务机构",
    says=Duty(
        "必须与我区用工需求企业签订输送协议，为企业提供招聘服务，并根据企业的实际按比例输送昭通大关县贫困富余劳动力转移",
        "与火炬区用工企业签输送协议，为企业招聘，按比例输送大关县贫困富余劳动力",
    ),
    notes=(
        Note("二是火炬区用工需求企业与劳务机构签订用工协议", "用工企业一方也要与劳务机构签用工协议。"),
        "文件写的是劳务机构的义务，没有写不签协议就不拨运营费用。",
    ),
)

SENT = (fact("works_here"), fact("is_enterprise"), at_least("workers_placed", 1))

dispatch_subsidy = Provision(
    id="dispatch-subsidy",
    clause="四3",
    title="劳务输出补贴",
    payee=Payee.SENDER,
    called="昭通当地组织发动的政府机构",
    nature=Nature.CASH,
    gist="昭通当地组织发动的政府机构，每向火炬区企业输送 1 名大关籍贫困人员、稳定就业满 3 个月，补贴 200 元。",
    fund=BUDGET_LINE,
    when=(
        Is("昭通当地组织发动的政府机构", "agent_kind", ("government",)),
        EitherCondition(
            Reading(
                "sent-may-be-anybody",
                "“每向我区企业输送1人就业”：只数计划吸纳的贫困人员，还是大关籍的都数？",
                default="只数建档立卡的贫困人员",
                other="大关籍的都数",
            ),
            default=AllOf("计划吸纳云南省昭通大关籍贫困人员", (fact("home", "daguan"), fact("is_registered_poor"))),
            other=Is("昭通大关籍", "home", ("daguan",)),
        ),
        EitherCondition(
            moved_before_term,
            default=AllOf("每向我区企业输送1人就业", SENT),
            other=AllOf("每向我区企业输送1人就业", (*SENT, since_in_force("job_start"))),
        ),
        AllOf("在企业稳定就业3个月", (fact("is_enterprise"), at_least(EMPLOYMENT, months(3)))),
        Holds("以参加社会保险为依据", "is_insured"),
    ),
    named="昭通当地组织发动的政府机构",
    pays=per_head("给予200元/人的补贴", yuan(200), "workers_placed"),
    office=Office(
        "火炬开发区财政将给予昭通当地组织发动的政府机构进行补贴", "由火炬开发区财政给；具体向哪个部门申请，文件未写明"
    ),
    notes=(
        Note("昭通当地组织发动的政府机构", "具体是昭通、大关的哪些部门，文件没有写。"),
        Note(
            "每向我区企业输送",
            "组织人数问的是建档立卡的人；按另一种读法，没有建档立卡的大关籍人员也要数进去，这里的金额按所填的人数算。",
        ),
        Note(
            "在企业稳定就业",
            "中途换了企业的算不算稳定，文件没有写；这里从输送到的这家企业算起。就业补助从第一家企业算起："
            "换过企业的人，两项的入职日期不同，要分开测算。",
        ),
        Note(
            "以参加社会保险为依据",
            "是否稳定就业，看有没有参加社会保险：没有参保的不给。参加哪些险种、是不是 3 个月都要参保、交什么凭证，"
            "文件没有写；这里不把只参加城乡居民保险算作参保。",
        ),
        "在职月数、参保情况按输送的人员填。",
    ),
)

employment_subsidy = Provision(
    id="employment-subsidy",
    clause="四4",
    title="就业补助",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="大关县户籍劳动力转移到火炬区就业，按月领就业补助，最多一年。",
    under=moved_from_daguan,
    named=MOVED,
    pays=monthly(
        "可参照火炬开发区居民就业扶持政策每月发放200元/人的就业补助，每人可领取1年",
        yuan(200),
        EMPLOYMENT,
        at_most=years(1),
    ),
    notes=(
        may_follow_jobs,
        Note(
            "每人可领取",
            "一年按一个人一共领 12 个月算：换了工作不从头再算。已经领过的月份要减去，这里不问领过几个月。",
        ),
    ),
)

free_training_at_work = Provision(
    id="free-training-at-work",
    clause="四4",
    title="就业以后的免费技能培训",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="已经转移到火炬区就业的大关县户籍劳动力，免费参加职业技能培训；没有写要是贫困人员。",
    under=_open_after_semicolon(
        EitherCondition(
            Reading(
                "training-while-employed",
                "已经离开火炬区的，还能不能按四4 免费参加培训？",
                default="能：执行期以内在火炬区就业过就可以",
                other="不能：参加时仍在火炬区就业的才可以",
            ),
            default=_moved(any_of(fact("still_employed"), since_in_force("job_end"))),
            other=AllOf("转移在火炬开发区实现就业", (fact("works_here"), fact("still_employed"))),
        )
    ),
    named=MOVED,
    pays=InKind("可免费参加职业技能培训"),
    notes=(Note("转移在火炬开发区实现就业", "2017-07-01 以前已经离开的不算，所以问是否仍在职、哪一天离职。"),),
)

skill_reward = Provision(
    id="skill-reward",
    clause="四4",
    title="培训奖励",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="大关县户籍、在火炬区就业的劳动力取得职业资格证书，按等级领一次奖励。",
    under=_open_after_semicolon(_moved(reaches_term(EMPLOYMENT))),
    when=(
        EitherCondition(
            Reading(
                "reward-after-training",
                "“可免费参加职业技能培训，获得职业资格证书的”：证书要不要是参加培训以后取得的？",
                default="不要：获得证书就给",
                other="要：参加了培训、取得证书的才给",
            ),
            default=EitherCondition(
                Reading(
                    "certificate-while-employed",
                    "证书要不要在火炬区就业期间取得？",
                    default="不要：入职以前、离职以后取得的也算",
                    other="要：入职以后、离职以前取得的才算",
                ),
                default=Holds("获得职业资格证书", "has_qualification"),
                other=AllOf("获得职业资格证书", (fact("has_qualification"), in_stay("certificate_date", EMPLOYMENT))),
            ),
            other=AllOf("可免费参加职业技能培训，获得职业资格证书", (fact("is_trained"), fact("has_qualification"))),
        ),
    ),
    named=MOVED,
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
    notes=(
        may_follow_training,
        Note(
            "一次性奖励", "每人只奖励一次：已经领过的不再领，这里不问是否领过；取得更高等级以后补不补差额，文件没有写。"
        ),
        "“以下”“以上”都包括本级；技师、高级技师在高级工以上。",
    ),
)

EXPENSES = Budget(
    "综上预算支出如下",
    years=(2017, 2018, 2019),
    lines=(
        BudgetLine(
            "2017年－2019年劳务机构总运营费用合计50万元（由于交通费用量大，每年支出20万元。"
            "而方案在2017年下半年才实施，所以2017年支出10万",
            "agency",
            "劳务机构运营费用",
            wan(10, 20, 20),
            written=(Fraction(2017), Fraction(2019), *wan(50, 20, 10)),
        ),
        BudgetLine(
            "2017年－2019年财政补贴大关劳务输出经费，每年支出6万，三年合计15万元",
            "dispatch",
            "劳务输出补贴",
            wan(3, 6, 6),
            written=(Fraction(2017), Fraction(2019), *wan(6, 15), Fraction(3)),
        ),
        BudgetLine(
            "2017年－2019年大关籍劳动力在火炬开发区就业补贴（预计180万元）",
            "employment",
            "就业补贴",
            wan(36, 72, 72),
            written=(Fraction(2017), Fraction(2019), *wan(180)),
        ),
        BudgetLine(
            "和培训奖励（预计15万元）按实际就业和培训数支出",
            "rewards",
            "培训奖励",
            wan(5, 5, 5),
            written=wan(15),
        ),
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
    notes=(
        Note(
            "该项预算拟单独设立培训就业扶贫工作经费",
            "预算拟单独设立培训就业扶贫工作经费，2017 年追加，以后每年按计划安排。",
        ),
        Note(
            "培训就业扶贫工作经费按大关县实际就业和培训人数产生的费用列支",
            "经费按实际就业和培训人数产生的费用列支，不列入预算使用考核；第三部分的免费培训出自哪里，文件没有另写。",
        ),
        "“每年支出6万，三年合计15万”：合计只够 3 + 6 + 6 万元，2017 年的 3 万元是按目标人数推算的。",
        "就业补贴和培训奖励，文件只写三年各多少、每年两项一共多少；分年的 36、72、72 万元和每年 5 万元是推算的。",
    ),
)

ZHONGSHAN = Policy(
    id="zhongshan",
    region="中山火炬开发区",
    place="中山火炬开发区",
    province="广东",
    heading="中山火炬开发区帮大关县的人就业，能领什么",
    title="关于对口协作开展昭通市大关县农村劳动力就业扶贫工作的实施方案",
    number="中开管办〔2017〕102号",
    issuer="中山火炬高技术产业开发区管理委员会办公室",
    issued=date(2017, 7, 4),
    term=Term(
        "从2017年7月1日起执行，有效期至2019年12月31日",
        date(2017, 7, 1),
        date(2019, 12, 31),
        doubts=(
            CountsBefore(
                Reading(
                    "counts-before-start",
                    "2017-07-01 以前在职的月份、取得的证书，算不算数？",
                    default="不算：只看执行期以内的",
                    other="算：以前的也可以用来满足条件，钱仍只按执行期以内发",
                )
            ),
            CompletesLater(
                Reading(
                    "completes-later",
                    "有效期以内开始就业，到 2019-12-31 稳定就业还没有满 3 个月、就业补助还没有领满 1 年的，"
                    "以后的月份还算不算、发不发？预算里 2019 年按每人领满一年算。",
                    default="到有效期末为止",
                    other="以后的月份也算，满 3 个月为止、领满一年为止",
                )
            ),
        ),
    ),
    audience="对象是云南省昭通市大关县的农村贫困劳动力；就业补助和培训奖励写的是大关县户籍劳动力。",
    people=daguan_workers,
    notes=(
        Note(
            "对大关县建档立卡的农村贫困人口集中开展就业转移",
            "第二部分写的是“建档立卡的农村贫困人口”；别处说的贫困，也按是否建档立卡看。"
            "三（二）1 写“脱贫销号、返贫挂号”：已经销号的还算不算，文件没有写，以经办机构为准。",
        ),
    ),
    provisions=(
        placement_plan,
        youth_internship,
        job_registration,
        job_information,
        school_leaver_support,
        free_training,
        agency_staff_subsidy,
        agency_duties,
        dispatch_subsidy,
        employment_subsidy,
        free_training_at_work,
        skill_reward,
        budget,
    ),
)
