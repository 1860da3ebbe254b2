"""Render the conventions and the sentences with two readings: every result rests on them."""

from collections.abc import Iterable

from htpy import Element, a, dd, div, dl, dt, h3, li, p, section, span, ul

from calc.rules.conventions import Convention
from calc.rules.policy import Policy
from calc.rules.reading import Reading


def render_conventions(conventions: Iterable[Convention]) -> Element:
    """Render all conventions with their reasons."""
    return dl(".conventions")[
        ((dt(id=item.id)[item.title], dd[item.text, " ", span(".clause")[item.because]]) for item in conventions)
    ]


def render_readings(policies: Iterable[Policy]) -> Element:
    """Render all doubts by region, each with both readings and the provisions concerned."""
    return div(".readings")[
        (
            section[
                h3[f"{policy.region}（{policy.number}）"],
                (_render_reading(policy, reading) for reading in policy.readings),
            ]
            for policy in policies
            if policy.readings
        )
    ]


def _render_reading(policy: Policy, reading: Reading) -> Element:
    touched = [item for item in policy.provisions if reading in item.readings]
    return div(".reading", id=f"{policy.id}-{reading.id}")[
        p[reading.question],
        ul[li[f"本计算器的读法：{reading.default}。"], li[f"另一种读法：{reading.other}。"]],
        p(".hint")[
            "涉及：",
            [[a(href=f"../policies/{policy.id}/#{item.id}")[item.title], "　"] for item in touched] or "全部条款",
        ],
    ]
