"""Conditions joined: all, any, or either by the reading taken."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from calc.rules.case import Case, Step
from calc.rules.condition import Condition, judge
from calc.rules.either import Either
from calc.rules.printed import Tick
from calc.rules.quantities import Span
from calc.rules.word import ALREADY, Way, join_ways, unique
from calc.values.truth import Verdict, all_of, any_of

FIRST_SIGN = ord("①")
OPEN = (Verdict.UNKNOWN, Verdict.JUDGEMENT)


@dataclass(frozen=True)
class Joined(Condition, is_kind=True):
    """Several conditions under one phrase."""

    phrase: str
    parts: tuple[Condition, ...]

    @abstractmethod
    def join(self, verdicts: Iterable[Verdict]) -> Verdict:
        """The verdict of the whole by the verdicts of the parts."""

    def judge(self, case: Case) -> Step:
        """Keep what open parts lack and await, while the whole is open; once it is settled, only what settled it."""
        judged = [judge(part, case) for part in self.parts]
        verdict = self.join(step.verdict for step in judged)
        steps = tuple(step for step in judged if step.verdict is verdict or verdict in OPEN)
        open_steps = [step for step in steps if step.verdict in OPEN]
        missing = unique(fact for step in open_steps for fact in step.missing)
        awaited = unique(fact for step in open_steps for fact in step.awaited)
        found = "；".join(unique(piece for step in steps for piece in step.found.split("；")))
        return Step(self.phrase, verdict, found, missing, awaited, steps)

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

    def join(self, verdicts: Iterable[Verdict]) -> Verdict:
        """不满足 beats 没问清 beats 等认定 beats 满足."""
        return all_of(verdicts)

    def list_ticks(self) -> tuple[Tick, ...]:
        return tuple(tick for part in self.parts for tick in part.list_ticks())

    def ways(self, case: Case) -> tuple[Way, ...]:
        return join_ways(part.ways(case) for part in self.parts)


@dataclass(frozen=True)
class AnyOf(Joined):
    """One part is enough."""

    joins_by = "，或者"

    def explain(self) -> str:
        """The parts, numbered where one of them joins several: a reader does not count brackets."""
        if all(part.joins_by in ("", self.joins_by) for part in self.parts):
            return super().explain()
        return self.joins_by.join(f"{chr(FIRST_SIGN + place)}{part.explain()}" for place, part in enumerate(self.parts))

    def join(self, verdicts: Iterable[Verdict]) -> Verdict:
        """满足 beats 没问清 beats 等认定 beats 不满足."""
        return any_of(verdicts)

    def list_ticks(self) -> tuple[Tick, ...]:
        return (Tick("下面至少满足一行：", tuple(part.tick_as_one() for part in self.parts)),)

    def ways(self, case: Case) -> tuple[Way, ...]:
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        return tuple(way for part in self.parts for way in part.ways(case))


@dataclass(frozen=True)
class EitherCondition(Either[Condition], Condition):
    """A condition that can be read two ways."""

    def judge(self, case: Case) -> Step:
        return judge(self.take(case), case)

    def list_ticks(self) -> tuple[Tick, ...]:
        return self.default.list_ticks()

    def list_lasting(self) -> tuple[tuple[Span, int], ...]:
        return self.default.list_lasting()
