"""Render the best permitted choices among benefits that exclude each other, by each reading."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from htpy import Node, div, h4, li, p, ul

from calc.engine.answer import Answer
from calc.engine.assess import Finding
from calc.engine.combine import Combination
from calc.engine.outcome import Status
from calc.parts.wording import say_amount, say_plainly, tells_amount
from calc.rules.reading import Reading
from calc.values.money import Amount

TITLE = "不能重复享受的项目"


@dataclass(frozen=True)
class Choices:
    """The best permitted choices, by the default readings or with one reading taken the other way."""

    options: tuple[str, ...]
    reading: Reading | None = None

    @property
    def lead(self) -> str:
        """The words before the choices."""
        if self.reading:
            taken, other = self.reading.default, self.reading.other
            return f"{self.reading.question}这里的读法：{taken}。如果按另一种读法（{other}），最好的选择是："
        return "不能重复享受，只能选一种：" if len(self.options) > 1 else "不能重复享受，最划算的是："


def render_combinations(answer: Answer) -> Node:
    """Render the choices; nothing while none of them concerns the people who ask."""
    every = list(list_choices(answer))
    return div(".combinations")[h4[TITLE], (_render_choices(choices) for choices in every)] if every else None


def list_choices(answer: Answer) -> Iterator[Choices]:
    """List the choices by each reading; none while none of them concerns the people who ask."""
    findings = {item.finding.provision.id: item.finding for item in answer.provisions}
    told = [item for item in answer.concerned if item.finding.provision.id in answer.rivals]
    if all(item.finding.status is Status.UNKNOWN for item in told):
        return
    own = {item.finding.provision.id for item in answer.concerned}
    if answer.combinations and own & answer.exclusions.involved:
        yield Choices(_say_options(answer.combinations, findings))
    otherwise = dict(answer.exclusions_otherwise)
    for reading, options in answer.combinations_otherwise:
        if own & otherwise[reading].involved:
            yield Choices(_say_options(options, findings), reading)


def _render_choices(choices: Choices) -> Node:
    lead = p(".reading") if choices.reading else p
    return [lead[choices.lead], ul[(li[option] for option in choices.options)]]


def _say_options(options: Sequence[Combination], findings: Mapping[str, Finding]) -> tuple[str, ...]:
    return tuple(_say_option(option, findings) for option in options)


def _say_option(option: Combination, findings: Mapping[str, Finding]) -> str:
    chosen = [findings[name] for name in option.provisions]
    return "，加上".join(_name(item, item.amount) for item in chosen if item.amount is not None)


def _name(finding: Finding, amount: Amount) -> str:
    """Name a benefit with its payee, its status while it is open, and its sum."""
    is_open = finding.status is not Status.ELIGIBLE or finding.outcome.missing
    said = say_amount(amount, finding.status) if tells_amount(finding.outcome) else ""
    words = (finding.payee.label, say_plainly(finding.outcome) if is_open else "", said)
    return f"{finding.provision.title}（{'，'.join(word for word in words if word)}）"
