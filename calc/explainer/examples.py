"""Take worked examples for the form out of the officers' cases, one for each kind of applicant."""

from collections.abc import Iterator, Mapping, Sequence

from calc.engine.assess import Finding, assess_by_default
from calc.engine.outcome import Status
from calc.facts.catalogue import Answers
from calc.facts.check import sift_facts
from calc.facts.link import say_values
from calc.pages.submission import fill_fields
from calc.parts.field import TOPIC, WHO
from calc.parts.wording import applicants_of
from calc.proof.cases import CaseTable
from calc.rules.policy import Policy
from calc.values.money import Kind


def list_examples(policy: Policy, cases: Sequence[CaseTable]) -> Mapping[str, Mapping[str, str]]:
    """List the fields of each example by its name. For each applicant the first case with an exact sum comes first."""
    paid = list(_assess_paid(policy, cases))
    examples = {}
    for payee in applicants_of(policy):
        mine = [(finding, answers) for finding, answers in paid if finding.payee is payee]
        exact = [item for item in mine if item[0].amount and item[0].amount.kind is Kind.EXACT]
        for finding, answers in (exact or mine)[:1]:
            fields = {WHO: payee.value, TOPIC: finding.provision.id, **fill_fields(say_values(answers))}
            examples[f"{payee.label}：{finding.provision.title}"] = fields
    return examples


def _assess_paid(policy: Policy, cases: Sequence[CaseTable]) -> Iterator[tuple[Finding, Answers]]:
    """Assess the cases, and keep those whose provision grants a sum."""
    for table in cases:
        for row in table.rows:
            answers = sift_facts(row.facts).answers
            finding = assess_by_default(policy, answers).finding(table.provision)
            if finding.status is Status.ELIGIBLE and finding.amount and finding.amount.is_counted:
                yield finding, answers
