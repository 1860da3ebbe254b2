"""Shaoxing, 绍市人社发〔2018〕160号: workers from four paired provinces, 2018-01-01 to 2020-12-31."""

from datetime import date

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    ByOtherRules,
    Cap,
    Each,
    EitherCondition,
    EitherPayment,
    Given,
    Goal,
    Grade,
    Graded,
    Highest,
    Holds,
    InKind,
    Is,
    NotStated,
    Once,
    OnOrAfter,
    Plan,
    Reading,
    Span,
    Times,
    When,
    all_of,
    any_of,
    fact,
    for_each,
    for_each_month,
    in_stay,
    judged,
    monthly,
    months,
    once,
    one,
    per_head,
    some,
    up_to,
    years,
    yuan,
)
from calc.rules.document import CompletesLater, Deadline, Fund, Note, Term, Unjudged
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from calc.rules.spans import CONTRIBUTIONS_SINCE_COMING as CONTRIBUTIONS
from calc.rules.spans import EMPLOYMENT_SINCE_COMING as EMPLOYMENT
from calc.rules.spans import JOB_CONTRIBUTIONS, RENT, RENT_WHILE_EMPLOYED

END = "三（末段）"
THREE_YEARS = Cap("补贴期限最长不超过三年", years(3), END)
PAIRED = ("sichuan-paired", "guizhou-paired", "hubei-paired", "jilin-paired")
PROVINCES = (*PAIRED, "sichuan-other", "guizhou-other", "hubei-other", "jilin-other")

EITHER_FUND = Fund(
    "相关补贴资金从各区、县（市）对口帮扶资金或就业专项资金中列支", "各区、县（市）对口帮扶资金或就业专项资金", END
)
from_four_provinces = AllOf(
    "范围限于浙江省对口帮扶的四个省…的建档立卡人员", (fact("is_registered_poor"), fact("home", *PROVINCES))
)
scope = Section(
    END,
    when=(
        from_four_provinces,
        OnOrAfter("在 2018 年 1 月 1 日以后首次来绍兴就业", "first_came", date(2018, 1, 1)),
    ),
    fund=EITHER_FUND,
)
from_paired_area = EitherCondition(
    Reading(
        "paired-area",
        "“对口帮扶地区”是四个省里同浙江结对受帮扶的地区，还是“浙江省对口帮扶的四个省”全省？",
        default="四省受帮扶的结对地区，不只是绍兴各区、县（市）自己结对的四个县市",
        other="四川、贵州、湖北、吉林四个省全省",
    ),
    default=AllOf("对口帮扶地区建档立卡人员", (fact("is_registered_poor"), fact("home", *PAIRED))),
    other=AllOf("对口帮扶地区建档立卡人员", (fact("is_registered_poor"), fact("home", *PROVINCES))),
)
DEFINED = "东西部扶贫协作地区建档立卡贫困劳动力(以下简称“建档立卡人员”)"
DEFINED_AREA = Reading(
    "defined-area",
    "“建档立卡人员”在一里指“东西部扶贫协作地区”的贫困劳动力：没有再写“对口帮扶地区”的各项，四个省全省的都算，"
    "还是只算结对的地区？",
    default="四川、贵州、湖北、吉林四个省全省，同末段写的范围一样",
    other="只算四省受帮扶的结对地区",
)
from_defined_area = EitherCondition(
    DEFINED_AREA,
    default=AllOf(DEFINED, (fact("is_registered_poor"), fact("home", *PROVINCES))),
    other=AllOf(DEFINED, (fact("is_registered_poor"), fact("home", *PAIRED))),
)
THREE_MONTHS = "依法缴纳3个月以上社会保险"
FOUNDERS = Reading(
    "founders-work",
    "稳岗补贴、培训补贴和就业服务只写“就业”，租房补贴写“就业创业”：在绍兴自己创业的人，算不算在绍兴就业？",
    default="不算：要在绍兴工作过",
    other="算",
)


def works_here(phrase: str) -> EitherCondition:
    """The condition that somebody works in Shaoxing, or by the other reading has a business of his own there."""
    founds = AnyOf(phrase, (fact("works_here"), fact("founds_business")))
    return EitherCondition(FOUNDERS, default=Holds(phrase, "works_here"), other=founds)


