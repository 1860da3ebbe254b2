"""Say once what several provisions of a paper share: a numbered list, and at each provision its numbers in the list."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from htpy import Node, h3, li, ol, section

from calc.rules.word import unique

TITLE = "共同说明"


@dataclass(frozen=True)
class Common:
    """The sentences that stand once for all the provisions that they concern."""

    sentences: tuple[str, ...]

    def leave_own(self, said: Iterable[str]) -> tuple[str, ...]:
        """Leave of a provision's sentences those that concern it alone."""
        return tuple(sentence for sentence in said if sentence not in self.sentences)

    def say_numbers(self, said: Iterable[str]) -> str:
        """Say which of the sentences concern a provision; nothing where none does."""
        numbers = sorted({self.sentences.index(sentence) + 1 for sentence in said if sentence in self.sentences})
        return f"{TITLE} {_say_runs(numbers)}" if numbers else ""

    def render(self, id_: str | None = None) -> Node:
        """Render the list; nothing where nothing is shared."""
        if not self.sentences:
            return None
        return section(".common", id=id_)[h3[TITLE], ol[(li[sentence] for sentence in self.sentences)]]


def find_common(every: Iterable[Sequence[str]]) -> Common:
    """Find the sentences that are said of several provisions, in the order in which they are first said."""
    counts = Counter(sentence for said in every for sentence in unique(said))
    return Common(tuple(sentence for sentence, times in counts.items() if times > 1))


def _say_runs(numbers: Sequence[int]) -> str:
    """Say numbers with their runs in short: 1、3 至 5."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda item: item[1] - item[0])]
    return "、".join(f"{run[0]} 至 {run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs)
