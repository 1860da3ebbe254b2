"""Name the rivals of a provision, on each side of an exclusion."""

from collections.abc import Iterator

from htpy import Node, p

from calc.rules.policy import Policy
from calc.rules.provision import Provision


def render_exclusion(policy: Policy, provision: Provision) -> Node:
    """Name the benefits that the text does not pay beside this one; nothing without a rival."""
    return [p(".note")[sentence] for sentence in say_exclusions(policy, provision)]


def say_exclusions(policy: Policy, provision: Provision) -> Iterator[str]:
    """Say what the text does not pay beside a provision, with its phrase, here and in other documents."""
    for phrase, rivals in policy.rivals_of(provision).items():
        yield f"不能同时享受：{'、'.join(rival.title for rival in rivals)}（“{phrase}”）。"
    if (excludes := provision.excludes) and excludes.outside:
        outside = "、".join(excludes.outside)
        yield f"不能同时享受：{outside}（“{excludes.phrase}”）。那不在本文件里，这里没有计算，请自行核对。"
