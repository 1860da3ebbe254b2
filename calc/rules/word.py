"""What every word of the vocabulary can do, and how to walk through the words of a declaration."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import ClassVar

from calc.questions import Answer

Way = Mapping[str, Answer | None]
"""Answers that would make a word hold; None stands for any fitting answer."""

ALREADY: tuple[Way, ...] = ({},)


class Word:
    """A part of a declaration. Each word knows the phrase it reads, the facts it asks, and where answers tip it."""

    is_word: ClassVar[bool] = True

    def phrases(self) -> tuple[str, ...]:
        """The operative phrases of the official text that this word reads."""
        phrase = getattr(self, "phrase", "")
        return (phrase,) if phrase else ()

    def numbers(self) -> tuple[Fraction, ...]:
        """The numbers of this word's own rule, as they must stand in its phrase."""
        return ()

    def asks(self) -> tuple[str, ...]:
        """The facts this word itself asks."""
        return ()

    def landmarks(self) -> Mapping[str, tuple[Answer, ...]]:
        """For each fact asked, answers around which this word's result changes."""
        return {}


def join_ways(choices: Iterable[tuple[Way, ...]]) -> tuple[Way, ...]:
    """Every way to make several words hold at once: one way of each, where they do not contradict each other."""
    joined = ALREADY
    for ways in choices:
        joined = tuple(
            {**first, **second}
            for first in joined
            for second in ways
            if all(first.get(fact, answer) == answer for fact, answer in second.items())
        )
    return joined


def parts_of(word: Word) -> Iterator[Word]:
    """The words directly inside a word, in declared order."""
    if is_dataclass(word):
        for field in fields(word):
            value = getattr(word, field.name)
            for item in value if isinstance(value, tuple) else (value,):
                if isinstance(item, Word):
                    yield item


def walk(words: Iterable[Word]) -> Iterator[Word]:
    """Every word of a declaration, outer before inner, in the document's order."""
    for word in words:
        yield word
        yield from walk(parts_of(word))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names in their first order, each once."""
    return tuple(dict.fromkeys(names))
