"""What is asked about a business that the worker founded, and about an incubation park."""

from calc.facts.questions import Choice, Day, YesNo, ask_months_since


class Business:
    """A business that the worker founded."""

    founds_business = YesNo(
        "自己或者与人联合创办了小微企业，或者从事个体经营吗？",
        "创办小微企业或个体经营",
        renews=("business_start", "creates_jobs"),
    )
    creates_jobs = YesNo("创业带动了就业吗？", "带动就业", within="still_in_business")
    business_start = Day("哪一天开始正常经营？", "开业日期")
    still_in_business = YesNo("到测算那天仍在连续正常经营吗？", "仍在经营", is_fixed=True)
    business_months = ask_months_since("已经连续正常经营满几个月？", "经营月数")
    wants_business = YesNo("有创业意愿吗？", "有创业意愿", is_fixed=True)
    has_business_will = YesNo("有较强的创业意愿和能力吗？", "有创业意愿和能力", is_fixed=True)
    has_good_credit = YesNo("信用状况良好吗？", "信用良好", is_fixed=True)
    has_good_project = YesNo("有好的创业项目并且需要较多资金吗？", "有好项目且需资金", is_fixed=True)


class Park:
    """A business incubation park."""

    park_standard = Choice(
        "园区达到哪一级创业孵化示范基地建设标准？",
        "达标级别",
        options={"none": "尚未达标", "prefecture": "地市级", "region": "省（自治区）级", "nation": "国家级"},
        aliases={"自治区级": "region"},
        renews=("park_standard_date",),
    )
    park_standard_date = Day("园区哪一天达标？", "达标日期")
