"""Conditions joined: all, any, or either by the reading taken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from calc.rules.case import Case, Step
from calc.rules.condition import Condition
from calc.rules.reading import Reading
from calc.rules.word import ALREADY, Way, join_ways, unique
from calc.values.truth import Verdict, all_of, any_of


@dataclass(frozen=True)
class AllOf(Condition):
    """Every part must hold."""

    phrase: str
    parts: tuple[Condition, ...]

    def judge(self, case: Case) -> Step:
        """不满足 beats 待补充 beats 需认定 beats 满足."""
        return _join(self.phrase, all_of, tuple(part.judge(case) for part in self.parts))

    def explain(self) -> str:
        """All parts."""
        return "，并且".join(_bracket(part, AnyOf) for part in self.parts)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """One way of each part."""
        return join_ways(part.ways(case) for part in self.parts)


@dataclass(frozen=True)
class AnyOf(Condition):
    """One part is enough."""

    phrase: str
    parts: tuple[Condition, ...]

    def judge(self, case: Case) -> Step:
        """满足 beats 待补充 beats 需认定 beats 不满足."""
        return _join(self.phrase, any_of, tuple(part.judge(case) for part in self.parts))

    def explain(self) -> str:
        """The alternatives."""
        return "，或者".join(_bracket(part, AllOf) for part in self.parts)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of any part."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        return tuple(way for part in self.parts for way in part.ways(case))


@dataclass(frozen=True)
class EitherCondition(Condition):
    """A condition that can be read two ways."""

    reading: Reading
    default: Condition
    other: Condition

    def judge(self, case: Case) -> Step:
        """Judge by the reading the case takes."""
        return (self.other if case.takes_other(self.reading) else self.default).judge(case)

    def explain(self) -> str:
        """The default reading."""
        return self.default.explain()

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of the reading the case takes."""
        return (self.other if case.takes_other(self.reading) else self.default).ways(case)


def _bracket(part: Condition, kind: type[Condition]) -> str:
    """A part in words, set apart where it joins several parts the other way."""
    return f"（{part.explain()}）" if isinstance(part, kind) else part.explain()


def _join(phrase: str, join: Callable[[Iterable[Verdict]], Verdict], parts: tuple[Step, ...]) -> Step:
    verdict = join(part.verdict for part in parts)
    open_parts = [part for part in parts if part.verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT)]
    is_open = verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT)
    missing = unique(fact for part in open_parts for fact in part.missing) if is_open else ()
    awaited = unique(fact for part in open_parts for fact in part.awaited) if is_open else ()
    found = "；".join(unique(piece for part in parts for piece in part.found.split("；")))
    return Step(phrase, verdict, found, missing, awaited, parts)
