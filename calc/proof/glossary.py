"""The terms by which the documents say who, what kind of organisation, where, when, and what must have been done.

Each entry names the facts of which one must be asked wherever the term stands. A term that no fact asks has none: only
a declaration that it is not judged accounts for it. Where one term lies inside another the longer one counts, so that
各项社会保险 is not taken for 社会保险. Spellings are patterns over squeezed texts: without blanks, with narrow commas
and brackets.
"""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Entry:
    """A term and the facts that test it; `spelled` is its pattern where the term alone is not.

    `counted_by` are facts that count such people, organisations or events: they test it inside the condition on that
    count, and nowhere else. A term that `may_be_granted` is accounted for where it names what a provision grants.
    """

    term: str
    facts: tuple[str, ...]
    spelled: str = ""
    counted_by: tuple[str, ...] = ()
    may_be_granted: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text."""
        return re.compile(self.spelled or re.escape(self.term))


@dataclass(frozen=True)
class Found:
    """A term where it stands in a text."""

    entry: Entry
    start: int
    end: int


HEADS = ("workers_hired", "workers_placed", "workers_trained", "workers_trained_at_work")
YEARLY_HEADS = ("hired_in_year", "poor_hired_in_year")

PERSONS = (
    # 建档立卡 is kept for rural households alone: 农村 before it narrows nothing.
    Entry(
        "建档立卡贫困劳动力",
        ("is_registered_poor", "helped_hired"),
        r"(?:农村)?(?:建档立卡的?)?(?:农村)?贫困(?:富余)?(?:劳动力|人员|人口|户家庭中劳动力|户(?!口))"
        r"|“三无”贫困劳动力|(?:农村)?建档立卡(?:人员|户)?",
        counted_by=(*HEADS, *YEARLY_HEADS),
    ),
    Entry("建档立卡贫困家庭", ("is_registered_poor",)),
    Entry("贫困家庭", ("is_two_graduate", "is_graduate", "is_registered_poor"), r"贫困户口?家庭(?!中劳动力)|贫困家庭"),
    Entry("帮扶对象", ("helped_hired", "offers_fitting_posts", "provides_lodging"), r"帮扶对象|需帮扶人员"),
    Entry("两后生", ("is_two_graduate",)),
    Entry("大中专毕业生", ("is_graduate",)),
    Entry("知识青年", ("is_educated_youth",), r"知识青年|大学生"),
    Entry("生态移民", ("is_resettled",), r"(?:“十二五”)?生态移民|劳务移民"),
    Entry("残疾", ("has_disability",), r"(?:有一定劳动能力的)?残疾人?"),
    Entry("特殊困难群体", (), r"脱贫能力弱|特殊困难群体"),
    Entry("农村妇女", ()),
    Entry("周岁", ("age", "broker_age"), r"(?:年满)?\d+周岁"),
    Entry("4050", ("broker_age", "broker_sex"), "“?4050”?"),
    Entry("年龄可适当放宽", ("is_age_relaxed",)),
    Entry("劳动年龄", ("age",)),
    Entry("就业愿望和能力", ("is_willing_and_able",), r"就业愿望(?:和(?:就业)?能力)?|就业能力"),
    Entry("培训意愿", ("is_willing_to_train",), r"(?:(?:劳动|就业)能力和)?培训(?:意愿|愿望)"),
    Entry("创业意愿", ("wants_business", "has_business_will"), r"创业意愿"),
    Entry("创业能力", ("has_business_will",), r"创业意愿和(?:创业)?能力"),
    Entry("无法离乡", ("cannot_leave_home",)),
    Entry("无业可扶", ("has_no_business_support",)),
    Entry("无法通过市场化实现就业", ("has_no_market_job",)),
    Entry("无业", ("jobless_months",), r"无业状态"),
    Entry("失业登记", ("is_job_registered",), r"(?:就业)?失业登记", may_be_granted=True),
    Entry("自愿", ("joins_employee_insurance",)),
    Entry("自行租房", ("rents_alone",)),
)

PLACES = (
    Entry("万州区", ("home",)),
    Entry("万州区属", ("is_in_wanzhou",)),
    Entry("万州区会同扶贫办认定", ("is_recognised_workshop", "recognised_on"), r"万州区会同当地扶贫办|审核认定"),
    Entry("万州区人社局", ("is_trained_by_home", "is_home_post")),
    Entry("会同万州区人社局", ("home",)),
    Entry("大关县", ("home",), r"(?:云南省)?(?:昭通市?)?大关(?:县(?:户籍)?|籍)"),
    Entry("省内", ("home", "helped_hired"), r"省内|省(?=建档立卡)"),
    Entry("我区劳动者", ("home",), r"我区(?=建档立卡|劳动者)"),
    Entry("我区企业", ("works_here",), r"向我区|我区(?=用工需求|企业|就业)"),
    Entry("对口帮扶地区", ("home", "helped_hired"), r"对口帮扶(?:地区|的四个省)|受帮扶地区"),
    Entry("四川、贵州、湖北、吉林省", ("home",)),
    Entry("东西部扶贫协作地区", ("home",)),
    Entry("前往对口帮扶地区", ("job_fairs",)),
    Entry("首次来当地就业", ("first_came",), r"首次来绍兴?就业"),
    Entry(
        "来当地就业",
        ("works_here",),
        r"来绍兴?(?:就业)?|在绍(?!参加)|来济宁市?|到济宁市?|在我市|我市(?=就业的)|到[我本]市",
    ),
    Entry("来当地就业创业", ("works_here", "founds_business"), r"来绍兴?就业创业"),
    Entry("转移来连", ("works_here", "helped_hired")),
    Entry("转移到当地就业", ("works_here",), r"转移在火炬开发区实现就业|转移到?(?:我区|中山)就业"),
    Entry("在当地培训", ("is_trained_here",), r"在绍参加(?:职业技能)?培训|本市培训"),
    Entry("区外用人单位", ("is_local_employer",), r"区[外内]用人单位"),
    Entry("在区外就业", ("work_place",)),
    Entry("外出务工", ("work_place",)),
    Entry("跨县、跨省", ("work_place",), r"区内跨县\(市\)|跨省(?:\(区\))?"),
    Entry("城镇常住", ("lives_in_town",), r"城镇常住地?"),
    Entry("就地就近", ("hires_nearby",)),
    Entry("贫困村", ("is_in_poor_village",), r"贫困村|移民村|扶贫产业园"),
)

ORGANISATIONS = (
    # 用人单位 and 单位 name any employer there is: they have no entry.
    Entry("企业", ("is_enterprise", "employer_kind", "is_in_wanzhou")),
    Entry("部分企业", ("is_selected",)),
    Entry("中小微企业等", ("employer_kind",), r"中小微企业|新型农业经营主体|民办非企业单位|社会团体"),
    Entry("劳务机构、家政服务类企业", ("employer_kind",), r"具有资质的劳务机构|家政服务类企业"),
    Entry("吸纳就业能力较强", ("is_strong_recruiter",)),
    Entry("生产经营主体", ("employer_kind", "is_enterprise")),
    Entry(
        "扶贫载体",
        ("employer_kind", "is_recognised_workshop"),
        r"(?:就业)?扶贫(?:载体|车间)|社区工厂|产业扶贫基地|农产品加工基地|就业扶贫基地\(车间\)",
    ),
    Entry("市级就业扶贫基地", ("is_recognised_base",), r"(?:市级)?就业扶贫基地"),
    Entry("全国或省级扶贫基地", ("base_rank",), r"全国就业扶贫基地|省级扶贫基地"),
    Entry("创业孵化园区", ("park_standard",), r"创业孵化(?:示范基地|园区)|建设标准"),
    Entry("技工院校", ("is_school_term_passed",)),
    Entry("培训机构或企业", ("training_mode",)),
    Entry("受委托的劳务机构", ("is_entrusted",), r"[受被]?委托的?劳务机构"),
    Entry(
        "劳务中介、经纪人等",
        ("agent_kind",),
        r"劳务中介组织|(?:劳务)?经纪人|(?:经营性)?人力资源服务机构|劳务合作社|市场主体"
        r"|(?:昭通当地组织发动的)?政府机构",
    ),
    Entry(
        "等（列举未尽）",
        ("is_employer_accepted", "is_agent_accepted"),
        r"等(?=就业扶贫载体|市场主体|组织)",
    ),
    Entry("遵守国家法律法规", ("obeys_law",), r"国家法律法规|社会责任感"),
    Entry("适合的岗位", ("offers_fitting_posts",), r"适合帮扶对象就业的岗位"),
    Entry("按时支付劳动报酬", ("pays_on_time",)),
    Entry("基本生活保障", ("provides_lodging",), r"住宿等相关基本生活保障"),
    Entry("职工总数", ("staff",), r"(?:企业)?[职员]工总数"),
    Entry("公益性岗位", ("holds_public_post",)),
    Entry("爱心岗位", ("fills_kind_post",), r"无年龄、学历、技能要求|“?爱心岗位”?"),
    Entry("成效较好", ("is_effective",)),
    Entry("成绩突出", ("training_work_is_outstanding",), r"培训工作成绩突出"),
    Entry("工作成绩突出", ("work_is_outstanding",)),
    Entry("组织就业", ("agent_kind", "workers_placed"), r"成功组织|组织(?=建档立卡|贫困)|输送"),
    Entry("完成年度目标", ("meets_target",), r"按年度目标完成"),
    Entry("按工作进度拨付", ("is_paid_anyway",)),
    Entry("参加招聘", ("job_fairs",), r"参加扶贫招聘活动|专场招聘会"),
    Entry("薪酬待遇好、用工规范", (), r"薪酬待遇好|用工规范"),
    Entry("输送协议", (), r"输送协议|用工协议"),
)

_INSURED = ("is_insured", "insured_months", "contribution_months", "job_contribution_months", "still_insured")
JOBS = (
    Entry("稳定就业", ("months_employed",), r"稳定(?:就业|在)"),
    Entry("连续工作", ("months_employed",)),
    Entry("连续缴纳", ("insured_months",)),
    Entry("连续正常经营", ("business_months",)),
    Entry("仍在缴纳", ("still_insured",)),
    Entry("初次就业", ("is_first_job",)),
    Entry("年度吸纳", ("hiring_year", *YEARLY_HEADS)),
    Entry(
        "上年度收入",
        ("rural_income_2017", "rural_income_2018", "rural_income_2019"),
        r"上年度农村常住居民人均可支配收入",
    ),
    Entry("劳动合同", ("has_contract", "contract_months", "contract_date")),
    Entry("有期限的劳动合同", ("contract_months",), r"\d+(?:个月|年)以上劳动合同"),
    Entry("自签订劳动合同之日起", ("contract_date",)),
    Entry("社会保险", _INSURED),
    Entry("各项社会保险", ("is_fully_insured",)),
    Entry("城镇职工社会保险", ("joins_employee_insurance",)),
    Entry("失业保险", ("unemployment_insurance_months",)),
    Entry("城乡居民养老和医疗保险", ("premium_help", "second_tier_premium")),
    Entry("政府全额或部分缴费", ("premium_help", "premium_already_paid"), r"政府全额缴费|部分缴费"),
    Entry("自行要求", ("chooses_higher_tier",)),
    Entry("创办小微企业、个体经营", ("founds_business",), r"创办小微企业|个体经营"),
    Entry("带动就业", ("creates_jobs",)),
    Entry("信用状况良好", ("has_good_credit",)),
    Entry("好的创业项目", ("has_good_project",)),
    Entry("资金需求量较大", ("has_good_project",)),
)

_KINDS = r"(?:上岗|岗前|转岗|岗位技能(?:提升)?|在岗技能提升|特色专业技能|技能提升|职业技能)"
LEARNING = (
    Entry(
        "培训",
        ("is_trained", "is_trained_here", "is_trained_by_home", "employer_ran_training", "is_school_term_passed"),
        rf"{_KINDS}培训|进行免费培训",
        may_be_granted=True,
    ),
    Entry("开展培训", ("employer_ran_training",), rf"开展的?(?={_KINDS})"),
    Entry("开展员工技能培训", ("trains_staff",)),
    Entry("以工代训", ("is_work_as_training", "work_as_training_days"), counted_by=("workers_trained_at_work",)),
    Entry("培训期间", ("training_days", "training_start"), r"(?:参加职业技能)?培训期间|实际培训天数"),
    Entry("培训合格", ("passed_training", "is_school_term_passed")),
    Entry("1个学期", ("is_school_term_passed",)),
    Entry("培训任务完成", ("is_training_task_done",)),
    Entry("谁选定培训", ("training_mode",), r"(?:自主|直接)选择培训机构|政府购买社会服务"),
    Entry("相关证书", ("has_certificate",)),
    Entry(
        "培训合格证书或职业资格证书",
        ("has_certificate",),
        r"培训合格证书或职业资格证书(?:\(职业技能等级证书、专项职业能力证书\))?",
    ),
    Entry("相应资格证书", ("has_qualification", "has_skill_level", "has_special_skill")),
    Entry("职业资格证书", ("has_qualification",)),
    Entry("职业技能等级证书", ("has_skill_level",), r"职业(?:技能)?等级证书"),
    Entry("专项职业能力证书", ("has_special_skill", "has_certificate")),
    Entry("当年", ("certificate_date",)),
    Entry("等级", ("skill_level",), r"[初中高]级工?|初、中、高级"),
    Entry("职业工种", ("is_listed_trade",)),
    Entry("职业资格工种", ()),
)

GLOSSARY = (*PERSONS, *PLACES, *ORGANISATIONS, *JOBS, *LEARNING)

NAMES = {
    r"社会保险补贴|社保补贴": "the name of a benefit",
    r"职业(?:技能)?培训(?:和鉴定)?补[贴助]|上岗培训补贴|培训鉴定补贴": "the name of a benefit",
    r"跨省就业补贴|扶贫车间一次性奖补": "the name of a benefit",
    r"灵活就业人员(?:社会保险补贴范围|社保补贴办法)|我区灵活就业人员": "another rule's name",
    r"就业困难人员": "another rule's people: what they get, others get here",
    r"公益性岗位(?:补贴管理规定|政策标准|补贴)": "another rule's name",
    r"火炬开发区居民": "another rule's people: what they get, others get here",
    r"我市就业创业政策扶持范围": "another rule's name",
    r"职业培训示范基地": "the name of what is granted",
    r"区内外": "inside or outside: no place is left out",
    r"[企单][业位]缴费部分": "a part of a sum",
    r"失业保险金": "a fund",
    r"社会保险缴费凭证": "evidence to show",
    r"商业意外伤害保险": "the name of what is granted",
    r"农村电商培训": "the name of what is granted",
}
"""Words in which a term's characters test nothing, and why."""

_NAMES = tuple(re.compile(name) for name in NAMES)


def find_terms(text: str) -> tuple[Found, ...]:
    """Every term of a text, in order; of two of which one lies inside the other, the longer."""
    found = [Found(entry, *match.span()) for entry in GLOSSARY for match in entry.pattern.finditer(text)]
    names = [match.span() for name in _NAMES for match in name.finditer(text)]
    spans = {*names, *((item.start, item.end) for item in found)}
    kept = [item for item in found if not _lies_inside(item, spans) and (item.start, item.end) not in names]
    return tuple(sorted(kept, key=lambda item: item.start))


def _lies_inside(item: Found, spans: set[tuple[int, int]]) -> bool:
    return any(
        start <= item.start and item.end <= end and (start, end) != (item.start, item.end) for start, end in spans
    )
