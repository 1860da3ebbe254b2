"""Dalian, 2018-05-08: rules for the city's poverty-relief employment bases. The text names no end."""

from datetime import date

from calc.rules import (
    AllOf,
    Box,
    Duty,
    Form,
    Given,
    Holds,
    InKind,
    Is,
    Judged,
    Notice,
    NotStated,
    Reading,
    ShareAtLeast,
    Stage,
    fact,
    for_each,
    monthly,
    per_head,
    share,
    yuan,
)
from calc.rules.document import UNNAMED_FUND, Fund, Office, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.spans import EMPLOYMENT

NO_DURATION = "文件没有写补贴多长时间，这里按所填的在职月数测算。"

ENTERPRISES = (
    "labour-agency",
    "domestic-service",
    "small-enterprise",
    "workshop",
    "community-factory",
    "industry-base",
    "processing-base",
    "employment-base",
    "other-carrier",
    "farm-operator",
    "enterprise",
)

employment_agency = Office(
    "向注册所在地就业管理服务机构提出申请", "企业注册所在地的就业管理服务机构", clause="一（四）1"
)
hires_registered_poor = AllOf(
    "招用省内建档立卡贫困劳动力的企业",
    (fact("is_registered_poor"), fact("home", "liaoning")),
)
recognised = Holds("市级就业扶贫基地", "is_recognised_base")

base_recognition = Provision(
    id="base-recognition",
    clause="一（二）（三）",
    title="市级就业扶贫基地认定",
    payee=Payee.EMPLOYER,
    nature=Nature.RECOGNITION,
    gist="有资质的劳务机构、家政服务类企业和吸纳就业能力较强的其他企业，帮扶对象占员工总数 5% 以上、"
    "并且满足其他各项条件的，可以申请认定。",
    when=(
        Is(
            "具有资质的劳务机构和家政服务类企业，以及吸纳就业能力较强的其他企业",
            "employer_kind",
            ENTERPRISES,
        ),
        Holds("遵守国家法律法规、具有社会责任感", "obeys_law"),
        Holds("提供适合帮扶对象就业的岗位", "offers_fitting_posts"),
        ShareAtLeast("吸纳帮扶对象的数量不少于企业员工总数的5%", "helped_hired", "staff", 5),
        Holds("积极开展员工技能培训", "trains_staff"),
        Holds("与帮扶对象依法签订劳动合同", "has_contract"),
        Holds("按时支付劳动报酬", "pays_on_time"),
        Holds("依法缴纳社会保险费", "is_insured"),
        Holds("能够为帮扶对象提供住宿等相关基本生活保障", "provides_lodging"),
    ),
    pays=InKind("遴选一批重点招用…就业的"),
    office=employment_agency,
    notes=("“吸纳就业能力较强”由认定机构掌握，文件没有写标准。",),
)

recognition_procedure = Provision(
    id="recognition-procedure",
    clause="一（四）",
    title="认定程序",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="向注册所在地就业管理服务机构申请，地区初审，市级审核，公示无异议后授牌。",
    says=Notice(
        "公示期为5个工作日",
        "notice_start",
        5,
        Reading(
            "notice-first-day",
            "公示开始的那一天，算不算在 5 个工作日里？",
            default="不算，从下一天起数（《民法典》第二百零一条）",
            other="算在内",
        ),
        stages=(
            Stage("向注册所在地就业管理服务机构提出申请", "企业填写认定表，向注册所在地就业管理服务机构申请"),
            Stage("各地区就业管理服务机构进行初审", "地区就业管理服务机构初审、签署意见后上报"),
            Stage("市级就业管理服务机构对上传的申报数据进行审核", "市级就业管理服务机构审核"),
        ),
        then=(Stage("公示无异议，向就业扶贫基地授牌", "公示无异议后授牌"),),
    ),
    office=employment_agency,
    evidence=("《大连市市级就业扶贫基地认定表》", "市人社部门和财政部门规定的其他材料"),
)

recognition_form = Provision(
    id="recognition-form",
    clause="附件",
    title="认定表",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="申请认定时填写的表；知道的先填好，两栏部门意见留空。",
    says=Form(
        "大连市市级就业扶贫基地认定表",
        (
            Box("企业名称", "unit_name"),
            Box("社会信用代码", "credit_code"),
            Box("单位类型", "employer_kind"),
            Box("主营业务", "main_business"),
            Box("从业人数", "staff"),
            Box("注册资本", "registered_capital"),
            Box("提供岗位数量", "posts_offered"),
            Box("法人代表", "legal_representative"),
            Box("联系方式", "contact"),
            Box("企业地址", "address"),
            Box("区市县、先导区人社部门意见"),
            Box("市人社部门意见"),
        ),
    ),
    office=employment_agency,
)

social_insurance_subsidy = Provision(
    id="social-insurance-subsidy",
    clause="二（一）1",
    title="社会保险补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.RATE,
    gist="招用辽宁省建档立卡贫困劳动力的企业，按单位实际缴纳的社会保险费给补贴。",
    fund=UNNAMED_FUND,
    when=(hires_registered_poor, Holds("对其缴纳的社会保险费", "is_insured")),
    pays=for_each(
        "workers_hired",
        monthly("按规定对其缴纳的社会保险费单位缴费部分给予社会保险补贴", Given("employer_contribution"), EMPLOYMENT),
    ),
    notes=(NO_DURATION, "原文写“按规定”给予，具体办法以主管部门规定为准。"),
)

