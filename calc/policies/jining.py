"""Jining, 济人社字〔2020〕47号: labour cooperation with Wanzhou district of Chongqing, 2020-01-01 to 2021-12-31."""

from datetime import date
from fractions import Fraction

from calc.rules import (
    AllOf,
    AtLeast,
    Divided,
    EitherCondition,
    EitherPayment,
    Given,
    Goal,
    Grade,
    Graded,
    Holds,
    Is,
    Judged,
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
    for_each,
    monthly,
    months,
    not_less,
    per_head,
    up_to,
    years,
    yuan,
)
from calc.rules.document import Exclusion, Fund, Office, OtherStart, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.spans import EMPLOYMENT, INSURANCE, POST

AID_FUNDS = Fund("济宁市援助资金", "济宁市援助资金")
EMPLOYMENT_FUNDS = Fund("济宁市就业补助资金", "济宁市就业补助资金")
HIRING_EVIDENCE = ("就业失业登记", "劳动合同", "缴纳社会保险费")
SILENT_ON_BOTH = "（一）与（二）两条线能否同时享受，文件没有写；两边各自列出，请向经办机构核实。"

registration_office = Office(
    "经当地公共就业人才服务机构就业失业登记",
    "先在当地公共就业人才服务机构办就业失业登记；补贴向哪个部门申请，文件未写明",
    clause="四（二）",
)
home_bureau = Office("万州区人社局", "万州区人社局")
from_wanzhou = AllOf(
    "万州区建档立卡贫困劳动力",
    (fact("is_registered_poor"), fact("home", "wanzhou")),
)
poor_person = AllOf("贫困人员", from_wanzhou.parts)
poor_labour = AllOf("贫困劳动力", from_wanzhou.parts)
works_in_jining = Holds("来济宁市稳定就业", "works_here")
three_months = AtLeast("稳定就业 3 个月以上", EMPLOYMENT, months(3))
hired_in_jining = (
    Holds("在我市稳定就业", "works_here"),
    AtLeast("稳定就业6个月以上", EMPLOYMENT, months(6)),
    Holds("经当地公共就业人才服务机构就业失业登记", "is_job_registered"),
    AtLeast("签订6个月以上劳动合同", "contract_months", months(6)),
    Holds("按规定缴纳社会保险费", "is_insured"),
)
within_a_year = WithinMonths("自签订劳动合同之日起1年内开展岗位技能培训", "contract_date", "training_start", years(1))
has_certificate = Holds("取得相关证书", "has_certificate")

