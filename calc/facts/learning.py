"""What is asked about training and certificates."""

from calc.facts.questions import Choice, Count, Day, YesNo, ask_months

LEVELS = {
    "junior": "初级（五级）",
    "intermediate": "中级（四级）",
    "senior": "高级（三级）",
    "technician": "技师（二级）",
    "senior-technician": "高级技师（一级）",
}
CALLED = {
    **dict.fromkeys(("初级", "初级工", "五级"), "junior"),
    **dict.fromkeys(("中级", "中级工", "四级"), "intermediate"),
    **dict.fromkeys(("高级", "高级工", "三级"), "senior"),
    **dict.fromkeys(("技师", "二级"), "technician"),
    **dict.fromkeys(("高级技师", "一级"), "senior-technician"),
}


OF_COURSE = (
    *("training_start", "training_days", "training_mode", "is_trained_by_home", "employer_ran_training"),
    *("passed_training", "is_training_task_done"),
)
OF_CERTIFICATE = ("certificate_date", "skill_level")
CERTIFICATES = ("has_certificate", "has_qualification", "has_skill_level", "has_special_skill")
COURSE = (*OF_COURSE, *CERTIFICATES, *OF_CERTIFICATE)
"""What a new course begins anew: nobody has its certificate yet."""


class Learning:
    """Training and certificates."""

    is_trained = YesNo(
        "参加职业技能培训了吗？",
        "参加培训",
        hint="岗前、转岗、在岗提升、特色专业技能培训都算。",
        renews=COURSE,
    )
    is_trained_here = YesNo("在{place}参加职业技能培训了吗？", "在当地参加培训", renews=COURSE)
    is_trained_by_home = YesNo(
        "培训是户籍所在区县的人社局组织的吗？",
        "户籍地人社局培训",
        hint="如万州区人社局组织的特色专业技能、岗前、岗位技能提升培训；企业自己组织的不算。参加过两次培训的，分两次测算。",
        is_fixed=True,
    )
    employer_ran_training = YesNo(
        "培训是用人单位组织开展的吗？",
        "用人单位开展培训",
        hint="用人单位自己办、或者委托机构办的都算；政府购买的、本人自己报名的不算。参加过两次培训的，分两次测算。",
        is_fixed=True,
    )
    training_start = Day("培训哪一天开始？", "培训开始日期")
    training_days = Count(
        "实际培训几天？", "培训天数", hint="以工代训的天数另填。", unit="天", most=3_660, is_fixed=True
    )
    passed_training = YesNo("培训合格了吗？", "培训合格", is_fixed=True)
    is_work_as_training = YesNo(
        "用人单位开展以工代训了吗？",
        "以工代训",
        hint="即以在岗工作代替培训；另外开班的培训不算。",
        renews=("work_as_training_start", "work_as_training_days"),
    )
    work_as_training_start = Day("以工代训哪一天开始？", "以工代训开始日期")
    work_as_training_days = Count(
        "以工代训开展了几天？", "以工代训天数", hint="没有开展填 0。", unit="天", most=3_660, is_fixed=True
    )
    has_certificate = YesNo(
        "取得相应证书了吗？",
        "取得证书",
        hint="培训合格证书、职业资格证书、职业技能等级证书、专项职业能力证书等，有一种就选“是”；哪一项补贴认哪几种，看那一项的说明。",
        renews=OF_CERTIFICATE,
    )
    has_qualification = YesNo(
        "取得国家职业资格证书了吗？",
        "取得职业资格证书",
        hint="培训合格证书、职业技能等级证书、专项职业能力证书不算。",
        renews=OF_CERTIFICATE,
    )
    has_skill_level = YesNo(
        "取得职业技能等级证书了吗？",
        "取得技能等级证书",
        hint="培训合格证书、国家职业资格证书不算。",
        renews=OF_CERTIFICATE,
    )
    has_special_skill = YesNo("取得专项职业能力证书了吗？", "取得专项能力证书", renews=OF_CERTIFICATE)
    certificate_date = Day("哪一天取得证书？", "取证日期")
    skill_level = Choice("证书是什么等级？", "证书等级", options=LEVELS, aliases=CALLED, is_fixed=True)
    unemployment_insurance_months = ask_months("参加失业保险累计几个月？", "失业保险月数", grows_alone=True)
    training_mode = Choice(
        "培训是谁选定、谁购买的？",
        "培训方式",
        options={
            "own-choice": "本人自主选择培训机构",
            "government": "政府购买、机构或企业承担",
            "employer": "用人单位自己组织开展",
        },
        is_fixed=True,
    )
    is_training_task_done = YesNo("培训任务完成了吗？", "培训任务完成")
    is_school_term_passed = YesNo(
        "在技工院校参加 1 个学期培训并且合格了吗？", "技工院校学期培训合格", renews=("training_start", "training_days")
    )
    is_listed_trade = YesNo(
        "考核的是自治区列出的 18 个专项职业工种之一吗？",
        "专项工种",
        hint="如挖掘机操作、装载机操作、宁夏特色小吃制作、刺绣品制作、手工编织、剪纸。",
    )
