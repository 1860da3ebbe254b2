"""The card of one provision in an answer: the result and the plain reason first, the rest in quiet disclosures."""

from dataclasses import dataclass, field
from functools import lru_cache

from htpy import Element, Node, a, article, div, h4, p, span, strong, table, tbody, td, th, tr
from markupsafe import Markup

from calc.contract import fill_form
from calc.engine.advise import advise
from calc.engine.assess import Assessment, Finding, Status
from calc.engine.ladder import build_ladder
from calc.pages.policy.claiming import render_claiming
from calc.pages.policy.ladder import render_ladder
from calc.pages.policy.notes import render_notes
from calc.pages.policy.readings import render_readings
from calc.pages.policy.steps import render_arithmetic, render_refusal, render_steps
from calc.parts.exclusion import render_exclusion
from calc.parts.fact_links import join_links
from calc.parts.part import Part
from calc.parts.wording import badge, say_main_result
from calc.rules.policy import Given, Policy, Provision


@dataclass(frozen=True)
class _Card:
    """What a card shows; cards are the same where the answers that concern their provision are."""

    policy: Policy
    provision: Provision
    given: Given
    assessment: Assessment = field(compare=False, repr=False)
    finding: Finding = field(compare=False, repr=False)


def render_finding(assessment: Assessment, finding: Finding) -> Part:
    """The whole card."""
    provision = finding.provision
    given = provision.select(assessment.case.answers)
    return _render_card(_Card(assessment.policy, provision, given, assessment, finding))


@lru_cache(maxsize=512)
def _render_card(card: _Card) -> Part:
    """Most cards stay as they are when one answer changes."""
    id_ = f"result-{card.provision.id}"
    return Part(article, id_, Markup(_build_card(id_, card.assessment, card.finding)))


def _build_card(id_: str, assessment: Assessment, finding: Finding) -> Element:
    provision, status = finding.provision, finding.status
    main_result = say_main_result(finding, provision.pays.headline(assessment.case))
    return article(class_=f"finding finding-{status.value}", id=id_)[
        h4[a(href=f"#{provision.id}")[provision.title], " ", span(".clause")[provision.clause]],
        p(".outcome")[
            badge(status, provision),
            " ",
            strong(".amount")[main_result] if main_result else None,
        ],
        render_reason(finding, main_result),
        render_exclusion(assessment.policy, provision) if not status.is_refused else None,
        render_readings(finding),
        (p(".advice")[item.text] for item in advise(assessment, finding) if item.kind != "answer"),
        _render_form(assessment, finding),
        render_ladder(build_ladder(assessment, finding)) if status is not Status.OUTSIDE else None,
        render_steps(finding),
        render_claiming(assessment, finding),
        render_notes(finding),
    ]


def render_reason(finding: Finding, main_result: str) -> Node:
    """Why, in a line: what fails, what is still open, or how the sum comes about."""
    if finding.status.is_refused:
        return render_refusal(finding)
    outcome, amount = finding.outcome, finding.amount
    paying = finding.provision.pays.every_fact
    depends = [fact for fact in outcome.missing if fact in paying]
    is_open = amount is not None and amount.is_counted and amount.low != amount.high
    tells_more = is_open and 0 < len(depends) < len(outcome.missing)
    is_settled = finding.status is Status.ELIGIBLE and not outcome.missing
    return [
        p(".missing")["还缺：", join_links(outcome.missing), "。"] if outcome.missing else None,
        p(".depends")["其中决定金额的：", join_links(depends), "。"] if tells_more else None,
        p(".missing")["等主管部门认定：", join_links(outcome.awaited), "。"] if outcome.awaited else None,
        render_arithmetic(finding, main_result) if is_settled else None,
    ]


def _render_form(assessment: Assessment, finding: Finding) -> Node:
    """The document's own form, filled with what is known; the authorities' boxes stay empty."""
    boxes = fill_form(assessment, finding.provision)
    if not boxes:
        return None
    return div(".table-scroll")[
        table(".form-sheet")[tbody[(tr[th(scope="row")[label], td[value]] for label, value in boxes)]]
    ]
