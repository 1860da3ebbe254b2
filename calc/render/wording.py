"""Short texts that cards and answers share."""

from htpy import Node, q, span

from calc.assess import Status
from calc.money import Amount, Kind, say_yuan
from calc.payees import Nature, Payee, PayeeBy
from calc.policy import Policy, Provision
from calc.truth import Verdict

DISCLAIMER = "测算结果 · 仅供参考 · 以经办机构审核为准"
MARKS = {Verdict.YES: "✓", Verdict.NO: "✗", Verdict.UNKNOWN: "?", Verdict.JUDGEMENT: "⚖"}
ANYONE = "all"


def say_amount(amount: Amount, status: Status) -> str:
    """An amount in words: exact, 最高, 不低于, a range, or that the document states none."""
    if amount.kind is Kind.NOT_STATED:
        return "金额按规定（本文件未写明）"
    if amount.kind is Kind.IN_KIND:
        return "服务或免费办理，不发现金"
    low = say_yuan(amount.low)
    if amount.high is None:
        if not amount.low:
            return "金额待补充"
        return f"不低于 {low}"
    high = say_yuan(amount.high)
    if amount.kind is Kind.CEILING:
        return f"最高 {high}"
    if amount.low == amount.high:
        return high
    if status is Status.ELIGIBLE:
        return f"{low} 至 {high}"
    return f"可能是 {low} 至 {high}" if amount.low else f"可能最高 {high}"


def badge(status: Status, nature: Nature) -> Node:
    """A status as a badge: a word, never colour alone. A recognition is applied for, not enjoyed."""
    is_applied_for = status is Status.ELIGIBLE and nature is Nature.RECOGNITION
    return span(class_=f"badge badge-{status.value}")["可以申请认定" if is_applied_for else status.label]


def mark(verdict: Verdict) -> Node:
    """A verdict as a mark with its word for those who listen."""
    return span(class_=f"mark mark-{verdict.value}")[
        span(aria_hidden="true")[MARKS[verdict]], span(class_="mark-word")[verdict.label]
    ]


def quote(phrase: str, clause: str) -> Node:
    """A phrase of the document with its clause."""
    return [q[phrase], " ", span(class_="clause")[clause]] if phrase else span(class_="clause")[clause]


def payees_of(provision: Provision) -> tuple[Payee, ...]:
    """All who may be paid by a provision."""
    if isinstance(provision.payee, PayeeBy):
        return tuple(payee for _, payee in provision.payee.payees)
    return (provision.payee,)


def asked_by(who: str) -> tuple[str, ...] | None:
    """The payees that the one who asks stands for; None for everybody, and while nobody has said who asks."""
    return None if who in ("", ANYONE) else (who,)


def applicants_of(policy: Policy) -> tuple[Payee, ...]:
    """Who can apply for something under a policy, in the document's order."""
    payees = (payee for provision in policy.provisions for payee in payees_of(provision))
    return tuple(dict.fromkeys(payee for payee in payees if payee is not Payee.AUTHORITY))
