"""Write the words of a declaration as plain data."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from calc.rules.reading import Reading
from calc.rules.word import Rule
from calc.values.dates import spell_date
from calc.values.money import spell_decimal

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
CENTS = 100


def name_kind(kind: type) -> str:
    """The name of a kind of word: within-months."""
    return _CAPITAL.sub("-", kind.__name__).lower()


def write_word(word: object) -> dict[str, Any]:
    """Write a word with its kind, what it says in Chinese, and its own fields as far as they hold anything."""
    said = {"says": word.explain()} if isinstance(word, Rule) else {}
    assert is_dataclass(word)
    held = {field.name: getattr(word, field.name) for field in fields(word)}
    return {"kind": name_kind(type(word)), **said, **write_held(held)}


def write_held(held: Mapping[str, object]) -> dict[str, Any]:
    """Write the values that are there, by name."""
    return {name: write_value(value) for name, value in held.items() if value not in (None, "", ())}


def write_value(value: object) -> Any:
    """Write a value: a reading by its id, for all readings stand in a list of their own."""
    match value:
        case Reading():
            return value.id
        case bool() | int():
            return value
        case str():
            return str(value)
        case date():
            return spell_date(value)
        case Fraction():
            return spell_number(value)
        case tuple():
            return [write_value(item) for item in value]
        case _ if is_dataclass(value):
            return write_word(value)
    raise TypeError(f"{value!r} cannot be written as JSON")


def spell_number(number: Fraction) -> str:
    """Spell a sum or a share exactly: 3000.00, 0.50, or 1/3 where two decimals do not hold it."""
    return spell_decimal(number) if (number * CENTS).denominator == 1 else str(number)
