"""Give the lines of a review sheet the questions that the form asks for them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from calc.explainer.review.lines import Part, Question
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Choices, Count, Day, Money, Selection, YesNo
from calc.rules.policy import Policy


def ask_once(policy: Policy, parts: Iterable[Part]) -> Iterator[Part]:
    """Give each line its questions: in full the first time, by name alone after that."""
    asked: set[str] = set()

    def ask(fact: str) -> Question:
        if fact in asked:
            return Question(CATALOGUE[fact].short)
        asked.add(fact)
        return pose(policy, fact)

    for part in parts:
        yield replace(part, lines=tuple(replace(line, questions=tuple(map(ask, line.facts))) for line in part.lines))


def pose(policy: Policy, fact: str) -> Question:
    """Pose a question in full, as the form of a policy does."""
    question = CATALOGUE[fact]
    return Question(
        question.short, question.label.format(place=policy.place), _say_answers(policy, fact), question.hint
    )


def part_questions(questions: Iterable[Question]) -> tuple[tuple[Question, ...], str]:
    """Part the questions in full from those that were asked before, these in a sentence."""
    every = tuple(questions)
    again = "、".join(question.name for question in every if not question.label)
    return tuple(question for question in every if question.label), f"{again}：上面问过" if again else ""


def _say_answers(policy: Policy, fact: str) -> str:
    question = CATALOGUE[fact]
    match question:
        case YesNo():
            return "是、否"
        case Selection():
            several = "（可以选几个）" if isinstance(question, Choices) else ""
            return "、".join(policy.options_of(fact).values()) + several
        case Day():
            return "日期"
        case Count() | Money():
            return f"数（{question.unit}）"
    return "文字"
