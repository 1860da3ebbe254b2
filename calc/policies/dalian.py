"""Dalian, 2018-05-08: rules for the city's poverty-relief employment bases. The text names no end."""

from datetime import date

from calc.rules import (
    AllOf,
    AnyOf,
    Box,
    ByOtherRules,
    Duty,
    EitherCondition,
    EitherPayment,
    Form,
    Given,
    Holds,
    InKind,
    Is,
    Judged,
    Notice,
    NotStated,
    Pointer,
    Reading,
    Rounded,
    ShareAtLeast,
    Stage,
    Sum,
    any_of,
    fact,
    for_each,
    monthly,
    per_head,
    share,
    since_in_force,
    some,
    yuan,
)
from calc.rules.condition import Condition
from calc.rules.document import UNNAMED_FUND, Fund, NamesNoStart, Note, Office, Term
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.section import Section
from calc.rules.spans import EMPLOYMENT

employment_agency = Office(
    "向注册所在地就业管理服务机构提出申请", "企业注册所在地的就业管理服务机构", clause="认定（四）1"
)
recognised = Holds("市级就业扶贫基地", "is_recognised_base")
papers = ("《大连市市级就业扶贫基地认定表》", "市人社部门和财政部门规定的其他材料")
applying = Section(
    "认定（四）1", when=(Holds("符合条件的企业", "is_enterprise"),), office=employment_agency, evidence=papers
)

base_recognition = Provision(
    id="base-recognition",
    clause="认定（二）（三）",
    title="市级就业扶贫基地认定",
    payee=Payee.EMPLOYER,
    called="企业",
    nature=Nature.RECOGNITION,
    gist="有资质的劳务机构、家政服务类企业和吸纳就业能力较强的其他企业，帮扶对象占员工总数 5% 以上、"
    "并且满足其他各项条件的，可以申请认定；都要是企业。",
    under=applying,
    when=(
        any_of(
            Is("具有资质的劳务机构和家政服务类企业", "employer_kind", ("labour-agency", "domestic-service")),
            AllOf(
                "吸纳就业能力较强的其他企业",
                (fact("is_enterprise"), Judged("吸纳就业能力较强", "is_strong_recruiter")),
            ),
        ),
        Holds("遵守国家法律法规、具有社会责任感", "obeys_law"),
        Holds("提供适合帮扶对象就业的岗位", "offers_fitting_posts"),
        ShareAtLeast("吸纳帮扶对象的数量不少于企业员工总数的5%", "helped_hired", "staff", 5),
        Holds("积极开展员工技能培训", "trains_staff"),
        Holds("依法签订劳动合同", "has_contract"),
        Holds("按时支付劳动报酬", "pays_on_time"),
        Holds("依法缴纳社会保险费", "is_insured"),
        Holds("能够为帮扶对象提供住宿等相关基本生活保障", "provides_lodging"),
    ),
    named="企业",
    pays=InKind("遴选一批重点招用…就业的"),
    notes=(
        Note(
            "企业员工总数",
            "不是企业的劳务机构不能认定：人数算的是“企业员工总数”，申请的是“符合条件的企业”，劳务机构后面写的是“其他企业”。",
        ),
        Note(
            "省内建档立卡贫困劳动力、对口帮扶地区贫困劳动力、其他转移来连需帮扶人员",
            "省内建档立卡贫困劳动力、对口帮扶地区贫困劳动力、其他转移来连需帮扶人员都是帮扶对象，都算在 5% 里。",
        ),
        Note(
            "具有资质",
            "“具有资质”是不是也管家政服务类企业、要哪种资质，文件没有写明；这里只看劳务机构有没有资质。",
        ),
        Note(
            "遴选一批重点招用",
            "“重点招用”除了占 5% 以上还指什么、“一批”是多少家，文件没有写；条件都满足，也不一定选上。",
        ),
        Note("吸纳就业能力较强", "吸纳就业能力较强：由认定机构掌握，文件没有写标准。"),
        Note("与帮扶对象", "劳动合同、报酬和社会保险，要对每一名帮扶对象都做到。"),
        Note(
            "向注册所在地就业管理服务机构提出申请",
            "企业要不要在大连注册，文件没有直接写，这里不问；申请要交到注册所在地的就业管理服务机构。",
        ),
        "这里说的是申请认定的条件；已经认定为市级就业扶贫基地的不用再申请，每年的考核和动态调整看管理（三）。",
    ),
)

