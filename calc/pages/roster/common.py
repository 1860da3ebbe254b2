"""Render the questions whose answers are the same for all rows: by the form's own fields."""

from collections.abc import Sequence
from dataclasses import replace

from htpy import Node, details, p, summary

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Selection
from calc.pages.policy.day_asked import DAY_ASKED
from calc.pages.policy.form import offer_last_day
from calc.pages.submission import Submission
from calc.parts.field import FormState, render_question
from calc.parts.form import frame_question
from calc.rules.policy import Policy

UNKNOWN = FormState()


def list_common(facts: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """The facts that no column answers, the day asked first."""
    left = [fact for fact in facts if fact not in taken]
    return tuple(sorted(left, key=lambda fact: fact != DAY_ASKED))


def render_common(policy: Policy, facts: Sequence[str], sent: Submission | None = None) -> Node:
    """Render the questions, all but that of the day in a disclosure: most tables have columns for them."""
    state = FormState(sent.values, sent.errors, parts=sent.parts, understood=sent.understood) if sent else UNKNOWN
    others = [fact for fact in facts if fact != DAY_ASKED]
    return [
        _ask(policy, DAY_ASKED, state, offer_last_day(policy)) if DAY_ASKED in facts else None,
        details("#roster-others", open=any(fact in state.errors for fact in others))[
            summary["所有人都一样的，在这里答一次（没有列的才列在这里）"],
            p(".hint")["例如都在同一个单位上班、都签了合同。不一样的，或者不清楚的，不要在这里答。"],
            (_ask(policy, fact, state) for fact in others),
        ]
        if others
        else None,
    ]


def _ask(policy: Policy, fact: str, state: FormState, offer: Node = None) -> Node:
    question = CATALOGUE[fact]
    label, hint = (words.format(place=policy.place) for words in (question.label, question.hint))
    options = policy.options_of(fact) if isinstance(question, Selection) else {}
    notes = state.note(fact)
    asked = [render_question(replace(question, hint=hint), fact, label, options, state.values, notes), offer]
    return frame_question(fact, asked, is_wrong=bool(notes.error))
