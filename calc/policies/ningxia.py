"""Ningxia, 宁政办规发〔2018〕9号: furthering poverty relief through employment, 2018-07-01 to 2020-12-31."""

from datetime import date
from fractions import Fraction

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    ByOtherRules,
    Divided,
    EitherCondition,
    EitherPayment,
    From,
    Given,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Judged,
    MonthlyByYear,
    NotStated,
    Once,
    PaidFor,
    Reading,
    Rounded,
    SameYear,
    Some,
    Sum,
    Tier,
    Tiered,
    YearRate,
    all_of,
    any_of,
    at_least,
    difference,
    each_year,
    fact,
    first_months,
    follows,
    judged,
    monthly,
    months,
    not_less,
    not_stated,
    nothing,
    once,
    per_head,
    some,
    yearly,
    years,
    yuan,
)
from calc.rules.document import UNNAMED_FUND, CompletesLater, CountsBefore, Fund, Note, Office, Term, Unjudged
from calc.rules.payees import Nature, Payee, PayeeBy
from calc.rules.policy import Policy
from calc.rules.provision import UNTOLD, Provision
from calc.rules.section import Section
from calc.rules.spans import BROKER_INSURANCE, BUSINESS, EMPLOYMENT, POST

EMPLOYMENT_FUNDS = Fund("上述所需资金从就业补助资金中列支", "就业补助资金")
CLAUSE_FUNDS = Fund("所需资金从就业补助资金中列支", "就业补助资金")

SMALL_UNITS = ("small-enterprise", "farm-operator", "private-non-enterprise", "social-organisation")
SILENT_ON_SEVERAL_JOBS = "同一个人的（二）（五）（六）（九）补贴，能否同时享受，文件没有写。"
SILENT_ON_SEVERAL_TRAININGS = "同一个人的培训补贴，（五）（八）至（十一）能否同时享受，文件没有写。"
KINDS_OF_TRAINING = "（五）（九）没有写转岗培训，（十）写了；这里不分培训种类。"
UNCHECKED = "所引办法、规定的条件和期限，文件没有写，这里没有核对。"
BOTH_PREMIUMS = Note(
    "我区城乡居民养老和医疗保险二档缴费标准", "养老和医疗保险的代缴情况、所选档次不一样的，请分别测算。"
)
FULL_HELP = Note("已享受政府全额缴费补资助的不再补助", "“全额”是哪一档的，文件没有写；已全额代缴的不再补，保险照样有。")

registered_poor = AllOf("建档立卡贫困劳动力", (fact("is_registered_poor"), fact("home", "ningxia")))
has_contract = Holds("签订劳动合同", "has_contract")
contract_of_a_year = AtLeast("签订1年以上劳动合同", "contract_months", years(1))
fully_insured = Holds("缴纳各项社会保险", "is_fully_insured")
insured = Holds("缴纳社会保险", "is_insured")

part_six = Section(
    "（六）",
    when=(
        registered_poor,
        AnyOf(
            "托底安排年满40周岁以上",
            (
                at_least("age", 40),
                AllOf(
                    "对于有一定劳动能力的残疾建档立卡贫困劳动力年龄可适当放宽",
                    (fact("is_registered_poor"), fact("has_disability"), Judged("年龄可适当放宽", "is_age_relaxed")),
                ),
            ),
        ),
        Holds("有就业愿望和就业能力", "is_willing_and_able"),
        Holds("自治区每年购买一定数量的扶贫公益性岗位", "holds_public_post"),
    ),
    fund=Fund("商业意外伤害保险，上述所需资金从就业补助资金中列支", "就业补助资金"),
    notes=(
        Unjudged(
            "重点安排脱贫能力弱、有一定劳动能力的残疾人等特殊困难群体就业",
            "岗位重点安排特殊困难群体；怎样算“脱贫能力弱”，文件没有写。",
        ),
        Note(
            "用于乡村养路、护林、护草、生态管护、护水、乡村保洁、养老服务和就业助理等岗位",
            "岗位有养路、护林护草、生态管护、护水、乡村保洁、养老服务、就业助理等。",
        ),
        Note(
            "自行开发购买本级建档立卡贫困劳动力公益性岗位",
            "这里的公益性岗位由自治区购买；各市、县（区）自筹资金购买的，条件、标准和资金是否也这样，文件没有写，请向当地核实。",
        ),
    ),
)
part_two_home = Reading(
    "part-two-home",
    "第二部分的标题写“建档立卡贫困劳动力”，（十）写“贫困劳动力”，都没有写“我区”：户籍要不要在宁夏？",
    default="要：这是宁夏的文件，没有另写",
    other="不要：（五）（九）写了“我区”",
)
part_two = Section(
    "二",
    when=(
        EitherCondition(
            part_two_home,
            default=AllOf("技能培训助推建档立卡贫困劳动力就业", registered_poor.parts),
            other=Holds("技能培训助推建档立卡贫困劳动力就业", "is_registered_poor"),
        ),
    ),
)
NINE_PAYS = "由我区劳动者户籍所在地人力资源社会保障部门和财政部门"
NINE_OFFICE = "劳动者户籍所在地的人社部门和财政部门"
part_nine = Section(
    "（九）",
    when=(Holds("区外用人单位", "is_local_employer", wanted=False),),
)

