"""Conditions on days: in one year, within some months, on or after a day, inside a stay or the term."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date

from calc.facts.catalogue import CATALOGUE
from calc.rules.case import Case, Days, Step
from calc.rules.condition import PlainCondition
from calc.rules.conventions import INCLUSIVE, Convention
from calc.rules.fields import Asked, Fact, Written
from calc.rules.quantities import Span
from calc.rules.units import Length
from calc.rules.word import ALREADY, Way
from calc.values.dates import add_months, spell_date
from calc.values.truth import Verdict, yes_if


class OfDays(PlainCondition, is_kind=True):
    """A condition on days: a day that has passed cannot be changed, only one that is still open be told."""

    def ways(self, case: Case) -> tuple[Way, ...]:
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()


class Dated(OfDays, is_kind=True):
    """A condition that compares days."""

    phrase: str

    @abstractmethod
    def may_fit(self, *days: Days) -> bool:
        """Whether days that lie where those it asks for must lie can meet it."""

    def surely_fits(self, *days: Days) -> bool:
        """Whether days that lie where those it asks for must lie cannot but meet it."""
        return False

    def judge(self, case: Case) -> Step:
        """Compare the days; where some are unknown, where they must lie may still settle it.

        A day that never comes settles it alone: nobody is told that others are not filled in.
        """
        facts = self.asks()
        if never := list(filter(case.lacks_ever, facts)):
            return Step(self.phrase, Verdict.NO, "；".join(map(case.say_left, never)))
        missing, days = case.lacks(facts), tuple(map(case.days, facts))
        may_fit = self.may_fit(*days)
        if missing and may_fit and not self.surely_fits(*days):
            return Step(self.phrase, Verdict.UNKNOWN, "；".join(map(case.say, facts)), missing)
        return Step(self.phrase, yes_if(may_fit), "；".join(map(case.say_left, facts)))


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
class ReachesTerm(OfDays):
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

    def explain(self) -> str:
        return f"{CATALOGUE[self.stay.months].short.removesuffix('月数')}的时间至少有一部分在政策期内"

    def conventions(self) -> tuple[Convention, ...]:
        """None: it counts no months."""
        return self.rests_on


@dataclass(frozen=True)
class InStay(OfDays):
    """A day must lie in a stay (期间), the first and the last day included."""

    phrase: str
    day: Fact
    stay: Asked[Span]

    def __post_init__(self) -> None:
        if self.stay.end is None:
            raise ValueError(f"{self.phrase!r}: nobody is asked for the last day of {self.stay.months}")

    def judge(self, case: Case) -> Step:
        """Compare the days; where some are unknown, where they must lie may still settle it."""
        if case.lacks_ever(self.day):
            return Step(self.phrase, Verdict.NO, case.say_left(self.day))
        day, first, last = case.days(self.day), case.days(self.stay.start), self._last(case)
        may_fit = first.earliest <= day.latest and day.earliest <= last.latest
        surely_fits = first.latest <= day.earliest and day.latest <= last.earliest
        found = "；".join(case.say(fact) for fact in (self.day, self.stay.start, self._tells_last(case)))
        missing = case.lacks((self.day, self.stay.start, self._tells_last(case)))
        if may_fit and not surely_fits:
            return Step(self.phrase, Verdict.UNKNOWN, found, missing)
        return Step(self.phrase, yes_if(may_fit), found)

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
