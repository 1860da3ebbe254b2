"""What is known of every fact while one thing follows from another, and from which answers it follows."""

from collections.abc import Iterable

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.possible import NEVER, Possible, anything, exactly, meet

ANYTHING = {fact: anything(question) for fact, question in CATALOGUE.items()}


class Known:
    """What each answer can still be. It only ever grows narrower, so the order of narrowing changes nothing.

    `touched` are the facts that were narrowed; `conflicts` are the sets of answers given that cannot all be true. What
    would leave no answer at all changes nothing: the answers given stand.
    """

    def __init__(self, answers: Answers) -> None:
        self.given = answers
        self.left: dict[str, Possible] = {fact: exactly(answer) for fact, answer in answers.items()}
        self.conflicts: list[frozenset[str]] = []
        self.touched = {*answers}
        self._sources = {fact: frozenset({fact}) for fact in answers}

    def of(self, fact: str) -> Possible | None:
        """What the answer can still be; None where nothing is told apart."""
        left = self.left.get(fact)
        return ANYTHING[fact] if left is None else left

    def sources_of(self, fact: str) -> frozenset[str]:
        """The answers given that tell what is known of a fact."""
        return self._sources.get(fact, frozenset())

    def narrow(self, fact: str, possible: Possible, because: Iterable[str]) -> None:
        """Leave only what is possible, for what is known of the facts behind `because`."""
        before = self.of(fact)
        if not before:
            return
        after = meet(before, possible) if possible else None if fact in self.given else NEVER
        if after is before:
            return
        told_by = because if after == possible else (fact, *because)
        sources = frozenset[str]().union(*map(self.sources_of, told_by))
        if after is None:
            if sources not in self.conflicts:
                self.conflicts.append(sources)
            return
        self.left[fact], self._sources[fact] = after, sources
        self.touched.add(fact)
