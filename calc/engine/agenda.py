"""The days to keep in mind: when each sum can be had, when a notice ends, and until when claims are taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.rules.policy import Policy
from calc.values.money import Amount

DEADLINE = "申领截止"


@dataclass(frozen=True)
class Entry:
    """One thing to keep in mind; `day` is None while the dates given do not tell it.

    `provision` is empty for the deadline that all benefits of a policy share.
    """

    day: date | None
    title: str
    text: str
    amount: Amount | None = None
    provision: str = ""


def draw_up_agenda(policy: Policy, concerned: Sequence[ProvisionAnswer]) -> tuple[Entry, ...]:
    """Every entry of these answers, by day; what has no day yet comes last."""
    granted = [
        item
        for item in concerned
        if item.finding.status is Status.ELIGIBLE and item.finding.provision.nature.brings_money
    ]
    entries = [entry for item in granted for entry in _list_payments(item)]
    entries += [entry for item in concerned for entry in _list_own_days(item.finding)]
    until = policy.claims_until
    if until and granted:
        titles = "、".join(item.finding.provision.title for item in granted)
        entries.append(Entry(until, DEADLINE, f"最晚在这一天申领：{titles}"))
    return tuple(sorted(entries, key=lambda entry: entry.day or date.max))


def _list_payments(item: ProvisionAnswer) -> Iterator[Entry]:
    provision = item.finding.provision
    for due in item.payments:
        yield Entry(due.day, provision.title, due.text, due.amount, provision.id)


def _list_own_days(finding: Finding) -> Iterator[Entry]:
    """The days that follow from what is said itself: the last day of a public notice."""
    provision = finding.provision
    if not finding.status.is_refused:
        for day, text in provision.effect.list_days(finding.case):
            yield Entry(day, provision.title, text, None, provision.id)
