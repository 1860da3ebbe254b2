"""The register of policies, each in the file of its region; everything else goes through POLICIES."""

from collections.abc import Mapping

from calc.policies.dalian import DALIAN
from calc.policies.jining import JINING
from calc.policies.ningxia import NINGXIA
from calc.policies.shaoxing import SHAOXING
from calc.policies.zhongshan import ZHONGSHAN
from calc.rules.policy import Policy, index_policies

POLICIES: Mapping[str, Policy] = index_policies(
    (
        DALIAN,
        NINGXIA,
        ZHONGSHAN,
        SHAOXING,
        JINING,
    )
)
"""In the order of the site."""
