"""Render a comparison: the regions by sure money, with what applies, why the rest does not, and what is missing."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from htpy import Element, Node, a, details, div, h2, h3, li, p, section, span, strong, summary, ul

from calc.engine.assess import Finding
from calc.engine.outcome import Outcome
from calc.engine.region import RegionResult
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.link import write_link
from calc.pages.compare.form import CHOICES, PERSON
from calc.pages.compare.reasons import list_reasons, say_why_not
from calc.pages.compare.standing import has_something
from calc.pages.compare.sums import render_sums
from calc.pages.compare.verdict import find_questions, render_verdict, say_verdict
from calc.parts.fact_links import join_links
from calc.parts.field import WHO
from calc.parts.sheet import render_given, render_receipt
from calc.parts.shell import render_place
from calc.parts.wording import (
    ANYONE,
    DISCLAIMER,
    add_clause,
    badge,
    join_titles,
    mark_expired,
    say_amount,
    say_hanging,
    say_plainly,
    tells_amount,
)
from calc.rules.policy import Policy
from calc.version import VERSION


def render_comparison(results: Sequence[RegionResult], who: str, mistakes: Iterable[str]) -> Element:
    """Render the regions as a table with bars, then one by one. The `mistakes` say which answers were not used."""
    shared = _share_notices(results)
    return render_place(
        "比较结果",
        render_verdict(results),
        (p(".warning")[sentence] for sentence in mistakes),
        (p(".warning")[notice] for notice in shared),
        render_sums(results, lambda result: _lead_to(result, who), lambda result: _render_more(result, shared)),
        p(".disclaimer")[DISCLAIMER],
    )


def render_comparison_sheet(results: Sequence[RegionResult], who: str, answers: Answers, link: str) -> Element:
    """Render the comparison as a sheet of paper; `link` leads back to it."""
    shared = _share_notices(results)
    prints = (f"{result.policy.region} {result.policy.short_fingerprint}" for result in results)
    return section("#calculator-sheet.sheet")[
        h2["各地就业帮扶政策比较"],
        p(".sheet-claim")[DISCLAIMER],
        p[f"比的是：{CHOICES[who]}。"] if who in CHOICES else None,
        h3["所填内容"],
        render_given(answers.items()) if answers else p["没有填写。"],
        h3["比较结果"],
        p[say_verdict(results)],
        (p[notice] for notice in shared),
        render_sums(results),
        (_print_region(result, shared) for result in results),
        render_receipt(
            link,
            "扫码打开带答案的比较页面，可以核对和修改。",
            f"核对用：计算器 {VERSION}；条款指纹：{'，'.join(prints)}。",
        ),
    ]


def announce_comparison(results: Sequence[RegionResult]) -> str:
    """Say the sum of the comparison, for people who listen."""
    return f"比较已更新：{''.join(say_verdict(results))}"


def link_region(result: RegionResult, who: str) -> str:
    """Write the address of a region's page, with the answers that the page asks for."""
    policy = result.policy
    known = {fact: answer for fact, answer in result.answers.items() if fact in policy.facts}
    role = "worker" if who == PERSON else ANYONE
    return f"../policies/{policy.id}/#{write_link({WHO: role, **known})}"


def _share_notices(results: Iterable[RegionResult]) -> tuple[str, ...]:
    """The notices of more than one region: they are said once, above all."""
    counts = Counter(notice for result in results for notice in result.notices)
    return tuple(notice for notice, count in counts.items() if count > 1)


def _lead_to(result: RegionResult, who: str) -> Element:
    told = span(".visually-hidden")[f"（{result.policy.region}，答案一起带过去）"]
    return a(".lead", href=link_region(result, who))["去看条款", told]


def _render_more(result: RegionResult, shared: Collection[str]) -> Element:
    """Tell of every benefit of a region in a disclosure."""
    policy = result.policy
    still = find_questions(result)
    inside = [
        None if has_something(result) else p(".why-not")[say_why_not(result)],
        p[add_clause(policy.title, _say_term(policy)), " ", mark_expired(policy)],
        (p(".warning")[notice] for notice in result.notices if notice not in shared),
        _list_granted(result),
        _list_otherwise(result),
        p(".missing")["先要知道：", join_links(still), "。"] if still else None,
        list_reasons(result) if not result.granted and not result.open else None,
        _list_open(result),
        details(".refused")[summary[f"不能领的 {len(result.refused)} 项和原因"], list_reasons(result)]
        if result.refused and (result.granted or result.open)
        else None,
        _name_apart(result),
        _name_elsewhere(result),
    ]
    return details(".region")[
        summary[
            "每一项和原因" if has_something(result) else "为什么没有", span(".visually-hidden")[f"（{policy.region}）"]
        ],
        div(id=f"region-{policy.id}")[inside],
    ]


def _print_region(result: RegionResult, shared: Collection[str]) -> Element:
    policy, still = result.policy, [CATALOGUE[fact].short for fact in find_questions(result)]
    return section(".sheet-finding")[
        p[strong[policy.region], f"（{policy.number}，{_say_term(policy)}）", mark_expired(policy)],
        (p[notice] for notice in result.notices if notice not in shared),
        _list_granted(result),
        _list_otherwise(result),
        p[f"先要知道：{'、'.join(still)}。"] if still else None,
        list_reasons(result),
        _name_apart(result),
        _name_elsewhere(result),
    ]


def _name_apart(result: RegionResult) -> Node:
    """Name the benefits for an institution or for all its workers: the region's page tells them."""
    if not result.apart:
        return None
    return p(".hint")[f"没有比：{join_titles(result.apart)}。它们看机构或者总人数，不看一个人的工作。"]


def _name_elsewhere(result: RegionResult) -> Node:
    """Name the benefits of a job on the other side: one job is counted in one place."""
    if not result.elsewhere:
        return None
    place = result.policy.place
    other, taken = (f"不在{place}", f"在{place}") if result.is_job_here else (f"在{place}", f"不在{place}")
    return p(".hint")[
        f"一份工作只算在一处，这里按{taken}就业来算。工作{other}的，另看：{join_titles(result.elsewhere)}。"
    ]


def _list_granted(result: RegionResult) -> Node:
    return ul(".granted")[(_name_finding(item) for item in result.granted)] if result.granted else None


def _list_otherwise(result: RegionResult) -> Node:
    """List what is refused by the default readings, and granted or open by another one."""
    items = [item for item in result.refused if item.alternatives]
    return ul(".otherwise")[(_name_finding(item) for item in items)] if items else None


def _list_open(result: RegionResult) -> Node:
    title, lines = f"没问清的 {len(result.open)} 项", (_name_finding(item) for item in result.open)
    return details(".open")[summary[title], ul[lines]] if result.open else None


def _name_finding(finding: Finding) -> Element:
    """Name a finding with its result, by the default readings and by each other one that changes it."""
    return li[
        f"{finding.provision.title}（{finding.payee.label}） ",
        _say_outcome(finding.outcome),
        ([f"；另一种读法（{other.reading.other}）：", _say_outcome(other.outcome)] for other in finding.alternatives),
    ]


def _say_outcome(outcome: Outcome) -> Node:
    told = say_amount(outcome.amount, outcome.status) if outcome.amount and tells_amount(outcome) else None
    hanging = say_hanging(outcome)
    return [badge(outcome, say_plainly), " ", told, f"（{hanging}）" if hanging else None]


def _say_term(policy: Policy) -> str:
    return f"执行期 {policy.term.say()}"
