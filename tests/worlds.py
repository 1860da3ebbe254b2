"""Whole worlds to ask about: every fact answered, without contradiction, near the places where rules tip."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import PARTS_OF_STAFF, STAYS
from calc.facts.credit_code import ALPHABET, LENGTH, check_character
from calc.facts.questions import Answer, Choice, Count, CreditCode, Day, Money, Text, YesNo
from calc.rules.case import Case
from calc.rules.policy import Policy

BEFORE, AFTER = timedelta(days=500), timedelta(days=500)


def answers_to(policy: Policy, fact: str) -> st.SearchStrategy[Answer]:
    """Answers to one fact, most of them at or beside a number that some rule names."""
    question = CATALOGUE[fact]
    if isinstance(question, YesNo):
        return st.sampled_from((True, True, False))
    if isinstance(question, Choice):
        return st.sampled_from(tuple(question.options))
    if isinstance(question, Count):
        marks = {
            mark + step
            for provision in policy.provisions
            for mark in provision.landmarks.get(fact, ())
            if isinstance(mark, int)
            for step in (-1, 0, 1)
        }
        near = sorted(mark for mark in marks if question.least <= mark <= question.most) or [question.least]
        return st.sampled_from(near) | st.integers(question.least, min(question.most, 500))
    if isinstance(question, Money):
        return st.decimals(Decimal("0.01"), Decimal(50_000), places=2)
    if isinstance(question, CreditCode):
        return st.text(ALPHABET, min_size=LENGTH - 1, max_size=LENGTH - 1).map(
            lambda body: body + check_character(body)
        )
    if isinstance(question, Text):
        return st.sampled_from(("甲公司", "<b>乙</b> & 丙"))
    assert isinstance(question, Day)
    end = policy.term.end or policy.term.start + AFTER
    near_days = [
        policy.term.start,
        end,
        *(day + timedelta(days=step) for day in (policy.term.start, end) for step in (-1, 1)),
    ]
    return st.sampled_from(near_days) | st.dates(policy.term.start - BEFORE, end + AFTER)


@st.composite
def worlds(draw: st.DrawFn, policy: Policy) -> dict[str, Answer]:
    """Every fact of a policy answered so that no two answers contradict each other."""
    world: dict[str, Any] = {fact: draw(answers_to(policy, fact)) for fact in policy.facts}
    dates = [fact for fact, answer in world.items() if isinstance(answer, date) and fact != "as_of"]
    for start, end, ongoing in STAYS:
        if end in world and world[ongoing]:
            del world[end]
            dates.remove(end)
        elif end in world:
            world[start] = min(world[start], world[end])
    if "first_came" in world and "job_start" in world:
        world["first_came"] = min(world["first_came"], world["job_start"])
    if "helped_hired" in world and "workers_hired" in world:
        world["helped_hired"] = max(world["helped_hired"], world["workers_hired"])
    world["as_of"] = max(draw(answers_to(policy, "as_of")), *(world[fact] for fact in dates))
    if "staff" in world:
        world["staff"] = max(world["staff"], *(world.get(part, 0) for part in PARTS_OF_STAFF), 1)
    if world.get("has_contract") is False and "contract_months" in world:
        world["contract_months"] = 0
    dated = {fact: answer for fact, answer in world.items() if fact not in {span.months for span in policy.spans}}
    case = Case(dated, policy.term.window(frozenset()))
    for span in policy.spans:
        months = span.measure(case).range
        longest = int(months.low) if months.high is None else int(months.high)
        world[span.months] = draw(st.integers(int(months.low), longest))
    if "is_insured" in world and any(
        world.get(fact) for fact in ("insured_months", "contribution_months", "still_insured")
    ):
        world["is_insured"] = True
    return world