placement_plan = Provision(
    id="placement-plan",
    clause="一",
    title="2020 年就业帮扶目标",
    payee=Payee.AUTHORITY,
    nature=Nature.PLAN,
    gist="2020 年帮扶万州贫困人口不少于 520 人：转移到济宁 40 人、就近就业 230 人、培训 250 人。",
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

travel_meal_subsidy = Provision(
    id="travel-meal-subsidy",
    clause="四（一）1",
    title="一次性交通伙食补助",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="万州贫困人员来济宁稳定就业满三个月，领一次交通伙食补助。",
    fund=AID_FUNDS,
    when=(poor_person, works_in_jining, three_months),
    pays=Once("1500 元的一次性交通伙食补助", yuan(1_500)),
    notes=(SILENT_ON_BOTH,),
)

cross_province_subsidy = Provision(
    id="cross-province-subsidy",
    clause="四（一）1",
    title="跨省就业补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="万州贫困人员来济宁稳定就业满三个月，按月领跨省就业补贴，最多六个月。",
    fund=AID_FUNDS,
    when=(poor_person, works_in_jining, three_months),
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
    nature=Nature.CASH,
    gist="万州区属企业吸纳贫困人员，签合同、连续缴纳社会保险满一年并且仍在缴纳，按人数领一次。",
    fund=AID_FUNDS,
    when=(
        Holds("万州区属企业吸纳贫困人员就业", "is_in_wanzhou"),
        Holds("与其签订劳动合同", "has_contract"),
        AtLeast("连续缴纳 1 年以上", INSURANCE, years(1)),
        Holds("仍在缴纳社会保险费", "still_insured"),
    ),
    pays=per_head("按照 6000 元/人的标准给予一次性岗位补贴", yuan(6_000), "workers_hired"),
    evidence=("劳动合同", "缴纳社会保险费"),
    notes=(
        "原文写的是“部分企业”，具体哪些企业由万州区确定。",
        "政策期以前连续缴费的月数能不能算，文件没有写；这里不算。",
    ),
)

workshop_construction = Provision(
    id="workshop-construction",
    clause="四（一）3",
    title="就业扶贫车间一次性建设补助",
    payee=Payee.CARRIER,
    nature=Nature.REFERENCED,
    gist="经万州区认定、就近吸纳贫困劳动力的就业扶贫车间，每个给一次建设补助；文件没有写金额。",
    fund=AID_FUNDS,
    when=(
        Holds("万州区会同当地扶贫办审核认定就业扶贫车间", "is_recognised_workshop"),
        Holds("吸纳贫困劳动力就地就近就业", "hires_nearby"),
    ),
    pays=NotStated("每个扶贫车间给予一次性建设补助资金"),
    office=Office("万州区会同当地扶贫办审核认定", "由万州区会同当地扶贫办认定；补助向哪个部门申请，文件未写明"),
)

public_post_subsidy = Provision(
    id="public-post-subsidy",
    clause="四（一）4",
    title="“三无”贫困劳动力公益性岗位补贴",
    payee=Payee.WORKER,
    nature=Nature.CASH,
    gist="无法离乡、无业可扶、无法通过市场就业的贫困劳动力，由万州区安排公益性岗位，按月领补贴。",
    fund=AID_FUNDS,
    when=(
        poor_labour,
        AllOf(
            "无法离乡、无业可扶、无法通过市场化实现就业的“三无”贫困劳动力",
            (
                fact("cannot_leave_home"),
                fact("has_no_business_support"),
                fact("has_no_market_job"),
            ),
        ),
        Holds("开发保洁、公路养护等公益性岗位实行托底安置", "holds_public_post"),
    ),
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
    gist="有劳动能力和培训意愿的万州贫困人员参加培训，按规定给予培训补贴；文件没有写金额。",
    fund=AID_FUNDS,
    when=(
        poor_person,
        Holds("有劳动能力和培训意愿", "is_willing_to_train"),
        Holds("特色专业技能培训、岗前培训和岗位技能提升培训", "is_trained"),
        Holds("万州区人社局对有劳动能力和培训意愿的贫困人员进行", "is_trained_by_home"),
    ),
    pays=NotStated("按规定给予培训补贴"),
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
    gist="有劳动能力和培训意愿的万州贫困人员参加培训，培训期间每天有生活费补贴，只规定了下限。",
    fund=AID_FUNDS,
    when=(
        poor_person,
        Holds("有劳动能力和培训意愿", "is_willing_to_train"),
        Holds("特色专业技能培训、岗前培训和岗位技能提升培训", "is_trained"),
        Holds("万州区人社局对有劳动能力和培训意愿的贫困人员进行", "is_trained_by_home"),
    ),
    pays=Times("培训期间给予每人每天不低于50元生活费补贴", not_less(yuan(50)), "training_days", "天"),
    office=home_bureau,
    happens="training_start",
    lasts="training_days",
)

social_insurance_subsidy = Provision(
    id="social-insurance-subsidy",
    clause="四（二）1",
    title="社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.RATE,
    gist="招用万州建档立卡贫困劳动力，稳定就业和劳动合同都满六个月、办了就业失业登记、缴纳社会保险的，"
    "按就业困难人员政策给社会保险补贴。",
    fund=EMPLOYMENT_FUNDS,
    when=hired_in_jining,
    pays=for_each(
        "workers_hired", monthly("按就业困难人员落实社会保险补贴政策", Given("employer_contribution"), EMPLOYMENT)
    ),
    evidence=HIRING_EVIDENCE,
    office=registration_office,
    notes=("期限和具体标准按就业困难人员社会保险补贴政策执行，本文件没有写；这里按单位每月实际缴费部分测算。",),
)

post_subsidy = Provision(
    id="post-subsidy",
    clause="四（二）2",
    title="岗位补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="招用万州建档立卡贫困劳动力的单位有岗位补贴，标准和期限照公益性岗位补贴的规定。",
    fund=EMPLOYMENT_FUNDS,
    when=(from_wanzhou, *hired_in_jining),
    pays=NotStated("补贴标准和期限按照公益性岗位补贴管理规定执行"),
    evidence=HIRING_EVIDENCE,
    office=registration_office,
)

employer_training_subsidy = Provision(
    id="employer-training-subsidy",
    clause="四（二）3",
    title="企业职业培训补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.CASH,
    gist="企业自签合同起一年内开展岗位技能培训、取得证书的，按等级和人数给培训补贴，只规定了上限。",
    fund=EMPLOYMENT_FUNDS,
    when=(*hired_in_jining, within_a_year, has_certificate),
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
    evidence=(*HIRING_EVIDENCE, "相关证书"),
    office=registration_office,
)

training_living_subsidy = Provision(
    id="training-living-subsidy",
    clause="四（二）3",
    title="职业技能培训生活补贴",
    payee=Payee.WORKER,
    nature=Nature.RATE,
    gist="参加上述岗位技能培训的劳动者，按当地最低工资的 60%、实际培训天数领生活补贴，最多六十天。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        from_wanzhou,
        *hired_in_jining,
        within_a_year,
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
        default=Rounded(
            Times(
                "补贴期限按照实际培训天数确定，最长不超过 60 天",
                Divided(
                    Share("补贴标准为当地最低工资的60%", 60, Given("minimum_wage")),
                    Fraction(30),
                    "每天按一个月的三十分之一",
                ),
                "training_days",
                "天",
                at_most=days(60),
            )
        ),
        other=Rounded(
            Times(
                "补贴期限按照实际培训天数确定，最长不超过 60 天",
                Divided(
                    Share("补贴标准为当地最低工资的60%", 60, Given("minimum_wage")),
                    Fraction("21.75"),
                    "每天按一个月的 1/21.75",
                ),
                "training_days",
                "天",
                at_most=days(60),
            )
        ),
    ),
    happens="training_start",
    lasts="training_days",
    evidence=HIRING_EVIDENCE,
    office=registration_office,
    notes=("生活补贴发给谁，文件没有写明，这里按发给参加培训的劳动者理解。",),
)

