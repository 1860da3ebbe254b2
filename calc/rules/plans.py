"""Targets of persons that a document sets itself: nothing to claim, but to be reckoned with."""

from dataclasses import dataclass
from fractions import Fraction

from calc.case import Case
from calc.money import IN_KIND, exactly, say_yuan
from calc.rules.payments import Payment, Payout
from calc.rules.sums import paid
from calc.rules.word import Word


@dataclass(frozen=True)
class Goal(Word):
    """One part of a plan: so many persons, in each of the years named."""

    phrase: str
    label: str
    persons: int
    years: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """The persons of all its years."""
        return self.persons * max(len(self.years), 1)

    def numbers(self) -> tuple[Fraction, ...]:
        """The years and the persons planned."""
        return tuple(map(Fraction, (*self.years, self.persons)))


@dataclass(frozen=True)
class Plan(Payment):
    """A target of persons and its parts, which must add up to it; `within` are parts of those parts."""

    phrase: str
    persons: int
    goals: tuple[Goal, ...]
    years: tuple[int, ...] = ()
    within: tuple[Goal, ...] = ()

    def __post_init__(self) -> None:
        if sum(goal.total for goal in self.goals) != self.persons:
            raise ValueError(f"{self.phrase!r}: the parts do not add up to {self.persons}")
        if any(goal.total > self.persons for goal in self.within):
            raise ValueError(f"{self.phrase!r}: a part is larger than the whole")

    def pay(self, case: Case) -> Payout:
        """Nothing to claim: a target."""
        return Payout(IN_KIND, steps=paid(self.phrase, self.explain()))

    def explain(self) -> str:
        """The target and its parts."""
        parts = "，".join(_say_goal(goal) for goal in self.goals)
        within = "".join(f"；其中{_say_goal(goal)}" for goal in self.within)
        return f"目标 {self.persons:,} 人：{parts}{within}"

    def numbers(self) -> tuple[Fraction, ...]:
        """The years and the target."""
        return tuple(map(Fraction, (*self.years, self.persons)))


def _say_goal(goal: Goal) -> str:
    each = "各 " if len(goal.years) > 1 else " "
    return f"{goal.label}{each}{goal.persons:,} 人"


@dataclass(frozen=True)
class Staff(Payment):
    """A yearly sum for each of a fixed number of staff that the document names."""

    phrase: str
    persons: int
    amount: Fraction

    def pay(self, case: Case) -> Payout:
        """The sum for all of them."""
        amount = self.amount * self.persons
        found = f"{self.persons} 人 × {say_yuan(self.amount)} = {say_yuan(amount)}"
        return Payout(exactly(amount), steps=paid(self.phrase, found))

    def explain(self) -> str:
        """The number of staff and the sum for each."""
        return f"{self.persons} 人，每人 {say_yuan(self.amount)}"

    def numbers(self) -> tuple[Fraction, ...]:
        """The number of staff and the sum."""
        return (Fraction(self.persons), self.amount)
