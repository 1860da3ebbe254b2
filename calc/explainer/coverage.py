"""What each document's calculation covers: its provisions by nature, and the passages that none of them reads."""

from collections.abc import Mapping, Sequence

from htpy import Element, Node, a, caption, details, div, h3, p, section, span, summary, table, tbody, td, th, thead, tr

from calc.proof.overlooked import Exemption
from calc.rules.payees import Nature
from calc.rules.policy import Policy, Provision

COLUMNS = ("事项", "条款", "怎样处理")


def render_coverage(policies: Mapping[Policy, Sequence[Exemption]]) -> Element:
    """All documents: what is calculated, what is listed, and what is left out with the reason."""
    return div(".coverage")[(_render_policy(policy, exemptions) for policy, exemptions in policies.items())]


def _render_policy(policy: Policy, exemptions: Sequence[Exemption]) -> Element:
    return section[
        h3(id=policy.id)[f"{policy.region}（{policy.number}）"],
        p[_count(policy)],
        _render_table(
            f"{policy.region}：全部事项",
            COLUMNS,
            [tbody[_render_nature(policy, nature)] for nature in Nature if _of_nature(policy, nature)],
        ),
        details[
            summary[f"没有单独计算的原文（{len(exemptions)} 处）"],
            _render_table(
                f"{policy.region}：没有单独计算的原文",
                ("原文", "条款", "为什么不单独计算"),
                tbody[(_render_exemption(exemption) for exemption in exemptions)],
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
    return tr[td[span(".quote")[f"“{exemption.phrase}”"]], td[span(".clause")[exemption.clause]], td[exemption.reason]]


def _render_table(title: str, columns: Sequence[str], body: Node) -> Element:
    return div(".table-scroll", tabindex="0", role="region", aria_label=title)[
        table[caption[title], thead[tr[(th(scope="col")[name] for name in columns)]], body]
    ]
