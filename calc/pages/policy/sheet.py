"""The answer as a sheet of paper: what was answered, what applies with its reasons, what to bring, and a way back."""

from collections.abc import Callable, Sequence

from htpy import (
    Element,
    Node,
    dd,
    div,
    dl,
    dt,
    h2,
    h3,
    h4,
    li,
    p,
    section,
    span,
    strong,
    table,
    tbody,
    td,
    th,
    tr,
    ul,
)

from calc.engine.answer import Answer
from calc.engine.assess import Finding, Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.facts.catalogue import CATALOGUE
from calc.pages.policy.claiming import can_be_claimed, render_procedure
from calc.pages.policy.combinations import render_combinations
from calc.pages.policy.finding import render_reason
from calc.pages.policy.readings import render_readings
from calc.pages.policy.steps import list_steps
from calc.pages.policy.totals import render_totals
from calc.parts.code import can_be_scanned, render_code
from calc.parts.exclusion import render_exclusion
from calc.parts.official_form import render_official_form
from calc.parts.shell import render_empty_sheet
from calc.parts.wording import (
    DISCLAIMER,
    NOT_WRITTEN,
    TO_PROVE,
    badge,
    mark_expired,
    name_with_clause,
    say_amount,
    say_main_result,
)
from calc.rules.policy import Policy
from calc.values.dates import spell_date
from calc.version import VERSION


def render_sheet(answer: Answer, link: str) -> Element:
    """The sheet of an answer; `link` leads back to it and is printed as a code, the private answers left out."""
    if not answer.answers:
        return render_empty_sheet()
    granted = answer.with_status(Status.ELIGIBLE, Status.JUDGEMENT)
    unknown = answer.with_status(Status.UNKNOWN)
    refused = answer.with_status(Status.INELIGIBLE, Status.OUTSIDE)
    return section("#calculator-sheet.sheet", data_search_exclude=True)[
        h2[f"{answer.policy.region}就业帮扶政策测算结果"],
        p(".sheet-claim")[DISCLAIMER],
        _render_origin(answer.policy),
        _render_answers(answer),
        render_totals(answer),
        render_combinations(answer),
        _render_receipt(answer, link),
        [h3["逐项结果"], (_render_finding(item) for item in granted)] if granted else None,
        _list_briefly("还要补充才知道的", unknown, _say_missing),
        _list_briefly("按所填内容不能享受的", refused, _say_reasons),
        (
            div(".sheet-form")[render_official_form(item.form)]
            for item in answer.concerned
            if item.form and item.finding.status is not Status.OUTSIDE
        ),
    ]


def _render_origin(policy: Policy) -> Element:
    return dl(".sheet-origin")[
        dt["文件"],
        dd[f"{policy.title}（{policy.number}），{policy.issuer}"],
        dt["执行期限"],
        dd[f"{policy.term.say()} ", mark_expired(policy)],
        dt["申领截止"],
        dd[spell_date(policy.claims_until) if policy.claims_until else NOT_WRITTEN],
    ]


def _render_answers(answer: Answer) -> Node:
    given = [(fact, answer.answers[fact]) for fact in answer.policy.facts if fact in answer.answers]
    rows = (tr[th(scope="row")[CATALOGUE[fact].short], td[CATALOGUE[fact].say(value)]] for fact, value in given)
    return [h3["所填内容"], table(".sheet-answers")[tbody[rows]]]


def _render_finding(item: ProvisionAnswer) -> Element:
    finding, provision = item.finding, item.finding.provision
    main_result = say_main_result(finding, item.headline)
    return section(".sheet-finding")[
        h4[provision.title, " ", span(".clause")[provision.clause]],
        p(".sheet-outcome")[badge(finding.status, provision), " ", strong[main_result] if main_result else None],
        render_reason(finding, main_result),
        render_exclusion(finding.policy, provision),
        render_readings(finding),
        p(".lead")["逐条理由："],
        list_steps(finding),
        _render_claiming(item) if can_be_claimed(finding) else None,
    ]


def _render_claiming(item: ProvisionAnswer) -> Node:
    evidence = item.finding.provision.evidence
    return [
        p(".lead")["怎样办理："],
        render_procedure(item),
        [p[f"{TO_PROVE}："], ul(".boxes")[(li[each] for each in evidence)]]
        if evidence
        else p["文件未列材料，以经办机构要求为准。"],
    ]


def _list_briefly(title: str, items: Sequence[ProvisionAnswer], say: Callable[[Finding], str]) -> Node:
    if not items:
        return None
    return [
        h3[title],
        ul[(li[f"{name_with_clause(item.finding.provision)}：{say(item.finding)}"] for item in items)],
    ]


def _say_missing(finding: Finding) -> str:
    missing = "、".join(CATALOGUE[fact].short for fact in (*finding.outcome.missing, *finding.outcome.awaited))
    amount = say_amount(finding.amount, finding.status) if finding.amount else ""
    return f"{amount}；还缺{missing}" if amount else f"还缺{missing}"


def _say_reasons(finding: Finding) -> str:
    return "；".join(step.found for step in finding.outcome.reasons if step.found) or finding.status.label


def _render_receipt(answer: Answer, link: str) -> Element:
    as_of = answer.answers.get("as_of")
    dated = f"按 {as_of} 测算；" if as_of else ""
    return div(".sheet-receipt")[
        render_code(link),
        p[
            "扫码打开带答案的页面，可以核对和修改；名称、代码、联系方式不在码里。" if can_be_scanned(link) else None,
            f"{dated}计算器 {VERSION}；条款指纹 {answer.policy.short_fingerprint}。",
        ],
    ]
