"""Answers as the grounds of others: what follows anew once some of them are supposed, or taken back."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache, cached_property

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint, Reaches
from calc.facts.inference import Completed, find_out
from calc.facts.possible import Possible
from calc.facts.questions import Answer, Count
from calc.values.ranges import Range

DAY_ASKED = "as_of"
"""It joins all days, and so tells nothing of one by way of another."""


@dataclass(frozen=True)
class Grounds:
    """Answers given, and the words by which others can follow from them."""

    given: Answers
    words: tuple[Constraint, ...] = CONSTRAINTS

    @cached_property
    def told(self) -> Completed:
        """The answers given, and all that follows from them."""
        return find_out(self.given, self.words)

    def supposing(self, answers: Answers) -> "Grounds":
        """The same with some answers given or changed: what contradicts them is given no more."""
        grounds = replace(self, given={**self.given, **answers})
        for conflict in grounds.told.conflicts:
            if rivals := conflict - answers.keys():
                return grounds.forgetting(rivals).supposing(answers)
        return grounds

    def forgetting(self, facts: Collection[str]) -> "Grounds":
        """The same with some answers taken back."""
        return replace(self, given={fact: answer for fact, answer in self.given.items() if fact not in facts})

    def change(self, wished: Answers) -> Answers | None:
        """The answers given that have to change for some to be as wished; None where one of them cannot.

        What is wished of an answer that only follows from others, these have to tell: it is not among them. A whole
        grows with its parts, and never without.
        """
        acts = self._grow_wholes(wished)
        while conflicts := find_out({**self.given, **acts}, self.words).conflicts:
            rivals = (fact for fact in CATALOGUE if fact in conflicts[0] and fact not in acts and _can_change(fact))
            if (rival := next(rivals, None)) is None:
                return None
            told = replace(self, given={**self.given, **acts}).forgetting((rival,)).told
            answer = told.answers.get(rival, _find_least(rival, told.left.get(rival)))
            if answer is None:
                return None
            acts = self._grow_wholes({**acts, rival: answer})
        return {fact: answer for fact, answer in acts.items() if fact in self.given}

    def _grow_wholes(self, acts: Answers) -> dict[str, Answer]:
        """The acts, and the wholes that grow with their parts by as much."""
        grown = dict(acts)
        for fact, answer in acts.items():
            question, part = CATALOGUE[fact], self.given.get(fact)
            if isinstance(question, Count) and isinstance(answer, int) and isinstance(part, int):
                whole, more = self.given.get(question.whole), grown.get(question.whole, 0)
                if isinstance(whole, int) and isinstance(more, int):
                    grown[question.whole] = max(whole + answer - part, more)
        return grown


@cache
def find_bearing(facts: frozenset[str]) -> frozenset[str]:
    """The facts whose answers bear on those of some facts, directly or by way of others."""
    reached, tied = facts, frozenset(facts)
    while tied:
        links = (link for word in CONSTRAINTS for link in word.links if not tied.isdisjoint(link - {DAY_ASKED}))
        tied = frozenset[str]().union(*links) - reached
        reached |= tied
    return reached


@cache
def find_words(facts: frozenset[str]) -> tuple[Constraint, ...]:
    """The words that tell one of some facts by another, and of what reaches many only that it reaches these."""
    words = (word for word in CONSTRAINTS if any(link <= facts for link in word.links))
    return tuple(
        replace(word, others=tuple(other for other in word.others if other in facts))
        if isinstance(word, Reaches)
        else word
        for word in words
    )


def _can_change(fact: str) -> bool:
    """Whether an answer can become another one by itself: no whole does, and nothing that is fixed."""
    question = CATALOGUE[fact]
    return not question.is_fixed and not (isinstance(question, Count) and not question.more)


def _find_least(fact: str, left: Possible | None) -> Answer | None:
    """The least number that is left; nothing tells a day, a sum or one of several options."""
    return int(left.low) if isinstance(left, Range) and isinstance(CATALOGUE[fact], Count) else None
