"""Render a policy's calculator for the build, before Python has loaded."""

from htpy import Element, Node

from calc.pages.policy.form import render_form
from calc.pages.policy.guide import offer_ways, render_guide
from calc.pages.policy.result import render_invitation
from calc.parts.answers import render_answers
from calc.parts.shell import render_shell
from calc.rules.policy import Policy


def render_calculator(
    policy: Policy, runtime: str, examples: Node = None, *, has_text: bool = True, signed: str = ""
) -> Element:
    """Render the form, the invitation and the examples.

    `has_text` says that the page also explains the policy, and can print the explanation; `signed` who compared the
    declarations with the text.
    """
    answers = [
        offer_ways(),
        render_guide(policy),
        render_form(policy),
        render_answers(policy.facts, {}),
    ]
    return render_shell(policy.id, runtime, answers, render_invitation(), examples, has_text=has_text, signed=signed)