def note_founders(phrase: str) -> Note:
    """The note on where a business of one's own must be to count as work."""
    return Note(phrase, "自己创业的算不算就业，有两种读法；算的话，也要在绍兴创业。")


insured_for_three_months = AtLeast(THREE_MONTHS, CONTRIBUTIONS, months(3))
insured_in_the_job = AtLeast(THREE_MONTHS, JOB_CONTRIBUTIONS, months(3))
worked_for_a_year = AtLeast("连续工作满一年以上", EMPLOYMENT, years(1))

placement_plan = Provision(
    id="placement-plan",
    clause="二",
    title="2018 年吸纳就业目标",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="2018 年全市吸纳中西部省份建档立卡人员就业的目标。",
    says=Plan(
        "2018年,全市吸纳中西部省份1784名以上建档立卡人员到本市就业",
        persons=1784,
        goals=(
            Goal("吸纳四川、贵州、湖北、吉林省建档立卡人员到本市就业415名以上", "对口帮扶四省", 415),
            Goal("吸纳其他中西部地区建档立卡人员到本市就业1369名以上", "其他中西部地区", 1369),
        ),
        years=(2018,),
        within=(Goal("确保吸纳四川省受帮扶地区346名建档立卡人员到本市就业", "四川省受帮扶地区", 346),),
    ),
    notes=(Note("的目标任务按省下达指标落实", "这些数只是 2018 年的；以后各年按省里下达的指标，文件没有写数。"),),
)

stable_job_subsidy = Provision(
    id="stable-job-subsidy",
    clause="三（一）",
    title="就业稳岗补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="对口帮扶地区建档立卡人员来绍就业、依法缴纳社会保险满三个月，领一次。",
    under=scope,
    when=(from_paired_area, works_here("来绍就业"), insured_for_three_months),
    named="凡对口帮扶地区建档立卡人员",
    pays=Once("给予一次性3000元的就业稳岗补贴", yuan(3_000)),
    notes=(note_founders("来绍就业"),),
)

family_visit_subsidy = Provision(
    id="family-visit-subsidy",
    clause="三（一）",
    title="探亲补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="对口帮扶地区建档立卡人员在绍兴连续工作满一年，领一次；与稳岗补贴各有各的条件；能否都领文件没有写，这里按都可以领计算。",
    under=scope,
    when=(
        from_paired_area,
        Holds("在绍", "works_here"),
        EitherCondition(
            Reading(
                "visit-insured",
                "探亲补贴在分号后面：前一句的“依法缴纳3个月以上社会保险”，领探亲补贴的人也要满足吗？",
                default="不要：连续工作满一年就给",
                other="要：还须缴纳社会保险满三个月",
            ),
            default=worked_for_a_year,
            other=all_of(worked_for_a_year, insured_for_three_months),
        ),
    ),
    named="凡对口帮扶地区建档立卡人员",
    pays=Once("给予一次性5000元的探亲补贴", yuan(5_000)),
    notes=(
        Note(
            "连续工作",
            "在绍兴换过单位、中间没有中断的，文件没有写连着算不算，这里连着算；自己创业的时间也没有写，这里不算。",
        ),
    ),
)

qualified = Holds("取得职业资格证书", "has_qualification")

