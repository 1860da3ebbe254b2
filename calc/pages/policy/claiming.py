"""Say how to claim: the evidence to tick, the office, the dates, and the fund."""

from htpy import Element, Node, details, div, dl, label, li, p, span, summary, ul
from htpy import input as input_

from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.schedule import Due
from calc.parts.tables import render_terms
from calc.parts.wording import NOT_WRITTEN, TO_BRING, add_clause, can_apply, say_amount, say_last_claim, say_unasked
from calc.rules.provision import Provision
from calc.values.dates import spell_date

NO_EVIDENCE = "文件未列材料，以经办机构要求为准。"
NO_OFFICE = f"{NOT_WRITTEN}经办机构"
MOST_LISTED = 4
"""A card lists so many payments; the timeline has them all."""


def render_claiming(item: ProvisionAnswer) -> Node:
    """Render the evidence and the procedure of a provision that grants or may grant something."""
    if not can_be_claimed(item.finding):
        return render_unasked(item.finding)
    evidence = _render_evidence(item.finding.provision)
    return details(".claiming")[summary["怎样办理：材料、地点、时间"], evidence, render_procedure(item)]


def can_be_claimed(finding: Finding) -> bool:
    """Decide whether there is anything to claim: somebody may apply for it, and nothing is refused."""
    return can_apply(finding.provision) and not finding.status.is_refused


def render_unasked(finding: Finding) -> Node:
    """Render that nobody applies for what an authority does of its own motion, unless it is refused."""
    told = say_unasked(finding.provision)
    return p(".hint")[told] if told and not finding.status.is_refused else None


def render_procedure(item: ProvisionAnswer) -> Element:
    """Render the office, the dates of payment, the last day for a claim, and the fund."""
    finding, provision = item.finding, item.finding.provision
    terms: list[tuple[Node, Node]] = [("向哪里申请", _render_office(provision))]
    if provision.nature.brings_money:
        terms += [
            ("什么时候领", say_payments(item.payments, finding)),
            ("最晚申领", say_last_claim(finding.policy)),
        ]
    if provision.nature.brings_money or provision.paid_from:
        terms.append(("资金", provision.paid_from))
    return dl[render_terms(terms)]


def _render_evidence(provision: Provision) -> Element:
    """Render the evidence that the text names, as boxes for the visitor to tick."""
    if not provision.evidence:
        return p[f"材料：{NO_EVIDENCE}"]
    return div(role="group", aria_label=f"{provision.title}的材料")[
        p[f"{TO_BRING}（备好一项勾一项）："],
        ul(".evidence")[(_render_tick(provision, *numbered) for numbered in enumerate(provision.evidence, 1))],
    ]


def _render_tick(provision: Provision, number: int, evidence: str) -> Element:
    id_ = f"tick-{provision.id}-{number}"
    return li[label(".tick", for_=id_)[input_(type="checkbox", id=id_), span[evidence]]]


def _render_office(provision: Provision) -> Node:
    office = provision.office
    return add_clause(office.text, office.clause or provision.clause) if office else NO_OFFICE


def say_payments(payments: tuple[Due, ...], finding: Finding) -> str:
    """Say when the payments can be had, as far as the dates given tell it."""
    status = finding.status
    if not payments:
        return NOT_WRITTEN if status is Status.ELIGIBLE else "条件确定以后才知道"
    if not any(due.day for due in payments):
        shares = "；".join(f"{due.text}：{say_amount(due.amount, status)}" for due in payments[:MOST_LISTED])
        is_silent = bool(finding.provision.instalments) or not finding.provision.tells_end
        times = f"，共 {len(payments)} 次" if len(payments) > 1 and not is_silent else ""
        when = f"是哪一天，{NOT_WRITTEN}。" if is_silent else "填了有关日期，才能算出是哪一天。"
        return f"{shares}{'……' if len(payments) > MOST_LISTED else ''}{times}。{when}"
    listed = (f"{spell_date(due.day)} 起（{due.text}）" if due.day else due.text for due in payments[:MOST_LISTED])
    last = payments[-1]
    ends = f"，最后一次 {spell_date(last.day)} 起" if last.day else ""
    more = f"……共 {len(payments)} 次{ends}" if len(payments) > MOST_LISTED else ""
    return "；".join(listed) + more
