"""Draw bars beside sums: a sure sum is solid, a possible one is outlined. The sums stand beside them as text."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from htpy import Element, Node, p, rect, span, svg

UNBOUNDED = Fraction(1)
ROOM = Fraction(9, 10)
"""The longest bar with an end stops here, to set it apart from a bar without an end."""
SHADES = 4
"""Neighbours in a stack differ in shade; a gap parts them too."""


def render_bar(sure: Fraction, possible: Fraction | None, scale: Fraction) -> Element:
    """Draw a bar; `possible` is None where it has no upper end, `scale` the largest sum of all bars."""
    solid = _share(sure, scale)
    end = UNBOUNDED if possible is None else _share(possible, scale)
    return svg(".bar", width="100%", height="16", aria_hidden="true", focusable="false")[
        rect(".bar-track", width="100%", height="16"),
        rect(".bar-possible", x="0", y="1", width=_percent(end), height="14") if end > solid else None,
        rect(".bar-sure", width=_percent(solid), height="16") if solid else None,
    ]


def render_progress(share: Fraction) -> Element:
    """Draw how much of a whole is there."""
    return svg(".bar.progress", width="100%", height="12", aria_hidden="true", focusable="false")[
        rect(".bar-possible", x="0", y="1", width="100%", height="10"),
        rect(".bar-sure", width=_percent(share), height="12"),
    ]


def render_stack(sums: Sequence[Fraction]) -> Element:
    """Draw the parts of a sum side by side, each in the shade of its sample."""
    whole = sum(sums, Fraction(0))
    starts = (Fraction(0), *accumulate(sums))
    return svg(".bar.stack", width="100%", height="16", aria_hidden="true", focusable="false")[
        (
            rect(_shade(place), x=_percent(start / whole), width=_percent(each / whole), height="16")
            for place, (start, each) in enumerate(zip(starts, sums, strict=False))
        )
    ]


def render_sample(place: int) -> Node:
    """Show the shade of the part of a sum at some place."""
    return svg(".bar-sample", width="16", height="16", aria_hidden="true", focusable="false")[
        rect(_shade(place), width="16", height="16")
    ]


def render_key(sure: str, possible: str) -> Element:
    """Explain the solid and the outlined bar."""
    return p(".bar-key.hint")[
        svg(".bar-sample", width="24", height="12", aria_hidden="true", focusable="false")[
            rect(".bar-sure", width="24", height="12")
        ],
        span[sure],
        svg(".bar-sample", width="24", height="12", aria_hidden="true", focusable="false")[
            rect(".bar-possible", x="1", y="1", width="22", height="10")
        ],
        span[possible],
    ]


def _shade(place: int) -> str:
    return f".bar-part.bar-part-{place % SHADES}"


def _share(amount: Fraction, scale: Fraction) -> Fraction:
    return ROOM * amount / scale if scale else Fraction(0)


def _percent(share: Fraction) -> str:
    hundredths = int(share * 10_000)
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