work_as_training = Provision(
    id="work-as-training",
    clause="四（二）4",
    title="以工代训补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.CASH,
    gist="开展以工代训三十天以上的，按人数给生产经营主体一次性补贴；不与其他形式的职业培训补贴重复。",
    fund=EMPLOYMENT_FUNDS,
    when=(*hired_in_jining, AtLeast("开展以工代训（时间 30 天以上）", "training_days", days(30))),
    pays=per_head("按每吸纳一人给予生产经营主体 1000 元的一次性补贴", yuan(1_000), "workers_trained"),
    happens="training_start",
    lasts="training_days",
    evidence=HIRING_EVIDENCE,
    office=registration_office,
    excludes=Exclusion(
        "不与其他形式的职业培训补贴重复享受",
        ("employer-training-subsidy", "training-subsidy-wanzhou"),
        disputed=("training-living-subsidy",),
        reading=Reading(
            "living-subsidy-excluded",
            "劳动者的培训生活补贴，是不是也算“其他形式的职业培训补贴”？",
            default="不算：生活补贴发给劳动者本人",
            other="也算：两者只能选一样",
        ),
    ),
)

base_award = Provision(
    id="base-award",
    clause="四（二）5",
    title="就业扶贫基地（车间）一次性奖补",
    payee=Payee.CARRIER,
    nature=Nature.CASH,
    gist="吸纳十人以上、或者占职工总数两成以上，成效较好的就业扶贫基地（车间），每吸纳一人奖补一次。",
    fund=EMPLOYMENT_FUNDS,
    when=(
        Is("就业扶贫基地（车间）", "employer_kind", ("employment-base", "workshop")),
        *hired_in_jining,
        EitherCondition(
            Reading(
                "good-results-bind",
                "“成效较好”是两种情形都要求，还是只要求“占职工总数20%以上”的？",
                default="两种情形都要求成效较好",
                other="只有占职工总数 20% 以上的才要求，10 人以上的不要求",
            ),
            default=all_of(
                any_of(
                    AtLeast("吸纳就业 10 人以上", "workers_hired", 10),
                    ShareAtLeast("占职工总数 20%以上", "workers_hired", "staff", 20),
                ),
                Judged("成效较好", "is_effective"),
            ),
            other=any_of(
                AtLeast("吸纳就业 10 人以上", "workers_hired", 10),
                all_of(
                    ShareAtLeast("占职工总数 20%以上", "workers_hired", "staff", 20), Judged("成效较好", "is_effective")
                ),
            ),
        ),
    ),
    pays=per_head("按照 3000 元的标准给予一次性奖补", yuan(3_000), "workers_hired"),
    evidence=HIRING_EVIDENCE,
    office=registration_office,
    notes=("原文先写“给予一次奖补”，再写达到条件的按人数奖补；达不到条件的是否另有奖补，文件没有写。",),
)

JINING = Policy(
    id="jining",
    region="济宁",
    place="济宁市",
    title="关于进一步做好鲁渝劳务扶贫协作工作的通知",
    number="济人社字〔2020〕47号",
    issuer="济宁市人力资源和社会保障局、济宁市发展和改革委员会",
    issued=date(2020, 4, 27),
    term=Term(
        "政策执行期限为 2020 年 1 月 1 日—2021 年 12 月 31 日",
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
        ),
    ),
    audience="对象是重庆市万州区的建档立卡贫困劳动力，以及吸纳他们的单位。",
    people=from_wanzhou,
    provisions=(
        placement_plan,
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
        base_award,
    ),
)
