"""Say what each region comes to for the same facts, the surest sum first."""

from collections.abc import Iterator

from calc.commands.assess import say_term, tell_answers
from calc.commands.finding import name_facts, say_refusal
from calc.commands.source import read_json
from calc.commands.terminal import join, lay, lay_term
from calc.contract.build import build_comparison, write_json
from calc.engine.assess import Finding
from calc.engine.compare import compare, rank_regions
from calc.engine.outcome import Outcome
from calc.engine.region import RegionResult
from calc.engine.status_word import say_status
from calc.facts.check import check_facts
from calc.facts.inference import find_out
from calc.pages.compare.reasons import say_supposed_reason
from calc.pages.compare.sums import say_beside, say_sums
from calc.parts.wording import DISCLAIMER, join_titles, say_amount
from calc.values.money import say_yuan


def compare_regions(facts: str, *, is_placement: bool, is_json: bool) -> str:
    """Compare what each region comes to for the facts in a file: sums, what applies, why the rest does not."""
    answers = check_facts(read_json(facts))
    results = compare(answers, is_placement=is_placement)
    if is_json:
        return write_json(build_comparison(answers, results))
    told = "\n".join(tell_answers(answers, find_out(answers).inferred, 0))
    regions = ("\n".join(_tell_region(result)) for result in rank_regions(results))
    return "\n\n".join((told, *regions, DISCLAIMER))


def _tell_region(result: RegionResult) -> Iterator[str]:
    policy = result.policy
    yield lay(f"{policy.region}（{policy.number}，执行期限 {say_term(policy, result.answers)}）")
    yield from (lay(sentence, 1) for sentence in say_sums(result))
    for row in result.totals:
        if row.low:
            yield lay(f"{row.payee.label} · {row.fund}：{say_yuan(row.low)}", 2)
    yield from (lay(sentence, 1) for sentence in (*say_beside(result), *result.notices))
    yield from lay_term("可以有的", [_name(item) for item in result.granted])
    yield from lay_term("另一种读法下可享受的", [_name(item) for item in result.granted_otherwise])
    yield from lay_term("还不能确定的", [_name(item) for item in result.open])
    yield from lay_term("还缺", name_facts(result.needed))
    yield from lay_term("不适用的", list(_say_refusals(result)))
    yield from lay_term("没有比（看机构或者总人数，不看一个人的工作）", join_titles(result.apart))
    yield from lay_term("工作在另一处的，另看", join_titles(result.elsewhere))


def _name(item: Finding) -> str:
    """Name a finding with its result, by the default readings and by each other one that changes it."""
    others = (f"；另一种读法（{each.reading.other}）：{_say_outcome(each.outcome)}" for each in item.alternatives)
    return f"{item.provision.title}（{item.payee.label}）：{_say_outcome(item.outcome)}{''.join(others)}"


def _say_outcome(outcome: Outcome) -> str:
    return join((say_status(outcome), say_amount(outcome.amount, outcome.status) if outcome.amount else ""))


def _say_refusals(result: RegionResult) -> Iterator[str]:
    """Say why benefits do not apply; those refused for the same reasons stand together."""
    grouped: dict[str, list[Finding]] = {}
    for item in result.refused:
        reasons = say_supposed_reason(result, item) or "；".join(say_refusal(item))
        grouped.setdefault(reasons, []).append(item)
    for reasons, findings in grouped.items():
        yield f"{join_titles(findings)}，因为 {reasons}"
