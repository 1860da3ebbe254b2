"""What else there is to know of a provision: the document's silences and how we count."""

from functools import lru_cache

from htpy import details, li, summary, ul
from markupsafe import Markup

from calc.engine.assess import Finding
from calc.rules.conventions import Convention


def render_notes(finding: Finding) -> Markup | None:
    """Notes and conventions in a disclosure of their own."""
    return _render(finding.provision.notes, finding.conventions)


@lru_cache(maxsize=256)
def _render(notes: tuple[str, ...], conventions: tuple[Convention, ...]) -> Markup | None:
    if not notes and not conventions:
        return None
    return Markup(
        details(".rest")[
            summary["说明和约定"],
            ul[(li[note] for note in notes), (li[f"约定：{item.title}（{item.because}）。"] for item in conventions)],
        ]
    )
