"""Find what the visitor may get in another role: a document pays each role by its own provisions, and one visitor may
have several, as an employer that is a workshop, too."""

from collections.abc import Iterator, Mapping

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.facts.catalogue import Answers
from calc.rules.payees import WANTED, Payee

ALIKE = (
    frozenset({Payee.WORKER, Payee.FAMILY}),
    frozenset({Payee.EMPLOYER, Payee.CARRIER}),
    frozenset({Payee.EMPLOYER, Payee.TRAINER}),
    frozenset({Payee.AGENT, Payee.SENDER}),
)
"""Whoever is one of these may be the other as well, or take the one for the other."""
SAID = {("employer_kind", "labour-agency"): Payee.AGENT}
"""An option by which a unit says that it is something else as well."""


def find_other_roles(answer: Answer) -> Mapping[Payee, tuple[Finding, ...]]:
    """Find by role what people apply for and the answers leave open, of all that the role of the visitor leaves out."""
    if answer.payees is None:
        return {}
    others = dict.fromkeys(role for payee in answer.payees for role in _list_roles(payee, answer.answers))
    found = {role: tuple(_list_open(answer, role)) for role in others if role not in answer.payees}
    return {role: findings for role, findings in found.items() if findings}


def _list_roles(payee: str, answers: Answers) -> Iterator[Payee]:
    for roles in ALIKE:
        if payee in roles:
            yield from (role for role in roles if role != payee)
    for (fact, option), role in SAID.items():
        told = answers.get(fact)
        if isinstance(told, tuple) and option in told:
            yield role


def _list_open(answer: Answer, role: Payee) -> Iterator[Finding]:
    for finding in answer.findings:
        is_role = finding.concerns((role,)) and not finding.concerns(answer.payees)
        if is_role and finding.provision.nature in WANTED and not finding.status.is_refused:
            yield finding
