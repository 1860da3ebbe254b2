"""What is asked about the job: where, since when, on what terms, and about a public-welfare post."""

from calc.facts.questions import Choice, Day, Money, YesNo, ask_months, ask_months_since

TERMS = (
    *("has_contract", "contract_months", "contract_date", "is_job_registered"),
    *("is_insured", "is_fully_insured", "insured_since"),
)
"""What a new job agrees anew."""
INTERRUPTED = "中间断过的，不填日期，填月数。"


def _ask_rural_income(year: int) -> Money:
    """Ask what the farmers of the place had to spend in a year."""
    return Money(
        f"所在地级市 {year} 年农村常住居民人均可支配收入是多少？",
        f"{year}年农村人均收入",
        hint="以统计部门公布的全年数为准。",
        unit="元/年",
    )


class Job:
    """The job: where, since when, and on what terms."""

    works_here = YesNo(
        "在{place}就业吗？",
        "在本地就业",
        hint="指在发布政策的地区工作；曾在当地工作、现已离开的，也选“是”。",
        denied="还没有在本地就业",
        renews=("job_start", *TERMS),
    )
    work_place = Choice(
        "在哪里务工？",
        "务工地点",
        options={
            "own-county": "户籍所在县（市、区）",
            "other-county": "户籍所在省（区、市）内的其他县（市）",
            "other-province": "其他省（区、市）",
        },
        aliases={"宁夏区内其他县（市）": "other-county"},
        renews=("job_start", *TERMS),
    )
    job_start = Day(
        "从哪一天开始工作？",
        "入职日期",
        hint="在当地换过单位、中间没有停的，写第一家的日子；替单位、中介来问的，写到这家单位的日子。",
    )
    still_employed = YesNo("到测算那天仍在这里工作吗？", "仍在职", is_fixed=True)
    job_end = Day("最后工作到哪一天？", "离职日期", hint="仍在职的不用填。")
    months_employed = ask_months_since("已经连续稳定工作满几个月？", "在职月数", counted="政策期内、中间没有中断")
    is_first_job = YesNo("是初次就业吗？", "初次就业", is_fixed=True)
    has_contract = YesNo("签订劳动合同了吗？", "签订合同", renews=("contract_date",), within="still_employed")
    contract_months = ask_months(
        "劳动合同期限是几个月？",
        "合同月数",
        hint="一年填 12；没有签合同填 0；无固定期限填 600。",
        more="合同期再长",
        within="still_employed",
    )
    contract_date = Day("哪一天签的劳动合同？", "合同签订日期")
    is_insured = YesNo(
        "依法缴纳社会保险了吗？",
        "缴纳社保",
        hint="不是只参加城乡居民保险。",
        renews=("insured_since",),
        within="still_employed",
    )
    is_fully_insured = YesNo(
        "依法缴纳各项社会保险了吗？",
        "缴纳各项社保",
        hint="养老、医疗、失业、工伤、生育保险都缴纳了，才选“是”。",
        within="still_employed",
    )
    insured_since = Day("从哪一天起连续缴纳社会保险？", "连续参保起始日")
    still_insured = YesNo(
        "到测算那天仍在缴纳社会保险吗？", "仍在参保", renews=("insured_since",), within="still_employed"
    )
    insured_months = ask_months_since(
        "在这家用人单位已经连续缴纳社会保险满几个月？", "连续参保月数", counted="在这家用人单位、政策期内"
    )
    contribution_months = ask_months_since(
        "在当地依法缴纳社会保险满几个月？",
        "参保月数",
        counted="来当地以后、政策期内",
        also=INTERRUPTED,
    )
    job_contribution_months = ask_months_since(
        "在这家用人单位，已经依法缴纳社会保险满几个月？",
        "本单位参保月数",
        counted="在这家用人单位、政策期内",
        also=INTERRUPTED,
    )
    is_job_registered = YesNo(
        "在当地公共就业人才服务机构办理就业失业登记了吗？", "就业失业登记", within="still_employed"
    )


class PublicPost:
    """A public-welfare post, and figures around it that other authorities publish."""

    holds_public_post = YesNo(
        "被安排在公益性岗位吗？",
        "在公益性岗位",
        hint="现在已经离岗的，也选“是”。",
        renews=("post_start",),
        hangs_on="政府安排了公益性岗位的才有；没有人安排过的，没有这一项",
    )
    is_home_post = YesNo("公益性岗位是户籍所在区县的人社局开发的吗？", "户籍地人社局开发的岗位", is_fixed=True)
    post_start = Day("公益性岗位从哪一天上岗？", "上岗日期")
    still_in_post = YesNo("到测算那天仍在这个岗位吗？", "仍在岗", is_fixed=True)
    post_end = Day("在公益性岗位最后工作到哪一天？", "离岗日期", hint="仍在岗的不用填。")
    post_months = ask_months_since("在公益性岗位已经满几个月？", "在岗月数")

    rural_income_2017 = _ask_rural_income(2017)
    rural_income_2018 = _ask_rural_income(2018)
    rural_income_2019 = _ask_rural_income(2019)
    premium_help = Choice(
        "城乡居民养老和医疗保险，政府已经替本人缴了多少？",
        "政府代缴情况",
        hint="本人自愿参加更高档次的，也按二档补助。",
        is_fixed=True,
        options={"none": "没有代缴", "part": "代缴了一部分", "all": "已全额代缴"},
        aliases={
            "higher": "none",
            "没有代缴，按二档参保": "none",
            "没有代缴，本人自愿选了更高档次": "none",
        },
    )
    chooses_higher_tier = YesNo(
        "本人自愿参加二档以上的城乡居民养老或医疗保险吗？",
        "自愿参加二档以上",
        hint="指高于二档的档次。",
        denied="没有自愿参加二档以上",
    )
    second_tier_premium = Money(
        "城乡居民养老和医疗保险二档，一年共缴多少？",
        "二档缴费",
        hint="以当地社会保险、医疗保险部门公布的标准为准。",
        unit="元/年",
    )
    premium_already_paid = Money("其中政府已经代缴多少？", "政府已代缴", unit="元/年")
