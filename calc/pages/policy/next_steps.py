"""Render what to do next: the papers to get ready, the office, the last day, and the question worth answering."""

from collections.abc import Iterator, Sequence
from datetime import date

from htpy import Node, div, h4, li, ol, strong

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.pages.policy.claiming import can_be_claimed
from calc.parts.fact_links import suggest_questions
from calc.parts.wording import join_titles
from calc.rules.policy import Policy
from calc.rules.word import unique
from calc.values.dates import spell_date


def render_next_steps(answer: Answer, today: date) -> Node:
    """Render the steps as a numbered list; nothing where nothing is left to do."""
    granted = [item.finding for item in answer.with_status(Status.ELIGIBLE, Status.JUDGEMENT)]
    claimed = [item for item in granted if item.provision.is_benefit and can_be_claimed(item)]
    steps = [*_list_steps(answer.policy, claimed, today), *_list_questions(answer)]
    return div(".next-steps")[h4["下一步"], ol[(li[step] for step in steps)]] if steps else None


def _list_steps(policy: Policy, claimed: Sequence[Finding], today: date) -> Iterator[Node]:
    if not claimed:
        return
    evidence = unique(each for item in claimed for each in item.provision.evidence)
    yield [strong["备好材料："], "、".join(evidence) or "文件没有列，先问经办机构要带什么", "。"]
    yield from _list_offices(policy, claimed)
    yield [strong["最晚哪天："], say_last_day(policy, today)]


def _list_offices(policy: Policy, claimed: Sequence[Finding]) -> Iterator[Node]:
    """List each office with what is claimed there; where the text names none, whoever issued it can tell."""
    offices: dict[str, list[Finding]] = {}
    for item in claimed:
        offices.setdefault(item.provision.office.text if item.provision.office else "", []).append(item)
    for office, items in offices.items():
        if office:
            yield [strong["到哪里办："], f"{office}（{join_titles(items)}）。"]
        else:
            yield [strong["到哪里办："], f"文件没有写{join_titles(items)}到哪里办，可以问发文的{policy.issuer}。"]


def say_last_day(policy: Policy, today: date) -> str:
    """Say until when claims are taken, and whether that day has passed."""
    end, until = policy.term.end, policy.claims_until
    if until and until < today:
        return f"{spell_date(until)} 截止，已经过了。还能不能补办，先问经办机构。"
    if until:
        return f"{spell_date(until)}，过了就不收了。"
    if end and end < today:
        return f"文件没有写；政策 {spell_date(end)} 已经到期，还收不收，先问经办机构。"
    return "文件没有写，早点去问。"


def _list_questions(answer: Answer) -> Iterator[Node]:
    if first := answer.next_question:
        yield suggest_questions((first.fact,), answer.policy.place, f"关系到 {len(first.why)} 项")
