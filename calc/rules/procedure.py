"""What is neither a condition nor a sum: a notice with its days, a duty, a pointer, a form to fill in."""

from dataclasses import dataclass
from datetime import date

from calc.facts.catalogue import CATALOGUE
from calc.rules.case import Case, Step
from calc.rules.fields import Fact, Written
from calc.rules.payout import Payout
from calc.rules.printed import FilledBox, FilledForm
from calc.rules.reading import Reading
from calc.rules.statement import Statement
from calc.rules.word import Word
from calc.values.dates import spell_date
from calc.values.money import IN_KIND
from calc.values.truth import Verdict
from calc.values.working_days import last_working_day


@dataclass(frozen=True)
class Stage(Word):
    """One stage of a procedure: who does what."""

    phrase: str
    text: str


@dataclass(frozen=True)
class Notice(Statement):
    """A procedure whose last stage is a public notice of some working days, by the real Chinese calendar.

    `first_day` is the doubt whether the day the notice starts on counts (default: it does not).
    """

    phrase: str
    start: Fact
    days: Written[int]
    first_day: Reading
    stages: tuple[Stage, ...] = ()
    then: tuple[Stage, ...] = ()

    status_word = "办理程序"
    is_paperwork = True

    def come_to(self, case: Case) -> Payout:
        """The stages, and the last day of the notice where its first is known."""
        steps = [Step(stage.phrase, Verdict.YES, stage.text) for stage in self.stages]
        start = case.day(self.start)
        steps.append(Step(self.phrase, Verdict.YES, self._say_end(case, start)))
        steps += [Step(stage.phrase, Verdict.YES, stage.text) for stage in self.then]
        return Payout(IN_KIND, steps=tuple(steps), missing=() if start else (self.start,))

    def headline(self, case: Case) -> str:
        """The last day of the notice, or what is needed to tell it."""
        start = case.day(self.start)
        last = self.last_day(case, start) if start else None
        return f"公示最后一天：{spell_date(last)}" if last else self._say_end(case, start)

    def explain(self) -> str:
        return "；".join(
            (*(stage.text for stage in self.stages), f"公示 {self.days} 个工作日", *(stage.text for stage in self.then))
        )

    def list_days(self, case: Case) -> tuple[tuple[date, str], ...]:
        """The last day of the notice, where its first is known."""
        start = case.day(self.start)
        last = self.last_day(case, start) if start else None
        return ((last, "公示最后一天"),) if last else ()

    def last_day(self, case: Case, start: date) -> date | None:
        """The last day of the notice by the reading taken; None beyond the calendar that is published."""
        return last_working_day(start, self.days, counts_first=case.takes_other(self.first_day.id))

    def _say_end(self, case: Case, start: date | None) -> str:
        if start is None:
            return f"填了公示开始日期，就能算出 {self.days} 个工作日的最后一天"
        last = self.last_day(case, start)
        if last is None:
            return f"{spell_date(start)} 起 {self.days} 个工作日，超出已公布的工作日历，算不出最后一天"
        return f"{spell_date(start)} 开始公示，最后一天是 {spell_date(last)}"


@dataclass(frozen=True)
class Reminder(Statement):
    """Something that nobody claims by this document; `text` says it in plain words."""

    phrase: str
    text: str

    can_be_claimed = False

    def explain(self) -> str:
        return self.text


@dataclass(frozen=True)
class Duty(Reminder):
    """Something to be done, not something to be had."""

    status_word = "应当做到"

    def headline(self, case: Case) -> str:
        return "这是要做到的事，不是补贴"


@dataclass(frozen=True)
class Pointer(Reminder):
    """A hint at what other rules grant, and where to look: nothing of it is judged here."""

    status_word = "另看规定"

    def headline(self, case: Case) -> str:
        return "给谁、给多少都看其他规定，本计算器不判断"


@dataclass(frozen=True)
class Box(Word):
    """One box of a form: its printed label, and the fact that fills it; without one an authority fills it by hand."""

    phrase: str
    fact: Fact = ""

    def fill(self, case: Case | None) -> FilledBox:
        """The box with the answer that a case knows."""
        answer = case.get(self.fact) if case and self.fact else None
        text = "" if answer is None else CATALOGUE[self.fact].say(answer)
        return FilledBox(self.phrase, text, is_own=bool(self.fact))


@dataclass(frozen=True)
class Form(Statement):
    """A form of the document, as data ready to print, filled with what is known."""

    phrase: str
    boxes: tuple[Box, ...]

    status_word = "申请用表"
    is_paperwork = True

    def come_to(self, case: Case) -> Payout:
        """The form; an empty box is filled in by hand and leaves nothing open."""
        return Payout(IN_KIND, steps=(Step(self.phrase, Verdict.YES, self.headline(case)),))

    def headline(self, case: Case) -> str:
        """How many of the applicant's own boxes are filled."""
        filled = sum(1 for box in self.boxes if box.fact and case.get(box.fact) is not None)
        own = sum(1 for box in self.boxes if box.fact)
        return f"已填 {filled} 栏，共 {own} 栏"

    def explain(self) -> str:
        return "、".join(box.phrase for box in self.boxes)

    def fill_form(self, case: Case | None) -> FilledForm:
        return FilledForm(self.phrase, tuple(box.fill(case) for box in self.boxes))

    @property
    def welcome_facts(self) -> frozenset[str]:
        return self.every_fact
