"""What a comparison supposes: the job is where the policy holds, and a placement places one of its people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from calc.facts.agent import Agent
from calc.facts.business import Park
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF, SUBJECTS, Answers
from calc.facts.consistency import complete, find_contradictions
from calc.facts.employer import Applicant, Employer
from calc.facts.inquiry import Inquiry
from calc.facts.questions import Answer, Count

HERE: Mapping[str, Answer] = {"works_here": True}
"""Each region is asked as if the job were there."""
ELSEWHERE: Mapping[str, Answer] = {"works_here": False}

HEAD_COUNTS = tuple(
    sorted(fact for fact, asked in CATALOGUE.items() if isinstance(asked, Count) and asked.counts_placed)
)
"""In a placement one person is hired, placed and trained, if the policy is about that person; else nobody is."""

OF_INSTITUTIONS = frozenset(SUBJECTS[subject] for subject in (Employer, Applicant, Agent, Park, Inquiry))
"""What is asked under these names is about an institution, not about anybody's work."""

OF_WORK = frozenset(fact for fact, subject in SUBJECT_OF.items() if subject not in OF_INSTITUTIONS) | {*HEAD_COUNTS}
"""What is asked about somebody's work: the worker, the job, or how many are concerned."""

NOT_ASKED = frozenset((*HERE, *HEAD_COUNTS))
"""What a comparison does not ask, for it supposes it."""


@dataclass(frozen=True)
class Side:
    """One side of the one job, here or elsewhere: the answers with what is supposed, and all that follows from them."""

    given: Answers

    @cached_property
    def known(self) -> Answers:
        """The answers and their consequences."""
        return complete(self.given)


@dataclass(frozen=True)
class Supposed:
    """The side of the job that a comparison takes, and the other side: no job is on both.

    `against` are the visitor's answers that leave no job here; where there are any, the job is elsewhere.
    """

    taken: Side
    other: Side
    against: tuple[str, ...]

    @cached_property
    def differing(self) -> frozenset[str]:
        """The facts that the two sides answer differently; none where nothing hangs on the side but the job itself."""
        one, other = self.taken.known, self.other.known
        facts = frozenset(fact for fact in {*one, *other} if one.get(fact) != other.get(fact))
        return facts if facts - HERE.keys() else frozenset()


def suppose(answers: Answers, heads: Answers) -> Supposed:
    """Suppose a job here, and so many heads; an answer of the visitor that denies something supposed stands."""
    here, elsewhere = ({**place, **heads, **answers} for place in (HERE, ELSEWHERE))
    supposed = Supposed(Side(here), Side(elsewhere), ())
    if not find_contradictions(supposed.taken.known):
        return supposed
    kept = {fact: count for fact, count in heads.items() if not _is_denied({fact: count}, answers)}
    if kept != heads:
        return suppose(answers, kept)
    undisputed: dict[str, Answer] = {}
    for fact, answer in answers.items():
        if not _is_denied(HERE, {**undisputed, fact: answer}):
            undisputed[fact] = answer
    against = tuple(fact for fact in answers if fact not in undisputed)
    if not against:
        return supposed
    return Supposed(Side(elsewhere), Side({**HERE, **heads, **undisputed}), against)


def _is_denied(supposed: Answers, answers: Answers) -> bool:
    """Whether the answers cannot be true together with what is supposed, though they can without it."""
    together = complete({**supposed, **answers})
    return len(find_contradictions(together)) > len(find_contradictions(complete(answers)))
