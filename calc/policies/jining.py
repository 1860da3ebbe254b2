"""Jining, 济人社字〔2020〕47号: labour cooperation with Wanzhou district of Chongqing, 2020-01-01 to 2021-12-31."""

from datetime import date
from fractions import Fraction

from calc.rules import (
    AllOf,
    AtLeast,
    ByOtherRules,
    DaysInTerm,
    Divided,
    EitherCondition,
    EitherPayment,
    Given,
    Goal,
    Grade,
    Graded,
    Holds,
    InKind,
    Is,
    Judged,
    Nothing,
    NotStated,
    Once,
    Plan,
    Reading,
    Rounded,
    Share,
    ShareAtLeast,
    Times,
    WithinMonths,
    all_of,
    any_of,
    days,
    fact,
    follows,
    for_each,
    for_each_month,
    monthly,
    months,
    not_less,
    per_head,
    some,
    up_to,
    years,
    yuan,
)
from calc.rules.condition import Condition
from calc.rules.document import CompletesLater, CountsBefore, Exclusion, Fund, Note, Office, OtherStart, Term, Unjudged
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from calc.rules.spans import EMPLOYMENT, INSURANCE_IN_JOB, POST

SILENT_ON_BOTH = "（一）与（二）两条线能否同时享受，文件没有写；两边各自列出，请向经办机构核实。"
CHANGED_EMPLOYER = "在济宁换过单位、没有中断的，算不算“稳定就业”，文件没有写；这里算，从第一家算起。"

home_bureau = Office("万州区人社局", "万州区人社局")
from_wanzhou = AllOf(
    "万州区建档立卡贫困劳动力",
    (fact("is_registered_poor"), fact("home", "wanzhou")),
)
hires_from_wanzhou = (*from_wanzhou.parts, some("workers_hired"))

part_one = Section(
    "四（一）",
    when=(AllOf("会同万州区人社局摸清贫困人员就业需求", from_wanzhou.parts),),
    fund=Fund("所需资金从济宁市援助资金中列支", "济宁市援助资金", "四（一）"),
    notes=(
        Note(
            "会同万州区人社局摸清贫困人员就业需求",
            "（一）写的是“贫困人员”，文首和（二）写的是“建档立卡贫困劳动力”；这里都按万州区建档立卡的理解。",
        ),
        Unjudged(
            "通过转移就业、就地就近就业、就业培训、创建扶贫车间和开发公益性岗位等方式",
            "（一）开头列的几种方式，是下面 1 至 5 的总说；各项的条件分别写在各项里。",
        ),
    ),
)
came_to_jining = (
    Holds("来济宁市", "works_here"),
    AtLeast("稳定就业 3 个月以上", EMPLOYMENT, months(3)),
)
trained_by_home = AllOf(
    "万州区人社局对有劳动能力和培训意愿的贫困人员进行特色专业技能培训、岗前培训和岗位技能提升培训",
    (fact("is_registered_poor"), fact("is_willing_to_train"), fact("is_trained"), fact("is_trained_by_home")),
)

hired_in_jining = (
    Holds("在我市", "works_here"),
    AtLeast("稳定就业6个月以上", EMPLOYMENT, months(6)),
    Holds("经当地公共就业人才服务机构就业失业登记后", "is_job_registered"),
    AtLeast("签订6个月以上劳动合同", "contract_months", months(6)),
    Holds("按规定缴纳社会保险费", "is_insured"),
)
PART_TWO_NOTES = (
    Unjudged("经当地公共就业人才服务机构就业失业登记后", "先登记、后签合同的先后，这里不核对。"),
    Note(
        "按照规定享受社会保险补贴、岗位补贴、培训补贴和扶贫车间一次性奖补等补贴政策",
        "（二）开头写“按照规定享受”；下面 1 至 5 没有写到的，以主管部门的规定为准。",
    ),
)
opening_binds = Reading(
    "opening-binds-all",
    "（二）开头写的稳定就业、登记、合同、社会保险，下面没有都再写：1 没有写登记，2 至 5 都没有写。还要不要满足？",
    default="要：开头一句管到 1 至 5",
    other="不要：只看在我市就业和各项自己写的条件",
)


