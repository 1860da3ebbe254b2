"""Checking answers together: contradictions, unknown names with the nearest real ones, and nothing good is lost."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.facts.catalogue import BY_SHORT_NAME, CATALOGUE
from calc.facts.check import InvalidFactsError, check_facts, sift_facts, suggest
from calc.facts.inference import find_contradictions
from calc.policies import POLICIES
from calc.rules.policy import Policy
from tests.worlds import answers_to

policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


@pytest.mark.parametrize(
    ("answers", "names"),
    [
        ({"job_start": "2020-06-02", "job_end": "2020-06-01"}, ("最后工作到哪一天？", "从哪一天开始工作？")),
        ({"still_employed": True, "job_end": "2020-06-01"}, ("最后工作到哪一天？", "到测算那天仍在这里工作吗？")),
        (
            {"post_start": "2020-06-02", "post_end": "2020-06-01"},
            ("在公益性岗位最后工作到哪一天？", "公益性岗位从哪一天上岗？"),
        ),
        (
            {"still_in_post": True, "post_end": "2020-06-01"},
            ("在公益性岗位最后工作到哪一天？", "到测算那天仍在这个岗位吗？"),
        ),
        ({"as_of": "2020-06-01", "job_start": "2020-06-02"}, ("2020-06-01", "从哪一天开始工作？")),
        ({"as_of": "2020-06-01", "certificate_date": "2020-06-02"}, ("2020-06-01", "哪一天取得证书？")),
        ({"has_contract": False, "contract_months": 1}, ("劳动合同期限是几个月？", "没有签订合同")),
        ({"workers_hired": 11, "staff": 10}, ("单位职工总数是多少？", "吸纳了多少名建档立卡贫困劳动力？")),
    ],
)
def test_a_contradiction_is_complained_of_once_and_stands_at_each_of_its_fields(
    answers: dict[str, Any], names: tuple[str, ...]
) -> None:
    sifted = sift_facts({**answers, "is_insured": True})
    assert set(sifted.errors) == set(answers)
    (sentence,) = set(sifted.errors.values())
    assert all(name in sentence for name in names)
    assert sifted.answers == {"is_insured": True}
    assert len(InvalidFactsError(sifted.errors, {}).sentences()) == 1


@pytest.mark.parametrize(
    "answers",
    [
        {"job_start": "2020-06-01", "job_end": "2020-06-01", "still_employed": False},
        {"job_end": "2020-06-01"},
        {"as_of": "2020-06-01", "job_start": "2020-06-01"},
        {"workers_hired": 11, "staff": 11},
        {"staff": 1},
        {"has_contract": False, "contract_months": 0},
        {"has_contract": True, "contract_months": 12},
        {"still_employed": True, "job_start": "2020-06-01"},
    ],
    ids=repr,
)
def test_what_may_be_true_together_is_taken(answers: dict[str, Any]) -> None:
    assert set(check_facts(answers)) == set(answers)


@policies
@given(data=st.data())
def test_what_is_kept_does_not_contradict_itself(policy: Policy, data: st.DataObject) -> None:
    raw = {fact: data.draw(answers_to(policy, fact)) for fact in policy.facts}
    sifted = sift_facts(raw)
    assert find_contradictions(sifted.answers) == {}
    assert {*sifted.answers, *sifted.errors} == set(raw)


def test_sifting_keeps_everything_that_can_be_used() -> None:
    sifted = sift_facts({"workers_hired": "-3", "age": "好几十", "has_contract": "是", "hird": 1, "home": None})
    assert sifted.answers == {"has_contract": True}
    assert set(sifted.errors) == {"age", "workers_hired"}
    assert list(sifted.unknown) == ["hird"]


def test_one_more_wrong_answer_costs_only_itself() -> None:
    good = {"workers_hired": 11, "job_start": date(2020, 1, 1), "is_insured": True}
    for fact in set(CATALOGUE) - set(good):
        assert sift_facts({**good, fact: ["?"]}).answers == good


def test_answers_come_in_the_catalogues_order_and_null_is_left_out() -> None:
    given_backwards = dict.fromkeys(reversed(list(CATALOGUE))) | {"staff": 20, "age": 30, "as_of": "2020-01-01"}
    answers = list(check_facts(given_backwards))
    assert answers == [fact for fact in CATALOGUE if fact in {"staff", "age", "as_of"}]


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("workers_hird", "workers_hired"),
        ("worker_hired", "workers_hired"),
        ("吸纳人数", "workers_hired"),
        ("month_employed", "months_employed"),
        ("hascontract", "has_contract"),
        ("Home", "home"),
        ("在职月数", "months_employed"),
    ],
)
def test_the_nearest_name_comes_first(name: str, nearest: str) -> None:
    assert suggest(name)[0] == nearest
    with pytest.raises(InvalidFactsError, match=name) as caught:
        check_facts({name: 1})
    assert nearest in str(caught.value)
    assert caught.value.unknown[name][0] == nearest


@pytest.mark.parametrize("name", ["zzzzzzzz", "<<<>>>", "", "１２３"])
def test_a_name_like_no_other_is_refused_without_a_guess(name: str) -> None:
    assert suggest(name) == ()
    with pytest.raises(InvalidFactsError) as caught:
        check_facts({name: 1})
    assert caught.value.sentences() == [f"没有名为“{name}”的事实。"]


@pytest.mark.parametrize("raw", [None, [], "workers_hired", 11, [("age", 1)]], ids=repr)
def test_facts_must_be_an_object(raw: object) -> None:
    with pytest.raises(InvalidFactsError, match="JSON 对象"):
        check_facts(raw)


def test_the_error_carries_every_complaint_with_its_fields_name() -> None:
    with pytest.raises(InvalidFactsError) as caught:
        check_facts({"workers_hired": -1, "job_start": "2020-02-30", "hird": 1})
    sentences = caught.value.sentences()
    assert len(sentences) == 3
    assert any("吸纳人数（workers_hired）" in sentence for sentence in sentences)
    assert any("入职日期（job_start）" in sentence and "2 月没有 30 日" in sentence for sentence in sentences)
    assert "；".join(sentences) == str(caught.value)


def test_no_two_facts_share_a_short_name() -> None:
    assert len(BY_SHORT_NAME) == len(CATALOGUE)
    assert all(suggest(short) == (fact,) for short, fact in BY_SHORT_NAME.items())


def test_errors_in_the_order_of_the_page() -> None:
    errors = list(
        sift_facts({"home": "?", "workers_hired": "-3", "age": "好几十", "as_of": "?", "has_certificate": "?"}).errors
    )
    assert errors == [fact for fact in CATALOGUE if fact in errors]


def test_insured_no_and_still_insured_yes_contradict_each_other() -> None:
    assert "still_insured" in sift_facts({"is_insured": False, "still_insured": True}).errors
