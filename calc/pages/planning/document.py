"""What Zhongshan's document itself says of its plan and its budget."""

from collections.abc import Mapping
from fractions import Fraction

from calc.policies.zhongshan import budget, placement_plan
from calc.rules import Budget, Plan


def _find_plan() -> Plan:
    plan = placement_plan.pays
    if not isinstance(plan, Plan):
        raise TypeError("Zhongshan's placement plan should be a plan")
    return plan


def _find_budget() -> Budget:
    declared = budget.pays
    if not isinstance(declared, Budget):
        raise TypeError("Zhongshan's budget should be a budget")
    return declared


GOALS = {year: goal for goal in _find_plan().goals for year in goal.years}
"""The goal of each year of the plan."""
_LINES = tuple(line for line in _find_budget().lines if not line.of)
BUDGET_LINES: Mapping[str, str] = {line.key: line.label for line in _LINES}
DOCUMENT_TABLE: Mapping[int, Mapping[str, Fraction]] = {
    year: {line.key: line.figures[place] for line in _LINES} for place, year in enumerate(_find_budget().years)
}
"""The document's own figures in yuan, by year and line."""


def name_year(year: int) -> str:
    """A year of the plan as the document names it: 2017 年下半年."""
    goal = GOALS.get(year)
    return goal.label if goal and goal.years == (year,) else f"{year} 年"