def govern(*also_without: Condition) -> Section:
    """What （二） opens with, and what an item asks even if the opening does not bind it."""
    return Section(
        "四（二）",
        when=(
            from_wanzhou,
            EitherCondition(opening_binds, default=all_of(*hired_in_jining), other=all_of(*also_without)),
        ),
        fund=Fund("所需资金从济宁市就业补助资金中列支", "济宁市就业补助资金", "四（二）"),
        evidence=("劳动合同",),
        office=Office(
            "经当地公共就业人才服务机构就业失业登记",
            "先在当地公共就业人才服务机构办就业失业登记；补贴向哪个部门申请，文件未写明",
            clause="四（二）",
        ),
        notes=PART_TWO_NOTES,
    )


days_after_term = Reading(
    "days-after-term",
    "培训在执行期限以内开始、到期以后才结束的，到期以后的那几天算不算？文件没有写。",
    default="算：看开始那天，实际培训几天就是几天",
    other="不算：从开始那天连着数，数到执行期限的最后一天",
)
TRAINING_IN_TERM = DaysInTerm("training_days", "training_start")

works_in_jining, worked, registered, contracted, insured = hired_in_jining
part_two_item_1 = govern(works_in_jining, worked, contracted, insured)
part_two = govern(works_in_jining)
employer_training = (
    AllOf("对吸纳万州区建档立卡贫困劳动力的企业", (*from_wanzhou.parts, fact("is_enterprise"))),
    Holds("开展岗位技能培训", "employer_ran_training"),
    WithinMonths("自签订劳动合同之日起1年内", "contract_date", "training_start", years(1)),
)
CERTIFICATE = Note("取得相关证书后", "哪些证书算“相关证书”，到期以后才取得的算不算，文件没有写；这里有证书就算。")
WITHIN_THE_YEAR = Note(
    "开展岗位技能培训的", "1 年内看培训开始那天；1 年内开始、过了 1 年才结束的算不算，文件没有写，这里算。"
)
has_certificate = AllOf("取得相关证书后", (fact("has_certificate"), follows("training_start", "certificate_date")))
is_base = Is("就业扶贫基地（车间）", "employer_kind", ("employment-base", "workshop"))

placement_plan = Provision(
    id="placement-plan",
    clause="一",
    title="2020 年就业帮扶目标",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="2020 年帮扶万州贫困人口不少于 520 人：转移到济宁不少于 40 人、就近就业不少于 230 人、培训不少于 250 人。",
    says=Plan(
        "2020年对万州区贫困人口就业帮扶不少于520人",
        persons=520,
        goals=(
            Goal("转移贫困人口到济宁市就业不少于40人", "到济宁就业", 40),
            Goal("帮扶贫困人口就地就近就业不少于 230 人", "就地就近就业", 230),
            Goal("帮扶培训贫困人口不少于 250 人", "参加培训", 250),
        ),
        years=(2020,),
    ),
)

recruitment = Provision(
    id="recruitment",
    clause="三",
    title="送岗和招聘活动",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="济宁与万州两地人社部门收集适合的岗位，不定期组织企业巡回招聘、送岗到村，并开展网络招聘。",
    pays=InKind("不定期组织企业到对口区县开展巡回招聘，深入贫困地区开展送岗到村活动"),
    notes=(
        Note(
            "充分利用互联网，及时发布岗位信息，建立网络招聘常态机制，采取远程招聘、网络面试等方式，"
            "鼓励企业与贫困人员进行视频对接",
            "也在网上发布岗位，采取远程招聘、网络面试、视频对接。",
        ),
    ),
)

travel_meal_subsidy = Provision(
    id="travel-meal-subsidy",
    clause="四（一）1",
    title="一次性交通伙食补助",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="万州贫困人员来济宁稳定就业满三个月，领一次交通伙食补助。",
    under=part_one,
    when=came_to_jining,
    named="对来济宁市稳定就业 3 个月以上的贫困人员，给予",
    pays=Once("1500 元的一次性交通伙食补助", yuan(1_500)),
    notes=(SILENT_ON_BOTH, CHANGED_EMPLOYER),
)

