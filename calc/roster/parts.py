"""The parts of a provision, each asked once for each distinct set of what it hangs on: conditions, timing, payment.

What a part hangs on is seen, not declared: it begins with the facts that its words name, and where it reads another one
it is asked again with that, too. A stay is measured once for each distinct set of its dates, and a part that asks for
nothing but its months sees only those: a million first days become some dozens of numbers.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from calc.engine.assess import find_payees
from calc.engine.timing import Timing, judge_timing
from calc.facts.possible import Possible
from calc.facts.questions import Answer
from calc.roster.column import Column, ask_once, fill
from calc.roster.following import NOTHING, State, States
from calc.roster.watched import UndeclaredError, Watched
from calc.rules.case import Case, Measure, Measured, Step, Window
from calc.rules.fields import facts_of, list_asked
from calc.rules.payees import Payee, PayeeBy
from calc.rules.payout import Payout
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.quantities import Span
from calc.rules.word import Word, unique, walk

Part = TypeVar("Part", bound=Hashable)
Measures = tuple[tuple[Window, Measure], ...]
SAMPLE = 64
"""So many rows are asked first: they mostly show all that a part reads."""


@dataclass
class Parts:
    """The parts of a policy's provisions for a table of persons, found when they are first asked for."""

    policy: Policy
    states: States
    rows: int
    others: frozenset[str] = frozenset()
    _known: dict[Hashable, Column[Any]] = field(default_factory=dict)

    def judge(self, place: int) -> Column[Step]:
        """The step of a condition, by its place in the policy, without what was found in words."""
        condition = self.policy.conditions[place]
        return self._find(place, (condition,), lambda case: _strip(condition.judge(case)))

    def judge_timing(self, provision: Provision) -> Column[Timing]:
        """Whether the policy's window holds a provision."""
        under = provision.under if provision.happens else None
        stays = (provision.spans[:1], provision.during, provision.happens, provision.dated_by)
        key = (*stays, provision.outside_term, provision.is_benefit, under and under.clause)

        def judge(case: Case) -> Timing:
            timing = judge_timing(self.policy, provision, case)
            return timing._replace(step=_strip(timing.step))

        return self._find(key, (), judge)

    def pay(self, provision: Provision) -> Column[Payout]:
        """What its effect comes to; steps are kept where they refuse."""

        def pay(case: Case) -> Payout:
            payout = provision.come_to(case)
            return replace(payout, steps=tuple(map(_strip, payout.steps)))

        return self._find(provision.id, (provision.effect,), pay)

    def find_payees(self, provision: Provision) -> Column[tuple[Payee, ...]]:
        """Who is paid, or may be."""
        if not isinstance(provision.payee, PayeeBy):
            return fill((provision.payee,), self.rows)
        fact = provision.payee.fact

        def find(state: State) -> tuple[Payee, ...]:
            return find_payees(provision, {} if state.answer is None else {fact: state.answer})

        return ask_once([self._state(fact)], find, self.rows)

    def _find(self, key: Hashable, words: Iterable[Word], work: Callable[[Case], Part]) -> Column[Part]:
        if key not in self._known:
            self._known[key] = self._ask(words, work)
        return self._known[key]

    def _ask(self, words: Iterable[Word], work: Callable[[Case], Part]) -> Column[Part]:
        asked = [quantity for word in walk(words) for quantity in list_asked(word)]
        spans = unique(each for each in asked if isinstance(each, Span))
        facts = list(unique(fact for each in asked if not isinstance(each, Span) for fact in facts_of(each)))
        measures = [self._measure(span) for span in spans]
        return self._watch(facts, work, spans, measures)

    def _measure(self, span: Span) -> Column[Measures]:
        """The months of a stay in each of the policy's windows, without words."""

        def measure(case: Case) -> Measures:
            windows = unique(
                (case.window, *(each.window for each in (case.qualifying, case.events, case.promised, case.stays)))
            )
            found = ((window, span.measure(replace(case, window=window))) for window in windows)
            return tuple((window, measured._replace(found="")) for window, measured in found)

        key = (span, "measures")
        if key not in self._known:
            self._known[key] = self._watch([], measure)
        return self._known[key]

    def _watch(
        self,
        facts: list[str],
        work: Callable[[Case], Part],
        spans: tuple[Span, ...] = (),
        measures: Iterable[Column[Measures]] = (),
    ) -> Column[Part]:
        """Ask, and ask again with each fact that turns out to be read."""
        measures = list(measures)
        windows = self.policy.term.windows(self.others)

        def ask(*given: Any) -> Part:
            states = dict(zip(facts, given, strict=False))
            told = zip(spans, given[len(facts) :], strict=True)
            measured: Measured = {(span, window): found for span, each in told for window, found in each}
            answers = Watched[Answer]({fact: state.answer for fact, state in states.items()})
            left = Watched[Possible]({fact: _left_of(state) for fact, state in states.items()})
            return work(replace(Case.under(windows, answers, self.others, left), measured=measured))

        for rows in (min(SAMPLE, self.rows), self.rows):
            while True:
                columns: list[Column[Any]] = [*map(self._state, facts), *measures]
                shown = columns if rows == self.rows else [Column(each.codes[:rows], each.values) for each in columns]
                try:
                    found = ask_once(shown, ask, rows)
                    break
                except UndeclaredError as undeclared:
                    facts.append(undeclared.fact)
        return found

    def _state(self, fact: str) -> Column[State]:
        return self.states.get(fact) or fill(NOTHING, self.rows)


def _left_of(state: State) -> Possible | None:
    return state.left if state.answer is None else None


def _strip(step: Step) -> Step:
    """The step without what was found in words: rows that differ in words alone are alike."""
    return step._replace(found="", parts=tuple(map(_strip, step.parts)))
