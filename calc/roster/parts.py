"""The parts of a provision, each asked once for each distinct set of what it hangs on: conditions, timing, payment.

What a part hangs on is seen, not declared: where it reads something it is asked again with that. So a condition inside
another one is a part of its own, and so is a stay, measured once for each distinct set of its dates: what asks for
nothing but its months sees only those, and a million first days become some dozens of numbers.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, TypeVar

from calc.engine.assess import find_payees
from calc.engine.timing import Timing, judge_timing
from calc.roster.alike import Combined, Key, ask_alike
from calc.roster.column import Column, ask_once, fill
from calc.roster.following import NOTHING, State, States
from calc.roster.memory import Kept, Memory
from calc.roster.stays import tell_stays_apart
from calc.roster.watched import Found, Quantity, Read, UnputError, WatchedRow
from calc.rules.case import Case, Place, Step, Windows
from calc.rules.condition import Condition
from calc.rules.payees import Payee, PayeeBy
from calc.rules.payout import Payout
from calc.rules.policy import Policy
from calc.rules.provision import Provision
from calc.rules.quantities import Span

Part = TypeVar("Part", bound=Hashable)
TellApart = Callable[[Sequence[Read], Sequence[Combined]], Sequence[Key]]
SAMPLE = 64
"""So many rows are asked first: they mostly show all that a part reads."""


@dataclass
class Parts:
    """The parts of a policy's provisions for a table of persons, found when they are first asked for."""

    policy: Policy
    states: States
    rows: int
    others: frozenset[str] = frozenset()
    memory: Memory = field(default_factory=Memory)
    _known: dict[Hashable, Column[Any]] = field(default_factory=dict)

    @cached_property
    def under(self) -> Hashable:
        """What all answers hang on beside the rows: the policy, and which reading is taken."""
        return (self.policy, self.others)

    @cached_property
    def _windows(self) -> Windows:
        return self.policy.term.windows(self.others)

    def judge(self, condition: Condition) -> Column[Step]:
        """The step of a condition, without what was found in words."""
        return self._find(condition, lambda case: _strip(condition.judge(case)))

    def judge_timing(self, provision: Provision) -> Column[Timing]:
        """Whether the policy's window holds a provision."""
        under = provision.under if provision.happens else None
        stays = (provision.spans[:1], provision.during, provision.happens, provision.dated_by)
        key = (*stays, provision.outside_term, provision.is_benefit, under and under.clause)

        def judge(case: Case) -> Timing:
            timing = judge_timing(self.policy, provision, case)
            return timing._replace(step=_strip(timing.step))

        return self._find(key, judge)

    def pay(self, provision: Provision) -> Column[Payout]:
        """What its effect comes to; steps are kept where they refuse."""

        def pay(case: Case) -> Payout:
            payout = provision.come_to(case)
            return replace(payout, steps=tuple(map(_strip, payout.steps)))

        return self._find(provision, pay)

    def find_payees(self, provision: Provision) -> Column[tuple[Payee, ...]]:
        """Who is paid, or may be."""
        if not isinstance(provision.payee, PayeeBy):
            return fill((provision.payee,), self.rows)
        fact = provision.payee.fact

        def find(state: State) -> tuple[Payee, ...]:
            return find_payees(provision, {} if state.answer is None else {fact: state.answer})

        return ask_once([self._read(fact)], find, self.rows)

    def counting(self, fact: str, heads: Column[State]) -> "Parts":
        """The same parts with so many heads in each row, whatever was answered."""
        return Parts(self.policy, {**self.states, fact: heads}, self.rows, self.others, self.memory)

    def measure(self, quantity: Quantity) -> Column[Found]:
        """What a quantity comes to in each of the policy's windows, and how a stay lies to them, without words."""
        windows = self._windows.every

        def measure(case: Case) -> Found:
            cases = [case if window == case.window else replace(case, window=window) for window in windows]
            return tuple(
                (case.window, quantity.measure(case)._replace(found=""), _place(quantity, case)) for case in cases
            )

        def tell_apart(span: Span, reads: Sequence[Read], combined: Sequence[Combined]) -> list[Key]:
            return [*tell_stays_apart(span, windows, dict(zip(reads, combined, strict=True)), self.memory)]

        alike = partial(tell_apart, quantity) if isinstance(quantity, Span) else None
        return self._find((quantity, "measured"), measure, alike)

    def _find(self, key: Hashable, work: Callable[[Case], Part], tell_apart: TellApart | None = None) -> Column[Part]:
        if key not in self._known:
            self._known[key] = self._ask((self.under, key), work, tell_apart)
        return self._known[key]

    def _ask(self, part: Hashable, work: Callable[[Case], Part], tell_apart: TellApart | None) -> Column[Part]:
        """Ask, and ask again with each thing that turns out to be read."""
        reads: list[Read] = self.memory.note(part).setdefault("reads", [])
        row = WatchedRow(self._windows, self.others, reads)

        def ask(*given: Any) -> Part:
            return work(row.put(given))

        if not reads:
            self._repeat(reads, lambda columns: ask_once(_cut(columns), ask, min(self.rows, SAMPLE)))

        def ask_all(columns: Sequence[Column[Any]]) -> Column[Part]:
            kept = Kept(self.memory, (part, len(reads)))
            if tell_apart is None:
                return ask_once(columns, ask, self.rows, kept)
            return ask_alike(columns, partial(tell_apart, reads), ask, self.rows, kept)

        return self._repeat(reads, ask_all)

    def _repeat(self, reads: list[Read], ask: Callable[[Sequence[Column[Any]]], Column[Part]]) -> Column[Part]:
        while True:
            try:
                return ask([*map(self._read, reads)])
            except UnputError as error:
                reads.append(error.read)

    def _read(self, read: Read) -> Column[Any]:
        if isinstance(read, str):
            return self.states.get(read) or self._unknown
        return self.judge(read) if isinstance(read, Condition) else self.measure(read)

    @cached_property
    def _unknown(self) -> Column[State]:
        return fill(NOTHING, self.rows)


def _cut(columns: Sequence[Column[Any]]) -> list[Column[Any]]:
    """The first rows of some columns."""
    return [Column(column.codes[:SAMPLE], column.values) for column in columns]


def _place(quantity: Quantity, case: Case) -> Place | None:
    return quantity.place(case) if isinstance(quantity, Span) else None


def _strip(step: Step) -> Step:
    """The step without what was found in words: rows that differ in words alone are alike."""
    return step._replace(found="", parts=tuple(map(_strip, step.parts))) if step.found or step.parts else step
