"""What tests know of Zhongshan, from its text."""

from tests.asking import POOR

LINE = "培训就业扶贫工作经费"
CARDS = f"""
    placement-plan | 二、四3 | plan | authority
    free-training | 二、三（四）、四4 | service | worker
    agency-staff-subsidy | 四1 | cash | agent | {LINE}
    dispatch-subsidy | 四3 | cash | sender | {LINE}
    employment-subsidy | 四4 | cash | worker | {LINE}
    skill-reward | 四4 | cash | worker | {LINE}
    budget | 四（综上） | plan | authority
"""
EVIDENCE = {
    "dispatch-subsidy": "以参加社会保险为依据",
}
ABOUT = frozenset({"home"})
JUDGED: frozenset[tuple[str, str]] = frozenset()
ASKS_PRIVATE = False
FIRST_DAY = "2017年7月1日"
TARGETS = (150, 300, 750)
LADDERS = {
    "employment-subsidy": {**POOR, "home": "daguan"},
}
SURE_FOR_WORKER = "0.00"
NO_TWIN = ""
