"""Verify a result that somebody hands over: with the same calculator the same answers come to the same result."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from calc.commands.source import read_json
from calc.commands.wrong_use import WrongUseError, find_policy
from calc.contract.build import build_answer
from calc.engine.answer import Answer
from calc.engine.groups import assess_groups
from calc.facts.groups import GROUPS, check_placement
from calc.rules.payees import Payee
from calc.rules.policy import FINGERPRINT_SHOWN, Policy
from calc.rules.word import unique
from calc.values.quoting import quote
from calc.version import VERSION

Json = Mapping[str, Any]
NO_RESULT = "这不是计算器的结果文件：要用“保存结果数据”存下来的文件，或者 assess --json 的输出。"

NO_UPPER_END, NONE = "不限", "0.00"
PLAIN = str | bool | int | float | None


class DifferentError(Exception):
    """A result that is not what its answers come to; `sentences` say what differs."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        super().__init__("；".join(sentences))


def verify(file: str) -> str:
    """Verify a saved result: 相符, or, with exit code 3, what differs: version, declarations, answers or sums."""
    saved = read_json(file, "结果")
    if not is_result(saved):
        raise WrongUseError(NO_RESULT)
    policy, receipt = find_policy(saved["policy"]), saved["receipt"]
    marks = list_other_marks(policy, receipt["calculator"], receipt["declarations"])
    again: Json = build_answer(_answer_again(policy, saved))
    differences = [*marks, *_list_differences(receipt, saved, again)]
    if differences:
        raise DifferentError(["不相符：", *differences])
    return f"相符：{policy.region}，{policy.number}，计算器 {VERSION}，条款指纹 {policy.short_fingerprint}。"


def is_result(saved: object) -> TypeGuard[Json]:
    """Decide whether JSON has the shape of a result, as far as it is needed here."""
    if not isinstance(saved, dict) or not isinstance(receipt := saved.get("receipt"), dict):
        return False
    names = (receipt.get("calculator"), receipt.get("declarations"), receipt.get("digest"), saved.get("policy"))
    answers = receipt.get("answers")
    lists = (saved.get("provisions"), saved.get("totals"), receipt.get(GROUPS, []))
    return (
        all(isinstance(name, str) for name in names)
        and all(isinstance(each, list) and all(isinstance(item, dict) for item in each) for each in lists)
        and all(_has_texts(item, "id", "title") for item in saved["provisions"])
        and all(_has_texts(item, "payee", "fund") for item in saved["totals"])
        and isinstance(saved.get("payees"), list | None)
        and isinstance(answers, dict | None)
    )


def _has_texts(item: Json, *names: str) -> bool:
    return all(isinstance(item.get(name), str) for name in names)


def list_other_marks(policy: Policy, version: str, fingerprint: str) -> Iterator[str]:
    """Say which of the marks on a result are not ours; a fingerprint may be shortened as beside results."""
    if version != VERSION:
        yield f"计算器版本不同：结果上写 {_quote(version)}，这里是 {VERSION}。"
    if len(fingerprint) < FINGERPRINT_SHOWN or not policy.fingerprint.startswith(fingerprint):
        shown = fingerprint[:FINGERPRINT_SHOWN] or "没有"
        yield f"条款指纹不同：结果上写 {shown}，这里是 {policy.short_fingerprint}；改过的条款见“变更记录”。"


def _answer_again(policy: Policy, saved: Json) -> Answer:
    receipt, payees = saved["receipt"], saved.get("payees")
    groups = {GROUPS: receipt[GROUPS]} if receipt.get(GROUPS) else {}
    placement = check_placement({**(receipt.get("answers") or {}), **groups})
    return Answer(assess_groups(policy, placement), None if payees is None else tuple(payees))


def _list_differences(receipt: Json, saved: Json, again: Json) -> Iterator[str]:
    """Say what of the result does not follow from its answers: sums by name, wording in one sentence."""
    if receipt["digest"] != again["receipt"]["digest"]:
        yield "所填的答案不是算出结果时的答案：它们的校验值对不上。"
    sums = [
        *_compare(_index_provisions(saved), _index_provisions(again)),
        *_compare(_index_totals(saved), _index_totals(again)),
    ]
    yield from sums
    if not sums and _strip(saved) != _strip(again):
        yield from _list_others(saved, again)


