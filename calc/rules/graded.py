"""Sums by the option chosen: a level, a place, a kind."""

from dataclasses import dataclass, replace

from calc.facts.catalogue import CATALOGUE
from calc.rules.case import Case, Step
from calc.rules.condition import find_one_choice
from calc.rules.effect import Effect
from calc.rules.fields import Fact, Written
from calc.rules.payments import Payment
from calc.rules.payout import Payout, paid, pay_one_of
from calc.rules.printed import BLANK, SPACE, Row, Table
from calc.rules.word import ALREADY, Landmarks, Way, unique
from calc.values.money import ZERO, exactly
from calc.values.truth import Verdict


@dataclass(frozen=True)
class Grade(Payment):
    """What is paid for some options of a choice; `states` are numbers of the phrase that the options name."""

    phrase: str
    options: tuple[str, ...]
    pays: Payment
    states: Written[tuple[int, ...]] = ()

    def come_to(self, case: Case) -> Payout:
        return self.pays.come_to(case).after(*paid(self.phrase, ""))

    def explain(self) -> str:
        return self.pays.explain()

    def say_formula(self) -> str:
        return self.pays.say_formula()


@dataclass(frozen=True)
class Graded(Payment):
    """A sum by the option chosen. Options without a grade must be named in `otherwise`."""

    fact: Fact
    grades: tuple[Grade, ...]
    otherwise: str = ""

    def __post_init__(self) -> None:
        graded = [option for grade in self.grades for option in grade.options]
        every = list(find_one_choice(self._phrases(), self.fact).options)
        twice = sorted({option for option in graded if graded.count(option) > 1})
        if twice or not set(graded) <= set(every):
            raise ValueError(f"grades by {self.fact}: options twice {twice} or unknown {set(graded) - set(every)}")
        if bool(self.otherwise) != (set(graded) != set(every)):
            raise ValueError(f"grades by {self.fact}: say in `otherwise` what holds for {set(every) - set(graded)}")

    def come_to(self, case: Case) -> Payout:
        """The chosen grade's sum; unknown, from the least to the most of all grades that other answers leave."""
        answer = case.get(self.fact)
        for grade in self.grades:
            if answer in grade.options:
                payout = grade.come_to(case)
                chosen = Step(grade.phrase, Verdict.YES, case.say(self.fact))
                return replace(payout, steps=(chosen, *(step for step in payout.steps if step.phrase != grade.phrase)))
        if answer is not None:
            step = Step(self._phrases(), Verdict.NO, f"{case.say(self.fact)}；{self.otherwise}")
            return Payout(exactly(ZERO), Verdict.NO, (step,))
        return self._pay_any(case)

    def _pay_any(self, case: Case) -> Payout:
        left = case.options(self.fact)
        options = frozenset(find_one_choice("", self.fact).options) if left is None else left
        grades = [grade for grade in self.grades if options.intersection(grade.options)]
        graded = {option for grade in grades for option in grade.options}
        payouts = [grade.come_to(case) for grade in grades]
        verdicts = {payout.verdict for payout in payouts}
        if not grades or not options <= graded:
            verdicts.add(Verdict.NO)
        verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN
        if verdict is Verdict.NO:
            refused = Step(self._phrases(), Verdict.NO, case.say_left(self.fact))
            steps = tuple(step for payout in payouts for step in payout.steps) or (refused,)
            return Payout(exactly(ZERO), Verdict.NO, steps)
        decisive = (fact for payout in payouts if payout.verdict is Verdict.UNKNOWN for fact in payout.missing)
        missing = unique((self.fact, *decisive))
        return pay_one_of(payouts, verdict, Step(self._phrases(), verdict, case.say(self.fact), missing))

    def _phrases(self) -> str:
        return "；".join(grade.phrase for grade in self.grades if grade.phrase)

    def ways(self, case: Case) -> tuple[Way, ...]:
        """The chosen grade's ways; another choice where this one has no grade."""
        answer = case.get(self.fact)
        chosen = [grade for grade in self.grades if answer in grade.options]
        if chosen:
            return chosen[0].ways(case)
        if answer is not None and CATALOGUE[self.fact].is_fixed:
            return ()
        if answer is None and not self.otherwise:
            return ALREADY
        return tuple({self.fact: option} for grade in self.grades for option in grade.options)

    def explain(self) -> str:
        return "；".join(f"{self._say_options(grade)}：{grade.explain()}" for grade in self.grades)

    def say_formula(self) -> str:
        """A sum to be looked up."""
        return f"查表得 {BLANK}{SPACE}元"

    def list_tables(self) -> tuple[Table, ...]:
        """One row per grade."""
        rows = tuple(Row(self._say_options(grade), grade.explain(), grade.phrase) for grade in self.grades)
        return (Table(CATALOGUE[self.fact].short, rows, self.otherwise, self.explain()),)

    def parts_in_force(self, case: Case) -> tuple[Effect, ...]:
        return tuple(grade for grade in self.grades if case.get(self.fact) in grade.options)

    def options_of(self, fact: str) -> tuple[str, ...]:
        return tuple(option for grade in self.grades for option in grade.options) if fact == self.fact else ()

    def landmarks(self) -> Landmarks:
        """Every option there is."""
        return {self.fact: tuple(find_one_choice("", self.fact).options)}

    def _say_options(self, grade: Grade) -> str:
        return "、".join(map(CATALOGUE[self.fact].say, grade.options))
