"""Conditions that compare: numbers, shares, days."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Count
from calc.rules.case import Case, Days, Step
from calc.rules.condition import Condition, PlainCondition, counted_fact, find_question, measure, ways_to_reach
from calc.rules.conventions import INCLUSIVE, Convention
from calc.rules.fields import Asked, Fact, Percent, Quantity, Written
from calc.rules.printed import BLANK, SPACE, Tick
from calc.rules.quantities import Span
from calc.rules.units import Length, count_of
from calc.rules.word import ALREADY, Landmarks, Way
from calc.values.dates import add_months, spell_date
from calc.values.money import spell_percent
from calc.values.ranges import Range
from calc.values.truth import Verdict, yes_if


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
        return f"{CATALOGUE[self.count].short}不是 0"

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


class Dated(PlainCondition, is_kind=True):
    """A condition on days. Its ways are the days still open: a day that has passed cannot be changed."""

    phrase: str

    @abstractmethod
    def may_fit(self, *days: Days) -> bool:
        """Whether days that lie where those it asks for must lie can meet it."""

    def surely_fits(self, *days: Days) -> bool:
        """Whether days that lie where those it asks for must lie cannot but meet it."""
        return False

    def judge(self, case: Case) -> Step:
        """Compare the days; where some are unknown, where they must lie may still settle it."""
        facts = self.asks()
        missing, days = case.lacks(facts), tuple(map(case.days, facts))
        may_fit = not any(map(case.lacks_ever, facts)) and self.may_fit(*days)
        if missing and may_fit and not self.surely_fits(*days):
            return Step(self.phrase, Verdict.UNKNOWN, "；".join(map(case.say, facts)), missing)
        return Step(self.phrase, yes_if(may_fit), "；".join(map(case.say_left, facts)))

    def ways(self, case: Case) -> tuple[Way, ...]:
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()


@dataclass(frozen=True)
class SameYear(Dated):
    """Two days must lie in the same calendar year (当年)."""

    phrase: str
    day: Fact
    as_of: Fact

    def may_fit(self, *days: Days) -> bool:
        return max(day.earliest.year for day in days) <= min(day.latest.year for day in days)

    def explain(self) -> str:
        return f"{CATALOGUE[self.day].short}与{CATALOGUE[self.as_of].short}在同一年"


@dataclass(frozen=True)
class WithinMonths(Dated):
    """A day must follow another one within some months, the last day included (以内)."""

    phrase: str
    since: Fact
    day: Fact
    length: Written[Length]

    rests_on = (INCLUSIVE,)

    def may_fit(self, *days: Days) -> bool:
        since, day = days
        is_early_enough = since.latest == date.max or day.earliest <= self._end(since.latest)
        return since.earliest <= day.latest and is_early_enough

    def judge(self, case: Case) -> Step:
        """Say the last day where both days are known."""
        step, since = super().judge(case), case.day(self.since)
        if since is None or case.day(self.day) is None:
            return step
        return step._replace(found=f"{step.found}；期限到 {spell_date(self._end(since))}")

    def explain(self) -> str:
        return f"{CATALOGUE[self.day].short}在{CATALOGUE[self.since].short}之后 {self.length}内"

    def _end(self, since: date) -> date:
        return add_months(since, self.length.count)


@dataclass(frozen=True)
class Follows(Dated):
    """A day must not lie before another day that is asked: what comes after (后) may come on the day itself."""

    phrase: str
    since: Fact
    day: Fact

    def may_fit(self, *days: Days) -> bool:
        since, day = days
        return since.earliest <= day.latest

    def surely_fits(self, *days: Days) -> bool:
        since, day = days
        return since.latest <= day.earliest

    def explain(self) -> str:
        return f"{CATALOGUE[self.day].short}不早于{CATALOGUE[self.since].short}"


@dataclass(frozen=True)
class OnOrAfter(Dated):
    """A day must not lie before another; 以后 includes the day itself."""

    phrase: str
    fact: Fact
    first: Written[date]

    rests_on = (INCLUSIVE,)

    def may_fit(self, *days: Days) -> bool:
        return all(day.latest >= self.first for day in days)

    def surely_fits(self, *days: Days) -> bool:
        return all(day.earliest >= self.first for day in days)

    def explain(self) -> str:
        return f"{CATALOGUE[self.fact].short}不早于 {spell_date(self.first)}"


@dataclass(frozen=True)
class SinceInForce(PlainCondition):
    """A day must not lie before the document's first day, which is included."""

    phrase: str
    fact: Fact

    rests_on = (INCLUSIVE,)

    def judge(self, case: Case) -> Step:
        return self._date(case).judge(case)

    def ways(self, case: Case) -> tuple[Way, ...]:
        return self._date(case).ways(case)

    def explain(self) -> str:
        return f"{CATALOGUE[self.fact].short}不早于政策开始的那一天"

    def _date(self, case: Case) -> OnOrAfter:
        return OnOrAfter(self.phrase, self.fact, case.window.start)


