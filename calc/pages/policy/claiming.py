"""How to claim: what to bring as a list to tick, where to go, when, until when, and from which fund it is paid."""

from htpy import Element, Node, dd, details, div, dl, dt, label, li, p, span, summary, ul
from htpy import input as input_

from calc.engine.assess import Finding, Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.schedule import Due
from calc.parts.wording import NOT_WRITTEN, TO_PROVE, say_amount
from calc.values.dates import spell_date

MOST_LISTED = 4
"""Payments that a card lists; the timeline has them all."""


def render_claiming(item: ProvisionAnswer) -> Node:
    """The whole of it for what is or may be granted."""
    if not can_be_claimed(item.finding):
        return None
    return details(".claiming")[
        summary["怎样办理：材料、地点、时间"],
        _render_evidence(item.finding),
        render_procedure(item),
    ]


def can_be_claimed(finding: Finding) -> bool:
    """Whether there is anything to claim: nothing is refused, and it is no duty."""
    return not finding.status.is_refused and finding.provision.effect.can_be_claimed


def render_procedure(item: ProvisionAnswer) -> Element:
    """Where to go, when, until when, and from which fund it is paid."""
    finding = item.finding
    provision = finding.provision
    rows: list[tuple[str, Node]] = [("向哪里申请", _render_office(finding))]
    if provision.nature.brings_money:
        until = finding.policy.claims_until
        rows.append(("什么时候领", _render_payments(item.payments, finding)))
        rows.append(("最晚申领", spell_date(until) if until else NOT_WRITTEN))
        rows.append(("资金", provision.paid_from or NOT_WRITTEN))
    return dl[((dt[name], dd[words]) for name, words in rows)]


def _render_evidence(finding: Finding) -> Element:
    """The evidence that the text names, as boxes to tick: the ticks are the visitor's own."""
    provision = finding.provision
    if not provision.evidence:
        return p["材料：文件未列材料，以经办机构要求为准。"]
    return div(role="group", aria_label=f"{provision.title}的材料")[
        p[f"{TO_PROVE}（备好一项勾一项）："],
        ul(".evidence")[
            (
                li[_render_tick(f"tick-{provision.id}-{number}", item)]
                for number, item in enumerate(provision.evidence, 1)
            )
        ],
    ]


def _render_tick(id_: str, item: str) -> Element:
    return label(".tick", for_=id_)[input_(type="checkbox", id=id_), span[item]]


def _render_office(finding: Finding) -> Node:
    office = finding.provision.office
    if office is None:
        return f"{NOT_WRITTEN}经办机构"
    return [office.text, " ", span(".clause")[office.clause or finding.provision.clause]]


def _render_payments(payments: tuple[Due, ...], finding: Finding) -> Node:
    status = finding.status
    if not payments:
        return NOT_WRITTEN if status is Status.ELIGIBLE else "条件确定以后才知道"
    if not any(due.day for due in payments):
        times = f"，共 {len(payments)} 次" if len(payments) > 1 else ""
        shares = "；".join(f"{due.text}：{say_amount(due.amount, status)}" for due in payments[:MOST_LISTED])
        is_silent = bool(finding.provision.instalments)
        when = f"是哪一天，{NOT_WRITTEN}。" if is_silent else "填了有关日期，才能算出是哪一天。"
        return f"{shares}{'……' if len(payments) > MOST_LISTED else ''}{times}。{when}"
    listed = (f"{spell_date(due.day)} 起（{due.text}）" if due.day else due.text for due in payments[:MOST_LISTED])
    last = payments[-1]
    ends = f"，最后一次 {spell_date(last.day)} 起" if last.day else ""
    more = f"……共 {len(payments)} 次{ends}" if len(payments) > MOST_LISTED else ""
    return "；".join(listed) + more
