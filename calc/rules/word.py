"""What every word of the vocabulary can do, and how to walk through the words of a declaration."""

from abc import abstractmethod
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cached_property
from typing import ClassVar, TypeVar

from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Answer, Choices
from calc.rules.case import Case
from calc.rules.conventions import COMPLETE_MONTHS, WINDOW_MONTHS, Convention
from calc.rules.fields import facts_of, list_asked, list_numbers
from calc.rules.quantities import Span

Item = TypeVar("Item", bound=Hashable)

Landmarks = Mapping[str, tuple[Answer, ...]]
"""For each fact, answers around which a result changes."""

Way = Mapping[str, Answer | None]
"""Answers that would make a word hold; None stands for any fitting answer."""

ALREADY: tuple[Way, ...] = ({},)


class Word:
    """A part of a declaration. The types of its fields tell which facts it asks and which numbers its phrase has.

    `rests_on` are the conventions of its kind, apart from those of the spans that it measures.
    """

    rests_on: ClassVar[tuple[Convention, ...]] = ()

    def __init_subclass__(cls, *, is_kind: bool = False) -> None:
        """Refuse a word that leaves open what its kind asks of it; only a kind itself may."""
        super().__init_subclass__()
        left_open = [name for name in dir(cls) if getattr(getattr(cls, name), "__isabstractmethod__", False)]
        if left_open and not is_kind:
            raise TypeError(f"the word {cls.__name__} does not define {', '.join(left_open)}")

    def phrases(self) -> tuple[str, ...]:
        """The operative phrases of the official text that this word reads."""
        phrase = getattr(self, "phrase", "")
        return (phrase,) if phrase else ()

    def numbers(self) -> tuple[Fraction, ...]:
        """The numbers of this word's own rule, as they must stand in its phrase."""
        return list_numbers(self)

    def asks(self) -> tuple[str, ...]:
        """The facts this word itself asks."""
        return tuple(fact for quantity in list_asked(self) for fact in facts_of(quantity))

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The spans of months that this word itself measures."""
        return tuple(quantity for quantity in list_asked(self) if isinstance(quantity, Span))

    @cached_property
    def every_fact(self) -> frozenset[str]:
        """The facts that this word and the words inside it ask."""
        return frozenset(fact for word in walk((self,)) for fact in word.asks())

    def conventions(self) -> tuple[Convention, ...]:
        """The conventions that this word's result rests on."""
        return (*self.rests_on, *((COMPLETE_MONTHS, WINDOW_MONTHS) if self.spans else ()))

    def options_of(self, fact: str) -> tuple[str, ...]:
        """The options of a choice that this word itself names."""
        return ()

    def landmarks(self) -> Landmarks:
        """For each fact that tips this word, the answers around which its result changes."""
        return {}


class Rule(Word, is_kind=True):
    """A word that holds or pays by what was answered: a condition or an effect."""

    @abstractmethod
    def explain(self) -> str:
        """The rule in plain Chinese."""

    @abstractmethod
    def ways(self, case: Case) -> tuple[Way, ...]:
        """The smallest changes of answers that bring it about: one that asks nothing if it holds, none if none can."""


def join_ways(choices: Iterable[tuple[Way, ...]]) -> tuple[Way, ...]:
    """Every way to make several words hold at once: one way of each, where they do not contradict each other."""
    joined = ALREADY
    for ways in choices:
        merged = (_merge(first, second) for first in joined for second in ways)
        joined = tuple(way for way in merged if way is not None)
    return joined


def _merge(first: Way, second: Way) -> Way | None:
    """Both ways in one: of two counts the larger reaches both; two different choices contradict each other.

    Several options of one question can be answered at once.
    """
    merged = dict(first)
    for fact, answer in second.items():
        before = merged.get(fact)
        if before is None or before == answer:
            merged[fact] = answer
        elif _is_count(before) and _is_count(answer):
            merged[fact] = max(before, answer)  # type: ignore[type-var]
        elif answer is not None:
            together = _unite(fact, before, answer)
            if together is None:
                return None
            merged[fact] = together
    return merged


def _unite(fact: str, one: Answer, other: Answer) -> Answer | None:
    """Both answers in one, where the question takes several options at once."""
    question = CATALOGUE[fact]
    if isinstance(question, Choices) and isinstance(one, tuple) and isinstance(other, tuple):
        return question.unite(one, other)
    return None


def _is_count(answer: Answer | None) -> bool:
    return isinstance(answer, int) and not isinstance(answer, bool)


def join_landmarks(every: Iterable[Landmarks]) -> Landmarks:
    """The answers of all landmarks, fact by fact, each once."""
    joined: dict[str, tuple[Answer, ...]] = {}
    for landmarks in every:
        for fact, answers in landmarks.items():
            joined[fact] = unique((*joined.get(fact, ()), *answers))
    return joined


def parts_of(word: object) -> Iterator[Word]:
    """The words directly inside a word, in declared order."""
    if is_dataclass(word) and not isinstance(word, type):
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


def unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in their first order, each once."""
    return tuple(dict.fromkeys(items))
