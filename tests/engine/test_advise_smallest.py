"""Advice is possible, true and the smallest: compared with every change on small grids.

The grid starts from worked examples that are granted, spoils one to three answers, and tries every change of at most
two others, with up to sixteen months of waiting after it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc.engine.advise import Advice, advise
from calc.engine.assess import assess, open_case
from calc.engine.outcome import Outcome, Status, weigh
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF, Answers
from calc.facts.check import check_facts
from calc.facts.consistency import STAYS
from calc.facts.inference import complete, find_contradictions, find_out
from calc.facts.questions import Answer, Choice, Count, Day, YesNo
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.values.dates import add_months, complete_months
from tests.regions.register import read_own_file

MONTHS = 16
MOST_HEADS = 40
policies = pytest.mark.parametrize("region", POLICIES)
some = settings(max_examples=40, deadline=None)
ATTAINED = (Status.ELIGIBLE, Status.JUDGEMENT)


@cache
def granted(policy: Policy) -> tuple[tuple[Provision, Answers], ...]:
    """The worked examples that are granted, with the provision of each."""
    rows = (row for table in parse_cases(read_own_file("cases", policy.id)) for row in table.rows)
    known = ((policy.provision(row.provision), check_facts(row.facts)) for row in rows)
    return tuple(
        (provision, answers)
        for provision, answers in known
        if ask(policy, provision, answers).status in ATTAINED and provision.payee != "authority"
    )


def ask(policy: Policy, provision: Provision, answers: Answers) -> Outcome:
    """What a provision comes to, by all that the answers tell."""
    found = find_out(answers)
    return weigh(policy, provision, open_case(policy, found.answers, left=found.left))


# The grid


def is_changeable(fact: str) -> bool:
    """Whether somebody may be told to change it. What follows or grows by itself is not told."""
    question = CATALOGUE[fact]
    follows = isinstance(question, Count) and (question.grows_alone or not question.more)
    return isinstance(question, YesNo | Choice | Count) and not question.is_fixed and not follows


def others_of(policy: Policy, fact: str, given: Answer, *, is_coarse: bool = False) -> Iterator[Answer]:
    """Every other answer on the grid; of numbers only more, on a coarse grid those at which a rule tips."""
    question = CATALOGUE[fact]
    if isinstance(question, YesNo):
        yield not given
    elif isinstance(question, Choice):
        yield from (option for option in question.options if option != given)
    elif isinstance(given, int) and is_coarse:
        yield from (mark for mark in policy.landmarks.get(fact, ()) if isinstance(mark, int) and mark > given)
    elif isinstance(given, int):
        yield from range(given + 1, MOST_HEADS + 1)


def spoiled(policy: Policy, fact: str, given: Answer) -> list[Answer]:
    """Other answers that may fail: the other side of yes, another option, less of a number."""
    question = CATALOGUE[fact]
    if isinstance(question, Count) and isinstance(given, int):
        marks = {mark for mark in policy.landmarks.get(fact, ()) if isinstance(mark, int)}
        return sorted({number for mark in (*marks, given) for number in (mark - 1, mark - 2) if 0 <= number < given})
    if isinstance(question, Day) or not isinstance(question, YesNo | Choice):
        return []
    return list(others_of(policy, fact, given))


@dataclass(frozen=True)
class Later:
    """Some answers so many months after something was done, all of it counted by hand."""

    policy: Policy
    provision: Provision
    answers: Answers

    @property
    def end(self) -> date:
        return self.policy.term.end or date(9000, 1, 1)

    def is_possible(self, acts: Answers) -> bool:
        """Whether it can be done on the day asked."""
        as_of = self.answers.get("as_of")
        if isinstance(as_of, date) and as_of > self.end:
            return False
        if find_out({**self.keep(acts), **self.grow(acts), **acts}).conflicts:
            return False
        begun = complete(self.do(acts, newly=False))
        for fact in acts:
            within = CATALOGUE[fact].within
            year = begun.get(within) if isinstance(CATALOGUE.get(within), Choice) else None
            lasts = isinstance(as_of, date) and str(year).isdigit() and as_of.year <= int(str(year))
            if year and not lasts:
                return False
            if within and begun.get(within) is False:
                return False
        return True

    def do(self, acts: Answers, *, newly: bool = True) -> dict[str, Answer]:
        """The answers once it is done; what numbers begin anew holds for those who are new.

        What cannot be true beside what has just begun was true before.
        """
        answers, new = dict(self.answers), {**self.grow(acts), **acts}
        for fact in acts:
            if newly or not isinstance(CATALOGUE[fact], Count):
                for name in CATALOGUE[fact].renews:
                    answers.pop(name, None)
                    if isinstance(CATALOGUE[name], Day) and "as_of" in answers:
                        new.setdefault(name, answers["as_of"])
                    for stay in STAYS:
                        if stay.start == name:
                            answers = {one: it for one, it in answers.items() if one not in (stay.months, stay.end)}
                            new.setdefault(stay.ongoing, True)
        while gone := {fact for each in find_out({**answers, **new}).conflicts for fact in each - new.keys()}:
            answers = {fact: answer for fact, answer in answers.items() if fact not in gone}
        return {**answers, **new}

    def keep(self, acts: Answers) -> dict[str, Answer]:
        """The answers given that do not begin anew."""
        renewed = {name for fact in acts for name in CATALOGUE[fact].renews}
        return {fact: answer for fact, answer in self.answers.items() if fact not in renewed}

    def grow(self, acts: Answers) -> dict[str, Answer]:
        """The wholes that grow with what is done, by as much as the part that grows most."""
        grown: dict[str, Answer] = {}
        for fact, answer in acts.items():
            question, before = CATALOGUE[fact], self.answers.get(fact)
            if isinstance(question, Count) and isinstance(answer, int) and isinstance(before, int):
                whole, others = self.answers.get(question.whole), grown.get(question.whole, 0)
                if isinstance(whole, int) and isinstance(others, int):
                    grown[question.whole] = max(whole + answer - before, others)
        return grown

    def wait(self, answers: dict[str, Answer], months: int, day: date | None = None) -> dict[str, Answer] | None:
        """The answers so many months later, or on a day; None beyond the window."""
        later, told = dict(answers), complete(answers)
        as_of = answers.get("as_of")
        if isinstance(as_of, date):
            then = day or add_months(as_of, months)
            if then == self.end + timedelta(days=1):
                then = self.end
            if then > self.end:
                return None
            later["as_of"] = then
        for span in self.provision.spans:
            if told.get(span.ongoing) is not False and not (span.end and answers.get(span.end)):
                later[span.ongoing] = True
        for fact, answer in answers.items():
            question = CATALOGUE[fact]
            ended = any(stay.months == fact and told.get(stay.ongoing) is False for stay in STAYS)
            if isinstance(question, Count) and question.grows_alone and isinstance(answer, int) and not ended:
                later[fact] = answer + months
        return later

    def come_to(self, acts: Answers, months: int, day: date | None = None) -> Outcome | None:
        """What it comes to, for those who are new too; None where it cannot be.

        Where those who are new take time, what they attain is said: those before them may have more months.
        """
        if not self.is_possible(acts):
            return None
        newcomers = None
        if any(isinstance(CATALOGUE[fact], Count) and CATALOGUE[fact].renews for fact in acts):
            begun = self.wait(self.do(acts), months, day)
            newcomers = self.judge(begun) if begun else None
            if newcomers is None or newcomers.status.is_refused:
                return None
        answers = self.wait(self.do(acts, newly=False), months, day)
        outcome = None if answers is None else self.judge(answers)
        takes_time = outcome and not outcome.status.is_refused and day and "as_of" in self.answers
        return newcomers if newcomers and takes_time else outcome

    def judge(self, answers: Answers) -> Outcome:
        return ask(self.policy, self.provision, answers)

    def needs(self, acts: Answers, months: int) -> bool:
        """Whether every act is needed: none is done only for what it begins anew."""
        done = self.do(acts, newly=False)
        for fact in acts:
            later = self.wait({**done, fact: self.answers[fact]}, months)
            if later is not None and not find_out(later).conflicts and not self.judge(later).status.is_refused:
                return False
        return True

    def soonest(self, acts: Answers, most: int = MONTHS) -> int | None:
        """The fewest months of waiting after which it is no longer refused; None where no waiting helps."""
        grows = any(
            isinstance(question := CATALOGUE[fact], Count) and question.grows_alone for fact in self.provision.facts
        )
        for months in range((most if grows else 0) + 1):
            outcome = self.come_to(acts, months)
            if outcome and not outcome.status.is_refused:
                return months if self.needs(acts, months) else None
        return None


def changes_of(policy: Policy, provision: Provision, answers: Answers, size: int) -> Iterator[Answers]:
    """Every change of so many given answers that bear on what it asks."""
    facts = [fact for fact in answers if fact in provision.bearing and is_changeable(fact)]
    for chosen in combinations(facts, size):
        for values in product(*(others_of(policy, fact, answers[fact], is_coarse=size > 1) for fact in chosen)):
            yield dict(zip(chosen, values, strict=True))


def steps_of(answers: Answers, acts: Answers) -> int:
    """How far a change goes: heads, options, and one from no to yes."""
    return sum(_step(CATALOGUE[fact], answers[fact], answer) for fact, answer in acts.items())


def _step(question: Any, given: Any, answer: Any) -> int:
    if isinstance(question, Choice):
        options = list(question.options)
        return abs(options.index(answer) - options.index(given))
    return answer - given if isinstance(question, Count) else 1


# The questions


@st.composite
def spoiled_questions(draw: st.DrawFn, region: str) -> tuple[str, Answers]:
    """A worked example with one to three answers spoiled, on some day."""
    policy = POLICIES[region]
    provision, answers = draw(st.sampled_from(granted(policy)))
    asked: dict[str, Answer] = dict(answers)
    start, end = policy.term.start, policy.term.end or policy.term.start + timedelta(days=900)
    near = [start + timedelta(days=400), add_months(end, -13), add_months(end, -12), add_months(end, -4)]
    days = [None, *near, end - timedelta(days=20), end, end + timedelta(days=1)]
    if (day := draw(st.sampled_from(days))) and "as_of" not in asked:
        asked["as_of"] = day
    options = {
        fact: found for fact in provision.facts if fact in asked and (found := spoiled(policy, fact, asked[fact]))
    }
    assume(options)
    for fact in draw(st.lists(st.sampled_from(sorted(options)), min_size=1, max_size=3, unique=True)):
        asked[fact] = draw(st.sampled_from(options[fact]))
    assume(not find_contradictions(asked))
    assume(not is_denied_and_told(asked))
    return provision.id, asked


def is_denied_and_told(answers: Answers) -> bool:
    """Whether a course or a certificate that there is not is told of all the same: nothing is advised on that."""
    denied = [
        fact for fact, answer in answers.items() if answer is False and SUBJECT_OF[fact] == SUBJECT_OF["is_trained"]
    ]
    return any(name in answers for fact in denied for name in CATALOGUE[fact].renews)


def advise_on(policy: Policy, provision: Provision, answers: Answers) -> tuple[Advice, ...]:
    return advise(assess(policy, answers).finding(provision.id), answers)


def split(advice: Advice) -> tuple[dict[str, Any], dict[str, Any]]:
    """What advice tells to do, and the months to wait for."""
    acts = {fact: answer for fact, answer in advice.facts.items() if is_changeable(fact)}
    waits: Mapping[str, Any] = {
        fact: answer
        for fact, answer in advice.facts.items()
        if isinstance(question := CATALOGUE[fact], Count) and question.grows_alone
    }
    return acts, dict(waits)


@policies
@some
@given(data=st.data())
def test_no_advice_names_what_nobody_can_change_nor_a_day_too_late(region: str, data: st.DataObject) -> None:
    policy = POLICIES[region]
    name, answers = data.draw(spoiled_questions(region))
    provision = policy.provision(name)
    as_of = answers.get("as_of")
    for advice in advise_on(policy, provision, answers):
        if advice.kind == "answer":
            assert answers.keys().isdisjoint(advice.facts)
            continue
        assert not [fact for fact in advice.facts if CATALOGUE[fact].is_fixed]
        assert not (isinstance(as_of, date) and policy.term.end and as_of > policy.term.end)
        if advice.day:
            assert policy.term.end is None or advice.day <= policy.term.end
            assert not isinstance(as_of, date) or advice.day > as_of
        acts, _ = split(advice)
        assert acts.keys() <= answers.keys()
        counts = [fact for fact in acts if isinstance(CATALOGUE[fact], Count)]
        assert all(acts[fact] > answers[fact] for fact in counts)


@policies
@some
@given(data=st.data())
def test_the_change_advised_grants_and_no_smaller_one_does(region: str, data: st.DataObject) -> None:
    policy = POLICIES[region]
    name, answers = data.draw(spoiled_questions(region))
    provision = policy.provision(name)
    assume(ask(policy, provision, answers).status is Status.INELIGIBLE)
    later = Later(policy, provision, answers)
    told = [item for item in advise_on(policy, provision, answers) if item.facts]
    if not told:
        for size in (0, 1, 2):
            for acts in changes_of(policy, provision, answers, size):
                assert later.soonest(acts) is None, f"{acts} would do, and nothing is advised"
        return
    (advice,) = told
    acts, waits = split(advice)
    months = later.soonest(acts)
    assert months is not None, "following it does not help"
    assert bool(months) is bool(waits) or advice.day
    for size in range(len(acts)):
        for fewer in changes_of(policy, provision, answers, size):
            assert later.soonest(fewer, months) is None, f"{fewer} is enough"
    if len(acts) <= 2:
        for other in changes_of(policy, provision, answers, len(acts)):
            if steps_of(answers, other) < steps_of(answers, acts):
                assert later.soonest(other, months) is None, f"{other} is less"


@policies
@some
@given(data=st.data())
def test_on_the_day_named_it_comes_to_what_was_said_and_not_a_day_earlier(region: str, data: st.DataObject) -> None:
    policy = POLICIES[region]
    name, answers = data.draw(spoiled_questions(region))
    provision = policy.provision(name)
    later = Later(policy, provision, answers)
    for advice in advise_on(policy, provision, answers):
        if advice.day is None or advice.kind == "answer":
            continue
        acts, waits = split(advice)
        reached = later.come_to(acts, _months_until(answers, advice.day), advice.day)
        assert reached is not None
        assert reached.amount == advice.amount
        # Of months that were typed only the latest day is known.
        if waits.keys().isdisjoint(later.do(acts, newly=False)):
            the_day_before = advice.day - timedelta(days=1)
            early = later.come_to(acts, _months_until(answers, the_day_before), the_day_before)
            assert early is None or early.status.is_refused or _low(early) < _low(reached)


@policies
@some
@given(data=st.data())
def test_each_proposal_set_as_facts_and_asked_anew_comes_to_what_was_promised(region: str, data: st.DataObject) -> None:
    policy = POLICIES[region]
    name, answers = data.draw(spoiled_questions(region))
    later = Later(policy, policy.provision(name), answers)
    for advice in advise_on(policy, later.provision, answers):
        if advice.kind == "answer" or not advice.facts:
            continue
        acts, waits = split(advice)
        months = _months_until(answers, advice.day) if advice.day else later.soonest(acts) if waits else 0
        assert months is not None
        begun = [later.wait(later.do(acts, newly=newly), months, advice.day) for newly in (False, True)]
        worlds = [world for world in begun if world is not None]
        assert [find_contradictions(world) for world in worlds] == [{}] * len(worlds)
        amounts = [assess(policy, world).finding(name).amount for world in worlds]
        if advice.amount is None:  # it names what would tell the sum
            assert all(amount and amount.low != amount.high for amount in amounts)
        else:
            assert advice.amount in amounts


def _months_until(answers: Answers, day: date) -> int:
    """The months that pass until a day; the window's last day completes them."""
    as_of = answers.get("as_of")
    return complete_months(as_of, day) if isinstance(as_of, date) else 0


def _low(outcome: Outcome) -> Fraction:
    return outcome.amount.low if outcome.amount else Fraction(0)