recognition_procedure = Provision(
    id="recognition-procedure",
    clause="认定（四）",
    title="认定程序",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="向注册所在地就业管理服务机构申请，地区初审，市级审核，在市级人社部门网站等渠道公示，无异议后授牌。",
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
            Stage(
                "符合条件的企业向注册所在地就业管理服务机构提出申请，填写《大连市市级就业扶贫基地认定表》",
                "企业填写认定表，向注册所在地就业管理服务机构申请",
            ),
            Stage("并提供市人社部门和财政部门规定的其他材料", "同时提供市人社部门和财政部门规定的其他材料"),
            Stage("各地区就业管理服务机构进行初审", "地区就业管理服务机构初审、签署意见后上报"),
            Stage("市级就业管理服务机构对上传的申报数据进行审核", "市级就业管理服务机构审核"),
            Stage("并通过市级人社部门网站等渠道进行公示", "在市级人社部门网站等渠道公示"),
        ),
        then=(Stage("公示无异议，向就业扶贫基地授牌", "公示无异议后授牌"),),
    ),
    office=employment_agency,
    evidence=papers,
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
            Box("单位类型", "unit_type"),
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
    evidence=papers,
)

HIRES_REGISTERED_POOR = "对招用省内建档立卡贫困劳动力的企业"


def read_narrowly(reading: Reading, usual: Condition, more: Condition) -> EitherCondition:
    """What the words say, or, by the other reading, more than they say."""
    return EitherCondition(reading, default=usual, other=AllOf(HIRES_REGISTERED_POOR, (usual, more)))


hires_poor = read_narrowly(
    Reading(
        "hired-before-issue",
        "印发之前已经招用、印发时仍在职的，（一）1 的补贴给不给？",
        default="给：文件没有写只给新招用的",
        other="不给：只算印发当天和以后招用的",
    ),
    AllOf(
        HIRES_REGISTERED_POOR,
        (fact("is_registered_poor"), fact("home", "liaoning"), fact("is_enterprise"), some("workers_hired")),
    ),
    since_in_force("job_start"),
)
hires_as_base = read_narrowly(
    Reading(
        "only-for-bases",
        "（一）1 写的是“企业”，这份办法管的是就业扶贫基地：企业要不要先认定为市级就业扶贫基地？",
        default="不要：原文只写企业",
        other="要：扶持政策是给基地的",
    ),
    hires_poor,
    recognised,
)
hires_here = read_narrowly(
    Reading(
        "hired-works-here",
        "（一）1 没有写在哪里就业，（一）2 写的是“到我市企业就业”：招用的人要不要在大连就业？",
        default="不要：1 没有写",
        other="要：这是大连的办法",
    ),
    hires_as_base,
    fact("works_here"),
)
hiring = Section(
    "二（一）1",
    when=(hires_here,),
    fund=UNNAMED_FUND,
    notes=(
        Note(HIRES_REGISTERED_POOR, "（一）1 没有写企业要不要在大连注册，这里不问。"),
        Note("省内建档立卡贫困劳动力", "（一）1 的吸纳人数只数辽宁省的；对口帮扶地区的也是帮扶对象，但不在“省内”。"),
        Note(
            "对招用",
            "（一）1 从招用这名劳动者的企业算起：入职日期请填到本企业的那一天，以前在别的单位的日子不算。",
        ),
        Note(
            "给予社会保险补贴，并",
            "（一）1 的两项补贴用同一个吸纳人数试算；没有参保的人只算岗位补贴，人数不同的请分两次填。",
        ),
    ),
)

social_insurance_subsidy = Provision(
    id="social-insurance-subsidy",
    clause="二（一）1",
    title="社会保险补贴",
    payee=Payee.EMPLOYER,
    called="企业",
    nature=Nature.REFERENCED,
    gist="招用辽宁省建档立卡贫困劳动力的企业，按规定给社会保险补贴，补单位缴费部分；补多少、补多久文件没有写。",
    under=hiring,
    when=(Holds("对其缴纳的社会保险费", "is_insured"),),
    named="对招用省内建档立卡贫困劳动力的企业",
    pays=ByOtherRules(
        "按规定对其缴纳的社会保险费单位缴费部分给予社会保险补贴",
        for_each("workers_hired", Given("employer_contribution")),
    ),
    during=EMPLOYMENT,
    notes=("试算的是所填人数一个月的单位缴费；补其中多少、补多久，文件没有写。",),
)

