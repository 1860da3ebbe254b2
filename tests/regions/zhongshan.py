"""What tests know of Zhongshan, from its text."""

from tests.asking import POOR

LINE = "培训就业扶贫工作经费"
CARDS = f"""
    placement-plan | 二、四3 | plan | authority
    youth-internship | 二 | service | worker
    job-registration | 三（二）2 | service | worker
    job-information | 三（三） | service | worker
    school-leaver-support | 三（四）1 | service | worker
    free-training | 二、三（四）2 | service | worker
    agency-staff-subsidy | 四1 | cash | agent | {LINE}
    agency-duties | 四2 | service | agent
    dispatch-subsidy | 四3 | cash | sender | {LINE}
    employment-subsidy | 四4 | cash | worker | {LINE}
    free-training-at-work | 四4 | service | worker | {LINE}
    skill-reward | 四4 | cash | worker | {LINE}
    budget | 四（综上） | plan | authority
"""
EVIDENCE: dict[str, str] = {}
OFFICES = {
    "agency-staff-subsidy": (
        "一是火炬开发区管委会与受委托的劳务机构签订协议。双方约定具体的工作要求，安全管理规范，费用支付等"
    ),
    "dispatch-subsidy": "火炬开发区财政将给予昭通当地组织发动的政府机构进行补贴",
}
LASTS: dict[str, str] = {}
ABOUT = frozenset({"home"})
JUDGED = frozenset({("agency-staff-subsidy", "is_paid_anyway")})
ASKS_PRIVATE = False
FIRST_DAY = "2017年7月1日"
TARGETS = (150, 300, 750)
LADDERS = {
    "employment-subsidy": {**POOR, "home": "daguan"},
}
SURE_FOR_WORKER = "0.00"
NO_TWIN = ""
