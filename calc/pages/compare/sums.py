"""Lay the money of each region side by side: by payee, with what the other readings make of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from htpy import Element, Node, details, div, p, span, strong, summary

from calc.engine.assess import Finding
from calc.engine.region import PayeeSum, RegionResult, add_by_payee
from calc.pages.compare.standing import count_groups, has_something, say_without_sum
from calc.parts.bars import render_bar, render_key
from calc.parts.tables import render_row, render_table
from calc.parts.wording import GROUPS, OPEN, join_titles, name_group, say_amount
from calc.rules.payees import Payee
from calc.values.money import ZERO, Kind, say_yuan

Beside = Callable[[RegionResult], Node]
"""What stands in the row of a region beside its sums."""
RULE = (
    "哪个地区在前：先比不管按哪种读法（一次换一种）都确定的金额，一样多的再比按默认读法确定的金额；"
    "各方的钱加在一起只用来排先后，不是哪一个人的。"
)


def render_sums(results: Sequence[RegionResult], lead: Beside = lambda _: None, more: Beside = lambda _: None) -> Node:
    """Render the table of all regions, with the rule by which they are ranked.

    `lead` stands beside each region's name, `more` below its sums.
    """
    sums = [item for result in results for item in result.sums]
    scale = max((amount for item in sums for amount in (item.sure, item.most) if amount is not None), default=ZERO)
    rows = (_render_row(result, scale, lead(result), more(result)) for result in results)
    return [
        render_table(".compared", ("地区", "金额"), rows, "各地区，确定的金额多的在前"),
        render_key("确定", "可能，看还没回答的问题"),
        details(".ranking")[summary["怎样排先后"], p(".hint")[RULE]],
    ]


def say_sums(result: RegionResult) -> tuple[str, ...]:
    """Say what is sure or possible for each payee, and what another reading would make of it."""
    applies, sums = has_something(result), _pick_sums(result)
    told = ((*((_say_sure(item, result),) if applies else ()), *_say_open(item, result)) for item in sums)
    nothing = () if applies and sums else (_say_nothing(result),)
    return (*nothing, *("，".join(sentence) for sentence in told))


def say_beside(result: RegionResult) -> tuple[str, ...]:
    """Name what the sure sums leave out: bounds, estimates, sums without a number, services, and other readings."""
    bounds = (
        (f"{_name_payee(item, result)}{word} {say_yuan(bound)}", _pick(result.granted, kind, item.payee))
        for item in result.granted_sums
        for word, bound, kind in (
            ("最高", item.ceiling, Kind.CEILING),
            ("不低于", item.floor, Kind.FLOOR),
            ("预计", item.estimate, Kind.ESTIMATE),
        )
        if bound
    )
    beside = (
        *bounds,
        ("金额按规定的", _pick(result.granted, Kind.NOT_STATED)),
        ("服务或免费办理的", _pick(result.granted, Kind.IN_KIND)),
    )
    otherwise = (("能领", result.granted_otherwise), ("也许能领", result.open_otherwise))
    return (
        *(f"另有{what}：{join_titles(findings)}" for what, findings in beside if findings),
        *_say_open_bounds(result),
        *(f"换一种读法{what}：{join_titles(findings)}" for what, findings in otherwise if findings),
    )


def _say_open_bounds(result: RegionResult) -> Iterator[str]:
    """Say how far what is not granted yet may reach: no sum holds it."""
    for item in result.benefits:
        if item.status in OPEN and item.amount and item.amount.kind is Kind.CEILING:
            yield f"{name_group(item)}的，可能{say_amount(item.amount, item.status)}：{item.provision.title}"


def _render_row(result: RegionResult, scale: Fraction, lead: Node, more: Node) -> Element:
    return render_row(
        [result.policy.region, " ", lead],
        [
            list(_render_sums(result, scale)),
            (div(".beside")[text] for text in say_beside(result)),
            div(".beside")[_count_findings(result)] if has_something(result) else None,
            more,
        ],
    )


def _render_sums(result: RegionResult, scale: Fraction) -> Iterator[Element]:
    sums, applies = _pick_sums(result), has_something(result)
    if not applies or not sums:
        yield div(".sums")[strong[_say_nothing(result)]]
    for item in sums:
        others = (span[text] for text in _say_open(item, result))
        yield div(".sums")[strong[_say_sure(item, result)] if applies else None, others]
        yield render_bar(item.sure, item.most, scale)


def _say_nothing(result: RegionResult) -> str:
    return say_without_sum((result,)) if has_something(result) else "没有"


def _pick_sums(result: RegionResult) -> tuple[PayeeSum, ...]:
    """Pick the payees for whom something is sure, or may be by any reading."""
    others = [other for item in result.otherwise for other in add_by_payee(item.totals)]
    known = {item.payee for item in result.sums}
    new = dict.fromkeys(other.payee for other in others if other.payee not in known and other.sure)
    return tuple(
        item
        for item in (*result.sums, *(PayeeSum(payee, ZERO, ZERO) for payee in new))
        if item.most != ZERO or item.payee in new
    )


def _say_sure(item: PayeeSum, result: RegionResult) -> str:
    return f"{_name_payee(item, result)}{f'能领 {say_yuan(item.sure)}' if item.sure else '还没有确定的金额'}"


def _say_open(item: PayeeSum, result: RegionResult) -> tuple[str, ...]:
    return tuple(text for text in (*_say_otherwise(item, result), say_possible(item)) if text)


def say_possible(item: PayeeSum) -> str:
    """Say how far a sum is still open; nothing once it is settled."""
    if item.most is None:
        return "上限还不能确定"
    return f"最多可能 {say_yuan(item.most)}" if item.most > item.sure else ""


def _say_otherwise(item: PayeeSum, result: RegionResult) -> Iterator[str]:
    """Say what each other reading would make of a payee's sure sum."""
    for other in result.otherwise:
        sums = {each.payee: each.sure for each in add_by_payee(other.totals)}
        sure = sums.get(item.payee, ZERO)
        if sure != item.sure:
            yield f"另一种读法（{other.reading.other}）是 {say_yuan(sure)}"


def _name_payee(item: PayeeSum, result: RegionResult) -> str:
    """Name the payee, unless nobody but the worker is paid in the region."""
    is_alone = {each.payee for each in result.sums} == {Payee.WORKER}
    return "" if is_alone else f"{item.payee.label}"


def _pick(findings: Iterable[Finding], kind: Kind, payee: Payee | None = None) -> list[Finding]:
    return [item for item in findings if item.amount and item.amount.kind is kind and payee in (None, item.payee)]


def _count_findings(result: RegionResult) -> str:
    counts = count_groups(result)
    return "，".join(f"{word} {counts[word]} 项" for word in GROUPS if counts[word])
