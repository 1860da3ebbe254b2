"""What tests know of Ningxia, from its text."""

from calc.rules.provision import UNTOLD
from tests.asking import POOR

FUNDS = "就业补助资金"
NO_FUND = "文件未写明资金来源"
CARDS = f"""
    transport-subsidy | （一） | cash | worker | {FUNDS}
    carrier-subsidy | （二） | cash | carrier | {FUNDS}
    incubator-award | （三） | cash | park | {FUNDS}
    agent-subsidy | （四） | cash | agent | {FUNDS}
    broker-insurance | （四） | referenced | agent | {FUNDS}
    employer-insurance-subsidy | （五） | rate | employer | {FUNDS}
    employer-training | （五） | referenced | employer ? | {NO_FUND}
    public-post-living | （六） | rate | worker | {FUNDS}
    public-post-insurance | （六） | rate | worker | {FUNDS}
    public-post-higher-tier | （六） | rate | worker | {FUNDS}
    public-post-accident | （六） | service | worker | {FUNDS}
    startup-subsidy | （七） | cash | worker | {FUNDS}
    startup-credit | （七） | service | family | {NO_FUND}
    startup-training | （七） | service | worker | {NO_FUND}
    training-payee | （八） | referenced | worker or trainer | {NO_FUND}
    outside-employer-training | （九） | referenced | employer ? | 就业专项资金
    outside-employer-insurance | （九） | referenced | employer ? | {FUNDS}
    local-employer-training | （十） | referenced | employer ? | {NO_FUND}
    skill-upgrade | （十） | cash | worker | 失业保险金
    two-graduates | （十一） | cash | family ? | {FUNDS}、财政专项扶贫资金
    two-graduates-fees | （十一） | service | family ? | {NO_FUND}
    special-skill-appraisal | （十二） | service | worker | {NO_FUND}
    unemployment-registration | （十三） | service | worker
    public-service | （十三） | service | authority ?
    data | （十四） | service | authority ?
    rights | （十五） | service | authority ?
    conduct | （十六） | service | authority ?
    publicity | （十七） | service | authority ?
"""
EVIDENCE = {
    "transport-subsidy": "社会保险缴费凭证、用工单位出具的工资证明",
}
OUTSIDE = "由我区劳动者户籍所在地人力资源社会保障部门和财政部门"
OFFICES = {
    "incubator-award": "由所在地级市…由自治区",
    "outside-employer-training": OUTSIDE,
    "outside-employer-insurance": OUTSIDE,
    "unemployment-registration": "在城镇常住地街道（社区）",
}
LASTS = {"two-graduates": UNTOLD, "two-graduates-fees": UNTOLD}
ABOUT = frozenset({"home", "is_registered_poor"})
JUDGED = frozenset(
    {
        ("carrier-subsidy", "is_employer_accepted"),
        ("agent-subsidy", "is_agent_accepted"),
        ("public-post-living", "is_age_relaxed"),
        ("public-post-insurance", "is_age_relaxed"),
        ("public-post-higher-tier", "is_age_relaxed"),
        ("public-post-accident", "is_age_relaxed"),
    }
)
ASKS_PRIVATE = False
FIRST_DAY = "2018年7月1日"
TARGETS: tuple[int, ...] = ()
LADDERS = {
    "transport-subsidy": {**POOR, "home": "ningxia", "work_place": "other-province"},
    "carrier-subsidy": {
        **POOR,
        "home": "ningxia",
        "employer_kind": "workshop",
        "is_in_poor_village": True,
        "is_local_employer": True,
        "months_employed": 12,
    },
    "employer-insurance-subsidy": {
        **POOR,
        "home": "ningxia",
        "employer_kind": "small-enterprise",
        "contract_months": 12,
        "employer_contribution": "800.50",
        "workers_hired": 3,
    },
}
SURE_FOR_WORKER = "0.00"
NO_TWIN = ""
