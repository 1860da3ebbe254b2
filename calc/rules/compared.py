"""Conditions that compare: numbers reached, shares, days in the same year or within a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer, Count
from calc.rules.case import Case, Step
from calc.rules.condition import (
    Condition,
    PlainCondition,
    Quantity,
    conventions_of,
    counted_fact,
    facts_of,
    find_question,
    measure,
    ways_to_reach,
)
from calc.rules.conventions import INCLUSIVE, Convention
from calc.rules.printed import BLANK, SPACE, Tick
from calc.rules.quantities import Span
from calc.rules.units import Length, count_of, written_in
from calc.rules.word import ALREADY, Way
from calc.values.dates import add_months, spell_date
from calc.values.money import spell_percent
from calc.values.truth import Verdict, yes_if


@dataclass(frozen=True)
class AtLeast(PlainCondition):
    """A quantity must reach a number; 以上 includes the number itself (Civil Code, article 1259)."""

    phrase: str
    quantity: Quantity
    least: int | Length

    def judge(self, case: Case) -> Step:
        """Met when even the least the quantity could be reaches the number."""
        measured = measure(self.quantity, case)
        verdict = measured.range.is_at_least(count_of(self.least))
        missing = measured.missing if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, measured.found, missing)

    def explain(self) -> str:
        """The fact and the number."""
        question = CATALOGUE[counted_fact(self.quantity)]
        return f"{question.short}不少于 {question.say(count_of(self.least))}"

    def conventions(self) -> tuple[Convention, ...]:
        """以上 includes the number; months are counted as the span counts them."""
        return (INCLUSIVE, *conventions_of(self.quantity))

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the number."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        return ways_to_reach(self.quantity, count_of(self.least), case)

    def numbers(self) -> tuple[Fraction, ...]:
        """The number as written."""
        return written_in(self.least)

    def list_lasting(self) -> tuple[tuple[Span, int], ...]:
        """The span, if it counts months."""
        return ((self.quantity, count_of(self.least)),) if isinstance(self.quantity, Span) else ()

    def asks(self) -> tuple[str, ...]:
        """The facts the quantity is found from."""
        return facts_of(self.quantity)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """The number itself and the one below."""
        least = count_of(self.least)
        return {counted_fact(self.quantity): (least, max(least - 1, 0))}


@dataclass(frozen=True)
class AtMost(PlainCondition):
    """A count must not exceed a number: AtMost("年龄原则上不超过65周岁", "age", 65); the number itself still fits."""

    phrase: str
    fact: str
    most: int | Length

    def __post_init__(self) -> None:
        find_question(self.phrase, self.fact, Count)

    def judge(self, case: Case) -> Step:
        """Met when even the most that the count could be stays within the number."""
        verdict = case.number(self.fact).is_at_most(count_of(self.most))
        missing = (self.fact,) if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, case.say(self.fact), missing)

    def explain(self) -> str:
        """The fact and the number."""
        question = CATALOGUE[self.fact]
        return f"{question.short}不超过 {question.say(count_of(self.most))}"

    def conventions(self) -> tuple[Convention, ...]:
        """不超过 includes the number."""
        return (INCLUSIVE,)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """A count within the number, where it is open or can be changed."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        if CATALOGUE[self.fact].is_fixed and case.get(self.fact) is not None:
            return ()
        return ({self.fact: count_of(self.most)},)

    def numbers(self) -> tuple[Fraction, ...]:
        """The number as written."""
        return written_in(self.most)

    def asks(self) -> tuple[str, ...]:
        """The count."""
        return (self.fact,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """The number itself and the one above."""
        most = count_of(self.most)
        return {self.fact: (most, most + 1)}


@dataclass(frozen=True)
class ShareAtLeast(Condition):
    """One count must be at least a percentage of another."""

    phrase: str
    part: str
    whole: str
    percent: int

    def judge(self, case: Case) -> Step:
        """Compared exactly, without division: part × 100 against whole × percent."""
        part, whole = case.number(self.part), case.number(self.whole)
        surely = whole.high is not None and part.low * 100 >= whole.high * self.percent
        possibly = part.high is None or part.high * 100 >= whole.low * self.percent
        verdict = Verdict.YES if surely else Verdict.UNKNOWN if possibly else Verdict.NO
        missing = tuple(fact for fact in (self.part, self.whole) if case.get(fact) is None)
        found = f"{case.say(self.part)}；{case.say(self.whole)}"
        if part.is_exact and whole.is_exact and whole.low:
            found += f"；占 {spell_percent(Fraction(part.low) / Fraction(whole.low))}"
        return Step(self.phrase, verdict, found, missing if verdict is Verdict.UNKNOWN else ())

    def explain(self) -> str:
        """The two facts and the percentage."""
        return f"{CATALOGUE[self.part].short}占{CATALOGUE[self.whole].short}不少于 {self.percent}%"

    def list_ticks(self) -> tuple[Tick, ...]:
        """The division to be worked out by hand."""
        part, whole = CATALOGUE[self.part].short, CATALOGUE[self.whole].short
        count = f"{BLANK}{SPACE}人"
        return (Tick(f"{part} {count} ÷ {whole} {count} = {BLANK}{SPACE}%，不少于 {self.percent}%"),)

    def conventions(self) -> tuple[Convention, ...]:
        """The number itself counts."""
        return (INCLUSIVE,)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Take on k more, who then belong to the staff too: the smallest k with (h + k) × 100 ≥ p × (n + k)."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        part, whole = case.number(self.part), case.number(self.whole)
        if not (part.is_exact and whole.is_exact):
            return ({fact: None for fact in (self.part, self.whole) if case.get(fact) is None},)
        lacking = whole.low * self.percent - part.low * 100
        more = int(-(-lacking // (100 - self.percent)))
        return ({self.part: int(part.low) + more, self.whole: int(whole.low) + more},)

    def numbers(self) -> tuple[Fraction, ...]:
        """The percentage as a fraction."""
        return (Fraction(self.percent, 100),)

    def asks(self) -> tuple[str, ...]:
        """Both counts."""
        return (self.part, self.whole)


@dataclass(frozen=True)
class SameYear(PlainCondition):
    """Two days must lie in the same calendar year (当年)."""

    phrase: str
    day: str
    as_of: str

    def judge(self, case: Case) -> Step:
        """Met when both days are known and share the year."""
        day, as_of = case.day(self.day), case.day(self.as_of)
        missing = tuple(fact for fact in (self.day, self.as_of) if case.get(fact) is None)
        verdict = yes_if(day.year == as_of.year if day and as_of else None)
        return Step(self.phrase, verdict, f"{case.say(self.day)}；{case.say(self.as_of)}", missing)

    def explain(self) -> str:
        """The two facts."""
        return f"{CATALOGUE[self.day].short}与{CATALOGUE[self.as_of].short}在同一年"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Fitting days, where one is still open; days that have passed cannot be changed."""
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()

    def asks(self) -> tuple[str, ...]:
        """Both days."""
        return (self.day, self.as_of)


@dataclass(frozen=True)
class WithinMonths(PlainCondition):
    """A day must follow another one within some months, the last day included (以内)."""

    phrase: str
    since: str
    day: str
    length: Length

    def judge(self, case: Case) -> Step:
        """Met from the first day up to the same day so many months later."""
        since, day = case.day(self.since), case.day(self.day)
        missing = tuple(fact for fact in (self.since, self.day) if case.get(fact) is None)
        found = f"{case.say(self.since)}；{case.say(self.day)}"
        if since and day:
            last = add_months(since, self.length.count)
            return Step(self.phrase, yes_if(since <= day <= last), f"{found}；期限到 {spell_date(last)}")
        return Step(self.phrase, Verdict.UNKNOWN, found, missing)

    def explain(self) -> str:
        """The two facts and the length."""
        return f"{CATALOGUE[self.day].short}在{CATALOGUE[self.since].short}之后 {self.length}内"

    def conventions(self) -> tuple[Convention, ...]:
        """The number itself counts."""
        return (INCLUSIVE,)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Fitting days, where one is still open; days that have passed cannot be changed."""
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()

    def numbers(self) -> tuple[Fraction, ...]:
        """The length as written."""
        return written_in(self.length)

    def asks(self) -> tuple[str, ...]:
        """Both days."""
        return (self.since, self.day)


@dataclass(frozen=True)
class OnOrAfter(PlainCondition):
    """A day must not lie before another; 以后 includes the day itself. `clause` says where it stands if elsewhere."""

    phrase: str
    fact: str
    first: date
    clause: str = ""

    def judge(self, case: Case) -> Step:
        """Met from the day on."""
        day = case.day(self.fact)
        missing = (self.fact,) if day is None else ()
        verdict = yes_if(None if day is None else day >= self.first)
        return Step(self.phrase, verdict, case.say(self.fact), missing, clause=self.clause)

    def explain(self) -> str:
        """The fact and the day."""
        return f"{CATALOGUE[self.fact].short}不早于 {spell_date(self.first)}"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """A fitting day while it is open; a day that has passed cannot be changed."""
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return ({self.fact: None},)
        return ALREADY if step.verdict is Verdict.YES else ()

    def numbers(self) -> tuple[Fraction, ...]:
        """The day's year, month and day."""
        return tuple(map(Fraction, (self.first.year, self.first.month, self.first.day)))

    def asks(self) -> tuple[str, ...]:
        """The day."""
        return (self.fact,)
