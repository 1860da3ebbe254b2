"""Show what the calculation of each document covers: provisions by nature, and the passages that no provision reads."""

from collections.abc import Mapping

from htpy import Element, Node, a, caption, details, div, h3, p, section, span, summary, table, tbody, td, th, tr

from calc.explainer.standard import quote_phrase
from calc.parts.tables import make_scroll, render_head, render_scrolled
from calc.proof.exemptions import Exemption, parse_exemptions, read_shares
from calc.rules.payees import Nature
from calc.rules.policy import Policy
from calc.rules.provision import Provision

COLUMNS = ("事项", "条款", "怎样处理")


def render_coverage(policies: Mapping[Policy, str]) -> Element:
    """Render for every document what is calculated, what is listed, and what its file of exemptions leaves out."""
    return div(".coverage")[(_render_policy(policy, file) for policy, file in policies.items())]


def _render_policy(policy: Policy, file: str) -> Element:
    exemptions = parse_exemptions(file)
    name = f"{policy.region}：全部事项"
    groups = (tbody[_render_nature(policy, nature)] for nature in Nature if _of_nature(policy, nature))
    return section[
        h3(id=policy.id)[f"{policy.region}（{policy.number}）"],
        p[_count(policy)],
        p[read_shares(file)],
        make_scroll(name, table[caption[name], render_head(COLUMNS), groups]),
        details[
            summary[f"没有单独计算的原文（{len(exemptions)} 处）"],
            render_scrolled(
                ("原文", "条款", "为什么不单独计算"),
                map(_render_exemption, exemptions),
                f"{policy.region}：没有单独计算的原文",
            ),
        ],
    ]


def _count(policy: Policy) -> str:
    counts = ((nature.label, len(_of_nature(policy, nature))) for nature in Nature)
    parts = "；".join(f"{label} {number} 项" for label, number in counts if number)
    return f"共 {len(policy.provisions)} 项：{parts}。"


def _of_nature(policy: Policy, nature: Nature) -> list[Provision]:
    return [item for item in policy.provisions if item.nature is nature]


def _render_nature(policy: Policy, nature: Nature) -> Node:
    return [
        tr[th(scope="rowgroup", colspan=len(COLUMNS))[nature.label]],
        (
            tr[
                td[a(href=f"../policies/{policy.id}/#{item.id}")[item.title]],
                td[span(".clause")[item.clause]],
                td[item.effect.explain()],
            ]
            for item in _of_nature(policy, nature)
        ),
    ]


def _render_exemption(exemption: Exemption) -> Element:
    return tr[td[quote_phrase(exemption.phrase)], td[span(".clause")[exemption.clause]], td[exemption.reason]]
