"""Conditions joined: all, any, or either by the reading taken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from calc.rules.case import Case, Step
from calc.rules.condition import Condition
from calc.rules.either import Either
from calc.rules.printed import Tick
from calc.rules.word import ALREADY, Way, join_ways, unique
from calc.values.truth import Verdict, all_of, any_of


@dataclass(frozen=True)
class Joined(Condition, is_kind=True):
    """Several conditions under one phrase."""

    phrase: str
    parts: tuple[Condition, ...]

    def explain(self) -> str:
        """The parts; those that join others another way stand in brackets."""
        return self.joins_by.join(
            f"（{part.explain()}）" if part.joins_by not in ("", self.joins_by) else part.explain()
            for part in self.parts
        )

    def tick_as_one(self) -> Tick:
        """The parts in one line where none of them joins others."""
        return super().tick_as_one() if any(part.joins_by for part in self.parts) else Tick(self.explain())


@dataclass(frozen=True)
class AllOf(Joined):
    """Every part must hold."""

    joins_by = "，并且"

    def judge(self, case: Case) -> Step:
        """不满足 beats 待补充 beats 需认定 beats 满足."""
        return _join(self.phrase, all_of, tuple(part.judge(case) for part in self.parts))

    def list_ticks(self) -> tuple[Tick, ...]:
        """The lines of every part."""
        return tuple(tick for part in self.parts for tick in part.list_ticks())

    def ways(self, case: Case) -> tuple[Way, ...]:
        """One way of each part."""
        return join_ways(part.ways(case) for part in self.parts)


@dataclass(frozen=True)
class AnyOf(Joined):
    """One part is enough."""

    joins_by = "，或者"

    def judge(self, case: Case) -> Step:
        """满足 beats 待补充 beats 需认定 beats 不满足."""
        return _join(self.phrase, any_of, tuple(part.judge(case) for part in self.parts))

    def list_ticks(self) -> tuple[Tick, ...]:
        """A line for each part, below one that asks for any of them."""
        return (Tick("下面至少满足一行：", tuple(part.tick_as_one() for part in self.parts)),)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of any part."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        return tuple(way for part in self.parts for way in part.ways(case))


@dataclass(frozen=True)
class EitherCondition(Either[Condition], Condition):
    """A condition that can be read two ways."""

    def judge(self, case: Case) -> Step:
        """Judge by the reading the case takes."""
        return self.take(case).judge(case)

    def explain(self) -> str:
        """The default reading."""
        return self.default.explain()

    def list_ticks(self) -> tuple[Tick, ...]:
        """The lines of the default reading."""
        return self.default.list_ticks()

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The ways of the reading the case takes."""
        return self.take(case).ways(case)


def _join(phrase: str, join: Callable[[Iterable[Verdict]], Verdict], parts: tuple[Step, ...]) -> Step:
    verdict = join(part.verdict for part in parts)
    open_parts = [part for part in parts if part.verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT)]
    is_open = verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT)
    missing = unique(fact for part in open_parts for fact in part.missing) if is_open else ()
    awaited = unique(fact for part in open_parts for fact in part.awaited) if is_open else ()
    found = "；".join(unique(piece for part in parts for piece in part.found.split("；")))
    return Step(phrase, verdict, found, missing, awaited, parts)
