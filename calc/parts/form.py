"""Render the common parts of all forms."""

import json
from collections.abc import Iterable, Mapping, Sequence

from htpy import Element, Node, button, details, div, fieldset, legend, li, p, summary, ul

from calc.parts.field import WHO, choose
from calc.parts.wording import nest_quotes


def render_choice(question: str, hint: str, choices: Mapping[str, str], chosen: str) -> Element:
    """Render the first question of a form: who asks, or what is compared."""
    return fieldset("#ask-who.ask-who", tabindex="-1")[
        legend[question],
        p(".hint", id="hint-who")[hint],
        (
            choose("radio", WHO, value, name, is_chosen=chosen == value, id_=f"who-{value}")
            for value, name in choices.items()
        ),
    ]


def frame_question(
    name: str, content: Node, *, is_wrong: bool, who: str | None = None, is_hidden: bool = False
) -> Element:
    """Frame a question; `who` names the applicants concerned."""
    kinds = {"question": True, "question-wrong": is_wrong}
    return div(id=f"q-{name}", class_=kinds, data_who=who, hidden=is_hidden)[content]


def group_questions(subject: str, questions: Node, *, is_hidden: bool, who: str | None = None) -> Element:
    """Group the questions of a subject under its name."""
    return div(".subject", role="group", aria_label=subject, data_who=who, hidden=is_hidden)[
        p(".subject-name", aria_hidden="true")[subject], questions
    ]


def say_why(titles: Sequence[str]) -> Element:
    """Say in one sentence what a question decides."""
    others = f"等 {len(titles)} 项" if len(titles) > 1 else ""
    return p(".because")[f"它关系到“{nest_quotes(titles[0])}”{others}能不能领、领多少。"]


def explain_question(reasons: Iterable[Node]) -> Element:
    """Explain in a disclosure why a question is asked."""
    return details(".why")[summary["为什么问这个"], ul[(li[reason] for reason in reasons)]]


def render_buttons(submit: str) -> Element:
    """Render the buttons below a form."""
    return div(".form-buttons")[
        button(".md-button.md-button--primary", type="submit")[submit],
        button(".md-button", type="button", data_action="reset")["清空重填"],
    ]


def render_examples(outcome: str, examples: Iterable[tuple[str, Mapping[str, str]]]) -> Element:
    """Offer examples to fill into the form, in a disclosure above it."""
    return details(".examples")[
        summary["看一个例子"],
        p(".hint")[f"点一个例子，它会填进下面的表单，替换已填的内容，并马上{outcome}。"],
        div(".example-buttons")[
            (
                button(".fill", type="button", data_example=json.dumps(fields, ensure_ascii=False))[name]
                for name, fields in examples
            )
        ],
    ]
