"""The one door to the browser: a question as JSON text goes in, the answer as JSON text comes out.

{"policy", "facts"} is answered by the contract: {"answer": …} or {"errors": …, "unknown": …}. {"policy", "form",
"submitted"} comes from a page and is answered with the HTML to put in place, by element id.
"""

import json
from collections.abc import Mapping
from typing import Any

from htpy import Element

from calc.answer import Json, build_answer, write_json
from calc.assess import Assessment, assess
from calc.check import STAYS, sift_facts
from calc.facts import CATALOGUE
from calc.payees import Payee
from calc.policies import POLICIES
from calc.policy import Policy
from calc.questions import Choice, Day, YesNo
from calc.render.calculator import render_error_summary
from calc.render.form import DATE_PARTS, MOST_RADIOS, FormState, render_form
from calc.render.result import announce, render_invitation, render_result
from calc.render.wording import ANYONE, asked_by, payees_of
from calc.rules import Form


def answer(question: str) -> str:
    """Answer one question, given and returned as JSON text; what cannot be used is answered, never raised."""
    try:
        asked = json.loads(question)
        json.dumps(asked, ensure_ascii=False).encode()  # half of a character cannot be answered with either
    except (ValueError, RecursionError):
        return write_json({"errors": {"question": "问题不是有效的 JSON。"}})
    name = asked.get("policy") if isinstance(asked, Mapping) else None
    if not isinstance(name, str) or name not in POLICIES:
        return write_json({"errors": {"policy": f"没有这个政策，可选：{'、'.join(POLICIES)}。"}})
    policy = POLICIES[name]
    if "form" in asked:
        return write_json(_answer_form(policy, asked["form"], is_submitted=asked.get("submitted") is True))
    return write_json(_answer_facts(policy, asked.get("facts", {})))


def _answer_facts(policy: Policy, facts: object) -> Json:
    sifted = sift_facts(facts)
    if sifted.errors or sifted.unknown:
        unknown = {name: list(nearest) for name, nearest in sifted.unknown.items()}
        return {"errors": dict(sifted.errors), "unknown": unknown}
    return {"answer": build_answer(assess(policy, sifted.answers))}


def _answer_form(policy: Policy, form: object, *, is_submitted: bool) -> Json:
    values = _read_values(form)
    who = values.get("who", "")
    sifted = sift_facts(_collect_facts(policy, values, is_submitted=is_submitted))
    assessment = assess(policy, sifted.answers)
    errors = dict(sifted.errors) if is_submitted else {}
    state = FormState(values, errors, _find_relevant(assessment, who))
    result = render_result(assessment, who, sifted.errors) if who or sifted.answers else render_invitation()
    summary = render_error_summary(errors, {fact: _first_field(fact) for fact in errors})
    reply: dict[str, Any] = {
        "patches": _patch(render_form(policy, state), result, summary),
        "announce": announce(assessment, who) if sifted.answers else "",
    }
    if errors:
        reply |= {"title": f"错误：{policy.region}政策测算", "focus": "calculator-errors"}
    elif is_submitted:
        reply |= {"focus": "calculator-result"}
    return reply


def _read_values(form: object) -> dict[str, str]:
    """What the page says stands in the form; only texts are taken."""
    if not isinstance(form, Mapping):
        return {}
    values = {str(name): value for name, value in form.items() if isinstance(value, str)}
    if values.get("who") not in (*Payee, ANYONE):
        values.pop("who", None)
    return values


def _collect_facts(policy: Policy, values: Mapping[str, str], *, is_submitted: bool) -> dict[str, object]:
    """Raw facts from the fields that the one who asks is asked.

    A date is complained of as incomplete only once the form has been submitted; the end of what still goes on, left
    over from an earlier answer, is not taken.
    """
    left_over = {end for _, end, ongoing in STAYS if values.get(ongoing) == "yes"}
    facts: dict[str, object] = {}
    for fact in _facts_asked(policy, values.get("who", "")):
        if fact in left_over:
            continue
        if isinstance(CATALOGUE[fact], Day):
            parts = {part: values.get(f"{fact}.{part}", "") for part in DATE_PARTS}
            if all(parts.values()) or (is_submitted and any(parts.values())):
                facts[fact] = parts
        elif values.get(fact):
            facts[fact] = values[fact]
    return facts


def _facts_asked(policy: Policy, who: str) -> tuple[str, ...]:
    """The facts that concern the one who asks; what was filled in as somebody else waits for its role."""
    payees = asked_by(who)
    if payees is None:
        return policy.facts
    asked = {
        fact
        for provision in policy.provisions
        if any(payee in payees for payee in payees_of(provision))
        for fact in provision.facts
    }
    return tuple(fact for fact in policy.facts if fact in asked)


def _find_relevant(assessment: Assessment, who: str) -> frozenset[str]:
    """The facts that matter to the one who asks.

    Only what was clicked takes questions away: while a number is being typed (the 1 of 11), nothing may vanish.
    """
    clicked = {fact: answer for fact, answer in assessment.answers.items() if _is_clicked(fact)}
    relevant: set[str] = set()
    for stage in (assess(assessment.policy, clicked), assessment):
        for finding in stage.findings:
            if finding.concerns(asked_by(who)):
                relevant |= {*finding.outcome.missing, *finding.outcome.awaited}
                if isinstance(finding.provision.pays, Form):
                    relevant |= finding.provision.pays.every_fact
    for span in assessment.policy.spans:
        if span.months in relevant:
            relevant.add(span.start)
    return frozenset(relevant)


def _is_clicked(fact: str) -> bool:
    return isinstance(CATALOGUE[fact], YesNo | Choice)


def _first_field(fact: str) -> str:
    """The id of the field that a complaint links to: the first box or option of a group."""
    question = CATALOGUE[fact]
    if isinstance(question, Day):
        return f"f-{fact}-year"
    if isinstance(question, YesNo):
        return f"f-{fact}-yes"
    if isinstance(question, Choice) and len(question.options) <= MOST_RADIOS:
        return f"f-{fact}-{next(iter(question.options))}"
    return f"f-{fact}"


def _patch(*elements: Element) -> dict[str, str]:
    ids = ("calculator-form", "calculator-result", "calculator-errors")
    return {id_: str(element) for id_, element in zip(ids, elements, strict=True)}