cross_province_subsidy = Provision(
    id="cross-province-subsidy",
    clause="四（一）1",
    title="跨省就业补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="万州贫困人员来济宁稳定就业满三个月，按月领跨省就业补贴，最多六个月。",
    under=part_one,
    when=came_to_jining,
    named="对来济宁市稳定就业 3 个月以上的贫困人员，给予",
    pays=EitherPayment(
        Reading(
            "cross-province-from",
            "六个月的补贴，是从第一个月算起，还是稳定就业三个月以后才开始算？",
            default="满三个月后，从第一个月起算",
            other="从第四个月起算",
        ),
        default=monthly(
            "每月 1000 元的跨省就业补贴（补贴期限不超过 6 个月）", yuan(1_000), EMPLOYMENT, at_most=months(6)
        ),
        other=monthly(
            "每月 1000 元的跨省就业补贴（补贴期限不超过 6 个月）",
            yuan(1_000),
            EMPLOYMENT,
            at_most=months(6),
            skips=3,
        ),
    ),
    notes=(SILENT_ON_BOTH,),
)

wanzhou_employer_subsidy = Provision(
    id="wanzhou-employer-subsidy",
    clause="四（一）2",
    title="万州区属企业一次性岗位补贴",
    payee=Payee.EMPLOYER,
    called="万州区属企业",
    nature=Nature.CASH,
    gist="万州区属企业吸纳贫困人员，签合同、连续缴纳社会保险满一年并且仍在缴纳的，部分企业按人数领一次。",
    under=part_one,
    when=(
        AllOf("万州区属企业", (fact("is_in_wanzhou"), fact("is_enterprise"))),
        Holds("与其签订劳动合同", "has_contract"),
        AtLeast("连续缴纳 1 年以上", INSURANCE_IN_JOB, years(1)),
        AllOf("仍在缴纳社会保险费", (fact("still_insured"), fact("still_employed"))),
        Judged("部分企业", "is_selected"),
    ),
    named="鼓励万州区属企业吸纳贫困人员就业",
    pays=per_head("按照 6000 元/人的标准给予一次性岗位补贴", yuan(6_000), "workers_hired"),
    evidence=("劳动合同",),
    notes=(
        Note(
            "仍在缴纳社会保险费",
            "合同要是与这家企业签的，社会保险从入职这家企业那天起算；已经离开的，这家企业就不再缴纳。",
        ),
        Note(
            "万州区属企业",
            "“区属”说的是企业归哪里管，没有写人在哪里工作。（一）开头依次写“转移就业、就地就近就业”，"
            "这里把 1 看作转移到济宁、2 看作留在万州：在济宁工作的不算。",
        ),
        Note("部分企业", "原文写的是“部分企业”，没有写由谁、按什么确定；这里等主管部门认定。"),
    ),
)

workshop_construction = Provision(
    id="workshop-construction",
    clause="四（一）3",
    title="就业扶贫车间一次性建设补助",
    payee=Payee.CARRIER,
    called="扶贫车间",
    nature=Nature.REFERENCED,
    gist="经万州区认定、就近吸纳贫困劳动力的就业扶贫车间，每个给一次建设补助；文件没有写金额。",
    under=part_one,
    when=(
        Holds("万州区会同当地扶贫办审核认定就业扶贫车间", "is_recognised_workshop"),
        AllOf(
            "吸纳贫困劳动力就地就近就业",
            (fact("is_registered_poor"), fact("hires_nearby"), some("workers_hired")),
        ),
    ),
    named="每个扶贫车间给予",
    pays=NotStated("每个扶贫车间给予一次性建设补助资金"),
    happens="recognised_on",
    notes=(
        Note(
            "吸纳贫困劳动力就地就近就业",
            "一把“转移……到济宁市就业”和“就地就近就业”分开写，这里把就地就近看作在万州：济宁的车间不算。",
        ),
    ),
    office=Office("万州区会同当地扶贫办审核认定", "由万州区会同当地扶贫办认定；补助向哪个部门申请，文件未写明"),
)

public_post_subsidy = Provision(
    id="public-post-subsidy",
    clause="四（一）4",
    title="“三无”贫困劳动力公益性岗位补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="无法离乡、无业可扶、无法通过市场就业的贫困劳动力，由万州区安排公益性岗位，按月领补贴。",
    under=part_one,
    when=(
        AllOf(
            "针对无法离乡、无业可扶、无法通过市场化实现就业的“三无”贫困劳动力",
            (
                fact("is_registered_poor"),
                fact("cannot_leave_home"),
                fact("has_no_business_support"),
                fact("has_no_market_job"),
            ),
        ),
        AllOf(
            "万州区人社局通过开发保洁、公路养护等公益性岗位实行托底安置",
            (fact("holds_public_post"), fact("is_home_post")),
        ),
    ),
    named="按照每人990元/月标准发放",
    pays=monthly("按照每人990元/月标准发放就业补贴", yuan(990), POST),
    office=home_bureau,
    notes=("文件没有写最多补贴几个月，这里按政策期内的在岗月数测算。",),
)