transport_rate = Graded(
    "work_place",
    (
        Grade("区内跨县（市）就业的每人每年一次性给予200元交通补贴", ("other-county",), once(yuan(200))),
        Grade("跨省（区）就业的每人每年一次性给予800元交通补贴", ("other-province",), once(yuan(800))),
    ),
    otherwise="在户籍所在县就业，文件未规定交通补贴",
)
transport_subsidy = Provision(
    id="transport-subsidy",
    clause="（一）",
    title="外出务工交通补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="离开本县外出务工稳定满一年的建档立卡贫困劳动力，每年领一次交通补贴；出省的比在区内跨县的多。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        registered_poor,
        Is("外出务工", "work_place", ("other-county", "other-province")),
        AtLeast("稳定在1年以上", EMPLOYMENT, years(1)),
        has_contract,
        fully_insured,
    ),
    named="建档立卡贫困劳动力，凭社会保险缴费凭证和用工单位出具的工资证明，每人每年可享受",
    pays=EitherPayment(
        Reading(
            "transport-year",
            "“每人每年”的年，是从外出务工那天起满一年，还是自然年度？",
            default="从外出务工那天起，每满一年领一次",
            other="稳定满一年以后，按自然年度，跨几个年度领几次",
        ),
        default=yearly("每人每年可享受一次性交通补贴", transport_rate, EMPLOYMENT),
        other=each_year("每人每年可享受一次性交通补贴", transport_rate, EMPLOYMENT),
    ),
    evidence=("社会保险缴费凭证", "用工单位出具的工资证明"),
    notes=(
        Note("区内跨县（市）就业", "只写“跨县（市）”：到市辖区、在市辖区之间务工的算不算，文件没有写。"),
        "先后在区内、区外务工的，按哪一档，文件没有写；这里按填的务工地点。",
    ),
)

carrier_subsidy = Provision(
    id="carrier-subsidy",
    clause="（二）",
    title="就业扶贫载体一次性补贴",
    payee=Payee.CARRIER,
    nature=Nature.CASH,
    gist="扶贫车间、社区工厂等吸纳建档立卡贫困劳动力稳定就业满一年，按吸纳人数分档领一次补贴。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        AnyOf(
            "就业扶贫车间、社区工厂、产业扶贫基地、农产品加工基地等就业扶贫载体",
            (
                fact("employer_kind", "workshop", "community-factory", "industry-base", "processing-base"),
                AllOf(
                    "等就业扶贫载体",
                    (fact("employer_kind", "employment-base", "other-carrier"), judged("is_employer_accepted")),
                ),
            ),
        ),
        EitherCondition(
            Reading(
                "carrier-place",
                "补贴是不是只给建在贫困村、移民村和扶贫产业园的载体？前一句写各地在那里创建，后一句只写“扶贫载体”。",
                default="是：扶贫载体就是前一句写的那些",
                other="不是：建在别处的也给",
            ),
            default=AllOf("在贫困村、移民村和扶贫产业园创建", (fact("is_in_poor_village"), fact("is_local_employer"))),
            other=all_of(),
        ),
        registered_poor,
        AtLeast("稳定就业在1年以上", EMPLOYMENT, years(1)),
        has_contract,
        fully_insured,
    ),
    named="对吸纳建档立卡贫困劳动力…按照吸纳人数给予扶贫载体一次性资金补贴",
    pays=Tiered(
        "workers_hired",
        (
            Tier("吸纳11人至20人的一次性补贴2万元", 11, 20, yuan(20_000)),
            Tier("吸纳21人至30人的一次性补贴3万元", 21, 30, yuan(30_000)),
            Tier("吸纳31人至100人的一次性补贴6万元", 31, 100, yuan(60_000)),
            Tier("吸纳100人以上的一次性补贴10万元", 100, None, yuan(100_000)),
        ),
        below="不足 11 人，文件未规定补贴",
        overlaps=(
            Reading(
                "carrier-exactly-100",
                "恰好 100 人，既在“31人至100人”之内，也在“100人以上”之内，按哪一档？",
                default="按“31人至100人”，这一档明确写到 100 人为止",
                other="按“100人以上”，“以上”包括本数",
            ),
        ),
    ),
    notes=(
        Note("在贫困村、移民村和扶贫产业园创建", "写的是“各地要……创建”，指宁夏各地：扶贫载体要在宁夏。"),
        SILENT_ON_SEVERAL_JOBS,
        Unjudged(
            "重点引进纺织、制衣、手工加工等适合农村妇女居家就业或灵活上班的企业入驻",
            "引进的重点是适合农村妇女居家就业或灵活上班的企业；领补贴要不要是这样的企业，文件没有写。",
        ),
    ),
)

