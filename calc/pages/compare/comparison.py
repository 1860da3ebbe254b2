"""Render a comparison: the regions by sure money, with what applies, why the rest does not, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from htpy import Element, Node, a, article, details, div, h2, h3, h4, li, p, section, span, strong, summary, ul

from calc.engine.assess import Finding
from calc.engine.compare import HEAD_COUNTS, RegionResult, rank_missing
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.link import write_link
from calc.pages.compare.form import CHOICES, PERSON
from calc.parts.bars import render_bar, render_key
from calc.parts.fact_links import join_links, suggest_fact
from calc.parts.field import WHO
from calc.parts.sheet import render_given, render_receipt
from calc.parts.shell import render_place
from calc.parts.tables import render_row, render_table
from calc.parts.wording import (
    ANYONE,
    DISCLAIMER,
    POSSIBLE,
    add_clause,
    badge,
    join_titles,
    mark_expired,
    quote_step,
    say_amount,
)
from calc.rules.policy import Policy
from calc.values.money import ZERO, Kind, say_yuan
from calc.version import VERSION

MOST_MISSING = 5
OUTSIDER = "这名劳动者不是这项政策的对象，单位、中介计 0 人"


def render_comparison(results: Sequence[RegionResult], who: str, mistakes: Iterable[str]) -> Element:
    """Render the regions as a table with bars, then one by one. The `mistakes` name the facts that were not used."""
    missing = rank_missing(results)
    return render_place(
        "比较结果",
        p(".disclaimer")[DISCLAIMER],
        (p(".warning")[f"“{CATALOGUE[fact].short}”填得不对，这次没有用它比较。"] for fact in mistakes),
        suggest_fact(missing[0], f"{sum(missing[0] in result.needed for result in results)} 个地区要用")
        if missing
        else None,
        _render_table(results, is_linked=True),
        (_render_region(result, who, missing) for result in results),
    )


def render_comparison_sheet(results: Sequence[RegionResult], who: str, answers: Answers, link: str) -> Element:
    """Render the comparison as a sheet of paper; `link` leads back to it."""
    missing = rank_missing(results)
    prints = (f"{result.policy.region} {result.policy.short_fingerprint}" for result in results)
    return section("#calculator-sheet.sheet")[
        h2["各地就业帮扶政策比较"],
        p(".sheet-claim")[DISCLAIMER],
        p[f"比的是：{CHOICES[who]}。"] if who in CHOICES else None,
        h3["所填内容"],
        render_given(answers.items()) if answers else p["没有填写。"],
        h3["比较结果"],
        _render_table(results, is_linked=False),
        (_print_region(result, missing) for result in results),
        render_receipt(
            link, "扫码打开带答案的比较页面，可以核对和修改。", f"计算器 {VERSION}；条款指纹：{'，'.join(prints)}。"
        ),
    ]


def announce_comparison(results: Sequence[RegionResult]) -> str:
    """Say the comparison in one sentence, for people who listen."""
    paying = [f"{result.policy.region} {say_yuan(result.sure)}" for result in results if result.sure]
    waiting = sum(bool(result.open) for result in results)
    parts = [
        f"确定的金额：{'，'.join(paying)}" if paying else "目前没有确定的金额",
        f"{waiting} 个地区还有待补充的项目" if waiting else "",
    ]
    return f"比较已更新：{'；'.join(part for part in parts if part)}。"


def link_region(result: RegionResult, who: str) -> str:
    """Write the address of a region's page, with the answers that the page asks for."""
    policy = result.policy
    known = {fact: answer for fact, answer in result.answers.items() if fact in policy.facts}
    role = "worker" if who == PERSON else ANYONE
    return f"../policies/{policy.id}/#{write_link({WHO: role, **known})}"


def say_possible(result: RegionResult) -> str:
    """Say how far the sum is still open; nothing once it is settled."""
    if result.most is None:
        return "上限还不能确定"
    return f"最多可能 {say_yuan(result.most)}" if result.most > result.sure else ""


def say_beside(result: RegionResult) -> tuple[str, ...]:
    """Name what the sure sum leaves out: ceilings, sums without a number, and services."""
    beside = (
        (f"最高 {say_yuan(result.ceiling)}", _pick(result.benefits, Kind.CEILING) if result.ceiling else []),
        ("金额按规定的", _pick(result.granted, Kind.NOT_STATED)),
        ("服务或免费办理的", _pick(result.granted, Kind.IN_KIND)),
    )
    return tuple(f"另有{what}：{join_titles(findings)}" for what, findings in beside if findings)


def _pick(findings: Iterable[Finding], kind: Kind) -> list[Finding]:
    return [item for item in findings if item.amount and item.amount.kind is kind]


def _render_table(results: Sequence[RegionResult], *, is_linked: bool) -> Node:
    scale = max(amount for result in results for amount in (result.sure, result.most) if amount is not None)
    rows = (_render_row(result, scale, is_linked=is_linked) for result in results)
    return [
        render_table(".compared", ("地区", "金额"), rows, "各地区，按确定的金额从多到少"),
        render_key("确定", "可能，看还没回答的问题"),
    ]


