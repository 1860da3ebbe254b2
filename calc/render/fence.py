"""The one fence of the site's pages: ```calc with a policy and the part of it to show."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from htpy import Node, div

from calc.cases import parse_cases
from calc.policies import POLICIES
from calc.policy import Policy
from calc.render.calculator import render_calculator
from calc.render.card import render_cards, render_header, render_index
from calc.render.home import render_audiences, render_regions

CASES = Path(__file__).parents[2] / "tests" / "cases"
RUNTIME = "../../runtime/"


def format(source: str, *_: Any, **__: Any) -> str:  # noqa: A001 – what a fence's function is called
    """Render one fence, such as "ningxia cards"; raises ValueError for a fence that names nothing there is."""
    words = source.split()
    if words == ["regions"]:
        return str(div(".calc-part")[render_regions(POLICIES.values())])
    if words == ["audiences"]:
        return str(div(".calc-part")[render_audiences(POLICIES.values())])
    if len(words) != 2 or words[0] not in POLICIES or words[1] not in PARTS:
        raise ValueError(f"the fence {source!r} should name one of {[*POLICIES]} and one of {[*PARTS]}")
    return str(div(".calc-part")[PARTS[words[1]](POLICIES[words[0]])])


def _render_cards(policy: Policy) -> Node:
    cases = parse_cases((CASES / f"{policy.id}.md").read_text(encoding="utf-8"))
    return render_cards(policy, cases)


PARTS: dict[str, Callable[[Policy], Node]] = {
    "header": render_header,
    "index": render_index,
    "calculator": lambda policy: render_calculator(policy, RUNTIME),
    "cards": _render_cards,
}
