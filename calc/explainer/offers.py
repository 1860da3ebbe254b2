"""Find the offers for each kind of applicant, and render a paper for each kind."""

from collections.abc import Callable, Iterable

from htpy import Element, a, button, div, li, nav, p, ul

from calc.parts.wording import applicants_of
from calc.rules.payees import WANTED, Payee
from calc.rules.policy import Policy
from calc.rules.provision import Provision


def offers_for(policy: Policy, payee: Payee) -> tuple[Provision, ...]:
    """Find the provisions that a payee can apply for."""
    return tuple(item for item in policy.provisions if payee in item.payees and item.nature in WANTED)


def list_audiences(policies: Iterable[Policy]) -> list[Payee]:
    """List all payees who can apply for something in any policy."""
    found = {payee for policy in policies for payee in applicants_of(policy)}
    return [payee for payee in Payee if payee in found]


def render_papers(payees: Iterable[Payee], what: str, render: Callable[[Payee], Element]) -> Element:
    """Render a paper for each kind of applicant, with links that show one of them alone, and then what prints it."""
    every = tuple(payees)
    choice = nav(".paper-choice", aria_label=f"选一份{what}")[
        p["每一类申请人一份。点名字，就只显示、只打印那一份："],
        ul[(li[a(href=f"#{payee.value}")[payee.label]] for payee in every), li[a(href="#all")["全部"]]],
    ]
    prints = p(data_print=True, hidden=True)[button(".md-button", type="button")["打印"]]
    return div(".papers")[choice, prints, map(render, every)]
