"""Targets of persons that a document sets itself: nothing to claim, but to be reckoned with."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from calc.rules.case import Case
from calc.rules.fields import Written
from calc.rules.payments import Payment
from calc.rules.payout import Payout, paid
from calc.rules.printed import Target, Targets
from calc.rules.statement import Statement
from calc.rules.word import Word
from calc.values.money import ZERO, exactly, say_yuan

AT_LEAST = ("不少于", "以上")
"""How a phrase says that a number is the least."""


def say_bound(phrase: str) -> str:
    """Say how a phrase bounds its number; empty where it does not."""
    return "不少于" if any(words in phrase for words in AT_LEAST) else ""


@dataclass(frozen=True)
class Goal(Word):
    """One part of a plan: so many persons, in each of the years named."""

    phrase: str
    label: str
    persons: Written[int]
    years: Written[tuple[int, ...]] = ()

    @property
    def total(self) -> int:
        """The persons of all its years."""
        return self.persons * max(len(self.years), 1)

    def list_targets(self, years: str) -> Iterator[Target]:
        """One target for each of its years, or one under its label for the `years` of the whole plan."""
        if not self.years:
            yield self.make_target(years, self.persons)
        for year in self.years:
            yield replace(self.make_target(self.say_year(year), self.persons), label="")

    def make_target(self, years: str, persons: int) -> Target:
        """The target of so many persons under its label, bounded as its phrase says."""
        return Target(years, self.label, persons, say_bound(self.phrase))

    def say_year(self, year: int) -> str:
        """A year as the document names it: 2017 年下半年."""
        return self.label if self.years == (year,) else f"{year} 年"


@dataclass(frozen=True)
class Plan(Statement):
    """A target of persons and its parts, which must add up to it; `within` are parts of those parts."""

    phrase: str
    persons: Written[int]
    goals: tuple[Goal, ...]
    years: Written[tuple[int, ...]] = ()
    within: tuple[Goal, ...] = ()

    def __post_init__(self) -> None:
        if sum(goal.total for goal in self.goals) != self.persons:
            raise ValueError(f"{self.phrase!r}: the parts do not add up to {self.persons}")
        if any(goal.total > self.persons for goal in self.within):
            raise ValueError(f"{self.phrase!r}: a part is larger than the whole")

    def explain(self) -> str:
        parts = "，".join(_say_goal(goal) for goal in self.goals)
        within = "".join(f"；其中{_say_goal(goal)}" for goal in self.within)
        return f"目标{_say_persons(self.phrase, self.persons)}：{parts}{within}"

    def list_targets(self) -> Targets:
        """Each part; a part of several years is a target of each year."""
        years = "、".join(f"{year} 年" for year in self.years)
        parts = tuple(target for goal in self.goals for target in goal.list_targets(years))
        within = tuple(goal.make_target(years, goal.total) for goal in self.within)
        return Targets(parts, Target(years, "", self.persons, say_bound(self.phrase)), within)


def _say_goal(goal: Goal) -> str:
    each = "各" if len(goal.years) > 1 else ""
    return f"{goal.label}{each}{_say_persons(goal.phrase, goal.persons)}"


def _say_persons(phrase: str, persons: int) -> str:
    return f"{say_bound(phrase)} {persons:,} 人"


@dataclass(frozen=True)
class Staff(Payment):
    """A yearly sum for each of a fixed number of staff that the document names."""

    phrase: str
    label: str
    persons: Written[int]
    amount: Written[Fraction]

    def come_to(self, case: Case) -> Payout:
        amount = self.amount * self.persons
        found = f"{self.say_formula()} = {say_yuan(amount)}"
        return Payout(exactly(amount), steps=paid(self.phrase, found))

    def explain(self) -> str:
        return f"{self.label} {self.persons} 名，每名 {say_yuan(self.amount)}"

    def say_formula(self) -> str:
        return f"{self.label} {self.persons} 名 × {say_yuan(self.amount)}"


@dataclass(frozen=True)
class BudgetLine(Word):
    """One line of a budget: its figures by year, or, with `of`, the sum of other lines.

    `written` are the numbers as the phrase names them: figures, their total, years, or how many years there are. A
    figure that is not among them is worked out from the document's own rules.
    """

    phrase: str
    key: str
    label: str
    figures: tuple[Fraction, ...]
    written: Written[tuple[Fraction, ...]]
    of: tuple[str, ...] = ()

    def is_written(self, figure: Fraction) -> bool:
        """Whether the document itself names a figure of the line, or its total."""
        return figure in self.written


@dataclass(frozen=True)
class Budget(Statement):
    """A budget of several years, checked: every written number is one of its figures, every sum adds up."""

    phrase: str
    years: tuple[int, ...]
    lines: tuple[BudgetLine, ...]

    def __post_init__(self) -> None:
        figures = {line.key: line.figures for line in self.lines}
        for line in self.lines:
            allowed = {*line.figures, sum(line.figures), *map(Fraction, self.years), Fraction(len(self.years))}
            if strange := set(line.written) - allowed:
                raise ValueError(f"{line.phrase!r}: {sorted(strange)} is none of its figures")
            parts = [figures[key] for key in line.of]
            if parts and tuple(map(sum, zip(*parts, strict=True))) != line.figures:
                raise ValueError(f"{line.phrase!r}: its parts {line.of} do not add up to it")

    def explain(self) -> str:
        return "；".join(f"{line.label} {say_yuan(sum(line.figures, ZERO))}" for line in self.lines)


def wan(*amounts: int) -> tuple[Fraction, ...]:
    """Figures in 万元, as budgets write them."""
    return tuple(Fraction(amount) * 10_000 for amount in amounts)
