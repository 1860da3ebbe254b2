"""The form: who asks, and the questions that matter. Rendered at build time, and again with every answer."""

from collections.abc import Iterable

from htpy import Element, Node, button, details, div, fieldset, form, legend, li, p, summary, ul

from calc.facts import SUBJECT_OF, SUBJECTS
from calc.policy import Policy
from calc.render.field import FormState, choose, render_field
from calc.render.wording import ANYONE, applicants_of, payees_of


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
            choose("radio", "who", value, name, is_chosen=state.who == value, id_=f"who-{value}")
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
    return div(
        id=f"q-{fact}",
        class_={"question": True, "question-wrong": fact in state.errors},
        data_who=" ".join(_payees_asked(policy, fact)),
        hidden=not state.shows(fact),
    )[render_field(fact, state, policy.place), _say_why(policy, fact)]


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