def _list_others(saved: Json, again: Json) -> Iterator[str]:
    """Name what else differs, by the names of the contract: both values where they are no lists."""
    yield "金额都一样，这些内容不同："
    before, now = _strip(saved), _strip(again)
    listed, own = ([(_name_provision(item), item) for item in told.pop("provisions")] for told in (before, now))
    yield from _compare_order([name for name, _ in listed], [name for name, _ in own])
    items = dict(listed)  # of the same names as ours: they have the same sums
    for name, item in own:
        yield from _list_fields(f"{name}的 ", items[name], item)
    yield from _list_fields("", before, now)


def _compare_order(saved: list[str], again: list[str]) -> Iterator[str]:
    """Say how lists of the same names differ: by a name that stands there more often, or else in their order."""
    counts = {name: saved.count(name) for name in again}
    yield from (f"{name}：结果上写了 {count} 遍，应当只有一遍。" for name, count in counts.items() if count > 1)
    if list(unique(saved)) != again:
        yield "各条的先后次序不同。"


def _list_fields(lead: str, saved: Json, again: Json) -> Iterator[str]:
    for name in unique((*again, *saved)):
        before, now = saved.get(name), again.get(name)
        if before != now:
            is_plain = all(isinstance(each, PLAIN) for each in (before, now))
            values = f"：结果上写 {_quote(before)}，这里是 {_quote(now)}。"
            yield f"{lead}{_quote(name)}{values if is_plain else ' 不一样。'}"


def _compare(saved: Mapping[str, str], again: Mapping[str, str]) -> Iterator[str]:
    for name in unique((*again, *saved)):
        before, now = saved.get(name, "没有这一项"), again.get(name, "没有这一项")
        if before != now:
            yield f"{name}：结果上写 {before}，这里算出 {now}。"


def _index_provisions(answer: Json) -> dict[str, str]:
    return {
        _name_provision(item): f"{_quote(item.get('says'))}{_say_amount(item.get('amount'))}"
        for item in answer["provisions"]
    }


def _index_totals(answer: Json) -> dict[str, str]:
    return {f"合计（{_name_payee(row['payee'])}，{_quote(row['fund'])}）": _say_sums(row) for row in answer["totals"]}


def _name_provision(item: Json) -> str:
    return f"“{_quote(item['title'])}”（{_quote(item['id'])}）"


def _name_payee(payee: str) -> str:
    return next((known.label for known in Payee if known == payee), _quote(payee))


def _quote(value: object) -> str:
    """Quote a value of a file from elsewhere; a list is only called one."""
    return quote(str(value)) if isinstance(value, PLAIN) else "一组内容"


def _say_amount(amount: object) -> str:
    """Say an amount of the contract; in a file from elsewhere it may be anything."""
    if not isinstance(amount, dict) or amount.get("min") is amount.get("max") is None:
        return ""
    low = _quote(amount.get("min"))
    high = NO_UPPER_END if amount.get("max") is None else _quote(amount["max"])
    words = {"ceiling": f"最高 {high}", "floor": f"不低于 {low}", "estimate": f"预计 {low}"}
    return f" {words.get(_quote(amount.get('kind')), low if low == high else f'{low} 至 {high}')} 元"


def _say_sums(row: Json) -> str:
    """Say all sums of a total that are any."""
    named = {"min": "确定", "max": "最多", "ceiling": "上限", "floor": "下限", "estimate": "预计"}
    sums = {word: row.get(name) for name, word in named.items()}
    return "，".join(f"{word} {_quote(told) if told else NO_UPPER_END}" for word, told in sums.items() if told != NONE)


def _strip(answer: Json) -> dict[str, Any]:
    """The answer without its receipt, and without forms: they hold what never leaves the visitor's page otherwise."""
    provisions = [{name: told for name, told in item.items() if name != "form"} for item in answer["provisions"]]
    return {name: told for name, told in answer.items() if name != "receipt"} | {"provisions": provisions}
