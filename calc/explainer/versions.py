"""Name the parts of this copy of the site: the calculator, the declarations, and other people's software."""

import os
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, timezone

from htpy import Element, a, code, div, dl, p

from calc.explainer.software import CRATE, Part
from calc.parts.tables import render_row, render_scrolled, render_terms
from calc.rules.policy import FINGERPRINT_SHOWN, Policy
from calc.version import VERSION

BEIJING = timezone(timedelta(hours=8))
LICENCES = "../licences/"
NOT_NAMED = "没有写"


def say_published() -> str:
    """Say in Beijing time, as government sites write it, when what is published was last changed."""
    return datetime.fromtimestamp(find_moment(), BEIJING).strftime("%Y-%m-%d %H:%M")


def find_moment() -> int:
    """When what is published was last changed.

    The build is told the last commit's time, so that the same sources give the same pages.
    """
    return int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))


def render_published() -> Element:
    """Render the version and when it was last changed."""
    return dl[render_terms((("计算器版本", VERSION), ("最后修改", f"{say_published()}（北京时间）")))]


def render_versions(policies: Iterable[Policy]) -> Element:
    """Render the calculator's version and the fingerprint of each policy's declarations."""
    rows = (render_row(policy.region, policy.number, code(".fingerprint")[policy.fingerprint]) for policy in policies)
    return div[
        p[f"测算结果和打印件上写的是指纹的前 {FINGERPRINT_SHOWN} 位。"],
        render_scrolled(("地区", "文件", "条款指纹（SHA-256）"), rows, f"计算器 {VERSION}：条款的指纹"),
    ]


def render_parts(parts: Iterable[Part]) -> Element:
    """Render other people's software with its licences; the crates of one package are one row."""
    listed = tuple(parts)
    crates = [part for part in listed if part.kind == CRATE]
    packages = (part for part in listed if part.kind != CRATE)
    rows = (_render_part(part, [crate for crate in crates if crate.inside == part.name]) for part in packages)
    return render_scrolled(("名称", "版本", "许可", "用途", "许可全文", "源代码"), rows, "用到的软件")


def _render_part(part: Part, crates: Sequence[Part]) -> Element:
    name = f"{part.name}（在 {part.inside} 里）" if part.inside else part.name
    licence = [part.licence, f"，和 {len(crates)} 个 Rust 库：{_join_licences(crates)}" if crates else None]
    texts = [[" " if place else "", a(href=f"{LICENCES}{text}")[text]] for place, text in enumerate(part.texts)]
    source = a(href=part.source)[f"{part.name} 的源代码"] if part.source else NOT_NAMED
    version = part.version or f"随 {part.inside}"
    return render_row(name, version, licence, part.use, texts, source)


def _join_licences(parts: Iterable[Part]) -> str:
    return "；".join(sorted({part.licence for part in parts}))