incubator_award = Provision(
    id="incubator-award",
    clause="（三）",
    title="创业孵化园区奖补",
    payee=Payee.PARK,
    nature=Nature.CASH,
    gist="园区达到地市级标准的，由地级市奖补；达到自治区级或国家级标准的，由自治区奖补。",
    fund=EMPLOYMENT_FUNDS,
    when=(Is("创业孵化示范基地建设标准", "park_standard", ("prefecture", "region", "nation")),),
    named="创业孵化示范基地建设标准的园区",
    pays=Graded(
        "park_standard",
        (
            Grade(
                "对达到地市级创业孵化示范基地建设标准的园区，由所在地级市一次性给予不低于50万元奖补资金",
                ("prefecture",),
                not_less(yuan(500_000)),
            ),
            Grade(
                "对达到国家和自治区级创业孵化示范基地建设标准的园区，由自治区一次性给予100万元奖补资金",
                ("region", "nation"),
                once(yuan(1_000_000)),
            ),
        ),
        otherwise="尚未达到建设标准",
    ),
    happens="park_standard_date",
    office=Office(
        "由所在地级市…由自治区",
        "地市级标准的，由所在地级市给；自治区级、国家级标准的，由自治区给；具体哪个部门，文件未写明",
    ),
    notes=(
        Note(
            "国家和自治区级创业孵化示范基地建设标准",
            "“国家和自治区级”按达到其中一级就算；是不是两级都要达到，文件没有写明。",
        ),
        Note("由所在地级市…由自治区", "奖补由所在地级市或者自治区给，这里按在宁夏的园区理解，不另问。"),
        "园区先后达到几个级别、能不能分别领取，文件没有写。",
    ),
)

agent_subsidy = Provision(
    id="agent-subsidy",
    clause="（四）",
    title="就业创业服务补贴",
    payee=Payee.AGENT,
    nature=Nature.CASH,
    gist="劳务中介或经纪人组织建档立卡贫困劳动力到企业初次就业满一年，按人数领补贴。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        AnyOf(
            "劳务中介组织、劳务经纪人等组织",
            (
                fact("agent_kind", "labour-agency", "broker"),
                AllOf("等组织", (fact("agent_kind", "hr-agency", "cooperative", "other"), judged("is_agent_accepted"))),
            ),
        ),
        registered_poor,
        Holds("到企业", "is_enterprise"),
        AllOf("初次就业1年以上", (fact("is_first_job"), at_least(EMPLOYMENT, years(1)))),
        has_contract,
        insured,
    ),
    named="给予劳务中介组织或经纪人",
    pays=per_head("200元/人就业创业服务补贴", yuan(200), "workers_placed"),
    notes=(
        Note(
            "等组织",
            "前半句写“劳务中介组织、劳务经纪人等”，后半句只写给予“劳务中介组织或经纪人”：其他组织者由主管部门认定。",
        ),
        Note(
            "各市、县（区）要对带动就业成绩突出的劳务中介组织、劳务经纪人、驻外劳务管理工作机构适时进行表彰奖励",
            "带动就业成绩突出的，由各市、县（区）适时表彰奖励；文件没有写金额，不计算。政府设的驻外劳务管理工作机构只在这里"
            "写到，不领前面的补贴。",
        ),
    ),
)

broker_insurance = Provision(
    id="broker-insurance",
    clause="（四）",
    title="劳务经纪人灵活就业社会保险补贴",
    payee=Payee.AGENT,
    nature=Nature.REFERENCED,
    gist="劳务经纪人是“4050”人员、自愿参加城镇职工社会保险的，可按灵活就业人员领社会保险补贴。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        Is("劳务经纪人", "agent_kind", ("broker",)),
        AnyOf(
            "“4050”人员", (at_least("broker_age", 50), all_of(at_least("broker_age", 40), fact("broker_sex", "female")))
        ),
        Holds("自愿参加城镇职工社会保险", "joins_employee_insurance"),
    ),
    named="对自愿参加城镇职工社会保险的劳务经纪人中的“4050”人员",
    pays=NotStated("纳入城镇灵活就业人员社会保险补贴范围"),
    during=BROKER_INSURANCE,
    notes=(
        Note("自愿参加城镇职工社会保险的劳务经纪人", "补贴给劳务经纪人本人，不给劳务中介组织。"),
        Unjudged("城镇灵活就业人员社会保险补贴", UNCHECKED),
        "执行以前已经参保、执行以后还在参保的，这里算；文件没有写。",
        "“4050”按女性年满 40 周岁、男性年满 50 周岁理解；文件没有解释，也没有写年龄上限、年龄看哪一天。",
    ),
)

employer_insurance_subsidy = Provision(
    id="employer-insurance-subsidy",
    clause="（五）",
    title="企业社会保险补贴",
    payee=Payee.EMPLOYER,
    called="企业",
    nature=Nature.RATE,
    gist="中小微企业等单位（区内、区外都可以）吸纳宁夏建档立卡贫困劳动力，按单位实际缴费部分补贴一年。",
    fund=CLAUSE_FUNDS,
    when=(
        Is("区内外中小微企业、新型农业经营主体、民办非企业单位和社会团体", "employer_kind", SMALL_UNITS),
        AllOf("吸纳我区建档立卡贫困劳动力就业", registered_poor.parts),
        AtLeast("依法签订1年以上劳动合同", "contract_months", years(1)),
        Holds("交纳社会保险费", "is_insured"),
    ),
    named="给予企业",
    pays=EitherPayment(
        Reading(
            "insurance-year",
            "“给予企业1年”的这一年，从哪一天算起？政策执行以前已经入职的，文件没有写。",
            default="从入职那天算起，执行以前入职的从执行第一天算起，在职的月份最多补 1 年",
            other="只从入职那天算起，落在执行以前的月份不再补",
        ),
        default=per_head(
            "按照企业吸纳建档立卡贫困劳动力人数",
            monthly(
                "给予企业1年的社会保险补贴（企业缴费部分）",
                Given("employer_contribution"),
                EMPLOYMENT,
                at_most=years(1),
            ),
            "workers_hired",
        ),
        other=per_head(
            "按照企业吸纳建档立卡贫困劳动力人数",
            first_months(
                "给予企业1年的社会保险补贴（企业缴费部分）", Given("employer_contribution"), EMPLOYMENT, years(1)
            ),
            "workers_hired",
        ),
    ),
    notes=(
        "各人月数不同的，分批填；补贴按月发还是一次发，文件没有写。",
        SILENT_ON_SEVERAL_JOBS,
    ),
)

