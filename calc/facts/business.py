"""What is asked about a business that the worker founded, and about an incubation park."""

from calc.facts.questions import Choice, Count, Day, YesNo


class Business:
    """A business that the worker founded."""

    founds_business = YesNo(
        label="自己或者与人联合创办了小微企业，或者从事个体经营吗？", short="创办小微企业或个体经营"
    )
    creates_jobs = YesNo(label="创业带动了就业吗？", short="带动就业")
    business_start = Day(label="哪一天开始正常经营？", short="开业日期")
    still_in_business = YesNo(label="到测算那天仍在连续正常经营吗？", short="仍在经营")
    business_months = Count(
        label="已经连续正常经营满几个月？",
        short="经营月数",
        hint="只算政策期内的整月。填了开业日期的，可以不填。",
        unit="个月",
        most=600,
    )
    wants_business = YesNo(label="有创业意愿吗？", short="有创业意愿")
    has_business_will = YesNo(label="有较强的创业意愿和能力吗？", short="有创业意愿和能力")
    has_good_credit = YesNo(label="信用状况良好吗？", short="信用良好")
    has_good_project = YesNo(label="有好的创业项目并且需要较多资金吗？", short="有好项目且需资金")


class Park:
    """A business incubation park."""

    park_standard = Choice(
        label="园区达到哪一级创业孵化示范基地建设标准？",
        short="达标级别",
        options={"none": "尚未达标", "prefecture": "地市级", "region": "省（自治区）级", "nation": "国家级"},
        aliases={"自治区级": "region"},
    )
    park_standard_date = Day(label="园区哪一天达标？", short="达标日期")
