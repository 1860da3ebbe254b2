"""Render the planning page's calculator for the build, before Python has loaded, with the document's assumptions."""

from htpy import Element

from calc.pages.planning.assumptions import DOCUMENT_ASSUMPTIONS, DOCUMENT_VALUES
from calc.pages.planning.budget import reckon_budget
from calc.pages.planning.form import render_budget_form
from calc.pages.planning.reading import SiftedAssumptions
from calc.pages.planning.result import render_budget, render_budget_bar
from calc.parts.field import FormState
from calc.parts.shell import render_shell


def render_planning(runtime: str) -> Element:
    """Render the form and the budget in their frame."""
    years = reckon_budget(DOCUMENT_ASSUMPTIONS)
    budget = render_budget(SiftedAssumptions(DOCUMENT_ASSUMPTIONS, {}), years)
    form = render_budget_form(FormState(DOCUMENT_VALUES))
    return render_shell("planning", runtime, form, budget, bar=render_budget_bar(years))
