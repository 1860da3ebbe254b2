"""Answers that cannot all be true, or hardly can: what they say against each other, and what would settle it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE, Answers, say_question
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


def name_answers(facts: Iterable[str], answers: Answers) -> str:
    """Some answers behind their questions: “签订劳动合同了吗？是”、“劳动合同期限是几个月？12 个月”."""
    return "、".join(f"“{say_question(fact)}{CATALOGUE[fact].say(answers[fact])}”" for fact in facts)


def _turn(fact: str, answer: bool) -> Way:
    return Way(f"把“{say_question(fact)}”改为“{CATALOGUE[fact].say(answer)}”", {fact: answer})


def _take_back(facts: Iterable[str]) -> Way:
    names = "、".join(f"“{say_question(fact)}”" for fact in facts)
    return Way(f"去掉{names}的回答", dict.fromkeys(facts))
