"""Render the calculator for a frame on another site."""

from htpy import Element, a, div, h1, h2, p

from calc.pages.policy.calculator import render_calculator
from calc.parts.wording import mark_expired
from calc.rules.policy import Policy
from calc.values.dates import spell_date


def render_embed(policy: Policy, runtime: str) -> Element:
    """Render the content of the frame: the document's name, the calculator, and the link to the whole page."""
    full = f"../../policies/{policy.id}/"
    return div(".embed", data_policy=policy.id)[
        h1[f"{policy.region}就业帮扶补贴测算"],
        h2(".visually-hidden")["测算"],
        render_calculator(policy, runtime, has_text=False),
        p(".embed-source")[
            f"依据：{policy.title}（{policy.number}） ",
            [mark_expired(policy), f" 执行至 {spell_date(policy.term.end)}"] if policy.term.end else None,
        ],
        p[
            a(".embed-whole", href=full, target="_blank", rel="noopener")[
                "条款说明和算例，请看完整页面（在新窗口打开）"
            ]
        ],
    ]
