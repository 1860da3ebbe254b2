"""Say the answer in a headline: the amount that stands large, and how many provisions have come to what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.region import add_by_payee
from calc.parts.wording import OPEN, PLAIN_WORDS
from calc.values.money import ZERO, Kind, say_yuan

NO_SUM_YET = "还没算出金额"
NOTHING = "现在没有能领的"
HELP, REFUSED = "能办", PLAIN_WORDS[Status.INELIGIBLE]
POSSIBLE_GROUPS = (PLAIN_WORDS[Status.ELIGIBLE], HELP, *(PLAIN_WORDS[each] for each in OPEN))


@dataclass(frozen=True)
class Headline:
    """The answer in a few words: `7,500 元`, and `2 项能领 · 3 项没问清`."""

    amount: str
    counts: str


def find_headline(answer: Answer) -> Headline:
    """Find the amount to show large and the line beneath it."""
    return Headline("，".join(list_sums(answer)) or _say_without_sum(answer), " · ".join(_count(answer)))


def list_sums(answer: Answer) -> tuple[str, ...]:
    """List the sure sum of every payee who has one; whose it is, is said where there are several."""
    sums = [each for each in add_by_payee(answer.own_totals) if each.sure > ZERO]
    if len(sums) == 1:
        return (say_yuan(sums[0].sure),)
    return tuple(f"{each.payee.label} {say_yuan(each.sure)}" for each in sums)


def _say_without_sum(answer: Answer) -> str:
    """Say what there is where no sum is sure: a bound, a sum in another document, something to arrange, or nothing."""
    rows = answer.own_totals
    for lead, beside in (
        ("最高", [row.ceiling for row in rows]),
        ("不低于", [row.floor for row in rows]),
        ("预计", [row.estimate for row in rows]),
    ):
        if any(beside):
            return f"{lead} {say_yuan(sum(beside, ZERO))}"
    granted = [item.finding for item in answer.with_status(Status.ELIGIBLE) if item.finding.provision.is_benefit]
    if any(item.amount and item.amount.kind is Kind.NOT_STATED for item in granted):
        return "能领，金额按规定"
    if any(item.provision.nature.brings_money for item in granted):
        return "能领，金额还没算出"
    if answer.with_status(Status.UNKNOWN, Status.JUDGEMENT):
        return NO_SUM_YET
    return f"能办 {len(granted)} 项" if granted else NOTHING


def _count(answer: Answer) -> Iterator[str]:
    """Count what can be had, what waits and what is open; what is refused only where there is nothing else."""
    counts = Counter(_name_group(item.finding) for item in answer.concerned if item.finding.provision.is_benefit)
    possible = [f"{counts[word]} 项{word}" for word in POSSIBLE_GROUPS if counts[word]]
    yield from possible or (f"{counts[word]} 项{word}" for word in (REFUSED,) if counts[word])


def _name_group(finding: Finding) -> str:
    """Name the group in which a benefit is counted: help that is no money is arranged, not had."""
    is_help = finding.status is Status.ELIGIBLE and not finding.provision.nature.brings_money
    return HELP if is_help else PLAIN_WORDS[finding.status]
