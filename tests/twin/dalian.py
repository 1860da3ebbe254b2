"""Dalian, 2018-05-08: the one provision that names a sum."""

from datetime import date

from tests.twin.plain import Facts, Sum, exact, is_one_of

FIRST_DAY = date(2018, 5, 8)  # the day of issue; the document names no other day and no end


def agent_subsidy(facts: Facts) -> Sum | None:
    """二（一）2: 200 per person."""
    # 经营性人力资源服务机构或劳务经纪人
    if not is_one_of(facts["agent_kind"], "hr-agency", "broker"):
        return None
    # 贫困劳动力
    if not facts["is_registered_poor"]:
        return None
    # 到我市企业就业
    if not facts["works_here"]:
        return None
    if not facts["is_enterprise"]:
        return None
    # 组织…到我市企业就业: the day on which they were brought to that enterprise, whatever they worked at before
    if facts["placed_on"] < FIRST_DAY:
        return None
    if facts["workers_placed"] == 0:
        return None
    return exact(200 * facts["workers_placed"])


RULES = {"agent-subsidy": agent_subsidy}
