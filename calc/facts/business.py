"""What is asked about a business that the worker founded, and about an incubation park."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel

from calc.facts.questions import Choice, Count, Day, YesNo


class Business(BaseModel):
    """A business that the worker founded."""

    founds_business: Annotated[
        bool | None,
        YesNo(label="自己或者与人联合创办了小微企业，或者从事个体经营吗？", short="创办小微企业或个体经营"),
    ] = None
    creates_jobs: Annotated[bool | None, YesNo(label="创业带动了就业吗？", short="带动就业")] = None
    business_start: Annotated[date | None, Day(label="哪一天开始正常经营？", short="开业日期")] = None
    still_in_business: Annotated[bool | None, YesNo(label="到测算那天仍在连续正常经营吗？", short="仍在经营")] = None
    business_months: Annotated[
        int | None,
        Count(
            label="已经连续正常经营满几个月？",
            short="经营月数",
            hint="只算政策期内的整月。填了开业日期的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    wants_business: Annotated[bool | None, YesNo(label="有创业意愿吗？", short="有创业意愿")] = None
    has_business_will: Annotated[bool | None, YesNo(label="有较强的创业意愿和能力吗？", short="有创业意愿和能力")] = (
        None
    )
    has_good_credit: Annotated[bool | None, YesNo(label="信用状况良好吗？", short="信用良好")] = None
    has_good_project: Annotated[
        bool | None, YesNo(label="有好的创业项目并且需要较多资金吗？", short="有好项目且需资金")
    ] = None


class Park(BaseModel):
    """A business incubation park."""

    park_standard: Annotated[
        str | None,
        Choice(
            label="园区达到哪一级创业孵化示范基地建设标准？",
            short="达标级别",
            options={
                "none": "尚未达标",
                "prefecture": "地市级",
                "region": "省（自治区）级",
                "nation": "国家级",
            },
            aliases={"自治区级": "region"},
        ),
    ] = None
    park_standard_date: Annotated[date | None, Day(label="园区哪一天达标？", short="达标日期")] = None
