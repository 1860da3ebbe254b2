"""Render the form for the assumptions of a budget, year by year."""

import json

from htpy import Element, Node, button, div, fieldset, form, legend

from calc.facts.questions import Question
from calc.pages.planning.assumptions import DOCUMENT_ASSUMPTIONS, DOCUMENT_VALUES, QUESTIONS
from calc.pages.planning.document import name_year
from calc.parts.field import FormState, render_question
from calc.parts.form import frame_question


def render_budget_form(state: FormState) -> Element:
    """Render the fields of every year and the buttons."""
    return form("#calculator-form.budget-form", novalidate=True, autocomplete="off")[
        (_ask_year(year, state) for year in DOCUMENT_ASSUMPTIONS),
        div(".budget-buttons")[
            button(".md-button.md-button--primary", type="submit")["计算"],
            button(".md-button", type="button", data_example=json.dumps(dict(DOCUMENT_VALUES)))["回到文件的假设"],
        ],
    ]


def _ask_year(year: int, state: FormState) -> Element:
    return fieldset(".budget-year")[
        legend[name_year(year)],
        (
            frame_question(
                f"{year}-{name}",
                _ask(question, f"{year}.{name}", state),
                is_wrong=f"{year}.{name}" in state.errors,
            )
            for name, question in QUESTIONS.items()
        ),
    ]


def _ask(question: Question, name: str, state: FormState) -> Node:
    return render_question(question, name, question.label, {}, state.values, state.note(name))
