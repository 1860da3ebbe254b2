"""Who receives a benefit, and how far a document fixes what it grants."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from calc.rules.condition import find_one_choice
from calc.rules.fields import Fact
from calc.rules.word import Word


class Labelled(StrEnum):
    """Ids, each with its label in plain Chinese."""

    label: str

    def __new__(cls, id_: str, label: str) -> Self:
        member = str.__new__(cls, id_)
        member._value_, member.label = id_, label
        return member


class Payee(Labelled):
    """Who receives a benefit."""

    WORKER = "worker", "劳动者"
    FAMILY = "family", "贫困家庭"
    EMPLOYER = "employer", "用人单位"
    CARRIER = "carrier", "就业扶贫载体（车间、基地）"
    AGENT = "agent", "劳务中介、经纪人"
    SENDER = "sender", "输出地组织机构"
    PARK = "park", "创业孵化园区"
    TRAINER = "trainer", "培训机构或承担培训的企业"
    AUTHORITY = "authority", "主管部门"

    @property
    def plain(self) -> str:
        """What they call themselves, where that is another word."""
        return _PLAIN.get(self, self.label)

    @property
    def full(self) -> str:
        """What they call themselves, with the document's word where that says something else."""
        plain, word = self.plain, self.label
        return plain if word in plain else word if plain in word else f"{plain}（{word.partition('（')[0]}）"


PERSONS = frozenset({Payee.WORKER, Payee.FAMILY})
"""What one of these may be paid is asked for each person; anything else, for each unit."""

_PLAIN = {
    Payee.WORKER: "打工的人",
    Payee.EMPLOYER: "老板、用人单位",
    Payee.CARRIER: "扶贫车间、基地",
    Payee.AGENT: "劳务中介、经纪人",
    Payee.SENDER: "送人外出务工的机构",
    Payee.TRAINER: "培训机构",
}


class Nature(Labelled):
    """How far a document fixes what it grants."""

    CASH = "cash", "金额由本文件写明"
    RATE = "rate", "算法由本文件写明，按实际的数算"
    REFERENCED = "referenced", "金额按其他规定"
    SERVICE = "service", "服务或管理事项"
    RECOGNITION = "recognition", "资格认定"
    PLAN = "plan", "目标任务"

    @property
    def in_short(self) -> str:
        """The nature in the few words that stand beside a provision's name."""
        return _IN_SHORT.get(self, self.label)

    @property
    def brings_money(self) -> bool:
        """Whether somebody gets money by it, be it of a sum that stands elsewhere."""
        return self in (Nature.CASH, Nature.RATE, Nature.REFERENCED)


_IN_SHORT = {
    Nature.CASH: "金额见条文",
    Nature.RATE: "按实际算",
    Nature.REFERENCED: "按其他规定",
    Nature.SERVICE: "不发现金",
}

WANTED = (Nature.CASH, Nature.RATE, Nature.RECOGNITION, Nature.REFERENCED)
"""People apply for these; all others are help in kind or duties."""


@dataclass(frozen=True)
class PayeeBy(Word):
    """Who is paid where that depends on a choice."""

    fact: Fact
    payees: tuple[tuple[str, Payee], ...]

    def __post_init__(self) -> None:
        find_one_choice("who is paid", self.fact)


def list_payees(payee: Payee | PayeeBy) -> tuple[Payee, ...]:
    """All who may be paid, where a choice decides it."""
    return tuple(each for _, each in payee.payees) if isinstance(payee, PayeeBy) else (payee,)
