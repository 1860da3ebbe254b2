"""Payments and conditions as they are worked out on paper: blanks to fill, boxes to tick."""

from fractions import Fraction
from functools import singledispatch

from htpy import Node, li, span, ul

from calc.facts.catalogue import CATALOGUE
from calc.rules.compared import ShareAtLeast
from calc.rules.condition import Condition
from calc.rules.counted import Tiered, Times
from calc.rules.effect import Effect
from calc.rules.graded import Graded
from calc.rules.joined import AllOf, AnyOf, EitherCondition
from calc.rules.payments import EitherPayment, From, Rounded, Sum
from calc.rules.plans import Staff
from calc.rules.sums import Difference, Divided, Given, InKind, Share
from calc.values.money import say_yuan, spell_decimal

BLANK = "________"
SPACE = "\u00a0"
"""Between a blank and its unit: they stay on one line."""
BOX = span(aria_hidden="true")["□"]


@singledispatch
def say_formula(word: Effect) -> str:
    """A payment as a formula with blanks. A word that needs none is said as it explains itself."""
    return word.explain()


@say_formula.register
def _(word: Given) -> str:
    return f"{CATALOGUE[word.fact].short} {BLANK}{SPACE}元"


@say_formula.register
def _(word: Share) -> str:
    return f"{say_formula(word.of)} × {word.percent}%"


@say_formula.register
def _(word: Divided) -> str:
    return f"{say_formula(word.pays)} ÷ {_say_number(word.by)}"


@say_formula.register
def _(word: Difference) -> str:
    return f"（{say_formula(word.of)} − {say_formula(word.less)}）"


@say_formula.register
def _(word: Times) -> str:
    counted = (
        f"（{BLANK}{SPACE}{word.unit} − {word.skips} {word.unit}）" if word.skips else f"{BLANK}{SPACE}{word.unit}"
    )
    limits = [f"每满 {word.per} 个月算一{word.unit}"] if word.per > 1 else []
    limits += [f"最多 {word.most_units} {word.unit}"] if word.most_units else []
    return f"{counted}{_bracket('，'.join(limits))} × {say_formula(word.rate)}"


@say_formula.register
def _(word: Tiered | Graded) -> str:
    return f"查表得 {BLANK}{SPACE}元"


@say_formula.register
def _(word: Rounded) -> str:
    return say_formula(word.pays)


@say_formula.register
def _(word: From) -> str:
    return f"{say_formula(word.pays)}（{word.fund}）"


@say_formula.register
def _(word: Sum) -> str:
    return " ＋ ".join(say_formula(part) for part in word.parts if not isinstance(part, InKind))


@say_formula.register
def _(word: Staff) -> str:
    return f"{word.label} {word.persons} 名 × {say_yuan(word.amount)}"


@say_formula.register
def _(word: EitherPayment) -> str:
    return say_formula(word.default)


@singledispatch
def tick(condition: Condition) -> Node:
    """A condition as a line to tick."""
    return li[BOX, " ", condition.explain()]


@tick.register
def _(condition: AllOf) -> Node:
    return [tick(part) for part in condition.parts]


@tick.register
def _(condition: AnyOf) -> Node:
    return li[BOX, " 下面至少满足一行：", ul(".paper-ticks")[[_tick_together(part) for part in condition.parts]]]


@tick.register
def _(condition: EitherCondition) -> Node:
    return tick(condition.default)


@tick.register
def _(condition: ShareAtLeast) -> Node:
    part, whole = CATALOGUE[condition.part].short, CATALOGUE[condition.whole].short
    return li[
        BOX, f" {part} {BLANK}{SPACE}人 ÷ {whole} {BLANK}{SPACE}人 = {BLANK}{SPACE}%，不少于 {condition.percent}%"
    ]


def _tick_together(condition: Condition) -> Node:
    """One alternative: on one line where it is simple, else with its own lines below."""
    if isinstance(condition, AnyOf | AllOf) and not any(isinstance(part, AllOf | AnyOf) for part in condition.parts):
        return li[BOX, " ", condition.explain()]
    if isinstance(condition, AllOf):
        return li[BOX, " 同时满足：", ul(".paper-ticks")[[tick(part) for part in condition.parts]]]
    return tick(condition)


def _bracket(words: str) -> str:
    return f"（{words}）" if words else ""


def _say_number(number: Fraction) -> str:
    return spell_decimal(number).rstrip("0").rstrip(".") if number.denominator > 1 else str(number)