@dataclass(frozen=True)
class ReachesTerm(PlainCondition):
    """A stay must reach into the time in force; it may have begun before, and go on after."""

    phrase: str
    stay: Asked[Span]

    def judge(self, case: Case) -> Step:
        """By the days, or by months that are complete in it; where there are none only the days tell."""
        start = case.day(self.stay.start)
        found = case.say(self.stay.months if start is None else self.stay.start)
        if self.stay.is_over_before(case):
            return Step(self.phrase, Verdict.NO, found)
        if self.stay.touches_window(case):
            return Step(self.phrase, Verdict.YES, found)
        return Step(self.phrase, Verdict.UNKNOWN, found, self.stay.lacks_touch(case))

    def ways(self, case: Case) -> tuple[Way, ...]:
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()

    def explain(self) -> str:
        return f"{CATALOGUE[self.stay.months].short.removesuffix('月数')}的时间至少有一部分在政策期内"

    def conventions(self) -> tuple[Convention, ...]:
        """None: it counts no months."""
        return self.rests_on


@dataclass(frozen=True)
class InStay(PlainCondition):
    """A day must lie in a stay (期间), the first and the last day included."""

    phrase: str
    day: Fact
    stay: Asked[Span]

    def __post_init__(self) -> None:
        if self.stay.end is None:
            raise ValueError(f"{self.phrase!r}: nobody is asked for the last day of {self.stay.months}")

    def judge(self, case: Case) -> Step:
        """Compare the days; where some are unknown, where they must lie may still settle it."""
        day, first, last = case.days(self.day), case.days(self.stay.start), self._last(case)
        may_fit = not case.lacks_ever(self.day) and first.earliest <= day.latest and day.earliest <= last.latest
        surely_fits = first.latest <= day.earliest and day.latest <= last.earliest
        found = "；".join(case.say(fact) for fact in (self.day, self.stay.start, self._tells_last(case)))
        missing = case.lacks((self.day, self.stay.start, self._tells_last(case)))
        if may_fit and not surely_fits:
            return Step(self.phrase, Verdict.UNKNOWN, found, missing)
        return Step(self.phrase, yes_if(may_fit), found)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The days still open: a day that has passed cannot be changed."""
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()

    def explain(self) -> str:
        day, start, end = (CATALOGUE[fact].short for fact in (self.day, self.stay.start, self.stay.end or ""))
        return f"{day}不早于{start}，不晚于{end}"

    def conventions(self) -> tuple[Convention, ...]:
        """None: it counts no months."""
        return self.rests_on

    def _last(self, case: Case) -> Days:
        """The last day, or the days between which it must lie; what still goes on has none yet."""
        is_ongoing = case.get(self.stay.ongoing) is True
        return Days(date.max, date.max) if is_ongoing else case.days(self.stay.end or "")

    def _tells_last(self, case: Case) -> str:
        """The fact that tells the last day: that it still goes on, or which day it was."""
        is_over = case.get(self.stay.ongoing) is False or case.day(self.stay.end or "") is not None
        return self.stay.end if is_over and self.stay.end else self.stay.ongoing
