"""Lead from a policy's page to the planning page."""

from htpy import Element, Node, a, p

from calc.rules.payees import Nature, Payee
from calc.rules.plans import Budget
from calc.rules.policy import Policy
from calc.rules.provision import Provision

PLANNING = "../../planning/"
"""The address of the planning page, from a policy's own."""


def lead_to_planning(policy: Policy, provision: Provision) -> Node:
    """Lead from targets and budgets to where they are reckoned anew; the offices that send people plan too."""
    has_budget = any(isinstance(item.says, Budget) for item in policy.provisions)
    if isinstance(provision.says, Budget) or (has_budget and Payee.SENDER in provision.payees):
        return _link("按您的人数算预算")
    return _link("各地的人数目标放在一起看") if provision.nature is Nature.PLAN else None


def _link(words: str) -> Element:
    return p(".planning")[a(href=PLANNING)[words]]
