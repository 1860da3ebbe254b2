"""Show on the home page what an answer looks like: one worker of the officers' cases, and the bar of his sum."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from htpy import Element, a, aside, div, dl, h2, p, strong

from calc.engine.answer import Answer
from calc.engine.assess import assess_by_default
from calc.engine.region import PayeeSum
from calc.explainer.finder import name_place
from calc.facts.check import sift_facts
from calc.facts.groups import find_question, name_shortly
from calc.facts.link import write_link
from calc.pages.policy.headline import list_sure
from calc.pages.policy.sums import find_parts, render_parts, say_other_sums
from calc.parts.field import WHO
from calc.parts.tables import render_terms
from calc.parts.wording import mark_expired
from calc.proof.cases import CaseTable
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from calc.values.money import say_yuan

Cases = Mapping[Policy, Sequence[CaseTable]]


@dataclass(frozen=True)
class Example:
    """A worker, and all that he gets."""

    answer: Answer
    sum: PayeeSum


def render_worked_example(cases: Cases) -> Element:
    """Render the largest sum of several parts that the fewest answers bring; raises ValueError where there is none."""
    found = min(_find_examples(cases), key=lambda item: (len(item.answer.answers), -item.sum.sure), default=None)
    if found is None:
        raise ValueError("no case of a worker is granted a sum of several parts")
    answer, policy = found.answer, found.answer.policy
    page = f"policies/{policy.id}/"
    link = write_link({WHO: Payee.WORKER.value, **answer.answers})
    return aside(".worked-example", aria_labelledby="worked-example")[
        h2("#worked-example")["一个例子"],
        p[f"{name_place(policy)}，{Payee.WORKER.plain}", " ", mark_expired(policy)],
        dl[
            render_terms((name_shortly(fact), find_question(fact).say(value)) for fact, value in answer.answers.items())
        ],
        div(".headline")[
            p(".headline-lead")["一共能领"],
            p(".headline-sum")[strong[say_yuan(found.sum.sure)]],
            render_parts(find_parts(answer, found.sum), page),
        ],
        p[a(".md-button", href=f"{page}#{link}")["打开这个例子"]],
    ]


def _find_examples(cases: Cases) -> Iterator[Example]:
    """Find the workers whose sum has several parts, and is the same in every reading."""
    for policy, tables in cases.items():
        for row in (row for table in tables for row in table.rows):
            answer = Answer(assess_by_default(policy, sift_facts(row.facts).answers), (Payee.WORKER,))
            for own in list_sure(answer):
                if len(find_parts(answer, own)) > 1 and not say_other_sums(answer, own):
                    yield Example(answer, own)
