"""What is asked: one pydantic model per subject of a placement. Every fact may be unknown (None).

A fact has one name everywhere: in declarations, cases, links and the command line.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from calc.questions import Answer, Choice, Count, CreditCode, Day, Money, Question, Text, YesNo

HOMES = {
    "ningxia": "宁夏",
    "wanzhou": "重庆市万州区",
    "daguan": "云南省昭通市大关县",
    "liaoning": "辽宁省",
    "sichuan-paired": "四川省受帮扶地区",
    "guizhou-paired": "贵州省受帮扶地区",
    "hubei-paired": "湖北省受帮扶地区",
    "jilin-paired": "吉林省受帮扶地区",
    "sichuan-other": "四川省其他地区",
    "guizhou-other": "贵州省其他地区",
    "hubei-other": "湖北省其他地区",
    "jilin-other": "吉林省其他地区",
    "elsewhere": "其他地方",
}
LEVELS = {
    "junior": "初级（五级）",
    "intermediate": "中级（四级）",
    "senior": "高级（三级）",
    "technician": "技师（二级）",
    "senior-technician": "高级技师（一级）",
}


class Inquiry(BaseModel):
    """The question itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: Annotated[
        date | None,
        Day(
            label="按哪一天测算？",
            short="测算日期",
            hint="在职月数算到这一天；申请当年取得证书等条件，也按这一天看。",
        ),
    ] = None


class Worker(BaseModel):
    """The worker: who he or she is."""

    home: Annotated[
        str | None, Choice(label="劳动者户籍在哪里？", short="户籍所在地", options=HOMES, is_fixed=True)
    ] = None
    is_registered_poor: Annotated[
        bool | None,
        YesNo(
            label="是建档立卡贫困劳动力吗？",
            short="建档立卡",
            hint="即本人所在家庭已登记为建档立卡贫困户。",
            is_fixed=True,
        ),
    ] = None
    age: Annotated[
        int | None, Count(label="劳动者年满多少周岁？", short="年龄", unit="周岁", most=120, is_fixed=True)
    ] = None
    has_disability: Annotated[
        bool | None, YesNo(label="是有一定劳动能力的残疾人吗？", short="残疾且有一定劳动能力", is_fixed=True)
    ] = None
    is_age_relaxed: Annotated[
        bool | None,
        YesNo(
            label="主管部门已同意放宽年龄吗？",
            short="放宽年龄",
            hint="由主管部门认定；还没有结论就选“不清楚”。",
            is_judged=True,
            is_fixed=True,
        ),
    ] = None
    is_willing_and_able: Annotated[bool | None, YesNo(label="本人愿意并且能够工作吗？", short="有就业愿望和能力")] = (
        None
    )
    is_willing_to_train: Annotated[
        bool | None, YesNo(label="本人有劳动能力，并且愿意参加培训吗？", short="有劳动能力和培训意愿")
    ] = None
    is_two_graduate: Annotated[
        bool | None,
        YesNo(
            label="是贫困家庭的“两后生”吗？",
            short="两后生",
            hint="初中或高中毕业后没有继续升学的学生。",
            is_fixed=True,
        ),
    ] = None
    is_graduate: Annotated[
        bool | None, YesNo(label="是贫困家庭的大中专毕业生吗？", short="大中专毕业生", is_fixed=True)
    ] = None
    is_resettled: Annotated[
        bool | None,
        YesNo(label="是宁夏“十二五”生态移民吗？", short="生态移民", hint="劳务移民也算。", is_fixed=True),
    ] = None
    lives_in_town: Annotated[bool | None, YesNo(label="在城镇常住吗？", short="城镇常住")] = None
    jobless_months: Annotated[
        int | None, Count(label="已经连续无业几个月？", short="无业月数", unit="个月", most=600)
    ] = None
    cannot_leave_home: Annotated[bool | None, YesNo(label="无法离开家乡外出吗？", short="无法离乡")] = None
    has_no_business_support: Annotated[bool | None, YesNo(label="没有产业可以扶持吗？", short="无业可扶")] = None
    has_no_market_job: Annotated[bool | None, YesNo(label="无法通过市场找到工作吗？", short="无法市场化就业")] = None


