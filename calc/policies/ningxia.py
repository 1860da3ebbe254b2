"""Ningxia, 宁政办规发〔2018〕9号: furthering poverty relief through employment, 2018-07-01 to 2020-12-31."""

from datetime import date
from fractions import Fraction

from calc.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Divided,
    EitherPayment,
    From,
    Given,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Judged,
    NotStated,
    Once,
    Reading,
    Rounded,
    SameYear,
    Sum,
    Tier,
    Tiered,
    all_of,
    any_of,
    at_least,
    difference,
    fact,
    monthly,
    months,
    not_less,
    not_stated,
    nothing,
    once,
    per_head,
    yearly,
    years,
    yuan,
)
from calc.rules.document import Fund, Office, Term
from calc.rules.payees import Nature, Payee, PayeeBy
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.spans import BUSINESS, EMPLOYMENT, POST

EMPLOYMENT_FUNDS = Fund("就业补助资金", "就业补助资金")

registered_poor = AllOf(
    "建档立卡贫困劳动力",
    (fact("is_registered_poor"), fact("home", "ningxia")),
)
has_contract = Holds("签订劳动合同", "has_contract")
fully_insured = Holds("缴纳各项社会保险", "is_insured")
agent = Is("劳务中介组织、劳务经纪人", "agent_kind", ("labour-agency", "broker"))
small_employer = Is(
    "区内外中小微企业、新型农业经营主体、民办非企业单位和社会团体",
    "employer_kind",
    ("small-enterprise", "farm-operator", "private-non-enterprise", "social-organisation"),
)
public_post = (
    registered_poor,
    AnyOf(
        "年满40周岁以上",
        (
            at_least("age", 40),
            AllOf(
                "对于有一定劳动能力的残疾建档立卡贫困劳动力年龄可适当放宽",
                (fact("has_disability"), Judged("年龄可适当放宽", "is_age_relaxed")),
            ),
        ),
    ),
    Holds("有就业愿望和就业能力", "is_willing_and_able"),
    Holds("购买一定数量的扶贫公益性岗位", "holds_public_post"),
)

transport_rate = Graded(
    "work_place",
    (
        Grade("区内跨县（市）就业的每人每年一次性给予200元", ("other-county",), once(yuan(200))),
        Grade("跨省（区）就业的每人每年一次性给予800元", ("other-province",), once(yuan(800))),
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
        Is("区内跨县（市）就业…跨省（区）就业", "work_place", ("other-county", "other-province")),
        AtLeast("外出务工稳定在1年以上", EMPLOYMENT, years(1)),
        has_contract,
        fully_insured,
    ),
    pays=EitherPayment(
        Reading(
            "transport-once",
            "“每人每年可享受一次性交通补贴”，是每年一次，还是总共一次？",
            default="政策期内每满一年领一次",
            other="总共只领一次",
        ),
        default=yearly("每人每年可享受一次性交通补贴", transport_rate, EMPLOYMENT),
        other=transport_rate,
    ),
    evidence=("社会保险缴费凭证", "用工单位出具的工资证明"),
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
        Is(
            "就业扶贫车间、社区工厂、产业扶贫基地、农产品加工基地等就业扶贫载体",
            "employer_kind",
            ("workshop", "community-factory", "industry-base", "processing-base", "employment-base", "other-carrier"),
        ),
        AtLeast("稳定就业在1年以上", EMPLOYMENT, years(1)),
        has_contract,
        fully_insured,
    ),
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
    pays=Graded(
        "park_standard",
        (
            Grade("由所在地级市一次性给予不低于50万元奖补资金", ("prefecture",), not_less(yuan(500_000))),
            Grade("由自治区一次性给予100万元奖补资金", ("region", "nation"), once(yuan(1_000_000))),
        ),
        otherwise="尚未达到建设标准",
    ),
    happens="park_standard_date",
    office=Office(
        "由所在地级市…由自治区",
        "地市级标准的，由所在地级市给；自治区级、国家级标准的，由自治区给；具体哪个部门，文件未写明",
    ),
    notes=("园区先后达到几个级别、能不能分别领取，文件没有写。",),
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
        agent,
        Holds("组织建档立卡贫困劳动力到企业初次就业", "is_first_job"),
        AtLeast("初次就业1年以上", EMPLOYMENT, years(1)),
        has_contract,
        Holds("缴纳社会保险", "is_insured"),
    ),
    pays=per_head("200元/人就业创业服务补贴", yuan(200), "workers_placed"),
    notes=("成绩突出的劳务组织由各地适时表彰奖励，自治区每两年评选示范县（区）；没有金额，不计算。",),
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
            "“4050”人员",
            (
                all_of(fact("broker_sex", "female"), at_least("broker_age", 40)),
                all_of(fact("broker_sex", "male"), at_least("broker_age", 50)),
            ),
        ),
        Holds("自愿参加城镇职工社会保险", "joins_employee_insurance"),
    ),
    pays=NotStated("纳入城镇灵活就业人员社会保险补贴范围"),
    notes=(
        "文件没有写年龄上限。",
        "“4050”人员按通常理解：女性年满 40 周岁、男性年满 50 周岁；文件本身没有解释。",
    ),
)

