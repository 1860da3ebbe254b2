"""List every page that calculates, by the name in its HTML."""

from collections.abc import Mapping

from calc.pages.compare.page import ComparePage
from calc.pages.page import Page
from calc.pages.planning.page import PlanningPage
from calc.pages.policy.page import PolicyPage
from calc.policies import POLICIES

PAGES: Mapping[str, Page] = {
    **{policy.id: PolicyPage(policy) for policy in POLICIES.values()},
    "compare": ComparePage(),
    "planning": PlanningPage(),
}
