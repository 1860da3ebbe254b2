"""The page of one policy: what its form says goes in, the form, the answer and the complaints come out."""

from collections.abc import Mapping
from dataclasses import dataclass

from calc.assess import Assessment, assess
from calc.facts import Answers
from calc.pages.reply import Reply
from calc.pages.submission import read_submission
from calc.payees import Payee
from calc.policy import Policy
from calc.render.field import FormState
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
        sent = read_submission(_facts_asked(policy, who), values, is_submitted=is_submitted)
        assessment = assess(policy, sent.answers)
        state = FormState(values, sent.errors, _find_relevant(assessment, sent.clicked, who))
        result = render_result(assessment, who, sent.mistakes) if who or sent.answers else render_invitation()
        return Reply(
            {
                "calculator-form": render_form(policy, state),
                "calculator-result": result,
                "calculator-errors": sent.render_errors(),
            },
            announce(assessment, who) if sent.answers else "",
            title=sent.entitle(f"{policy.region}政策测算"),
            focus=sent.focus,
        )


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


def _find_relevant(assessment: Assessment, clicked: Answers, who: str) -> frozenset[str]:
    """The facts that matter to the one who asks; only what was clicked takes questions away."""
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
