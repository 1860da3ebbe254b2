"""The plain sums: once, up to, no less than, a figure the visitor gives, a share of it, and sums without a number."""

from dataclasses import dataclass, replace
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.rules.case import Case, Step
from calc.rules.conventions import CEILING, FLOOR, Convention
from calc.rules.payments import Payment
from calc.rules.payout import Payout
from calc.rules.word import Way, unique
from calc.values.money import IN_KIND, NOT_STATED, ZERO, Amount, Kind, exactly, no_less_than, say_yuan, up_to
from calc.values.truth import Verdict, all_of


@dataclass(frozen=True)
class Once(Payment):
    """A fixed sum in yuan."""

    phrase: str
    amount: Fraction

    def come_to(self, case: Case) -> Payout:
        """Exactly the sum."""
        return Payout(exactly(self.amount), steps=paid(self.phrase, say_yuan(self.amount)))

    def explain(self) -> str:
        """The sum."""
        return say_yuan(self.amount)

    def numbers(self) -> tuple[Fraction, ...]:
        """The sum."""
        return (self.amount,)


@dataclass(frozen=True)
class UpTo(Payment):
    """A ceiling in yuan (不超过, 不高于): never counted as sure."""

    phrase: str
    amount: Fraction

    def come_to(self, case: Case) -> Payout:
        """Anything up to the sum."""
        return Payout(up_to(self.amount), steps=paid(self.phrase, f"最高 {say_yuan(self.amount)}"))

    def explain(self) -> str:
        """The ceiling."""
        return f"最高 {say_yuan(self.amount)}"

    def conventions(self) -> tuple[Convention, ...]:
        """A ceiling is no sure sum."""
        return (CEILING,)

    def numbers(self) -> tuple[Fraction, ...]:
        """The sum."""
        return (self.amount,)


@dataclass(frozen=True)
class NotLess(Payment):
    """A floor in yuan (不低于): the sum or more."""

    phrase: str
    amount: Fraction

    def come_to(self, case: Case) -> Payout:
        """The sum, without an upper end."""
        return Payout(no_less_than(self.amount), steps=paid(self.phrase, f"不低于 {say_yuan(self.amount)}"))

    def explain(self) -> str:
        """The floor."""
        return f"不低于 {say_yuan(self.amount)}"

    def conventions(self) -> tuple[Convention, ...]:
        """A floor has no upper end."""
        return (FLOOR,)

    def numbers(self) -> tuple[Fraction, ...]:
        """The sum."""
        return (self.amount,)


@dataclass(frozen=True)
class Given(Payment):
    """A figure that the visitor gives, because another authority publishes it or the applicant knows it."""

    phrase: str
    fact: str

    def come_to(self, case: Case) -> Payout:
        """The figure, or anything the question allows."""
        number = case.number(self.fact)
        if number.is_exact:
            step = Step(self.phrase, Verdict.YES, case.say(self.fact))
            return Payout(exactly(Fraction(number.low)), steps=(step,))
        step = Step(self.phrase, Verdict.UNKNOWN, case.say(self.fact), (self.fact,))
        return Payout(Amount(Kind.RANGE), steps=(step,), missing=(self.fact,))

    def explain(self) -> str:
        """The fact."""
        return CATALOGUE[self.fact].short

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)


@dataclass(frozen=True)
class Share(Payment):
    """A percentage of a sum."""

    phrase: str
    percent: int
    of: Payment

    def come_to(self, case: Case) -> Payout:
        """The share of whatever the sum comes to."""
        step = Step(self.phrase, Verdict.YES, f"× {self.percent}%")
        return self.of.come_to(case).scaled(Fraction(self.percent, 100)).then(step)

    def explain(self) -> str:
        """The percentage."""
        return f"{self.of.explain()}的 {self.percent}%"

    def numbers(self) -> tuple[Fraction, ...]:
        """The percentage as a fraction."""
        return (Fraction(self.percent, 100),)


@dataclass(frozen=True)
class Divided(Payment):
    """A sum divided by a number that the document does not name: a convention, said as `why`."""

    pays: Payment
    by: Fraction
    why: str

    def come_to(self, case: Case) -> Payout:
        """The sum divided."""
        return self.pays.come_to(case).scaled(1 / self.by).then(Step("", Verdict.YES, self.why))

    def explain(self) -> str:
        """The division and its reason."""
        return f"{self.pays.explain()}，{self.why}"


@dataclass(frozen=True)
class Difference(Payment):
    """What is left of one sum after another (予以补差); nothing left is no benefit."""

    phrase: str
    of: Payment
    less: Payment

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
        """Both sums."""
        return f"{self.of.explain()}减去{self.less.explain()}"


@dataclass(frozen=True)
class Nothing(Payment):
    """The text says that nothing is paid (不再补助)."""

    phrase: str

    def come_to(self, case: Case) -> Payout:
        """Nothing: no benefit."""
        return Payout(exactly(ZERO), Verdict.NO, (Step(self.phrase, Verdict.NO, "不再补助"),) if self.phrase else ())

    def explain(self) -> str:
        """That nothing is paid."""
        return "不再补助"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """None."""
        return ()


@dataclass(frozen=True)
class NotStated(Payment):
    """The document grants it but leaves the sum to other rules (按规定)."""

    phrase: str

    def come_to(self, case: Case) -> Payout:
        """No number at all."""
        return Payout(NOT_STATED, steps=paid(self.phrase, "按规定执行，本文件未写明金额"))

    def explain(self) -> str:
        """That the sum stands elsewhere."""
        return "按规定执行，本文件未写明金额"


@dataclass(frozen=True)
class InKind(Payment):
    """Help that is not money; `cover` is an insured sum in yuan, which is not money paid either."""

    phrase: str
    cover: Fraction | None = None

    def come_to(self, case: Case) -> Payout:
        """No sum."""
        return Payout(IN_KIND, steps=paid(self.phrase, self.explain()))

    def headline(self, case: Case) -> str:
        """The same."""
        return self.explain()

    def explain(self) -> str:
        """That it is help in kind."""
        if self.cover is None:
            return "服务或办理事项，不发放现金"
        return f"由政府购买保险，保额最高 {say_yuan(self.cover)}，不是发放的现金"

    def numbers(self) -> tuple[Fraction, ...]:
        """The insured sum."""
        return () if self.cover is None else (self.cover,)


def _is_something(amount: Amount) -> Verdict:
    if amount.high == 0:
        return Verdict.NO
    return Verdict.YES if amount.low > 0 else Verdict.UNKNOWN


def paid(phrase: str, found: str) -> tuple[Step, ...]:
    """The step of a sum that is simply paid; none where another word speaks for it."""
    return (Step(phrase, Verdict.YES, found),) if phrase else ()
