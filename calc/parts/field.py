"""Render one question: radio buttons, a list, a box with its unit, or three boxes for a date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from htpy import Element, Node, a, button, div, fieldset, label, legend, option, select, span
from htpy import input as input_

from calc.facts.catalogue import CATALOGUE
from calc.facts.groups import find_question
from calc.facts.questions import Choice, Choices, Day, Question, Selection, YesNo

YES_NO: Mapping[str, str] = {"yes": "是", "no": "否"}
UNSURE = "unknown"
WHO, TOPIC = "who", "topic"
"""The names of the fields for the role and the provision asked about."""
DATE_PARTS = {"year": ("年", 4), "month": ("月", 2), "day": ("日", 2)}
MOST_RADIOS = 6
INPUT_MODES = {"count": "numeric", "money": "decimal"}


class Remedy(NamedTuple):
    """Words to press, with the fields that they fill in as JSON text, or with the field that they lead to."""

    words: str
    fields: str = ""
    target: str = ""


class Notes(NamedTuple):
    """What a form says of one question: what other answers tell, what was understood, what is wrong.

    `part` names the wrong box of a date; `remedies` settle the complaint.
    """

    told: str = ""
    understood: str = ""
    error: str = ""
    part: str = ""
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True)
class FormState:
    """The state of a form: the raw values as typed, the complaints by field, and the questions to show.

    `relevant` is None before Python has answered: then every question is shown. `parts` names the wrong box of a date.
    `inferred` says of questions that were not answered what the other answers tell; `understood` what was read from
    answers typed in other words. `remedies` settle complaints. `lacking` are the facts that a sum still waits for.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    relevant: frozenset[str] | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)
    understood: Mapping[str, str] = field(default_factory=dict)
    remedies: Mapping[str, tuple[Remedy, ...]] = field(default_factory=dict)
    lacking: frozenset[str] = frozenset()

    @property
    def who(self) -> str:
        """The role of the visitor; empty before the visitor has said it."""
        return self.values.get(WHO, "")

    def note(self, name: str) -> Notes:
        """Collect what is said of one question."""
        texts = (self.inferred, self.understood, self.errors, self.parts)
        told, understood, error, part = (said.get(name, "") for said in texts)
        return Notes(told, understood, error, part, self.remedies.get(name, ()))

    def shows(self, fact: str) -> bool:
        """Decide whether to show a question: all before Python answers, then the relevant and the settled ones."""
        if self.relevant is None or fact in self.relevant or fact in self.errors or fact in self.inferred:
            return True
        return self.is_typed(fact)

    def is_typed(self, fact: str) -> bool:
        """Decide whether something stands in the fields of a question."""
        return any(self.values.get(name) for name in names_of(fact))


def names_of(fact: str) -> tuple[str, ...]:
    """Name the fields of a question, of whichever group: one, or the three boxes of a date."""
    if isinstance(find_question(fact), Day):
        return tuple(f"{fact}.{part}" for part in DATE_PARTS)
    return (fact,)


def name_unsure(fact: str) -> str:
    """Name the box that says that neither a day nor its months are known."""
    return f"{fact}-{UNSURE}"


def first_field(fact: str, part: str = "") -> str:
    """Find the id of a fact's first field; of a wrong date, that of its `part`."""
    return lead_to(fact, find_question(fact), part)


def lead_to(name: str, question: Question, part: str = "") -> str:
    """Find the id of a question's first field; of a wrong date, that of its `part`."""
    if isinstance(question, Day):
        return f"f-{_key(name)}-{part or next(iter(DATE_PARTS))}"
    if isinstance(question, YesNo):
        return f"f-{_key(name)}-yes"
    return f"f-{_key(name)}"


