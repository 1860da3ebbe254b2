"""What tests know of Shaoxing, from its text."""

from tests.asking import POOR

EITHER = "各区、县（市）对口帮扶资金或就业专项资金"
CARDS = f"""
    placement-plan | 二 | plan | authority
    stable-job-subsidy | 三（一） | cash | worker | {EITHER}
    family-visit-subsidy | 三（一） | cash | worker | {EITHER}
    training-subsidy | 三（二） | cash | worker | {EITHER}
    equal-treatment | 三（三） | referenced | worker | {EITHER}
    social-insurance-subsidy | 三（三） | referenced | employer | {EITHER}
    rent-subsidy | 三（三） | cash | worker | {EITHER}
    agent-subsidy | 三（四） | cash | agent | {EITHER}
    job-fair-subsidy | 三（五） | cash | employer | {EITHER}
    kind-post-subsidy | 三（六） | referenced | employer ? | {EITHER}
    base-award | 三（六） | cash | employer | {EITHER}
    services | 四 | service | worker
"""
EVIDENCE = {"training-subsidy": "职业资格证书"}
OFFICES: dict[str, str] = {}
LASTS: dict[str, str] = {}
ABOUT = frozenset({"home", "is_registered_poor"})
JUDGED = frozenset({("agent-subsidy", "is_agent_accepted")})
ASKS_PRIVATE = False
FIRST_DAY = "2018年1月1日"
TARGETS = (415, 1369, 1784, 346)
LADDERS = {
    "rent-subsidy": {**POOR, "home": "sichuan-paired", "first_came": "2018-01-01", "rents_alone": True},
}
SURE_FOR_WORKER = "0.00"
NO_TWIN = ""
