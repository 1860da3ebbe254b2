"""List why provisions of a region do not apply: each with the phrase and the clause that refuse it."""

from collections import Counter
from collections.abc import Iterable

from htpy import Node, li, ul

from calc.engine.assess import Finding
from calc.engine.region import RegionResult
from calc.engine.supposed import HEAD_COUNTS
from calc.parts.wording import name_with_clause, quote_step
from calc.rules.case import Step
from calc.values.truth import Verdict

OUTSIDER = "这名劳动者不是这项政策的对象，单位、中介计 0 人"


def is_about_others(result: RegionResult) -> bool:
    """Whether the policy is not about the person compared."""
    return result.policy.people.judge(result.assessment.case).verdict is Verdict.NO


def say_why_not(result: RegionResult) -> str:
    """Say in a sentence why a region has nothing: whom it is about, or what refuses most."""
    if is_about_others(result):
        return result.policy.audience
    found = Counter(say_supposed_reason(result, item) or _find_step(item).found for item in result.refused)
    return "".join(f"{reason}。" for reason, _ in found.most_common(1))


def list_reasons(result: RegionResult) -> Node:
    """List the first reason of each refusal; refusals for one thing found stand together, most first."""
    grouped: dict[str, list[Finding]] = {}
    for item in result.refused:
        grouped.setdefault(say_supposed_reason(result, item) or _find_step(item).found, []).append(item)
    ranked = sorted(grouped.items(), key=lambda group: -len(group[1]))
    return ul(".reasons")[(li[found, "，所以不能领：", _quote_reasons(findings)] for found, findings in ranked)]


def _quote_reasons(findings: Iterable[Finding]) -> Node:
    """Quote each phrase that refuses, once, before the provisions that it refuses."""
    quoted: dict[tuple[str, str], tuple[Node, list[str]]] = {}
    for item in findings:
        step = _find_step(item)
        place = (step.phrase, step.clause or item.provision.clause)
        quoted.setdefault(place, (_quote(step, item), []))[1].append(name_with_clause(item.provision))
    nodes: list[Node] = []
    for phrase, names in quoted.values():
        nodes += ["；", "、".join(names), " ", phrase]
    return nodes[1:]


def _quote(step: Step, item: Finding) -> Node:
    return quote_step(step, item.provision, f"../policies/{item.policy.id}/")


def say_supposed_reason(result: RegionResult, item: Finding) -> str:
    """Say why a provision does not apply by what is supposed: to an outsider, or to a job on the other side."""
    if any(result.answers.get(fact) == 0 for fact in HEAD_COUNTS if fact in item.provision.facts):
        return OUTSIDER
    if item.provision in {other.provision for other in result.elsewhere}:
        return f"一份工作只算在一处，这里按{'' if result.is_job_here else '不'}在{result.policy.place}就业来算"
    return ""


def _find_step(item: Finding) -> Step:
    step = item.outcome.first_reason
    assert step is not None
    return step