employer_insurance_subsidy = Provision(
    id="employer-insurance-subsidy",
    clause="（五）",
    title="企业社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.RATE,
    gist="中小微企业等单位（区内、区外都可以）吸纳宁夏建档立卡贫困劳动力，按单位实际缴费部分补贴一年。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        small_employer,
        AtLeast("签订1年以上劳动合同", "contract_months", years(1)),
        Holds("交纳社会保险费", "is_insured"),
    ),
    pays=per_head(
        "按照企业吸纳建档立卡贫困劳动力人数",
        monthly(
            "给予企业1年的社会保险补贴（企业缴费部分）",
            Given("employer_contribution"),
            EMPLOYMENT,
            at_most=years(1),
        ),
        "workers_hired",
    ),
    notes=("按政策期内实际缴费的月数计算，最多一年；各人月数不同的，请分别测算。",),
)

employer_training = Provision(
    id="employer-training",
    clause="（五）（十）",
    title="用人单位培训和鉴定补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="区内用人单位吸纳贫困劳动力并开展培训、培训后取得证书的，按自治区标准给予培训和鉴定补贴；"
    "区内外中小微企业等开展上岗和在岗培训的，也享受培训补贴。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        registered_poor,
        any_of(
            all_of(
                small_employer, Holds("开展的上岗培训和在岗技能提升培训，享受自治区职业技能培训补贴政策", "is_trained")
            ),
            all_of(
                Holds("区内用人单位吸纳贫困劳动力就业", "is_in_home_region"),
                Holds("开展上岗培训、转岗培训和岗位技能提升培训", "is_trained"),
                Holds("培训后取得培训合格证书或职业资格证书", "has_certificate"),
            ),
        ),
    ),
    pays=NotStated("按照自治区职业培训政策给予培训鉴定补贴"),
)

public_post_living = Provision(
    id="public-post-living",
    clause="（六）",
    title="公益性岗位生活补贴",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="在扶贫公益性岗位工作的，按月领生活补贴，基数是所在地级市上年度农村常住居民人均可支配收入。",
    fund=EMPLOYMENT_FUNDS,
    when=public_post,
    pays=EitherPayment(
        Reading(
            "living-base",
            "“以……为基数按月发放”，没有写按多大比例，怎样算每月的数？",
            default="全年人均收入除以 12，就是每月的数",
            other="只写了基数，每月金额文件未写明",
        ),
        default=monthly(
            "所在地级市上年度农村常住居民人均可支配收入为基数按月发放",
            Rounded(Divided(Given("rural_income"), Fraction(12), "全年数 ÷ 12 个月")),
            POST,
        ),
        other=NotStated("为基数按月发放"),
    ),
    notes=(
        "各市、县（区）可以自行筹资开发本级公益性岗位，标准由当地定；脱贫能力弱、有一定劳动能力的残疾人等重点安排。",
    ),
)

public_post_insurance = Provision(
    id="public-post-insurance",
    clause="（六）",
    title="公益性岗位养老和医疗保险补助",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="在扶贫公益性岗位工作的，由政府按城乡居民养老、医疗保险二档统一缴费；政府已缴一部分的补差额，已全额缴的不再补。",
    fund=EMPLOYMENT_FUNDS,
    when=public_post,
    pays=Graded(
        "premium_help",
        (
            Grade(
                "按照我区城乡居民养老和医疗保险二档缴费标准为其统一缴费参保…自行要求参加二档以上的按二档缴费标准补助个人",
                ("none",),
                Given("second_tier_premium"),
            ),
            Grade(
                "享受部分缴费补资助的予以补差",
                ("part",),
                difference(Given("second_tier_premium"), Given("premium_already_paid")),
            ),
            Grade("已享受政府全额缴费补资助的不再补助", ("all",), nothing()),
        ),
    ),
    notes=("金额为一年的数；文件没有写补助几年。",),
)