training_subsidy = Provision(
    id="training-subsidy",
    clause="三（二）",
    title="职业技能培训和鉴定补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="在绍兴参加职业技能培训、取得职业资格证书并在绍兴就业的，按等级给补贴。",
    under=scope,
    when=(
        from_paired_area,
        Holds("在绍参加职业技能培训", "is_trained_here"),
        EitherCondition(
            Reading(
                "certificate-at-work",
                "“取得职业资格证书并在绍就业”：取得证书那天，要不要正在绍兴就业？",
                default="不要：在绍兴就业过就算",
                other="要：不在绍兴就业的时候取得的不算",
            ),
            default=qualified,
            other=all_of(qualified, in_stay("certificate_date", EMPLOYMENT)),
        ),
        works_here("在绍就业"),
    ),
    named="对口帮扶地区建档立卡人员",
    pays=EitherPayment(
        Reading(
            "ceiling-binds",
            "“初级工不超过1000元/人、中级工1500元/人和高级工2000元/人”，“不超过”管到哪里？",
            default="只管初级工，中级工、高级工是确定金额",
            other="三个等级都是上限",
            phrase="分别给予初级工不超过…和高级工…的职业技能培训和鉴定补贴",
        ),
        default=Graded(
            "skill_level",
            (
                Grade("初级工不超过1000元/人", ("junior",), up_to(yuan(1_000))),
                Grade("中级工1500元/人", ("intermediate",), once(yuan(1_500))),
                Grade("高级工2000元/人", ("senior",), once(yuan(2_000))),
            ),
            otherwise="文件只规定了初级工、中级工、高级工",
        ),
        other=Graded(
            "skill_level",
            (
                Grade("初级工不超过1000元/人", ("junior",), up_to(yuan(1_000))),
                Grade("中级工1500元/人", ("intermediate",), up_to(yuan(1_500))),
                Grade("高级工2000元/人", ("senior",), up_to(yuan(2_000))),
            ),
            otherwise="文件只规定了初级工、中级工、高级工",
        ),
    ),
    happens="certificate_date",
    evidence=("职业资格证书",),
    notes=(
        note_founders("在绍就业"),
        Note(
            "取得职业资格证书并在绍就业",
            "2020 年里参加培训、2021 年才取得证书的，文件没有写给不给，这里不算。",
        ),
        Unjudged(
            "按职业资格工种和等级不同",
            "同一等级里，各工种是不是还有不同的数，文件没有写；这里只按等级计算。",
        ),
    ),
)

equal_treatment = Provision(
    id="equal-treatment",
    clause="三（三）",
    title="同等享受就业困难人员政策",
    payee=Payee.WORKER,
    nature=Nature.REFERENCED,
    gist="纳入绍兴就业创业政策扶持范围，同等享受就业困难人员各项就业创业政策。",
    under=scope,
    when=(from_paired_area,),
    named="对口帮扶地区建档立卡人员",
    pays=NotStated("纳入我市就业创业政策扶持范围，同等享受就业困难人员各项就业创业政策", by_rules=True),
    happens="first_came",
)

social_insurance_subsidy = Provision(
    id="social-insurance-subsidy",
    clause="三（三）",
    title="社会保险补贴",
    payee=Payee.EMPLOYER,
    called="企业",
    nature=Nature.REFERENCED,
    gist="企业吸纳建档立卡人员在绍兴就业的，给社会保险补贴；文件没有写标准。",
    under=scope,
    when=(
        AllOf(
            "对吸纳建档立卡人员就业的企业",
            (fact("is_enterprise"), fact("is_registered_poor"), fact("works_here"), some("workers_hired")),
        ),
        from_defined_area,
    ),
    named="吸纳建档立卡人员就业的企业",
    pays=ByOtherRules(
        "对吸纳建档立卡人员就业的企业，给予社会保险补贴",
        for_each("workers_hired", for_each_month(Given("employer_contribution"), JOB_CONTRIBUTIONS, THREE_YEARS)),
    ),
    notes=(
        Note("对吸纳建档立卡人员就业的企业", "就业的地方是绍兴：末段的范围是来绍兴就业的人。"),
        "标准文件没有写，也没有写要缴纳多久；试算用的是单位每月实际缴费部分，只算这家企业为他缴纳的月数，最长三年；没有缴费的没有可补的。",
    ),
)


def pay_rent(lease: Span) -> Times:
    """The sum for each month of a lease."""
    return monthly("按500元/人·月的标准给予租房补贴", yuan(500), lease, THREE_YEARS)


rent_subsidy = Provision(
    id="rent-subsidy",
    clause="三（三）",
    title="租房补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="来绍就业创业、自己租房的建档立卡人员，按月领租房补贴，最长三年。",
    under=scope,
    when=(
        AnyOf("来绍就业创业", (fact("works_here"), fact("founds_business"))),
        from_defined_area,
        Holds("自行租房", "rents_alone"),
    ),
    named="来绍就业创业的建档立卡人员",
    pays=EitherPayment(
        Reading(
            "rent-after-work",
            "离职以后还在租房的月份，租房补贴还给不给？",
            default="给：按租房的月数",
            other="不给：到离职那天为止；自己创业的没有离职，仍按租房的月数",
        ),
        default=pay_rent(RENT),
        other=Highest(
            (
                When(fact("works_here"), pay_rent(RENT_WHILE_EMPLOYED)),
                When(fact("founds_business"), pay_rent(RENT)),
            )
        ),
    ),
    notes=(
        Note(
            "来绍就业创业",
            "创业也要在绍兴；怎样算创业文件没有写，问题里问的是创办小微企业或者从事个体经营，别的做法以经办机构为准。",
        ),
        Note(
            "首次来绍兴就业",
            "末段只写首次来绍兴“就业”：来创业的，这里看第一次来绍兴就业或者创业的那一天。",
        ),
    ),
)

