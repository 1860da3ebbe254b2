"""What a part of a question reads, put row by row; it says so when something is read that was not put.

So a part shows what it hangs on: facts, numbers that are found from several facts, and conditions inside it.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Never, TypeVar

from calc.facts.possible import Possible
from calc.facts.questions import Answer
from calc.rules.case import NOTHING_COUNTED, Case, Measure, Place, Step, Window, Windows
from calc.rules.condition import Condition
from calc.rules.quantities import DaysInTerm, Span

Told = TypeVar("Told")
Quantity = Span | DaysInTerm
Read = str | Quantity | Condition
"""What a part may read: a fact, a number, or the step of a condition."""


Found = tuple[tuple[Window, Measure, Place | None], ...]
"""What a quantity comes to in each of a policy's windows, and how a stay lies to them."""


class UnputError(Exception):
    """Something was read that is not among what was put; what read it has to be asked again with it."""

    def __init__(self, read: Read) -> None:
        self.read = read
        super().__init__(read)


class Watched(Mapping[str, Told]):
    """What is told of some facts, None where nothing is; it cannot be listed, for a list would hang on all facts."""

    def __init__(self) -> None:
        self.put: dict[str, Told | None] = {}

    def get(self, fact: str, default: object = None) -> Told | None:  # type: ignore[override]
        """What is told of a fact; raises UnputError where it is not among those put."""
        try:
            found = self.put[fact]
        except KeyError:
            raise UnputError(fact) from None
        return default if found is None else found  # type: ignore[return-value]

    def __getitem__(self, fact: str) -> Told:
        found = self.get(fact)
        if found is None:
            raise KeyError(fact)
        return found

    def __contains__(self, fact: object) -> bool:
        return self.get(str(fact)) is not None

    def __iter__(self) -> Iterator[str]:
        return self._refuse()

    def __len__(self) -> int:
        return self._refuse()

    def _refuse(self) -> Never:
        raise TypeError("watched answers cannot be listed")


class WatchedRow:
    """What a part reads of one row after another, as a case; it raises UnputError where it reads anything else."""

    def __init__(self, windows: Windows, others: frozenset[str], reads: list[Read]) -> None:
        self.reads = reads
        self._answers, self._left = Watched[Answer](), Watched[Possible]()
        self._found: dict[int, Any] = {}
        self.case = Case(
            self._answers, windows.in_force, others, windows, self._left, None, NOTHING_COUNTED, beforehand=self
        )

    def put(self, given: tuple[Any, ...]) -> Case:
        """The case of a row, by what it has for each of the reads; the case of the row before is no more."""
        for read, found in zip(self.reads, given, strict=True):
            if isinstance(read, str):
                self._answers.put[read] = found.answer
                self._left.put[read] = found.left if found.answer is None else None
            else:
                self._found[id(read)] = found
        return self.case

    def measure(self, quantity: Any, window: Window) -> Measure:
        """The number that a quantity has in a window."""
        found: Found = self._find(quantity)
        return next(measured for within, measured, _ in found if within == window)

    def place(self, stay: Any, window: Window) -> Place:
        """How a stay lies to a window."""
        found: Found = self._find(stay)
        return next(place for within, _, place in found if within == window and place)

    def judge(self, condition: Any) -> Step:
        """The step of a condition."""
        step: Step = self._find(condition)
        return step

    def _find(self, read: Quantity | Condition) -> Any:
        if id(read) in self._found:
            return self._found[id(read)]
        for known in self.reads:
            if known == read:
                return self._found[id(known)]
        raise UnputError(read)
