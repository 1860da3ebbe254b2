"""Render the answer as a sheet of paper: the amount and the code, the answers given, then each provision briefly."""

from collections.abc import Callable, Collection, Iterator, Sequence

from htpy import Element, Node, div, h2, h3, h4, header, li, ol, p, section, strong, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.progress import find_progress
from calc.engine.provision_answer import ProvisionAnswer
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.groups import list_names, spread
from calc.facts.inference import Inferred
from calc.pages.policy.claiming import NO_OFFICE, can_be_claimed, render_unasked, say_payments
from calc.pages.policy.combinations import render_combinations
from calc.pages.policy.day_asked import DAY_ASKED
from calc.pages.policy.groups import list_of_first
from calc.pages.policy.headline import find_headline, find_in_reach, list_near, list_refused, say_progress
from calc.pages.policy.readings import list_readings, say_both_outcomes, say_difference
from calc.pages.policy.result import say_marks
from calc.pages.policy.steps import render_arithmetic, say_arithmetic
from calc.pages.policy.totals import render_totals
from calc.parts.exclusion import say_exclusions
from calc.parts.fact_links import join_links
from calc.parts.official_form import render_official_form
from calc.parts.sheet import render_empty_sheet, render_given, render_receipt
from calc.parts.wording import (
    DISCLAIMER,
    TO_BRING,
    add_clause,
    badge,
    mark,
    mark_expired,
    name_with_clause,
    say_amount,
    say_inferred,
    say_last_claim,
    say_main_result,
    say_plainly,
    say_unasked,
    tells_amount,
)
from calc.rules.case import Step
from calc.rules.payees import Nature
from calc.rules.printed import FilledForm
from calc.values.dates import spell_date
from calc.values.truth import Verdict

INVITATION = "扫码打开带答案的页面，可以核对和修改；名称、代码、联系方式不在码里。"
ASK_FIRST = "没写材料和地点的，是文件没有写，请先问经办机构。"


def render_sheet(answer: Answer, link: str, given: Collection[str] | None = None) -> Element:
    """Render the sheet of an answer; its code holds `link`, which leaves the private answers out.

    `given` are the facts that somebody answered; where they are not told, all that the answer rests on.
    """
    if not answer.answers:
        return render_empty_sheet()
    granted = sorted(answer.with_status(Status.ELIGIBLE, Status.JUDGEMENT), key=_is_no_money)
    services = [item for item in granted if _is_service(item)]
    claims = [item for item in granted if item not in services]
    unknown = answer.with_status(Status.UNKNOWN)
    near, refused = list_near(answer), list_refused(answer)
    return section("#calculator-sheet.sheet", data_search_exclude=True)[
        _render_head(answer, link),
        render_combinations(answer),
        _render_given(answer, answer.answers if given is None else given),
        [h3["能领、能办的，怎样办"], (_render_finding(item) for item in claims), p[ASK_FIRST]] if claims else None,
        _list_briefly("还能办的服务", services, _say_where),
        _list_briefly("还要补充才知道的", unknown, _say_missing),
        _list_briefly(f"还差一点的 {len(near)} 项", near, _say_lack),
        _list_briefly(f"按所填的，不能领的 {len(refused)} 项", refused, _say_reasons),
        p(".sheet-origin")[_say_origin(answer)],
        (
            div(".sheet-form")[render_official_form(item.form)]
            for item in answer.concerned
            if item.form and _is_begun(item.form) and item.finding.status is not Status.OUTSIDE
        ),
    ]


def _is_no_money(item: ProvisionAnswer) -> bool:
    return not item.finding.provision.nature.brings_money


def _is_service(item: ProvisionAnswer) -> bool:
    """Decide whether it is help for which a line is enough."""
    return item.finding.provision.is_benefit and item.finding.provision.nature is Nature.SERVICE


def _is_begun(form: FilledForm) -> bool:
    """Decide whether anything is filled in: the blank form is a paper of its own."""
    return any(box.text for box in form.boxes if box.is_own)


def _render_head(answer: Answer, link: str) -> Element:
    headline = find_headline(answer)
    nearest = find_in_reach(answer)
    return header(".sheet-head")[
        div[
            h2[f"{answer.policy.region}就业帮扶政策测算结果", " ", mark_expired(answer.policy)],
            p(".sheet-claim")[DISCLAIMER],
            p(".sheet-nearest")[f"离您最近的一项：{name_with_clause(nearest[0].finding.provision)}"]
            if nearest
            else None,
            p(".sheet-amount")[headline.amount],
            p[headline.counts],
            render_totals(answer),
        ],
        render_receipt(link, INVITATION),
    ]


def _render_given(answer: Answer, given: Collection[str]) -> Node:
    """Render what was answered, and apart from it what was not asked and follows, or is supposed."""
    further = answer.assessment.further
    answers = spread({fact: told for fact, told in answer.answers.items() if fact in given}, further)
    told = [(name, answers[name]) for name in list_names(answer.policy.facts, further) if name in answers]
    beside = [*_say_supposed(answer, given), *(_say_inferred(item, answer.answers) for item in answer.inferred)]
    return [
        h3["所填内容"],
        render_given(told, list_of_first(answer)),
        [p["没有填，这样取的："], ul(".sheet-inferred")[(li[sentence] for sentence in beside)]] if beside else None,
    ]


def _say_inferred(item: Inferred, answers: Answers) -> str:
    return f"{CATALOGUE[item.fact].short}：{say_inferred(item, answers)}"


