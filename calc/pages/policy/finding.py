"""Render the card of one provision: the result and the plain reason first, the rest in quiet disclosures."""

from functools import lru_cache

from htpy import Element, Node, a, article, div, h4, p, strong, table, tbody
from markupsafe import Markup

from calc.engine.assess import REMEMBERED, Finding
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.pages.policy.claiming import render_claiming
from calc.pages.policy.ladder import render_ladder
from calc.pages.policy.notes import render_notes
from calc.pages.policy.readings import render_readings
from calc.pages.policy.steps import render_arithmetic, render_refusal, render_steps
from calc.parts.exclusion import render_exclusion
from calc.parts.fact_links import join_links
from calc.parts.part import Part
from calc.parts.tables import render_row
from calc.parts.wording import add_clause, badge, say_main_result


@lru_cache(maxsize=REMEMBERED)
def render_finding(item: ProvisionAnswer) -> Part:
    """Render the whole card, once: one more answer changes few findings, and so few cards."""
    id_ = f"result-{item.finding.provision.id}"
    return Part(article, id_, Markup(_build_card(id_, item)))


def _build_card(id_: str, item: ProvisionAnswer) -> Element:
    finding = item.finding
    provision, status = finding.provision, finding.status
    main_result = say_main_result(finding, item.headline)
    return article(class_=f"finding finding-{status.value}", id=id_)[
        h4[add_clause(a(href=f"#{provision.id}")[provision.title], provision.clause)],
        p(".outcome")[badge(item.finding.outcome), " ", strong(".amount")[main_result] if main_result else None],
        render_reason(finding, main_result),
        render_exclusion(finding.policy, provision) if not status.is_refused else None,
        render_readings(finding),
        (p(".advice")[each.text] for each in item.advice if each.kind != "answer"),
        _render_form(item),
        render_ladder(item.ladder) if status is not Status.OUTSIDE else None,
        render_steps(finding),
        render_claiming(item),
        render_notes(finding),
    ]


def render_reason(finding: Finding, main_result: str) -> Node:
    """Say in a line what fails, what is still open, or how the sum comes about."""
    heads = p(".heads")[finding.heads.sentence] if finding.heads else None
    if finding.status.is_refused:
        return [heads, render_refusal(finding)]
    outcome, depends = finding.outcome, list_deciding(finding)
    is_settled = finding.status is Status.ELIGIBLE and not outcome.missing
    return [
        heads,
        p(".missing")["还缺：", join_links(outcome.missing), "。"] if outcome.missing else None,
        p(".depends")["其中决定金额的：", join_links(depends), "。"] if depends else None,
        p(".missing")["等主管部门认定：", join_links(outcome.awaited), "。"] if outcome.awaited else None,
        render_arithmetic(finding, main_result) if is_settled else None,
    ]


def list_deciding(finding: Finding) -> tuple[str, ...]:
    """List the missing facts that decide the sum while it is open; none where all of them do."""
    amount, missing = finding.amount, finding.outcome.missing
    if amount is None or not amount.is_counted or amount.low == amount.high:
        return ()
    asked = finding.provision.effect.facts_in_force(finding.case)
    deciding = tuple(fact for fact in missing if fact in asked)
    return deciding if len(deciding) < len(missing) else ()


def _render_form(item: ProvisionAnswer) -> Node:
    """Render the document's own form with the known answers; the authorities' boxes stay empty."""
    if not item.form:
        return None
    rows = (render_row(box.label, box.text) for box in item.form.boxes)
    return div(".table-scroll")[table(".form-sheet")[tbody[rows]]]
