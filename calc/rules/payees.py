"""Who receives a benefit, and how far a document fixes what it grants."""

from dataclasses import dataclass
from enum import StrEnum

from calc.rules.fields import Fact
from calc.rules.word import Word


class Payee(StrEnum):
    """Who receives a benefit."""

    WORKER = "worker"
    FAMILY = "family"
    EMPLOYER = "employer"
    CARRIER = "carrier"
    AGENT = "agent"
    SENDER = "sender"
    PARK = "park"
    TRAINER = "trainer"
    AUTHORITY = "authority"

    @property
    def label(self) -> str:
        """The payee in plain Chinese."""
        return _PAYEES[self]


_PAYEES = {
    Payee.WORKER: "劳动者",
    Payee.FAMILY: "贫困家庭",
    Payee.EMPLOYER: "用人单位",
    Payee.CARRIER: "就业扶贫载体（车间、基地）",
    Payee.AGENT: "劳务中介、经纪人",
    Payee.SENDER: "输出地组织机构",
    Payee.PARK: "创业孵化园区",
    Payee.TRAINER: "培训机构或承担培训的企业",
    Payee.AUTHORITY: "主管部门",
}


class Nature(StrEnum):
    """How far a document fixes what it grants."""

    CASH = "cash"
    RATE = "rate"
    REFERENCED = "referenced"
    SERVICE = "service"
    RECOGNITION = "recognition"
    PLAN = "plan"

    @property
    def label(self) -> str:
        """The nature in plain Chinese."""
        return _NATURES[self]

    @property
    def brings_money(self) -> bool:
        """Whether somebody gets money by it, be it of a sum that stands elsewhere."""
        return self in (Nature.CASH, Nature.RATE, Nature.REFERENCED)


_NATURES = {
    Nature.CASH: "金额由本文件确定",
    Nature.RATE: "算法由本文件确定，需填基数",
    Nature.REFERENCED: "金额按其他规定",
    Nature.SERVICE: "服务或管理事项",
    Nature.RECOGNITION: "资格认定",
    Nature.PLAN: "目标任务",
}


@dataclass(frozen=True)
class PayeeBy(Word):
    """Who is paid where that depends on a choice."""

    fact: Fact
    payees: tuple[tuple[str, Payee], ...]


def list_payees(payee: Payee | PayeeBy) -> tuple[Payee, ...]:
    """All who may be paid, where a choice decides it."""
    return tuple(each for _, each in payee.payees) if isinstance(payee, PayeeBy) else (payee,)
