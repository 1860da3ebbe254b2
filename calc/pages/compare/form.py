"""Render the form of a comparison: what is compared, the few questions that settle most, then all others."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from htpy import Element, details, div, form, p, summary
from markupsafe import Markup

from calc.engine.by_dates import STAY_OF
from calc.engine.compare import is_of_placement, payees_compared
from calc.engine.supposed import NOT_ASKED
from calc.facts.catalogue import ANYWHERE, CATALOGUE, SUBJECT_OF, SUBJECTS
from calc.facts.inquiry import Inquiry
from calc.facts.questions import Selection
from calc.pages.policy.day_asked import DAY_ASKED
from calc.parts.field import FormState, names_of, render_field
from calc.parts.form import explain_question, frame_question, group_questions, render_buttons, render_choice
from calc.parts.wording import name_with_clause
from calc.policies import POLICIES
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision

PERSON, PLACEMENT = "person", "placement"
CHOICES: Mapping[str, str] = {PERSON: "一个劳动者", PLACEMENT: "一次就业安置（劳动者、单位、中介都算）"}
HINT = "每题都可以不答。各地都按“在当地就业”来算。"
DAY_HINT = (
    "不填就按今天算，已经到期的政策按它的最后一天算。填了以后，到这一天政策已经到期的，"
    "照样算政策期内应得的；申领已经截止的除外。"
)
FIRST = ("home", "is_registered_poor", "job_start", "still_employed", "job_end")
"""The few questions that settle most: who somebody is, and since when he works. All others stand in a disclosure."""


def list_facts(who: str) -> tuple[str, ...]:
    """List the facts that a comparison of this kind can ask; all of them before anybody has chosen."""
    return tuple(fact for fact in CATALOGUE if _find_asking(fact, is_placement=who != PERSON))


def render_compare_form(state: FormState) -> Element:
    """Render every question, so that a new choice loses no answer."""
    asked = frozenset(list_facts(state.who))
    shown = {fact for fact in list_facts(PLACEMENT) if fact in asked and _shows(fact, state)}
    special = tuple(fact for fact in list_facts(PLACEMENT) if fact not in FIRST)
    return form("#calculator-form", novalidate=True, autocomplete="off")[
        render_choice("比什么？", HINT, CHOICES, state.who),
        div(".questions")[_ask_all(FIRST, shown, state), _render_special(special, shown, state)],
        render_buttons("比较"),
    ]


def _shows(fact: str, state: FormState) -> bool:
    """Decide whether to show a question: months only where dates do not tell them, or where they were given.

    The day asked can always be changed, though one is taken by itself.
    """
    if fact == DAY_ASKED:
        return True
    is_told_by_dates = fact in STAY_OF and state.relevant is None
    return any(map(state.values.get, names_of(fact))) if is_told_by_dates else state.shows(fact)


def _render_special(facts: Collection[str], shown: set[str], state: FormState) -> Element:
    """Render all other questions by subject, in a disclosure."""
    by_subject = {subject: [fact for fact in facts if SUBJECT_OF[fact] == subject] for subject in SUBJECTS.values()}
    count = len(shown.intersection(facts) - state.inferred.keys())
    return details("#more-questions.more-questions", hidden=shown.isdisjoint(facts))[
        summary[f"更多情况（{count} 题，答了算得更准）"],
        (
            group_questions(subject, _ask_all(asked, shown, state), is_hidden=shown.isdisjoint(asked))
            for subject, asked in by_subject.items()
            if asked
        ),
    ]


def _ask_all(facts: Iterable[str], shown: set[str], state: FormState) -> Markup:
    """Join the questions as text by hand, for each keystroke renders a hundred of them."""
    return Markup("").join(_ask(fact, state, is_shown=fact in shown) for fact in facts)


def _ask(fact: str, state: FormState, *, is_shown: bool) -> Markup:
    if fact in state.errors or fact in state.inferred or any(state.values.get(name) for name in names_of(fact)):
        return Markup(str(_render_question(fact, state, is_shown=is_shown)))
    return _render_blank(fact, is_shown=is_shown)


@cache
def _render_blank(fact: str, *, is_shown: bool) -> Markup:
    """Render an unanswered question, once: most questions are unanswered."""
    return Markup(str(_render_question(fact, FormState(), is_shown=is_shown)))


def _render_question(fact: str, state: FormState, *, is_shown: bool) -> Element:
    question = CATALOGUE[fact]
    options = question.options if isinstance(question, Selection) else {}
    asking = _find_asking(fact, is_placement=True)
    content = [
        render_field(fact, state.values, state.note(fact), ANYWHERE, options),
        p(".hint")[DAY_HINT] if SUBJECT_OF[fact] == SUBJECTS[Inquiry] else None,
        explain_question([f"{policy.region}：", "、".join(map(name_with_clause, items))] for policy, items in asking),
    ]
    return frame_question(fact, content, is_wrong=fact in state.errors, is_hidden=not is_shown)


@cache
def _find_asking(fact: str, *, is_placement: bool) -> tuple[tuple[Policy, tuple[Provision, ...]], ...]:
    """Find the provisions that ask for a fact, by region; no provision asks for what is supposed."""
    if fact in NOT_ASKED:
        return ()
    payees = payees_compared(is_placement=is_placement)
    asking = (
        (policy, tuple(item for item in policy.provisions if fact in item.facts and _is_compared(item, payees)))
        for policy in POLICIES.values()
    )
    return tuple((policy, provisions) for policy, provisions in asking if provisions)


def _is_compared(provision: Provision, payees: tuple[Payee, ...] | None) -> bool:
    asking = provision.payees - {Payee.AUTHORITY} if payees is None else provision.payees.intersection(payees)
    return provision.is_benefit and is_of_placement(provision) and bool(asking)
