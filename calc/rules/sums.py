"""The plain sums: fixed, up to, no less than, a figure the visitor gives, a share of it, and sums without a number."""

from abc import abstractmethod
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Money
from calc.rules.case import Case, Step
from calc.rules.condition import find_question
from calc.rules.conventions import CEILING, ESTIMATE, FLOOR
from calc.rules.document import Fund
from calc.rules.fields import Fact, Percent, Written
from calc.rules.payments import Payment
from calc.rules.payout import Payout, paid
from calc.rules.printed import BLANK, SPACE
from calc.rules.word import Way, unique
from calc.values.money import IN_KIND, NOT_STATED, ZERO, Amount, Kind, exactly, say_exactly, say_yuan, spell_decimal
from calc.values.truth import Verdict, all_of


@dataclass(frozen=True)
class Fixed(Payment, is_kind=True):
    """A sum in yuan that the document fixes, or how it bounds another one: 不低于当地最低工资标准的50%."""

    phrase: str
    amount: Written[Fraction | Payment]

    bound: ClassVar[str] = ""

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Fraction | Payment):
            raise ValueError(f"{self.phrase!r}: {self.amount!r} is no sum; write yuan(…) or a word that pays")

    @abstractmethod
    def limit(self, amount: Amount) -> Amount:
        """What the sum says of an amount: that it is exact, a ceiling or a floor."""

    def come_to(self, case: Case) -> Payout:
        """The sum as far as the document fixes it."""
        if isinstance(self.amount, Fraction):
            return Payout(self.limit(exactly(self.amount)), steps=paid(self.phrase, self.explain()))
        payout = self.amount.come_to(case)
        is_exact = payout.amount.is_counted and payout.amount.low == payout.amount.high
        found = f"{self.bound}{say_exactly(payout.amount.low)}" if is_exact else self.explain()
        return payout.changed(self.limit).then(*paid(self.phrase, found))

    def explain(self) -> str:
        return self.bound + (say_yuan(self.amount) if isinstance(self.amount, Fraction) else self.amount.explain())

    def say_formula(self) -> str:
        """The sum itself; of a sum that is worked out, its formula: the total says what bounds it."""
        return self.explain() if isinstance(self.amount, Fraction) else self.amount.say_formula()

    def limits(self) -> frozenset[str]:
        return frozenset((self.bound,))


@dataclass(frozen=True)
class Once(Fixed):
    """Exactly a sum."""

    def limit(self, amount: Amount) -> Amount:
        return amount


@dataclass(frozen=True)
class UpTo(Fixed):
    """A ceiling (不超过, 不高于): never counted as sure."""

    bound = "最高 "
    rests_on = (CEILING,)

    def limit(self, amount: Amount) -> Amount:
        return amount.as_ceiling()


@dataclass(frozen=True)
class NotLess(Fixed):
    """A floor (不低于): the sum or more."""

    bound = "不低于 "
    rests_on = (FLOOR,)

    def limit(self, amount: Amount) -> Amount:
        return amount.as_floor()


@dataclass(frozen=True)
class Expected(Fixed):
    """A sum that the text only expects (预计): never counted as sure."""

    bound = "预计 "
    rests_on = (ESTIMATE,)

    def limit(self, amount: Amount) -> Amount:
        return amount.as_estimate()


@dataclass(frozen=True)
class Given(Payment):
    """A figure that the visitor gives, because another authority publishes it or the applicant knows it."""

    fact: Fact

    def __post_init__(self) -> None:
        find_question("", self.fact, Money)

    def come_to(self, case: Case) -> Payout:
        """The figure, or anything the question allows."""
        number = case.number(self.fact)
        if number.is_exact:
            step = Step("", Verdict.YES, case.say(self.fact))
            return Payout(exactly(Fraction(number.low)), steps=(step,))
        step = Step("", Verdict.UNKNOWN, case.say(self.fact), (self.fact,))
        return Payout(Amount(Kind.RANGE), steps=(step,), missing=(self.fact,))

    def explain(self) -> str:
        return CATALOGUE[self.fact].short

    def say_formula(self) -> str:
        return f"{CATALOGUE[self.fact].short} {BLANK}{SPACE}元"


