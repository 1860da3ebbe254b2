"""One question as HTML: radio buttons, a list, a box with its unit, or three boxes for a date."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from htpy import Element, Node, div, fieldset, label, legend, option, select, span
from htpy import input as input_

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Choice, Day, Question, YesNo

YES_NO: Mapping[str, str] = {"yes": "是", "no": "否"}
UNSURE = "unknown"
WHO, TOPIC = "who", "topic"
"""The fields that say who asks, and about which provision."""
DATE_PARTS = {"year": ("年", 4), "month": ("月", 2), "day": ("日", 2)}
MOST_RADIOS = 6
INPUT_MODES = {"count": "numeric", "money": "decimal"}


@dataclass(frozen=True)
class FormState:
    """What stands in a form: the raw values as typed, the sentences at their fields, and the questions to show.

    `relevant` is None before Python has answered: then every question is shown. `parts` names, for a date that is
    wrong, the one of its boxes that the sentence is about.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    relevant: frozenset[str] | None = None
    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def who(self) -> str:
        """Who asks; empty before that is said."""
        return self.values.get(WHO, "")

    def shows(self, fact: str) -> bool:
        """Whether a question is shown: everything before Python answers, then what matters or is already filled."""
        if self.relevant is None or fact in self.relevant or fact in self.errors:
            return True
        return any(self.values.get(name) for name in names_of(fact))


def names_of(fact: str) -> tuple[str, ...]:
    """The names of a question's fields: its own, or those of a date's three boxes."""
    if isinstance(CATALOGUE[fact], Day):
        return tuple(f"{fact}.{part}" for part in DATE_PARTS)
    return (fact,)


def first_field(fact: str, part: str = "") -> str:
    """The id of the field that a link to a question leads to: of a group its first box or option, or the `part`."""
    question = CATALOGUE[fact]
    if isinstance(question, Day):
        return f"f-{fact}-{part or next(iter(DATE_PARTS))}"
    if isinstance(question, YesNo):
        return f"f-{fact}-yes"
    return f"f-{fact}"


def render_field(fact: str, state: FormState, place: str, options: Mapping[str, str]) -> Node:
    """The field of a fact with its label, hint and complaint.

    `place` is what "{place}" in its label becomes; `options` are those that a choice offers.
    """
    question = CATALOGUE[fact]
    error = state.errors.get(fact)
    hints: list[Node] = []
    if question.hint:
        hints.append(span(".hint", id=f"hint-{fact}")[question.hint])
    if error:
        hints.append(span(".error", id=f"error-{fact}")[span(".visually-hidden")["错误："], error])
    described = [f"{kind}-{fact}" for kind, is_there in (("hint", question.hint), ("error", error)) if is_there]
    asked = question.label.format(place=place)
    return _ask_field(question, options, fact, asked, hints, " ".join(described) or None, state)


def choose(kind: str, name: str, value: str, words: str, *, is_chosen: bool, id_: str) -> Element:
    """One radio button or box to tick, inside its label."""
    return label(".option", for_=id_)[input_(id=id_, type=kind, name=name, value=value, checked=is_chosen), span[words]]


def _ask_field(
    question: Question,
    options: Mapping[str, str],
    fact: str,
    asked: str,
    hints: list[Node],
    described: str | None,
    state: FormState,
) -> Node:
    value = state.values.get(fact, "")
    if isinstance(question, YesNo):
        return _ask_options(fact, asked, hints, described, YES_NO, state)
    if isinstance(question, Choice) and len(options) <= MOST_RADIOS:
        return _ask_options(fact, asked, hints, described, options, state)
    if isinstance(question, Day):
        return _ask_day(fact, asked, hints, described, state)
    is_wrong = "true" if fact in state.errors else None
    if isinstance(question, Choice):
        return [
            label(".label", for_=f"f-{fact}")[asked],
            hints,
            select(id=f"f-{fact}", name=fact, aria_describedby=described, aria_invalid=is_wrong)[
                option(value="")["请选择（不清楚可不选）"],
                (option(value=name, selected=name == value)[words] for name, words in options.items()),
            ],
        ]
    unit = getattr(question, "unit", "")
    return [
        label(".label", for_=f"f-{fact}")[asked],
        hints,
        span(".with-unit")[
            input_(
                id=f"f-{fact}",
                name=fact,
                type="text",
                inputmode=INPUT_MODES.get(question.kind),
                value=value,
                aria_describedby=described,
                aria_invalid=is_wrong,
            ),
            span(".unit")[unit],
        ],
    ]


def _ask_options(
    fact: str,
    asked: str,
    hints: list[Node],
    described: str | None,
    options: Mapping[str, str],
    state: FormState,
) -> Element:
    value = state.values.get(fact, "")
    rows = {**options, UNSURE: "不清楚"}
    return fieldset(id=f"f-{fact}", aria_describedby=described, tabindex="-1")[
        legend(".label")[asked],
        hints,
        div(".options")[
            (
                choose("radio", fact, name, words, is_chosen=name == value, id_=f"f-{fact}-{name}")
                for name, words in rows.items()
            )
        ],
    ]


def _ask_day(fact: str, asked: str, hints: list[Node], described: str | None, state: FormState) -> Element:
    named = state.parts.get(fact)
    wrong = () if fact not in state.errors else (named,) if named else tuple(DATE_PARTS)
    return fieldset(id=f"f-{fact}", aria_describedby=described, tabindex="-1")[
        legend(".label")[asked],
        hints,
        div(".date-boxes")[
            (
                label(".date-box", for_=f"f-{fact}-{part}")[
                    input_(
                        id=f"f-{fact}-{part}",
                        name=f"{fact}.{part}",
                        type="text",
                        inputmode="numeric",
                        size=size,
                        value=state.values.get(f"{fact}.{part}", ""),
                        aria_invalid="true" if part in wrong else None,
                    ),
                    span[name],
                ]
                for part, (name, size) in DATE_PARTS.items()
            )
        ],
    ]
