"""Render the reasons of a finding: every step with its phrase, its clause and what was found."""

from functools import lru_cache

from htpy import Element, Node, details, li, ol, p, span, summary, ul
from markupsafe import Markup

from calc.engine.assess import REMEMBERED, Finding
from calc.parts.wording import mark, quote_step
from calc.rules.case import Step
from calc.rules.provision import Provision


def render_steps(finding: Finding) -> Element:
    """Render every step in a disclosure."""
    return details(".steps")[summary[f"逐条理由（{len(finding.outcome.steps)} 条）"], list_steps(finding)]


def list_steps(finding: Finding) -> Element:
    """Render every step in order."""
    return ol[(_render_step(step, finding.provision) for step in finding.outcome.steps)]


def render_refusal(finding: Finding) -> Node:
    """Render each condition that fails, with what was found."""
    if not finding.status.is_refused:
        return None
    return ul(".reasons")[
        (li[step.found, " ", quote_step(step, finding.provision)] for step in finding.outcome.reasons)
    ]


def render_arithmetic(finding: Finding, main_result: str) -> Node:
    """Render the line that says how the sum comes about; the steps tell the rest."""
    told = say_arithmetic(finding, main_result)
    return p(".arithmetic")[told] if told else None


def say_arithmetic(finding: Finding, main_result: str) -> str:
    """Say in one line that everything is met and how the sum comes about; nothing of what is no benefit."""
    provision = finding.provision
    if not provision.is_benefit:
        return ""
    found = [step.found for step in finding.outcome.paying if step.found and step.found != main_result]
    if finding.amount and not finding.amount.is_counted:
        found = found[-1:]  # what is told of a sum that is not counted
    elif reckoned := [line for line in found if " = " in line]:
        found = reckoned
    told = f"怎么算：{'；'.join(found)}。" if found and provision.nature.brings_money else ""
    return f"条件都满足。{told}"


@lru_cache(maxsize=2 * REMEMBERED)
def _render_step(step: Step, provision: Provision) -> Markup:
    """Render one step; the others of a card stay when one answer changes."""
    parts = [_render_step(part, provision) for part in step.parts] if any(part.phrase for part in step.parts) else None
    return Markup(
        li(class_=f"step step-{step.verdict.value}")[
            mark(step.verdict),
            " ",
            quote_step(step, provision),
            span(".found")[step.found] if step.found else None,
            ol[parts] if parts else None,
        ]
    )
