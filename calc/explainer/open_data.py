"""Render what there is for other programs: the wheel, and each policy's files."""

from collections.abc import Iterable

from htpy import Element, Node, a, code, div, p, pre

from calc.open_data.files import FOLDER, KINDS, WHEEL
from calc.parts.tables import render_row, render_scrolled
from calc.rules.policy import Policy

TOP = f"../{FOLDER}/"


def render_open_data(policies: Iterable[Policy]) -> Element:
    """Render every file of every policy as a link, with the index first."""
    rows = (render_row(policy.region, *(_link_to(policy, kind) for kind in KINDS)) for policy in policies)
    return div[
        p["目录：", a(href=f"{TOP}index.json")[code[f"{FOLDER}/index.json"]], "，里面有下面每个文件的地址。"],
        render_scrolled(("地区", *KINDS.values()), rows, "每份政策的数据"),
    ]


def render_wheel() -> Element:
    """Render the wheel as a link, and the line that installs it."""
    return div[
        p["下载：", a(href=f"{TOP}{WHEEL}", download=True)[WHEEL]],
        pre(tabindex="0")[code[f"pip install {WHEEL}"]],
    ]


def _link_to(policy: Policy, kind: str) -> Node:
    name = f"{policy.id}/{kind}.json"
    return a(href=f"{TOP}{name}")[code[name]]
