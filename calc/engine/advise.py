"""Advice on a provision, from the rules: what settles it, what would make one eligible, what waiting brings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import inf
from typing import Literal

from calc.engine.assess import Finding
from calc.engine.change import Change, Wait, find_acts, find_changes, find_ways, is_over, reach
from calc.engine.outcome import Outcome, Status
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.questions import Answer, Count
from calc.rules.case import Case
from calc.rules.condition import measure
from calc.rules.quantities import Span
from calc.rules.word import Way, join_ways
from calc.values.dates import add_months, spell_date
from calc.values.money import ZERO, Amount, Kind, say_amount
from calc.values.truth import Verdict

MOST_WAYS = 6
SUPPOSING = (Status.INELIGIBLE, Status.ELIGIBLE)
"""Where advice supposes that something were otherwise."""


@dataclass(frozen=True)
class Advice:
    """One piece of advice on a provision. Following it would bring the `amount`, on the `day` where it takes time."""

    kind: Literal["answer", "change", "wait", "more"]
    text: str
    facts: Mapping[str, Answer | None] = field(default_factory=dict, hash=False)
    day: date | None = None
    amount: Amount | None = None


def advise(finding: Finding, given: Answers) -> tuple[Advice, ...]:
    """All advice on one provision; `given` are the answers that bear on what is supposed."""
    if not finding.concerns():
        return ()
    if finding.status in (Status.UNKNOWN, Status.JUDGEMENT):
        return tuple(_say_what_settles(finding))
    if finding.status in SUPPOSING:
        finding = finding.stand_on(given)
    if finding.status is Status.INELIGIBLE:
        return tuple(_say_what_changes(finding))
    if finding.status is Status.ELIGIBLE:
        return (*_say_what_more_brings(finding), *_say_what_waiting_brings(finding))
    return ()


def _say_what_settles(finding: Finding) -> Iterator[Advice]:
    """Name the smallest sets of open facts that can settle it: no set within another."""
    minimal: list[frozenset[str]] = []
    for way in _find_settling_ways(finding):
        facts = frozenset(way)
        if not any(fact in finding.case.answers for fact in facts) and not any(other <= facts for other in minimal):
            minimal.append(facts)
            names = "、".join(CATALOGUE[fact].short for fact in way)
            yield Advice("answer", f"弄清{names}，就能确定能不能领。", dict.fromkeys(way))
        if len(minimal) == MOST_WAYS:
            break


def _find_settling_ways(finding: Finding) -> Sequence[Way]:
    """Every way to answer what is open, the window included; fewest facts first."""
    ways, timing = find_ways(finding.outcome, tuple(Verdict)), finding.provision.timing_fact
    if timing and finding.policy.term.is_stated and finding.case.get(timing) is None:
        ways = join_ways((ways, ({timing: None},)))
    return sorted((way for way in ways if way), key=len)


def _say_what_changes(finding: Finding) -> Iterator[Advice]:
    """Name the smallest change that makes it apply; where only months are short and cannot be had, say that."""
    changes = find_changes(finding.outcome)
    if not changes:
        yield from _say_what_is_too_late(finding)
    elif changes[0].acts:
        yield _say_change(finding, changes[0])
    else:
        yield _say_wait(finding, changes[0])


def _say_change(finding: Finding, change: Change) -> Advice:
    parts = [_say_act(finding, fact, answer) for fact, answer in change.acts.items()]
    if change.wait.months:
        parts.append(_say_anew(finding.case, change.wait) + _say_until(change.wait))
    parts.append(_say_newcomers(change))
    wording = "，并且".join(part for part in parts if part)
    text = f"如果{wording}，{_say_outcome(change.outcome)}。"
    return Advice("change", text, change.answers, change.day, change.outcome.amount)


def _say_wait(finding: Finding, change: Change) -> Advice:
    """Name the day on which waiting alone is enough; where months were typed, the latest one."""
    months, day = change.wait.months, change.day
    if day and _is_typed(change.wait):
        lead = f"如果不间断，最迟到 {spell_date(day)} {_say_months(months)}"
    elif day:
        lead = f"到 {spell_date(day)} {_say_months(months)}"
    else:
        lacking = (
            f"{CATALOGUE[fact].short}再满 {_lacks(finding, fact, number)} 个月" for fact, number in months.items()
        )
        lead = f"在政策期内{'、'.join(lacking)}"
    return Advice("wait", f"{lead}，{_say_outcome(change.outcome)}。", months, day, change.outcome.amount)


def _say_what_is_too_late(finding: Finding) -> Iterator[Advice]:
    """Say of months that alone are short, where they still grow, that the window cannot hold them, or may not."""
    case = finding.case
    if is_over(case):
        return
    spans = {span.months: span for span in finding.provision.spans}
    for way in find_ways(finding.outcome, (Verdict.NO,)):
        if way.keys() - {"as_of"} <= spans.keys():
            for fact, needed in way.items():
                if isinstance(needed, int) and not spans[fact].has_ended(case):
                    yield Advice("wait", _say_too_late(finding, spans[fact], needed))
            return


def _say_too_late(finding: Finding, span: Span, needed: int) -> str:
    """Whether months cannot be complete in the window, or may not: the last one that was typed may be nearly full."""
    case, label, lacking = finding.case, CATALOGUE[span.months].short, _lacks(finding, span.months, needed)
    as_of, end = case.day("as_of"), case.qualifying.window.end
    is_dated = case.day(span.start) is not None and case.get(span.months) is None
    if is_dated or (as_of and end and add_months(as_of, lacking - 1) >= end):
        return f"按所填的，在政策期内{label}到不了 {needed} 个月。"
    return f"{label}还差 {lacking} 个月，政策期内能不能满，要填{CATALOGUE[span.start].short}等才知道。"


def _say_what_more_brings(finding: Finding) -> Iterator[Advice]:
    """The next count at which the sure amount rises by a step of its own: the next tier.

    A sum that is paid once (一次性) is paid for the number there is when it is claimed. The text does not say that
    more people bring more to somebody who has had it, so the advice is for those who have not.
    """
    amount, case = finding.amount, finding.case
    if amount is None or not amount.is_counted:
        return
    for fact, answers in finding.provision.landmarks.items():
        question, given = CATALOGUE[fact], case.given.get(fact)
        if not isinstance(question, Count) or question.is_fixed or not isinstance(given, int):
            continue
        most, rate = _most_to_reach(finding, fact), _find_rate(finding, question, fact, given)
        for answer in sorted(mark for mark in answers if isinstance(mark, int) and given < mark <= most):
            change = _suppose_more(finding, question, fact, answer)
            if change and change.outcome.amount and change.outcome.amount.low > amount.low + rate * (answer - given):
                yield _say_more(finding, question, fact, change)
                break


def _find_rate(finding: Finding, question: Count, fact: str, given: int) -> Fraction:
    """What each one more brings by itself: a tier is worth naming where it brings more than that, months always."""
    if question.grows_alone:
        return ZERO
    one_more = _suppose_more(finding, question, fact, given + 1)
    amount = one_more.outcome.amount if one_more else None
    return ZERO if amount is None or finding.amount is None else max(amount.low - finding.amount.low, ZERO)


def _suppose_more(finding: Finding, question: Count, fact: str, answer: int) -> Change | None:
    if question.grows_alone:
        return Change({fact: answer}, Wait({}, None, finding.suppose({fact: answer})))
    acts = find_acts(finding.case, {fact: answer})
    return reach(finding.outcome, acts) if acts else None


def _say_more(finding: Finding, question: Count, fact: str, change: Change) -> Advice:
    given, answer = finding.case.given.get(fact), change.acts[fact]
    assert isinstance(given, int) and isinstance(answer, int)
    once = "这笔钱只给一次：还没有领的，" if not question.grows_alone and _is_paid_once(finding) else ""
    text = f"{once}{question.more} {answer - given} {question.unit}（共 {answer} {question.unit}）"
    others = [_say_act(finding, other, number) for other, number in change.acts.items() if other != fact]
    text = "，并且".join(part for part in (text, *others, _say_newcomers(change)) if part)
    outcome = change.outcome
    return Advice("more", f"{text}，{_say_outcome(outcome)}。", change.answers, change.day, outcome.amount)


def _is_paid_once(finding: Finding) -> bool:
    """Whether nothing of it comes by the month or the year."""
    words = finding.provision.effect.walk_in_force(finding.case)
    return not any(word.falls_due or (word.rise and word.rise.rhythm) for word in words)


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
    """Name the most that going on can bring, and its day, when the first day is known.

    Where an answer is missing for what comes later, it names that instead of a sum: what is missing is not nothing.
    """
    amount, case = finding.amount, finding.case
    if amount is None or not amount.is_counted or is_over(case):
        return
    for span in finding.provision.spans:
        best: Advice | None = None
        marks = {mark for mark in finding.provision.landmarks.get(span.months, ()) if isinstance(mark, int)}
        for months in sorted({*marks, *span.most_reachable(case)}):
            day = span.completes_on(case, months)
            if day is None or months <= span.measure(case).range.low:
                continue
            then = _go_on(finding, span, months, day)
            more, lead = then.amount, f"如果不间断到 {spell_date(day)}（满 {months} 个月），"
            if more and more.low > (best.amount if best and best.amount else amount).low:
                best = Advice("wait", f"{lead}{_say_all(then)}。", {span.months: months}, day, _find_sum(then))
        if best:
            yield best


def _find_sum(outcome: Outcome) -> Amount | None:
    """The sum that is surely known; None where an answer is missing for it."""
    return None if outcome.missing else outcome.amount


def _say_all(outcome: Outcome) -> str:
    """What all of it comes to, or what has to be answered to know."""
    lacking = "、".join(CATALOGUE[fact].short for fact in outcome.missing)
    return f"可以领得更多；一共多少，填了{lacking}才知道" if lacking else f"一共可领{_say_brings(outcome.amount)}"


def _go_on(finding: Finding, span: Span, months: int, day: date) -> Outcome:
    """The outcome if a stay goes on until a day."""
    typed = {} if finding.case.get(span.months) is None else {span.months: months}
    return finding.suppose({**typed, span.ongoing: True, "as_of": day})


def _say_act(finding: Finding, fact: str, answer: Answer) -> str:
    """A change in words; nothing for a count that only follows another one (its `more` is empty).

    A count that the provision does not ask grows with one that it asks: the same people are not said twice.
    """
    question, given = CATALOGUE[fact], finding.case.given.get(fact)
    if isinstance(question, Count) and not question.more:
        return ""
    if isinstance(question, Count) and fact not in finding.provision.facts:
        return f"{question.short}达到 {question.say(answer)}"
    if isinstance(question, Count) and isinstance(answer, int) and isinstance(given, int):
        return f"{question.more} {answer - given} {question.unit}（{question.short}达到 {answer} {question.unit}）"
    return f"“{question.short}”为“{question.say(answer)}”"


def _say_newcomers(change: Change) -> str:
    """What those taken on only then have to complete; nothing where nothing is."""
    newcomers = change.newcomers
    if newcomers is None or not newcomers.months:
        return ""
    return f"新增的人也要{_say_until(newcomers)}"


def _say_months(months: Mapping[str, int]) -> str:
    """The months to complete: 在职月数满 12 个月."""
    return "、".join(f"{CATALOGUE[fact].short}满 {number} 个月" for fact, number in months.items())


def _say_anew(case: Case, wait: Wait) -> str:
    """That the months count from then on, where as many were given of an earlier stay."""
    given = ((case.get(fact), number) for fact, number in wait.months.items())
    return "从那时起" if any(isinstance(had, int) and had >= number for had, number in given) else ""


def _say_until(wait: Wait) -> str:
    """The months to complete, with the day where it is told; of months that were typed it is the latest one."""
    latest = "最迟" if _is_typed(wait) else ""
    day = f"（不间断的话，{latest}到 {spell_date(wait.day)}）" if wait.day else ""
    return _say_months(wait.months) + day


def _is_typed(wait: Wait) -> bool:
    return any(wait.outcome.case.get(fact) is not None for fact in wait.months)


def _lacks(finding: Finding, fact: str, needed: int) -> int:
    """How many months are short of those needed."""
    spans = {span.months: span for span in finding.provision.spans}
    return needed - int(measure(spans.get(fact, fact), finding.case).range.low)


def _say_outcome(outcome: Outcome) -> str:
    """What it would come to: 就能领 20,000 元."""
    brings = _say_brings(outcome.amount)
    if outcome.status is Status.ELIGIBLE and outcome.amount and outcome.amount.kind is Kind.IN_KIND:
        return "就符合条件"
    if outcome.status is Status.ELIGIBLE:
        return f"就能领{brings}"
    if outcome.status is Status.JUDGEMENT:
        return f"就等主管部门认定{brings}"
    if outcome.missing == ("as_of",) and outcome.provision.timing_fact == "as_of":
        return "就符合条件（要在政策期内）"  # pages suppose a day that advice is not given for
    return "就满足这一条，其余条件还要补充"


def _say_brings(amount: Amount | None) -> str:
    """An amount at the end of a sentence, after its verb."""
    if amount is None or not (amount.is_counted or amount.kind is Kind.NOT_STATED):
        return ""
    if amount.kind is Kind.NOT_STATED:
        return "，金额按规定（本文件未写明）"
    return f" {say_amount(amount)}" if amount.low or amount.high is not None else "，金额还没算出"
