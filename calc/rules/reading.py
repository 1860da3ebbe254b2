"""Sentences that can be read two ways: both readings are declared, one is the default, both are calculated."""

from dataclasses import dataclass

from calc.rules.word import Word


@dataclass(frozen=True)
class Reading(Word):
    """A doubt in the text: the question it leaves open, how we read it, and how else it can be read.

    `phrase` is the sentence that makes it doubtful where no other word reads it.
    """

    id: str
    question: str
    default: str
    other: str
    phrase: str = ""
