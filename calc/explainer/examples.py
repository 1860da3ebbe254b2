"""Worked examples to fill into the form, one for each kind of applicant, out of the officers' cases."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from htpy import Element, button, details, div, p, summary

from calc.engine.assess import Finding, Status, assess_by_default
from calc.facts.catalogue import Answers
from calc.facts.check import sift_facts
from calc.facts.link import say_values
from calc.pages.submission import fill_fields
from calc.parts.field import TOPIC, WHO
from calc.parts.wording import applicants_of
from calc.proof.cases import CaseTable
from calc.rules.policy import Policy
from calc.values.money import Kind


@dataclass(frozen=True)
class Example:
    """One case that is granted a sum, with the fields that say it."""

    who: str
    finding: Finding
    fields: Mapping[str, str]


def find_examples(policy: Policy, cases: Sequence[CaseTable]) -> tuple[Example, ...]:
    """For each kind of applicant the first case that comes to an exact sum, or else to any."""
    every = list(_read_examples(policy, cases))
    found = []
    for payee in applicants_of(policy):
        mine = [example for example in every if example.who == payee.value]
        exact = [example for example in mine if example.finding.amount and example.finding.amount.kind is Kind.EXACT]
        found += (exact or mine)[:1]
    return tuple(found)


def render_examples(examples: Sequence[Example]) -> Element:
    """The examples as buttons, closed away above the form."""
    return details(".examples")[
        summary["看一个例子"],
        p(".hint")["点一个例子，它会填进下面的表单，替换已填的内容，并马上算出结果。"],
        div(".example-buttons")[
            (
                button(".fill", type="button", data_example=json.dumps(example.fields, ensure_ascii=False))[
                    f"{example.finding.payee.label}：{example.finding.provision.title}"
                ]
                for example in examples
            )
        ],
    ]


def _read_examples(policy: Policy, cases: Sequence[CaseTable]) -> Iterator[Example]:
    for table in cases:
        for row in table.rows:
            answers = sift_facts(row.facts).answers
            finding = assess_by_default(policy, answers).finding(table.provision)
            if finding.status is Status.ELIGIBLE and finding.amount and finding.amount.is_counted:
                yield Example(finding.payee.value, finding, _fill(finding, answers))


def _fill(finding: Finding, answers: Answers) -> dict[str, str]:
    return {WHO: finding.payee.value, TOPIC: finding.provision.id, **fill_fields(say_values(answers))}
