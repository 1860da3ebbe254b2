"""Name the rivals of a provision, on each side of an exclusion."""

from htpy import Node, p

from calc.rules.policy import Policy
from calc.rules.provision import Provision


def render_exclusion(policy: Policy, provision: Provision) -> Node:
    """Name the benefits that the text does not pay beside this one, with its phrase; nothing without a rival."""
    sentences = [
        f"不能同时享受：{'、'.join(rival.title for rival in rivals)}（“{phrase}”）。"
        for phrase, rivals in policy.rivals_of(provision).items()
    ]
    if (excludes := provision.excludes) and excludes.outside:
        outside = "、".join(excludes.outside)
        sentences.append(f"不能同时享受：{outside}（“{excludes.phrase}”）。那不在本文件里，这里没有计算，请自行核对。")
    return [p(".note")[sentence] for sentence in sentences]
