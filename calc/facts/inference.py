"""What follows from answers, and which of them contradict each other, by all that is always true of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from calc.facts.catalogue import CATALOGUE, Answers
from calc.facts.consistency import CONSTRAINTS
from calc.facts.constraint import Constraint
from calc.facts.contradiction import Contradiction, Way, change, name_answers
from calc.facts.known import ANYTHING, Known
from calc.facts.possible import Possible, only
from calc.facts.questions import Answer

Left = Mapping[str, Possible]
NOTHING_TOLD: Left = MappingProxyType({})
PLACES = {fact: place for place, fact in enumerate(CATALOGUE)}


class Inferred(NamedTuple):
    """An answer that nobody gave, and the facts whose answers tell it."""

    fact: str
    answer: Answer
    because: tuple[str, ...]


@dataclass(frozen=True)
class Completed:
    """The answers given with all that follow from them, and what is left of others that are still open.

    `sources` are the answers given that tell each of those that follow; `conflicts` those that cannot all be true.
    """

    answers: Answers
    left: Left
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    conflicts: tuple[frozenset[str], ...] = ()

    @property
    def inferred(self) -> tuple[Inferred, ...]:
        """The answers that follow, with where they come from."""
        facts = _in_order(self.sources)
        return tuple(Inferred(fact, self.answers[fact], _in_order(self.sources[fact])) for fact in facts)


def find_contradictions(answers: Answers) -> dict[str, str]:
    """The complaints about answers that cannot be true together, each at the field of one that has to give way."""
    return {found.facts[-1]: found.sentence for found in _contradict(answers)}


def list_contradictions(answers: Answers) -> tuple[Contradiction, ...]:
    """What cannot be true together, with the changes that settle it and bring up nothing else."""
    return tuple(found.offering(_find_ways(found, answers)) for found in _contradict(answers))


def list_doubts(answers: Answers) -> tuple[Contradiction, ...]:
    """What is hardly true together, as long as no other answer tells how it is."""
    told = complete(answers)
    doubts = (doubt for word in CONSTRAINTS for doubt in word.doubt(told))
    return tuple(doubt for doubt in doubts if answers.keys() >= {*doubt.facts})


def _contradict(answers: Answers) -> list[Contradiction]:
    """What two answers say against each other; then what only follows from several of the others."""
    found = [contradiction for word in CONSTRAINTS for contradiction in word.complain(answers)]
    given_way = {contradiction.facts[-1] for contradiction in found}
    kept = {fact: answer for fact, answer in answers.items() if fact not in given_way}
    while conflicts := _settle(kept).conflicts:
        facts = _in_order(conflicts[0])
        found.append(Contradiction(facts, f"{name_answers(facts, answers)}不能都对，请看看哪个要改。"))
        del kept[facts[-1]]
    return found


def _find_ways(contradiction: Contradiction, answers: Answers) -> Iterator[Way]:
    for way in contradiction.list_candidates(answers):
        involved = {fact: answers[fact] for fact in contradiction.facts}
        if not _contradict(change(involved, way.changes)):
            yield way


def complete(answers: Answers) -> Answers:
    """The answers given, and all that follows from them."""
    return find_out(answers).answers


def find_out(answers: Answers, words: Iterable[Constraint] = CONSTRAINTS) -> Completed:
    """All that the answers tell by some words."""
    known = _settle(answers, words)
    found, left, sources = dict(answers), dict[str, Possible](), {}
    for fact, possible in known.left.items():
        if fact in answers or possible == ANYTHING[fact]:
            continue
        if (answer := only(CATALOGUE[fact], possible)) is None:
            left[fact] = possible
        else:
            found[fact], sources[fact] = answer, known.sources_of(fact)
    return Completed(found, left, sources, tuple(known.conflicts))


def _in_order(facts: Iterable[str]) -> tuple[str, ...]:
    """Facts in the catalogue's order."""
    return tuple(sorted(facts, key=PLACES.__getitem__))


def _settle(answers: Answers, words: Iterable[Constraint] = CONSTRAINTS) -> Known:
    """Let words narrow what is known until none tells anything new: each speaks again once its facts were touched."""
    known = Known(answers)
    while touched := known.touched:
        known.touched = set()
        for word in words:
            if not touched.isdisjoint(word.facts):
                word.narrow(known)
    return known
