"""What cannot be had beside a provision, said on each side of the exclusion."""

from htpy import Node, p

from calc.rules.policy import Policy, Provision


def render_exclusion(policy: Policy, provision: Provision) -> Node:
    """The benefits that the text does not pay beside this one, with its phrase; nothing where it has no rival."""
    sentences = [
        f"不能同时享受：{'、'.join(rival.title for rival in rivals)}（“{phrase}”）。"
        for phrase, rivals in policy.rivals_of(provision).items()
    ]
    return [p(".note")[sentence] for sentence in sentences]