post_subsidy = Provision(
    id="post-subsidy",
    clause="二（一）1",
    title="岗位补贴",
    payee=Payee.EMPLOYER,
    called="企业",
    nature=Nature.REFERENCED,
    gist="招用辽宁省建档立卡贫困劳动力的企业，按当地最低工资标准的 30% 给岗位补贴；发多久文件没有写。",
    under=hiring,
    named="对招用省内建档立卡贫困劳动力的企业",
    pays=EitherPayment(
        Reading(
            "rules-bind-post-subsidy",
            "“按规定”管不管后半句的岗位补贴？后半句写了最低工资标准的 30%，没有写每人、每月，也没有写发多久。",
            default="也管：怎样发、发多久按规定，这里只试算一个月",
            other="不管：印发以后在职每满一个月，每人都发一次；还没有满一个月的没有",
        ),
        default=ByOtherRules(
            "按当地最低工资标准的30%给予岗位补贴",
            for_each("workers_hired", share(30, Given("minimum_wage"))),
        ),
        other=for_each(
            "workers_hired",
            monthly(
                "按当地最低工资标准的30%给予岗位补贴",
                Rounded(share(30, Given("minimum_wage"))),
                EMPLOYMENT,
            ),
        ),
    ),
    during=EMPLOYMENT,
    notes=(
        "试算的是所填人数一个月的数。",
        "“当地”是指区市县还是全市的最低工资标准，文件没有写，请按用工所在地填写。",
    ),
)

agent_subsidy = Provision(
    id="agent-subsidy",
    clause="二（一）2",
    title="就业创业服务补贴",
    payee=Payee.AGENT,
    called="经营性人力资源服务机构或劳务经纪人",
    nature=Nature.CASH,
    gist="经营性人力资源服务机构或劳务经纪人组织贫困劳动力到大连企业就业，按人数领补贴。",
    fund=Fund("由吸纳贫困劳动力就业的企业所在区市县", "吸纳贫困劳动力就业的企业所在区市县"),
    when=(
        Is("经营性人力资源服务机构或劳务经纪人", "agent_kind", ("hr-agency", "broker")),
        AllOf(
            "贫困劳动力到我市企业就业",
            (fact("is_registered_poor"), fact("works_here"), fact("is_enterprise")),
        ),
    ),
    named="对组织贫困劳动力到我市企业就业的经营性人力资源服务机构或劳务经纪人",
    pays=per_head("按规定给予200元/人的就业创业服务补贴", yuan(200), "workers_placed"),
    happens="placed_on",
    notes=(
        Note(
            "由吸纳贫困劳动力就业的企业所在区市县",
            "区市县哪个部门付、用哪项资金，文件没有写；企业在先导区的由谁付，也没有写。",
        ),
        Note("组织贫困劳动力", "原文写“贫困劳动力”，没有写限于省内，也没有写“建档立卡”；这里按建档立卡来算。"),
        Note("到我市企业就业", "看是不是到大连的企业就业；企业要不要在大连注册，文件没有写，这里不问。"),
        Note("按规定给予", "200 元/人是写明的；“按规定”指的规定还有没有别的条件，文件没有写，以当地规定为准。"),
        "文件没有写什么时候领、分几次领；这里从组织到岗那天起算条件满足，每人算一次。",
    ),
)

other_subsidies = Provision(
    id="other-subsidies",
    clause="二（一）3",
    title="政府部门规定的其他补贴",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="还有没有别的补贴、给谁，看政府部门的其他规定；本文件没有写。",
    says=Pointer("政府部门规定的其他补贴", "另外的补贴看政府部门的其他规定，符合那些规定的才有"),
    notes=("给谁，这一项没有写；列在用人单位下面，是因为（一）1、2 说的都是单位用人的事，不是说只给用人单位。",),
)

