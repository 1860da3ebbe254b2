"""Python in the page and Python here give the same bytes.

The rules are the same code on both sides, and other tests ask them every case. Asked here is what the two Pythons may
do differently: spell dates and fractions of money, round, sort, and know which characters are digits and spaces. So of
each table the case that says most is asked, then questions at random, at and beside the numbers and days where a rule
tips, with money to the fen, and then whatever people mistype, in every field of every page.
"""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.facts.questions import Choice, Choices, Count, Day, Money, Text, YesNo
from calc.pages import PAGES
from calc.pages.compare.form import PERSON, PLACEMENT, list_facts
from calc.pages.planning.assumptions import DOCUMENT_VALUES
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.rules.policy import Policy
from calc.web import answer
from tests.browser.states import fill_everything

Ask = Callable[[list[str]], list[bytes]]
CASES = Path(__file__).parent.parent / "cases"
HOSTILE = "\"><script>alert('1')</script>"
RANDOM = 100
AT_ONCE = 50
WRONG: tuple[object, ...] = ("很多", "-1", "1e9", "２０２０", "<b>&\"'", "\u3000", "🀄", 1.5, True, [], 10**30)
TYPED = (
    "１２．５ 万元",
    "二〇二〇年五月",
    "٣",
    "③",
    "½",
    "²",
    "𝟘",
    "\u00a01\u2003",
    "\ufeff1",
    "1\u200b",
    "é",
    HOSTILE,
    "1,234.565",
)
"""Digits, spaces and letters that a newer table of Unicode, or another way to read numbers, might take otherwise."""
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def check_same(ask: Ask, questions: list[str]) -> None:
    """Compare the answers one by one, so that the first that differs is shown with its question."""
    assert questions
    asked = list(dict.fromkeys(questions))
    with ThreadPoolExecutor(1) as here:  # works while the page does
        for start in range(0, len(asked), AT_ONCE):
            some = asked[start : start + AT_ONCE]
            expected = here.map(answer, some)
            for question, there in zip(some, ask(some), strict=True):
                assert there == next(expected).encode(), question


@policies
def test_the_longest_case_of_every_table_comes_to_the_same_bytes(pyodide_answer: Ask, policy: Policy) -> None:
    tables = parse_cases((CASES / f"{policy.id}.md").read_text(encoding="utf-8"))
    facts = [dict(max(table.rows, key=lambda row: len(row.facts)).facts) for table in tables]
    check_same(pyodide_answer, [json.dumps({"policy": policy.id, "facts": given}) for given in facts])


@policies
def test_random_questions_come_to_the_same_bytes(pyodide_answer: Ask, policy: Policy) -> None:
    chance = Random(policy.id)
    check_same(pyodide_answer, [json.dumps(draw_question(chance, policy)) for _ in range(RANDOM)])


def test_comparisons_and_budgets_come_to_the_same_bytes(pyodide_answer: Ask) -> None:
    chance = Random("compare")
    asked = [draw_comparison(chance) for _ in range(20)] + [draw_budget(chance) for _ in range(20)]
    check_same(pyodide_answer, [json.dumps(question) for question in asked])


@pytest.mark.parametrize("page", PAGES)
def test_what_people_mistype_comes_to_the_same_bytes(pyodide_answer: Ask, page: str) -> None:
    forms = [fill_everything(text) for text in TYPED]
    check_same(pyodide_answer, [json.dumps({"page": page, "form": form, "submitted": True}) for form in forms])


def draw_comparison(chance: Random) -> dict[str, object]:
    """A comparison of a person or a placement, with answers at which some region's rules tip."""
    policy = chance.choice(list(POLICIES.values()))
    facts = {
        fact: draw_answer(chance, policy, fact)
        for fact in list_facts(PLACEMENT)
        if chance.random() < 0.4 and not isinstance(CATALOGUE[fact], Text)
    }
    form = {"who": chance.choice((PERSON, PLACEMENT, "")), **dict(spell_form(facts))}
    wants = chance.choice(("answer", "answer", "link", "sheet"))
    return {"page": "compare", "form": form, "wants": wants, "submitted": chance.random() < 0.5}


def draw_budget(chance: Random) -> dict[str, object]:
    """A budget with some assumptions changed."""
    changes = {
        field: chance.choice(("0", "3", "12", "150", "33.33", "66.6", "no", "x", HOSTILE))
        for field in DOCUMENT_VALUES
        if chance.random() < 0.4
    }
    wants = {"wants": "file", "file": "csv"} if chance.random() < 0.3 else {"submitted": chance.random() < 0.5}
    return {"page": "planning", "form": {**DOCUMENT_VALUES, **changes}, **wants}


def draw_question(chance: Random, policy: Policy) -> dict[str, object]:
    """A question by facts, or, one time in five, one by the form."""
    density = chance.choice((0.1, 0.5, 0.9, 1.0))
    asked = [fact for fact in policy.facts if chance.random() < density]
    facts = {fact: draw_answer(chance, policy, fact) for fact in asked}
    if chance.random() < 0.9:  # most questions can be answered
        facts = {fact: facts[fact] for fact in facts if fact not in sift_facts(facts).errors}
    if chance.random() < 0.8:
        return {"policy": policy.id, "facts": facts}
    form = {"who": chance.choice(("all", "worker", "employer", "")), **dict(spell_form(facts))}
    return {"page": policy.id, "form": form, "submitted": chance.random() < 0.5}


def draw_answer(chance: Random, policy: Policy, fact: str) -> object:
    """An answer at or near a place where some rule tips; now and then one that cannot be used."""
    question = CATALOGUE[fact]
    if chance.random() < 0.01:
        return chance.choice(WRONG)
    if isinstance(question, YesNo):
        return chance.random() < 0.8
    if isinstance(question, Choice):
        return chance.choice(list(question.options))
    if isinstance(question, Choices):
        return chance.sample(list(question.options), chance.randint(1, 3))
    if isinstance(question, Count):
        marks = [mark for mark in policy.landmarks.get(fact, ()) if isinstance(mark, int)] or [question.least]
        return max(chance.choice(marks) + chance.randint(-1, 1), question.least)
    if isinstance(question, Money):
        return f"{chance.randint(1, 5_000_000) / 100:.2f}"
    if isinstance(question, Day):
        end = policy.term.end or policy.term.start
        near = chance.choice((policy.term.start, end, policy.term.start + (end - policy.term.start) / 2))
        return str(near + timedelta(days=chance.choice((-400, -1, 0, 1, 30, 365))))
    return chance.choice(("某某公司", "A & B", HOSTILE))


def spell_form(facts: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Facts as the fields of a form."""
    for fact, given in facts.items():
        if isinstance(given, bool):
            yield fact, "yes" if given else "no"
        elif isinstance(CATALOGUE[fact], Day):
            for part, typed in zip(("year", "month", "day"), str(given).split("-"), strict=False):
                yield f"{fact}.{part}", typed
        else:
            yield fact, ",".join(given) if isinstance(given, list) else str(given)
