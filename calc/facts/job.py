"""What is asked about the job: where, since when, on what terms, and about a public-welfare post."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel

from calc.facts.questions import Choice, Count, Day, Money, YesNo


class Job(BaseModel):
    """The job: where, since when, and on what terms."""

    works_here: Annotated[
        bool | None, YesNo(label="在{place}就业吗？", short="在本地就业", hint="指在发布政策的地区工作。")
    ] = None
    work_place: Annotated[
        str | None,
        Choice(
            label="在哪里务工？",
            short="务工地点",
            options={
                "own-county": "户籍所在县（市、区）",
                "other-county": "户籍所在省（区、市）内的其他县（市）",
                "other-province": "其他省（区、市）",
            },
            aliases={"宁夏区内其他县（市）": "other-county"},
        ),
    ] = None
    job_start: Annotated[
        date | None,
        Day(
            label="从哪一天开始工作？",
            short="入职日期",
            hint="在当地换过单位、没有中断的，从第一家算起。",
        ),
    ] = None
    still_employed: Annotated[bool | None, YesNo(label="到测算那天仍在这里工作吗？", short="仍在职")] = None
    job_end: Annotated[date | None, Day(label="最后工作到哪一天？", short="离职日期", hint="仍在职的不用填。")] = None
    months_employed: Annotated[
        int | None,
        Count(
            label="已经稳定工作满几个月？",
            short="在职月数",
            hint="只算政策期内的整月。填了入职日期的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    is_first_job: Annotated[bool | None, YesNo(label="是初次就业吗？", short="初次就业", is_fixed=True)] = None
    has_contract: Annotated[bool | None, YesNo(label="签订劳动合同了吗？", short="签订合同")] = None
    contract_months: Annotated[
        int | None,
        Count(
            label="劳动合同期限是几个月？",
            short="合同月数",
            hint="一年填 12；没有签合同填 0；无固定期限填 600。",
            more="合同期再长",
            unit="个月",
            most=600,
        ),
    ] = None
    contract_date: Annotated[date | None, Day(label="哪一天签的劳动合同？", short="合同签订日期")] = None
    is_insured: Annotated[
        bool | None,
        YesNo(label="依法缴纳各项社会保险了吗？", short="缴纳社保", hint="不是只参加城乡居民保险。"),
    ] = None
    insured_since: Annotated[date | None, Day(label="从哪一天起连续缴纳社会保险？", short="连续参保起始日")] = None
    still_insured: Annotated[bool | None, YesNo(label="到测算那天仍在缴纳社会保险吗？", short="仍在参保")] = None
    insured_months: Annotated[
        int | None,
        Count(
            label="已经连续缴纳社会保险满几个月？",
            short="连续参保月数",
            hint="只算政策期内的整月。填了起始日的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    contribution_months: Annotated[
        int | None,
        Count(
            label="在当地依法缴纳社会保险满几个月？",
            short="参保月数",
            hint="只算来当地以后、政策期内的整月。填了起始日的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None
    is_job_registered: Annotated[
        bool | None,
        YesNo(label="在当地公共就业人才服务机构办理就业失业登记了吗？", short="就业失业登记"),
    ] = None


class PublicPost(BaseModel):
    """A public-welfare post, and figures around it that other authorities publish."""

    holds_public_post: Annotated[bool | None, YesNo(label="被安排在公益性岗位吗？", short="在公益性岗位")] = None
    post_start: Annotated[date | None, Day(label="公益性岗位从哪一天上岗？", short="上岗日期")] = None
    still_in_post: Annotated[bool | None, YesNo(label="到测算那天仍在这个岗位吗？", short="仍在岗")] = None
    post_end: Annotated[
        date | None, Day(label="在公益性岗位最后工作到哪一天？", short="离岗日期", hint="仍在岗的不用填。")
    ] = None
    post_months: Annotated[
        int | None,
        Count(
            label="在公益性岗位已经满几个月？",
            short="在岗月数",
            hint="只算政策期内的整月。填了上岗日期的，可以不填。",
            unit="个月",
            most=600,
        ),
    ] = None

    rural_income: Annotated[
        Decimal | None,
        Money(
            label="所在地级市上年度农村常住居民人均可支配收入是多少？",
            short="农村人均收入",
            hint="以统计部门公布的全年数为准。",
            unit="元/年",
        ),
    ] = None
    premium_help: Annotated[
        str | None,
        Choice(
            label="城乡居民养老和医疗保险，政府已经替本人缴了多少？",
            short="政府代缴情况",
            is_fixed=True,
            options={
                "none": "没有代缴，按二档参保",
                "part": "代缴了一部分",
                "all": "已全额代缴",
                "higher": "没有代缴，本人自愿选了更高档次",
            },
        ),
    ] = None
    second_tier_premium: Annotated[
        Decimal | None,
        Money(
            label="城乡居民养老和医疗保险二档，一年共缴多少？",
            short="二档缴费",
            hint="以当地社会保险、医疗保险部门公布的标准为准。",
            unit="元/年",
        ),
    ] = None
    premium_already_paid: Annotated[
        Decimal | None,
        Money(label="其中政府已经代缴多少？", short="政府已代缴", unit="元/年"),
    ] = None
