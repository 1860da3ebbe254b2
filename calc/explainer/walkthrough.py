"""Walk through one of the officers' cases step by step, to show how an answer comes about."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from htpy import Element, a, div, dl, h3, li, ol, p, span, strong, td, tr

from calc.engine.assess import Assessment, Finding, assess
from calc.engine.outcome import Status
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts
from calc.pages.policy.readings import render_readings
from calc.parts.tables import make_scroll, render_table, render_terms
from calc.parts.wording import badge, mark, name_with_clause, quote_step, say_amount, say_plainly
from calc.proof.cases import CaseTable
from calc.rules.policy import Policy
from calc.values.money import ZERO


def render_walkthrough(policy: Policy, name: str, cases: Sequence[CaseTable]) -> Element:
    """Show the best paid case of a provision that another reading changes; raises ValueError without any."""
    found = max(_assess_telling(policy, name, cases), key=lambda item: _sum_of(item.finding(name)), default=None)
    if found is None:
        raise ValueError(f"{policy.id}/{name}: no case is granted a sum that another reading changes")
    finding = found.finding(name)
    provision = finding.provision
    return div(".walkthrough")[
        p[
            f"例子是{policy.region}{name_with_clause(provision)}的一个",
            a(href=f"../policies/{policy.id}/cases/#{name}")["算例"],
            "。",
        ],
        h3["第一步：只用填了的情况"],
        dl[render_terms((CATALOGUE[fact].short, CATALOGUE[fact].say(value)) for fact, value in found.answers.items())],
        h3["第二步：逐条对照原文"],
        _render_steps(finding),
        h3["第三步：算出金额"],
        ol[(li[step.found] for step in finding.outcome.paying if step.found)],
        p[
            badge(finding.outcome, say_plainly),
            " ",
            strong[say_amount(finding.amount, finding.status)] if finding.amount else None,
            f"，给{finding.payee.label}，出自{provision.paid_from}。",
        ],
        h3["第四步：换一种读法再算一遍"],
        render_readings(finding),
    ]


def _assess_telling(policy: Policy, name: str, cases: Sequence[CaseTable]) -> Iterator[Assessment]:
    for row in (row for item in cases if item.provision == name for row in item.rows):
        assessment = assess(policy, check_facts(row.facts))
        finding = assessment.finding(name)
        if finding.status is Status.ELIGIBLE and any(other.differs for other in finding.alternatives):
            yield assessment


def _sum_of(finding: Finding) -> Fraction:
    return finding.amount.low if finding.amount else ZERO


def _render_steps(finding: Finding) -> Element:
    rows = (
        tr[
            td[quote_step(step, finding.provision, f"../policies/{finding.policy.id}/")],
            td[step.found],
            td[mark(step.verdict), span(aria_hidden="true")[step.verdict.label]],
        ]
        for step in finding.outcome.judging
    )
    return make_scroll("逐条对照", render_table("", ("原文和条款", "查到的", "结论"), rows))
