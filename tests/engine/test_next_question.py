"""What is asked next finishes what was begun, and asks of nobody what concerns others."""

import json

import pytest

from calc.pages.policy.page import PolicyPage
from calc.policies import POLICIES
from tests.asking import ask

BEGUN = [
    ("jining", {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "job_start": "2020-05-01"}),
    (
        "ningxia",
        {"home": "ningxia", "is_registered_poor": True, "work_place": "other-county", "job_start": "2019-05-01"},
    ),
    ("shaoxing", {"home": "sichuan-paired", "is_registered_poor": True, "works_here": True, "job_start": "2018-05-01"}),
    ("zhongshan", {"home": "daguan", "works_here": True, "job_start": "2018-05-01"}),
]


@pytest.mark.parametrize(("policy", "answers"), BEGUN, ids=[policy for policy, _ in BEGUN])
def test_after_the_first_day_of_a_job_comes_what_completes_it(policy: str, answers: dict[str, object]) -> None:
    asked = [item.fact for item in ask(policy, "worker", **answers).next_questions if item.fact != "first_came"]
    assert asked[:2] == ["still_employed", "as_of"]
    left = ask(policy, "worker", **answers, still_employed=False).next_questions
    assert [item.fact for item in left if item.fact != "first_came"][:2] == ["job_end", "as_of"]
    still = ask(policy, "worker", **answers, still_employed=True).next_questions
    assert next(item.fact for item in still if item.fact != "first_came") == "as_of"


def test_the_last_day_of_a_job_leaves_no_question_about_its_months() -> None:
    answers = {**BEGUN[0][1], "job_end": "2020-09-01"}
    asked = {item.fact for item in ask("jining", "worker", **answers).next_questions}
    assert asked.isdisjoint({"still_employed", "months_employed", "job_end"})


@pytest.mark.parametrize("who", ["worker", "employer"])
def test_the_file_of_a_page_asks_who_asked(who: str) -> None:
    file = PolicyPage(POLICIES["jining"]).write_file({"who": who, "home": "wanzhou"}, "data")
    assert file is not None
    asked = {item["fact"] for item in json.loads(file.text)["next"]}
    assert asked
    assert asked == {item.fact for item in ask("jining", who, home="wanzhou").next_questions}
    assert ("workers_hired" in asked) is (who == "employer")
