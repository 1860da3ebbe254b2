"""Render the changelog: entry by entry what changed, in which provision, and for whom."""

from htpy import Element, Node, div, h2, p

from calc.parts.tables import render_row, render_scrolled
from calc.parts.wording import add_clause
from calc.proof.changelog import Change, Changelog, Entry

COLUMNS = ("地区", "条款", "给谁", "怎样变")


def render_changelog(changelog: Changelog) -> Element:
    """Render all entries, newest first."""
    return div[(_render_entry(entry) for entry in changelog.entries)]


def _render_entry(entry: Entry) -> Node:
    name = f"{entry.date}，计算器 {entry.version}"
    changes = (_render_change(f"{name}：第 {place} 处", change) for place, change in enumerate(entry.changes, 1))
    return [h2(id=f"v{entry.version}-{entry.date}")[name], changes]


def _render_change(name: str, change: Change) -> Node:
    """Render the reason, and the provisions that changed; a table's name is for those who do not see it."""
    rows = [
        render_row(line.region, add_clause(line.title, line.clause) if line.clause else line.title, line.whom, line.how)
        for line in change.lines
    ]
    return [p[change.says], render_scrolled(COLUMNS, rows, name) if rows else None]
