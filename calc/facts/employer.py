"""What is asked about the employer, the people it has taken on, and its application."""

from calc.facts.questions import Choice, Choices, Count, CreditCode, Day, Money, Text, YesNo, ask_authority


class Employer:
    """The employer and the people it has taken on."""

    employer_kind = Choices(
        "用人单位属于哪几类？可以选几项。",
        "单位类型",
        is_fixed=True,
        rest="other",
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
            "enterprise": "其他企业",
            "other": "其他单位",
        },
    )
    is_enterprise = YesNo("用人单位是企业吗？", "企业", hint="社会团体、民办非企业单位不是企业。", is_fixed=True)
    is_strong_recruiter = ask_authority("主管部门认定吸纳就业能力较强了吗？", "吸纳就业能力较强")
    is_employer_accepted = ask_authority("主管部门认定属于文件所说的单位吗？", "属于所列单位")
    obeys_law = YesNo("遵守国家法律法规、具有社会责任感吗？", "遵纪守法")
    offers_fitting_posts = YesNo("提供适合帮扶对象就业的岗位吗？", "提供适合岗位")
    helped_hired = Count(
        "吸纳了多少名帮扶对象？",
        "帮扶对象人数",
        hint="省内建档立卡贫困劳动力、对口帮扶地区贫困劳动力、其他转移来连需帮扶人员都算。",
        unit="人",
        more="再招用",
        renews=("job_start", "insured_since"),
        whole="staff",
    )
    trains_staff = YesNo("积极开展员工技能培训吗？", "开展员工培训")
    pays_on_time = YesNo("按时支付劳动报酬吗？", "按时付酬")
    provides_lodging = YesNo("能为帮扶对象提供住宿等基本生活保障吗？", "提供生活保障")
    training_work_is_outstanding = ask_authority("主管部门认定培训工作成绩突出、符合条件了吗？", "培训工作成绩突出")
    work_is_outstanding = ask_authority("主管部门每年考核，认定工作成绩突出了吗？", "工作成绩突出")
    is_recognised_base = YesNo("已经认定为市级就业扶贫基地吗？", "已认定为基地")
    notice_start = Day("公示从哪一天开始？", "公示开始日期", may_lie_ahead=True)
    fills_kind_post = YesNo("把人安排在“爱心岗位”吗？", "爱心岗位", hint="指没有年龄、学历、技能要求的岗位。")
    job_fairs = Count(
        "参加了几场扶贫专场招聘会？",
        "招聘会场数",
        hint="指政策期内在对口帮扶地区举办的，政策期以外的不算。",
        unit="场",
        more="再参加",
        most=1_000,
        renews=("job_fair_date",),
    )
    job_fair_date = Day("招聘会在哪一天？", "招聘会日期", hint="参加了几场的，填其中一场。")
    base_rank = Choice(
        "入选了哪一级扶贫基地？",
        "基地级别",
        options={"none": "没有入选", "nation": "全国就业扶贫基地", "province": "省级扶贫基地", "both": "两级都入选"},
        is_fixed=True,
    )
    hiring_year = Choice(
        "年度吸纳人数，算的是哪一年？",
        "吸纳年度",
        options={"2018": "2018 年", "2019": "2019 年", "2020": "2020 年", "other": "其他年份"},
        is_fixed=True,
    )
    hired_in_year = Count(
        "那一年吸纳了多少名建档立卡人员？",
        "年度吸纳人数",
        hint="只数属于本政策对象、同一年度内吸纳的人。",
        unit="人",
        more="再招用",
        renews=("job_start", "insured_since"),
        within="hiring_year",
        whole="poor_hired_in_year",
        counts_placed=True,
    )
    poor_hired_in_year = Count(
        "那一年吸纳了多少名贫困人员？",
        "年度吸纳贫困人员数",
        hint="建档立卡人员也算在内。",
        unit="人",
        more="再招用",
        renews=("job_start", "insured_since"),
        within="hiring_year",
        counts_placed=True,
    )
    workers_hired = Count(
        "吸纳了多少名建档立卡贫困劳动力？",
        "吸纳人数",
        hint="只数户籍等各项条件都满足的人。",
        unit="人",
        more="再招用",
        renews=("job_start", "insured_since"),
        whole="staff",
        counts_placed=True,
    )
    staff = Count("单位职工总数是多少？", "职工总数", unit="人", least=1, more="")
    is_local_employer = YesNo(
        "用人单位在{place}吗？",
        "单位在当地",
        hint="看单位在哪里，不看把人派到哪里工作。",
        denied="单位在外地",
        is_fixed=True,
    )
    is_in_wanzhou = YesNo(
        "是万州区属企业吗？",
        "万州区属企业",
        hint="“区属”指归万州区管；吸纳的人留在万州就业的，才选“是”。",
        is_fixed=True,
    )
    employer_contribution = Money(
        "单位每月为每人缴纳多少社会保险费？",
        "单位缴费",
        hint="只算单位缴费部分，不含个人缴费；各人不同的填平均数。",
        unit="元/人·月",
    )
    minimum_wage = Money(
        "当地月最低工资标准是多少？", "最低工资", hint="以当地人力资源社会保障部门公布的为准。", unit="元/月"
    )
    workers_trained = Count(
        "吸纳的人里，培训并且符合条件的有多少人？",
        "培训人数",
        unit="人",
        more="再培训",
        renews=("training_start",),
        counts_placed=True,
    )
    workers_trained_at_work = Count(
        "吸纳的人里，参加以工代训的有多少人？",
        "以工代训人数",
        unit="人",
        more="再培训",
        renews=("work_as_training_start", "work_as_training_days"),
        counts_placed=True,
    )
    is_recognised_workshop = YesNo(
        "万州区会同扶贫办审核认定为就业扶贫车间了吗？", "认定为扶贫车间", renews=("recognised_on",)
    )
    recognised_on = Day("万州区会同扶贫办哪一天认定为就业扶贫车间？", "认定日期")
    is_in_poor_village = YesNo("就业扶贫载体建在贫困村、移民村或者扶贫产业园吗？", "建在贫困村等处", is_fixed=True)
    hires_nearby = YesNo("在贫困劳动力的家乡吸纳他们就地就近就业吗？", "就近吸纳", hint="如车间在万州，吸纳万州的人。")
    is_selected = ask_authority("主管部门确定给本企业这项补贴了吗？", "列入补贴范围")
    is_effective = ask_authority("主管部门认定成效较好了吗？", "成效较好")


class Applicant:
    """What an application form asks about a unit beyond what decides anything."""

    unit_name = Text("企业名称？", "企业名称", is_private=True)
    credit_code = CreditCode("统一社会信用代码？", "统一社会信用代码", is_private=True)
    unit_type = Text(
        "登记的单位类型是什么？", "登记单位类型", hint="照营业执照等登记证照填写，如有限责任公司。", is_private=True
    )
    main_business = Text("主营业务是什么？", "主营业务", is_private=True)
    registered_capital = Text("注册资本多少？", "注册资本", hint="写明币种和单位。", is_private=True)
    posts_offered = Count("提供多少个岗位？", "提供岗位数量", unit="个", more="再提供")
    legal_representative = Text("法定代表人？", "法定代表人", is_private=True)
    contact = Text("联系方式？", "联系方式", is_private=True)
    address = Text("企业地址？", "企业地址", is_private=True)
