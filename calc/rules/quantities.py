"""Numbers that conditions and sums are measured by: an answered fact, months found from dates, days in the term."""

from dataclasses import dataclass
from datetime import date, timedelta

from calc.facts.catalogue import CATALOGUE, say_question
from calc.facts.constraint import Stay
from calc.facts.contradiction import Contradiction, Way
from calc.rules.case import Case, Measure, Place, Window
from calc.values.dates import add_months, complete_months, day_after, spell_date
from calc.values.ranges import Number, Range


@dataclass(frozen=True)
class Span:
    """Complete months of a stay, inside the policy's window.

    The visitor gives the months themselves, or a first day with a last one or the word that it still goes on. Before
    the day `since`, and after the last day of another stay (`during`), nothing counts. The last day worked and the last
    day of the window count; on any other day asked (`as_of`) only what is complete counts. Dates stand before a number
    that they disprove; `conflict` says so. The number given counts whole stays, unless it `is_typed_inside` the other.
    """

    stay: Stay
    since: str | None = None
    during: Stay | None = None
    is_typed_inside: bool = False

    @property
    def months(self) -> str:
        """The fact that gives the months themselves."""
        return self.stay.months

    @property
    def start(self) -> str:
        """The fact that gives the first day."""
        return self.stay.start

    @property
    def ongoing(self) -> str:
        """The fact that says whether it still goes on."""
        return self.stay.ongoing

    @property
    def end(self) -> str | None:
        """The fact that gives the last day, if there is one."""
        return self.stay.end

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts from which the months are found, the shortest way first."""
        other = (self.during.ongoing, self.during.end) if self.during else ()
        return (self.months, self.start, self.ongoing, *filter(None, (self.end, self.since, *other)), "as_of")

    def measure(self, case: Case) -> Measure:
        """The complete months, exact or as a range."""
        given = case.get(self.months)
        if isinstance(given, int) and not self._is_disproved(case, given):
            return self._measure_given(case, given)
        found, open_facts = self._measure_dates(case)
        if case.beforehand:
            return Measure(found, "", open_facts)
        if not open_facts:
            return Measure(found, f"{self._say_days(case)}政策期内满 {found.low} 个月{self._say_nearly(case, found)}")
        at_most = "" if found.high is None else f"，到测算日期和政策期末最多 {found.high} 个月"
        return Measure(found, f"{CATALOGUE[self.months].short}：未填{at_most}", open_facts)

    def _say_days(self, case: Case) -> str:
        """The first day by the dates given, and the last one where another stay ends it."""
        start, since, last = case.day(self.start), self._since(case), self._other_end(case)
        first = f"自 {spell_date(max(start, since or start))} 起，" if start else ""
        return f"{first}到 {spell_date(last)} 为止，" if last else first

    def _say_nearly(self, case: Case, found: Range) -> str:
        """That one more month is complete when the day asked is over, for what goes on."""
        as_of, most = case.day("as_of"), self._count_through(case)
        if as_of is None or most is None or most <= found.low:
            return ""
        return f"，过了 {spell_date(as_of)} 满 {most} 个月"

    def _count_through(self, case: Case) -> int | None:
        """The months complete when the day asked is over; None of what has ended or has no first day."""
        start = case.day(self.start)
        if start is None or self.has_ended(case):
            return None
        return _count_months(max(start, self.first_day(case)), self._find_stop(case, may_end=True))

    def find_days(self, case: Case) -> tuple[date, date] | None:
        """The first and the last day that count; None while the dates do not tell both."""
        start = case.day(self.start)
        stop = self._find_stop(case, self._end(case), may_end=case.get(self.ongoing) is not True)
        if start is None or stop is None or self._open_facts(case):
            return None
        return max(start, self.first_day(case)), stop - timedelta(days=1)

    def lacks_days(self, case: Case) -> tuple[str, ...]:
        """The facts that would tell both days."""
        return (self.start,)

    def conflict(self, case: Case) -> str | None:
        """A sentence when the months given differ from what the dates say; the dates are used."""
        given = case.get(self.months)
        if not isinstance(given, int):
            return None
        if (most := self.find_cut(case)) is not None:
            return f"所填的 {given} 个月超过了政策期内到测算日期为止的 {most} 个月，本次按 {most} 个月计算。"
        if case.day(self.start) is None and self._end(case) is None:
            return None
        dated, _ = self._measure_dates(case)
        if dated.meets(given, given):
            return None
        wording = f"{dated.low}" if dated.is_exact else f"{dated.low} 至 {dated.high}"
        return f"按所填日期，政策期内满 {wording} 个月，与所填的 {given} 个月不同；本次按日期计算。"

    def find_cut(self, case: Case) -> int | None:
        """The most months that there can be, where more were given and no first day tells them; else None."""
        given, most = case.get(self.months), self.most_months(case, ends_that_day=True)
        is_more = isinstance(given, int) and most is not None and given > most
        return most if is_more and case.day(self.start) is None else None

    def doubt(self, case: Case) -> Contradiction | None:
        """Ask about months beside a first day that tells others, or would if it still goes on."""
        given, start = case.get(self.months), case.day(self.start)
        if not isinstance(given, int) or start is None:
            return None
        is_open = case.get(self.ongoing) is None and self._end(case) is None
        dated, going_on = self._measure_dates(case)[0], self._count_going_on(case) if is_open else None
        if dated.meets(given, given):
            if going_on is None or given >= going_on:
                return None
            return self._ask(case, given, going_on, self._offer_to_go_on(given))
        return self._ask(case, given, dated.low if dated.is_exact else dated.high, self._offer_either(given))

    def _count_going_on(self, case: Case) -> int | None:
        """The months that the dates tell if it still goes on."""
        return _count_months(self._find_first(case), self._find_stop(case, may_end=False))

    def _find_first(self, case: Case) -> date:
        """The first day that counts, by the first day given."""
        return max(case.day(self.start) or date.min, self.first_day(case))

    def _ask(self, case: Case, given: int, dated: Number | None, ways: tuple[Way, ...]) -> Contradiction:
        first, stop = self._find_first(case), self._find_stop(case, self._end(case), may_end=True)
        last = spell_date(stop - timedelta(days=1)) if stop else ""
        if stop and stop <= first:
            told = f"{spell_date(first)} 在能算的最后一天（{last}）以后，一个月也不算"
        else:
            told = f"从 {spell_date(first)} {f'到 {last} ' if last else '起'}满 {dated} 个月"
        sentence = f"{told}，“{say_question(self.months)}”填的是 {given} 个月，哪个对？"
        return Contradiction((self.start, self.months), sentence, ways=ways)

    def _offer_to_go_on(self, given: int) -> tuple[Way, ...]:
        ongoing = CATALOGUE[self.ongoing].short
        return (
            Way(f"{ongoing}，按日期算", {self.ongoing: True, self.months: None}),
            Way(f"已经结束，只有 {given} 个月", {self.ongoing: False}),
        )

    def _offer_either(self, given: int) -> tuple[Way, ...]:
        days = [fact for fact in (self.start, self.end) if fact]
        return (
            Way("按日期算", {self.months: None}),
            Way(f"按 {given} 个月算，不填日期", dict.fromkeys(days)),
        )

    def _is_disproved(self, case: Case, given: int) -> bool:
        """Whether the first day, and what else is known of the days, tell another number of months."""
        return case.day(self.start) is not None and not self._measure_dates(case)[0].meets(given, given)

    def has_ended(self, case: Case) -> bool:
        """Whether, by the answers given, it is over: waiting brings nothing more."""
        is_over = case.get(self.ongoing) is False or self._end(case) is not None
        return is_over or self._other_end(case) is not None

    def completes_on(self, case: Case, months: int) -> date | None:
        """The day on which so many months are complete if it goes on; None when dates or the window forbid it."""
        start = case.day(self.start)
        if start is None or self.has_ended(case):
            return None
        day = case.window.settle(add_months(max(start, self.first_day(case)), months))
        last = case.window.end
        return day if last is None or day <= last else None

    def most_reachable(self, case: Case) -> tuple[int, ...]:
        """The months complete by the window's last day if it goes on from the first day given."""
        start, last = case.day(self.start), case.window.end
        if start is None or last is None:
            return ()
        last = min(last, self._other_end(case) or last)
        return (complete_months(max(start, self.first_day(case)), day_after(last)),)

    def place(self, case: Case) -> Place:
        """How it lies to the window, by the answers given."""
        if self.is_over_before(case):
            return Place(True, self.begins_late(case), False)
        is_sure = self.touches_window(case)
        return Place(False, False, is_sure, () if is_sure else self.lacks_touch(case))

    def is_over_before(self, case: Case) -> bool:
        """Whether, by the answers given, nothing of it can lie in the window.

        Where nobody is asked for a last day, only 0 months in the term can tell that what began before is over.
        """
        months, is_gone = case.get(self.months), case.get(self.ongoing) is False
        last = self._end(case) if self.end or months != 0 or not is_gone else case.day(self.start)
        is_early = last is not None and last < case.window.start and not months
        return is_early or self.begins_late(case)

    def begins_late(self, case: Case) -> bool:
        """Whether, by the dates given, it begins after the window's last day."""
        since, start, last = self._since(case), case.day(self.start), case.window.end
        if last is None:
            return False
        return bool((since and since > last) or (start and start > last and not case.get(self.months)))

    def touches_window(self, case: Case) -> bool:
        """Whether, by the answers given, some of it surely lies in the window; 0 months alone do not tell."""
        months, start, end, as_of = case.get(self.months), case.day(self.start), self._end(case), case.day("as_of")
        if months:
            return True
        if self.is_over_before(case):
            return False
        is_ongoing = case.get(self.ongoing) is True
        if start is None:
            last = as_of if is_ongoing else end
            return last is not None and case.window.contains(last)
        return start >= case.window.start or is_ongoing or end is not None

    def lacks_touch(self, case: Case) -> tuple[str, ...]:
        """The facts that would tell whether some of it lies in the window."""
        if case.get(self.months) != 0 and (missing := self.measure(case).missing):
            return missing
        if self._end(case) is not None or case.get(self.ongoing) is True:
            return (self.start,)
        return (self.ongoing,) if case.get(self.ongoing) is None else (self.end or self.start,)

    def _end(self, case: Case) -> date | None:
        return case.day(self.end) if self.end else None

    def first_day(self, case: Case) -> date:
        """The first day that can count: the window's, or the day `since` if that is later."""
        return max(case.window.start, self._since(case) or case.window.start)

    def _since(self, case: Case) -> date | None:
        return case.day(self.since) if self.since else None

    def most_months(self, case: Case, *, up_to_as_of: bool = True, ends_that_day: bool = False) -> int | None:
        """As many months as there can be in the window, up to the day asked or to its end; None without an end.

        What ends on the very day asked counts that day in full (`ends_that_day`); what still goes on does not yet.
        """
        may_end = ends_that_day and case.get(self.ongoing) is not True
        stop = self._find_stop(case, may_end=may_end) if up_to_as_of else _find_closing(case)
        return _count_months(self.first_day(case), stop)

    def _measure_given(self, case: Case, given: int) -> Measure:
        """The months typed, cut to what the window can hold; by one day it may be open whether they are complete."""
        found = f"{CATALOGUE[self.months].short}：{given} 个月"
        most = self.most_months(case, ends_that_day=True)
        if unplaced := self._lacks_place(case):
            return Measure(Range(0, given if most is None else min(given, most)), found, unplaced)
        if most is None or given <= (going_on := self.most_months(case) or 0):
            return Measure(Range.exactly(given), found)
        asked = self.ongoing if case.get(self.ongoing) is None else self.end
        if most == going_on or self._end(case) is not None or asked is None:
            cut = min(given, most)
            return Measure(Range.exactly(cut), found if cut == given else f"{found}，政策期内最多 {most} 个月")
        limit = f"，政策期内最多 {most} 个月" if given > most else ""
        return Measure(Range(going_on, min(given, most)), f"{found}{limit}，最后一个月到测算日期才满", (asked,))

    def _measure_dates(self, case: Case) -> tuple[Range, tuple[str, ...]]:
        start, end = case.day(self.start), self._end(case)
        first = max(start or self.first_day(case), self.first_day(case))
        stop = self._find_stop(case, end, may_end=case.get(self.ongoing) is not True)
        most = _count_months(first, stop)
        missing = self._open_facts(case)
        if not missing or most == 0:
            return Range.exactly(most or 0), ()
        return self._meet_left(case, most), missing

    def _meet_left(self, case: Case, most: int | None) -> Range:
        """The months that there can be, as far as other answers leave them possible."""
        left = case.left.get(self.months)
        if not isinstance(left, Range):
            return Range(0, most)
        high = min((int(bound) for bound in (most, left.high) if bound is not None), default=None)
        return Range(int(left.low) if high is None else min(int(left.low), high), high)

    def _find_stop(self, case: Case, end: date | None = None, *, may_end: bool) -> date | None:
        """The first day that counts no more, by the other stay too."""
        stop, other_end = _find_stop(case, end, may_end=may_end), self._other_end(case)
        return min(stop or date.max, day_after(other_end)) if other_end else stop

    def _other_end(self, case: Case) -> date | None:
        """The last day of the other stay."""
        return case.day(self.during.end) if self.during and self.during.end else None

    def _lacks_other_end(self, case: Case) -> tuple[str, ...]:
        """The fact that would tell whether, or when, the other stay ended."""
        if self.during is None or self._other_end(case) or case.get(self.during.ongoing) is True:
            return ()
        is_over = case.get(self.during.ongoing) is False
        return (self.during.end,) if is_over and self.during.end else (self.during.ongoing,)

    def _lacks_place(self, case: Case) -> tuple[str, ...]:
        """The facts that would tell how many of the months given lie before the end of the other stay."""
        if self.is_typed_inside:
            return ()
        other_end, asked = self._other_end(case), case.day("as_of")
        stops = [day for day in (case.window.end, asked) if day]
        is_cut = other_end is not None and case.day(self.start) is None and all(other_end < stop for stop in stops)
        return (self.start,) if is_cut else self._lacks_other_end(case)

    def _open_facts(self, case: Case) -> tuple[str, ...]:
        if case.day(self.start) is None:
            return (self.months,)
        missing: tuple[str, ...] = (self.since,) if self.since and self._since(case) is None else ()
        missing += self._lacks_other_end(case)
        if self._end(case) is not None:
            return missing
        if case.get(self.ongoing) is None:
            missing += (self.ongoing,)
        elif case.get(self.ongoing) is False:
            missing += (self.end or self.months,)
        return missing if case.day("as_of") else (*missing, "as_of")