public_post_accident = Provision(
    id="public-post-accident",
    clause="（六）",
    title="公益性岗位意外伤害保险",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="由政府为公益性岗位人员购买商业意外伤害保险。这是保额，不是发给个人的钱。",
    fund=EMPLOYMENT_FUNDS,
    when=public_post,
    pays=InKind("购买不高于50万元额度的全区统一标准的商业意外伤害保险", yuan(500_000)),
)

startup_subsidy = Provision(
    id="startup-subsidy",
    clause="（七）",
    title="一次性创业补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="建档立卡贫困劳动力自己或联合创办小微企业、或从事个体经营，带动了就业，连续正常经营满一年，领一次补贴。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        registered_poor,
        Holds("自主或联合创办小微企业带动就业或从事个体经营带动就业", "founds_business"),
        Holds("带动就业", "creates_jobs"),
        AtLeast("连续正常经营1年以上", BUSINESS, years(1)),
    ),
    pays=Once("一次性给予1万元创业补贴", yuan(10_000)),
    notes=(
        "已经创办并经营的，视为有创业意愿和创业能力。",
        "几个人联合创办的，是每人一份还是合起来一份，文件没有写。",
    ),
)

startup_credit = Provision(
    id="startup-credit",
    clause="（七）",
    title="扶贫小额信贷加创业担保贷款",
    payee=Payee.FAMILY,
    nature=Nature.REFERENCED,
    gist="信用好、有创业意愿和能力、有好项目、资金需求较大的贫困户，探索用扶贫小额信贷加创业担保贷款。",
    when=(
        registered_poor,
        Holds("信用状况良好", "has_good_credit"),
        Holds("有较强创业意愿和能力", "has_business_will"),
        Holds("有好的创业项目，创业资金需求量较大", "has_good_project"),
    ),
    pays=NotStated("扶贫小额信贷+创业担保贷款"),
    notes=("文件的用词是“探索”，贷款条件和额度由经办银行按有关规定确定。",),
)

startup_training = Provision(
    id="startup-training",
    clause="（七）",
    title="免费创业培训和创业指导",
    payee=Payee.WORKER,
    nature=Nature.SERVICE,
    gist="有创业意愿的建档立卡贫困劳动力，免费参加创业培训、得到创业指导；每年另有农村电商培训名额。",
    when=(registered_poor, Holds("有创业意愿", "wants_business")),
    pays=InKind("给予免费创业培训和创业指导"),
)

training_payee = Provision(
    id="training-payee",
    clause="（八）",
    title="职业技能培训补贴付给谁",
    payee=PayeeBy("training_mode", (("own-choice", Payee.WORKER), ("government", Payee.TRAINER))),
    nature=Nature.REFERENCED,
    gist="本人自选培训机构的，取得证书后补贴付给本人；政府购买培训的，任务完成后付给培训机构或企业。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        registered_poor,
        AnyOf(
            "个人直接选择培训机构和政府购买社会服务相结合",
            (
                AllOf(
                    "培训结束并取得相应资格证书后",
                    (fact("training_mode", "own-choice"), fact("has_certificate")),
                ),
                AllOf(
                    "培训任务完成后",
                    (fact("training_mode", "government"), fact("is_training_task_done")),
                ),
            ),
        ),
    ),
    pays=Graded(
        "training_mode",
        (
            Grade("将职业技能培训补贴直补个人", ("own-choice",), not_stated()),
            Grade("将职业技能培训补助兑付给培训机构或企业", ("government",), not_stated()),
        ),
        otherwise="用人单位自己组织开展的培训，这一条没有写",
    ),
)

outside_employer_training = Provision(
    id="outside-employer-training",
    clause="（九）",
    title="区外用人单位培训、鉴定和社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="区外用人单位与宁夏建档立卡贫困劳动力签一年以上合同、缴纳社会保险并开展培训，按宁夏标准给予培训、鉴定补贴，"
    "吸纳建档立卡贫困户家庭劳动力的再给社会保险补贴。",
    when=(
        registered_poor,
        AtLeast("签订1年以上劳动合同", "contract_months", years(1)),
        Holds("缴纳社会保险", "is_insured"),
        Holds("区外用人单位", "is_in_home_region", wanted=False),
        Is("在区外就业", "work_place", ("other-province",)),
        Holds("组织开展岗前培训和岗位技能提升培训", "is_trained"),
    ),
    pays=Sum(
        (
            From(
                Fund("就业专项资金", "就业专项资金"),
                NotStated("按照自治区职业技能培训补贴标准…分别给予培训补贴和鉴定补贴"),
            ),
            From(EMPLOYMENT_FUNDS, NotStated("按我区灵活就业人员社保补贴办法和标准…给予社保补贴")),
        )
    ),
    office=Office("劳动者户籍所在地人力资源社会保障部门和财政部门", "劳动者户籍所在地的人社部门和财政部门"),
)

