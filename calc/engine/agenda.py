"""The days to keep in mind: when each sum can be had, when a notice ends, and until when claims are taken."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from calc.engine.assess import Assessment, Finding, Status
from calc.engine.schedule import schedule
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


def draw_up_agenda(assessment: Assessment, payees: Collection[str] | None = None) -> tuple[Entry, ...]:
    """Every entry for the payees named (None: for all), by day; what has no day yet comes last."""
    granted = [
        finding
        for finding in assessment.findings
        if finding.concerns(payees) and finding.status is Status.ELIGIBLE and finding.provision.nature.brings_money
    ]
    entries = [entry for finding in granted for entry in _list_payments(assessment, finding)]
    concerned = (finding for finding in assessment.findings if finding.concerns(payees))
    entries += [entry for finding in concerned for entry in _list_own_days(assessment, finding)]
    until = assessment.policy.claims_until
    if until and granted:
        titles = "、".join(finding.provision.title for finding in granted)
        entries.append(Entry(until, DEADLINE, f"最晚在这一天申领：{titles}"))
    return tuple(sorted(entries, key=lambda entry: entry.day or date.max))


def _list_payments(assessment: Assessment, finding: Finding) -> Iterator[Entry]:
    provision = finding.provision
    for due in schedule(assessment, finding):
        yield Entry(due.day, provision.title, due.text, due.amount, provision.id)


def _list_own_days(assessment: Assessment, finding: Finding) -> Iterator[Entry]:
    """The days that follow from what is said itself: the last day of a public notice."""
    provision = finding.provision
    if not finding.status.is_refused:
        for day, text in provision.effect.list_days(assessment.case):
            yield Entry(day, provision.title, text, None, provision.id)
