"""The answer as the contract's plain JSON data, and as text that is the same on every machine."""

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from typing import Literal

from calc.contract.types import (
    AdviceJson,
    AmountJson,
    AnswerJson,
    CombinationJson,
    ComparedProvisionJson,
    ComparisonJson,
    HeadsJson,
    InferredJson,
    NumberJson,
    PaymentJson,
    Plain,
    ProvisionJson,
    ReadingJson,
    ReasonJson,
    ReceiptJson,
    RegionJson,
    RegionReadingJson,
    StepJson,
    TotalJson,
)
from calc.engine.advise import Advice
from calc.engine.answer import Answer
from calc.engine.assess import Alternative, Finding
from calc.engine.combine import Combination, Total
from calc.engine.heads import Heads
from calc.engine.otherwise import Otherwise
from calc.engine.provision_answer import ProvisionAnswer
from calc.engine.region import RegionResult, add_sure
from calc.engine.schedule import Due
from calc.engine.status_word import say_status
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.inference import Inferred, find_out
from calc.rules.case import Step
from calc.rules.policy import Policy
from calc.rules.reading import Reading
from calc.values.dates import spell_date
from calc.values.money import Amount, spell_decimal
from calc.values.ranges import Range
from calc.values.truth import Verdict
from calc.version import VERSION

COUNTS: Mapping[Verdict, Literal["yes", "no", "unknown"]] = {
    Verdict.YES: "yes",
    Verdict.NO: "no",
    Verdict.UNKNOWN: "unknown",
}


def build_answer(answer: Answer) -> AnswerJson:
    """The whole answer for one policy, or of it what concerns the payees who ask."""
    as_of = answer.answers.get("as_of")
    return {
        "policy": answer.policy.id,
        "as_of": None if as_of is None else str(as_of),
        "payees": None if answer.payees is None else list(answer.payees),
        "provisions": [_show_provision(item) for item in answer.told],
        "totals": [_show_total(row, answer.list_other_sums(row)) for row in answer.own_totals],
        "combinations": [_show_combination(*option) for option in answer.own_combinations],
        "inferred": [_show_inferred(item) for item in answer.inferred],
        "next": [{"fact": item.fact, "why": list(item.why)} for item in answer.next_questions],
        "notices": list(answer.notices),
        "receipt": _write_receipt(answer.policy, answer.answers, answer.assessment.further),
    }


def build_comparison(answers: Answers, results: Iterable[RegionResult]) -> ComparisonJson:
    """Every region's result for some answers side by side, and what follows from the answers."""
    return {
        "inferred": [_show_inferred(item) for item in find_out(answers).inferred],
        "regions": [_show_region(result) for result in results],
    }


