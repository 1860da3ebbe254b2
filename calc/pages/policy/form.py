"""Render the form: who asks, and the questions that matter. The build renders it, and every answer again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from htpy import Element, Node, a, button, div, form, label, option, p, select, span
from markupsafe import Markup

from calc.facts.catalogue import CATALOGUE, SUBJECT_OF, SUBJECTS
from calc.facts.groups import find_question, name_in_group, part_name
from calc.facts.inquiry import Inquiry
from calc.facts.questions import Selection
from calc.pages.policy.day_asked import DAY_ASKED, render_day_asked
from calc.pages.policy.groups import (
    ALL_OR_NONE,
    Worded,
    list_group_facts,
    number_further,
    render_further,
    render_how_many,
    render_split,
    word_question,
)
from calc.pages.policy.guide import render_steps
from calc.pages.policy.stays import list_leads, list_months
from calc.parts.field import TOPIC, FormState, Notes, name_unsure, names_of, render_question
from calc.parts.form import (
    explain_question,
    frame_question,
    group_questions,
    render_buttons,
    render_choice,
    say_why,
)
from calc.parts.part import Lay, Part, lay_whole
from calc.parts.stay_field import Half, join_notes, render_stay
from calc.parts.wording import ANYONE, applicants_of, asked_by, name_with_clause
from calc.rules.payees import PERSONS, Payee, list_payees
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.values.dates import spell_date


def topics_of(policy: Policy, who: str) -> tuple[Provision, ...]:
    """Find the provisions that a role can ask about; all of them before anybody has said who asks."""
    payees = asked_by(who)
    return tuple(item for item in policy.provisions if payees is None or not item.payees.isdisjoint(payees))


def render_form(
    policy: Policy, state: FormState | None = None, lay: Lay = lay_whole, day: date | None = None
) -> Element:
    """Render the whole form of a policy; its questions are parts. `day` is the day that is calculated for."""
    state = state or FormState()
    of_groups = list_group_facts(policy, state.who)
    names = {number: [name_in_group(fact, number) for fact in of_groups] for number in number_further(state.values)}
    questions = {
        number: [lay(_ask(policy, state, name, group, of_groups)) for name in list_leads(policy, group)]
        for number, group in names.items()
        if group
    }
    return form("#calculator-form", novalidate=True, autocomplete="off")[
        _ask_who(policy, state.who),
        div(".questions")[
            _lead_to_roster(policy),
            _ask_topic(policy, state.who, state.values.get(TOPIC, "")),
            render_how_many(policy, state.values, of_groups),
            (
                _ask_subject(policy, state, subject, lay, of_groups)
                for model, subject in SUBJECTS.items()
                if model is not Inquiry
            ),
            render_further(state.values, of_groups, questions),
            render_day_asked(policy, day, lay(_ask(policy, state, DAY_ASKED))) if DAY_ASKED in policy.facts else None,
        ],
        render_steps(),
        render_buttons("计算"),
    ]


@lru_cache(maxsize=64)
def _ask_who(policy: Policy, who: str) -> Markup:
    choices = {payee.value: payee.full for payee in applicants_of(policy)} | {ANYONE: "都看看"}
    hint = "选了以后，只问与您有关的问题。每个问题都可以不答，或者选“不清楚”。"
    return Markup(render_choice("我是谁？", hint, choices, who))


@cache
def _lead_to_roster(policy: Policy) -> Markup:
    """Lead units to the page for many people; from each page with this form it has the same address."""
    units = " ".join(payee.value for payee in applicants_of(policy) if payee not in PERSONS)
    link = a(href=f"../../roster/{policy.id}/")["用名册一起算"]
    return Markup(p(".roster-link.hint", data_who=units)["招用的人多？每个人能领什么，可以", link, "。"])


@lru_cache(maxsize=256)
def _ask_topic(policy: Policy, who: str, chosen: str) -> Markup:
    topics = [item for item in topics_of(policy, who) if item.payee is not Payee.AUTHORITY]
    asked = div("#ask-topic.question", hidden=len(topics) < 2)[
        label(".label", for_="topic")["想先看哪一项？"],
        span(".hint", id="hint-topic")["它排在结果最前面，先问它要的；别的也照样算。"],
        select("#topic", name=TOPIC, aria_describedby="hint-topic")[
            option("#topic-all", value="")["都一样"],
            (option(id=f"topic-{item.id}", value=item.id, selected=item.id == chosen)[item.title] for item in topics),
        ],
    ]
    return Markup(asked)


def _ask_subject(policy: Policy, state: FormState, subject: str, lay: Lay, of_groups: Sequence[str]) -> Node:
    facts = [fact for fact in policy.facts if SUBJECT_OF[fact] == subject]
    if not facts:
        return None
    payees = {payee for fact in facts for payee in _payees_asked(policy, (fact,))}
    questions = tuple(lay(_ask(policy, state, fact, facts, of_groups)) for fact in list_leads(policy, facts))
    return _group_questions(subject, frozenset(payees), questions, any(state.shows(fact) for fact in facts))


@lru_cache(maxsize=64)
def _group_questions(subject: str, payees: frozenset[str], questions: tuple[Markup, ...], is_shown: bool) -> Markup:
    return Markup(group_questions(subject, questions, is_hidden=not is_shown, who=" ".join(sorted(payees))))


def _ask(policy: Policy, state: FormState, name: str, asked: Sequence[str] = (), of_groups: Sequence[str] = ()) -> Part:
    """Ask a question; the first day of a stay together with those of its months that are among the `asked`."""
    names = (name, *list_months(policy, name, asked))
    is_shown = any(map(state.shows, names)) or (
        name == DAY_ASKED and (state.who or ANYONE) in _payees_asked(policy, names)
    )
    fields = (*(field for each in names for field in names_of(each)), name_unsure(name))
    values = tuple((field, state.values.get(field, "")) for field in fields)
    words = tuple(word_question(policy, each, state.who, state.values) for each in names)
    split = Markup(render_split(name, state.values, of_groups) or "")
    if len(names) == 1:
        return _render_question(policy, names, words, values, state.note(name), (), split, is_shown)
    notes, is_typed = join_notes(state, names), any(text for _, text in values[:-1])
    if is_typed and values[-1][1]:
        notes = notes._replace(understood=f"{notes.understood}（填了的照样算，“不清楚”就不算了）")
    is_half = is_typed and not notes.error
    halves = tuple(
        (each in state.errors, state.shows(each), is_half and each in state.lacking and not state.is_typed(each))
        for each in names
    )
    return _render_question(policy, names, words, values, notes, halves, split, is_shown)


def _explain_options(policy: Policy, fact: str) -> str:
    question = CATALOGUE[fact]
    return question.explain(policy.options_of(fact)) if isinstance(question, Selection) else ""


@lru_cache(maxsize=1_024)
def _render_question(
    policy: Policy,
    names: tuple[str, ...],
    words: tuple[Worded, ...],
    values: tuple[tuple[str, str], ...],
    notes: Notes,
    halves: tuple[tuple[bool, bool, bool], ...],
    split: Markup,
    is_shown: bool,
) -> Part:
    """Render one question, once: one more answer changes few questions."""
    typed, name = dict(values), names[0]
    facts = {part_name(each)[1] for each in names}
    asking = [item for item in policy.provisions if not facts.isdisjoint(item.facts)]
    content = [
        _render_halves(names, words, typed, notes, halves)
        if halves
        else _render_one(policy, name, words[0], typed, notes),
        split,
        offer_last_day(policy) if name == DAY_ASKED else None,
        say_why([item.title for item in asking]) if name != DAY_ASKED else None,
        explain_question(map(name_with_clause, asking)),
    ]
    who = " ".join(_payees_asked(policy, names))
    framed = frame_question(name, content, is_wrong=bool(notes.error), who=who, is_hidden=not is_shown)
    return Part(div, f"q-{name}", Markup(framed))


def _render_one(policy: Policy, name: str, words: Worded, typed: Mapping[str, str], notes: Notes) -> Node:
    fact = part_name(name)[1]
    question = replace(CATALOGUE[fact], hint=words.hint + _explain_options(policy, fact))
    options = ALL_OR_NONE if words.is_of_all else _options_offered(policy, name, typed)
    return render_question(question, name, words.label, options, typed, notes)


def _render_halves(
    names: tuple[str, ...],
    words: tuple[Worded, ...],
    typed: Mapping[str, str],
    notes: Notes,
    halves: tuple[tuple[bool, bool, bool], ...],
) -> Node:
    day, *months = (
        Half(name, replace(find_question(name), hint=worded.hint), worded.label, *marks)
        for name, worded, marks in zip(names, words, halves, strict=True)
    )
    return render_stay(day, months, typed, notes)


def _options_offered(policy: Policy, name: str, values: Mapping[str, str]) -> Mapping[str, str]:
    """Find the options that the document tells apart, and those chosen already."""
    fact = part_name(name)[1]
    question = CATALOGUE[fact]
    if not isinstance(question, Selection):
        return {}
    offered = {*policy.options_of(fact), *question.list_named(values.get(name, ""))}
    return {option: words for option, words in question.options.items() if option in offered}


def offer_last_day(policy: Policy) -> Node:
    """Offer the last day of an expired policy with one tap: most people will ask about it."""
    end = policy.term.end
    if end is None:
        return None
    fields = dict(zip(names_of(DAY_ASKED), map(str, (end.year, end.month, end.day)), strict=True))
    return button(".fill", type="button", data_fill=json.dumps(fields))[f"用政策最后一天 {spell_date(end)}"]


@lru_cache(maxsize=1_024)
def _payees_asked(policy: Policy, names: tuple[str, ...]) -> tuple[str, ...]:
    facts = {part_name(name)[1] for name in names}
    asking = (item.payee for item in policy.provisions if not facts.isdisjoint(item.facts))
    return (*dict.fromkeys(payee.value for each in asking for payee in list_payees(each)), ANYONE)
