"""The lines of a review sheet, and the lines that the words of a declaration come to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from calc.facts.catalogue import CATALOGUE
from calc.rules.counted import Cap
from calc.rules.document import Fund
from calc.rules.either import Either
from calc.rules.graded import Graded
from calc.rules.payments import Average
from calc.rules.plans import BudgetLine, Goal, say_bound
from calc.rules.procedure import Box, Stage
from calc.rules.reading import Reading
from calc.rules.tiered import Tiered
from calc.rules.word import Rule, Word, parts_of, unique
from calc.values.money import ZERO, say_yuan

OURS, OTHER = "本计算器的读法", "另一种读法"
NO_DEMAND = "不作要求"


@dataclass(frozen=True)
class Question:
    """A question as the form asks it; one that the same item has asked before has its name alone."""

    name: str
    label: str = ""
    answers: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Line:
    """One line to compare: the words of the text, how they are understood, and the facts that are asked for it.

    `reading` names the reading by which it holds, where there are two.
    """

    phrase: str
    meaning: str
    facts: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    reading: str = ""

    @property
    def understood(self) -> str:
        """How it is understood, and by which reading."""
        return "：".join(filter(None, (self.reading, self.meaning)))


@dataclass(frozen=True)
class Part:
    """The lines of one kind, under its name."""

    name: str
    lines: tuple[Line, ...]


def list_lines(word: Word) -> Iterator[Line]:
    """List a line for a word, and one for each phrase inside it."""
    match word:
        case Either():
            yield from _list_both(word)
        case Tiered() | Graded():
            yield from _list_table(word)
        case _:
            for phrase in word.phrases() or ("",):
                yield Line(phrase, say_word(word), find_facts(word))
            yield from _list_inside(word)


def label_readings(ours: Iterable[Line], others: Iterable[Line]) -> Iterator[Line]:
    """Label the lines of two readings with the reading; what stands in both has no label."""
    ours, others = tuple(ours), tuple(others)
    yield from (line if line in others else label_line(line, OURS) for line in ours)
    yield from (label_line(line, OTHER) for line in others if line not in ours)


def label_line(line: Line, reading: str) -> Line:
    """Say by which reading a line holds, and by which one inside of that; ours inside of ours is said once."""
    if reading == OURS and line.reading.startswith(OURS):
        return line
    return replace(line, reading="里，".join(filter(None, (reading, line.reading))))


def find_facts(word: Word) -> tuple[str, ...]:
    """Find the facts of a word and of the words inside it that have no line of their own."""
    inner = (fact for part in parts_of(word) if not _has_line(part) for fact in find_facts(part))
    return unique((*word.asks(), *inner))


def say_word(word: Word) -> str:
    """Say a word in plain Chinese; empty where its phrase says it all."""
    match word:
        case Rule():
            return word.explain() or NO_DEMAND
        case Cap(length=length):
            return f"最多 {length}"
        case Average(persons=persons, amount=amount):
            return f"{persons} 人，平均每人 {say_yuan(amount)}"
        case Goal(phrase=phrase, label=label, persons=persons, years=years):
            return f"{label}：{'每年' if len(years) > 1 else ''}{say_bound(phrase)} {persons:,} 人"
        case BudgetLine(label=label, figures=figures):
            return f"{label}：{'、'.join(map(say_yuan, figures))}，合计 {say_yuan(sum(figures, ZERO))}"
        case Stage(text=text):
            return text
        case Box(fact=fact):
            return f"表格的一栏，填“{CATALOGUE[fact].short}”" if fact else "表格的一栏，由主管部门填"
    return ""


def _list_both(word: Either[Rule]) -> Iterator[Line]:
    """List both readings, and what stands inside them once; a default that is read two ways says so itself."""
    ours, *more = list_lines(word.default)
    other, *others = list_lines(word.other)
    yield ours if isinstance(word.default, Either) else label_line(ours, OURS)
    yield label_line(other, OTHER)
    yield from label_readings(more, (line for line in others if line != ours))


def _list_table(word: Tiered | Graded) -> Iterator[Line]:
    (table,) = word.list_tables()
    yield Line("", f"按“{table.head}”分档", find_facts(word))
    for part, row in zip(word.inner, table.rows, strict=True):
        yield Line(row.phrase, f"{row.label}：{row.amount}", find_facts(part))
        yield from _list_inside(part)
    if table.rest:
        yield Line("", f"其他情况：{table.rest}")


def _list_inside(word: Word) -> Iterator[Line]:
    for part in parts_of(word):
        yield from list_lines(part) if _has_line(part) else _list_inside(part)


def _has_line(word: Word) -> bool:
    """Whether a word is compared by itself. Readings and funds stand in parts of their own."""
    return not isinstance(word, Reading | Fund) and (bool(word.phrases()) or isinstance(word, Either | Tiered | Graded))