def _say_supposed(answer: Answer, given: Collection[str]) -> Iterator[str]:
    day = answer.assessment.case.day(DAY_ASKED)
    if day and DAY_ASKED not in given:
        yield f"{CATALOGUE[DAY_ASKED].short}：按 {spell_date(day)} 算"


def _say_origin(answer: Answer) -> str:
    """Say on what document the answer rests, and by which marks an office checks it."""
    policy = answer.policy
    origin = f"依据：{policy.title}（{policy.number}），{policy.issuer}。执行期 {policy.term.say()}。"
    return f"{origin}核对用：{say_marks(answer)}。"


def _render_finding(item: ProvisionAnswer) -> Element:
    finding, provision = item.finding, item.finding.provision
    main_result = say_main_result(finding, item.headline)
    is_settled = finding.status is Status.ELIGIBLE and not finding.outcome.missing
    steps = _list_untold(finding, main_result) if is_settled else finding.outcome.steps
    return section(".sheet-finding")[
        h4[add_clause(provision.title, provision.clause)],
        p(".sheet-outcome")[badge(finding.outcome, say_plainly), " ", strong[main_result] if main_result else None],
        p[finding.heads.sentence] if finding.heads else None,
        render_arithmetic(finding, main_result) if is_settled else _render_open(finding),
        ol(".sheet-steps")[map(_render_step, steps)],
        (p[sentence] for sentence in (*say_exclusions(finding.policy, provision), *_say_readings(finding))),
        _render_claiming(item) if can_be_claimed(finding) else render_unasked(finding),
    ]


def _list_untold(finding: Finding, main_result: str) -> Iterator[Step]:
    """List the steps, without those of the sum that stands beside the name or in the arithmetic already."""
    told = main_result + say_arithmetic(finding, main_result)
    paying = finding.outcome.paying
    return (step for step in finding.outcome.steps if step not in paying or step.found not in told)


def _render_open(finding: Finding) -> Node:
    missing, awaited = finding.outcome.missing, finding.outcome.awaited
    return [
        p["还缺：", join_links(missing), "。"] if missing else None,
        p["等主管部门认定：", join_links(awaited), "。"] if awaited else None,
    ]


def _render_step(step: Step) -> Element:
    """Render what was found, with its clause where it is not the provision's own."""
    found = step.found or step.phrase
    return li(".step")[mark(step.verdict), " ", add_clause(found, step.clause) if step.clause else found]


def _say_readings(finding: Finding) -> Iterator[str]:
    for alternative in list_readings(finding):
        reading = alternative.reading
        taken, otherwise = say_both_outcomes(finding, alternative, say_plainly)
        difference = say_difference(finding.outcome, alternative.outcome)
        yield (
            f"有两种读法：{reading.question}这里按：{reading.default}（{taken}）。"
            f"另一种：{reading.other}（{otherwise}）。{difference}"
        )


def _render_claiming(item: ProvisionAnswer) -> Node:
    """Render where, when and until when, and the evidence to tick."""
    finding, provision = item.finding, item.finding.provision
    lines = [f"到哪里：{provision.office.text if provision.office else NO_OFFICE}"]
    if provision.nature.brings_money:
        lines += [f"什么时候领：{say_payments(item.payments, finding)}", f"最晚申领：{say_last_claim(finding.policy)}"]
    if provision.paid_from:
        lines.append(f"资金：{provision.paid_from}")
    boxes = ul(".boxes")[(li[each] for each in provision.evidence)] if provision.evidence else None
    return [
        p(".sheet-claiming")["；".join(line.rstrip("。") for line in lines), "。"],
        div(".sheet-evidence")[p[f"{TO_BRING}："], boxes] if boxes else None,
    ]


def _list_briefly(title: str, items: Sequence[ProvisionAnswer], say: Callable[[ProvisionAnswer], str]) -> Node:
    lines = (li[f"{name_with_clause(item.finding.provision)}：{say(item)}"] for item in items)
    return [h3[title], ul(".sheet-brief")[lines]] if items else None


def _say_lack(item: ProvisionAnswer) -> str:
    """Say how much of the number is short."""
    progress = find_progress(item)
    return say_progress(progress) if progress else _say_reasons(item)


def _say_where(item: ProvisionAnswer) -> str:
    finding = item.finding
    office = finding.provision.office
    awaited = "、".join(CATALOGUE[fact].short for fact in finding.outcome.awaited)
    where = say_unasked(finding.provision).rstrip("。") or (office.text if office else NO_OFFICE)
    return f"{where}；等主管部门认定：{awaited}" if awaited else where


def _say_missing(item: ProvisionAnswer) -> str:
    finding = item.finding
    missing = "、".join(CATALOGUE[fact].short for fact in (*finding.outcome.missing, *finding.outcome.awaited))
    amount = say_amount(finding.amount, finding.status) if finding.amount and tells_amount(finding.outcome) else ""
    return f"{amount}；还缺{missing}" if amount else f"还缺{missing}"


def _say_reasons(item: ProvisionAnswer) -> str:
    finding = item.finding
    failing = (step for reason in finding.outcome.reasons for step in _find_failing(reason) if step.found)
    found = (piece for step in failing for piece in step.found.split("；"))
    return "；".join(dict.fromkeys(found)) or say_plainly(finding.outcome)


def _find_failing(step: Step) -> Iterator[Step]:
    """Find the smallest parts of a step that fail, or the step itself."""
    failing = [part for part in step.parts if part.verdict is Verdict.NO]
    for part in failing:
        yield from _find_failing(part)
    if not failing:
        yield step
