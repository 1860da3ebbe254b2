"""Changes of answers by which a provision that is refused would apply: those that can still come true, smallest first.

A change takes place on the day asked or later. What it begins anew (the first day of a new job) begins on the day
asked; months that are still short are waited for, inside the window.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calc.engine.outcome import Outcome, weigh
from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import STAYS
from calc.facts.questions import Answer, Choice, Count, Day
from calc.rules.case import Case
from calc.rules.condition import measure
from calc.rules.word import Way, join_ways
from calc.values.dates import add_months, complete_months
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Wait:
    """What waiting comes to: the months to complete, the day on which they are (None: not told), and the outcome."""

    months: Mapping[str, int]
    day: date | None
    outcome: Outcome


@dataclass(frozen=True)
class Change:
    """What to do, and then to wait for. `newcomers` is the wait of those who are only then taken on."""

    acts: Answers
    wait: Wait
    newcomers: Wait | None = None

    @property
    def outcome(self) -> Outcome:
        """What the provision comes to in the end: for those who are new, where they take time."""
        return self.newcomers.outcome if self.newcomers and self.newcomers.months else self.wait.outcome

    @property
    def day(self) -> date | None:
        """The first day on which all of it is reached; None where it is at once, or the dates do not tell."""
        days = [wait.day for wait in (self.wait, self.newcomers) if wait and wait.day]
        return max(days, default=None)

    @property
    def answers(self) -> Answers:
        """The answers that it changes."""
        return {**self.acts, **self.wait.months}


def find_ways(outcome: Outcome, wanted: Collection[Verdict]) -> tuple[Way, ...]:
    """Every way to settle what has one of some verdicts, as the words themselves tell it."""
    case, provision = outcome.case, outcome.provision
    judged = zip(provision.conditions, outcome.judged, strict=True)
    choices = [item.ways(case) for item, step in judged if step.verdict in wanted]
    if outcome.payout.verdict in wanted:
        choices.append(provision.effect.ways(case))
    return join_ways(choices)


def find_changes(outcome: Outcome) -> tuple[Change, ...]:
    """Every change by which it would no longer be refused: fewest facts, then smallest steps, then soonest."""
    case = outcome.case
    wished = dict.fromkeys(tuple(_list_wishes(case, way).items()) for way in find_ways(outcome, (Verdict.NO,)))
    acts = dict.fromkeys(
        tuple(each.items()) for wishes in wished if (each := find_acts(case, dict(wishes))) is not None
    )
    changes = [change for each in acts if (change := reach(outcome, dict(each)))]
    return tuple(sorted(changes, key=lambda change: _size(case, change)))


def reach(outcome: Outcome, acts: Answers) -> Change | None:
    """What comes of doing something, and of waiting for the months that are short after it; None where it cannot be."""
    case = outcome.case
    states = {fact: answer for fact, answer in acts.items() if not isinstance(CATALOGUE[fact], Count)}
    counts = {fact: answer for fact, answer in acts.items() if fact not in states}
    begun = _begin(case, states)
    if is_over(case) or not all(_can_change(case, begun, fact, answer) for fact, answer in acts.items()):
        return None
    wait = _wait(outcome, begun.supposing(counts) if counts else begun)
    adds = any(CATALOGUE[fact].renews for fact in counts)
    newcomers = _wait(outcome, _begin(begun, counts)) if adds else None
    if wait is None or (adds and newcomers is None):
        return None
    return Change({**states, **counts}, wait, newcomers)


def is_over(case: Case) -> bool:
    """Whether nothing can happen in time any more."""
    as_of, end = case.day("as_of"), case.qualifying.window.end
    return as_of is not None and end is not None and as_of > end


def _list_wishes(case: Case, way: Way) -> Answers:
    """What a way asks to be another answer than the one that is told. Wholes come with their parts.

    What a change begins anew is no change of its own: nobody knows yet what it will be.
    """
    told = {fact: answer for fact, answer in way.items() if answer is not None and case.get(fact) is not None}
    renewed = _find_renewed(told)
    return {fact: answer for fact, answer in told.items() if fact not in renewed and not _follows(fact)}


def _find_renewed(acts: Answers) -> set[str]:
    """The facts that begin anew with some acts."""
    return {name for fact in acts for name in CATALOGUE[fact].renews}


def find_acts(case: Case, wishes: Answers) -> Answers | None:
    """What to do for some wishes: to change answers that were given. Months come by waiting.

    None where an answer that nobody can change stands against it.
    """
    acts = case.grounds.forgetting(_find_renewed(wishes)).change(wishes) if case.grounds else wishes
    if acts is None:
        return None
    renewed = _find_renewed(acts)
    return {fact: answer for fact, answer in acts.items() if fact not in renewed and not _grows(fact)}


def _can_change(case: Case, begun: Case, fact: str, answer: Answer) -> bool:
    """Whether somebody can make it so: nothing that is over, and of numbers nothing but more.

    What is fixed no way of a word asks to change.
    """
    question, given = CATALOGUE[fact], case.given.get(fact)
    if question.within and _has_ended(begun, question.within):
        return False
    if isinstance(question, Count):
        return isinstance(given, int) and isinstance(answer, int) and given < answer <= question.most
    return True


def _has_ended(case: Case, fact: str) -> bool:
    """Whether what a fact tells of is denied; or is a year that is not known to last."""
    answer, as_of = case.get(fact), case.day("as_of")
    if isinstance(answer, str):
        return as_of is None or not answer.isdigit() or int(answer) < as_of.year
    return answer is False


def _begin(case: Case, acts: Answers) -> Case:
    """The case once something is done: what it begins anew begins on the day asked, or is open."""
    if not acts:
        return case
    renewed = _find_renewed(acts) - acts.keys()
    stays = [stay for stay in STAYS if stay.start in renewed]
    obsolete = {fact for stay in stays for fact in (stay.months, stay.end) if fact}
    as_of = case.day("as_of")
    days = {fact: as_of for fact in renewed if isinstance(CATALOGUE[fact], Day)} if as_of else {}
    going_on = {stay.ongoing: True for stay in stays}
    return case.replacing(renewed | obsolete, {**days, **going_on, **acts})


def _wait(outcome: Outcome, case: Case) -> Wait | None:
    """What a case comes to once the months that are short are complete; None where something else refuses it."""
    now = weigh(outcome.policy, outcome.provision, case)
    if not now.status.is_refused:
        return Wait({}, None, now)
    if now.timing.absence:
        return None
    for way in find_ways(now, (Verdict.NO,)):
        needed = {fact: number for fact, number in way.items() if isinstance(number, int) and _grows(fact)}
        if all(fact in needed or now.case.get(fact) is None for fact in way if fact != "as_of"):
            wait = _let_pass(now, needed)
            if wait and not wait.outcome.status.is_refused:
                return wait
    return None


def _grows(fact: str) -> bool:
    question = CATALOGUE[fact]
    return isinstance(question, Count) and question.grows_alone


def _let_pass(outcome: Outcome, months: Mapping[str, int]) -> Wait | None:
    """The same some months later; None where these are not complete inside the window."""
    case, as_of = outcome.case.qualifying, outcome.case.day("as_of")
    spans = {span.months: span for span in outcome.provision.spans}
    days, lacking, going_on = [], [0], {}
    for fact, number in months.items():
        span = spans.get(fact)
        if span and span.has_ended(case):
            return None
        if span and case.day(span.start) and case.get(fact) is None:
            day = span.completes_on(case, number)
            if day is None:
                return None
            days.append(day)
            going_on[span.ongoing] = True
        else:
            lacking.append(number - int(measure(span or fact, case).range.low))
    if as_of and max(lacking):
        days.append(case.window.settle(add_months(as_of, max(lacking))))
    day = max(days, default=None)
    if day and (not case.window.contains(day) or (as_of and day <= as_of)):
        return None
    passed = max(*lacking, complete_months(as_of, day) if as_of and day else 0)
    later = {**_age(outcome, passed), **going_on, **({"as_of": day} if day else {})}
    then = weigh(outcome.policy, outcome.provision, outcome.case.supposing(later))
    return Wait(months, day, then)


def _age(outcome: Outcome, months: int) -> dict[str, Answer]:
    """The months that were typed, so many later: those of a stay that has ended stay as they are."""
    case = outcome.case
    ended = {span.months for span in outcome.provision.spans if span.has_ended(case)}
    return {
        fact: given + months
        for fact in outcome.provision.facts
        if _grows(fact) and fact not in ended and isinstance(given := case.given.get(fact), int)
    }


def _size(case: Case, change: Change) -> tuple[int, Fraction, date, Fraction]:
    """How big a change is: the facts to change, by how much, until when; of those alike, what brings most is least."""
    facts = [fact for fact in change.answers if not _follows(fact)]
    steps = sum((_count_steps(case, fact, change.answers[fact]) for fact in facts), Fraction(0))
    amount = change.outcome.amount
    return len(facts), steps, change.day or date.min, -(amount.low if amount else Fraction(0))


def _follows(fact: str) -> bool:
    question = CATALOGUE[fact]
    return isinstance(question, Count) and not question.more


def _count_steps(case: Case, fact: str, answer: Answer) -> Fraction:
    """The steps from the answer given to another one: heads, months, options of a choice; one from no to yes."""
    question, given = CATALOGUE[fact], case.given.get(fact)
    if isinstance(question, Count):
        return Fraction(int(answer) - (given if isinstance(given, int) else 0))  # type: ignore[arg-type]
    if isinstance(question, Choice):
        places = {option: place for place, option in enumerate(question.options)}
        return Fraction(abs(places[str(answer)] - places[str(given)]))
    return Fraction(1)
