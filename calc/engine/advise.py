"""Advice on a provision, from the rules: what settles it, what would make one eligible, what waiting brings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import inf
from typing import Literal

from calc.engine.assess import Finding
from calc.engine.outcome import Outcome, Status
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer, Count
from calc.rules.case import Case
from calc.rules.quantities import Span
from calc.rules.word import Way, join_ways
from calc.values.dates import add_months, spell_date
from calc.values.money import Amount, Kind, say_amount
from calc.values.truth import Verdict

MOST_WAYS = 6


@dataclass(frozen=True)
class Advice:
    """One piece of advice on a provision. Following it would bring the `amount`."""

    kind: Literal["answer", "change", "wait", "more"]
    text: str
    facts: Mapping[str, Answer | None] = field(default_factory=dict)
    day: date | None = None
    amount: Amount | None = None


def advise(finding: Finding) -> tuple[Advice, ...]:
    """All advice on one provision."""
    if not finding.concerns():
        return ()
    if finding.status in (Status.UNKNOWN, Status.JUDGEMENT):
        return tuple(_say_what_settles(finding, _find_ways(finding)))
    if finding.status is Status.INELIGIBLE:
        ways = _find_ways(finding)
        return (*_say_when(finding, ways), *_say_what_to_change(finding, ways))
    if finding.status is Status.ELIGIBLE:
        return (*_say_what_more_brings(finding), *_say_what_waiting_brings(finding))
    return ()


def _find_ways(finding: Finding) -> tuple[Way, ...]:
    """Every smallest change of answers that would settle a provision as granted, fewest facts first.

    Of a provision that is refused only what fails is to be changed: what is merely unanswered is no obstacle yet.
    """
    case, provision = finding.case, finding.provision
    wanted = (Verdict.NO,) if finding.status.is_refused else tuple(Verdict)
    judged = zip(provision.conditions, finding.outcome.judged, strict=True)
    choices = [item.ways(case) for item, step in judged if step.verdict in wanted]
    if finding.outcome.payout.verdict in wanted:
        choices.append(provision.effect.ways(case))
    ways = join_ways(choices)
    timing = provision.timing_fact
    if timing and finding.policy.term.is_stated and case.get(timing) is None and not finding.status.is_refused:
        ways = join_ways((ways, ({timing: None},)))
    return tuple(sorted((way for way in ways if way), key=len))


def _say_what_settles(finding: Finding, ways: Sequence[Way]) -> Iterator[Advice]:
    """Name the smallest sets of open facts that can settle it: no set within another."""
    minimal: list[frozenset[str]] = []
    for way in ways:
        facts = frozenset(way)
        if not any(fact in finding.case.answers for fact in facts) and not any(other <= facts for other in minimal):
            minimal.append(facts)
            names = "、".join(CATALOGUE[fact].short for fact in way)
            yield Advice("answer", f"弄清{names}，就能确定是否可以享受。", dict.fromkeys(way))
        if len(minimal) == MOST_WAYS:
            break


def _say_what_to_change(finding: Finding, ways: Sequence[Way]) -> Iterator[Advice]:
    case = finding.case
    waits = {span.months for span in finding.provision.spans}
    options = []
    for way in ways:
        known = {fact: answer for fact, answer in way.items() if answer is not None}
        supposed = finding.suppose(known)
        if not supposed.status.is_refused and not (set(way) <= waits) and _can_wait(finding, known):
            brings = supposed.amount.low if supposed.amount else Fraction(0)
            options.append((_distance(case, known), -brings, known, supposed))
    for _, _, known, supposed in sorted(options, key=lambda option: option[:2])[:1]:
        changes = (_say_change(case, fact, answer) for fact, answer in known.items())
        wording = "，并且".join(change for change in changes if change)
        yield Advice("change", f"如果{wording}，{_say_outcome(supposed)}。", known, amount=supposed.amount)


def _can_wait(finding: Finding, way: Mapping[str, Answer]) -> bool:
    """Whether the months a change asks for can still be complete inside the window, by the dates given."""
    case = finding.case
    return all(
        span.completes_on(case, months) is not None
        for span in finding.provision.spans
        if case.day(span.start) and isinstance(months := way.get(span.months), int)
    )


def _say_when(finding: Finding, ways: Sequence[Way]) -> Iterator[Advice]:
    """Name the day on which waiting alone makes a provision eligible: only months are short."""
    spans = {span.months: span for span in finding.provision.spans}
    for way in ways:
        needed = {fact: months for fact, months in way.items() if isinstance(months, int)}
        if set(needed) == {*way} - {"as_of"} <= set(spans):
            for fact, months in needed.items():
                yield from _say_wait(finding, spans[fact], months)
            return


def _say_wait(finding: Finding, span: Span, needed: int) -> Iterator[Advice]:
    case, label = finding.case, CATALOGUE[span.months].short
    if span.has_ended(case):
        return
    if case.day(span.start) is not None and case.get(span.months) is None:
        day = span.completes_on(case, needed)
        if day is None:
            yield Advice("wait", f"按所填日期，在政策期内{label}到不了 {needed} 个月。")
            return
        lead, when = f"到 {spell_date(day)} {label}满 {needed} 个月", day
    else:
        lacking, as_of = needed - int(case.number(span.months).low), case.day("as_of")
        latest = case.window.settle(add_months(as_of, lacking)) if as_of else None
        if latest is None:
            lead, when = f"在政策期内再满 {lacking} 个月", None
        elif case.window.end is None or latest <= case.window.end:
            lead, when = f"如果不间断，最迟到 {spell_date(latest)} {label}满 {needed} 个月", latest
        else:
            yield Advice("wait", f"{label}还差 {lacking} 个月，政策期内能不能满，要填入职等日期才知道。")
            return
    waited: dict[str, Answer] = {span.months: needed, **({"as_of": when} if when and case.day("as_of") else {})}
    supposed = finding.suppose(waited)
    if not supposed.status.is_refused:
        text = f"{lead}，{_say_outcome(supposed)}。"
        yield Advice("wait", text, {span.months: needed}, when, supposed.amount)


def _say_what_more_brings(finding: Finding) -> Iterator[Advice]:
    """The next count at which the sure amount rises by a step of its own: the next tier."""
    amount = finding.amount
    if amount is None or not amount.is_counted:
        return
    for fact, answers in finding.provision.landmarks.items():
        question, given = CATALOGUE[fact], finding.case.answers.get(fact)
        if not isinstance(question, Count) or question.is_fixed or not isinstance(given, int):
            continue
        most = _most_to_reach(finding, fact)
        for answer in sorted(mark for mark in answers if isinstance(mark, int) and given < mark <= most):
            supposed = finding.suppose({fact: answer})
            if supposed.amount and supposed.amount.low > amount.low:
                text = f"{question.more} {answer - given} {question.unit}（共 {answer} {question.unit}），"
                yield Advice("more", f"{text}{_say_outcome(supposed)}。", {fact: answer}, amount=supposed.amount)
                break


def _most_to_reach(finding: Finding, fact: str) -> float:
    """The largest count worth naming: of months that were typed, what the window holds and no day asked has cut off."""
    case = finding.case
    for span in finding.provision.spans:
        if fact == span.months:
            if span.has_ended(case) or case.day("as_of"):
                return 0
            longest = span.most_months(case)
            return inf if longest is None else longest
    return inf


def _say_what_waiting_brings(finding: Finding) -> Iterator[Advice]:
    """Name the most that going on can bring, and its day, when the first day is known."""
    amount, case = finding.amount, finding.case
    if amount is None or not amount.is_counted:
        return
    for span in finding.provision.spans:
        best: Advice | None = None
        marks = {mark for mark in finding.provision.landmarks[span.months] if isinstance(mark, int)}
        for months in sorted({*marks, *span.most_reachable(case)}):
            day = span.completes_on(case, months)
            if day is None or months <= span.measure(case).range.low:
                continue
            more = finding.suppose({span.months: months, "as_of": day}).amount
            if more and more.low > (best.amount if best and best.amount else amount).low:
                text = f"如果不间断到 {spell_date(day)}（满 {months} 个月），一共可领{_say_brings(more)}。"
                best = Advice("wait", text, {span.months: months}, day, more)
        if best:
            yield best


def _distance(case: Case, way: Mapping[str, Answer]) -> int:
    """How far a change is: the difference of counts, a thousand for any other change."""
    steps = (
        abs(answer - int(case.number(fact).low)) if isinstance(answer, int) and not isinstance(answer, bool) else 1_000
        for fact, answer in way.items()
    )
    return sum(steps)


def _say_change(case: Case, fact: str, answer: Answer) -> str:
    """A change in words; nothing for a count that only follows another one (its `more` is empty)."""
    question, given = CATALOGUE[fact], case.get(fact)
    if isinstance(question, Count) and not question.more:
        return ""
    if isinstance(question, Count) and isinstance(answer, int) and isinstance(given, int) and answer > given:
        return f"{question.more} {answer - given} {question.unit}（{question.short}达到 {answer} {question.unit}）"
    return f"“{question.short}”为“{question.say(answer)}”"


def _say_outcome(outcome: Outcome) -> str:
    """What it would come to: 就可享受 20,000.00 元."""
    brings = _say_brings(outcome.amount)
    if outcome.status is Status.ELIGIBLE and outcome.amount and outcome.amount.kind is Kind.IN_KIND:
        return "就符合条件"
    if outcome.status is Status.ELIGIBLE:
        return f"就可享受{brings}"
    if outcome.status is Status.JUDGEMENT:
        return f"就等主管部门认定{brings}"
    return "就满足这一条，其余条件还要补充"


def _say_brings(amount: Amount | None) -> str:
    """An amount at the end of a sentence, after its verb."""
    if amount is None or not (amount.is_counted or amount.kind is Kind.NOT_STATED):
        return ""
    if amount.kind is Kind.NOT_STATED:
        return "，金额按规定（本文件未写明）"
    return f" {say_amount(amount)}" if amount.low or amount.high is not None else "，金额待补充"
