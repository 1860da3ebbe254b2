"""What it adds up to, for each payee and fund: the sure sum, and beside it what is no part of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from htpy import Element, Node, div, h4, li, p, strong, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding, Status
from calc.engine.combine import Total
from calc.parts.wording import NOT_WRITTEN, nest_quotes
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.values.money import ZERO, Kind, say_yuan


@dataclass(frozen=True)
class Tally:
    """One payee's money from one fund, and what stands beside the sure sum; `most` is what it could become.

    `summed` is what the sure sum comes from.
    """

    payee: Payee
    fund: str
    sure: Fraction
    most: Fraction | None
    has_floor: bool
    ceilings: tuple[Finding, ...]
    unstated: tuple[Finding, ...]
    open: tuple[Finding, ...]
    summed: tuple[Finding, ...] = ()

    @property
    def is_telling(self) -> bool:
        """Whether there is anything but open questions."""
        return bool(self.sure or self.ceilings or self.unstated)


def tally(answer: Answer) -> tuple[Tally, ...]:
    """Every payee and fund with something granted or still open."""
    concerned = [item.finding for item in answer.concerned if not item.finding.status.is_refused]
    rows = {(row.payee, row.fund): row for row in answer.totals}
    keys = dict.fromkeys((item.payee, fund) for item in concerned for fund in _funds_of(item))
    return tuple(_tally(payee, fund, rows.get((payee, fund)), concerned) for payee, fund in keys)


def _tally(payee: Payee, fund: str, row: Total | None, concerned: Sequence[Finding]) -> Tally:
    own = [item for item in concerned if item.payee is payee and fund in _funds_of(item)]
    granted = [item for item in own if item.status is Status.ELIGIBLE and not item.outcome.missing]
    kinds: dict[Kind, list[Finding]] = {Kind.CEILING: [], Kind.NOT_STATED: [], Kind.FLOOR: []}
    for item in granted:
        if item.amount and item.amount.kind in kinds:
            kinds[item.amount.kind].append(item)
    return Tally(
        payee,
        fund,
        row.low if row else ZERO,
        row.high if row else None,
        bool(kinds[Kind.FLOOR]),
        tuple(kinds[Kind.CEILING]),
        tuple(kinds[Kind.NOT_STATED]),
        tuple(item for item in own if item not in granted),
        tuple(item for item in granted if item.amount and item.amount.low),
    )


def _funds_of(finding: Finding) -> tuple[str, ...]:
    """The funds that pay it; none where it is no money at all."""
    if not finding.provision.nature.brings_money or (finding.amount and finding.amount.kind is Kind.IN_KIND):
        return ()
    return tuple(fund for fund, _ in finding.outcome.by_fund) or (finding.provision.paid_from or NOT_WRITTEN,)


def render_totals(answer: Answer) -> Node:
    """The sums on top of the answer; nothing while there is nothing to say."""
    tallies = [item for item in tally(answer) if item.is_telling]
    if not tallies:
        return None
    return div(".totals")[
        h4["合计"],
        (_render_tally(item, answer.policy) for item in tallies),
        [p(".reading")[sentence] for sentence in say_other_totals(answer)],
    ]


def _render_tally(item: Tally, policy: Policy) -> Element:
    beside = list(say_what_is_beside(item, policy))
    return div(".tally")[
        p[f"{item.payee.label} · {item.fund}"],
        p(".sum")[strong[say_sure_sum(item)]] if item.sure else None,
        ul(".beside")[(li[sentence] for sentence in beside)] if beside else None,
    ]


def say_sure_sum(item: Tally) -> str:
    """The sure sum in words: 不低于 where a floor is inside."""
    return f"{'不低于' if item.has_floor else '确定'} {say_yuan(item.sure)}"


def say_what_is_beside(item: Tally, policy: Policy) -> Iterable[str]:
    """Ceilings, sums that stand elsewhere and open ones, named; none of them is in the sum.

    What cannot be had beside a benefit of the sum is no more of the same, but another choice.
    """
    lead = "另有" if item.sure else ""
    for finding in item.ceilings:
        if finding.amount and finding.amount.high is not None:
            most = f"最高 {say_yuan(finding.amount.high)}的{finding.provision.title}，不计入合计"
            rivals = {rival.title for each in policy.rivals_of(finding.provision).values() for rival in each}
            instead = [other.provision.title for other in item.summed if other.provision.title in rivals]
            yield f"{most}；它与{'、'.join(instead)}不能同时享受" if instead else f"{lead}{most}"
    if item.unstated:
        names = "、".join(finding.provision.title for finding in item.unstated)
        yield f"{lead}{names}：金额按规定（本文件未写明），不计入合计"
    most = f"；如果都能领，合计最多 {say_yuan(item.most)}" if item.most and item.most > item.sure else ""
    for words, findings in (
        ("可享受、金额待补充", [finding for finding in item.open if finding.status is Status.ELIGIBLE]),
        ("待补充", [finding for finding in item.open if finding.status is not Status.ELIGIBLE]),
    ):
        if findings:
            yield f"另有 {len(findings)} 项{words}（{'、'.join(each.provision.title for each in findings)}）{most}"
            most = ""


def say_other_totals(answer: Answer) -> Iterable[str]:
    """By how much another reading would change a sure sum."""
    usual = _add_up_payees(answer.own_totals)
    for reading, totals in answer.totals_otherwise:
        other = _add_up_payees(answer.select_totals(totals))
        for payee in dict.fromkeys((*usual, *other)):
            difference = other.get(payee, ZERO) - usual.get(payee, ZERO)
            if difference:
                change = f"{'多' if difference > 0 else '少'} {say_yuan(abs(difference))}"
                other_words = nest_quotes(reading.other)
                yield f"{reading.question}另一种读法是“{other_words}”，{payee.label}的确定金额会{change}。"


def _add_up_payees(totals: Iterable[Total]) -> dict[Payee, Fraction]:
    sums: dict[Payee, Fraction] = {}
    for row in totals:
        sums[row.payee] = sums.get(row.payee, ZERO) + row.low
    return sums
