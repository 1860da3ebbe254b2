"""All answers given, each with a way back to its question."""

from collections.abc import Iterable

from htpy import Element, a, dd, details, div, dl, dt, summary

from calc.facts.catalogue import CATALOGUE, Answers
from calc.parts.field import first_field


def render_answers(facts: Iterable[str], answers: Answers) -> Element:
    """What the visitor has answered, in words, to look over and to change; hidden while there is nothing."""
    given = [(fact, answers[fact]) for fact in facts if fact in answers]
    return div("#calculator-answers.answers-given", hidden=not given)[
        details[
            summary[f"已回答 {len(given)} 题：看一看、改一改"],
            dl[
                (
                    [
                        dt[CATALOGUE[fact].short],
                        dd[
                            CATALOGUE[fact].say(answer),
                            " ",
                            a(href=f"#{first_field(fact)}", aria_label=f"更改{CATALOGUE[fact].short}")["更改"],
                        ],
                    ]
                    for fact, answer in given
                )
            ],
        ]
    ]
