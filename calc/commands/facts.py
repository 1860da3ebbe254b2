"""Say what a policy asks: each question with its name, its bounds or options, and its hint."""

from collections.abc import Iterator
from itertools import groupby

from calc.commands.terminal import lay, lay_term
from calc.commands.wrong_use import find_policy
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF
from calc.facts.questions import Selection
from calc.rules.policy import Policy


def list_facts(policy: str) -> str:
    """List the facts that a policy asks, by subject: name, question, what can be answered, hint."""
    found = find_policy(policy)
    groups = groupby(found.facts, SUBJECT_OF.__getitem__)
    return "\n\n".join("\n".join(_tell_group(found, subject, facts)) for subject, facts in groups)


def _tell_group(policy: Policy, subject: str, facts: Iterator[str]) -> Iterator[str]:
    yield f"【{subject}】"
    for fact in facts:
        yield from _tell(policy, fact)


def _tell(policy: Policy, fact: str) -> Iterator[str]:
    """Tell one fact; a choice offers the options that the policy tells apart."""
    question = CATALOGUE[fact]
    yield lay(f"{fact}  {question.short}  [{question.kind}]")
    yield lay(question.label.format(place=policy.place), 2)
    if isinstance(question, Selection):
        options = policy.options_of(fact).items()
        yield from lay_term(question.say_bounds(), (f"{option}  {label}" for option, label in options), 2)
    else:
        yield from lay_term("可填", question.say_bounds(), 2)
    yield from lay_term("提示", question.hint, 2)
