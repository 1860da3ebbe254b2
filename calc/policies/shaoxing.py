"""Shaoxing, 绍市人社发〔2018〕160号: workers from four paired provinces, 2018-01-01 to 2020-12-31."""

from datetime import date

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
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
    Is,
    NotStated,
    Once,
    OnOrAfter,
    Plan,
    Reading,
    Times,
    When,
    fact,
    for_each,
    monthly,
    months,
    once,
    one,
    per_head,
    up_to,
    years,
    yuan,
)
from calc.rules.document import Deadline, Fund, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from calc.rules.spans import CONTRIBUTIONS_SINCE_COMING as CONTRIBUTIONS
from calc.rules.spans import EMPLOYMENT_SINCE_COMING as EMPLOYMENT
from calc.rules.spans import RENT

EITHER_FUND = Fund("各区、县（市）对口帮扶资金或就业专项资金", "各区、县（市）对口帮扶资金或就业专项资金")
END = "三（末段）"
THREE_YEARS = Cap("补贴期限最长不超过三年", years(3), END)
PAIRED = ("sichuan-paired", "guizhou-paired", "hubei-paired", "jilin-paired")

PROVINCES = ("sichuan-other", "guizhou-other", "hubei-other", "jilin-other")
paired_area = Reading(
    "paired-area",
    "“对口帮扶地区”只是结对的县市，还是“浙江省对口帮扶的四个省”全省？",
    default="只是四省受帮扶的结对地区",
    other="四川、贵州、湖北、吉林四个省全省",
)


def concerns_paired_area(phrase: str) -> EitherCondition:
    """A registered poor person of the paired areas, as a phrase of the text names them, by either reading."""
    poor = fact("is_registered_poor")
    return EitherCondition(
        paired_area,
        default=AllOf(phrase, (poor, fact("home", *PAIRED))),
        other=AllOf(phrase, (poor, fact("home", *PAIRED, *PROVINCES))),
    )


from_paired_area = concerns_paired_area("对口帮扶地区建档立卡人员")
scope = Section(
    END,
    when=(
        OnOrAfter(
            "范围限于浙江省对口帮扶的四个省在 2018 年 1 月 1 日以后首次来绍兴就业", "first_came", date(2018, 1, 1)
        ),
    ),
)
works_in_shaoxing = Holds("来绍就业", "works_here")

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
)

stable_job_subsidy = Provision(
    id="stable-job-subsidy",
    clause="三（一）",
    title="就业稳岗补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="对口帮扶地区建档立卡人员来绍就业、依法缴纳社会保险满三个月，领一次。",
    fund=EITHER_FUND,
    under=scope,
    when=(from_paired_area, works_in_shaoxing, AtLeast("依法缴纳3个月以上社会保险", CONTRIBUTIONS, months(3))),
    pays=Once("给予一次性3000元的就业稳岗补贴", yuan(3_000)),
    evidence=("依法缴纳3个月以上社会保险",),
)

family_visit_subsidy = Provision(
    id="family-visit-subsidy",
    clause="三（一）",
    title="探亲补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="对口帮扶地区建档立卡人员在绍兴连续工作满一年，领一次；与稳岗补贴各有各的条件；能否都领文件没有写，这里按都可以领计算。",
    fund=EITHER_FUND,
    under=scope,
    when=(from_paired_area, works_in_shaoxing, AtLeast("在绍连续工作满一年以上", EMPLOYMENT, years(1))),
    pays=Once("给予一次性5000元的探亲补贴", yuan(5_000)),
)