enterprise_training = Holds("就业开展的上岗培训和在岗技能提升培训", "employer_ran_training")
employer_training = Provision(
    id="employer-training",
    clause="（五）",
    title="企业上岗和在岗培训补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="企业吸纳建档立卡贫困劳动力并开展上岗培训、在岗技能提升培训的，享受自治区职业技能培训补贴政策。",
    fund=UNNAMED_FUND,
    when=(
        EitherCondition(
            Reading(
                "training-enterprise",
                "“企业吸纳…开展的上岗培训”里的“企业”，是前一句写的四类单位，还是各种企业？",
                default="前一句写的四类单位：前一句把它们都叫做企业",
                other="各种企业，大企业也算；不是企业的单位不算",
            ),
            default=Is("中小微企业、新型农业经营主体、民办非企业单位和社会团体", "employer_kind", SMALL_UNITS),
            other=Holds("企业吸纳", "is_enterprise"),
        ),
        registered_poor,
        Some("吸纳建档立卡贫困劳动力就业", "workers_hired"),
        EitherCondition(
            Reading(
                "training-contract",
                "培训补贴要不要先满足前一句的一年以上劳动合同和社会保险费？",
                default="不要：前一句说的是社会保险补贴，后一句没有再写",
                other="要：两句说的是同一批企业、同一批人",
            ),
            default=enterprise_training,
            other=all_of(
                AllOf(
                    "依法签订1年以上劳动合同并交纳社会保险费",
                    (at_least("contract_months", years(1)), fact("is_insured")),
                ),
                enterprise_training,
            ),
        ),
    ),
    pays=NotStated("享受自治区职业技能培训补贴政策", by_rules=True),
    happens="training_start",
    notes=(
        Note("享受自治区职业技能培训补贴政策", "（五）没有写要不要取得证书。"),
        Note("企业吸纳建档立卡贫困劳动力就业开展的", "企业自己开展，还是委托机构开展，文件没有分；这里都算企业开展。"),
        KINDS_OF_TRAINING,
        SILENT_ON_SEVERAL_TRAININGS,
    ),
)

monthly_income = MonthlyByYear(
    "以所在地级市上年度农村常住居民人均可支配收入为基数按月发放",
    POST,
    tuple(
        YearRate(year, Rounded(Divided(Given(income), Fraction(12), "全年数 ÷ 12 个月")))
        for year, income in ((2018, "rural_income_2017"), (2019, "rural_income_2018"), (2020, "rural_income_2019"))
    ),
)
public_post_living = Provision(
    id="public-post-living",
    clause="（六）",
    title="公益性岗位生活补贴",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="在扶贫公益性岗位工作的，按月领生活补贴，基数是所在地级市上年度农村常住居民人均可支配收入。",
    under=part_six,
    named="建档立卡贫困劳动力公益性岗位人员生活补贴",
    pays=EitherPayment(
        Reading(
            "living-base",
            "“以……为基数按月发放”，没有写按多大比例，怎样算每月的数？",
            default="上一年全年人均收入除以 12；每月按它最后一天所在年份的上一年",
            other="只写了基数，每月金额文件未写明",
        ),
        default=monthly_income,
        other=ByOtherRules("为基数按月发放", monthly_income),
    ),
    notes=(SILENT_ON_SEVERAL_JOBS,),
)

already_helped = (
    Grade(
        "享受部分缴费补资助的予以补差",
        ("part",),
        difference(Given("second_tier_premium"), Given("premium_already_paid")),
    ),
    Grade("已享受政府全额缴费补资助的不再补助", ("all",), nothing()),
)
public_post_insurance = Provision(
    id="public-post-insurance",
    clause="（六）",
    title="公益性岗位养老和医疗保险统一参保",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="在扶贫公益性岗位工作的，由政府按城乡居民养老、医疗保险二档统一缴费；政府已缴一部分的补差额，已全额缴的不再补。",
    under=part_six,
    when=(Holds("自行要求参加二档以上", "chooses_higher_tier", wanted=False),),
    named="为其统一缴费参保",
    pays=PaidFor(
        "统一缴费参保",
        Graded(
            "premium_help",
            (
                Grade(
                    "按照我区城乡居民养老和医疗保险二档缴费标准为其统一缴费参保",
                    ("none",),
                    Given("second_tier_premium"),
                ),
                *already_helped,
            ),
        ),
    ),
    during=POST,
    notes=(BOTH_PREMIUMS, FULL_HELP, "金额为一年的数；文件没有写补助几年。"),
)

