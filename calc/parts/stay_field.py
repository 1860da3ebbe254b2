"""Render one question of two answers: the day on which a stay began, or its months; one of them is enough."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from htpy import Element, Node, div, label, span

from calc.facts.questions import Question
from calc.parts.field import (
    UNSURE,
    Asked,
    FormState,
    Notes,
    choose,
    first_field,
    frame_day,
    name_unsure,
    render_date_boxes,
    render_text_box,
    render_under,
)


class Half(NamedTuple):
    """One of the two answers: its name, its question, and whether it is wrong, or lacking beside the other."""

    name: str
    question: Question
    words: str
    is_wrong: bool = False
    is_shown: bool = True
    is_lacking: bool = False


ALSO_DAY = "月数已经填了；有的补贴还要看是从哪一天开始的。"
ALSO_MONTHS = "日期已经填了；有的补贴还要看满了几个月。"


def render_stay(day: Half, months: Sequence[Half], values: Mapping[str, str], notes: Notes) -> Node:
    """Render the boxes of the day, then those of months, then 不清楚; all that is said of them stands in one place.

    The half that is still lacking beside the other is marked: the guide comes back to it.
    """
    asked = Asked(day.name, day.question, day.words, values, notes)
    unsure = name_unsure(day.name)
    return [
        frame_day(
            asked,
            [
                _mark(day, ALSO_DAY, render_date_boxes(asked, asked.error_id if day.is_wrong else "")),
                (_ask_months(half, asked) for half in months),
                div(".unsure")[
                    choose(
                        "checkbox",
                        unsure,
                        UNSURE,
                        "不清楚",
                        is_chosen=values.get(unsure) == UNSURE,
                        id_=f"{asked.id}-{UNSURE}",
                    )
                ],
            ],
        ),
        render_under(asked),
    ]


def join_notes(state: FormState, names: Sequence[str]) -> Notes:
    """Join what is said of the halves: each sentence once, and no link from one to the other."""
    every = [state.note(name) for name in names]
    own = {first_field(name) for name in names}
    remedies = dict.fromkeys(remedy for notes in every for remedy in notes.remedies if remedy.target not in own)
    told, understood, error = (
        "".join(dict.fromkeys(said)) for said in zip(*(notes[:3] for notes in every), strict=True)
    )
    return Notes(told, understood, error, every[0].part, tuple(remedies))


def _ask_months(half: Half, block: Asked) -> Element:
    notes = Notes(error=block.notes.error if half.is_wrong else "")
    asked = Asked(half.name, half.question, half.words, block.values, notes)
    described = (*asked.above, *((block.error_id,) if half.is_wrong else ()))
    return div(".instead", hidden=not half.is_shown)[
        _mark(
            half,
            ALSO_MONTHS,
            [
                label(".label", for_=asked.id)["或者：", half.words],
                asked.above.values(),
                render_text_box(asked, " ".join(described) or None),
            ],
        )
    ]


def _mark(half: Half, words: str, content: Node) -> Node:
    return div(data_lacking=True)[span(".also")[words], content] if half.is_lacking else content