def _render_row(result: RegionResult, scale: Fraction, *, is_linked: bool) -> Element:
    region, possible = result.policy.region, say_possible(result)
    is_open = bool(result.granted or result.open)
    sure = f"确定 {say_yuan(result.sure)}" if result.sure else "还没有确定的金额"
    sums = [f"{payee} {say_yuan(amount)}" for payee, amount in _sum_by_payee(result).items()]
    return render_row(
        a(href=f"#region-{result.policy.id}")[region] if is_linked else region,
        [
            div(".sums")[strong[sure] if is_open else "不适用", span[possible] if possible else None],
            render_bar(result.sure, result.most, scale) if is_open else None,
            div(".beside")["；".join(sums)] if len(sums) > 1 else None,
            (div(".beside")[text] for text in (*say_beside(result), _count_findings(result))),
        ],
    )


def _sum_by_payee(result: RegionResult) -> Mapping[str, Fraction]:
    sums: dict[str, Fraction] = {}
    for row in result.totals:
        if row.low:
            sums[row.payee.label] = sums.get(row.payee.label, ZERO) + row.low
    return sums


def _count_findings(result: RegionResult) -> str:
    counts = {status.label: sum(item.status is status for item in result.benefits) for status in POSSIBLE}
    counts["不适用"] = len(result.refused)
    return "，".join(f"{label} {count} 项" for label, count in counts.items() if count)


def _render_region(result: RegionResult, who: str, missing: Sequence[str]) -> Element:
    policy = result.policy
    still = [fact for fact in missing if fact in result.needed]
    return article(".finding", id=f"region-{policy.id}")[
        h4[add_clause(policy.region, _say_term(policy)), " ", mark_expired(policy)],
        _list_granted(result),
        p(".missing")["还缺：", join_links(still[:MOST_MISSING]), _say_more(still)] if still else None,
        _list_reasons(result) if not result.granted and not result.open else None,
        _list_open(result),
        details(".refused")[summary[f"不适用的 {len(result.refused)} 项和原因"], _list_reasons(result)]
        if result.refused and (result.granted or result.open)
        else None,
        _name_apart(result),
        p[a(href=link_region(result, who))[f"到{policy.region}的页面逐条看（答案一起带过去）"]],
    ]


def _print_region(result: RegionResult, missing: Sequence[str]) -> Element:
    policy, still = result.policy, [CATALOGUE[fact].short for fact in missing if fact in result.needed]
    return section(".sheet-finding")[
        p[strong[policy.region], f"（{policy.number}，{_say_term(policy)}）", mark_expired(policy)],
        _list_granted(result),
        p[f"还缺：{'、'.join(still[:MOST_MISSING])}", _say_more(still)] if still else None,
        _list_reasons(result),
        _name_apart(result),
    ]


def _name_apart(result: RegionResult) -> Node:
    """Name the benefits for an institution or for all its workers: the region's page tells them."""
    if not result.apart:
        return None
    return p(".hint")[f"没有比：{join_titles(result.apart)}。它们看机构或者总人数，不看一个人的工作。"]


def _list_granted(result: RegionResult) -> Node:
    return ul(".granted")[(_name_finding(item) for item in result.granted)] if result.granted else None


def _list_open(result: RegionResult) -> Node:
    title, lines = f"还不能确定的 {len(result.open)} 项", (_name_finding(item) for item in result.open)
    return details(".open")[summary[title], ul[lines]] if result.open else None


def _name_finding(finding: Finding) -> Element:
    return li[
        f"{finding.provision.title}（{finding.payee.label}） ",
        badge(finding.outcome),
        " ",
        say_amount(finding.amount, finding.status) if finding.amount else None,
    ]


def _list_reasons(result: RegionResult) -> Node:
    """List the first reason of each refusal; refusals for one reason stand together."""
    grouped: dict[str, tuple[Node, list[Finding]]] = {}
    for item in result.refused:
        found, reason = _find_reason(result, item)
        grouped.setdefault(found, (reason, []))[1].append(item)
    ranked = sorted(grouped.values(), key=lambda group: -len(group[1]))
    return ul(".reasons")[(li[reason, f"，所以不适用：{join_titles(findings)}"] for reason, findings in ranked)]


def _find_reason(result: RegionResult, item: Finding) -> tuple[str, Node]:
    """Find why a provision does not apply: the finding alone, and the finding with its phrase and clause."""
    if any(result.answers.get(fact) == 0 for fact in HEAD_COUNTS if fact in item.provision.facts):
        return OUTSIDER, OUTSIDER
    step = item.outcome.reasons[0]
    return step.found, [step.found, " ", quote_step(step, item.provision)]


def _say_term(policy: Policy) -> str:
    return f"执行期 {policy.term.say()}"


def _say_more(facts: Sequence[str]) -> str:
    return f" 等 {len(facts)} 项。" if len(facts) > MOST_MISSING else "。"
