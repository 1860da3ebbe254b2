"""What one applies for, by kind of applicant, and the links that choose one kind's paper."""

from collections.abc import Iterable

from htpy import Element, a, li, nav, p, ul

from calc.parts.wording import payees_of
from calc.rules.payees import Nature, Payee
from calc.rules.policy import Policy, Provision

FIXED = (Nature.CASH, Nature.RATE, Nature.RECOGNITION)
"""What the document itself settles, each with a part of its own on the sheet."""
WANTED = (*FIXED, Nature.REFERENCED)
"""What one applies for; the rest is help in kind and duties."""


def offers_for(policy: Policy, payee: Payee) -> tuple[Provision, ...]:
    """What somebody can apply for."""
    return tuple(item for item in policy.provisions if payee in payees_of(item) and item.nature in WANTED)


def render_choice(payees: Iterable[Payee], what: str) -> Element:
    """Links to the sheets of a page: the one chosen is shown and printed alone."""
    return nav(".paper-choice", aria_label=f"选一份{what}")[
        p["每一类申请人一份。点名字，就只显示、只打印那一份："],
        ul[(li[a(href=f"#{payee.value}")[payee.label]] for payee in payees), li[a(href="#all")["全部"]]],
    ]
