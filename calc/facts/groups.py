"""Answers for groups of people: the first group's stand beside the unit's own, each further one's under its number.

A file of facts names the further ones as a list under `groups`; a form and a link as "2.months_employed".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from calc.facts.catalogue import CATALOGUE, Answers, say_question
from calc.facts.check import InvalidFactsError, Sifted, sift_facts
from calc.facts.of_each import HEADS, OF_EACH, WHERE_PLACED
from calc.facts.questions import Answer, Question

GROUPS = "groups"
"""Under this name stands how many groups there are, or in a file the further ones."""
MOST_GROUPS = 6
FIRST = 1
GROUP_FACTS = frozenset((*HEADS, *OF_EACH, *WHERE_PLACED))
"""What a further group can be told of."""


@dataclass(frozen=True)
class Placement:
    """The answers of a unit and its first group, and of each further group what it has of its own."""

    answers: Answers
    further: tuple[Answers, ...] = ()


def name_in_group(fact: str, group: int) -> str:
    """The name of a fact of one group: that of the first is the fact's own."""
    return fact if group == FIRST else f"{group}.{fact}"


def part_name(name: str) -> tuple[int, str]:
    """The group and the fact behind a name; whatever is no name of a further group is taken as it is."""
    number, dot, fact = name.partition(".")
    is_further = dot and fact.split(".")[0] in GROUP_FACTS and number in map(str, range(FIRST + 1, MOST_GROUPS + 1))
    return (int(number), fact) if is_further else (FIRST, name)


def is_of_further(name: str) -> bool:
    """Whether a name is that of a further group's fact."""
    return part_name(name)[0] > FIRST


def find_question(name: str) -> Question:
    """The question behind a name, of whichever group."""
    return CATALOGUE[part_name(name)[1]]


def name_shortly(name: str, of_first: Collection[str] = ()) -> str:
    """The short name of a fact, with its group where it is of a further one: 第 2 批在职月数.

    `of_first` are the facts that the first of several groups has of its own: these are named with it, too.
    """
    group, fact = part_name(name)
    return f"{say_group(group) if group > FIRST or fact in of_first else ''}{find_question(name).short}"


def name_plainly(name: str) -> str:
    """A question in its own words, with its group where it is of a further one."""
    group, fact = part_name(name)
    return f"{say_group(group)}“{say_question(fact)}”" if group > FIRST else f"“{say_question(fact)}”"


def spread(answers: Answers, further: Sequence[Answers]) -> dict[str, Answer]:
    """All answers by name, those of further groups under their numbers."""
    own = ((name_in_group(fact, number), group) for number, group in enumerate(further, FIRST + 1) for fact in group)
    return {**answers, **{name: group[part_name(name)[1]] for name, group in own}}


def list_names(facts: Sequence[str], further: Sequence[Answers]) -> tuple[str, ...]:
    """The names of some facts, and behind them those of which further groups tell."""
    groups = enumerate(further, FIRST + 1)
    return (*facts, *(name_in_group(fact, number) for number, own in groups for fact in facts if fact in own))


def join_group(answers: Answers, own: Answers) -> Answers:
    """All answers of a further group: its own, and those of the unit."""
    of_unit = {fact: answer for fact, answer in answers.items() if fact not in OF_EACH and fact not in HEADS}
    return {**of_unit, **own}


def list_groups(placement: Placement) -> tuple[Answers, ...]:
    """All answers of every group, the first one's first."""
    return (placement.answers, *(join_group(placement.answers, own) for own in placement.further))


def check_placement(raw: object) -> Placement:
    """Read and check raw answers with groups among them; raises InvalidFactsError."""
    if not isinstance(raw, Mapping) or GROUPS not in raw:
        sifted = sift_facts(raw)
        if sifted.errors or sifted.unknown:
            raise InvalidFactsError(sifted.errors, sifted.unknown)
        return Placement(sifted.answers)
    listed = raw[GROUPS]
    placement = check_placement({fact: answer for fact, answer in raw.items() if fact != GROUPS})
    if not isinstance(listed, list) or len(listed) >= MOST_GROUPS:
        raise InvalidFactsError({GROUPS: f"应是一个列表，第一批以外最多 {MOST_GROUPS - 1} 批。"}, {})
    further = tuple(_check_group(placement.answers, number, own) for number, own in enumerate(listed, FIRST + 1))
    placement = replace(placement, further=further)
    if complaints := complain_of_sums(placement):
        raise InvalidFactsError(complaints, {})
    return placement


def _check_group(answers: Answers, number: int, own: object) -> Answers:
    """Read what a file says of one further group; its complaints name the group."""
    sifted = sift_group(answers, own if isinstance(own, Mapping) else {str(own): None})
    errors = {name_in_group(fact, number): sentence for fact, sentence in sifted.errors.items()}
    if errors or sifted.unknown:
        raise InvalidFactsError(errors, {name_in_group(name, number): near for name, near in sifted.unknown.items()})
    return sifted.answers


def sift_group(answers: Answers, own: Mapping[str, object]) -> Sifted:
    """Read raw answers of a further group beside those of the unit; what contradicts these is complained of here."""
    sifted = sift_facts({**join_group(answers, {}), **{name: own[name] for name in own if name in GROUP_FACTS}})
    return Sifted(
        {fact: answer for fact, answer in sifted.answers.items() if fact in own},
        {fact: sentence for fact, sentence in sifted.errors.items() if fact in own},
        {name: () for name in own if name not in GROUP_FACTS},
        {fact: part for fact, part in sifted.parts.items() if fact in own},
        contradictions=tuple(found for found in sifted.contradictions if not own.keys().isdisjoint(found.facts)),
    )


def complain_of_sums(placement: Placement) -> dict[str, str]:
    """Complain at the last group's heads where all together are more than the whole they are part of."""
    complaints = {}
    for fact in HEADS:
        heads = [group[fact] for group in (placement.answers, *placement.further) if fact in group]
        total, last = sum(number for number in heads if isinstance(number, int)), len(placement.further) + FIRST
        for whole in ("staff", "helped_hired"):
            most = placement.answers.get(whole)
            if isinstance(most, int) and total > most and last > FIRST:
                told = f"各批加起来 {total} 人，多于“{say_question(whole)}”的 {most} 人。"
                complaints[name_in_group(fact, _find_last(placement, fact))] = told
    return complaints


def _find_last(placement: Placement, fact: str) -> int:
    """The last group with a number of its own."""
    groups: Sequence[Answers] = (placement.answers, *placement.further)
    return max(number for number, group in enumerate(groups, FIRST) if fact in group)


def say_group(number: int, heads: object = None) -> str:
    """A group by its number, with its heads where they are known: 第 2 批 7 人."""
    return f"第 {number} 批 {heads} 人" if isinstance(heads, int) else f"第 {number} 批"


def find_heads_fact(facts: Collection[str]) -> str:
    """The fact that counts heads among some facts; empty where none does."""
    return next((fact for fact in HEADS if fact in facts), "")


def select_of_each(facts: Iterable[str], *, is_placed: bool) -> tuple[str, ...]:
    """The facts of each person among some; of people placed with others also what is of their employers."""
    return tuple(fact for fact in facts if fact in OF_EACH or (is_placed and fact in WHERE_PLACED))
