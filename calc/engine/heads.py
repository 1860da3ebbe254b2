"""How many of a unit's people count for a provision, group by group, and why the others do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from calc.engine.outcome import Outcome
from calc.facts.catalogue import CATALOGUE
from calc.facts.groups import say_group
from calc.rules.case import Step
from calc.rules.condition import measure
from calc.rules.word import unique
from calc.values.ranges import Range
from calc.values.truth import Verdict

NOBODY = Range(0, 0)


@dataclass(frozen=True, eq=False)
class Group:
    """One group for one provision: its heads, whether they count, and what it comes to if all of the unit's did.

    `asked` are the facts that each person has, `counts_by` is the one that gives the heads.
    """

    number: int
    heads: Range
    verdict: Verdict
    outcome: Outcome
    asked: frozenset[str]
    counts_by: str

    @property
    def counted(self) -> Range:
        """The heads that count: all, none, or any number between."""
        if self.verdict is Verdict.NO:
            return NOBODY
        return self.heads if self.verdict is Verdict.YES else Range(0, self.heads.high)

    @property
    def name(self) -> str:
        """The group by its number, with its heads."""
        return say_group(self.number, int(self.heads.low) if self.heads.is_exact else None)

    @cached_property
    def lacking(self) -> tuple[str, ...]:
        """The facts of its own that are still open."""
        own = self.asked if self.heads.is_exact else {*self.asked, self.counts_by}
        return tuple(fact for fact in (*self.outcome.missing, *self.outcome.awaited) if fact in own)

    @cached_property
    def lacking_of_unit(self) -> tuple[str, ...]:
        """The facts of its unit that are still open for its people; none where they do not count."""
        if self.verdict is Verdict.NO:
            return ()
        return tuple(fact for fact in self.outcome.missing if fact not in self.asked and fact != self.counts_by)

    @cached_property
    def why(self) -> tuple[str, ...]:
        """Why its people do not count: what is short, or what else was found."""
        if self.verdict is not Verdict.NO:
            return ()
        return unique(_list_shortages(self.outcome)) or unique(step.found for step in self.outcome.reasons)


@dataclass(frozen=True, eq=False)
class Heads:
    """The heads of all groups for one provision. `is_each_paid` says whether every head brings a sum of its own."""

    fact: str
    groups: tuple[Group, ...]
    is_each_paid: bool

    @property
    def total(self) -> Range:
        """All heads."""
        return add_heads(group.heads for group in self.groups)

    @property
    def counted(self) -> Range:
        """The heads that count."""
        return add_heads(group.counted for group in self.groups)

    @cached_property
    def sentence(self) -> str:
        """How many count, and of the others why not: 35 人里 28 人算。第 2 批 7 人不算：在职月数还差 2 个月。"""
        others = [_say_apart(group) for group in self.groups if group.verdict is not Verdict.YES or group.lacking]
        if self.total.is_exact and not others:
            return f"{self.total.low} 人都算。"
        return "".join((_say_counted(self.total, self.counted), *others))

    @property
    def step(self) -> Step:
        """The count as a step of the reasoning."""
        return Step("", self.counted.is_at_least(1), self.sentence.removesuffix("。"))


def add_heads(ranges: Iterator[Range]) -> Range:
    """Several numbers in one; without an upper end where one has none."""
    each = tuple(ranges)
    highs = [heads.high for heads in each if heads.high is not None]
    return Range(sum(heads.low for heads in each), sum(highs) if len(highs) == len(each) else None)


def _say_counted(total: Range, counted: Range) -> str:
    whole = f"{total.low} 人里" if total.is_exact else "各批人数还没有填全，"
    if counted.high is None:
        return f"{whole}至少 {counted.low} 人算。" if counted.low else "各批人数还没有填全。"
    return f"{whole} {counted.low} 人算。" if counted.is_exact else f"{whole} {counted.low} 至 {counted.high} 人算。"


def _say_apart(group: Group) -> str:
    if group.verdict is Verdict.NO:
        return f"{group.name}不算：{'；'.join(group.why)}。"
    lacking = group.lacking or group.lacking_of_unit or group.outcome.awaited
    return f"{group.name}还缺{'、'.join(CATALOGUE[fact].short for fact in lacking)}。"


def _list_shortages(outcome: Outcome) -> Iterator[str]:
    """The months that are short of what refused conditions ask, as far as they are known to be."""
    for condition, step in zip(outcome.provision.conditions, outcome.judged, strict=True):
        if step.verdict is Verdict.NO:
            for span, months in condition.list_lasting():
                found = measure(span, outcome.case.qualifying).range
                if found.high is not None and found.high < months:
                    least = "" if found.is_exact else "至少"
                    yield f"{CATALOGUE[span.months].short}{least}还差 {months - found.high} 个月"
