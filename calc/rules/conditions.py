"""Conditions: words that judge a case and say what they found."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from calc.case import Case, Measure, Step
from calc.conventions import COMPLETE_MONTHS, INCLUSIVE, WINDOW_MONTHS, Convention
from calc.dates import add_months, spell_date
from calc.facts import CATALOGUE
from calc.money import spell_decimal
from calc.questions import Answer, Choice
from calc.rules.quantities import Span
from calc.rules.reading import Reading
from calc.rules.units import Length, count_of, written_in
from calc.rules.word import ALREADY, Way, Word, join_ways, unique
from calc.truth import Verdict, all_of, any_of, yes_if

Quantity = str | Span


def measure(quantity: Quantity, case: Case) -> Measure:
    """The number a quantity has in a case: a fact's answer, or the months of a span."""
    if isinstance(quantity, Span):
        return quantity.measure(case)
    number = case.number(quantity)
    return Measure(number, case.say(quantity), () if number.is_exact else (quantity,))


def facts_of(quantity: Quantity) -> tuple[str, ...]:
    """The facts a quantity is found from."""
    return quantity.facts if isinstance(quantity, Span) else (quantity,)


def counted_fact(quantity: Quantity) -> str:
    """The fact that gives a quantity directly."""
    return quantity.months if isinstance(quantity, Span) else quantity


def conventions_of(quantity: Quantity) -> tuple[Convention, ...]:
    """How a quantity is counted."""
    return (COMPLETE_MONTHS, WINDOW_MONTHS) if isinstance(quantity, Span) else ()


def ways_to_reach(quantity: Quantity, least: int, case: Case) -> tuple[Way, ...]:
    """The number itself; or, of a span whose first day is given, the days still open."""
    measured, fact = measure(quantity, case), counted_fact(quantity)
    if measured.range.low >= least:
        return ALREADY
    if isinstance(quantity, Span) and case.day(quantity.start) and not measured.range.is_exact:
        return (dict.fromkeys(measured.missing),)
    return () if CATALOGUE[fact].is_fixed and measured.range.is_exact else ({fact: least},)


class Condition(Word):
    """A word that is met, not met, unanswered, or for an authority to decide."""

    @abstractmethod
    def judge(self, case: Case) -> Step:
        """Judge a case; the step says what was found and what is missing."""

    @abstractmethod
    def explain(self) -> str:
        """The condition in plain Chinese."""

    @abstractmethod
    def ways(self, case: Case) -> tuple[Way, ...]:
        """The smallest changes of answers that make it hold: one that asks nothing if it holds, none if nothing can."""


@dataclass(frozen=True)
class Holds(Condition):
    """A yes/no fact must be answered yes, or as `wanted`.

    `states` are numbers of the phrase that the question itself contains.
    """

    phrase: str
    fact: str
    states: tuple[int, ...] = ()
    wanted: bool = True

    def __post_init__(self) -> None:
        question = CATALOGUE[self.fact].label
        if lost := [number for number in self.states if str(number) not in question]:
            raise ValueError(f"{self.phrase!r}: the question {question!r} does not say {lost}")

    def judge(self, case: Case) -> Step:
        """Met by the answer wanted, not met by the other."""
        answer = case.get(self.fact)
        verdict = yes_if(answer is self.wanted if isinstance(answer, bool) else None)
        missing = (self.fact,) if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, case.say(self.fact), missing)

    def explain(self) -> str:
        """The fact's short name."""
        short = CATALOGUE[self.fact].short
        return short if self.wanted else f"不属于“{short}”"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The answer wanted."""
        return _ways_to_answer(case, self.fact, (self.wanted,))

    def numbers(self) -> tuple[Fraction, ...]:
        """The numbers that the question contains."""
        return tuple(map(Fraction, self.states))

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Both answers."""
        return {self.fact: (True, False)}


