"""Render how far a run has got."""

from htpy import Element, button, div, p, progress


def render_progress(done: int = 0, rows: int | None = None, doing: str = "正在算") -> Element:
    """Render the rows done, and the button that stops; without rows nothing runs."""
    if rows is None:
        return div("#roster-progress.roster-progress", tabindex="-1", hidden=True)
    return div("#roster-progress.roster-progress", tabindex="-1")[
        p[f"{doing}：{done:,} / {rows:,} 行"],
        progress(max=str(max(rows, 1)), value=str(done), aria_label="算了多少行"),
        button(".md-button", type="button", data_action="stop")["取消"],
    ]
