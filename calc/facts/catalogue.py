"""What is asked: one pydantic model per subject of a placement. Every fact may be unknown (None).

A fact has one name everywhere: in declarations, cases, links and the command line.
"""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from calc.facts.agent import Agent
from calc.facts.business import Business, Park
from calc.facts.employer import Applicant, Employer
from calc.facts.inquiry import Inquiry
from calc.facts.job import Job, PublicPost
from calc.facts.learning import Learning
from calc.facts.questions import Answer, Question
from calc.facts.worker import Move, Worker


class Facts(Inquiry, Worker, Job, Move, Learning, PublicPost, Business, Employer, Applicant, Agent, Park):
    """Everything that can be asked about one placement and all who take part in it."""


SUBJECTS: Mapping[type[BaseModel], str] = {
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


def _questions(model: type[BaseModel]) -> Iterator[tuple[str, Question]]:
    for name, field in model.model_fields.items():
        yield name, next(item for item in field.metadata if isinstance(item, Question))


CATALOGUE: Mapping[str, Question] = {name: question for subject in SUBJECTS for name, question in _questions(subject)}
SUBJECT_OF: Mapping[str, str] = {name: label for subject, label in SUBJECTS.items() for name, _ in _questions(subject)}
BY_SHORT_NAME: Mapping[str, str] = {question.short: name for name, question in CATALOGUE.items()}

Answers = Mapping[str, Answer]
