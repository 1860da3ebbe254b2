"""The answer: totals, what to answer next, and for each provision what it comes to and why, step by step."""

from collections.abc import Iterable, Iterator, Mapping

from htpy import (
    Element,
    Node,
    a,
    article,
    details,
    div,
    h3,
    h4,
    li,
    ol,
    p,
    section,
    span,
    strong,
    summary,
    table,
    tbody,
    td,
    th,
    tr,
    ul,
)

from calc.advise import advise, rank_questions
from calc.answer import fill_form
from calc.assess import Alternative, Assessment, Finding, Status
from calc.case import Step
from calc.combine import Combination, combine, combine_otherwise, find_rivals, total
from calc.dates import spell_date
from calc.facts import CATALOGUE
from calc.money import ZERO, say_yuan
from calc.render.wording import ANYONE, DISCLAIMER, asked_by, badge, mark, quote, say_amount
from calc.schedule import schedule
from calc.truth import Verdict
from calc.version import VERSION

ORDER = (Status.ELIGIBLE, Status.JUDGEMENT, Status.UNKNOWN, Status.INELIGIBLE, Status.OUTSIDE)
INVITATION = "先选“我是谁”，再回答问题；每答一题，这里马上算出结果。"


def render_invitation() -> Element:
    """The place of the answer before anything is answered."""
    return section("#calculator-result.calculator-result", aria_label="测算结果", tabindex="-1")[
        h3(".result-title")["测算结果"], p[INVITATION]
    ]


def render_result(assessment: Assessment, who: str, errors: Mapping[str, str]) -> Element:
    """The answer for the one who asks."""
    findings = [finding for finding in assessment.findings if finding.concerns(asked_by(who))]
    ranked = sorted(findings, key=lambda finding: ORDER.index(finding.status))
    return section("#calculator-result.calculator-result", aria_label="测算结果", tabindex="-1")[
        h3(".result-title")["测算结果"],
        p(".disclaimer")[DISCLAIMER],
        _warn(assessment, errors),
        _render_totals(assessment, who),
        _render_combinations(assessment, who),
        _render_next(assessment, who),
        (_render_finding(assessment, finding) for finding in ranked),
        _render_receipt(assessment),
    ]


def announce(assessment: Assessment, who: str) -> str:
    """The answer in one sentence, for those who listen."""
    return f"结果已更新：{summarize(assessment, who)}。"


def summarize(assessment: Assessment, who: str) -> str:
    """The answer in a few words: how many provisions stand how, and the sure sums."""
    findings = [finding for finding in assessment.findings if finding.concerns(asked_by(who))]
    counts = [
        f"{status.label} {count} 项"
        for status in ORDER
        if (count := sum(finding.status is status for finding in findings))
    ]
    rows = [row for row in total(assessment) if who in ("", ANYONE, row.payee.value) and row.low > ZERO]
    sums = [f"{row.payee.label}确定金额 {say_yuan(row.low)}" for row in rows]
    return "，".join((*counts, *sums))


def _warn(assessment: Assessment, errors: Mapping[str, str]) -> Node:
    warnings = [f"“{CATALOGUE[fact].short}”填得不对，这次没有用它计算。" for fact in errors if fact in CATALOGUE]
    return [p(".warning")[text] for text in (*warnings, *assessment.notices)]


def _render_totals(assessment: Assessment, who: str) -> Node:
    rows = [row for row in total(assessment) if who in ("", ANYONE, row.payee.value)]
    telling = [row for row in rows if row.low or row.high == row.low or row.ceiling]
    if not telling:
        return None
    lines = []
    for row in telling:
        if row.high is not None and row.high == row.low:
            money: Node = strong[say_yuan(row.low)] if row.low or not row.ceiling else None
        else:
            upper = "" if row.high is None else f"，最多可能 {say_yuan(row.high)}"
            money = [strong[f"确定 {say_yuan(row.low)}"], upper]
        ceiling = f"另有最高 {say_yuan(row.ceiling)} 的项目，不计入合计" if row.ceiling else ""
        parts = [part for part in (money, ceiling) if part]
        joined = [parts[0], *(["；", parts[1]] if len(parts) > 1 else [])] if parts else [say_yuan(row.low)]
        lines.append(li[f"{row.payee.label}（{row.fund}）：", joined])
    return div(".totals")[h4["合计"], ul[lines]]


def _render_combinations(assessment: Assessment, who: str) -> Node:
    options, otherwise = combine(assessment), combine_otherwise(assessment)
    findings = {finding.provision.id: finding for finding in assessment.findings}
    rivals = [findings[name] for name in find_rivals(assessment)]
    if not any(item.concerns(asked_by(who)) and item.status is not Status.UNKNOWN for item in rivals):
        return None
    lead = "不能重复享受，只能选一种：" if len(options) > 1 else "不能重复享受，最划算的是："
    return div(".combinations")[
        h4["不能重复享受的项目"],
        [p[lead], ul[(_render_combination(option, findings) for option in options)]] if options else None,
        (
            [
                p(".reading")[
                    f"两种读法：{reading.question}这里的读法：{reading.default}。另一种读法：{reading.other}；最好的选择是："
                ],
                ul[(_render_combination(option, findings) for option in others)],
            ]
            for reading, others in otherwise
        ),
    ]


def _render_combination(option: Combination, findings: Mapping[str, Finding]) -> Element:
    chosen = [findings[name] for name in option.provisions]
    named = (
        f"{item.provision.title}（{say_amount(item.amount, item.status)}）"
        for item in chosen
        if item.amount is not None
    )
    return li["，加上".join(named)]