public_post_higher_tier = Provision(
    id="public-post-higher-tier",
    clause="（六）",
    title="公益性岗位养老和医疗保险二档以上补助",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="在扶贫公益性岗位工作、自己要求参加高于二档的，按二档缴费标准补助个人；政府已缴一部分的补差额，已全额缴的不再补。",
    under=part_six,
    when=(Holds("自行要求参加二档以上", "chooses_higher_tier"),),
    named="补助个人",
    pays=Graded(
        "premium_help",
        (
            Grade("自行要求参加二档以上的按二档缴费标准补助个人", ("none",), Given("second_tier_premium")),
            *already_helped,
        ),
    ),
    during=POST,
    notes=(
        BOTH_PREMIUMS,
        FULL_HELP,
        Note(
            "已享受政府全额缴费补资助的不再补助，享受部分缴费补资助的予以补差，自行要求参加二档以上的按二档缴费标准补助个人",
            "几种情形并列：已代缴、又参加更高档次的，还按不按二档标准全额补，文件没有写；这里代缴一部分的补差，全额的不补。",
        ),
        "“二档以上”指高于二档：二档本身由政府统一缴费。",
        "金额为一年的数；文件没有写补助几年。",
    ),
)

public_post_accident = Provision(
    id="public-post-accident",
    clause="（六）",
    title="公益性岗位意外伤害保险",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="由政府为公益性岗位人员购买商业意外伤害保险。这是保额，不是发给个人的钱。",
    under=part_six,
    named="并为其购买",
    pays=InKind("购买不高于50万元额度的全区统一标准的商业意外伤害保险", yuan(500_000)),
    during=POST,
    notes=(Note("并为其购买", "写的是“为其购买”：要不要本人申请，文件没有写。"),),
)

startup_subsidy = Provision(
    id="startup-subsidy",
    clause="（七）",
    title="一次性创业补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="建档立卡贫困劳动力自己或联合创办小微企业、或从事个体经营，带动了就业，连续正常经营满一年，领一次补贴。",
    fund=CLAUSE_FUNDS,
    when=(
        registered_poor,
        AllOf("自主或联合创办小微企业带动就业或从事个体经营带动就业", (fact("founds_business"), fact("creates_jobs"))),
        AtLeast("连续正常经营1年以上", BUSINESS, years(1)),
    ),
    named="有创业意愿和创业能力的建档立卡贫困劳动力",
    pays=Once("一次性给予1万元创业补贴", yuan(10_000)),
    notes=(
        Unjudged("有创业意愿和创业能力", "创业意愿和能力怎样判断，文件没有写；已经创办的，这里不另问。"),
        Note("联合创办", "几个人联合创办的，是每人一份还是合起来一份，文件没有写。"),
    ),
)

startup_credit = Provision(
    id="startup-credit",
    clause="（七）",
    title="扶贫小额信贷加创业担保贷款",
    payee=Payee.FAMILY,
    nature=Nature.SERVICE,
    gist="信用好、有创业意愿和能力、有好项目、资金需求较大的贫困户，探索用扶贫小额信贷加创业担保贷款。",
    when=(
        registered_poor,
        Holds("信用状况良好", "has_good_credit"),
        Holds("有较强创业意愿和能力", "has_business_will"),
        Holds("有好的创业项目，创业资金需求量较大", "has_good_project"),
    ),
    named="支持建档立卡贫困劳动力创业…的贫困户",
    fund=UNNAMED_FUND,
    pays=InKind("探索“扶贫小额信贷+创业担保贷款”模式"),
    notes=(
        Note("探索“扶贫小额信贷+创业担保贷款”模式", "文件只写“探索”这一模式，没有写贷款条件、额度，也没有写已经开办。"),
    ),
)

startup_training = Provision(
    id="startup-training",
    clause="（七）",
    title="免费创业培训和创业指导",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="有创业意愿的建档立卡贫困劳动力，免费参加创业培训、得到创业指导；每年另有农村电商培训名额。",
    when=(registered_poor, Holds("有创业意愿", "wants_business")),
    named="对有创业意愿的建档立卡贫困劳动力给予",
    fund=UNNAMED_FUND,
    pays=InKind("给予免费创业培训和创业指导"),
    notes=(
        Note(
            "每年专门拿出一定的培训名额开展农村电商培训，支持建档立卡户发展农村电商、乡村旅游等创业项目",
            "每年专门拿出一定名额开展农村电商培训；名额怎样分，文件没有写。",
        ),
    ),
)

training_payee = Provision(
    id="training-payee",
    clause="（八）",
    title="职业技能培训补贴付给谁",
    payee=PayeeBy("training_mode", (("own-choice", Payee.WORKER), ("government", Payee.TRAINER))),
    nature=Nature.REFERENCED,
    gist="本人自选培训机构的，取得相应资格证书后补贴付给本人；政府购买培训的，任务完成后付给培训机构或企业。",
    under=part_two,
    fund=UNNAMED_FUND,
    when=(
        AnyOf(
            "采取个人直接选择培训机构和政府购买社会服务相结合的方式进行",
            (
                all_of(
                    Is("培训对象自主选择培训机构", "training_mode", ("own-choice",)),
                    AllOf(
                        "培训结束并取得相应资格证书后",
                        (
                            any_of(fact("has_qualification"), fact("has_skill_level"), fact("has_special_skill")),
                            follows("training_start", "certificate_date"),
                        ),
                    ),
                ),
                all_of(
                    Is("政府购买社会服务由培训机构或企业承担培训任务", "training_mode", ("government",)),
                    Holds("培训任务完成后", "is_training_task_done"),
                ),
            ),
        ),
    ),
    named="直补个人…兑付给培训机构或企业",
    pays=Graded(
        "training_mode",
        (
            Grade("将职业技能培训补贴直补个人", ("own-choice",), not_stated()),
            Grade("将职业技能培训补助兑付给培训机构或企业", ("government",), not_stated()),
        ),
        otherwise="用人单位自己组织开展的培训，（八）没有写；看（五）（九）（十）",
    ),
    happens="training_start",
    notes=(
        Note("技能培训助推建档立卡贫困劳动力就业", "（八）没有写培训谁，对象看第二部分的标题。"),
        SILENT_ON_SEVERAL_TRAININGS,
        Note("采取整建制购买培训项目开展集中培训", "政府购买的，采取整建制购买培训项目、开展集中培训。"),
        Note("取得相应资格证书后", "培训合格证书不是资格证书，在这一条不算。"),
    ),
)