@dataclass(frozen=True)
class Judged(Condition):
    """An authority decides: without its decision the condition is open to judgement, not unanswered."""

    phrase: str
    fact: str

    def judge(self, case: Case) -> Step:
        """Met or not by the authority's decision; 需认定 before it."""
        answer = case.get(self.fact)
        if isinstance(answer, bool):
            return Step(self.phrase, yes_if(answer), case.say(self.fact))
        found = f"{CATALOGUE[self.fact].short}：由主管部门认定"
        return Step(self.phrase, Verdict.JUDGEMENT, found, awaited=(self.fact,))

    def explain(self) -> str:
        """What is decided, and by whom."""
        return f"{CATALOGUE[self.fact].short}（由主管部门认定）"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """A favourable decision."""
        return _ways_to_answer(case, self.fact, (True,))

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Both decisions."""
        return {self.fact: (True, False)}


@dataclass(frozen=True)
class Is(Condition):
    """A choice must be one of the options."""

    phrase: str
    fact: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        question = CATALOGUE[self.fact]
        unknown = [option for option in self.options if option not in getattr(question, "options", {})]
        if unknown:
            raise ValueError(f"{self.phrase!r}: {self.fact} has no option {unknown}")

    def judge(self, case: Case) -> Step:
        """Met by any of the options."""
        answer = case.get(self.fact)
        verdict = yes_if(None if answer is None else answer in self.options)
        missing = (self.fact,) if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, case.say(self.fact), missing)

    def explain(self) -> str:
        """The fact and its options."""
        question = CATALOGUE[self.fact]
        return f"{question.short}为" + "、".join(question.say(option) for option in self.options)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Any of the options."""
        return _ways_to_answer(case, self.fact, self.options)

    def asks(self) -> tuple[str, ...]:
        """The fact."""
        return (self.fact,)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """Every option there is."""
        question = CATALOGUE[self.fact]
        return {self.fact: tuple(question.options) if isinstance(question, Choice) else ()}


@dataclass(frozen=True)
class AtLeast(Condition):
    """A quantity must reach a number; 以上 includes the number itself (Civil Code, article 1259)."""

    phrase: str
    quantity: Quantity
    least: int | Length

    def judge(self, case: Case) -> Step:
        """Met when even the least the quantity could be reaches the number."""
        measured = measure(self.quantity, case)
        verdict = measured.range.is_at_least(count_of(self.least))
        missing = measured.missing if verdict is Verdict.UNKNOWN else ()
        return Step(self.phrase, verdict, measured.found, missing)

    def explain(self) -> str:
        """The fact and the number."""
        question = CATALOGUE[counted_fact(self.quantity)]
        return f"{question.short}不少于 {question.say(count_of(self.least))}"

    def conventions(self) -> tuple[Convention, ...]:
        """以上 includes the number; months are counted as the span counts them."""
        return (INCLUSIVE, *conventions_of(self.quantity))

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Reach the number."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        return ways_to_reach(self.quantity, count_of(self.least), case)

    def numbers(self) -> tuple[Fraction, ...]:
        """The number as written."""
        return (Fraction(written_in(self.least)),)

    def asks(self) -> tuple[str, ...]:
        """The facts the quantity is found from."""
        return facts_of(self.quantity)

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """The number itself and the one below."""
        least = count_of(self.least)
        return {counted_fact(self.quantity): (least, max(least - 1, 0))}


