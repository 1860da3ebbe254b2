"""What became of each mutant, kept in a file so that a run that was stopped goes on where it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.mutation import one
from tests.mutation.mutants import Mutant


@dataclass(frozen=True)
class Result:
    """How a mutant ended, and what noticed it."""

    mutant: Mutant
    ending: int
    by: str


class Results:
    """The results in a file, a line each: the declaration's mark, the ending, the key, and what noticed it."""

    def __init__(self, file: Path, *, is_told: bool) -> None:
        self.file, self.is_told = file, is_told

    def add(self, mutant: Mutant, ending: int, by: str) -> None:
        """Add a result."""
        line = f"{mutant.mark}\t{ending}\t{mutant.key}\t{' '.join(by.split())}\n"
        with self.file.open("a", encoding="utf-8") as file:
            file.write(line)
        if self.is_told or ending == one.SURVIVED:
            print(line, end="", flush=True)

    def of(self, mutants: Iterable[Mutant]) -> list[Result]:
        """The last result of each mutant that was tried with its declaration as it stands."""
        found: dict[tuple[str, str], tuple[int, str]] = {}
        if self.file.exists():
            for line in self.file.read_text(encoding="utf-8").splitlines():
                mark, ending, key, by = line.split("\t")
                found[mark, key] = int(ending), by
        tried = ((mutant, found.get((mutant.mark, mutant.key))) for mutant in mutants)
        return [Result(mutant, *result) for mutant, result in tried if result]