trains_poor_here = (fact("is_registered_poor"), fact("home", "liaoning"), fact("is_trained_here"))
training_subsidy = Provision(
    id="training-subsidy",
    clause="二（二）1",
    title="职业培训补贴和技能鉴定补贴",
    payee=Payee.WORKER,
    nature=Nature.REFERENCED,
    gist="辽宁省建档立卡贫困劳动力在大连参加培训，合格并取得职业资格证书的，有培训补贴和技能鉴定补贴；"
    "金额和付给谁文件都没有写。",
    when=(
        EitherCondition(
            Reading(
                "training-of-bases",
                "（二）的标题是“支持就业扶贫基地开展职业培训”：培训要不要是市级就业扶贫基地开展的？",
                default="不要：1 只写参加本市培训",
                other="要：由已认定的基地组织开展",
            ),
            default=AllOf("组织省内农村贫困劳动力参加本市培训", trains_poor_here),
            other=AllOf(
                "组织省内农村贫困劳动力参加本市培训",
                (
                    *trains_poor_here,
                    AllOf(
                        "支持就业扶贫基地开展职业培训",
                        (fact("employer_ran_training"), fact("is_recognised_base")),
                    ),
                ),
            ),
        ),
        EitherCondition(
            Reading(
                "pass-or-certificate",
                "“对培训合格、取得职业资格证书的，给予相应的职业培训补贴和职业技能鉴定补贴”：两项补贴是不是都要合格并且有证书？",
                default="都要：又合格、又取得职业资格证书，两项补贴一起给",
                other="各看各的：合格的给职业培训补贴，取得职业资格证书的给职业技能鉴定补贴",
            ),
            default=AllOf("对培训合格、取得职业资格证书的", (fact("passed_training"), fact("has_qualification"))),
            other=AnyOf("对培训合格、取得职业资格证书的", (fact("passed_training"), fact("has_qualification"))),
        ),
    ),
    fund=UNNAMED_FUND,
    pays=NotStated("给予相应的职业培训补贴和职业技能鉴定补贴"),
    happens="certificate_date",
    notes=(
        Note("将省建档立卡贫困劳动力纳入职业培训范围", "“省”指辽宁省，户籍要在辽宁。"),
        Note(
            "省内农村贫困劳动力",
            "前半句写“建档立卡贫困劳动力”，这里写“省内农村贫困劳动力”；按前半句理解，要建档立卡，不另问是不是农村的。",
        ),
        Note(
            "支持就业扶贫基地开展职业培训", "另一种读法里，培训是不是基地开展的，看是不是用人单位组织、单位是不是基地。"
        ),
        "按另一种读法只凭培训合格的，取证日期填取得培训合格证书的那一天。",
    ),
)

trains_outstandingly = (
    fact("is_enterprise"),
    Judged("培训工作成绩突出且符合条件", "training_work_is_outstanding"),
)
training_base_nomination = Provision(
    id="training-base-nomination",
    clause="二（二）2",
    title="推荐进入家政服务职业培训示范基地遴选范围",
    payee=Payee.EMPLOYER,
    called="企业",
    nature=Nature.SERVICE,
    gist="培训工作成绩突出且符合条件的基地企业，推荐参加市级家政服务职业培训示范基地遴选。",
    when=(
        EitherCondition(
            Reading(
                "nominates-only-bases",
                "（二）2 前半句写“就业扶贫基地”，后半句只写“企业”：推荐的企业要不要是市级就业扶贫基地？",
                default="要：整个（二）支持的是基地",
                other="不要：后半句写的是企业",
            ),
            default=AllOf("推荐培训工作成绩突出且符合条件的企业", (recognised, *trains_outstandingly)),
            other=AllOf("推荐培训工作成绩突出且符合条件的企业", trains_outstandingly),
        ),
    ),
    named="培训工作成绩突出且符合条件的企业",
    unasked="推荐",
    pays=InKind("进入市级家政服务职业培训示范基地遴选范围"),
    notes=(
        Note(
            "鼓励就业扶贫基地开展订单式培训、定向培训、在职培训和回炉培训",
            "鼓励基地开展订单式培训、定向培训、在职培训和回炉培训。",
        ),
        Note(
            "家政服务职业培训示范基地",
            "示范基地是家政服务的；是不是只推荐家政服务类企业，文件没有写，“符合条件”由主管部门掌握。",
        ),
    ),
)

