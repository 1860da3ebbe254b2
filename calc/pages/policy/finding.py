"""Render the row of one provision: mark, name, amount and reason in sight, the whole card inside."""

from collections.abc import Iterable
from functools import lru_cache

from htpy import Element, Node, a, details, div, h4, p, span, strong, summary, table, tbody
from markupsafe import Markup

from calc.engine.assess import REMEMBERED, Finding
from calc.engine.outcome import Outcome, Status
from calc.engine.progress import Progress, find_progress
from calc.engine.provision_answer import ProvisionAnswer
from calc.facts.catalogue import CATALOGUE
from calc.pages.policy.claiming import render_claiming
from calc.pages.policy.headline import say_progress
from calc.pages.policy.ladder import render_ladder
from calc.pages.policy.notes import render_notes
from calc.pages.policy.readings import render_readings
from calc.pages.policy.steps import render_arithmetic, render_refusal, render_steps
from calc.parts.bars import render_progress
from calc.parts.exclusion import render_exclusion
from calc.parts.fact_links import join_links
from calc.parts.part import Part
from calc.parts.tables import render_row
from calc.parts.wording import (
    add_clause,
    badge,
    name_place,
    say_advice,
    say_hanging,
    say_main_result,
    say_plainly,
    tells_amount,
)
from calc.values.money import say_amount

NEAR, PAPER = "near", "paper"
SIGNS = {
    Status.ELIGIBLE: "✓",
    Status.JUDGEMENT: "⚖",
    Status.UNKNOWN: "？",
    Status.INELIGIBLE: "✕",
    Status.OUTSIDE: "✕",
    NEAR: "◐",
    PAPER: "→",
}
"""A sign for each kind of row: a status, something near, or a paper, a procedure or a duty."""
MOST_NAMED = 2
"""A row names so many of the questions that are still open, and counts more of them."""


@lru_cache(maxsize=REMEMBERED)
def render_finding(item: ProvisionAnswer) -> Part:
    """Render the whole row, once: one more answer changes few findings, and so few rows."""
    id_ = f"result-{item.finding.provision.id}"
    return Part(details, id_, Markup(_build_row(id_, item)))


def is_near(item: ProvisionAnswer) -> bool:
    """Decide whether something refused is only short of a number."""
    return item.finding.status.is_refused and find_progress(item) is not None


def is_paper(item: ProvisionAnswer) -> bool:
    """Decide whether something possible is no benefit: a paper, a procedure or a duty."""
    return not item.finding.provision.is_benefit and not item.finding.status.is_refused


def _name_kind(item: ProvisionAnswer) -> str:
    if is_near(item):
        return NEAR
    return PAPER if is_paper(item) else item.finding.status.value


def _build_row(id_: str, item: ProvisionAnswer) -> Element:
    finding = item.finding
    progress = find_progress(item)
    kind = _name_kind(item)
    main_result = say_main_result(finding, item.headline)
    return details(class_=f"finding finding-{kind}", id=id_)[
        summary[
            span(".sign", aria_hidden="true")[SIGNS[kind]],
            h4[finding.provision.title],
            span(".told-at-once")[
                _render_result(finding.outcome, main_result, progress), " ", _render_remark(finding, progress)
            ],
        ],
        _build_card(item, main_result),
    ]


def _render_result(outcome: Outcome, main_result: str, progress: Progress | None) -> Node:
    """Render the status in a word and the amount; what is only short of a number says how much."""
    if outcome.status.is_refused and progress:
        return span(".outcome")[strong(".amount")[say_progress(progress)], render_progress(progress.share)]
    amount = strong(".amount")[main_result] if main_result and tells_amount(outcome) else None
    return span(".outcome")[badge(outcome, say_plainly), " ", amount]


def _render_remark(finding: Finding, progress: Progress | None) -> Node:
    """Render in a line why, who of a unit's people counts, what is missing, or what more would bring."""
    outcome, heads = finding.outcome, finding.heads
    if heads and heads.counted != heads.total:
        return span(".remark")[heads.sentence]
    if finding.status.is_refused:
        reason = outcome.first_reason
        return span(".remark")[reason.found] if reason and not progress else None
    if outcome.missing:
        hanging = say_hanging(outcome)
        return span(".remark")[f"{hanging}。" if hanging else None, f"还要问：{_name_some(outcome.missing)}"]
    if outcome.awaited:
        return span(".remark")[f"等主管部门认定：{_name_some(outcome.awaited)}"]
    if progress and progress.amount:
        before = "到期前要是" if finding.policy.term.end else ""
        more = f"{before}{progress.more} {progress.lacking} {progress.unit}，一共能领 {say_amount(progress.amount)}"
        return span(".remark")[more, render_progress(progress.share)]
    return None


def _name_some(facts: Iterable[str]) -> str:
    names = [CATALOGUE[fact].short for fact in facts]
    return "、".join(names) if len(names) <= MOST_NAMED else f"{len(names)} 样"


def _build_card(item: ProvisionAnswer, main_result: str) -> Element:
    finding = item.finding
    provision, status = finding.provision, finding.status
    return div(".finding-card")[
        p(".origin")[add_clause(a(href=f"#{name_place(provision)}")["看条款"], provision.clause)],
        render_reason(finding, main_result),
        render_exclusion(finding.policy, provision) if not status.is_refused else None,
        render_readings(finding),
        (p(".advice")[sentence] for sentence in say_advice(item)),
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
