"""Render the answer as a sheet of paper: the answers given, the provisions with reasons, the evidence, and a code."""

from collections.abc import Callable, Iterator, Sequence

from htpy import Element, Node, div, dl, h2, h3, h4, li, p, section, strong, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.facts.catalogue import CATALOGUE
from calc.facts.groups import list_names, spread
from calc.facts.questions import Answer as Given
from calc.pages.policy.claiming import NO_EVIDENCE, can_be_claimed, render_procedure, render_unasked
from calc.pages.policy.combinations import render_combinations
from calc.pages.policy.finding import render_reason
from calc.pages.policy.readings import render_readings
from calc.pages.policy.result import say_marks
from calc.pages.policy.steps import list_steps
from calc.pages.policy.totals import render_totals
from calc.parts.exclusion import render_exclusion
from calc.parts.official_form import render_official_form
from calc.parts.sheet import render_empty_sheet, render_given, render_receipt
from calc.parts.tables import render_terms
from calc.parts.wording import (
    DISCLAIMER,
    TO_PROVE,
    add_clause,
    badge,
    mark_expired,
    name_with_clause,
    say_amount,
    say_last_claim,
    say_main_result,
)
from calc.rules.policy import Policy

INVITATION = "扫码打开带答案的页面，可以核对和修改；名称、代码、联系方式不在码里。"


def render_sheet(answer: Answer, link: str) -> Element:
    """Render the sheet of an answer; its code holds `link`, which leaves the private answers out."""
    if not answer.answers:
        return render_empty_sheet()
    granted = answer.with_status(Status.ELIGIBLE, Status.JUDGEMENT)
    unknown = answer.with_status(Status.UNKNOWN)
    refused = answer.with_status(Status.INELIGIBLE, Status.OUTSIDE)
    return section("#calculator-sheet.sheet", data_search_exclude=True)[
        h2[f"{answer.policy.region}就业帮扶政策测算结果"],
        p(".sheet-claim")[DISCLAIMER],
        _render_origin(answer.policy),
        h3["所填内容"],
        render_given(_list_given(answer)),
        render_totals(answer),
        render_combinations(answer),
        render_receipt(link, INVITATION, f"{say_marks(answer)}。"),
        [h3["逐项结果"], (_render_finding(item) for item in granted)] if granted else None,
        _list_briefly("还要补充才知道的", unknown, _say_missing),
        _list_briefly("按所填内容不能享受的", refused, _say_reasons),
        (
            div(".sheet-form")[render_official_form(item.form)]
            for item in answer.concerned
            if item.form and item.finding.status is not Status.OUTSIDE
        ),
    ]


def _list_given(answer: Answer) -> Iterator[tuple[str, Given]]:
    """List the answers in the order of the questions, then those of further groups."""
    further = answer.assessment.further
    given = spread(answer.answers, further)
    return ((name, given[name]) for name in list_names(answer.policy.facts, further) if name in given)


def _render_origin(policy: Policy) -> Element:
    terms: tuple[tuple[str, Node], ...] = (
        ("文件", f"{policy.title}（{policy.number}），{policy.issuer}"),
        ("执行期限", [f"{policy.term.say()} ", mark_expired(policy)]),
        ("申领截止", say_last_claim(policy)),
    )
    return dl(".sheet-origin")[render_terms(terms)]


def _render_finding(item: ProvisionAnswer) -> Element:
    finding, provision = item.finding, item.finding.provision
    main_result = say_main_result(finding, item.headline)
    return section(".sheet-finding")[
        h4[add_clause(provision.title, provision.clause)],
        p(".sheet-outcome")[badge(finding.outcome), " ", strong[main_result] if main_result else None],
        render_reason(finding, main_result),
        render_exclusion(finding.policy, provision),
        render_readings(finding),
        p(".lead")["逐条理由："],
        list_steps(finding),
        _render_claiming(item) if can_be_claimed(finding) else render_unasked(finding),
    ]


def _render_claiming(item: ProvisionAnswer) -> Node:
    evidence = item.finding.provision.evidence
    return [
        p(".lead")["怎样办理："],
        render_procedure(item),
        [p[f"{TO_PROVE}："], ul(".boxes")[(li[each] for each in evidence)]] if evidence else p[NO_EVIDENCE],
    ]


def _list_briefly(title: str, items: Sequence[ProvisionAnswer], say: Callable[[Finding], str]) -> Node:
    lines = (li[f"{name_with_clause(item.finding.provision)}：{say(item.finding)}"] for item in items)
    return [h3[title], ul[lines]] if items else None


def _say_missing(finding: Finding) -> str:
    missing = "、".join(CATALOGUE[fact].short for fact in (*finding.outcome.missing, *finding.outcome.awaited))
    amount = say_amount(finding.amount, finding.status) if finding.amount else ""
    return f"{amount}；还缺{missing}" if amount else f"还缺{missing}"


def _say_reasons(finding: Finding) -> str:
    return "；".join(step.found for step in finding.outcome.reasons if step.found) or finding.outcome.label