training_subsidy = Provision(
    id="training-subsidy",
    clause="三（二）",
    title="职业技能培训和鉴定补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="在绍兴参加职业技能培训、取得职业资格证书并在绍兴就业的，按等级给补贴。",
    fund=EITHER_FUND,
    under=scope,
    when=(
        from_paired_area,
        Holds("在绍参加职业技能培训", "is_trained_here"),
        Holds("取得职业资格证书", "has_qualification"),
        Holds("在绍就业", "works_here"),
    ),
    pays=EitherPayment(
        Reading(
            "ceiling-binds",
            "“初级工不超过1000元/人、中级工1500元/人和高级工2000元/人”，“不超过”管到哪里？",
            default="只管初级工，中级工、高级工是确定金额",
            other="三个等级都是上限",
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
    notes=("原文写“按职业资格工种和等级不同”，各工种的具体数由当地定。",),
)

equal_treatment = Provision(
    id="equal-treatment",
    clause="三（三）",
    title="同等享受就业困难人员政策",
    payee=Payee.WORKER,
    nature=Nature.REFERENCED,
    gist="纳入绍兴就业创业政策扶持范围，同等享受就业困难人员各项就业创业政策。",
    fund=EITHER_FUND,
    under=scope,
    when=(from_paired_area, works_in_shaoxing),
    pays=NotStated("同等享受就业困难人员各项就业创业政策"),
)

social_insurance_subsidy = Provision(
    id="social-insurance-subsidy",
    clause="三（三）",
    title="社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.RATE,
    gist="吸纳建档立卡人员就业的企业，给社会保险补贴。",
    fund=EITHER_FUND,
    under=scope,
    when=(concerns_paired_area("对吸纳建档立卡人员就业的企业"), Holds("给予社会保险补贴", "is_insured")),
    pays=for_each(
        "workers_hired", monthly("给予社会保险补贴", Given("employer_contribution"), EMPLOYMENT, THREE_YEARS)
    ),
    notes=("标准和期限按就业困难人员的规定，本文件没有写；补贴期限最长不超过三年。",),
)

rent_subsidy = Provision(
    id="rent-subsidy",
    clause="三（三）",
    title="租房补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="来绍就业创业、自己租房的建档立卡人员，按月领租房补贴，最长三年。",
    fund=EITHER_FUND,
    under=scope,
    when=(
        from_paired_area,
        AnyOf("来绍就业创业的建档立卡人员", (fact("works_here"), fact("founds_business"))),
        Holds("自行租房", "rents_alone"),
    ),
    pays=monthly("按500元/人·月的标准给予租房补贴", yuan(500), RENT, THREE_YEARS),
    notes=("离职以后仍在租房的，还给不给，文件没有写；这里按租房月数计算。",),
)

agent_subsidy = Provision(
    id="agent-subsidy",
    clause="三（四）",
    title="就业创业服务补贴",
    payee=Payee.AGENT,
    nature=Nature.CASH,
    gist="人力资源服务机构、劳务合作社、劳务经纪人成功组织建档立卡人员来绍就业，缴纳社会保险满三个月，按人数领一次。",
    fund=EITHER_FUND,
    under=scope,
    when=(
        Is(
            "人力资源服务机构、劳务合作社、劳务经纪人等市场主体",
            "agent_kind",
            ("hr-agency", "cooperative", "broker", "labour-agency"),
        ),
        from_paired_area,
        Holds("成功组织对口帮扶地区建档立卡人员来绍就业", "works_here"),
        AtLeast("依法缴纳3个月以上社会保险", CONTRIBUTIONS, months(3)),
    ),
    pays=per_head("给予该市场主体一次性2000元/人的就业创业服务补贴", yuan(2_000), "workers_placed"),
    notes=("列举之后写的是“等市场主体”，其他类型能否享受由经办机构定。",),
    evidence=("依法缴纳3个月以上社会保险",),
)

job_fair_subsidy = Provision(
    id="job-fair-subsidy",
    clause="三（五）",
    title="招聘补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.CASH,
    gist="参加扶贫专场招聘会的企业，领招聘补贴。",
    fund=EITHER_FUND,
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
    notes=("参加几场的，日期填其中一场；是不是一年一次，文件没有写。",),
)

kind_post_subsidy = Provision(
    id="kind-post-subsidy",
    clause="三（六）",
    title="爱心岗位补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="把建档立卡人员安排在没有年龄、学历、技能要求的“爱心岗位”，可以参照公益性岗位标准领岗位补贴。",
    fund=EITHER_FUND,
    under=scope,
    when=(
        concerns_paired_area("对安排建档立卡人员在爱心岗位就业的"),
        Holds("无年龄、学历、技能要求的“爱心岗位”", "fills_kind_post"),
    ),
    notes=("原文用“可参照”，是否给、给多少，以经办机构为准。",),
    pays=NotStated("可参照公益性岗位政策标准给予岗位补贴"),
)

national_award = When(
    AtLeast("年度吸纳建档立卡人员 20 人以上", "workers_hired", 20),
    Once("给予一次性 10 万元的爱心奖补", yuan(100_000)),
)
provincial_award = When(
    AtLeast("年度吸纳贫困人员 10 人以上", "workers_hired", 10),
    Once("给予一次性 5 万元的爱心奖补", yuan(50_000)),
)
base_award = Provision(
    id="base-award",
    clause="三（六）",
    title="爱心奖补",
    payee=Payee.EMPLOYER,
    nature=Nature.CASH,
    gist="入选全国或省级扶贫基地、年度吸纳人数达到标准的企业，领一次奖补。",
    fund=EITHER_FUND,
    when=(Is("入选全国就业扶贫基地…入选省级扶贫基地", "base_rank", ("nation", "province", "both")),),
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
    happens="base_listed_on",
    notes=(
        "全国基地写的是“建档立卡人员”，省级基地写的是“贫困人员”；这里都按年度吸纳的建档立卡人员数。",
        "是否在政策期内，按入选日期看；文件只写“年度吸纳”。",
    ),
)

SHAOXING = Policy(
    id="shaoxing",
    region="绍兴",
    place="绍兴市",
    title="关于加大政策支持力度进一步推进东西部扶贫劳务协作的通知",
    number="绍市人社发〔2018〕160号",
    issuer="绍兴市人力资源和社会保障局、绍兴市发展和改革委员会、绍兴市财政局",
    issued=date(2018, 11, 28),
    term=Term(
        "以上政策执行时间为 2018 年 1 月 1 日至 2020 年 12 月 31 日",
        date(2018, 1, 1),
        date(2020, 12, 31),
        clause=END,
    ),
    claims=Deadline("兑现政策截止时间为 2021 年 12 月 31 日", date(2021, 12, 31)),
    audience="范围限于四川、贵州、湖北、吉林四省对口帮扶地区、2018-01-01 以后首次来绍兴就业的建档立卡人员。",
    people=from_paired_area,
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
    ),
    notes=(
        "2018-11-28 印发，从 2018-01-01 起执行，往前追溯；以执行时间为准。",
        "“补贴期限最长不超过三年”管按月发放的补贴，不管一次性补贴。",
        "各区、县（市）可以根据当地实际细化操作办法，具体以当地规定为准。",
        "结对：越城区—马边县，柯桥区、诸暨市—金川县，上虞区、新昌县—小金县，嵊州市—马尔康市。",
    ),
)
