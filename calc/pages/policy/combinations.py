"""Render the best permitted choices among benefits that exclude each other, by each reading."""

from collections.abc import Mapping

from htpy import Element, Node, div, h4, li, p, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.combine import Combination
from calc.engine.outcome import Status
from calc.parts.wording import say_amount
from calc.values.money import Amount


def render_combinations(answer: Answer) -> Node:
    """Render the choices; nothing while none of them concerns the people who ask."""
    findings = {item.finding.provision.id: item.finding for item in answer.provisions}
    told = [item for item in answer.concerned if item.finding.provision.id in answer.rivals]
    if all(item.finding.status is Status.UNKNOWN for item in told):
        return None
    options = answer.combinations
    lead = "不能重复享受，只能选一种：" if len(options) > 1 else "不能重复享受，最划算的是："
    return div(".combinations")[
        h4["不能重复享受的项目"],
        [p[lead], ul[(_render_combination(option, findings) for option in options)]] if options else None,
        (
            [
                p(".reading")[
                    f"{reading.question}这里的读法：{reading.default}。如果按另一种读法（{reading.other}），最好的选择是："
                ],
                ul[(_render_combination(option, findings) for option in others)],
            ]
            for reading, others in answer.combinations_otherwise
        ),
    ]


def _render_combination(option: Combination, findings: Mapping[str, Finding]) -> Element:
    chosen = [findings[name] for name in option.provisions]
    return li["，加上".join(_name(item, item.amount) for item in chosen if item.amount is not None)]


def _name(finding: Finding, amount: Amount) -> str:
    """Name a benefit with its payee, its sum, and its status while it is open."""
    is_open = finding.status is not Status.ELIGIBLE or finding.outcome.missing
    words = (finding.payee.label, say_amount(amount, finding.status), finding.outcome.label if is_open else "")
    return f"{finding.provision.title}（{'，'.join(word for word in words if word)}）"