def _find_stop(case: Case, end: date | None = None, *, may_end: bool) -> date | None:
    """The first day that counts no more; None while nothing says where counting stops.

    A day on which it ends counts in full, as the window's last day does, and so does the day asked where it may end
    on that very day (`may_end`).
    """
    closing, as_of = _find_closing(case), case.day("as_of")
    if end is not None:
        reached: date | None = day_after(end)
    elif as_of is not None and (may_end or as_of in (case.window.end, case.last_day)):
        reached = day_after(as_of)
    else:
        reached = as_of
    stops = [day for day in (reached, closing) if day]
    return min(stops) if stops else None


def _count_months(first: date, stop: date | None) -> int | None:
    """The complete months between two days; None where one of them is open."""
    return None if stop is None or first == Window.EVER else complete_months(first, stop)


def _find_closing(case: Case) -> date | None:
    """The day after the window's last one."""
    return day_after(case.window.end) if case.window.end else None


@dataclass(frozen=True)
class DaysInTerm:
    """Of the days that something took from its first one on, those up to the last day in force."""

    days: str
    start: str

    @property
    def facts(self) -> tuple[str, ...]:
        """The days that it took, and the first of them."""
        return (self.days, self.start)

    def measure(self, case: Case) -> Measure:
        """The days that it took, as far as there are so many from the first one on to the last day in force."""
        took, start, end = case.number(self.days), case.day(self.start), case.last_day
        if end is None:
            return Measure(took, case.say(self.days), case.lacks((self.days,)))
        found = f"{case.say(self.days)}；{case.say(self.start)}"
        if start is None:
            return Measure(Range(0, took.high), found, case.lacks(self.facts))
        inside = max((end - start).days + 1, 0)
        counted = took.capped(inside)
        return Measure(counted, f"{found}；到 {spell_date(end)} 为止", () if counted.is_exact else (self.days,))
