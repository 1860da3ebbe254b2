"""Answers that cannot all be true, or hardly can: what they say against each other, and what would settle it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.questions import Answer, YesNo

Changes = Mapping[str, Answer | None]
"""Answers to give in place of others; None takes an answer back."""


class Way(NamedTuple):
    """A way to settle a contradiction, in words."""

    words: str
    changes: Changes


@dataclass(frozen=True)
class Contradiction:
    """Some facts whose answers contradict each other, a sentence that asks about it, and the ways to settle it.

    The sentence stands at every fact. Where one of them has to give way, the last one does. `needless` are those that
    need no answer beside the others.
    """

    facts: tuple[str, ...]
    sentence: str
    needless: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()

    def list_candidates(self, answers: Answers) -> tuple[Way, ...]:
        """List the changes that may settle it: the other answer to a yes/no question, and nothing for the needless."""
        turned = [_turn(fact, not answers[fact]) for fact in self.facts if isinstance(CATALOGUE[fact], YesNo)]
        return (*turned, *([_take_back(self.needless)] if self.needless else ()))

    def offering(self, ways: Iterable[Way]) -> "Contradiction":
        """The same with the ways to settle it."""
        return replace(self, ways=tuple(ways))


def change(answers: Answers, changes: Changes) -> dict[str, Answer]:
    """The answers after some changes."""
    changed = {**answers, **changes}
    return {fact: answer for fact, answer in changed.items() if answer is not None}


def say_answer(fact: str, answers: Answers) -> str:
    """An answer with its question: 签订合同：是."""
    return f"{CATALOGUE[fact].short}：{CATALOGUE[fact].say(answers[fact])}"


def name_answers(facts: Iterable[str], answers: Answers) -> str:
    """Some answers with their questions: “签订合同：是”、“合同月数：12 个月”."""
    return "、".join(f"“{say_answer(fact, answers)}”" for fact in facts)


def _turn(fact: str, answer: bool) -> Way:
    return Way(f"把“{CATALOGUE[fact].short}”改为“{CATALOGUE[fact].say(answer)}”", {fact: answer})


def _take_back(facts: Iterable[str]) -> Way:
    names = "、".join(f"“{CATALOGUE[fact].short}”" for fact in facts)
    return Way(f"去掉{names}", dict.fromkeys(facts))