def _render_next(assessment: Assessment, who: str) -> Node:
    ranked = rank_questions(assessment, asked_by(who))
    if not ranked:
        return None
    first = ranked[0]
    return p(".next")["接下来最值得回答：", _link_fact(first.fact), f"（关系到 {len(first.why)} 项）"]


def _render_finding(assessment: Assessment, finding: Finding) -> Element:
    provision, outcome = finding.provision, finding.outcome
    is_settled = finding.status is not Status.UNKNOWN
    return article(class_=f"finding finding-{finding.status.value}", id=f"result-{provision.id}")[
        h4[
            a(href=f"#{provision.id}")[provision.title],
            " ",
            span(".clause")[provision.clause],
        ],
        p(".outcome")[
            badge(finding.status, provision.nature),
            " ",
            strong(".amount")[say_amount(outcome.amount, finding.status)] if outcome.amount else None,
        ],
        _render_missing(finding),
        _render_refusal(finding),
        (
            _render_alternative(finding, alternative)
            for alternative in finding.alternatives
            if alternative.differs and is_settled
        ),
        (p(".advice")[item.text] for item in advise(assessment, finding) if item.kind != "answer"),
        details(".steps")[
            summary["逐条理由"],
            ol[(_render_step(step, provision.clause) for step in outcome.steps)],
        ],
        _render_form(assessment, finding),
        _render_payments(assessment, finding),
        _render_rest(finding),
    ]


def _render_alternative(finding: Finding, alternative: Alternative) -> Element:
    reading, outcome = alternative.reading, alternative.outcome
    status = "" if outcome.status is finding.status else f"“{outcome.status.label}”"
    amount = say_amount(outcome.amount, outcome.status) if outcome.amount else ""
    result = "；".join(alternative.found) or f"{status} {amount}".strip()
    return p(".reading")[
        f"两种读法：{reading.question}这里的读法：{reading.default}。另一种读法：{reading.other}；结果是：{result}。"
    ]


def _render_missing(finding: Finding) -> Node:
    outcome = finding.outcome
    if not outcome.missing and not outcome.awaited:
        return None
    return p(".missing")[
        ["还缺：", _join_links(outcome.missing), "。"] if outcome.missing else None,
        ["等主管部门认定：", _join_links(outcome.awaited), "。"] if outcome.awaited else None,
    ]


def _render_refusal(finding: Finding) -> Node:
    if not finding.status.is_refused:
        return None
    reasons = [reason for step in finding.outcome.steps for reason in _find_reasons(step)]
    return ul(".reasons")[
        (li[step.found, "（", quote(step.phrase, step.clause or finding.provision.clause), "）"] for step in reasons)
    ]


def _find_reasons(step: Step) -> Iterator[Step]:
    """The steps that refuse; of several conditions joined without a phrase of their own, each that fails."""
    if step.verdict is not Verdict.NO:
        return
    if step.phrase or not step.parts:
        yield step
    else:
        for part in step.parts:
            yield from _find_reasons(part)


def _render_step(step: Step, clause: str) -> Element:
    return li(class_=f"step step-{step.verdict.value}")[
        mark(step.verdict),
        " ",
        quote(step.phrase, step.clause or clause),
        span(".found")[step.found] if step.found else None,
        ol[(_render_step(part, clause) for part in step.parts)] if any(part.phrase for part in step.parts) else None,
    ]


def _render_form(assessment: Assessment, finding: Finding) -> Node:
    """The document's own form, filled with what is known; the authorities' boxes stay empty."""
    boxes = fill_form(assessment, finding.provision)
    if not boxes:
        return None
    return div(".table-scroll")[
        table(".form-sheet")[tbody[(tr[th(scope="row")[label], td[value]] for label, value in boxes)]]
    ]


def _render_payments(assessment: Assessment, finding: Finding) -> Node:
    """When each sum falls due, as a list; only where the dates given tell a day or there are several payments."""
    payments = schedule(assessment, finding)
    if not any(due.day for due in payments) and len(payments) < 2:
        return None
    until = assessment.policy.claims_until
    return details(".payments")[
        summary["什么时候可以领"],
        ul[
            (
                li[
                    f"{spell_date(due.day)} 起，" if due.day else "",
                    f"{due.text}：{say_amount(due.amount, finding.status)}",
                ]
                for due in payments
            )
        ],
        p(".hint")[f"最晚在 {spell_date(until)} 前申领。" if until else "申领截止日期文件未写明。"],
    ]


def _render_rest(finding: Finding) -> Node:
    provision = finding.provision
    fund = provision.fund or "；".join(provision.funds)
    return details(".rest")[
        summary["材料、资金和说明"],
        ul[
            li["材料：", "、".join(provision.evidence) if provision.evidence else "文件未列材料，以经办机构要求为准"],
            li[f"资金：{fund}"] if fund else None,
            (li[note] for note in provision.notes),
            (li[f"约定：{item.title}。"] for item in finding.conventions),
        ],
    ]


def _render_receipt(assessment: Assessment) -> Element:
    as_of = assessment.answers.get("as_of")
    dated = f"按 {as_of} 测算；" if as_of else ""
    return p(".receipt")[
        f"{assessment.policy.number}；{dated}计算器 {VERSION}；条款指纹 {assessment.policy.fingerprint[:12]}"
    ]


def _link_fact(fact: str) -> Element:
    return a(href=f"#q-{fact}")[CATALOGUE[fact].short]


def _join_links(facts: Iterable[str]) -> Node:
    links: list[Node] = []
    for fact in facts:
        links += ["、", _link_fact(fact)]
    return links[1:]