hires_poor = (*registered_poor.parts, some("workers_hired"))
trained_outside = (
    contract_of_a_year,
    insured,
    Is("在区外就业", "work_place", ("other-province",)),
    Holds("用人单位组织开展岗前培训和岗位技能提升培训的", "employer_ran_training"),
)
outside_employer_training = Provision(
    id="outside-employer-training",
    clause="（九）",
    title="区外用人单位培训和鉴定补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="区外用人单位与宁夏建档立卡贫困劳动力签一年以上合同、缴纳社会保险并开展培训，按宁夏标准给予培训补贴和鉴定补贴。",
    under=part_nine,
    fund=Fund("从就业专项资金中分别给予培训补贴和鉴定补贴", "就业专项资金"),
    when=(AllOf("与我区建档立卡贫困劳动力", hires_poor), *trained_outside),
    pays=NotStated("按照自治区职业技能培训补贴标准从就业专项资金中分别给予培训补贴和鉴定补贴", by_rules=True),
    happens="training_start",
    office=Office(NINE_PAYS, NINE_OFFICE),
    notes=(
        Note("分别给予培训补贴和鉴定补贴", "（九）没有写要不要取得证书；没有鉴定的，有没有鉴定补贴，文件没有写。"),
        Note(
            "从就业专项资金中分别给予培训补贴和鉴定补贴；吸纳我区建档立卡贫困户家庭中劳动力就业的，"
            "再按我区灵活就业人员社保补贴办法和标准从就业补助资金中给予社保补贴",
            "（九）一句里写了两个名称：“就业专项资金”和“就业补助资金”；是不是同一笔，文件没有写，这里照写。",
        ),
        KINDS_OF_TRAINING,
        SILENT_ON_SEVERAL_TRAININGS,
    ),
)

hired_outside = AllOf("吸纳我区建档立卡贫困户家庭中劳动力就业的", hires_poor)
outside_employer_insurance = Provision(
    id="outside-employer-insurance",
    clause="（九）",
    title="区外用人单位社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="区外用人单位吸纳宁夏建档立卡贫困户家庭劳动力就业的，再按宁夏灵活就业人员的办法和标准给社会保险补贴。",
    under=part_nine,
    fund=Fund("从就业补助资金中给予社保补贴", "就业补助资金"),
    when=(
        EitherCondition(
            Reading(
                "outside-insurance-alone",
                "分号后面的社保补贴，要不要先满足分号前面的合同、社会保险、区外就业和培训？",
                default="不要：吸纳就业就给，“再”只是说与培训补贴可以都领",
                other="要：前半句的条件都要满足，“再”是在它之上",
            ),
            default=EitherCondition(
                Reading(
                    "outside-insurance-insured",
                    "只看分号后面，这项社保补贴要不要已经缴纳社会保险？文件没有写。",
                    default="不另问：补贴按灵活就业人员的办法给",
                    other="要：没有缴纳社会保险，就没有可补的",
                ),
                default=hired_outside,
                other=all_of(hired_outside, insured),
            ),
            other=AllOf("吸纳我区建档立卡贫困户家庭中劳动力就业的", (*hires_poor, *trained_outside)),
        ),
    ),
    pays=NotStated("再按我区灵活就业人员社保补贴办法和标准从就业补助资金中给予社保补贴", by_rules=True),
    during=EMPLOYMENT,
    office=Office(NINE_PAYS, f"{NINE_OFFICE}（前半句写的，后半句没有再写）"),
    notes=(
        Unjudged("再按我区灵活就业人员社保补贴办法和标准", UNCHECKED),
        "执行以前已经入职、执行以后还在职的，这里算“吸纳”；文件没有写。",
        SILENT_ON_SEVERAL_JOBS,
    ),
)

local_employer_training = Provision(
    id="local-employer-training",
    clause="（十）",
    title="区内用人单位培训鉴定补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="区内用人单位吸纳贫困劳动力就业、开展培训，培训后取得证书的，按自治区职业培训政策给予培训鉴定补贴。",
    fund=UNNAMED_FUND,
    when=(
        Holds("区内用人单位", "is_local_employer"),
        EitherCondition(
            part_two_home,
            default=AllOf("吸纳贫困劳动力就业", hires_poor),
            other=AllOf("吸纳贫困劳动力就业", (fact("is_registered_poor"), some("workers_hired"))),
        ),
        Holds("开展上岗培训、转岗培训和岗位技能提升培训", "employer_ran_training"),
        AllOf(
            "培训后取得培训合格证书或职业资格证书（职业技能等级证书、专项职业能力证书）",
            (fact("has_certificate"), follows("training_start", "certificate_date")),
        ),
    ),
    pays=NotStated("按照自治区职业培训政策给予培训鉴定补贴", by_rules=True),
    happens="training_start",
    notes=(
        Note(
            "吸纳贫困劳动力就业",
            "（十）写“贫困劳动力”，没有写“建档立卡”；第二部分的标题写“建档立卡贫困劳动力”，这里按建档立卡测算。",
        ),
        KINDS_OF_TRAINING,
        SILENT_ON_SEVERAL_TRAININGS,
    ),
)