agent_subsidy = Provision(
    id="agent-subsidy",
    clause="三（四）",
    title="就业创业服务补贴",
    payee=Payee.AGENT,
    called="该市场主体",
    nature=Nature.CASH,
    gist="人力资源服务机构、劳务合作社、劳务经纪人成功组织建档立卡人员来绍就业，缴纳社会保险满三个月，按人数领一次。",
    under=scope,
    when=(
        AnyOf(
            "支持人力资源服务机构、劳务合作社、劳务经纪人等市场主体",
            (
                fact("agent_kind", "hr-agency", "cooperative", "broker"),
                AllOf("等市场主体", (fact("agent_kind", "labour-agency", "other"), judged("is_agent_accepted"))),
            ),
        ),
        from_paired_area,
        Holds("来绍就业", "works_here"),
        EitherCondition(
            Reading(
                "insured-in-the-job",
                "“成功组织…来绍就业，并依法缴纳3个月以上社会保险”：这 3 个月只算在这次组织来的用人单位缴纳的，"
                "还是来绍兴以后缴纳的都算？",
                default="只算在这次组织来的用人单位缴纳的",
                other="首次来绍兴以后缴纳的都算",
            ),
            default=insured_in_the_job,
            other=any_of(insured_in_the_job, insured_for_three_months),
        ),
    ),
    named="该市场主体",
    pays=per_head("对成功组织…给予该市场主体一次性2000元/人的就业创业服务补贴", yuan(2_000), "workers_placed"),
    notes=(
        "以前就在绍兴就业的人，再组织到另一家用人单位，算不算“组织来绍就业”，文件没有写；这里算。",
        Note(
            "人力资源服务机构、劳务合作社、劳务经纪人等市场主体",
            "劳务中介组织不在列举的三种里：就是人力资源服务机构的，选人力资源服务机构；不是的，由主管部门认定。",
        ),
    ),
)

job_fair_subsidy = Provision(
    id="job-fair-subsidy",
    clause="三（五）",
    title="招聘补贴",
    payee=Payee.EMPLOYER,
    called="每家企业",
    nature=Nature.CASH,
    gist="参加扶贫专场招聘会的企业，领招聘补贴。",
    fund=EITHER_FUND,
    when=(Holds("每家企业", "is_enterprise"),),
    named="参加扶贫招聘活动的每家企业",
    pays=EitherPayment(
        Reading(
            "fair-once",
            "“对参加扶贫招聘活动的每家企业给予招聘补贴3000元”，参加几场领几次，还是一共一次？",
            default="每参加一场领一次",
            other="一共一次",
        ),
        default=Times("对参加扶贫招聘活动的每家企业给予招聘补贴3000元", once(yuan(3_000)), "job_fairs", "场"),
        other=Times(
            "对参加扶贫招聘活动的每家企业给予招聘补贴3000元",
            once(yuan(3_000)),
            "job_fairs",
            "场",
            at_most=one("场"),
        ),
    ),
    happens="job_fair_date",
    notes=(
        Unjudged("薪酬待遇好、用工规范的企业", "组织哪些企业去招聘，由各区、县（市）挑选，文件没有写标准。"),
        Note(
            "各区、县（市）每年要组织…前往对口帮扶地区召开专场招聘会",
            "招聘会由各区、县（市）组织，在对口帮扶地区召开；是不是一年只补一次，文件没有写。",
        ),
        "参加几场的，只数政策期内的，日期填其中一场。",
    ),
)