skill_upgrade = Provision(
    id="skill-upgrade",
    clause="（十）",
    title="职工技能提升补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="参加失业保险满三年、当年取得国家职业资格证书或技能等级证书的建档立卡贫困劳动力，按等级领补贴。",
    fund=Fund("失业保险金", "失业保险金"),
    when=(
        AllOf("建档立卡贫困劳动力可按规定申请职工技能提升补贴", registered_poor.parts),
        AtLeast("依法参加失业保险3年以上", "unemployment_insurance_months", years(3)),
        Holds("取得国家职业资格证书或职业技能等级证书", "has_qualification"),
        SameYear("当年取得", "certificate_date", "as_of"),
    ),
    pays=Graded(
        "skill_level",
        (
            Grade("初、中、高级分别给予1000元", ("junior",), once(yuan(1_000))),
            Grade("初、中、高级分别给予…1500元", ("intermediate",), once(yuan(1_500))),
            Grade("初、中、高级分别给予…2000元", ("senior",), once(yuan(2_000))),
        ),
        otherwise="文件只规定了初、中、高级，没有规定这一等级的补贴",
    ),
    happens="certificate_date",
    notes=("技师、高级技师文件没有写。“当年”按测算（申请）日期所在的年份看。",),
)

two_graduates = Provision(
    id="two-graduates",
    clause="（十一）",
    title="“两后生”培训补助和助学补助",
    payee=Payee.FAMILY,
    nature=Nature.CASH,
    gist="贫困家庭“两后生”到技工院校参加一个学期培训并合格的，领培训补助和扶贫助学补助，学费、住宿费、实习材料费全免。",
    when=(
        AllOf("建档立卡贫困家庭", registered_poor.parts),
        Holds("建档立卡贫困家庭“两后生”", "is_two_graduate"),
        Holds("到技工院校参加1个学期的职业技能培训且培训合格", "is_school_term_passed", (1,)),
    ),
    pays=Sum(
        (
            From(EMPLOYMENT_FUNDS, Once("按照每人6000元标准", yuan(6_000))),
            From(Fund("财政专项扶贫资金", "财政专项扶贫资金"), Once("给予每人3000元的扶贫助学补助", yuan(3_000))),
            InKind("培训期间学费、住宿费（含卧具）和实习材料费全免"),
        )
    ),
    happens="training_start",
    lasts="training_days",
    notes=(
        "补助付给家庭还是学校，文件没有写。",
        "学费等直接免收，不另发现金。",
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
        AnyOf(
            "建档立卡贫困劳动力和“十二五”生态移民（含劳务移民）",
            (registered_poor, fact("is_resettled")),
        ),
        Holds("18个我区群众普遍欢迎、但未列入国家职业资格鉴定目录的职业工种", "is_listed_trade", (18,)),
    ),
    pays=InKind("开展专项职业能力免费考核鉴定"),
    notes=("文件列举了六个工种，其余十二个没有写出，以主管部门公布的目录为准。",),
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
    pays=Sum(
        (InKind("可在城镇常住地街道（社区）进行失业登记"), InKind("享受各项就业创业优惠政策")),
    ),
    office=Office("在城镇常住地街道（社区）", "城镇常住地的街道（社区）"),
)

public_service = Provision(
    id="public-service",
    clause="（十三）",
    title="全方位公共就业服务",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="各地通过专项活动提供职业介绍、指导、培训、援助和创业扶持。",
    pays=InKind("提供有针对性的精准帮扶"),
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
    title="关于进一步推进就业扶贫工作的若干意见",
    number="宁政办规发〔2018〕9号",
    issuer="宁夏回族自治区人力资源社会保障厅、财政厅、扶贫办（自治区人民政府办公厅转发）",
    term=Term("自2018年7月1日起执行，有效期至2020年12月31日", date(2018, 7, 1), date(2020, 12, 31)),
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
        public_post_accident,
        startup_subsidy,
        startup_credit,
        startup_training,
        training_payee,
        outside_employer_training,
        skill_upgrade,
        two_graduates,
        special_skill_appraisal,
        unemployment_registration,
        public_service,
        data,
        rights,
        conduct,
        publicity,
    ),
    notes=("文件没有写明印发日期。",),
)
