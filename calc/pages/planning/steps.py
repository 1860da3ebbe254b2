"""Say how each line of a budget is reckoned: so many persons, so much for each."""

from collections.abc import Iterable

from htpy import Element, details, h4, li, summary, ul

from calc.pages.planning.budget import BudgetYear
from calc.pages.planning.document import BUDGET_LINES, name_year
from calc.values.money import say_yuan


def render_steps(years: Iterable[BudgetYear]) -> Element:
    """Render the steps of every line, year by year, in a disclosure."""
    return details(".budget-steps")[
        summary["每个数怎样算出来"],
        (
            [
                h4[f"{name_year(year.year)}：共 {say_yuan(year.total)}"],
                ul[(li[f"{label}：{_say_steps(year, key)}"] for key, label in BUDGET_LINES.items())],
            ]
            for year in years
        ),
    ]


def _say_steps(year: BudgetYear, key: str) -> str:
    """Say the parts of a line that count anybody, and their sum: 280 人 × 2,400 元 + 20 人 × 600 元 = 684,000 元."""
    parts = [term.say() for term in year.terms[key] if term.persons]
    amount = say_yuan(year.lines[key])
    return f"{' + '.join(parts)} = {amount}" if parts else amount
