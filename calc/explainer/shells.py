"""Render the check values of the pages that can be saved."""

from htpy import Element, code

from calc.parts.offline import OTHER_PAGES, ROSTER, name_page
from calc.parts.tables import render_row, render_scrolled
from calc.policies import POLICIES


def render_shells() -> Element:
    """Render the table of check values; building/offline.py fills them in."""
    pages = (*POLICIES, *OTHER_PAGES, *(f"{ROSTER}{policy}" for policy in POLICIES))
    rows = (render_row(name_page(page), code(".fingerprint", data_shell=page)) for page in pages)
    return render_scrolled(("页面", "校验值（SHA-256）"), rows, "离线版的校验值")