@dataclass(frozen=True)
class Asked:
    """One question of a form, under the name of its field."""

    name: str
    question: Question
    label: str
    values: Mapping[str, str]
    notes: Notes

    @property
    def id(self) -> str:
        return f"f-{_key(self.name)}"

    @property
    def value(self) -> str:
        return self.values.get(self.name, "")

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values of the options chosen."""
        question = self.question
        return question.list_named(self.value) if isinstance(question, Selection) else (self.value,)

    @property
    def is_wrong(self) -> str | None:
        """The value of aria-invalid."""
        return "true" if self.notes.error else None

    @cached_property
    def above(self) -> Mapping[str, Node]:
        """The hint and what the other answers tell, by id."""
        hint, told = (f"{kind}-{_key(self.name)}" for kind in ("hint", "told"))
        above: dict[str, Node] = {}
        if self.question.hint:
            above[hint] = span(".hint", id=hint)[self.question.hint]
        if self.notes.told:
            above[told] = span(".told", id=told)[self.notes.told]
        return above

    @cached_property
    def under(self) -> Mapping[str, Node]:
        """What was understood and what is wrong, by id: it stands where the visitor has just typed."""
        understood = f"understood-{_key(self.name)}"
        under: dict[str, Node] = {}
        if self.notes.understood:
            under[understood] = span(".understood", id=understood)[self.notes.understood]
        if self.notes.error:
            under[self.error_id] = span(".error", id=self.error_id)[
                span(".visually-hidden")["错误："], self.notes.error
            ]
        return under

    @property
    def error_id(self) -> str:
        return f"error-{_key(self.name)}"

    @property
    def described(self) -> str | None:
        """The ids of all notes."""
        return " ".join((*self.above, *self.under)) or None


def render_field(fact: str, values: Mapping[str, str], notes: Notes, place: str, options: Mapping[str, str]) -> Node:
    """Render the field of a fact with its label, hint and notes.

    `place` fills "{place}" in its label; a choice offers the `options`.
    """
    question = CATALOGUE[fact]
    return render_question(question, fact, question.label.format(place=place), options, values, notes)


def render_question(
    question: Question, name: str, words: str, options: Mapping[str, str], values: Mapping[str, str], notes: Notes
) -> Node:
    """Render the field of any question under the field's `name` and the `words` of its label.

    A yes/no question has the words 是 and 否, unless its `options` bring others.
    """
    asked = Asked(name, question, words, values, notes)
    return [_render_control(asked, options), render_under(asked)]


def render_under(asked: Asked) -> Node:
    """Render what was understood, what is wrong, and what settles it."""
    return [asked.under.values(), _render_remedies(asked.notes.remedies)]


def _render_control(asked: Asked, options: Mapping[str, str]) -> Node:
    question = asked.question
    if isinstance(question, YesNo):
        return _ask_options(asked, options or YES_NO)
    if isinstance(question, Choices) or (isinstance(question, Choice) and len(options) <= MOST_RADIOS):
        return _ask_options(asked, options)
    if isinstance(question, Day):
        return _ask_day(asked)
    return _ask_choice(asked, options) if isinstance(question, Choice) else _ask_text(asked)


def choose(kind: str, name: str, value: str, words: Node, *, is_chosen: bool, id_: str) -> Element:
    """Render one radio button or box to tick, inside its label."""
    return label(".option", for_=id_)[input_(id=id_, type=kind, name=name, value=value, checked=is_chosen), span[words]]


def _render_remedies(remedies: tuple[Remedy, ...]) -> Node:
    if not remedies:
        return None
    return div(".remedies")[
        (
            a(".remedy", href=f"#{remedy.target}")[remedy.words]
            if remedy.target
            else button(".fill", type="button", data_fill=remedy.fields)[remedy.words]
            for remedy in remedies
        )
    ]


def _key(name: str) -> str:
    """Replace the dots, so that styles and scripts can select the ids."""
    return name.replace(".", "-")


def _ask_choice(asked: Asked, options: Mapping[str, str]) -> Node:
    return [
        label(".label", for_=asked.id)[asked.label],
        asked.above.values(),
        select(id=asked.id, name=asked.name, aria_describedby=asked.described, aria_invalid=asked.is_wrong)[
            option(value="")["请选择（不清楚可不选）"],
            (option(value=name, selected=name in asked.chosen)[words] for name, words in options.items()),
        ],
    ]


def _ask_text(asked: Asked) -> Node:
    return [
        label(".label", for_=asked.id)[asked.label],
        asked.above.values(),
        render_text_box(asked, asked.described),
    ]


def render_text_box(asked: Asked, described: str | None) -> Element:
    """Render the box of a number or a line, with its unit; `described` are the ids of what is said of it."""
    return span(".with-unit")[
        input_(
            id=asked.id,
            name=asked.name,
            type="text",
            inputmode=INPUT_MODES.get(asked.question.kind),
            value=asked.value,
            aria_describedby=described,
            aria_invalid=asked.is_wrong,
        ),
        span(".unit")[getattr(asked.question, "unit", "")],
    ]


def _ask_options(asked: Asked, options: Mapping[str, str]) -> Element:
    """Render buttons of which one is chosen, or boxes of which several are ticked: those can be left empty instead."""
    takes_several = isinstance(asked.question, Choices)
    kind = "checkbox" if takes_several else "radio"
    rows = options if takes_several or asked.question.is_required else {**options, UNSURE: "不清楚"}
    role = None if takes_several else "radiogroup"
    wrong = None if takes_several else asked.is_wrong
    return fieldset(id=asked.id, role=role, aria_invalid=wrong, aria_describedby=asked.described, tabindex="-1")[
        legend(".label")[asked.label],
        asked.above.values(),
        div(".options")[
            (
                choose(kind, asked.name, name, words, is_chosen=name in asked.chosen, id_=f"{asked.id}-{name}")
                for name, words in rows.items()
            )
        ],
    ]


def _ask_day(asked: Asked) -> Element:
    return frame_day(asked, render_date_boxes(asked, asked.error_id if asked.is_wrong else ""))


def frame_day(asked: Asked, content: Node) -> Element:
    """Frame the boxes of a day, and what else is asked with it, under its label."""
    return fieldset(id=asked.id, aria_describedby=asked.described, tabindex="-1")[
        legend(".label")[asked.label], asked.above.values(), content
    ]


def render_date_boxes(asked: Asked, error: str) -> Element:
    """Render the three boxes of a date; `error` is the id of what is wrong with it, if anything is."""
    named = asked.notes.part
    wrong = () if not error else (named,) if named else tuple(DATE_PARTS)
    return div(".date-boxes")[
        (
            label(".date-box", for_=f"{asked.id}-{part}")[
                input_(
                    id=f"{asked.id}-{part}",
                    name=f"{asked.name}.{part}",
                    type="text",
                    inputmode="numeric",
                    size=size,
                    value=asked.values.get(f"{asked.name}.{part}", ""),
                    aria_invalid="true" if part in wrong else None,
                    aria_describedby=error if part in wrong else None,
                ),
                span[name],
            ]
            for part, (name, size) in DATE_PARTS.items()
        )
    ]
