"""The answer as a contract: plain JSON data that tests, pages, links and other programs rely on.

The shape may grow; what stands here does not change its meaning. Amounts are strings in yuan with two decimals.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from calc.engine.advise import Advice, advise
from calc.engine.assess import Alternative, Assessment, Finding
from calc.engine.combine import Combination, Total, combine, combine_otherwise, total
from calc.engine.compare import RegionResult
from calc.engine.next_question import rank_questions
from calc.engine.schedule import Due, schedule
from calc.facts.catalogue import CATALOGUE, Answers
from calc.rules.case import Step
from calc.rules.policy import Provision
from calc.values.dates import spell_date
from calc.values.money import Amount, spell_decimal
from calc.version import VERSION

Json = dict[str, Any]


def build_answer(assessment: Assessment) -> Json:
    """The whole answer for one policy."""
    as_of = assessment.answers.get("as_of")
    return {
        "policy": assessment.policy.id,
        "as_of": None if as_of is None else str(as_of),
        "provisions": [_show_finding(assessment, finding) for finding in assessment.findings],
        "totals": [_show_total(row) for row in total(assessment)],
        "combinations": [_show_combination(option, None) for option in combine(assessment)]
        + [
            _show_combination(option, reading.id)
            for reading, options in combine_otherwise(assessment)
            for option in options
        ],
        "next": [{"fact": item.fact, "why": list(item.why)} for item in rank_questions(assessment)],
        "notices": list(assessment.notices),
        "receipt": _write_receipt(assessment),
    }


def build_comparison(results: Iterable[RegionResult]) -> Json:
    """Every region's result side by side."""
    return {
        "regions": [
            {
                "policy": result.policy.id,
                "region": result.policy.region,
                "sure": spell_decimal(result.sure),
                "totals": [_show_total(row) for row in result.totals],
                "provisions": [
                    {
                        "id": finding.provision.id,
                        "title": finding.provision.title,
                        "payee": finding.payee.value,
                        "status": finding.status.value,
                        "amount": _show_amount(finding.amount),
                    }
                    for finding in result.concerned
                ],
                "missing": list(result.missing),
                "apart": [finding.provision.id for finding in result.apart],
            }
            for result in results
        ]
    }


def write_json(data: Json) -> str:
    """JSON text that is the same, byte for byte, on every machine."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def show_answers(answers: Answers) -> Json:
    """Answers as JSON values: dates and sums as strings; what is private stays out."""
    return {
        fact: answer if isinstance(answer, bool | int | str) else str(answer)
        for fact, answer in sorted(answers.items())
        if not CATALOGUE[fact].is_private
    }


def _show_total(row: Total) -> Json:
    return {
        "payee": row.payee.value,
        "fund": row.fund,
        "min": spell_decimal(row.low),
        "max": None if row.high is None else spell_decimal(row.high),
        "ceiling": spell_decimal(row.ceiling),
    }


def _show_combination(option: Combination, reading: str | None) -> Json:
    """A permitted combination; `reading` names the reading that is taken the other way for it."""
    return {
        "provisions": list(option.provisions),
        "min": spell_decimal(option.low),
        "max": None if option.high is None else spell_decimal(option.high),
        "reading": reading,
    }


def _show_finding(assessment: Assessment, finding: Finding) -> Json:
    provision, outcome = finding.provision, finding.outcome
    return {
        "id": provision.id,
        "title": provision.title,
        "status": outcome.status.value,
        "payee": finding.payee.value,
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
        "payments": [_show_due(assessment, due) for due in schedule(assessment, finding)],
        "advice": [_show_advice(item) for item in advise(assessment, finding)],
        "notes": list(provision.notes),
        "form": [{"label": label, "value": value} for label, value in fill_form(assessment, provision)],
    }


def _show_amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    return {
        "kind": amount.kind.value,
        "min": spell_decimal(amount.low) if amount.is_counted else None,
        "max": None if amount.high is None else spell_decimal(amount.high),
    }


def _show_step(step: Step, clause: str) -> Json:
    shown: Json = {
        "phrase": step.phrase,
        "verdict": step.verdict.value,
        "found": step.found,
        "clause": step.clause or clause,
    }
    if step.parts:
        shown["parts"] = [_show_step(part, clause) for part in step.parts]
    return shown


def _show_reading(alternative: Alternative) -> Json:
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


def fill_form(assessment: Assessment, provision: Provision) -> tuple[tuple[str, str], ...]:
    """The boxes of the form a provision brings, with what is known in them; nothing for any other provision."""
    form = provision.effect.fill_form(assessment.case)
    return tuple((box.label, box.text) for box in form.boxes) if form else ()


def _show_due(assessment: Assessment, due: Due) -> Json:
    """One payment: the day from which it can be had, and the last on which it can be claimed, where they are known."""
    until = assessment.policy.claims_until
    return {
        "due": spell_date(due.day) if due.day else None,
        "until": spell_date(until) if until else None,
        "amount": _show_amount(due.amount),
        "text": due.text,
    }


def _show_advice(item: Advice) -> Json:
    return {
        "kind": item.kind,
        "text": item.text,
        "facts": {fact: _plain(answer) for fact, answer in item.facts.items()},
        "date": spell_date(item.day) if item.day else None,
        "amount": _show_amount(item.amount),
    }


def _plain(answer: object) -> object:
    return answer if answer is None or isinstance(answer, bool | int | str) else str(answer)


def print_answer(assessment: Assessment) -> str:
    """The whole answer as a file for people to keep: the same JSON, with line breaks."""
    return json.dumps(build_answer(assessment), ensure_ascii=False, indent=2) + "\n"


def digest_answers(assessment: Assessment) -> str:
    """A hash of the policy and the answers: the same question gives the same one everywhere."""
    asked = {"policy": assessment.policy.id, "answers": show_answers(assessment.answers)}
    return sha256(write_json(asked).encode()).hexdigest()


def _write_receipt(assessment: Assessment) -> Json:
    """What lets anyone repeat the answer: versions, a hash of the declarations, and the answers given."""
    return {
        "calculator": VERSION,
        "declarations": assessment.policy.fingerprint,
        "answers": show_answers(assessment.answers),
        "digest": digest_answers(assessment),
    }
