"""Answers that say so when somebody asks for what they do not hold: a part of a question shows what it hangs on."""

from collections.abc import Iterator, Mapping
from typing import Never, TypeVar

Told = TypeVar("Told")


class UndeclaredError(Exception):
    """A fact was asked for that is not among those put; what asked has to be asked again with it."""

    def __init__(self, fact: str) -> None:
        self.fact = fact
        super().__init__(fact)


class Watched(Mapping[str, Told]):
    """What is told of some facts, None where nothing is; it cannot be listed, for a list would hang on all facts."""

    def __init__(self, told: Mapping[str, Told | None]) -> None:
        self._told = told

    def get(self, fact: str, default: object = None) -> Told | None:  # type: ignore[override]
        """What is told of a fact; raises UndeclaredError where it is not among those put."""
        try:
            found = self._told[fact]
        except KeyError:
            raise UndeclaredError(fact) from None
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