skill_upgrade = Provision(
    id="skill-upgrade",
    clause="（十）",
    title="职工技能提升补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="参加失业保险满三年、当年取得国家职业资格证书或技能等级证书的建档立卡贫困劳动力，按等级领补贴。",
    fund=Fund("补贴资金按规定从失业保险金中列支", "失业保险金"),
    when=(
        registered_poor,
        AtLeast("依法参加失业保险3年以上", "unemployment_insurance_months", years(3)),
        AnyOf("取得国家职业资格证书或职业技能等级证书", (fact("has_qualification"), fact("has_skill_level"))),
        EitherCondition(
            Reading(
                "certificate-year",
                "“当年取得”的“当年”，是申请的那一年吗？年底取得、第二年年初申请的，文件没有写。",
                default="是：取得证书和测算（申请）在同一年",
                other="不是：只说证书是哪一年取得的，以后也可以申请",
            ),
            default=SameYear("当年取得", "certificate_date", "as_of"),
            other=all_of(),
        ),
    ),
    named="建档立卡贫困劳动力可按规定申请职工技能提升补贴",
    pays=Graded(
        "skill_level",
        (
            Grade(
                "补贴标准按照取得的国家职业资格证书或职业等级证书初、中、高级分别给予1000元",
                ("junior",),
                once(yuan(1_000)),
            ),
            Grade("初、中、高级分别给予…1500元", ("intermediate",), once(yuan(1_500))),
            Grade("初、中、高级分别给予…2000元补贴", ("senior",), once(yuan(2_000))),
        ),
        otherwise="文件只规定了初、中、高级，没有规定这一等级的补贴",
    ),
    happens="certificate_date",
    notes=(
        Note(
            "依法参加失业保险",
            "没有写“累计”还是“连续”；这里按累计，中断过的也算。到取得证书那天、还是到申请那天满 3 年，文件也没有写。",
        ),
        Note("当年取得", "按这里的读法，要在取得证书当年的 12 月 31 日以前申请。"),
        Unjudged("可按规定申请职工技能提升补贴", UNCHECKED),
    ),
)

two_graduate_passed = (
    AllOf("建档立卡贫困家庭“两后生”", (*registered_poor.parts, fact("is_two_graduate"))),
    Holds("到技工院校参加1个学期的职业技能培训且培训合格", "is_school_term_passed", (1,)),
)
willing_to_train = Unjudged("凡有培训意愿的", "已经参加培训并且合格的，这里不另问培训意愿。")
BESIDE_PASSING = "培训不合格的，学费等免不免、3000 元给不给，文件没有写明；这里都要合格。"
two_graduates = Provision(
    id="two-graduates",
    clause="（十一）",
    title="“两后生”培训补助和助学补助",
    payee=Payee.FAMILY,
    nature=Nature.CASH,
    gist="贫困家庭“两后生”到技工院校参加一个学期培训并合格的，给予培训补助和扶贫助学补助。",
    when=two_graduate_passed,
    pays=Sum(
        (
            From(
                Fund("从就业补助资金中给予培训补助", "就业补助资金"),
                Once("按照每人6000元标准从就业补助资金中给予培训补助", yuan(6_000)),
            ),
            From(
                Fund("从切块下达的财政专项扶贫资金中给予", "财政专项扶贫资金"),
                Once("同时从切块下达的财政专项扶贫资金中给予每人3000元的扶贫助学补助", yuan(3_000)),
            ),
        )
    ),
    happens="training_start",
    lasts=UNTOLD,
    notes=(
        willing_to_train,
        Note("给予培训补助", "补助付给学生家庭还是学校，文件没有写。"),
        BESIDE_PASSING,
        SILENT_ON_SEVERAL_TRAININGS,
    ),
)

two_graduates_fees = Provision(
    id="two-graduates-fees",
    clause="（十一）",
    title="“两后生”学费、住宿费和实习材料费全免",
    payee=Payee.FAMILY,
    nature=Nature.SERVICE,
    gist="贫困家庭“两后生”在技工院校培训期间，学费、住宿费（含卧具）和实习材料费全免。",
    when=two_graduate_passed,
    fund=UNNAMED_FUND,
    pays=InKind("培训期间学费、住宿费（含卧具）和实习材料费全免"),
    happens="training_start",
    lasts=UNTOLD,
    notes=(
        willing_to_train,
        Note("培训期间学费、住宿费（含卧具）和实习材料费全免", "直接免收，不另发现金。"),
        BESIDE_PASSING,
    ),
)

