"""The form: who asks, and the questions that matter. Rendered at build time, and again with every answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from htpy import (
    Element,
    Node,
    button,
    details,
    div,
    fieldset,
    form,
    label,
    legend,
    li,
    option,
    p,
    select,
    span,
    summary,
    ul,
)
from htpy import input as input_

from calc.facts import CATALOGUE, SUBJECT_OF, SUBJECTS
from calc.policy import Policy
from calc.questions import Choice, Day, Question, YesNo
from calc.render.wording import ANYONE, applicants_of, payees_of

UNSURE = "unknown"
DATE_PARTS = {"year": ("年", 4), "month": ("月", 2), "day": ("日", 2)}
MOST_RADIOS = 6
INPUT_MODES = {"count": "numeric", "money": "decimal"}


@dataclass(frozen=True)
class FormState:
    """What stands in the form: the raw values as typed, the sentences at their fields, and the questions to show."""

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    relevant: frozenset[str] | None = None

    @property
    def who(self) -> str:
        """Who asks; empty before that is said."""
        return self.values.get("who", "")

    def shows(self, fact: str) -> bool:
        """Whether a question is shown: everything before Python answers, then what matters or is already filled."""
        if self.relevant is None or fact in self.relevant or fact in self.errors:
            return True
        return any(self.values.get(name) for name in (fact, *(f"{fact}.{part}" for part in DATE_PARTS)))


def render_form(policy: Policy, state: FormState | None = None) -> Element:
    """The whole form of a policy."""
    state = state or FormState()
    return form("#calculator-form", novalidate=True, autocomplete="off")[
        _ask_who(policy, state),
        div(".questions")[(_ask_subject(policy, state, subject) for subject in SUBJECTS.values())],
        div(".form-buttons")[
            button(".md-button.md-button--primary", type="submit")["计算"],
            button(".md-button", type="button", data_action="reset")["清空重填"],
        ],
    ]


def _ask_who(policy: Policy, state: FormState) -> Element:
    choices = {payee.value: payee.label for payee in applicants_of(policy)} | {ANYONE: "都看看"}
    return fieldset("#ask-who.ask-who")[
        legend["我是谁？"],
        p(".hint", id="hint-who")["选了以后，只问与您有关的问题。每个问题都可以不答，或者选“不清楚”。"],
        (
            _choose("radio", "who", value, name, is_chosen=state.who == value, id_=f"who-{value}")
            for value, name in choices.items()
        ),
    ]


def _ask_subject(policy: Policy, state: FormState, subject: str) -> Node:
    facts = [fact for fact in policy.facts if SUBJECT_OF[fact] == subject]
    if not facts:
        return None
    payees = {payee for fact in facts for payee in _payees_asked(policy, fact)}
    return div(
        ".subject",
        role="group",
        aria_label=subject,
        data_who=" ".join(sorted(payees)),
        hidden=not any(state.shows(fact) for fact in facts),
    )[p(".subject-name", aria_hidden="true")[subject], (_ask(policy, state, fact) for fact in facts)]


def _ask(policy: Policy, state: FormState, fact: str) -> Element:
    question = CATALOGUE[fact]
    error = state.errors.get(fact)
    hints: list[Node] = []
    if question.hint:
        hints.append(span(".hint", id=f"hint-{fact}")[question.hint])
    if error:
        hints.append(span(".error", id=f"error-{fact}")[span(".visually-hidden")["错误："], error])
    described = [f"{kind}-{fact}" for kind, is_there in (("hint", question.hint), ("error", error)) if is_there]
    asked = question.label.format(place=policy.place)
    return div(
        id=f"q-{fact}",
        class_={"question": True, "question-wrong": bool(error)},
        data_who=" ".join(_payees_asked(policy, fact)),
        hidden=not state.shows(fact),
    )[
        _ask_field(question, fact, asked, hints, " ".join(described) or None, state),
        _say_why(policy, fact),
    ]


def _ask_field(
    question: Question, fact: str, asked: str, hints: list[Node], described: str | None, state: FormState
) -> Node:
    value = state.values.get(fact, "")
    if isinstance(question, YesNo):
        return _ask_options(fact, asked, hints, described, {"yes": "是", "no": "否"}, state)
    if isinstance(question, Choice) and len(question.options) <= MOST_RADIOS:
        return _ask_options(fact, asked, hints, described, question.options, state)
    if isinstance(question, Day):
        return _ask_day(fact, asked, hints, described, state)
    is_wrong = "true" if fact in state.errors else None
    if isinstance(question, Choice):
        return [
            label(".label", for_=f"f-{fact}")[asked],
            hints,
            select(id=f"f-{fact}", name=fact, aria_describedby=described, aria_invalid=is_wrong)[
                option(value="")["请选择（不清楚可不选）"],
                (option(value=name, selected=name == value)[words] for name, words in question.options.items()),
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
                _choose("radio", fact, name, words, is_chosen=name == value, id_=f"f-{fact}-{name}")
                for name, words in rows.items()
            )
        ],
    ]


def _ask_day(fact: str, asked: str, hints: list[Node], described: str | None, state: FormState) -> Element:
    is_wrong = "true" if fact in state.errors else None
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
                        aria_invalid=is_wrong,
                    ),
                    span[name],
                ]
                for part, (name, size) in DATE_PARTS.items()
            )
        ],
    ]


def _choose(kind: str, name: str, value: str, words: str, *, is_chosen: bool, id_: str) -> Element:
    return label(".option", for_=id_)[input_(id=id_, type=kind, name=name, value=value, checked=is_chosen), span[words]]


def _say_why(policy: Policy, fact: str) -> Element:
    asking = [provision for provision in policy.provisions if fact in provision.facts]
    return details(".why")[
        summary["为什么问这个"],
        ul[(li[f"{provision.title}（{provision.clause}）"] for provision in asking)],
    ]


def _payees_asked(policy: Policy, fact: str) -> tuple[str, ...]:
    payees: Iterable[str] = (
        payee.value for provision in policy.provisions if fact in provision.facts for payee in payees_of(provision)
    )
    return (*dict.fromkeys(payees), ANYONE)
