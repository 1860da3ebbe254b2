"""Render the notes on a provision: the document's silences, and our conventions."""

from htpy import Node, details, li, summary, ul

from calc.engine.assess import Finding


def render_notes(finding: Finding) -> Node:
    """Render notes and conventions in a disclosure of their own."""
    notes, conventions = finding.provision.remarks, finding.conventions
    if not notes and not conventions:
        return None
    return details(".rest")[
        summary["说明和约定"],
        ul[(li[note] for note in notes), (li[f"约定：{item.title}（{item.because}）。"] for item in conventions)],
    ]
