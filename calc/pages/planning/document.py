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
"""The document's own figures in yuan, by year and line."""


def name_year(year: int) -> str:
    """Name a year of the plan as the document does: 2017 年下半年."""
    return GOALS[year].say_year(year) if year in GOALS else f"{year} 年"
