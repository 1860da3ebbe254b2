"""Read the plan and the budget that Zhongshan's document states."""

from collections.abc import Mapping
from fractions import Fraction

from calc.policies.zhongshan import EXPENSES, PLACEMENTS

GOALS = {year: goal for goal in PLACEMENTS.goals for year in goal.years}
"""The goal of each year of the plan."""
_LINES = tuple(line for line in EXPENSES.lines if not line.of)
BUDGET_LINES: Mapping[str, str] = {line.key: line.label for line in _LINES}
DOCUMENT_TABLE: Mapping[int, Mapping[str, Fraction]] = {
    year: {line.key: line.figures[place] for line in _LINES} for place, year in enumerate(EXPENSES.years)
}
"""The figures of the document's budget in yuan, by year and line, the derived ones too."""
DERIVED = frozenset(
    (year, line.key)
    for line in _LINES
    for year, figure in zip(EXPENSES.years, line.figures, strict=True)
    if not line.is_written(figure)
)
"""The figures, by year and line, that the document does not name: they are worked out from its other figures."""
SUBTOTALS = tuple(line for line in EXPENSES.lines if line.of and len(line.of) < len(_LINES) - 1)
"""The sums of some lines that the document names by year."""


def name_document(year: int | None, key: str) -> str:
    """Name what a figure is compared with: the document's own one, or one derived from it."""
    return "推算的数" if (year, key) in DERIVED else "文件"


def name_year(year: int) -> str:
    """Name a year of the plan as the document does: 2017 年下半年."""
    return GOALS[year].say_year(year) if year in GOALS else f"{year} 年"
