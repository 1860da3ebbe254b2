"""Render both readings of a sentence side by side with their difference, where the difference matters."""

from collections.abc import Callable
from fractions import Fraction

from htpy import Element, Node, div, p, td, tr

from calc.engine.assess import Alternative, Finding
from calc.engine.outcome import Outcome, Status
from calc.engine.status_word import say_status
from calc.parts.tables import render_table
from calc.parts.wording import say_amount, say_plainly
from calc.values.money import say_yuan


def render_readings(finding: Finding) -> Node:
    """Render every other reading that is to be told."""
    return [_render_reading(finding, alternative) for alternative in list_readings(finding)]


def list_readings(finding: Finding) -> tuple[Alternative, ...]:
    """List the other readings that change something, also while the finding is open."""
    return tuple(alternative for alternative in finding.alternatives if alternative.differs)


def _render_reading(finding: Finding, alternative: Alternative) -> Element:
    reading = alternative.reading
    taken, otherwise = say_both_outcomes(finding, alternative, say_plainly)
    rows = (tr[td[reading.default], td[reading.other]], tr(".reading-results")[td[taken], td[otherwise]])
    difference = say_difference(finding.outcome, alternative.outcome)
    return div(".reading")[
        p[f"这里有两种读法：{reading.question}"],
        render_table(".reading-table", ("这里的读法", "另一种读法"), rows),
        p(".reading-difference")[difference] if difference else None,
    ]


def say_both_outcomes(
    finding: Finding, alternative: Alternative, say: Callable[[Outcome], str] = say_status
) -> tuple[str, str]:
    """Say what the reading taken and the other one come to; where no sum tells them apart, what is found does."""
    outcome, other = finding.outcome, alternative.outcome
    if alternative.found:
        return _say_found(outcome, other), "；".join(alternative.found)
    return _say_outcome(outcome, say), _say_outcome(other, say)


def _say_found(outcome: Outcome, other: Outcome) -> str:
    """Say what only this outcome finds."""
    return "；".join(step.found for step in outcome.steps if step not in other.steps)


def _say_outcome(outcome: Outcome, say: Callable[[Outcome], str]) -> str:
    """Say the sum of one reading, or its status while it has no sure sum."""
    status = say(outcome)
    if outcome.amount is None:
        return status
    amount = say_amount(outcome.amount, outcome.status)
    return amount if outcome.status is Status.ELIGIBLE and outcome.amount.is_counted else f"{status}，{amount}"


def say_difference(outcome: Outcome, other: Outcome) -> str:
    """Say by how much the other reading brings more or less; nothing while a sum is open."""
    first, second = _exact_sum(outcome), _exact_sum(other)
    if first is None or second is None or first == second:
        return ""
    return f"按另一种读法{'多' if second > first else '少'} {say_yuan(abs(second - first))}，以经办机构的解释为准。"


def _exact_sum(outcome: Outcome) -> Fraction | None:
    """Find the sure sum; zero for a refusal."""
    if outcome.status.is_refused:
        return Fraction(0)
    amount = outcome.amount
    if outcome.status is not Status.ELIGIBLE or amount is None or not amount.is_counted or amount.low != amount.high:
        return None
    return amount.low