kind_post_subsidy = Provision(
    id="kind-post-subsidy",
    clause="三（六）",
    title="爱心岗位补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="把建档立卡人员安排在没有年龄、学历、技能要求的“爱心岗位”，可以参照公益性岗位标准领岗位补贴。",
    under=scope,
    when=(
        EitherCondition(
            Reading(
                "kind-post-employer",
                "“鼓励企业”开发爱心岗位，给补贴的一句没有再写“企业”：不是企业的用人单位安排的，给不给？",
                default="不给：只给企业",
                other="给：哪一类用人单位都给",
            ),
            default=Holds("鼓励企业", "is_enterprise"),
            other=all_of(),
        ),
        from_paired_area,
        AllOf(
            "安排建档立卡人员在爱心岗位就业",
            (fact("fills_kind_post"), fact("is_registered_poor"), fact("works_here"), some("workers_hired")),
        ),
    ),
    pays=NotStated("可参照公益性岗位政策标准给予岗位补贴", by_rules=True),
    during=EMPLOYMENT,
    notes=(
        Note(
            "鼓励企业面向对口帮扶地区建档立卡人员",
            "给予补贴的一句只写“建档立卡人员”；爱心岗位是面向对口帮扶地区建档立卡人员开发的，这里按同一范围。",
        ),
        Note("开发一批无年龄、学历、技能要求的“爱心岗位”", "爱心岗位就是没有年龄、学历、技能要求的岗位。"),
        Note("安排建档立卡人员在爱心岗位就业", "就业的地方是绍兴：末段的范围是来绍兴就业的人。"),
        "已经离开爱心岗位的，以前在岗的月份还给不给，文件没有写；这里按给列出。",
        Note("可参照公益性岗位政策标准", "原文用“可参照”，是否给、给多少，以经办机构为准。"),
        Note(
            "补贴期限最长不超过",
            "岗位补贴按月发的，最长三年；2021 年的月份发不发，文件只写了兑现截止到 2021 年底，没有写清楚。",
        ),
    ),
)

national_award = When(
    AtLeast("年度吸纳建档立卡人员 20 人以上", "hired_in_year", 20),
    Once("给予一次性 10 万元的爱心奖补", yuan(100_000)),
)
provincial_award = When(
    EitherCondition(
        Reading(
            "poor-unregistered",
            "省级基地写的是“吸纳贫困人员”，末段的范围只写“建档立卡人员”：没有建档立卡的贫困人员，数不数在 10 人以内？",
            default="数：原文写的是贫困人员",
            other="不数：只数建档立卡人员",
        ),
        default=AtLeast("年度吸纳贫困人员 10 人以上", "poor_hired_in_year", 10),
        other=AtLeast("年度吸纳贫困人员 10 人以上", "hired_in_year", 10),
    ),
    Once("给予一次性 5 万元的爱心奖补", yuan(50_000)),
)
base_award = Provision(
    id="base-award",
    clause="三（六）",
    title="爱心奖补",
    payee=Payee.EMPLOYER,
    nature=Nature.CASH,
    gist="入选全国或省级扶贫基地、年度吸纳人数达到标准的，领一次奖补。",
    fund=EITHER_FUND,
    when=(
        Is("入选全国就业扶贫基地…入选省级扶贫基地", "base_rank", ("nation", "province", "both")),
        Is("年度吸纳", "hiring_year", ("2018", "2019", "2020")),
    ),
    named="入选全国就业扶贫基地",
    pays=Graded(
        "base_rank",
        (
            Grade("入选全国就业扶贫基地", ("nation",), national_award),
            Grade("入选省级扶贫基地", ("province",), provincial_award),
            Grade(
                "入选全国就业扶贫基地…入选省级扶贫基地",
                ("both",),
                EitherPayment(
                    Reading(
                        "both-bases",
                        "同时入选全国和省级基地，两项奖补都给，还是只给一项？",
                        default="只给较高的一项",
                        other="两项都给",
                    ),
                    default=Highest((national_award, provincial_award)),
                    other=Each((national_award, provincial_award)),
                ),
            ),
        ),
        otherwise="没有入选扶贫基地",
    ),
    dated_by="hiring_year",
    notes=(
        Note(
            "年度吸纳建档立卡人员",
            "只数末段范围以内的人：四个省的建档立卡人员，2018-01-01 以后首次来绍兴就业。"
            "一里“建档立卡人员”指“东西部扶贫协作地区”的：四省之内是不是只数结对地区的，文件没有写清楚。",
        ),
        "入选扶贫基地的是不是必须是企业，这两句没有写，这里不问。",
        "一年里是累计还是同时在岗，文件没有写；哪一天入选，也没有限制。",
    ),
)

