"""What a comparison supposes: the job is where the policy holds, and a placement places one of its people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from calc.facts.agent import Agent
from calc.facts.business import Park
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF, SUBJECTS, Answers
from calc.facts.consistency import CONSTRAINTS
from calc.facts.employer import Applicant, Employer
from calc.facts.inference import Completed, complete, find_out
from calc.facts.inquiry import Inquiry
from calc.facts.questions import Answer, Count

HERE: Mapping[str, Answer] = {"works_here": True}
"""Each region is asked as if the job were there."""
ELSEWHERE: Mapping[str, Answer] = {"works_here": False}
FAR_AWAY: Mapping[str, Answer] = {**ELSEWHERE, "is_local_employer": False}
"""Whoever works elsewhere works for a unit there."""
GOES_ON: Mapping[str, Answer] = {"still_employed": True}
"""A job is compared as one that goes on, unless the visitor says that it is over: what tells against it, and what hangs
on it, is found so. How long it has lasted stays open."""

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


_TIED = frozenset(fact for word in CONSTRAINTS if not word.facts.isdisjoint(HERE) for fact in word.facts - HERE.keys())
"""The facts that bear on where the job is."""


@dataclass(frozen=True)
class Side:
    """One side of the one job, here or elsewhere: what is given and supposed, and all that this tells."""

    given: Answers
    told: Completed

    def count(self, heads: Answers) -> "Side":
        """The same with so many heads; what the visitor's answers tell of these stands."""
        told = {**heads, **self.told.answers}
        return Side({**{fact: told[fact] for fact in heads}, **self.given}, Completed(told, self.told.left))


@dataclass(frozen=True)
class Supposed:
    """The side of the job that a comparison takes, and what is said on the other side: no job is on both.

    `hanging` are the facts that hang on the side; `against` are the visitor's answers that leave no job here.
    """

    taken: Side
    otherwise: Answers
    hanging: frozenset[str]
    against: tuple[str, ...] = ()

    @cached_property
    def other(self) -> Completed:
        """All that is told on the side that is not taken."""
        return find_out(self.otherwise)


def suppose(answers: Answers) -> Supposed:
    """Suppose a job here; where the visitor's answers tell that there is none, they stand."""
    told = complete(answers)
    if not HERE.keys().isdisjoint(answers):
        return Supposed(Side(answers, find_out(told)), answers, frozenset())
    going = complete({**GOES_ON, **told})
    here = complete({**HERE, **going})
    if HERE.items() <= here.items():
        hanging = frozenset(here.keys() - going.keys() - HERE.keys())
        taken = find_out({**HERE, **told, **{fact: here[fact] for fact in hanging}})
        return Supposed(Side({**HERE, **answers}, taken), {**ELSEWHERE, **answers}, hanging)
    agreed: Answers = {}
    for fact in (fact for fact in answers if fact in _TIED):
        if ELSEWHERE.items().isdisjoint(complete({**GOES_ON, **(one := {**agreed, fact: answers[fact]})}).items()):
            agreed = one
    against = tuple(fact for fact in answers if fact in _TIED and fact not in agreed)
    undisputed = {fact: answer for fact, answer in answers.items() if fact not in against}
    return Supposed(
        Side({**ELSEWHERE, **answers}, find_out({**ELSEWHERE, **told})),
        {**HERE, **undisputed},
        frozenset((*HERE, *against)),
        against,
    )
