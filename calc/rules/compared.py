"""Conditions that compare counts and shares with a number."""

from abc import abstractmethod
from dataclasses import dataclass
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.case import Case, Step
from calc.rules.condition import Condition, PlainCondition, counted_fact, find_question, measure, ways_to_reach
from calc.rules.conventions import INCLUSIVE
from calc.rules.fields import Fact, Percent, Quantity, Written
from calc.rules.printed import BLANK, SPACE, Tick
from calc.rules.quantities import Span
from calc.rules.units import Length, count_of
from calc.rules.word import ALREADY, Landmarks, Way
from calc.values.money import spell_percent
from calc.values.ranges import Range
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Bounded(PlainCondition, is_kind=True):
    """A quantity on one side of a number; the number itself fits (Civil Code, article 1259)."""

    phrase: str
    quantity: Quantity
    number: Written[int | Length]

    rests_on = (INCLUSIVE,)

    def __post_init__(self) -> None:
        question, number = CATALOGUE.get(counted_fact(self.quantity)), self.number
        if isinstance(question, Count) and isinstance(number, Length) and not number.fits(question.unit):
            raise ValueError(f"{self.phrase!r}: {question.short} is counted in {question.unit}, not in {number.unit}")

    @property
    def bound(self) -> int:
        """The number to compare with."""
        return count_of(self.number)

    @abstractmethod
    def compare(self, measured: Range) -> Verdict:
        """Whether all, some or none of what the quantity could be fits."""

    @abstractmethod
    def change(self, case: Case) -> tuple[Way, ...]:
        """The ways to bring the quantity to where it fits."""

    def judge(self, case: Case) -> Step:
        measured = measure(self.quantity, case.qualifying)
        verdict = self.compare(measured.range)
        return Step(self.phrase, verdict, measured.found, measured.missing if verdict is Verdict.UNKNOWN else ())

    def ways(self, case: Case) -> tuple[Way, ...]:
        return ALREADY if self.judge(case).verdict is Verdict.YES else self.change(case)

    def say(self, side: str) -> str:
        """The fact and the number, with the side of it that fits between them."""
        question = CATALOGUE[counted_fact(self.quantity)]
        return f"{question.short}{side} {question.say(self.bound)}"


@dataclass(frozen=True)
class AtLeast(Bounded):
    """A quantity must reach a number (以上)."""

    def compare(self, measured: Range) -> Verdict:
        return measured.is_at_least(self.bound)

    def change(self, case: Case) -> tuple[Way, ...]:
        return ways_to_reach(self.quantity, self.bound, case.qualifying)

    def explain(self) -> str:
        return self.say("不少于")

    def list_lasting(self) -> tuple[tuple[Span, int], ...]:
        return tuple((span, self.bound) for span in self.spans)

    def landmarks(self) -> Landmarks:
        """The number itself and the one below."""
        return {counted_fact(self.quantity): (self.bound, max(self.bound - 1, 0))}


@dataclass(frozen=True)
class Some(PlainCondition):
    """A count must not be nothing: who has taken nobody on is not whom the phrase speaks of (对招用…的单位)."""

    phrase: str
    count: Fact

    def __post_init__(self) -> None:
        find_question(self.phrase, self.count, Count)

    def judge(self, case: Case) -> Step:
        return self._one.judge(case)

    def ways(self, case: Case) -> tuple[Way, ...]:
        return self._one.ways(case)

    def explain(self) -> str:
        return self._one.explain()

    def landmarks(self) -> Landmarks:
        """One and none."""
        return self._one.landmarks()

    @property
    def _one(self) -> AtLeast:
        return AtLeast(self.phrase, self.count, 1)


@dataclass(frozen=True)
class AtMost(Bounded):
    """A count must not exceed a number: AtMost("年龄原则上不超过65周岁", "age", 65)."""

    quantity: Fact

    def __post_init__(self) -> None:
        find_question(self.phrase, self.quantity, Count)
        super().__post_init__()

    def compare(self, measured: Range) -> Verdict:
        return measured.is_at_most(self.bound)

    def change(self, case: Case) -> tuple[Way, ...]:
        is_settled = CATALOGUE[self.quantity].is_fixed and case.get(self.quantity) is not None
        return () if is_settled else ({self.quantity: self.bound},)

    def explain(self) -> str:
        return self.say("不超过")

    def landmarks(self) -> Landmarks:
        """The number itself and the one above."""
        return {self.quantity: (self.bound, self.bound + 1)}


@dataclass(frozen=True)
class ShareAtLeast(Condition):
    """One count must be at least a percentage of another."""

    phrase: str
    part: Fact
    whole: Fact
    percent: Percent[int]

    rests_on = (INCLUSIVE,)

    def __post_init__(self) -> None:
        if find_question(self.phrase, self.part, Count).whole != self.whole:
            raise ValueError(f"{self.phrase!r}: {self.part} is not declared as a part of {self.whole}")

    def judge(self, case: Case) -> Step:
        """Compare part × 100 with whole × percent: without division the comparison is exact."""
        part, whole = case.number(self.part), case.number(self.whole)
        surely = whole.high is not None and part.low * 100 >= whole.high * self.percent
        possibly = part.high is None or part.high * 100 >= whole.low * self.percent
        verdict = Verdict.YES if surely else Verdict.UNKNOWN if possibly else Verdict.NO
        found = f"{case.say(self.part)}；{case.say(self.whole)}"
        if part.is_exact and whole.is_exact and whole.low:
            found += f"；占 {spell_percent(Fraction(part.low) / Fraction(whole.low))}"
        return Step(self.phrase, verdict, found, case.lacks(self.asks()) if verdict is Verdict.UNKNOWN else ())

    def explain(self) -> str:
        return f"{CATALOGUE[self.part].short}占{CATALOGUE[self.whole].short}不少于 {self.percent}%"

    def list_ticks(self) -> tuple[Tick, ...]:
        """The division to be worked out by hand."""
        part, whole = CATALOGUE[self.part].short, CATALOGUE[self.whole].short
        count = f"{BLANK}{SPACE}人"
        return (Tick(f"{part} {count} ÷ {whole} {count} = {BLANK}{SPACE}%，不少于 {self.percent}%"),)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Take on k more, who then belong to the staff too: the smallest k with (h + k) × 100 ≥ p × (n + k)."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        part, whole = case.number(self.part), case.number(self.whole)
        if not (part.is_exact and whole.is_exact):
            return (dict.fromkeys(case.lacks(self.asks())),)
        lacking = whole.low * self.percent - part.low * 100
        more = int(-(-lacking // (100 - self.percent)))
        return ({self.part: int(part.low) + more},)
