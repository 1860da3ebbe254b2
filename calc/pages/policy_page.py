"""The page of one policy: what its form says goes in, the form, the answer and the complaints come out."""

from collections.abc import Mapping
from dataclasses import dataclass

from calc.assess import Assessment, assess
from calc.check import STAYS, sift_facts
from calc.facts import CATALOGUE
from calc.pages.reply import Reply
from calc.payees import Payee
from calc.policy import Policy
from calc.questions import Choice, Day, YesNo
from calc.render.calculator import render_error_summary
from calc.render.field import DATE_PARTS, FormState, first_field
from calc.render.form import render_form
from calc.render.result import announce, render_invitation, render_result
from calc.render.wording import ANYONE, asked_by, payees_of
from calc.rules import Form


@dataclass(frozen=True)
class PolicyPage:
    """The page of one policy."""

    policy: Policy

    def answer(self, values: Mapping[str, str], *, is_submitted: bool) -> Reply:
        """The form, the answer and the complaints for what stands in the form."""
        policy = self.policy
        who = values["who"] if values.get("who") in (*Payee, ANYONE) else ""
        values = {**values, "who": who}
        sifted = sift_facts(_collect_facts(policy, values, is_submitted=is_submitted))
        assessment = assess(policy, sifted.answers)
        errors = dict(sifted.errors) if is_submitted else {}
        state = FormState(values, errors, _find_relevant(assessment, who))
        result = render_result(assessment, who, sifted.errors) if who or sifted.answers else render_invitation()
        return Reply(
            {
                "calculator-form": render_form(policy, state),
                "calculator-result": result,
                "calculator-errors": render_error_summary(errors, {fact: first_field(fact) for fact in errors}),
            },
            announce(assessment, who) if sifted.answers else "",
            title=f"错误：{policy.region}政策测算" if errors else "",
            focus=("calculator-errors" if errors else "calculator-result") if is_submitted else "",
        )


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
