"""What is asked about whoever brings worker and employer together."""

from calc.facts.questions import Choice, Choices, Count, Day, YesNo, ask_authority, ask_months_since


class Agent:
    """Whoever brings worker and employer together."""

    agent_kind = Choices(
        "组织就业的机构或个人属于哪几类？可以选几项。",
        "组织者类型",
        hint="符合几项就选几项；列有“劳务中介组织”的，介绍就业的人力资源服务机构也选它。不清楚的可以不选。",
        is_fixed=True,
        rest="other",
        options={
            "labour-agency": "劳务中介组织",
            "broker": "劳务经纪人",
            "hr-agency": "经营性人力资源服务机构",
            "cooperative": "劳务合作社",
            "government": "输出地政府机构",
            "other": "其他",
        },
    )
    workers_placed = Count(
        "组织了多少名建档立卡贫困劳动力就业？",
        "组织人数",
        hint="只数户籍等各项条件都满足的人；到几家用人单位的合在一起数。",
        unit="人",
        more="再组织",
        renews=("placed_on", "job_start", "insured_since"),
        counts_placed=True,
    )
    placed_on = Day(
        "哪一天组织到现在的用人单位就业？",
        "组织到岗日期",
        hint="填到这家单位上岗的那一天；以前在别的单位工作的日子不算。",
    )
    plan_year = Choice(
        "哪一年的劳务工作？",
        "工作年度",
        options={"2017": "2017 年下半年", "2018": "2018 年", "2019": "2019 年"},
        is_fixed=True,
    )
    meets_target = YesNo(
        "完成当年的扶贫就业目标了吗？",
        "完成年度目标",
        hint="年度还没有过完的，按预计能不能完成选。",
        within="plan_year",
    )
    is_paid_anyway = ask_authority("没有完成年度目标，管委会仍同意拨付吗？拨一部分也算同意。", "仍拨付")
    is_entrusted = YesNo("是管委会签约委托的劳务机构吗？", "受委托劳务机构", is_fixed=True)
    broker_sex = Choice("劳务经纪人的性别？", "经纪人性别", options={"female": "女", "male": "男"}, is_fixed=True)
    broker_age = Count("劳务经纪人年满多少周岁？", "经纪人年龄", unit="周岁", most=120, is_fixed=True)
    is_agent_accepted = ask_authority("主管部门认定组织者属于文件所说的机构或个人吗？", "属于所列组织者")
    joins_employee_insurance = YesNo("劳务经纪人自愿参加城镇职工社会保险吗？", "自愿参加职工社保")
    broker_insured_since = Day("劳务经纪人从哪一天起参加城镇职工社会保险？", "经纪人参保起始日")
    broker_still_insured = YesNo("到测算那天，劳务经纪人仍在参加城镇职工社会保险吗？", "经纪人仍在参保", is_fixed=True)
    broker_insured_months = ask_months_since("劳务经纪人参加城镇职工社会保险已经满几个月？", "经纪人参保月数")
