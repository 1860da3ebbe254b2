"""What is asked about whoever brings worker and employer together."""

from calc.facts.questions import Choice, Count, YesNo


class Agent:
    """Whoever brings worker and employer together."""

    agent_kind = Choice(
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
    )
    workers_placed = Count(
        label="组织了多少名建档立卡贫困劳动力就业？",
        short="组织人数",
        hint="只数属于本政策对象、同时满足其他各项条件的人。",
        unit="人",
        more="再组织",
    )
    plan_year = Choice(
        label="哪一年的劳务工作？",
        short="工作年度",
        options={"2017": "2017 年下半年", "2018": "2018 年", "2019": "2019 年"},
        is_fixed=True,
    )
    meets_target = YesNo(label="完成当年的扶贫就业目标了吗？", short="完成年度目标")
    is_entrusted = YesNo(label="是管委会签约委托的劳务机构吗？", short="受委托劳务机构", is_fixed=True)
    broker_sex = Choice(
        label="劳务经纪人的性别？", short="经纪人性别", options={"female": "女", "male": "男"}, is_fixed=True
    )
    broker_age = Count(label="劳务经纪人年满多少周岁？", short="经纪人年龄", unit="周岁", most=120, is_fixed=True)
    joins_employee_insurance = YesNo(label="劳务经纪人自愿参加城镇职工社会保险吗？", short="自愿参加职工社保")
