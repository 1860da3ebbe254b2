"""Tell one provision of an answer: the result, why, what is missing, doubts, advice, and how to claim it."""

from collections.abc import Iterable, Iterator

from calc.commands.official_text import tell_source
from calc.commands.terminal import join, lay, lay_term
from calc.engine.assess import Finding
from calc.engine.outcome import Status
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.status_word import say_status
from calc.facts.catalogue import CATALOGUE
from calc.pages.policy.claiming import NO_EVIDENCE, NO_OFFICE, can_be_claimed, say_payments
from calc.pages.policy.finding import list_deciding
from calc.pages.policy.readings import list_readings, say_both_outcomes, say_difference
from calc.pages.policy.steps import say_arithmetic
from calc.parts.exclusion import say_exclusions
from calc.parts.wording import TO_BRING, say_advice, say_last_claim, say_main_result, say_payee, say_unasked
from calc.proof.official_text import OfficialText
from calc.rules.case import Step
from calc.rules.provision import Provision


def tell_finding(item: ProvisionAnswer, text: OfficialText | None = None) -> Iterator[str]:
    """Tell one provision, its result first, what the official `text` says of it last."""
    finding, provision = item.finding, item.finding.provision
    main_result = say_main_result(finding, item.headline)
    yield lay(f"{provision.clause}  {provision.title}（{provision.id}）")
    yield from lay_term("结果", join((say_status(finding.outcome), main_result)))
    yield from lay_term("给谁", say_payee(provision, finding.payees, "或者"))
    if provision.nature.brings_money or provision.paid_from:
        yield from lay_term("资金", provision.paid_from)
    yield from _tell_why(finding, main_result)
    if not finding.status.is_refused:
        yield from (lay(sentence, 1) for sentence in say_exclusions(finding.policy, provision))
    yield from _tell_readings(finding)
    yield from lay_term("说明", provision.own_remarks)
    yield from lay_term("建议", say_advice(item))
    if can_be_claimed(finding):
        yield from _tell_claiming(item)
    elif not finding.status.is_refused and (told := say_unasked(provision)):
        yield lay(told, 1)
    yield from tell_source(finding.policy, provision, text)


def say_refusal(finding: Finding) -> list[str]:
    """Say each reason that refuses: what was found, and the phrase that asks for more, with its clause."""
    return [say_step(step, finding.provision) for step in finding.outcome.reasons]


def say_step(step: Step, provision: Provision) -> str:
    """Say what was found in a step, with its phrase and clause."""
    quoted = f"“{step.phrase}”" if step.phrase else ""
    return " ".join(filter(None, (step.found, quoted, step.clause or provision.clause)))


def say_office(provision: Provision) -> str:
    """Say where to apply, with the clause that tells it."""
    office = provision.office
    return f"{office.text} {office.clause or provision.clause}" if office else NO_OFFICE


def name_facts(facts: Iterable[str]) -> str:
    """Name facts by their short names."""
    return "、".join(CATALOGUE[fact].short for fact in facts)


def _tell_why(finding: Finding, main_result: str) -> Iterator[str]:
    """Tell what refuses, what is open, or how the sum comes about."""
    outcome = finding.outcome
    yield from lay_term("多少人算", finding.heads.sentence if finding.heads else "")
    yield from lay_term("为什么", say_refusal(finding))
    yield from lay_term("还缺", name_facts(outcome.missing))
    yield from lay_term("其中决定金额的", name_facts(list_deciding(finding)))
    yield from lay_term("等主管部门认定", name_facts(outcome.awaited))
    if finding.status is Status.ELIGIBLE and not outcome.missing:
        yield from lay_term("为什么", say_arithmetic(finding, main_result))


def _tell_readings(finding: Finding) -> Iterator[str]:
    """Tell each other reading that changes something, with what both come to."""
    for alternative in list_readings(finding):
        reading = alternative.reading
        taken, otherwise = say_both_outcomes(finding, alternative)
        yield lay(f"两种读法：{reading.question}", 1)
        yield lay(f"- 这里的读法：{reading.default} → {taken}", 2)
        yield lay(f"- 另一种读法：{reading.other} → {otherwise}", 2)
        if difference := say_difference(finding.outcome, alternative.outcome):
            yield lay(difference, 2)


def _tell_claiming(item: ProvisionAnswer) -> Iterator[str]:
    """Tell the evidence, the office, and for money when it comes and until when it can be claimed."""
    finding, provision = item.finding, item.finding.provision
    yield from lay_term(TO_BRING, provision.evidence or NO_EVIDENCE)
    yield from lay_term("向哪里申请", say_office(provision))
    if provision.nature.brings_money:
        yield from lay_term("什么时候领", say_payments(item.payments, finding))
        yield from lay_term("最晚申领", say_last_claim(finding.policy))
