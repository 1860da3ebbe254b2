"""Render the totals by payee and fund: the sure sum, and beside it the amounts that it leaves out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from htpy import Element, Node, div, h4, li, p, strong, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.combine import Total
from calc.engine.outcome import Status
from calc.parts.wording import PLAIN_WORDS, join_titles, nest_quotes, say_payee_of
from calc.rules.payees import Payee
from calc.rules.reading import Reading
from calc.values.money import ZERO, Kind, say_amount, say_yuan

LACKING = "还要再问几题才知道"


@dataclass(frozen=True)
class Tally:
    """A total of one payee from one fund, with the findings granted and those still open."""

    total: Total
    granted: tuple[Finding, ...]
    open: tuple[Finding, ...]

    def pick(self, kind: Kind) -> list[Finding]:
        """Pick the granted findings with an amount of this kind."""
        return [item for item in self.granted if item.amount and item.amount.kind is kind]

    @property
    def is_telling(self) -> bool:
        """Whether there is anything but open questions."""
        return bool(self.total.low or any(map(self.pick, (Kind.CEILING, Kind.FLOOR, Kind.ESTIMATE, Kind.NOT_STATED))))


def say_head(item: Tally) -> str:
    """Say whose sum it is, and from which fund."""
    paying = (finding.provision for finding in (*item.granted, *item.open))
    return f"{say_payee_of(item.total.payee, paying)} · {item.total.fund}"


def tally(answer: Answer) -> tuple[Tally, ...]:
    """Find every payee and fund with something granted or still open."""
    concerned = [item.finding for item in answer.concerned if not item.finding.status.is_refused]
    totals = {(row.payee, row.fund): row for row in answer.totals}
    findings: dict[tuple[Payee, str], list[Finding]] = {}
    for item in concerned:
        for fund in _funds_of(item):
            findings.setdefault((item.payee, fund), []).append(item)
    return tuple(_tally(totals.get(key, Total(*key, ZERO, None)), own) for key, own in findings.items())


def list_tallies(answer: Answer) -> tuple[Tally, ...]:
    """List what every payee has from every fund, open sums too; nothing while all is open."""
    every = tally(answer)
    return every if any(item.is_telling for item in every) else ()


def _tally(total: Total, findings: Sequence[Finding]) -> Tally:
    granted = tuple(item for item in findings if item.status is Status.ELIGIBLE and not item.outcome.missing)
    return Tally(total, granted, tuple(item for item in findings if item not in granted))


def _funds_of(finding: Finding) -> tuple[str, ...]:
    """Find the funds that pay a provision; none where it brings no money."""
    if not finding.provision.nature.brings_money or (finding.amount and finding.amount.kind is Kind.IN_KIND):
        return ()
    return tuple(fund for fund, _ in finding.outcome.by_fund) or (finding.provision.paid_from,)


def render_totals(answer: Answer) -> Node:
    """Render the sums on top of the answer; nothing while there is nothing to say."""
    tallies = list_tallies(answer)
    if not tallies:
        return None
    return div(".totals")[
        h4["合计"],
        (_render_tally(answer, item) for item in tallies),
        (p(".reading")[sentence] for sentence in say_other_totals(answer)),
    ]


def _render_tally(answer: Answer, item: Tally) -> Element:
    beside = list(say_what_is_beside(item))
    return div(".tally")[
        p[say_head(item)],
        p(".sum")[strong[say_sure_sum(answer, item.total)]] if item.total.low else None,
        ul(".beside")[(li[sentence] for sentence in beside)] if beside else None,
    ]


def say_sure_sum(answer: Answer, total: Total) -> str:
    """Say the sure sum, and what it is by another reading."""
    others = dict.fromkeys(say_other_sum(answer, reading, low) for reading, low in answer.list_other_sums(total))
    return f"{say_yuan(total.low)}{''.join(f'，另一种读法{other}' for other in others)}"


def say_other_sum(answer: Answer, reading: Reading, low: Fraction) -> str:
    """Say what a sum is by another reading, or that nobody knows yet: what still lacks answers is not nothing."""
    return LACKING if answer.lacks_otherwise(reading) else f"是 {say_yuan(low)}"


def say_what_is_beside(item: Tally) -> Iterator[str]:
    """Name ceilings, floors, estimates, sums in other documents and open sums; the sure sum holds none of them."""
    yield from say_bounds(item)
    yield from _say_open_sums(item)


def say_bounds(item: Tally) -> Iterator[str]:
    """Name ceilings, floors, estimates and sums in other documents.

    A rival of a benefit in the sum is no addition, but another choice.
    """
    lead = "另有" if item.total.low else ""
    summed = [other for other in item.granted if other.amount and other.amount.low]
    for finding in item.pick(Kind.CEILING):
        if finding.amount and finding.amount.high is not None:
            most = f"最高 {say_yuan(finding.amount.high)}的{finding.provision.title}，不计入合计"
            rivals = {rival.title for each in finding.policy.rivals_of(finding.provision).values() for rival in each}
            instead = join_titles(other for other in summed if other.provision.title in rivals)
            yield f"{most}；它与{instead}不能同时享受" if instead else f"{lead}{most}"
    for finding in (*item.pick(Kind.FLOOR), *item.pick(Kind.ESTIMATE)):
        if finding.amount:
            yield f"{lead}{say_amount(finding.amount)}的{finding.provision.title}，不计入合计"
    if unstated := item.pick(Kind.NOT_STATED):
        yield f"{lead}{join_titles(unstated)}：金额按规定（本文件未写明），不计入合计"


def _say_open_sums(item: Tally) -> Iterator[str]:
    sure, highest = item.total.low, item.total.high
    most = f"；如果都能领，合计最多 {say_yuan(highest)}" if highest and highest > sure else ""
    for words, findings in (
        ("能领、金额还没算出", [finding for finding in item.open if finding.status is Status.ELIGIBLE]),
        (PLAIN_WORDS[Status.UNKNOWN], [finding for finding in item.open if finding.status is not Status.ELIGIBLE]),
    ):
        if findings:
            yield f"另有 {len(findings)} 项{words}（{join_titles(findings)}）{most}"
            most = ""


def say_other_totals(answer: Answer) -> Iterator[str]:
    """Say by how much another reading would change a sure sum, or that it would first need further answers."""
    usual = _add_up_payees(answer.own_totals)
    for reading, totals in answer.totals_otherwise:
        other = _add_up_payees(answer.select_totals(totals))
        for payee in dict.fromkeys((*usual, *other)):
            difference = other.get(payee, ZERO) - usual.get(payee, ZERO)
            if difference:
                change = f"会{'多' if difference > 0 else '少'} {say_yuan(abs(difference))}"
                told = LACKING if answer.lacks_otherwise(reading) else change
                other_reading = f"另一种读法是“{nest_quotes(reading.other)}”"
                yield f"{reading.question}{other_reading}，{payee.label}能领的{told}。"


def _add_up_payees(totals: Iterable[Total]) -> dict[Payee, Fraction]:
    sums: dict[Payee, Fraction] = {}
    for row in totals:
        sums[row.payee] = sums.get(row.payee, ZERO) + row.low
    return sums
