"""Who plans finds the planning page where targets, a budget, or an office's money stand."""

from calc.explainer.planning_link import PLANNING, lead_to_planning
from calc.policies import POLICIES
from calc.rules.payees import Nature


def test_plans_budgets_and_what_offices_get_lead_to_the_planning_page() -> None:
    leading = {
        (policy.id, provision.id): str(link)
        for policy in POLICIES.values()
        for provision in policy.provisions
        if (link := lead_to_planning(policy, provision))
    }
    planned = {
        (policy.id, item.id) for policy in POLICIES.values() for item in policy.provisions if item.nature is Nature.PLAN
    }
    assert leading.keys() == planned | {("zhongshan", "dispatch-subsidy")}
    assert all(f'href="{PLANNING}"' in html for html in leading.values())
    for provision in ("budget", "dispatch-subsidy"):
        assert "按您的人数算预算" in leading["zhongshan", provision]