special_skill_appraisal = Provision(
    id="special-skill-appraisal",
    clause="（十二）",
    title="专项职业能力免费考核鉴定",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="建档立卡贫困劳动力和“十二五”生态移民，考核列出的专项工种免费。",
    when=(
        AnyOf("建档立卡贫困劳动力和“十二五”生态移民（含劳务移民）", (registered_poor, fact("is_resettled"))),
        Holds(
            "18个我区群众普遍欢迎、但未列入国家职业资格鉴定目录的职业工种为我区专项职业能力考核项目",
            "is_listed_trade",
            (18,),
        ),
    ),
    named="为建档立卡贫困劳动力和“十二五”生态移民（含劳务移民）开展",
    fund=UNNAMED_FUND,
    pays=InKind("开展专项职业能力免费考核鉴定"),
    notes=(
        Note(
            "确定挖掘机操作、装载机操作、宁夏特色小吃制作、刺绣品制作、手工编织、剪纸等",
            "文件列举了六个工种，其余十二个没有写出。",
        ),
        Note("“十二五”生态移民（含劳务移民）", "生态移民的户籍要不要在宁夏，文件没有写；这里不另看。"),
    ),
)

unemployment_registration = Provision(
    id="unemployment-registration",
    clause="（十三）",
    title="在城镇常住地失业登记",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="在城镇常住、无业六个月以上的建档立卡贫困劳动力，可以在常住地登记失业，享受各项就业创业优惠政策。",
    when=(
        registered_poor,
        Holds("在城镇常住", "lives_in_town"),
        AtLeast("处于无业状态6个月以上", "jobless_months", months(6)),
    ),
    named="对于建档立卡贫困劳动力在城镇常住",
    pays=Sum((InKind("可在城镇常住地街道（社区）进行失业登记"), InKind("享受各项就业创业优惠政策"))),
    office=Office("在城镇常住地街道（社区）", "城镇常住地的街道（社区）"),
)

public_service = Provision(
    id="public-service",
    clause="（十三）",
    title="全方位公共就业服务",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="各地通过专项活动提供职业介绍、指导、培训、援助和创业扶持。",
    pays=InKind("综合运用职业介绍、职业指导、职业技能培训和创业培训、就业援助、创业扶持等措施，提供有针对性的精准帮扶"),
)

data = Provision(
    id="data",
    clause="（十四）",
    title="就业信息台账",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="扶贫部门每年年初更新名单，人社部门建立实名制台账并动态管理。",
    pays=InKind("实行实名制分类管理"),
)

rights = Provision(
    id="rights",
    clause="（十五）",
    title="维护劳动权益",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="督促企业签合同、参保、按时足额发工资，改善劳动条件。",
    pays=InKind("切实维护已就业贫困劳动力劳动权益"),
)

conduct = Provision(
    id="conduct",
    clause="（十六）",
    title="作风建设和资金监管",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="落实责任，降低政策门槛，严肃查处弄虚作假和挪用资金。",
    pays=InKind("进一步规范资金使用管理"),
)

publicity = Provision(
    id="publicity",
    clause="（十七）",
    title="政策宣传",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="通过各类媒体宣传就业扶贫政策和典型。",
    pays=InKind("加强就业扶贫工作宣传"),
)

NINGXIA = Policy(
    id="ningxia",
    region="宁夏",
    place="宁夏",
    province="宁夏",
    heading="宁夏帮建档立卡的人就业创业，能领什么",
    title="关于进一步推进就业扶贫工作的若干意见",
    number="宁政办规发〔2018〕9号",
    issuer="宁夏回族自治区人力资源社会保障厅、财政厅、扶贫办（自治区人民政府办公厅转发）",
    term=Term(
        "自2018年7月1日起执行，有效期至2020年12月31日",
        date(2018, 7, 1),
        date(2020, 12, 31),
        doubts=(
            CountsBefore(
                Reading(
                    "counts-before",
                    "政策执行以前已经在做的工作、在办的企业、开始的培训、取得的证书，算不算？文件没有写。",
                    default="只算执行期限以内的",
                    other="以前的也算",
                )
            ),
            CompletesLater(
                Reading(
                    "completes-later",
                    "有效期以内开始、到最后一天还没有满 1 年或者领满 1 年的，以后的月份算不算、发不发？文件没有写。",
                    default="到有效期最后一天为止",
                    other="以后的月份也算，发满为止",
                )
            ),
        ),
    ),
    audience="除另有说明外，对象是宁夏的建档立卡贫困劳动力。",
    people=registered_poor,
    provisions=(
        transport_subsidy,
        carrier_subsidy,
        incubator_award,
        agent_subsidy,
        broker_insurance,
        employer_insurance_subsidy,
        employer_training,
        public_post_living,
        public_post_insurance,
        public_post_higher_tier,
        public_post_accident,
        startup_subsidy,
        startup_credit,
        startup_training,
        training_payee,
        outside_employer_training,
        outside_employer_insurance,
        local_employer_training,
        skill_upgrade,
        two_graduates,
        two_graduates_fees,
        special_skill_appraisal,
        unemployment_registration,
        public_service,
        data,
        rights,
        conduct,
        publicity,
    ),
    notes=(
        Note("建档立卡贫困劳动力", "这是宁夏的文件：没有另写的地方，要求劳动者户籍在宁夏。"),
        Note("建档立卡贫困家庭“两后生”", "“两后生”家庭的户籍也要求在宁夏。"),
        "文件没有写明印发日期。",
    ),
)
