"""Render what the visitor may get in another role, each role with a link that takes the answers along."""

from collections.abc import Mapping, Sequence

from htpy import Element, Node, a, div, h4, li, strong, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.other_roles import find_other_roles
from calc.engine.outcome import Status
from calc.facts.link import write_link
from calc.parts.field import WHO
from calc.parts.wording import say_main_result, tells_amount
from calc.rules.payees import Payee

MOST_NAMED = 3
"""So many offers are named; of more their number is told."""


def render_other_roles(answer: Answer, given: Mapping[str, object]) -> Node:
    """Render what is open in other roles; nothing where there is none. `given` is what the links take along."""
    roles = find_other_roles(answer)
    if not roles:
        return None
    return div(".other-roles")[
        h4["您也是下面这一类吗？另外还有"],
        ul[(_render_role(role, findings, given) for role, findings in roles.items())],
    ]


def _render_role(role: Payee, findings: Sequence[Finding], given: Mapping[str, object]) -> Element:
    link = write_link({**given, WHO: role.value})
    return li[
        strong[f"{role.plain}："],
        f"{say_offers(findings)}。",
        a(href=f"#{link}")[f"按{role.plain}算（答案一起带过去）"],
    ]


def say_offers(findings: Sequence[Finding]) -> str:
    """Name some findings, what is granted with its sum; of many only the first, and their number."""
    named = "、".join(map(_say_offer, findings[:MOST_NAMED]))
    return f"{named}等 {len(findings)} 项" if len(findings) > MOST_NAMED else named


def _say_offer(finding: Finding) -> str:
    is_sure = finding.status is Status.ELIGIBLE and tells_amount(finding.outcome)
    brings = f"（{say_main_result(finding, '')}）" if is_sure else ""
    return f"{finding.provision.title}{brings}"