def write_json(data: Mapping[str, object]) -> str:
    """JSON text that is the same, byte for byte, on every machine."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def print_answer(answer: Answer) -> str:
    """The whole answer as a file for people to keep: the same JSON, with line breaks."""
    return json.dumps(build_answer(answer), ensure_ascii=False, indent=2) + "\n"


def digest_answers(policy: Policy, answers: Answers, further: Sequence[Answers] = ()) -> str:
    """A hash of the policy and the answers: the same question gives the same one everywhere."""
    groups = {"groups": [show_answers(own) for own in further]} if further else {}
    asked = {"policy": policy.id, "answers": show_answers(answers), **groups}
    return sha256(write_json(asked).encode()).hexdigest()


def _show_provision(item: ProvisionAnswer) -> ProvisionJson:
    finding = item.finding
    provision, outcome = finding.provision, finding.outcome
    until = finding.policy.claims_until
    shown: ProvisionJson = {
        "id": provision.id,
        "title": provision.title,
        "status": outcome.status.value,
        "says": say_status(outcome),
        "is_benefit": provision.is_benefit,
        "outside": outcome.timing.absence.value if outcome.timing.absence else None,
        "payee": finding.payee.value,
        "payee_called": provision.called,
        "nature": provision.nature.value,
        "fund": provision.paid_from,
        "clause": provision.clause,
        "amount": _show_amount(outcome.amount),
        "steps": [_show_step(step, provision.clause) for step in outcome.steps],
        "missing": list(outcome.missing),
        "awaited": list(outcome.awaited),
        "readings": [_show_reading(alternative) for alternative in finding.alternatives],
        "conventions": [convention.id for convention in finding.conventions],
        "evidence": list(provision.evidence),
        "office": provision.office.text if provision.office else None,
        "payments": [_show_due(due, spell_date(until) if until else None) for due in item.payments],
        "advice": [_show_advice(each) for each in item.advice],
        "notes": list(provision.remarks),
        "form": [{"label": box.label, "value": box.text} for box in item.form.boxes] if item.form else [],
    }
    if finding.heads:
        shown["heads"] = _show_heads(finding.heads)
    return shown


def _show_heads(heads: Heads) -> HeadsJson:
    return {
        "fact": heads.fact,
        "total": _show_number(heads.total),
        "counted": _show_number(heads.counted),
        "says": heads.sentence,
        "groups": [
            {
                "group": group.number,
                "heads": _show_number(group.heads),
                "counts": COUNTS[group.verdict],
                "missing": list(group.lacking),
                "why": list(group.why),
            }
            for group in heads.groups
        ],
    }


def _show_number(number: Range) -> NumberJson:
    return {"min": int(number.low), "max": None if number.high is None else int(number.high)}


def _show_inferred(item: Inferred) -> InferredJson:
    return {
        "fact": item.fact,
        "answer": _show_plain(item.answer),
        "says": CATALOGUE[item.fact].say(item.answer),
        "because": list(item.because),
    }


def _show_known(amount: Amount) -> AmountJson:
    return {
        "kind": amount.kind.value,
        "min": spell_decimal(amount.low) if amount.is_counted else None,
        "max": None if amount.high is None else spell_decimal(amount.high),
    }


def _show_amount(amount: Amount | None) -> AmountJson | None:
    return None if amount is None else _show_known(amount)


def _show_step(step: Step, clause: str) -> StepJson:
    shown: StepJson = {
        "phrase": step.phrase,
        "verdict": step.verdict.value,
        "found": step.found,
        "clause": step.clause or clause,
    }
    if step.parts:
        shown["parts"] = [_show_step(part, clause) for part in step.parts]
    return shown


def _show_reading(alternative: Alternative) -> ReadingJson:
    reading, outcome = alternative.reading, alternative.outcome
    return {
        "id": reading.id,
        "question": reading.question,
        "taken": reading.default,
        "other": reading.other,
        "differs": alternative.differs,
        "status": outcome.status.value,
        "amount": _show_amount(outcome.amount),
        "found": list(alternative.found),
    }


def _show_due(due: Due, until: str | None) -> PaymentJson:
    return {
        "due": spell_date(due.day) if due.day else None,
        "until": until,
        "amount": _show_known(due.amount),
        "text": due.text,
    }


def _show_advice(item: Advice) -> AdviceJson:
    return {
        "kind": item.kind,
        "text": item.text,
        "facts": {fact: None if answer is None else _show_plain(answer) for fact, answer in item.facts.items()},
        "date": spell_date(item.day) if item.day else None,
        "amount": _show_amount(item.amount),
    }


def _show_total(row: Total, others: Iterable[tuple[Reading, Fraction]] = ()) -> TotalJson:
    return {
        "payee": row.payee.value,
        "fund": row.fund,
        "min": spell_decimal(row.low),
        "max": None if row.high is None else spell_decimal(row.high),
        "ceiling": spell_decimal(row.ceiling),
        "floor": spell_decimal(row.floor),
        "estimate": spell_decimal(row.estimate),
        "otherwise": [{"reading": reading.id, "min": spell_decimal(low)} for reading, low in others],
    }


def _show_combination(reading: Reading | None, option: Combination) -> CombinationJson:
    return {
        "provisions": list(option.provisions),
        "min": spell_decimal(option.low),
        "max": None if option.high is None else spell_decimal(option.high),
        "reading": None if reading is None else reading.id,
    }


def _show_region(result: RegionResult) -> RegionJson:
    return {
        "policy": result.policy.id,
        "region": result.policy.region,
        "sure": spell_decimal(result.sure),
        "least": spell_decimal(result.least),
        "totals": [_show_total(row, result.list_other_sums(row)) for row in result.totals],
        "readings": [_show_otherwise(other) for other in result.otherwise],
        "provisions": [_show_compared(finding) for finding in result.concerned],
        "missing": list(result.missing),
        "apart": [finding.provision.id for finding in result.apart],
        "elsewhere": [finding.provision.id for finding in result.elsewhere],
        "notices": list(result.notices),
    }


def _show_compared(finding: Finding) -> ComparedProvisionJson:
    provision, reason = finding.provision, finding.outcome.first_reason
    return {
        "id": provision.id,
        "title": provision.title,
        "payee": finding.payee.value,
        "clause": provision.clause,
        "status": finding.status.value,
        "says": say_status(finding.outcome),
        "is_benefit": provision.is_benefit,
        "amount": _show_amount(finding.amount),
        "reasons": [_show_reason(reason, provision.clause)] if reason else [],
        "readings": [_show_reading(alternative) for alternative in finding.alternatives],
    }


def _show_reason(step: Step, clause: str) -> ReasonJson:
    return {"phrase": step.phrase, "found": step.found, "clause": step.clause or clause}


def _show_otherwise(other: Otherwise) -> RegionReadingJson:
    return {
        "id": other.reading.id,
        "question": other.reading.question,
        "taken": other.reading.default,
        "other": other.reading.other,
        "sure": spell_decimal(add_sure(other.totals)),
        "totals": [_show_total(row) for row in other.totals],
        "provisions": [finding.provision.id for finding in other.changed],
    }


def _write_receipt(policy: Policy, answers: Answers, further: Sequence[Answers]) -> ReceiptJson:
    receipt: ReceiptJson = {
        "calculator": VERSION,
        "declarations": policy.fingerprint,
        "answers": show_answers(answers),
        "digest": digest_answers(policy, answers, further),
    }
    if further:
        receipt["groups"] = [show_answers(own) for own in further]
    return receipt


def show_answers(answers: Answers) -> dict[str, Plain]:
    """Answers as JSON values: dates and sums as strings; what is private stays out."""
    return {fact: _show_plain(answer) for fact, answer in sorted(answers.items()) if not CATALOGUE[fact].is_private}


def _show_plain(answer: object) -> Plain:
    if isinstance(answer, tuple):
        return list(answer)
    return answer if isinstance(answer, bool | int | str) else str(answer)