@dataclass(frozen=True)
class Share(Payment):
    """A percentage of a sum."""

    phrase: str
    percent: Percent[int]
    of: Payment

    def come_to(self, case: Case) -> Payout:
        step = Step(self.phrase, Verdict.YES, f"× {self.percent}%")
        return self.of.come_to(case).scaled(Fraction(self.percent, 100)).then(step)

    def explain(self) -> str:
        return f"{self.of.explain()}的 {self.percent}%"

    def say_formula(self) -> str:
        return f"{self.of.say_formula()} × {self.percent}%"


@dataclass(frozen=True)
class Divided(Payment):
    """A sum divided by a number that the document does not name: a convention, said as `why`."""

    pays: Payment
    by: Fraction
    why: str

    def come_to(self, case: Case) -> Payout:
        return self.pays.come_to(case).scaled(1 / self.by).then(Step("", Verdict.YES, self.why))

    def explain(self) -> str:
        return f"{self.pays.explain()}，{self.why}"

    def say_formula(self) -> str:
        is_whole = self.by.denominator == 1
        number = str(self.by) if is_whole else spell_decimal(self.by).rstrip("0").rstrip(".")
        return f"{self.pays.say_formula()} ÷ {number}"


@dataclass(frozen=True)
class Difference(Payment):
    """What is left of one sum after another (予以补差); nothing left is no benefit."""

    phrase: str
    of: Payment
    less: Payment

    def __post_init__(self) -> None:
        if len(self.of.funds()) > 1:
            raise ValueError(f"{self.phrase!r}: nothing says from which of {self.of.funds()} the rest is taken off")

    def come_to(self, case: Case) -> Payout:
        """The difference, never below nothing."""
        whole, part = self.of.come_to(case), self.less.come_to(case)
        left = whole.changed(lambda amount: amount.minus(part.amount))
        verdict = all_of((whole.verdict, part.verdict, _is_something(left.amount)))
        found = "两者相减"
        if verdict is Verdict.NO:
            found = f"{self.less.explain()}不少于{self.of.explain()}，没有差额可补"
        lacking = replace(left, steps=(*whole.steps, *part.steps), missing=unique((*whole.missing, *part.missing)))
        return lacking.then(Step(self.phrase, verdict, found))

    def explain(self) -> str:
        return f"{self.of.explain()}减去{self.less.explain()}"

    def say_formula(self) -> str:
        return f"（{self.of.say_formula()} − {self.less.say_formula()}）"

    def funds(self) -> tuple[Fund, ...]:
        """The fund of the sum from which the other is taken."""
        return self.of.funds()


@dataclass(frozen=True)
class Nothing(Payment):
    """The text says that nothing is paid (不再补助)."""

    phrase: str

    def come_to(self, case: Case) -> Payout:
        return Payout(exactly(ZERO), Verdict.NO, (Step(self.phrase, Verdict.NO, "不再补助"),) if self.phrase else ())

    def explain(self) -> str:
        return "不再补助"

    def say_formula(self) -> str:
        return self.explain()

    def ways(self, case: Case) -> tuple[Way, ...]:
        return ()


@dataclass(frozen=True)
class NotStated(Payment):
    """The document grants it without a sum; `by_rules`, where it leaves the sum to other rules (按规定)."""

    phrase: str
    by_rules: bool = False

    def come_to(self, case: Case) -> Payout:
        return Payout(NOT_STATED, steps=paid(self.phrase, self.explain()))

    def explain(self) -> str:
        return "按规定执行，本文件未写明金额" if self.by_rules else "本文件未写明金额"

    def say_formula(self) -> str:
        return self.explain()


@dataclass(frozen=True)
class InKind(Payment):
    """Help that is not money; `cover` is an insured sum in yuan, which is not money paid either."""

    phrase: str
    cover: Written[Fraction | None] = None

    def come_to(self, case: Case) -> Payout:
        return Payout(IN_KIND, steps=paid(self.phrase, self.explain()))

    def headline(self, case: Case) -> str:
        return self.explain()

    def explain(self) -> str:
        if self.cover is None:
            return "服务或办理事项，不发放现金"
        return f"由政府购买保险，保额最高 {say_yuan(self.cover)}，不是发放的现金"

    def say_formula(self) -> str:
        """Nothing: there is no sum to add."""
        return ""


def _is_something(amount: Amount) -> Verdict:
    if amount.high == 0:
        return Verdict.NO
    return Verdict.YES if amount.low > 0 else Verdict.UNKNOWN
