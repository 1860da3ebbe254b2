"""What is asked about training and certificates."""

from calc.facts.questions import Choice, Count, Day, YesNo

LEVELS = {
    "junior": "初级（五级）",
    "intermediate": "中级（四级）",
    "senior": "高级（三级）",
    "technician": "技师（二级）",
    "senior-technician": "高级技师（一级）",
}


class Learning:
    """Training and certificates."""

    is_trained = YesNo(
        label="参加职业技能培训了吗？", short="参加培训", hint="岗前、转岗、在岗提升、特色专业技能培训都算。"
    )
    is_trained_here = YesNo(label="在{place}参加职业技能培训了吗？", short="在当地参加培训")
    is_trained_by_home = YesNo(
        label="培训是户籍所在区县的人社局组织的吗？",
        short="户籍地人社局培训",
        hint="如万州区人社局组织的特色专业技能、岗前、岗位技能提升培训；企业自己组织的不算。",
    )
    training_start = Day(label="培训哪一天开始？", short="培训开始日期")
    training_days = Count(label="实际培训几天？", short="培训天数", unit="天", most=3_660)
    has_certificate = YesNo(
        label="取得相应证书了吗？", short="取得证书", hint="培训合格证书、职业资格证书、技能等级证书等都算。"
    )
    has_qualification = YesNo(
        label="取得国家职业资格证书，或者政策认可的职业技能等级证书了吗？",
        short="取得职业资格证书",
        hint="认可哪种证书，以条款写的为准；培训合格证书不算。",
    )
    certificate_date = Day(label="哪一天取得证书？", short="取证日期")
    skill_level = Choice(label="证书是什么等级？", short="证书等级", options=LEVELS, is_fixed=True)
    unemployment_insurance_months = Count(label="参加失业保险累计几个月？", short="失业保险月数", unit="个月", most=600)
    training_mode = Choice(
        label="培训是谁选定、谁购买的？",
        short="培训方式",
        options={"own-choice": "本人自主选择培训机构", "government": "政府购买、机构或企业承担"},
    )
    is_training_task_done = YesNo(label="培训任务完成了吗？", short="培训任务完成")
    is_school_term_passed = YesNo(label="在技工院校参加 1 个学期培训并且合格了吗？", short="技工院校学期培训合格")
    is_listed_trade = YesNo(
        label="考核的是自治区列出的 18 个专项职业工种之一吗？",
        short="专项工种",
        hint="如挖掘机操作、装载机操作、宁夏特色小吃制作、刺绣品制作、手工编织、剪纸。",
    )
