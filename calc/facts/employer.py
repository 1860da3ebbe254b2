"""What is asked about the employer, the people it has taken on, and its application."""

from calc.facts.questions import Choice, Count, CreditCode, Day, Money, Text, YesNo


class Employer:
    """The employer and the people it has taken on."""

    employer_kind = Choice(
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
    )
    obeys_law = YesNo(label="遵守国家法律法规、具有社会责任感吗？", short="遵纪守法")
    offers_fitting_posts = YesNo(label="提供适合帮扶对象就业的岗位吗？", short="提供适合岗位")
    helped_hired = Count(
        label="吸纳了多少名帮扶对象？",
        short="帮扶对象人数",
        hint="省内建档立卡贫困劳动力、对口帮扶地区贫困劳动力、其他转移来连需帮扶人员都算。",
        unit="人",
        more="再招用",
    )
    trains_staff = YesNo(label="积极开展员工技能培训吗？", short="开展员工培训")
    pays_on_time = YesNo(label="按时支付劳动报酬吗？", short="按时付酬")
    provides_lodging = YesNo(label="能为帮扶对象提供住宿等基本生活保障吗？", short="提供生活保障")
    is_recognised_base = YesNo(label="已经认定为市级就业扶贫基地吗？", short="已认定为基地")
    notice_start = Day(label="公示从哪一天开始？", short="公示开始日期", may_lie_ahead=True)
    fills_kind_post = YesNo(
        label="把人安排在“爱心岗位”吗？", short="爱心岗位", hint="指没有年龄、学历、技能要求的岗位。"
    )
    job_fairs = Count(
        label="参加了几场扶贫专场招聘会？",
        short="招聘会场数",
        hint="指在对口帮扶地区举办的。",
        unit="场",
        more="再参加",
        most=1_000,
    )
    job_fair_date = Day(label="招聘会在哪一天？", short="招聘会日期")
    base_rank = Choice(
        label="入选了哪一级扶贫基地？",
        short="基地级别",
        options={"none": "没有入选", "nation": "全国就业扶贫基地", "province": "省级扶贫基地", "both": "两级都入选"},
        is_fixed=True,
    )
    base_listed_on = Day(label="哪一天入选基地？", short="入选日期")
    workers_hired = Count(
        label="吸纳了多少名建档立卡贫困劳动力？",
        short="吸纳人数",
        hint="只数属于本政策对象、同时满足其他各项条件的人。",
        unit="人",
        more="再招用",
    )
    staff = Count(label="单位职工总数是多少？", short="职工总数", unit="人", least=1, more="")
    is_in_home_region = YesNo(label="用人单位在劳动者户籍所在省（区）内吗？", short="单位在户籍省内", is_fixed=True)
    is_in_wanzhou = YesNo(label="是万州区属企业吗？", short="万州区属企业", is_fixed=True)
    employer_contribution = Money(
        label="单位每月为每人缴纳多少社会保险费？",
        short="单位缴费",
        hint="只算单位缴费部分，不含个人缴费；各人不同的填平均数。",
        unit="元/人·月",
    )
    minimum_wage = Money(
        label="当地月最低工资标准是多少？",
        short="最低工资",
        hint="以当地人力资源社会保障部门公布的为准。",
        unit="元/月",
    )
    workers_trained = Count(label="培训并且符合条件的有多少人？", short="培训人数", unit="人", more="再培训")
    is_recognised_workshop = YesNo(label="万州区会同扶贫办审核认定为就业扶贫车间了吗？", short="认定为扶贫车间")
    hires_nearby = YesNo(label="吸纳贫困劳动力就地就近就业吗？", short="就近吸纳")
    is_effective = YesNo(
        label="主管部门认定成效较好了吗？",
        short="成效较好",
        hint="由主管部门认定；还没有结论就选“不清楚”。",
        is_judged=True,
        is_fixed=True,
    )


class Applicant:
    """What an application form asks about a unit beyond what decides anything."""

    unit_name = Text(label="企业名称？", short="企业名称", is_private=True)
    credit_code = CreditCode(label="统一社会信用代码？", short="统一社会信用代码", is_private=True)
    main_business = Text(label="主营业务是什么？", short="主营业务", is_private=True)
    registered_capital = Text(label="注册资本多少？", short="注册资本", hint="写明币种和单位。", is_private=True)
    posts_offered = Count(label="提供多少个岗位？", short="提供岗位数量", unit="个", more="再提供")
    legal_representative = Text(label="法定代表人？", short="法定代表人", is_private=True)
    contact = Text(label="联系方式？", short="联系方式", is_private=True)
    address = Text(label="企业地址？", short="企业地址", is_private=True)
