"""What conditions and payments share that can be read two ways."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from calc.rules.case import Case
from calc.rules.reading import Reading
from calc.rules.word import Word

Read = TypeVar("Read", bound=Word)


@dataclass(frozen=True)
class Either(Generic[Read]):
    """A sentence with its doubt, and the word that each reading makes of it."""

    reading: Reading
    default: Read
    other: Read

    def take(self, case: Case) -> Read:
        """The word by the reading that a case takes."""
        return self.other if case.takes_other(self.reading) else self.default
