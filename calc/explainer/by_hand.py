"""Render conditions for paper, as lines to tick."""

from htpy import Element, Node, li, span, ul

from calc.rules.condition import Condition
from calc.rules.printed import Tick

BOX = span(aria_hidden="true")["□"]


def tick(condition: Condition) -> Node:
    """Render a condition as lines to tick."""
    return [_render_tick(line) for line in condition.list_ticks()]


def _render_tick(line: Tick) -> Element:
    below = ul(".paper-ticks")[(_render_tick(part) for part in line.parts)] if line.parts else None
    return li[BOX, f" {line.text}", below]