training_subsidy_wanzhou = Provision(
    id="training-subsidy-wanzhou",
    clause="四（一）5",
    title="万州区培训补贴",
    payee=Payee.WORKER,
    nature=Nature.REFERENCED,
    gist="万州区人社局对有劳动能力和培训意愿的贫困人员开展培训，按规定给予培训补贴；文件没有写金额。",
    under=part_one,
    when=(trained_by_home,),
    pays=NotStated("按规定给予培训补贴", by_rules=True),
    office=home_bureau,
    happens="training_start",
    lasts="training_days",
)

training_living_allowance = Provision(
    id="training-living-allowance",
    clause="四（一）5",
    title="培训期间生活费补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="万州区人社局对有劳动能力和培训意愿的贫困人员开展培训，培训期间每天有生活费补贴，只规定了下限。",
    under=part_one,
    when=(trained_by_home,),
    named="培训期间给予每人",
    pays=EitherPayment(
        days_after_term,
        default=Times("培训期间给予每人每天不低于50元生活费补贴", not_less(yuan(50)), "training_days", "天"),
        other=Times("培训期间给予每人每天不低于50元生活费补贴", not_less(yuan(50)), TRAINING_IN_TERM, "天"),
    ),
    office=home_bureau,
    happens="training_start",
    lasts="training_days",
)

social_insurance_subsidy = Provision(
    id="social-insurance-subsidy",
    clause="四（二）1",
    title="社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="在济宁的万州建档立卡贫困劳动力，稳定就业和劳动合同都满六个月、办了就业失业登记、缴纳社会保险的，"
    "按就业困难人员落实社会保险补贴。",
    under=part_two_item_1,
    when=(AllOf("万州区建档立卡贫困劳动力", hires_from_wanzhou),),
    pays=ByOtherRules(
        "按就业困难人员落实社会保险补贴政策",
        for_each("workers_hired", for_each_month(Given("employer_contribution"), EMPLOYMENT)),
    ),
    notes=(
        "期限和具体标准按就业困难人员社会保险补贴政策执行，本文件没有写；试算用的是单位每月实际缴费部分，各人的月数按一样算。",
    ),
)

post_subsidy = Provision(
    id="post-subsidy",
    clause="四（二）2",
    title="岗位补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="招用万州建档立卡贫困劳动力的单位有岗位补贴，标准和期限照公益性岗位补贴的规定。",
    under=part_two,
    when=(AllOf("对招用万州区建档立卡贫困劳动力的单位", hires_from_wanzhou),),
    named="对招用万州区建档立卡贫困劳动力的单位给予岗位补贴",
    pays=NotStated("补贴标准和期限按照公益性岗位补贴管理规定执行", by_rules=True),
)

employer_training_subsidy = Provision(
    id="employer-training-subsidy",
    clause="四（二）3",
    title="企业职业培训补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.CASH,
    gist="企业自签合同起一年内开展岗位技能培训、取得证书的，按等级和人数给培训补贴，只规定了上限。",
    under=part_two,
    when=(*employer_training, has_certificate),
    named="分别按照初级不高于1000元/人、中级不高于1500元/人、高级不高于2000元/人标准给予职业培训补贴",
    pays=for_each(
        "workers_trained",
        Graded(
            "skill_level",
            (
                Grade("初级不高于1000元/人", ("junior",), up_to(yuan(1_000))),
                Grade("中级不高于1500元/人", ("intermediate",), up_to(yuan(1_500))),
                Grade("高级不高于2000元/人", ("senior",), up_to(yuan(2_000))),
            ),
            otherwise="文件只规定了初级、中级、高级",
        ),
    ),
    happens="training_start",
    lasts="training_days",
    after="certificate_date",
    evidence=("相关证书",),
    notes=(
        CERTIFICATE,
        WITHIN_THE_YEAR,
        "等级按证书上写的选，没有写等级的不选；各人等级不同的，按等级分开测算。",
    ),
)


