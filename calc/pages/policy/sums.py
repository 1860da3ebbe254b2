"""Render the head of the answer: the amount first and large, what may change it, and the parts of the sum."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from htpy import Element, Node, a, div, li, p, span, strong, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.region import PayeeSum, add_by_payee
from calc.pages.policy.headline import (
    count_benefits,
    find_headline,
    find_in_reach,
    list_granting,
    list_sure,
    names_payees,
    say_granted_otherwise,
    say_progress,
)
from calc.pages.policy.totals import say_bounds, say_other_sum, tally
from calc.parts.bars import render_progress, render_sample, render_stack
from calc.parts.wording import DISCLAIMER, NO_MONEY, OPEN, PLAIN_WORDS, join_titles, render_expired, say_plainly
from calc.values.money import ZERO, Kind, say_amount, say_yuan

BOUNDS = (Kind.CEILING, Kind.FLOOR, Kind.ESTIMATE)


def render_head(answer: Answer) -> Element:
    """Render the amount of everybody who has one, or what stands in its place."""
    sums = list_sure(answer)
    has_names = names_payees(answer)
    return div(".headline")[
        [_render_sum(answer, own, has_name=has_names) for own in sums] or _render_without_sum(answer),
        [p(".headline-may")[sentence] for sentence in _say_beside(answer, sums)],
        render_expired(answer.policy),
        p(".disclaimer")[DISCLAIMER],
    ]


def _render_sum(answer: Answer, own: PayeeSum, *, has_name: bool) -> Node:
    may = say_other_sums(answer, own)
    return [
        p(".headline-lead")[f"{own.payee.label}能领" if has_name else "按您填的，能领"],
        p(".headline-sum")[strong[say_yuan(own.sure)]],
        p(".headline-may")[may] if may else None,
        render_parts(find_parts(answer, own)),
    ]


def _render_without_sum(answer: Answer) -> Node:
    """Render what is nearest where nothing can be had, else the words in the place of a sum."""
    near = find_in_reach(answer)
    if near is None:
        return p(".headline-sum.headline-words")[strong[find_headline(answer).amount]]
    item, progress = near
    provision = item.finding.provision
    return [
        p(".headline-lead")["离您最近的一项：", a(href=f"#result-{provision.id}")[provision.title]],
        p(".headline-sum.headline-words")[strong[say_progress(progress)]],
        render_progress(progress.share),
        p(".headline-may")[progress.text],
    ]


def say_other_sums(answer: Answer, own: PayeeSum) -> str:
    """Say both sums where another reading gives another one."""
    others = list_other_sums(answer, own)
    return f"按一种读法是 {say_yuan(own.sure)}，另一种{'，再一种'.join(others)}。" if others else ""


def list_other_sums(answer: Answer, own: PayeeSum) -> tuple[str, ...]:
    """Say what each other reading makes of a sure sum, where that is something else: 是 6,500 元."""
    others = (
        say_other_sum(answer, reading, other)
        for reading, totals in answer.totals_otherwise
        if (other := _find_sure(add_by_payee(answer.select_totals(totals)), own)) != own.sure
    )
    return tuple(dict.fromkeys(others))


def _find_sure(sums: Sequence[PayeeSum], own: PayeeSum) -> Fraction:
    return next((other.sure for other in sums if other.payee == own.payee), ZERO)


def find_parts(answer: Answer, own: PayeeSum) -> tuple[tuple[Finding, Fraction], ...]:
    """Find the benefits that make up a sure sum; none where they do not add up to it."""
    chosen = answer.combinations[0].provisions if answer.combinations else ()
    left_out = answer.exclusions.involved.difference(chosen)
    parts = tuple(
        (item, item.amount.low)
        for item in answer.findings
        if item.payee == own.payee and item.provision.id not in left_out
        if item.amount and item.amount.low and item.amount.is_counted and item.amount.kind not in BOUNDS
    )
    return parts if sum((low for _, low in parts), ZERO) == own.sure else ()


def render_parts(parts: Sequence[tuple[Finding, Fraction]], page: str | None = None) -> Node:
    """Draw the parts as one bar, and list them beneath: each leads to its reasons, or to its row of another page."""
    if not parts:
        return None
    return [
        render_stack([low for _, low in parts]) if len(parts) > 1 else None,
        ul(".parts")[
            (
                li[
                    render_sample(place) if len(parts) > 1 else None,
                    span(".part-name")[a(href=_lead_to(item, page))[item.provision.title]],
                    strong[say_yuan(low)],
                ]
                for place, (item, low) in enumerate(parts)
            )
        ],
    ]


def _lead_to(item: Finding, page: str | None) -> str:
    return f"#result-{item.provision.id}" if page is None else f"{page}#{item.provision.id}"


def _say_beside(answer: Answer, sums: Sequence[PayeeSum]) -> Iterator[str]:
    """Say what stands beside the sums, and what they may still grow by."""
    if not sums and (otherwise := say_granted_otherwise(answer)):
        questions = "".join(reading.question for reading in list_granting(answer))
        yield f"{questions}{otherwise}。"
    tallies = tally(answer)
    for item in tallies:
        yield from (f"{sentence}。" for sentence in say_bounds(item))
    if waiting := answer.with_status(Status.JUDGEMENT):
        yield f"有 {len(waiting)} 项要等主管部门认定。"
    if any(_is_asked(finding) for item in tallies for finding in item.open):
        lead = "另有" if sums else "还有"
        yield f"{lead} {_say_open(answer)}{_say_most(answer, sums)}。"
    elif not sums:
        yield from _say_open_help(answer)
    for finding in (item.finding for item in answer.with_status(*OPEN)):
        if finding.amount and finding.amount.kind is Kind.CEILING:
            yield f"{finding.provision.title}{say_plainly(finding.outcome)}，可能{say_amount(finding.amount)}。"


def _say_open_help(answer: Answer) -> Iterator[str]:
    """Say that there is no money where what is near is none, and name what is open: none of it is money."""
    near = find_in_reach(answer)
    if near and not near[0].finding.provision.nature.brings_money:
        yield f"{NO_MONEY}。"  # else the headline says it
    findings = (item.finding for item in answer.with_status(Status.UNKNOWN))
    if titles := join_titles(item for item in findings if item.provision.is_benefit):
        yield f"{PLAIN_WORDS[Status.UNKNOWN]}的不发钱：{titles}。"


def _say_open(answer: Answer) -> str:
    """Count what is open as the line beneath the headline does, and beside it what is granted without a sum yet."""
    counted = count_benefits(answer)[PLAIN_WORDS[Status.UNKNOWN]]
    granted = [item.finding for item in answer.with_status(Status.ELIGIBLE) if item.finding.outcome.missing]
    summed = sum(finding.provision.nature.brings_money for finding in granted)
    told = ((counted, PLAIN_WORDS[Status.UNKNOWN]), (summed, "金额没问清"))
    return "，".join(f"{count} 项{words}" for count, words in told if count)


def _is_asked(finding: Finding) -> bool:
    return finding.status is not Status.JUDGEMENT


def _say_most(answer: Answer, sums: Sequence[PayeeSum]) -> str:
    """Say by how much the sum of the only payee may grow; before there is a sum, that would only frighten."""
    rows = add_by_payee(answer.own_totals)
    if len(sums) != 1 or len(rows) != 1 or rows[0].most is None or rows[0].most == rows[0].sure:
        return "" if sums else "，接着回答就知道"
    return f"，最多再加 {say_yuan(rows[0].most - rows[0].sure)}"
