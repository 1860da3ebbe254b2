"""What is asked: one class per subject of a placement, its questions as attributes. Every fact may be unknown (None).

A fact has one name everywhere: in declarations, cases, links and the command line.
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, create_model

from calc.facts.agent import Agent
from calc.facts.business import Business, Park
from calc.facts.employer import Applicant, Employer
from calc.facts.inquiry import Inquiry
from calc.facts.job import Job, PublicPost
from calc.facts.learning import Learning
from calc.facts.questions import Answer, Question
from calc.facts.worker import Move, Worker

SUBJECTS: Mapping[type, str] = {
    Worker: "劳动者",
    Job: "工作",
    Move: "来到当地",
    Learning: "培训与证书",
    PublicPost: "公益性岗位",
    Business: "创业",
    Employer: "用人单位",
    Applicant: "认定表",
    Agent: "组织者",
    Park: "园区",
    Inquiry: "测算",
}


_QUESTIONS = {
    subject: {name: item for name, item in vars(subject).items() if isinstance(item, Question)} for subject in SUBJECTS
}
CATALOGUE: Mapping[str, Question] = {name: item for asked in _QUESTIONS.values() for name, item in asked.items()}
SUBJECT_OF: Mapping[str, str] = {name: SUBJECTS[subject] for subject, asked in _QUESTIONS.items() for name in asked}
BY_SHORT_NAME: Mapping[str, str] = {question.short: name for name, question in CATALOGUE.items()}

Answers = Mapping[str, Answer]
ANYWHERE = "当地"
"""The place in a question that is said of no policy alone."""


def say_question(fact: str) -> str:
    """A question in its own words, as people know it."""
    return CATALOGUE[fact].label.format(place=ANYWHERE)


def check_names(questions: Mapping[str, Question]) -> None:
    """Refuse a question that names another one that is not asked."""
    for name, question in questions.items():
        named = [fact for fact in (*question.renews, question.within, getattr(question, "whole", "")) if fact]
        if lost := [fact for fact in named if fact not in questions]:
            raise ValueError(f"{name} names what is not asked: {lost}")


def _build_model(questions: Mapping[str, Question]) -> type[BaseModel]:
    """The model that reads and bounds an answer to each question."""
    fields: dict[str, Any] = {
        name: (Annotated[question.answer | None, question], None) for name, question in questions.items()
    }
    doc = "Everything that can be asked about one placement and all who take part in it."
    return create_model("Facts", __config__=ConfigDict(extra="forbid", frozen=True), __doc__=doc, **fields)


check_names(CATALOGUE)
Facts = _build_model(CATALOGUE)