def pay_days(parts: Fraction, why: str) -> Rounded:
    """The living subsidy of all days of training, of which a month has so many."""
    share = Share("参加职业技能培训期间给予生活补贴，补贴标准为当地最低工资的60%", 60, Given("minimum_wage"))
    limit, daily = "补贴期限按照实际培训天数确定，最长不超过 60 天", Divided(share, parts, why)
    return Rounded(
        EitherPayment(
            days_after_term,
            default=Times(limit, daily, "training_days", "天", at_most=days(60)),
            other=Times(limit, daily, TRAINING_IN_TERM, "天", at_most=days(60)),
        )
    )


training_living_subsidy = Provision(
    id="training-living-subsidy",
    clause="四（二）3",
    title="职业技能培训生活补贴",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="参加上述岗位技能培训的劳动者，按当地最低工资的 60%、实际培训天数领生活补贴，最多六十天。",
    under=part_two,
    when=(
        EitherCondition(
            Reading(
                "living-any-training",
                "生活补贴一句写的是“职业技能培训”，前面写的是企业“岗位技能培训”：是不是同一次培训？",
                default="是同一次：企业自签订劳动合同之日起 1 年内开展的",
                other="不是：参加职业技能培训就给",
            ),
            default=all_of(*employer_training),
            other=Holds("参加职业技能培训", "is_trained"),
        ),
        EitherCondition(
            Reading(
                "living-needs-certificate",
                "“取得相关证书后”管不管生活补贴？原文写的是“参加职业技能培训期间给予生活补贴”。",
                default="也要取得证书",
                other="不要求证书，证书只管培训补贴",
            ),
            default=has_certificate,
            other=all_of(),
        ),
    ),
    pays=EitherPayment(
        Reading(
            "training-day-rate",
            "补贴标准是月最低工资的 60%，按天发时，一个月按几天折算？",
            default="一个月按 30 天",
            other="一个月按 21.75 个计薪日",
        ),
        default=pay_days(Fraction(30), "每天按一个月的三十分之一"),
        other=pay_days(Fraction("21.75"), "每天按一个月的 1/21.75"),
    ),
    happens="training_start",
    lasts="training_days",
    after="certificate_date",
    evidence=("相关证书",),
    notes=(CERTIFICATE, WITHIN_THE_YEAR),
)

work_as_training = Provision(
    id="work-as-training",
    clause="四（二）4",
    title="以工代训补贴",
    payee=Payee.EMPLOYER,
    called="生产经营主体",
    nature=Nature.CASH,
    gist="开展以工代训三十天以上的，按人数给生产经营主体一次性补贴；不与其他形式的职业培训补贴重复。",
    under=part_two,
    when=(
        Holds("开展以工代训", "is_work_as_training"),
        EitherCondition(
            days_after_term,
            default=AtLeast("时间 30 天以上", "work_as_training_days", days(30)),
            other=AtLeast("时间 30 天以上", DaysInTerm("work_as_training_days", "work_as_training_start"), days(30)),
        ),
    ),
    named="给予生产经营主体",
    pays=per_head("按每吸纳一人给予生产经营主体 1000 元的一次性补贴", yuan(1_000), "workers_trained_at_work"),
    happens="work_as_training_start",
    notes=(
        Unjudged("生产经营主体", "哪些单位算生产经营主体，文件没有写。"),
        Note(
            "不与其他形式的职业培训补贴重复享受",
            "不重复享受是就同一个人说的，还是就整个单位说的，文件没有写；几个人分别参加不同培训的，请分开测算。",
        ),
    ),
    lasts="work_as_training_days",
    excludes=Exclusion(
        "不与其他形式的职业培训补贴重复享受",
        ("employer-training-subsidy",),
        disputed=("training-subsidy-wanzhou", "training-living-subsidy", "training-living-allowance"),
        reading=Reading(
            "living-subsidy-excluded",
            "万州区的培训补贴和劳动者在培训期间的生活补贴、生活费补贴，是不是也算“其他形式的职业培训补贴”？",
            default="不算：不是发给同一个生产经营主体的",
            other="也算：两者只能选一样",
        ),
    ),
)

base_first_award = Provision(
    id="base-first-award",
    clause="四（二）5",
    title="就业扶贫基地（车间）一次奖补",
    payee=Payee.CARRIER,
    called="就业扶贫基地（车间）",
    nature=Nature.REFERENCED,
    gist="吸纳万州建档立卡贫困劳动力的就业扶贫基地（车间）给一次奖补；文件没有写金额。",
    under=part_two,
    when=(is_base, AllOf("对吸纳万州区建档立卡贫困劳动力", hires_from_wanzhou)),
    named="对吸纳万州区建档立卡贫困劳动力的就业扶贫基地（车间）给予一次奖补",
    pays=EitherPayment(
        Reading(
            "first-award-apart",
            "“给予一次奖补，对…10 人以上…按照 3000 元”：前半句另给一次奖补，还是只是后半句的总说？",
            default="另给一次，金额没有写",
            other="只是总说，按人数奖补以外不另给",
        ),
        default=NotStated("给予一次奖补"),
        other=Nothing("给予一次奖补"),
    ),
)

