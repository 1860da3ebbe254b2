"""What tests know of Jining, from its text."""

from tests.asking import POOR

AID = "济宁市援助资金"
FUNDS = "济宁市就业补助资金"
CARDS = f"""
    placement-plan | 一 | plan | authority
    recruitment | 三 | service | authority ?
    travel-meal-subsidy | 四（一）1 | cash | worker | {AID}
    cross-province-subsidy | 四（一）1 | cash | worker | {AID}
    wanzhou-employer-subsidy | 四（一）2 | cash | employer | {AID}
    workshop-construction | 四（一）3 | referenced | carrier | {AID}
    public-post-subsidy | 四（一）4 | cash | worker | {AID}
    training-subsidy-wanzhou | 四（一）5 | referenced | worker ? | {AID}
    training-living-allowance | 四（一）5 | cash | worker | {AID}
    social-insurance-subsidy | 四（二）1 | referenced | employer ? | {FUNDS}
    post-subsidy | 四（二）2 | referenced | employer | {FUNDS}
    employer-training-subsidy | 四（二）3 | cash | employer | {FUNDS}
    training-living-subsidy | 四（二）3 | rate | worker ? | {FUNDS}
    work-as-training | 四（二）4 | cash | employer | {FUNDS}
    base-first-award | 四（二）5 | referenced | carrier | {FUNDS}
    base-award | 四（二）5 | cash | carrier | {FUNDS}
"""
CONTRACT = "劳动合同"
EVIDENCE = {
    "wanzhou-employer-subsidy": CONTRACT,
    "social-insurance-subsidy": CONTRACT,
    "post-subsidy": CONTRACT,
    "employer-training-subsidy": f"{CONTRACT}、相关证书",
    "training-living-subsidy": f"{CONTRACT}、相关证书",
    "work-as-training": CONTRACT,
    "base-first-award": CONTRACT,
    "base-award": CONTRACT,
}
REGISTERED = "经当地公共就业人才服务机构就业失业登记"
WANZHOU = "万州区人社局"
OFFICES = {
    "workshop-construction": "万州区会同当地扶贫办审核认定",
    "public-post-subsidy": WANZHOU,
    "training-subsidy-wanzhou": WANZHOU,
    "training-living-allowance": WANZHOU,
    "social-insurance-subsidy": REGISTERED,
    "post-subsidy": REGISTERED,
    "employer-training-subsidy": REGISTERED,
    "training-living-subsidy": REGISTERED,
    "work-as-training": REGISTERED,
    "base-first-award": REGISTERED,
    "base-award": REGISTERED,
}
LASTS = {
    "training-subsidy-wanzhou": "training_days",
    "training-living-allowance": "training_days",
    "employer-training-subsidy": "training_days certificate_date",
    "training-living-subsidy": "training_days certificate_date",
    "work-as-training": "work_as_training_days",
}
ABOUT = frozenset({"home", "is_registered_poor"})
JUDGED = frozenset({("base-award", "is_effective"), ("wanzhou-employer-subsidy", "is_selected")})
ASKS_PRIVATE = False
FIRST_DAY = "2020年1月1日"
TARGETS = (40, 230, 250, 520)
LADDERS = {
    "cross-province-subsidy": {**POOR, "home": "wanzhou"},
}
SURE_FOR_WORKER = "7500.00"
NO_TWIN = ""