@dataclass(frozen=True)
class ShareAtLeast(Condition):
    """One count must be at least a percentage of another."""

    phrase: str
    part: str
    whole: str
    percent: int

    def judge(self, case: Case) -> Step:
        """Compared exactly, without division: part × 100 against whole × percent."""
        part, whole = case.number(self.part), case.number(self.whole)
        surely = whole.high is not None and part.low * 100 >= whole.high * self.percent
        possibly = part.high is None or part.high * 100 >= whole.low * self.percent
        verdict = Verdict.YES if surely else Verdict.UNKNOWN if possibly else Verdict.NO
        missing = tuple(fact for fact in (self.part, self.whole) if case.get(fact) is None)
        found = f"{case.say(self.part)}；{case.say(self.whole)}"
        if part.is_exact and whole.is_exact and whole.low:
            found += f"；占 {spell_decimal(Fraction(part.low) / Fraction(whole.low) * 100)}%"
        return Step(self.phrase, verdict, found, missing if verdict is Verdict.UNKNOWN else ())

    def explain(self) -> str:
        """The two facts and the percentage."""
        return f"{CATALOGUE[self.part].short}占{CATALOGUE[self.whole].short}不少于 {self.percent}%"

    def conventions(self) -> tuple[Convention, ...]:
        """The number itself counts."""
        return (INCLUSIVE,)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Take on k more, who then belong to the staff too: the smallest k with (h + k) × 100 ≥ p × (n + k)."""
        if self.judge(case).verdict is Verdict.YES:
            return ALREADY
        part, whole = case.number(self.part), case.number(self.whole)
        if not (part.is_exact and whole.is_exact):
            return ({fact: None for fact in (self.part, self.whole) if case.get(fact) is None},)
        lacking = whole.low * self.percent - part.low * 100
        more = int(-(-lacking // (100 - self.percent)))
        return ({self.part: int(part.low) + more, self.whole: int(whole.low) + more},)

    def numbers(self) -> tuple[Fraction, ...]:
        """The percentage as a fraction."""
        return (Fraction(self.percent, 100),)

    def asks(self) -> tuple[str, ...]:
        """Both counts."""
        return (self.part, self.whole)


@dataclass(frozen=True)
class SameYear(Condition):
    """Two days must lie in the same calendar year (当年)."""

    phrase: str
    day: str
    as_of: str

    def judge(self, case: Case) -> Step:
        """Met when both days are known and share the year."""
        day, as_of = case.day(self.day), case.day(self.as_of)
        missing = tuple(fact for fact in (self.day, self.as_of) if case.get(fact) is None)
        verdict = yes_if(day.year == as_of.year if day and as_of else None)
        return Step(self.phrase, verdict, f"{case.say(self.day)}；{case.say(self.as_of)}", missing)

    def explain(self) -> str:
        """The two facts."""
        return f"{CATALOGUE[self.day].short}与{CATALOGUE[self.as_of].short}在同一年"

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Fitting days, where one is still open; days that have passed cannot be changed."""
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()

    def asks(self) -> tuple[str, ...]:
        """Both days."""
        return (self.day, self.as_of)


@dataclass(frozen=True)
class WithinMonths(Condition):
    """A day must follow another one within some months, the last day included (以内)."""

    phrase: str
    since: str
    day: str
    length: Length

    def judge(self, case: Case) -> Step:
        """Met from the first day up to the same day so many months later."""
        since, day = case.day(self.since), case.day(self.day)
        missing = tuple(fact for fact in (self.since, self.day) if case.get(fact) is None)
        found = f"{case.say(self.since)}；{case.say(self.day)}"
        if since and day:
            last = add_months(since, self.length.count)
            return Step(self.phrase, yes_if(since <= day <= last), f"{found}；期限到 {spell_date(last)}")
        return Step(self.phrase, Verdict.UNKNOWN, found, missing)

    def explain(self) -> str:
        """The two facts and the length."""
        return f"{CATALOGUE[self.day].short}在{CATALOGUE[self.since].short}之后 {self.length}内"

    def conventions(self) -> tuple[Convention, ...]:
        """The number itself counts."""
        return (INCLUSIVE,)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """Fitting days, where one is still open; days that have passed cannot be changed."""
        step = self.judge(case)
        if step.verdict is Verdict.UNKNOWN:
            return (dict.fromkeys(step.missing),)
        return ALREADY if step.verdict is Verdict.YES else ()

    def numbers(self) -> tuple[Fraction, ...]:
        """The length as written."""
        return (Fraction(self.length.written),)

    def asks(self) -> tuple[str, ...]:
        """Both days."""
        return (self.since, self.day)


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


def _ways_to_answer(case: Case, fact: str, answers: tuple[Answer, ...]) -> tuple[Way, ...]:
    given = case.get(fact)
    if given is not None and given in answers:
        return ALREADY
    if given is not None and CATALOGUE[fact].is_fixed:
        return ()
    return tuple({fact: answer} for answer in answers)


def _join(phrase: str, join: Callable[[Iterable[Verdict]], Verdict], parts: tuple[Step, ...]) -> Step:
    verdict = join(part.verdict for part in parts)
    open_parts = [part for part in parts if part.verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT)]
    is_open = verdict in (Verdict.UNKNOWN, Verdict.JUDGEMENT)
    missing = unique(fact for part in open_parts for fact in part.missing) if is_open else ()
    awaited = unique(fact for part in open_parts for fact in part.awaited) if is_open else ()
    found = "；".join(unique(part.found for part in parts))
    return Step(phrase, verdict, found, missing, awaited, parts)
