"""The answer as a sheet of paper: what was answered, what applies with its reasons, what to bring, and a way back."""

from collections.abc import Sequence
from io import BytesIO

import segno
from htpy import Element, Node, dd, div, dl, dt, h2, h3, li, ol, p, section, strong, table, tbody, td, th, thead, tr, ul
from markupsafe import Markup
from segno import DataOverflowError

from calc.answer import fill_form
from calc.assess import Assessment, Finding, Status
from calc.case import Step
from calc.combine import total
from calc.dates import spell_date
from calc.facts import CATALOGUE
from calc.money import say_yuan
from calc.render.wording import ANYONE, DISCLAIMER, asked_by, badge, mark, quote, say_amount
from calc.schedule import schedule
from calc.truth import Verdict
from calc.version import VERSION

NOT_WRITTEN = "文件未写明"
QUIET_ZONE = 4


def render_empty_sheet() -> Element:
    """The place of the sheet while there is nothing to print."""
    return section("#calculator-sheet.sheet", hidden=True)


def render_sheet(assessment: Assessment, who: str, topic: str, link: str) -> Element:
    """The sheet of an answer; `link` leads back to it and is printed as a code, the private answers left out."""
    findings = [
        item for item in assessment.findings if item.concerns(asked_by(who)) and topic in ("", item.provision.id)
    ]
    granted = [item for item in findings if not item.status.is_refused]
    refused = [item for item in findings if item.status.is_refused]
    return section("#calculator-sheet.sheet")[
        h2[f"{assessment.policy.region}就业帮扶政策测算结果"],
        p(".sheet-claim")[DISCLAIMER],
        _render_origin(assessment),
        _render_answers(assessment),
        _render_totals(assessment, who) if not topic else None,
        [h3["可以享受、待补充或需认定的"], (_render_finding(assessment, item) for item in granted)]
        if granted
        else None,
        _render_refused(refused),
        _render_receipt(assessment, link),
        (_render_form(assessment, item) for item in findings),
    ]


def _render_origin(assessment: Assessment) -> Element:
    policy = assessment.policy
    ends = spell_date(policy.term.end) if policy.term.end else NOT_WRITTEN
    return dl(".sheet-origin")[
        dt["文件"],
        dd[f"{policy.title}（{policy.number}），{policy.issuer}"],
        dt["执行期限"],
        dd[f"{spell_date(policy.term.start)} 至 {ends}"],
        dt["申领截止"],
        dd[spell_date(policy.claims_until) if policy.claims_until else NOT_WRITTEN],
    ]


def _render_answers(assessment: Assessment) -> Node:
    given = [(fact, assessment.answers[fact]) for fact in assessment.policy.facts if fact in assessment.answers]
    return [
        h3["所填内容"],
        table(".sheet-answers")[
            tbody[
                (tr[th(scope="row")[CATALOGUE[fact].short], td[CATALOGUE[fact].say(answer)]] for fact, answer in given)
            ]
        ]
        if given
        else p["没有填写。"],
    ]


def _render_totals(assessment: Assessment, who: str) -> Node:
    rows = [row for row in total(assessment) if who in ("", ANYONE, row.payee.value) and (row.low or row.ceiling)]
    if not rows:
        return None
    return [
        h3["合计"],
        table(".sheet-totals")[
            thead[
                tr[
                    th(scope="col")["给谁"],
                    th(scope="col")["资金"],
                    th(scope="col")["确定金额"],
                    th(scope="col")["另有"],
                ]
            ],
            tbody[
                (
                    tr[
                        td[row.payee.label],
                        td[row.fund],
                        td[say_yuan(row.low)],
                        td[f"最高 {say_yuan(row.ceiling)}，不计入" if row.ceiling else ""],
                    ]
                    for row in rows
                )
            ],
        ],
    ]


def _render_finding(assessment: Assessment, finding: Finding) -> Element:
    provision, outcome = finding.provision, finding.outcome
    until = assessment.policy.claims_until
    missing = [CATALOGUE[fact].short for fact in (*outcome.missing, *outcome.awaited)]
    dated = [due for due in schedule(assessment, finding) if due.day]
    return section(".sheet-finding")[
        p(".sheet-outcome")[
            strong[provision.title],
            f"（{provision.clause}） ",
            badge(finding.status, provision),
            " ",
            strong[say_amount(outcome.amount, finding.status)] if outcome.amount else None,
        ],
        ol[(_render_step(step, provision.clause) for step in outcome.steps)],
        p[f"还缺：{'、'.join(missing)}。"] if missing else None,
        p[
            "领取时间：",
            "；".join(f"{spell_date(due.day)} 起 {say_amount(due.amount, finding.status)}" for due in dated if due.day),
            f"；最晚 {spell_date(until)}。" if until else "；申领截止日期文件未写明。",
        ]
        if dated
        else None,
        p["要带的材料："],
        ul(".boxes")[(li[item] for item in provision.evidence)]
        if provision.evidence
        else p["文件未列材料，以经办机构要求为准。"],
    ]


def _render_step(step: Step, clause: str) -> Element:
    return li[
        mark(step.verdict),
        " ",
        quote(step.phrase, step.clause or clause),
        f"　{step.found}" if step.found else None,
        ol[(_render_step(part, clause) for part in step.parts)] if any(part.phrase for part in step.parts) else None,
    ]


def _render_refused(findings: Sequence[Finding]) -> Node:
    if not findings:
        return None
    return [
        h3["按所填内容不能享受的"],
        ul[
            (
                li[
                    f"{item.provision.title}（{item.provision.clause}）：",
                    "；".join(step.found for step in item.outcome.steps if step.verdict is Verdict.NO and step.found)
                    or item.status.label,
                ]
                for item in findings
            )
        ],
    ]


def _render_receipt(assessment: Assessment, link: str) -> Element:
    as_of = assessment.answers.get("as_of")
    dated = f"按 {as_of} 测算；" if as_of else ""
    return div(".sheet-receipt")[
        render_code(link),
        p[
            "扫码打开带答案的页面，可以核对和修改。姓名、代码等私人信息不在码里。",
            f"{dated}计算器 {VERSION}；条款指纹 {assessment.policy.fingerprint[:16]}。",
        ],
    ]


def _render_form(assessment: Assessment, finding: Finding) -> Node:
    """The document's own form on a page of its own; the authorities' boxes stay empty."""
    boxes = fill_form(assessment, finding.provision)
    if not boxes or finding.status is Status.OUTSIDE:
        return None
    return section(".sheet-form")[
        h2[finding.provision.title],
        table(".form-sheet")[tbody[(tr[th(scope="row")[label], td[value]] for label, value in boxes)]],
    ]


def render_code(link: str) -> Node:
    """A QR code of a link as SVG; a sentence where it holds more than a code can."""
    try:
        code = segno.make_qr(link, error="l", boost_error=False)
    except DataOverflowError:
        return p["答案太多，放不进二维码；请保存链接或打印件。"]
    svg = BytesIO()
    code.save(svg, kind="svg", xmldecl=False, svgns=True, border=QUIET_ZONE, omitsize=True, nl=False, title="二维码")
    return Markup(svg.getvalue().decode())
