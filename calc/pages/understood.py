"""Say what was understood of an answer that was typed in other words."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from calc.facts.catalogue import CATALOGUE
from calc.facts.forgive import tidy
from calc.facts.questions import Answer, Count, Day, Money
from calc.values.money import say_yuan

_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[, ，](?=\d{3})")


def say_understood(fact: str, typed: object, answer: Answer) -> str:
    """Say a number or a day as it was understood, where its figures were not typed themselves; else empty."""
    question = CATALOGUE[fact]
    is_figure = isinstance(question, Count | Money | Day)
    if not is_figure or _list_figures(typed) == _list_meant(question.spell(answer)):
        return ""
    return say_taken(fact, answer)


def say_taken(fact: str, answer: Answer) -> str:
    """Say what an answer is taken for."""
    said = say_yuan(Fraction(answer)) if isinstance(answer, Decimal) else CATALOGUE[fact].say(answer)
    return f"按 {said} 算" if said[-1].isdecimal() else f"按 {said}算"


def _list_meant(spelled: str) -> list[Decimal]:
    return [Decimal(figure) for figure in _NUMBER.findall(spelled)]


def _list_figures(typed: object) -> list[Decimal]:
    """List the figures typed, box by box."""
    texts = typed.values() if isinstance(typed, Mapping) else (typed,)
    tidied = (_BETWEEN_DIGITS.sub("", str(tidy(text))) for text in texts)
    return [Decimal(figure) for text in tidied for figure in _NUMBER.findall(text)]
