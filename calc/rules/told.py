"""Sums that are told and never counted: what other rules fix, and what is paid for somebody, not to somebody."""

from abc import abstractmethod
from dataclasses import dataclass, replace
from typing import ClassVar

from calc.rules.case import Case, Step
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.word import Way
from calc.values.money import IN_KIND, NOT_STATED, Amount, say_amount
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Told(Payment, is_kind=True):
    """A sum that stands in a step alone. Whether anything is granted does not hang on it.

    Only a sum that is refused, such as one for no head at all, refuses the whole.
    """

    phrase: str
    pays: Payment

    counts_as: ClassVar[Amount]

    @abstractmethod
    def tell(self, amount: Amount) -> str:
        """What the sum means, in plain words."""

    def come_to(self, case: Case) -> Payout:
        """No number; the steps keep the sum as far as the answers tell it."""
        payout = self.pays.come_to(case)
        if payout.verdict is Verdict.NO:
            return replace(payout, amount=self.counts_as, by_fund=())
        is_known = not payout.missing
        found = self.tell(payout.amount.rounded()) if is_known else self.explain()
        steps = payout.steps if is_known else ()
        return Payout(self.counts_as, steps=(*steps, Step(self.phrase, Verdict.YES, found)))

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Those of the sum where it is refused; else nothing is to be done."""
        return self.pays.ways(case) if self.come_to(case).verdict is Verdict.NO else ({},)

    def say_formula(self) -> str:
        return self.pays.say_formula()


@dataclass(frozen=True)
class ByOtherRules(Told):
    """A benefit whose sum other rules fix (按规定). The figure worked out from the answers is only a trial."""

    counts_as = NOT_STATED

    def tell(self, amount: Amount) -> str:
        return f"按所填数试算：{say_amount(amount)}；标准和期限按规定执行，不计入合计"

    def explain(self) -> str:
        return f"按规定执行，本文件未写明金额；可按“{self.pays.explain()}”试算"


@dataclass(frozen=True)
class PaidFor(Told):
    """What is paid on somebody's behalf, such as a premium: nobody gets it in hand."""

    counts_as = IN_KIND

    def tell(self, amount: Amount) -> str:
        return f"替本人缴纳 {say_amount(amount)}，不是发到手里的钱"

    def explain(self) -> str:
        return f"替本人缴纳：{self.pays.explain()}，不是发到手里的钱"