base_award = Provision(
    id="base-award",
    clause="四（二）5",
    title="就业扶贫基地（车间）一次性奖补",
    payee=Payee.CARRIER,
    nature=Nature.CASH,
    gist="吸纳十人以上、或者占职工总数两成以上，成效较好的就业扶贫基地（车间），每吸纳一人奖补一次。",
    under=part_two,
    when=(
        is_base,
        EitherCondition(
            Reading(
                "good-results-bind",
                "“成效较好”是两种情形都要求，还是只要求“占职工总数20%以上”的？",
                default="两种情形都要求成效较好",
                other="只有占职工总数 20% 以上的才要求，10 人以上的不要求",
            ),
            default=all_of(
                any_of(
                    AtLeast("对吸纳就业 10 人以上", "workers_hired", 10),
                    ShareAtLeast("或占职工总数 20%以上", "workers_hired", "staff", 20),
                ),
                Judged("成效较好", "is_effective"),
            ),
            other=any_of(
                AtLeast("对吸纳就业 10 人以上", "workers_hired", 10),
                all_of(
                    ShareAtLeast("或占职工总数 20%以上", "workers_hired", "staff", 20),
                    Judged("成效较好", "is_effective"),
                ),
            ),
        ),
    ),
    notes=(
        Note(
            "对吸纳就业",
            "“吸纳”的是万州的建档立卡贫困劳动力，还是所有的人，文件没有写；这里只数万州的、满足开头各项条件的人。",
        ),
    ),
    named="每吸纳 1 人按照 3000 元的标准给予",
    pays=per_head("按照 3000 元的标准给予一次性奖补", yuan(3_000), "workers_hired"),
)

JINING = Policy(
    id="jining",
    region="济宁",
    place="济宁市",
    province="山东",
    heading="济宁帮万州建档立卡的人就业，能领什么",
    title="关于进一步做好鲁渝劳务扶贫协作工作的通知",
    number="济人社字〔2020〕47号",
    issuer="济宁市人力资源和社会保障局、济宁市发展和改革委员会",
    issued=date(2020, 4, 27),
    term=Term(
        "以上政策执行期限为 2020 年 1 月 1 日—2021 年 12 月 31 日",
        date(2020, 1, 1),
        date(2021, 12, 31),
        doubts=(
            OtherStart(
                Reading(
                    "in-force-from",
                    "政策从哪一天起算：文件写的执行期限从 2020 年 1 月 1 日起，又写“自印发之日起施行”？",
                    default="从执行期限写明的 2020-01-01 起",
                    other="从印发之日 2020-04-27 起",
                    phrase="本通知自印发之日起施行",
                ),
                date(2020, 4, 27),
            ),
            CountsBefore(
                Reading(
                    "counts-before",
                    "政策开始以前已经在做的工作、缴的社会保险、参加的培训、得到的认定，算不算？文件没有写。",
                    default="只算执行期限以内的",
                    other="以前的也算进要满的月数",
                )
            ),
            CompletesLater(
                Reading(
                    "completes-later",
                    "执行期限以内开始的，到最后一天还没有满规定的月数、还没有领满写明的月数，以后还算不算、发不发？"
                    "文件没有写。",
                    default="到执行期限的最后一天为止",
                    other="以后的月数也算，发满为止",
                )
            ),
        ),
    ),
    audience="对象是重庆市万州区的建档立卡贫困劳动力，以及吸纳他们的单位。",
    people=from_wanzhou,
    provisions=(
        placement_plan,
        recruitment,
        travel_meal_subsidy,
        cross_province_subsidy,
        wanzhou_employer_subsidy,
        workshop_construction,
        public_post_subsidy,
        training_subsidy_wanzhou,
        training_living_allowance,
        social_insurance_subsidy,
        post_subsidy,
        employer_training_subsidy,
        training_living_subsidy,
        work_as_training,
        base_first_award,
        base_award,
    ),
)
