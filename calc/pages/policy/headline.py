"""Say the answer in a headline: the amount that stands large, and how many provisions have come to what."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.combine import Total
from calc.engine.outcome import Status
from calc.engine.progress import Progress, find_nearest, find_progress
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.region import PayeeSum, add_by_payee
from calc.parts.wording import GROUPS, NO_MONEY, NO_SUM_YET, OPEN, PLAIN_WORDS, name_group
from calc.rules.reading import Reading
from calc.values.money import ZERO, Kind, say_amount, say_yuan

NOTHING = "现在没有能领的"
REFUSED, NEAR = PLAIN_WORDS[Status.INELIGIBLE], "还差一点"


@dataclass(frozen=True)
class Headline:
    """The answer in a few words: `7,500 元`, and `2 项能领 · 3 项没问清`."""

    amount: str
    counts: str


def find_headline(answer: Answer) -> Headline:
    """Find the amount to show large and the line beneath it."""
    sums = (
        f"{own.payee.label} {say_yuan(own.sure)}" if names_payees(answer) else say_yuan(own.sure)
        for own in list_sure(answer)
    )
    return Headline("，".join(sums) or _say_without_sum(answer), " · ".join(_count(answer)))


def list_sure(answer: Answer) -> tuple[PayeeSum, ...]:
    """List the sums of everybody who asks and has a sure one."""
    return tuple(own for own in add_by_payee(answer.own_totals) if own.sure > ZERO)


def names_payees(answer: Answer) -> bool:
    """Decide whether sums say whose they are: nobody in particular asks, or several have one."""
    return answer.payees is None or len(list_sure(answer)) > 1


def find_in_reach(answer: Answer) -> tuple[ProvisionAnswer, Progress] | None:
    """Find what is nearest, where nothing is granted."""
    is_granted = any(_is_money(item.finding) for item in answer.with_status(Status.ELIGIBLE, Status.JUDGEMENT))
    return None if is_granted else find_nearest(answer.concerned)


def list_near(answer: Answer) -> tuple[ProvisionAnswer, ...]:
    """List what is refused and only short of a number."""
    return tuple(item for item in answer.concerned if item.finding.status.is_refused and find_progress(item))


def list_refused(answer: Answer) -> tuple[ProvisionAnswer, ...]:
    """List what is refused for more than a number: as many as the headline counts."""
    near = list_near(answer)
    return tuple(item for item in answer.concerned if item.finding.status.is_refused and item not in near)


def say_progress(progress: Progress) -> str:
    """Say how much is short, and what all of it brings."""
    brings = f"，能领 {say_amount(progress.amount)}" if progress.amount else ""
    return f"还差 {progress.lacking} {progress.unit}{brings}"


def say_news(answer: Answer) -> str:
    """Say the answer in one line: the amount, then what is had and what is open."""
    headline = find_headline(answer)
    told = (headline.amount, headline.counts.replace(" · ", "，"), say_rivalry(answer))
    return "，".join(filter(None, told))


def say_rivalry(answer: Answer) -> str:
    """Say that not all of what is granted can be had together; empty where it can."""
    granted = {item.provision.id for item in answer.findings if item.status is Status.ELIGIBLE}
    own = {item.finding.provision.id for item in answer.concerned}
    is_rival = any(granted.issuperset(pair) and own.intersection(pair) for pair in answer.exclusions.pairs)
    return "其中有的不能同时享受" if is_rival else ""


def say_granted_otherwise(answer: Answer) -> str:
    """Say what another reading grants those who ask: 按另一种能领 60,000 元; empty where none grants a sure sum."""
    sums = (sum((own.sure for own in add_by_payee(totals)), ZERO) for _, totals in _list_otherwise(answer))
    granted = [say_yuan(each) for each in sorted(set(sums)) if each]
    return f"按另一种能领 {'，或者 '.join(granted)}" if granted else ""


def list_granting(answer: Answer) -> tuple[Reading, ...]:
    """The readings that, taken the other way, grant those who ask a sure sum."""
    return tuple(
        reading for reading, totals in _list_otherwise(answer) if any(own.sure for own in add_by_payee(totals))
    )


def count_benefits(answer: Answer) -> Counter[str]:
    """Count the benefits of those who ask by the word for what they have come to."""
    return Counter(name_group(item.finding) for item in answer.concerned if item.finding.provision.is_benefit)


def _say_without_sum(answer: Answer) -> str:
    """Say what there is where no sum is sure: a bound, a sum in another document, something to arrange, or nothing."""
    rows = answer.own_granted_totals
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
    if any(map(_is_money, granted)):
        return "能领，金额还没算出"
    if near := find_in_reach(answer):
        return say_progress(near[1])
    if any(_is_money(item.finding) for item in answer.with_status(*OPEN)):
        return NO_SUM_YET
    if granted:
        return f"能办 {len(granted)} 项"
    if answer.with_status(*OPEN):
        return NO_MONEY
    otherwise = say_granted_otherwise(answer)
    return f"按一种读法没有，{otherwise}" if otherwise else NOTHING


def _list_otherwise(answer: Answer) -> Iterator[tuple[Reading, tuple[Total, ...]]]:
    """The totals of those who ask by each reading taken the other way."""
    return ((reading, answer.select_totals(totals)) for reading, totals in answer.totals_otherwise)


def _is_money(finding: Finding) -> bool:
    return finding.provision.nature.brings_money


def _count(answer: Answer) -> Iterator[str]:
    """Count what can be had, what waits and what is open; what is refused only where there is nothing else."""
    counts = count_benefits(answer)
    possible = [f"{counts[word]} 项{word}" for word in GROUPS if counts[word] and word != REFUSED]
    refused = ((len(list_near(answer)), NEAR), (len(list_refused(answer)), REFUSED))
    yield from possible or (f"{count} 项{word}" for count, word in refused if count)
