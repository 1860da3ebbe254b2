"""Render all answers given, each with a link back to its question."""

from collections.abc import Collection, Iterable

from htpy import Element, Node, a, details, div, dl, summary

from calc.facts.catalogue import Answers
from calc.facts.groups import find_question, name_shortly
from calc.facts.questions import Answer
from calc.parts.field import first_field
from calc.parts.tables import render_terms


def render_answers(facts: Iterable[str], answers: Answers, of_first: Collection[str] = ()) -> Element:
    """Render the visitor's answers to look over and to change; hidden while there are none.

    `of_first` are the facts of the first of several groups.
    """
    given = [(fact, answers[fact]) for fact in facts if fact in answers]
    return div("#calculator-answers.answers-given", hidden=not given)[
        details[
            summary[f"已回答 {len(given)} 题：看一看、改一改"],
            dl[render_terms(_render_answer(fact, name_shortly(fact, of_first), answer) for fact, answer in given)],
        ]
    ]


def _render_answer(fact: str, short: str, answer: Answer) -> tuple[str, Node]:
    change = a(href=f"#{first_field(fact)}", aria_label=f"更改{short}")["更改"]
    return short, [find_question(fact).say(answer), " ", change]
