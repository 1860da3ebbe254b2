"""What conditions and payments share that can be read two ways."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from calc.rules.case import Case
from calc.rules.reading import Reading
from calc.rules.word import Rule, Way

Read = TypeVar("Read", bound=Rule)


@dataclass(frozen=True)
class Either(Generic[Read]):
    """A sentence with its doubt, and the word that each reading makes of it. It is explained by the default reading."""

    reading: Reading
    default: Read
    other: Read

    def take(self, case: Case) -> Read:
        """The word by the reading that a case takes."""
        return self.other if case.takes_other(self.reading.id) else self.default

    def explain(self) -> str:
        return self.default.explain()

    def ways(self, case: Case) -> tuple[Way, ...]:
        return self.take(case).ways(case)