class Job(BaseModel):
    """The job: where, since when, and on what terms."""

    works_here: Annotated[
        bool | None, YesNo(label="在{place}就业吗？", short="在本地就业", hint="指在发布政策的地区工作。")
    ] = None
    work_place: Annotated[
        str | None,
        Choice(
            label="在哪里务工？",
            short="务工地点",
            options={
                "own-county": "户籍所在县（市、区）",
                "other-county": "宁夏区内其他县（市）",
                "other-province": "其他省（区、市）",
            },
        ),
    ] = None
    job_start: Annotated[
        date | None,
        Day(
            label="从哪一天开始工作？",
            short="入职日期",
            hint="在当地换过单位、没有中断的，从第一家算起。",
        ),
    ] = None
    still_employed: Annotated[bool | None, YesNo(label="到测算那天仍在这里工作吗？", short="仍在职")] = None
    job_end: Annotated[date | None, Day(label="最后工作到哪一天？", short="离职日期", hint="仍在职的不用填。")] = None
    months_employed: Annotated[
        int | None,
        Count(
            label="已经稳定工作满几个月？",
            short="在职月数",
            hint="只算政策期内的整月。填了入职日期的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    is_first_job: Annotated[bool | None, YesNo(label="是初次就业吗？", short="初次就业", is_fixed=True)] = None
    has_contract: Annotated[bool | None, YesNo(label="签订劳动合同了吗？", short="签订合同")] = None
    contract_months: Annotated[
        int | None,
        Count(
            label="劳动合同期限是几个月？",
            short="合同月数",
            hint="一年填 12；没有签合同填 0；无固定期限填 600。",
            unit="个月",
            most=600,
        ),
    ] = None
    contract_date: Annotated[date | None, Day(label="哪一天签的劳动合同？", short="合同签订日期")] = None
    is_insured: Annotated[
        bool | None,
        YesNo(label="依法缴纳各项社会保险了吗？", short="缴纳社保", hint="不是只参加城乡居民保险。"),
    ] = None
    insured_since: Annotated[date | None, Day(label="从哪一天起连续缴纳社会保险？", short="连续参保起始日")] = None
    still_insured: Annotated[bool | None, YesNo(label="到测算那天仍在缴纳社会保险吗？", short="仍在参保")] = None
    insured_months: Annotated[
        int | None,
        Count(
            label="已经连续缴纳社会保险满几个月？",
            short="连续参保月数",
            hint="只算政策期内的整月。填了起始日的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    contribution_months: Annotated[
        int | None,
        Count(
            label="在当地依法缴纳社会保险满几个月？",
            short="参保月数",
            hint="只算来当地以后、政策期内的整月。填了起始日的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    is_job_registered: Annotated[
        bool | None,
        YesNo(label="在当地公共就业人才服务机构办理就业失业登记了吗？", short="就业失业登记"),
    ] = None


class Move(BaseModel):
    """How the worker came to the place of work."""

    first_came: Annotated[date | None, Day(label="第一次来{place}就业是哪一天？", short="首次来就业日期")] = None
    rents_alone: Annotated[
        bool | None, YesNo(label="在{place}是自己租房住吗？", short="自行租房", hint="住单位宿舍的选“否”。")
    ] = None

    rent_start: Annotated[date | None, Day(label="从哪一天起租房？", short="租房起始日")] = None
    still_renting: Annotated[bool | None, YesNo(label="到测算那天仍在租房吗？", short="仍在租房")] = None
    rent_end: Annotated[date | None, Day(label="最后租到哪一天？", short="退租日期", hint="仍在租的不用填。")] = None
    rent_months: Annotated[
        int | None,
        Count(
            label="已经租房满几个月？",
            short="租房月数",
            hint="只算来当地以后、政策期内的整月。填了起始日的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None


class Learning(BaseModel):
    """Training and certificates."""

    is_trained: Annotated[
        bool | None,
        YesNo(label="参加职业技能培训了吗？", short="参加培训", hint="岗前、转岗、在岗提升、特色专业技能培训都算。"),
    ] = None
    is_trained_here: Annotated[bool | None, YesNo(label="在{place}参加职业技能培训了吗？", short="在当地参加培训")] = (
        None
    )
    is_trained_by_home: Annotated[
        bool | None,
        YesNo(
            label="培训是户籍所在区县的人社局组织的吗？",
            short="户籍地人社局培训",
            hint="如万州区人社局组织的特色专业技能、岗前、岗位技能提升培训；企业自己组织的不算。",
        ),
    ] = None
    training_start: Annotated[date | None, Day(label="培训哪一天开始？", short="培训开始日期")] = None
    training_days: Annotated[int | None, Count(label="实际培训几天？", short="培训天数", unit="天", most=3_660)] = None
    has_certificate: Annotated[
        bool | None,
        YesNo(
            label="取得相应证书了吗？",
            short="取得证书",
            hint="培训合格证书、职业资格证书、技能等级证书等都算。",
        ),
    ] = None
    has_qualification: Annotated[
        bool | None,
        YesNo(
            label="取得国家职业资格证书，或者政策认可的职业技能等级证书了吗？",
            short="取得职业资格证书",
            hint="认可哪种证书，以条款写的为准；培训合格证书不算。",
        ),
    ] = None
    certificate_date: Annotated[date | None, Day(label="哪一天取得证书？", short="取证日期")] = None
    skill_level: Annotated[
        str | None, Choice(label="证书是什么等级？", short="证书等级", options=LEVELS, is_fixed=True)
    ] = None
    unemployment_insurance_months: Annotated[
        int | None,
        Count(label="参加失业保险累计几个月？", short="失业保险月数", unit="个月", most=600),
    ] = None
    training_mode: Annotated[
        str | None,
        Choice(
            label="培训是谁选定、谁购买的？",
            short="培训方式",
            options={"own-choice": "本人自主选择培训机构", "government": "政府购买、机构或企业承担"},
        ),
    ] = None
    is_training_task_done: Annotated[bool | None, YesNo(label="培训任务完成了吗？", short="培训任务完成")] = None
    is_school_term_passed: Annotated[
        bool | None,
        YesNo(label="在技工院校参加 1 个学期培训并且合格了吗？", short="技工院校学期培训合格"),
    ] = None
    is_listed_trade: Annotated[
        bool | None,
        YesNo(
            label="考核的是自治区列出的 18 个专项职业工种之一吗？",
            short="专项工种",
            hint="如挖掘机操作、装载机操作、宁夏特色小吃制作、刺绣品制作、手工编织、剪纸。",
        ),
    ] = None


class PublicPost(BaseModel):
    """A public-welfare post, and figures around it that other authorities publish."""

    holds_public_post: Annotated[bool | None, YesNo(label="被安排在公益性岗位吗？", short="在公益性岗位")] = None
    post_start: Annotated[date | None, Day(label="公益性岗位从哪一天上岗？", short="上岗日期")] = None
    still_in_post: Annotated[bool | None, YesNo(label="到测算那天仍在这个岗位吗？", short="仍在岗")] = None
    post_end: Annotated[
        date | None, Day(label="在公益性岗位最后工作到哪一天？", short="离岗日期", hint="仍在岗的不用填。")
    ] = None
    post_months: Annotated[
        int | None,
        Count(
            label="在公益性岗位已经满几个月？",
            short="在岗月数",
            hint="只算政策期内的整月。填了上岗日期的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None

    rural_income: Annotated[
        Decimal | None,
        Money(
            label="所在地级市上年度农村常住居民人均可支配收入是多少？",
            short="农村人均收入",
            hint="以统计部门公布的全年数为准。",
            unit="元/年",
        ),
    ] = None
    premium_help: Annotated[
        str | None,
        Choice(
            label="城乡居民养老和医疗保险，政府已经替本人缴了多少？",
            short="政府代缴情况",
            is_fixed=True,
            options={
                "none": "没有代缴，按二档参保",
                "part": "代缴了一部分",
                "all": "已全额代缴",
                "higher": "没有代缴，本人自愿选了更高档次",
            },
        ),
    ] = None
    second_tier_premium: Annotated[
        Decimal | None,
        Money(
            label="城乡居民养老和医疗保险二档，一年共缴多少？",
            short="二档缴费",
            hint="以当地社会保险、医疗保险部门公布的标准为准。",
            unit="元/年",
        ),
    ] = None
    premium_already_paid: Annotated[
        Decimal | None,
        Money(label="其中政府已经代缴多少？", short="政府已代缴", unit="元/年"),
    ] = None


class Business(BaseModel):
    """A business that the worker founded."""

    founds_business: Annotated[
        bool | None,
        YesNo(label="自己或者与人联合创办了小微企业，或者从事个体经营吗？", short="创办小微企业或个体经营"),
    ] = None
    creates_jobs: Annotated[bool | None, YesNo(label="创业带动了就业吗？", short="带动就业")] = None
    business_start: Annotated[date | None, Day(label="哪一天开始正常经营？", short="开业日期")] = None
    still_in_business: Annotated[bool | None, YesNo(label="到测算那天仍在连续正常经营吗？", short="仍在经营")] = None
    business_months: Annotated[
        int | None,
        Count(
            label="已经连续正常经营满几个月？",
            short="经营月数",
            hint="只算政策期内的整月。填了开业日期的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    wants_business: Annotated[bool | None, YesNo(label="有创业意愿吗？", short="有创业意愿")] = None
    has_business_will: Annotated[bool | None, YesNo(label="有较强的创业意愿和能力吗？", short="有创业意愿和能力")] = (
        None
    )
    has_good_credit: Annotated[bool | None, YesNo(label="信用状况良好吗？", short="信用良好")] = None
    has_good_project: Annotated[
        bool | None, YesNo(label="有好的创业项目并且需要较多资金吗？", short="有好项目且需资金")
    ] = None


class Employer(BaseModel):
    """The employer and the people it has taken on."""

    employer_kind: Annotated[
        str | None,
        Choice(
            label="用人单位是哪一类？",
            short="单位类型",
            is_fixed=True,
            options={
                "workshop": "就业扶贫车间",
                "community-factory": "社区工厂",
                "industry-base": "产业扶贫基地",
                "processing-base": "农产品加工基地",
                "employment-base": "就业扶贫基地",
                "labour-agency": "有资质的劳务机构",
                "domestic-service": "家政服务类企业",
                "other-carrier": "其他就业扶贫载体",
                "small-enterprise": "中小微企业",
                "farm-operator": "新型农业经营主体",
                "private-non-enterprise": "民办非企业单位",
                "social-organisation": "社会团体",
                "other": "其他单位",
            },
        ),
    ] = None
    obeys_law: Annotated[bool | None, YesNo(label="遵守国家法律法规、具有社会责任感吗？", short="遵纪守法")] = None
    offers_fitting_posts: Annotated[
        bool | None, YesNo(label="提供适合帮扶对象就业的岗位吗？", short="提供适合岗位")
    ] = None
    helped_hired: Annotated[
        int | None,
        Count(
            label="吸纳了多少名帮扶对象？",
            short="帮扶对象人数",
            hint="省内建档立卡贫困劳动力、对口帮扶地区贫困劳动力、其他转移来连需帮扶人员都算。",
            unit="人",
            more="再招用",
        ),
    ] = None
    trains_staff: Annotated[bool | None, YesNo(label="积极开展员工技能培训吗？", short="开展员工培训")] = None
    pays_on_time: Annotated[bool | None, YesNo(label="按时支付劳动报酬吗？", short="按时付酬")] = None
    provides_lodging: Annotated[
        bool | None,
        YesNo(label="能为帮扶对象提供住宿等基本生活保障吗？", short="提供生活保障"),
    ] = None
    is_recognised_base: Annotated[bool | None, YesNo(label="已经认定为市级就业扶贫基地吗？", short="已认定为基地")] = (
        None
    )
    notice_start: Annotated[date | None, Day(label="公示从哪一天开始？", short="公示开始日期", may_lie_ahead=True)] = (
        None
    )
    fills_kind_post: Annotated[
        bool | None,
        YesNo(label="把人安排在“爱心岗位”吗？", short="爱心岗位", hint="指没有年龄、学历、技能要求的岗位。"),
    ] = None
    job_fairs: Annotated[
        int | None,
        Count(
            label="参加了几场扶贫专场招聘会？",
            short="招聘会场数",
            hint="指在对口帮扶地区举办的。",
            unit="场",
            more="再参加",
            most=1_000,
        ),
    ] = None
    job_fair_date: Annotated[date | None, Day(label="招聘会在哪一天？", short="招聘会日期")] = None
    base_rank: Annotated[
        str | None,
        Choice(
            label="入选了哪一级扶贫基地？",
            short="基地级别",
            options={
                "none": "没有入选",
                "nation": "全国就业扶贫基地",
                "province": "省级扶贫基地",
                "both": "两级都入选",
            },
            is_fixed=True,
        ),
    ] = None
    base_listed_on: Annotated[date | None, Day(label="哪一天入选基地？", short="入选日期")] = None
    workers_hired: Annotated[
        int | None,
        Count(
            label="吸纳了多少名建档立卡贫困劳动力？",
            short="吸纳人数",
            hint="只数属于本政策对象、同时满足其他各项条件的人。",
            unit="人",
            more="再招用",
        ),
    ] = None
    staff: Annotated[int | None, Count(label="单位职工总数是多少？", short="职工总数", unit="人", least=1, more="")] = (
        None
    )
    is_in_home_region: Annotated[
        bool | None,
        YesNo(label="用人单位在劳动者户籍所在省（区）内吗？", short="单位在户籍省内", is_fixed=True),
    ] = None
    is_in_wanzhou: Annotated[bool | None, YesNo(label="是万州区属企业吗？", short="万州区属企业", is_fixed=True)] = None
    employer_contribution: Annotated[
        Decimal | None,
        Money(
            label="单位每月为每人缴纳多少社会保险费？",
            short="单位缴费",
            hint="只算单位缴费部分，不含个人缴费；各人不同的填平均数。",
            unit="元/人·月",
        ),
    ] = None
    minimum_wage: Annotated[
        Decimal | None,
        Money(
            label="当地月最低工资标准是多少？",
            short="最低工资",
            hint="以当地人力资源社会保障部门公布的为准。",
            unit="元/月",
        ),
    ] = None
    workers_trained: Annotated[
        int | None,
        Count(label="培训并且符合条件的有多少人？", short="培训人数", unit="人", more="再培训"),
    ] = None
    is_recognised_workshop: Annotated[
        bool | None,
        YesNo(label="万州区会同扶贫办审核认定为就业扶贫车间了吗？", short="认定为扶贫车间"),
    ] = None
    hires_nearby: Annotated[bool | None, YesNo(label="吸纳贫困劳动力就地就近就业吗？", short="就近吸纳")] = None
    is_effective: Annotated[
        bool | None,
        YesNo(
            label="主管部门认定成效较好了吗？",
            short="成效较好",
            hint="由主管部门认定；还没有结论就选“不清楚”。",
            is_judged=True,
            is_fixed=True,
        ),
    ] = None


class Applicant(BaseModel):
    """What an application form asks about a unit beyond what decides anything."""

    unit_name: Annotated[str | None, Text(label="企业名称？", short="企业名称", is_private=True)] = None
    credit_code: Annotated[
        str | None, CreditCode(label="统一社会信用代码？", short="统一社会信用代码", is_private=True)
    ] = None
    main_business: Annotated[str | None, Text(label="主营业务是什么？", short="主营业务", is_private=True)] = None
    registered_capital: Annotated[
        str | None, Text(label="注册资本多少？", short="注册资本", hint="写明币种和单位。", is_private=True)
    ] = None
    posts_offered: Annotated[
        int | None, Count(label="提供多少个岗位？", short="提供岗位数量", unit="个", more="再提供")
    ] = None
    legal_representative: Annotated[str | None, Text(label="法定代表人？", short="法定代表人", is_private=True)] = None
    contact: Annotated[str | None, Text(label="联系方式？", short="联系方式", is_private=True)] = None
    address: Annotated[str | None, Text(label="企业地址？", short="企业地址", is_private=True)] = None


class Agent(BaseModel):
    """Whoever brings worker and employer together."""

    agent_kind: Annotated[
        str | None,
        Choice(
            label="组织就业的是哪一类机构或个人？",
            short="组织者类型",
            is_fixed=True,
            options={
                "labour-agency": "劳务中介组织",
                "broker": "劳务经纪人",
                "hr-agency": "经营性人力资源服务机构",
                "cooperative": "劳务合作社",
                "government": "输出地政府机构",
                "other": "其他",
            },
        ),
    ] = None
    workers_placed: Annotated[
        int | None,
        Count(
            label="组织了多少名建档立卡贫困劳动力就业？",
            short="组织人数",
            hint="只数属于本政策对象、同时满足其他各项条件的人。",
            unit="人",
            more="再组织",
        ),
    ] = None
    plan_year: Annotated[
        str | None,
        Choice(
            label="哪一年的劳务工作？",
            short="工作年度",
            options={"2017": "2017 年下半年", "2018": "2018 年", "2019": "2019 年"},
            is_fixed=True,
        ),
    ] = None
    meets_target: Annotated[bool | None, YesNo(label="完成当年的扶贫就业目标了吗？", short="完成年度目标")] = None
    is_entrusted: Annotated[
        bool | None, YesNo(label="是管委会签约委托的劳务机构吗？", short="受委托劳务机构", is_fixed=True)
    ] = None
    broker_sex: Annotated[
        str | None,
        Choice(label="劳务经纪人的性别？", short="经纪人性别", options={"female": "女", "male": "男"}, is_fixed=True),
    ] = None
    broker_age: Annotated[
        int | None,
        Count(label="劳务经纪人年满多少周岁？", short="经纪人年龄", unit="周岁", most=120, is_fixed=True),
    ] = None
    joins_employee_insurance: Annotated[
        bool | None,
        YesNo(label="劳务经纪人自愿参加城镇职工社会保险吗？", short="自愿参加职工社保"),
    ] = None


class Park(BaseModel):
    """A business incubation park."""

    park_standard: Annotated[
        str | None,
        Choice(
            label="园区达到哪一级创业孵化示范基地建设标准？",
            short="达标级别",
            options={
                "none": "尚未达标",
                "prefecture": "地市级",
                "region": "自治区级",
                "nation": "国家级",
            },
        ),
    ] = None
    park_standard_date: Annotated[date | None, Day(label="园区哪一天达标？", short="达标日期")] = None


class Facts(Inquiry, Worker, Job, Move, Learning, PublicPost, Business, Employer, Applicant, Agent, Park):
    """Everything that can be asked about one placement and all who take part in it."""


SUBJECTS: Mapping[type[BaseModel], str] = {
    Worker: "劳动者",
    Job: "工作",
    Move: "来到当地",
    Learning: "培训与证书",
    PublicPost: "公益性岗位",
    Business: "创业",
    Employer: "用人单位",
    Applicant: "认定表",
    Agent: "组织者",
    Park: "园区",
    Inquiry: "测算",
}


def _questions(model: type[BaseModel]) -> Iterator[tuple[str, Question]]:
    for name, field in model.model_fields.items():
        yield name, next(item for item in field.metadata if isinstance(item, Question))


CATALOGUE: Mapping[str, Question] = {name: question for subject in SUBJECTS for name, question in _questions(subject)}
SUBJECT_OF: Mapping[str, str] = {name: label for subject, label in SUBJECTS.items() for name, _ in _questions(subject)}
BY_SHORT_NAME: Mapping[str, str] = {question.short: name for name, question in CATALOGUE.items()}

Answers = Mapping[str, Answer]
