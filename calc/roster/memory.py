"""What was found for one table and holds for the next: a file larger than memory is asked about in pieces."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

MOST = 1_000_000
"""So many answers are kept; then all are forgotten before the next table, and found anew."""

Combination = tuple[Hashable, ...]


@dataclass
class Memory:
    """Answers of the parts of questions, each by what was asked and by the values that it hangs on.

    It holds answers that people gave: whoever opened it lets it go with the table.
    """

    _kept: dict[Hashable, dict[Combination, Any]] = field(default_factory=dict)
    _noted: dict[Hashable, dict[Any, Any]] = field(default_factory=dict)
    _names: dict[Hashable, int] = field(default_factory=dict)
    _named: WeakKeyDictionary[Any, list[int]] = field(default_factory=WeakKeyDictionary)

    def keep(self, part: Hashable) -> dict[Combination, Any]:
        """The answers of a part of a question, by the names of the values that it was asked with."""
        return self._kept.setdefault(part, {})

    def note(self, part: Hashable) -> dict[Any, Any]:
        """What else is noted of a part of a question."""
        return self._noted.setdefault(part, {})

    def name(self, column: Any, values: Sequence[Hashable]) -> list[int]:
        """Name the values of a column by numbers: equal values have one name in all tables."""
        if column not in self._named:
            self._named[column] = [self._names.setdefault(value, len(self._names)) for value in values]
        return self._named[column]

    def tidy(self) -> None:
        """Forget everything once there is too much."""
        if len(self._names) + sum(map(len, self._kept.values())) > MOST:
            self._kept.clear()
            self._noted.clear()
            self._names.clear()
            self._named.clear()


@dataclass(frozen=True)
class Kept:
    """The answers kept of one part of a question."""

    memory: Memory
    part: Hashable