services = Provision(
    id="services",
    clause="四",
    title="就业服务",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="每一名建档立卡人员，都有人跟踪了解就业情况，提供政策咨询、失业登记、岗位推送、职业培训等服务。",
    when=(
        works_here("我市就业的"),
        from_defined_area,
    ),
    named="每一名建档立卡人员",
    pays=InKind("跟踪了解…就业情况，及时提供政策咨询、失业登记、岗位推送、职业培训等服务"),
    outside_term=True,
    notes=(
        Note(
            "以来我市就业的建档立卡人员",
            "录入数据库的是 2018 年 11 月以来在绍兴就业的人；“每一名”是不是也只指这些人，文件没有写，这里不问日期。",
        ),
        note_founders("我市就业的"),
        "这一段在末段之后，执行时间、兑现截止和首次来绍兴的日期都写在三里，管不到这一段。",
        "服务里有失业登记：已经失业的也算；离开绍兴以后还跟踪不跟踪，文件没有写，这里算。",
        "二里 2018 年的目标也数其他中西部地区的人；他们有没有这些服务，文件没有写清楚。",
    ),
)

SHAOXING = Policy(
    id="shaoxing",
    region="绍兴",
    place="绍兴市",
    province="浙江",
    heading="外省建档立卡的人来绍兴上班，能领什么",
    title="关于加大政策支持力度进一步推进东西部扶贫劳务协作的通知",
    number="绍市人社发〔2018〕160号",
    issuer="绍兴市人力资源和社会保障局、绍兴市发展和改革委员会、绍兴市财政局",
    issued=date(2018, 11, 28),
    term=Term(
        "以上政策执行时间为 2018 年 1 月 1 日至 2020 年 12 月 31 日",
        date(2018, 1, 1),
        date(2020, 12, 31),
        doubts=(
            CompletesLater(
                Reading(
                    "complete-in-2021",
                    "2021 年只写了兑现：政策期内开始、到 2021 年里才满的月份，算不算？"
                    "补贴期限最长三年，能不能发到 2021 年？",
                    default="只算 2020 年 12 月 31 日以前的",
                    other="政策期内开始的，兑现截止以前的月份也算",
                ),
                date(2021, 12, 31),
            ),
        ),
        clause=END,
    ),
    claims=Deadline("兑现政策截止时间为 2021 年 12 月 31 日", date(2021, 12, 31)),
    audience="范围限于四川、贵州、湖北、吉林四个省、2018-01-01 以后首次来绍兴就业的建档立卡人员；"
    "多数项目只写对口帮扶地区的人，各项里另有说明。",
    people=from_four_provinces,
    provisions=(
        placement_plan,
        stable_job_subsidy,
        family_visit_subsidy,
        training_subsidy,
        equal_treatment,
        social_insurance_subsidy,
        rent_subsidy,
        agent_subsidy,
        job_fair_subsidy,
        kind_post_subsidy,
        base_award,
        services,
    ),
    notes=(
        "2018-11-28 印发，从 2018-01-01 起执行，往前追溯；以执行时间为准。",
        Note(
            "兑现政策截止时间为 2021 年 12 月 31 日",
            "原文写的是“兑现”：这里当作可以申领的最后一天；到那天是只要提出申请，还是钱要已经发到手，文件没有写，请早些办。",
        ),
        "2021 年只写了兑现：2021 年里才来、才开始的，才取得的证书、才参加的招聘会，不在执行时间以内，这里不算。",
        "“补贴期限最长不超过三年”管按月发放的补贴，不管一次性补贴。",
        "各区、县（市）可以根据当地实际细化操作办法，具体以当地规定为准。",
        Note(
            "浙江省对口帮扶四川、贵州、湖北、吉林省，我市各区、县(市)结对安排为越城区结对马边县，柯桥区、诸暨市结对金川县，"
            "上虞区、新昌县结对小金县，嵊州市结对马尔康市",
            "结对：越城区—马边县，柯桥区、诸暨市—金川县，上虞区、新昌县—小金县，嵊州市—马尔康市。"
            "“对口帮扶地区”也可以读成只指这四个县市，这一种没有计算；户籍在别的县的，请先问经办机构。",
        ),
    ),
)
