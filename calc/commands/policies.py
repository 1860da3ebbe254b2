"""Say which policies there are."""

from calc.policies import POLICIES


def list_policies() -> str:
    """List the policies: id, region, document number, title."""
    return "\n".join(
        f"{policy.id:<10} {policy.region}  {policy.number}  {policy.title}" for policy in POLICIES.values()
    )
