"""Say what each region comes to for the same facts, the surest sum first."""

from collections.abc import Iterator

from calc.commands.assess import say_given, say_term
from calc.commands.finding import name_facts, say_refusal
from calc.commands.source import read_json
from calc.commands.terminal import join, lay, lay_term
from calc.contract.build import build_comparison, write_json
from calc.engine.assess import Finding
from calc.engine.compare import HEAD_COUNTS, RegionResult, compare, rank_regions
from calc.engine.status_word import say_status
from calc.facts.check import check_facts
from calc.pages.compare.comparison import OUTSIDER, say_beside, say_possible
from calc.parts.wording import DISCLAIMER, join_titles, say_amount
from calc.values.money import say_yuan


def compare_regions(facts: str, *, is_placement: bool, is_json: bool) -> str:
    """Compare what each region comes to for the facts in a file: sums, what applies, why the rest does not."""
    answers = check_facts(read_json(facts))
    results = compare(answers, is_placement=is_placement)
    if is_json:
        return write_json(build_comparison(results))
    given = "\n".join(lay_term("所填", say_given(answers) or "没有填写", 0))
    regions = ("\n".join(_tell_region(result)) for result in rank_regions(results))
    return "\n\n".join((given, *regions, DISCLAIMER))


def _tell_region(result: RegionResult) -> Iterator[str]:
    policy, is_open = result.policy, bool(result.granted or result.open)
    sure = f"确定 {say_yuan(result.sure)}" if result.sure else "还没有确定的金额"
    yield lay(f"{policy.region}（{policy.number}，执行期限 {say_term(policy, result.answers)}）")
    yield lay(join((sure, say_possible(result))) if is_open else "不适用", 1)
    for row in result.totals:
        if row.low:
            yield lay(f"{row.payee.label} · {row.fund}：{say_yuan(row.low)}", 2)
    yield from (lay(sentence, 1) for sentence in say_beside(result))
    yield from lay_term("可以有的", [_name(item) for item in result.granted])
    yield from lay_term("还不能确定的", [_name(item) for item in result.open])
    yield from lay_term("还缺", name_facts(result.needed))
    yield from lay_term("不适用的", list(_say_refusals(result)))
    yield from lay_term("没有比（看机构或者总人数，不看一个人的工作）", join_titles(result.apart))


def _name(item: Finding) -> str:
    amount = say_amount(item.amount, item.status) if item.amount else ""
    return f"{item.provision.title}（{item.payee.label}）：{join((say_status(item.outcome), amount))}"


def _say_refusals(result: RegionResult) -> Iterator[str]:
    """Say why benefits do not apply; those refused for the same reasons stand together."""
    grouped: dict[str, list[Finding]] = {}
    for item in result.refused:
        grouped.setdefault(_say_reasons(result, item), []).append(item)
    for reasons, findings in grouped.items():
        yield f"{join_titles(findings)}，因为 {reasons}"


def _say_reasons(result: RegionResult, item: Finding) -> str:
    if any(result.answers.get(fact) == 0 for fact in HEAD_COUNTS if fact in item.provision.facts):
        return OUTSIDER
    return "；".join(say_refusal(item))