post_subsidy = Provision(
    id="post-subsidy",
    clause="二（一）1",
    title="岗位补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.RATE,
    gist="招用辽宁省建档立卡贫困劳动力的企业，按当地最低工资标准的 30% 给岗位补贴。",
    fund=UNNAMED_FUND,
    when=(hires_registered_poor,),
    pays=for_each(
        "workers_hired",
        monthly(
            "按当地最低工资标准的30%给予岗位补贴",
            share(30, Given("minimum_wage")),
            EMPLOYMENT,
        ),
    ),
    notes=(NO_DURATION, "“当地”是指区市县还是全市的最低工资标准，文件没有写，请按用工所在地填写。"),
)

agent_subsidy = Provision(
    id="agent-subsidy",
    clause="二（一）2",
    title="就业创业服务补贴",
    payee=Payee.AGENT,
    nature=Nature.CASH,
    gist="经营性人力资源服务机构或劳务经纪人组织贫困劳动力到大连企业就业，按人数领补贴。",
    fund=Fund("吸纳贫困劳动力就业的企业所在区市县", "吸纳贫困劳动力就业的企业所在区市县"),
    when=(
        Is("经营性人力资源服务机构或劳务经纪人", "agent_kind", ("hr-agency", "broker")),
        Holds("组织贫困劳动力到我市企业就业", "works_here"),
    ),
    pays=per_head("按规定给予200元/人的就业创业服务补贴", yuan(200), "workers_placed"),
    happens="job_start",
    office=Office("由吸纳贫困劳动力就业的企业所在区市县", "用人企业所在的区市县；具体哪个部门，文件未写明"),
    notes=("由吸纳贫困劳动力就业的企业所在区市县按规定支付。", "原文写“贫困劳动力”，没有写限于省内。"),
)

other_subsidies = Provision(
    id="other-subsidies",
    clause="二（一）3",
    title="政府部门规定的其他补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.REFERENCED,
    gist="其他补贴按政府部门的规定。",
    pays=NotStated("政府部门规定的其他补贴"),
)

training_subsidy = Provision(
    id="training-subsidy",
    clause="二（二）1",
    title="职业培训补贴和技能鉴定补贴",
    payee=Payee.WORKER,
    nature=Nature.REFERENCED,
    gist="辽宁省建档立卡贫困劳动力在大连参加培训，合格并取得职业资格证书的，给培训补贴和技能鉴定补贴。",
    when=(
        AllOf("省建档立卡贫困劳动力", (fact("is_registered_poor"), fact("home", "liaoning"))),
        Holds("组织省内农村贫困劳动力参加本市培训", "is_trained_here"),
        Holds("取得职业资格证书", "has_qualification"),
    ),
    pays=NotStated("给予相应的职业培训补贴和职业技能鉴定补贴"),
    happens="certificate_date",
    notes=("原文写“相应的”补贴，金额和付给谁本文件都没有写；还要“培训合格”。",),
)

training_base_nomination = Provision(
    id="training-base-nomination",
    clause="二（二）2",
    title="推荐为家政服务职业培训示范基地",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="培训工作成绩突出的就业扶贫基地，推荐参加市级家政服务职业培训示范基地遴选。",
    when=(recognised, Judged("培训工作成绩突出且符合条件", "is_effective")),
    pays=InKind("进入市级家政服务职业培训示范基地遴选范围"),
    notes=("鼓励基地开展订单式、定向、在职和回炉培训。",),
)

promotion = Provision(
    id="promotion",
    clause="二（三）1、2",
    title="宣传推广和劳务对接",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="组织基地参加六盘水、朝阳、通榆等地的对接活动，并帮助开展岗位推荐、在线培训、远程面试、短信推送。",
    when=(recognised,),
    pays=InKind("对市级就业扶贫基地的宣传和推广"),
)

base_duties = Provision(
    id="base-duties",
    clause="三（一）–（三）",
    title="基地的义务和考核",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="按季度上报岗位，改善劳动条件；加强职业健康保护和人文关怀；每年考核，降低标准或完不成任务的动态调整，成绩突出的推荐进入信用优秀等级参考范围。",
    when=(recognised,),
    says=Duty("按季度上报就业岗位信息", "按季度上报岗位，改善劳动条件，接受每年考核"),
)

DALIAN = Policy(
    id="dalian",
    region="大连",
    place="大连市",
    title="大连市市级就业扶贫基地管理实施办法",
    issuer="大连市人力资源和社会保障局",
    issued=date(2018, 5, 8),
    term=Term("2018年5月8日", date(2018, 5, 8), None, clause="印发日期"),
    audience="帮扶对象包括辽宁省建档立卡贫困劳动力、对口帮扶地区贫困劳动力和其他转移来大连需要帮扶的人员；"
    "有几项补贴只给第一类人。",
    people=Holds("贫困劳动力", "is_registered_poor"),
    provisions=(
        base_recognition,
        recognition_procedure,
        social_insurance_subsidy,
        post_subsidy,
        agent_subsidy,
        other_subsidies,
        training_subsidy,
        training_base_nomination,
        promotion,
        base_duties,
        recognition_form,
    ),
    notes=("文件没有写从哪天起执行、到哪天为止；这里从印发日期起算，没有截止。",),
)
