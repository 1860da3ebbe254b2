"""What is asked about the worker, and how he or she came to the place of work."""

from calc.facts.questions import Choice, Count, Day, YesNo, ask_authority, ask_months, ask_months_since

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
CALLED = {
    "宁夏回族自治区": "ningxia",
    **dict.fromkeys(("万州", "万州区", "重庆万州", "重庆万州区", "重庆市万州"), "wanzhou"),
    **dict.fromkeys(("大关", "大关县", "昭通市大关县", "云南大关", "云南省大关县"), "daguan"),
    "辽宁": "liaoning",
}
PAIRED = "“受帮扶地区”是和浙江省结对的县，四川有马边、金川、小金、马尔康等。拿不准就选“不清楚”。"


class Worker:
    """The worker: who he or she is."""

    home = Choice(
        "劳动者户籍在哪里？",
        "户籍所在地",
        options=HOMES,
        rest="elsewhere",
        aliases=CALLED,
        explained=dict.fromkeys((home for home in HOMES if home.endswith("-paired")), PAIRED),
        is_fixed=True,
    )
    is_registered_poor = YesNo(
        "是建档立卡贫困劳动力吗？", "建档立卡", hint="即本人所在家庭已登记为建档立卡贫困户。", is_fixed=True
    )
    age = Count(
        "劳动者年满多少周岁？",
        "年龄",
        hint="已经安排在公益性岗位的，填安排那天的周岁。",
        unit="周岁",
        most=120,
        is_fixed=True,
    )
    has_disability = YesNo("是有一定劳动能力的残疾人吗？", "残疾且有一定劳动能力", is_fixed=True)
    is_age_relaxed = ask_authority("主管部门已同意放宽年龄吗？", "放宽年龄")
    is_willing_and_able = YesNo("本人愿意并且能够工作吗？", "有就业愿望和能力", is_fixed=True)
    is_willing_to_train = YesNo("本人有劳动能力，并且愿意参加培训吗？", "有劳动能力和培训意愿", is_fixed=True)
    is_two_graduate = YesNo(
        "是贫困家庭的“两后生”吗？", "两后生", hint="初中或高中毕业后没有继续升学的学生。", is_fixed=True
    )
    is_educated_youth = YesNo("是初中、高中、中技（中专）、大学生等知识青年吗？", "知识青年", is_fixed=True)
    is_graduate = YesNo("是贫困家庭的大中专毕业生吗？", "大中专毕业生", is_fixed=True)
    is_resettled = YesNo("是宁夏“十二五”生态移民吗？", "生态移民", hint="劳务移民也算。", is_fixed=True)
    lives_in_town = YesNo("在城镇常住吗？", "城镇常住", is_fixed=True)
    jobless_months = ask_months("已经连续无业几个月？", "无业月数", is_fixed=True)
    cannot_leave_home = YesNo("无法离开家乡外出吗？", "无法离乡", is_fixed=True)
    has_no_business_support = YesNo("没有产业可以扶持吗？", "无业可扶", is_fixed=True)
    has_no_market_job = YesNo("无法通过市场找到工作吗？", "无法市场化就业", is_fixed=True)


class Move:
    """How the worker came to the place of work."""

    first_came = Day("第一次来{place}就业是哪一天？", "首次来就业日期", hint="来创业的，填来创业的那一天。")
    rents_alone = YesNo(
        "在{place}是自己租房住吗？",
        "自行租房",
        hint="住单位宿舍的选“否”；现在已经退租的，也选“是”。",
        renews=("rent_start",),
    )

    rent_start = Day("从哪一天起租房？", "租房起始日")
    still_renting = YesNo("到测算那天仍在租房吗？", "仍在租房", is_fixed=True)
    rent_end = Day("最后租到哪一天？", "退租日期", hint="仍在租的不用填。")
    rent_months = ask_months_since("已经租房满几个月？", "租房月数", counted="来当地以后、政策期内")