promotion = Provision(
    id="promotion",
    clause="二（三）1、2",
    title="宣传推广和劳务对接",
    payee=Payee.EMPLOYER,
    called="市级就业扶贫基地",
    nature=Nature.SERVICE,
    gist="组织基地参加六盘水、朝阳、通榆等地的对接活动，通过媒体宣传，并帮助开展岗位推荐、在线培训、远程面试、短信推送。",
    when=(recognised,),
    named="组织市级就业扶贫基地参与",
    unasked="组织",
    pays=Sum(
        (
            InKind(
                "贵州省六盘水市、辽宁省朝阳市、吉林省通榆县等地区的就业扶贫系列帮扶活动和对口帮扶劳务对接活动，"
                "通过主流媒体开展宣传报道"
            ),
            InKind("借助大连市就业扶贫综合服务平台开展对市级就业扶贫基地的宣传和推广"),
            InKind("帮助就业扶贫基地开展岗位推荐、在线培训、远程面试、短信推送等劳务对接工作"),
        )
    ),
)

office_duties = Provision(
    id="office-duties",
    clause="管理（一）",
    title="就业管理服务机构的责任",
    payee=Payee.AUTHORITY,
    nature=Nature.SERVICE,
    gist="各区市县、先导区就业管理服务机构跟踪、指导和考核基地，了解基地动态，帮助企业解决困难和问题。",
    says=Duty(
        "各区市县、先导区就业管理服务机构要加强对就业扶贫基地的跟踪、指导和考核，及时了解掌握就业扶贫基地动态，"
        "积极帮助企业解决存在的困难和问题",
        "跟踪、指导和考核基地，了解基地动态，帮助企业解决困难和问题",
    ),
)

base_duties = Provision(
    id="base-duties",
    clause="管理（二）",
    title="基地的义务",
    payee=Payee.EMPLOYER,
    nature=Nature.SERVICE,
    gist="改善劳动条件，加强职业健康保护，给帮扶对象力所能及的人文关怀，帮他们适应岗位和城市生活；按季度上报岗位。",
    when=(recognised,),
    says=Duty(
        "要积极改善劳动条件，加强职业健康保护，为在连帮扶对象提供力所能及的人文关怀，"
        "帮助其适应就业岗位和城市生活；按季度上报就业岗位信息",
        "改善劳动条件，加强职业健康保护，给帮扶对象人文关怀，按季度上报岗位",
    ),
)

credit_nomination = Provision(
    id="credit-nomination",
    clause="管理（三）",
    title="每年考核和信用推荐",
    payee=Payee.EMPLOYER,
    called="就业扶贫基地",
    nature=Nature.SERVICE,
    gist="每年考核：工作成绩突出的基地，推荐进入人社信用体系优秀等级企业的参考范围；降低标准或者完不成任务的，动态调整。",
    when=(
        Holds("就业扶贫基地", "is_recognised_base"),
        Judged("对工作成绩突出的", "work_is_outstanding"),
        Holds("优秀等级企业", "is_enterprise"),
    ),
    named="对工作成绩突出的就业扶贫基地",
    unasked="推荐",
    office=Office("市级就业管理服务机构每年组织考核", "由市级就业管理服务机构每年考核、推荐"),
    pays=InKind("推荐为大连市人力资源社会保障信用体系优秀等级企业的参考范围"),
    notes=(
        Note(
            "对降低工作标准或无法完成既定扶贫任务目标的就业扶贫基地进行动态调整",
            "降低标准、完不成任务的怎样动态调整，文件没有写。",
        ),
    ),
)

DALIAN = Policy(
    id="dalian",
    region="大连",
    place="大连市",
    province="辽宁",
    heading="大连的就业扶贫基地：怎样认定，能领什么",
    title="大连市市级就业扶贫基地管理实施办法",
    issuer="大连市人力资源和社会保障局",
    issued=date(2018, 5, 8),
    term=Term(
        "2018年5月8日",
        date(2018, 5, 8),
        None,
        doubts=(
            NamesNoStart(
                Reading(
                    "before-issue",
                    "印发之前已经组织到岗、取得证书、招用并且离开的，算不算？文件没有写从哪天起执行。",
                    default="不算：从印发日期起",
                    other="算：文件没有限定哪天以后",
                )
            ),
        ),
        clause="文首",
    ),
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
        office_duties,
        base_duties,
        credit_nomination,
        recognition_form,
    ),
    notes=("文件没有写从哪天起执行、到哪天为止；这里从印发日期起算，没有截止。",),
)
