"""What is asked about the job: where, since when, on what terms, and about a public-welfare post."""

from calc.facts.questions import Choice, Count, Day, Money, YesNo


class Job:
    """The job: where, since when, and on what terms."""

    works_here = YesNo(label="在{place}就业吗？", short="在本地就业", hint="指在发布政策的地区工作。")
    work_place = Choice(
        label="在哪里务工？",
        short="务工地点",
        options={
            "own-county": "户籍所在县（市、区）",
            "other-county": "户籍所在省（区、市）内的其他县（市）",
            "other-province": "其他省（区、市）",
        },
        aliases={"宁夏区内其他县（市）": "other-county"},
    )
    job_start = Day(label="从哪一天开始工作？", short="入职日期", hint="在当地换过单位、没有中断的，从第一家算起。")
    still_employed = YesNo(label="到测算那天仍在这里工作吗？", short="仍在职")
    job_end = Day(label="最后工作到哪一天？", short="离职日期", hint="仍在职的不用填。")
    months_employed = Count(
        label="已经稳定工作满几个月？",
        short="在职月数",
        hint="只算政策期内的整月。填了入职日期的，可以不填。",
        unit="个月",
        most=600,
    )
    is_first_job = YesNo(label="是初次就业吗？", short="初次就业", is_fixed=True)
    has_contract = YesNo(label="签订劳动合同了吗？", short="签订合同")
    contract_months = Count(
        label="劳动合同期限是几个月？",
        short="合同月数",
        hint="一年填 12；没有签合同填 0；无固定期限填 600。",
        more="合同期再长",
        unit="个月",
        most=600,
    )
    contract_date = Day(label="哪一天签的劳动合同？", short="合同签订日期")
    is_insured = YesNo(label="依法缴纳各项社会保险了吗？", short="缴纳社保", hint="不是只参加城乡居民保险。")
    insured_since = Day(label="从哪一天起连续缴纳社会保险？", short="连续参保起始日")
    still_insured = YesNo(label="到测算那天仍在缴纳社会保险吗？", short="仍在参保")
    insured_months = Count(
        label="已经连续缴纳社会保险满几个月？",
        short="连续参保月数",
        hint="只算政策期内的整月。填了起始日的，可以不填。",
        unit="个月",
        most=600,
    )
    contribution_months = Count(
        label="在当地依法缴纳社会保险满几个月？",
        short="参保月数",
        hint="只算来当地以后、政策期内的整月。填了起始日的，可以不填。",
        unit="个月",
        most=600,
    )
    is_job_registered = YesNo(label="在当地公共就业人才服务机构办理就业失业登记了吗？", short="就业失业登记")


class PublicPost:
    """A public-welfare post, and figures around it that other authorities publish."""

    holds_public_post = YesNo(label="被安排在公益性岗位吗？", short="在公益性岗位")
    post_start = Day(label="公益性岗位从哪一天上岗？", short="上岗日期")
    still_in_post = YesNo(label="到测算那天仍在这个岗位吗？", short="仍在岗")
    post_end = Day(label="在公益性岗位最后工作到哪一天？", short="离岗日期", hint="仍在岗的不用填。")
    post_months = Count(
        label="在公益性岗位已经满几个月？",
        short="在岗月数",
        hint="只算政策期内的整月。填了上岗日期的，可以不填。",
        unit="个月",
        most=600,
    )

    rural_income = Money(
        label="所在地级市上年度农村常住居民人均可支配收入是多少？",
        short="农村人均收入",
        hint="以统计部门公布的全年数为准。",
        unit="元/年",
    )
    premium_help = Choice(
        label="城乡居民养老和医疗保险，政府已经替本人缴了多少？",
        short="政府代缴情况",
        is_fixed=True,
        options={
            "none": "没有代缴，按二档参保",
            "part": "代缴了一部分",
            "all": "已全额代缴",
            "higher": "没有代缴，本人自愿选了更高档次",
        },
    )
    second_tier_premium = Money(
        label="城乡居民养老和医疗保险二档，一年共缴多少？",
        short="二档缴费",
        hint="以当地社会保险、医疗保险部门公布的标准为准。",
        unit="元/年",
    )
    premium_already_paid = Money(label="其中政府已经代缴多少？", short="政府已代缴", unit="元/年")
