"""Whether a provision lies in its document's time: before it, in it, after it, or after claims have closed."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE
from calc.rules.case import Case, Step
from calc.rules.condition import judge
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.quantities import Span
from calc.values.dates import spell_date
from calc.values.truth import Verdict


class Absence(StrEnum):
    """Why a provision lies outside its document's time."""

    BEFORE = "before"
    AFTER = "after"
    AHEAD = "ahead"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The reason in plain Chinese, as a status."""
        return _LABELS[self]


_LABELS = {
    Absence.BEFORE: "政策开始前",
    Absence.AFTER: "政策到期后",
    Absence.AHEAD: "所填年度还没有到",
    Absence.CLOSED: "申领已截止",
}


class Timing(NamedTuple):
    """The step that says whether the document's time holds a provision, and why it does not."""

    step: Step
    absence: Absence | None = None


def judge_timing(policy: Policy, provision: Provision, case: Case) -> Timing:
    """Whether what happened lies in the policy's time; dates not given leave it open.

    What happened in time does not lapse with the term: a day asked later refuses it only once claims have closed.
    Where the part asks for that very day and refuses it, the person is outside the document, not the time.
    """
    term, as_of, until = policy.term, case.day("as_of"), policy.claims_until
    if not term.is_stated:
        return _say(policy, Verdict.YES, "文件未写明执行期限")
    if as_of is not None and as_of < case.window.start:
        found = f"{spell_date(as_of)} 时政策尚未开始（{spell_date(case.window.start)} 起）"
        return _refuse(policy, Absence.BEFORE, found)
    if provision.outside_term:
        return Timing(Step("", Verdict.YES, "执行期限管不到这一条：政策开始以后都算"))
    if policy.claims and until and as_of and as_of > until and provision.is_benefit:
        found = f"申领截止日期是 {spell_date(until)}，到 {spell_date(as_of)} 已经过了"
        return Timing(Step(policy.claims.phrase, Verdict.NO, found, clause=term.clause), Absence.CLOSED)
    if provision.happens:
        timing = _judge_day(policy, provision.happens, case.events)
        return timing._replace(absence=None) if _is_refused_by_part(provision, case) else timing
    if provision.dated_by:
        return _judge_year(policy, provision.dated_by, case)
    if provision.spans:
        return _judge_span(policy, provision.spans[0], case.stays if provision.during else case)
    return _judge_day(policy, "as_of", case)


def _is_refused_by_part(provision: Provision, case: Case) -> bool:
    """Whether a condition of its part asks for the event's day alone, and that day fails it."""
    asked = (
        condition
        for condition in (provision.under.when if provision.under else ())
        if condition.every_fact == {provision.happens}
    )
    return any(judge(condition, case).verdict is Verdict.NO for condition in asked)


def _judge_day(policy: Policy, fact: str, case: Case) -> Timing:
    """Whether a day lies in the time that counts."""
    day, window = case.day(fact), case.window
    if day is None:
        return _say(policy, Verdict.UNKNOWN, case.say(fact), (fact,))
    if window.contains(day):
        return _say(policy, Verdict.YES, case.say(fact))
    return _refuse(policy, Absence.BEFORE if day < window.start else Absence.AFTER, case.say(fact))


def _judge_year(policy: Policy, fact: str, case: Case) -> Timing:
    """Whether a year named by a choice has begun by the day asked: all there are lie in the term."""
    year, as_of = case.get(fact), case.day("as_of")
    if not isinstance(year, str) or not year.isdigit():
        return _say(policy, Verdict.YES, case.say(fact))
    begins = max(date(int(year), 1, 1), case.window.start)
    if as_of and as_of < begins:
        return _refuse(policy, Absence.AHEAD, f"{case.say(fact)}，到 {spell_date(as_of)} 还没有开始")
    return _say(policy, Verdict.YES, case.say(fact))


def _judge_span(policy: Policy, span: Span, case: Case) -> Timing:
    """Whether a stay reaches into the time in force."""
    place = case.beforehand.place(span, case.window) if case.beforehand else span.place(case)
    found = "" if case.beforehand else _say_span(span, case)
    if place.is_over:
        return _refuse(policy, Absence.AFTER if place.begins_late else Absence.BEFORE, found)
    return _say(policy, Verdict.YES if place.touches else Verdict.UNKNOWN, found, place.missing)


def _say_span(span: Span, case: Case) -> str:
    start, starts, months = case.day(span.start), CATALOGUE[span.start].short, CATALOGUE[span.months].short
    found = f"{starts}：{spell_date(start)}" if start else _say_last(span, case) or f"{months}只算政策期内的整月"
    return f"{found}；{case.say(span.months)}" if case.get(span.months) == 0 else found


def _say_last(span: Span, case: Case) -> str:
    """What tells of a stay without first day and months that some of it lies in the time."""
    if case.get(span.months) is not None or not span.touches_window(case):
        return ""
    return f"{case.say(span.ongoing)}；{case.say('as_of')}" if case.get(span.ongoing) else case.say(span.end or "")


def _say(policy: Policy, verdict: Verdict, found: str, missing: tuple[str, ...] = ()) -> Timing:
    return Timing(Step(policy.term.phrase, verdict, found, missing, clause=policy.term.clause))


def _refuse(policy: Policy, absence: Absence, found: str) -> Timing:
    return Timing(_say(policy, Verdict.NO, found).step, absence)
