"""Mistakes that were found once and must not come back, each as small as it was found."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from calc import assess
from calc.__main__ import main
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.policies import POLICIES
from calc.rules import Grade, Graded, Holds, Is, Once, Tier, Tiered, yuan
from calc.web import answer
from tests.parts import put_together


def transport(**more: Any) -> str:
    facts = {"home": "ningxia", "is_registered_poor": True, "work_place": "other-province", "has_contract": True}
    facts |= {"is_insured": True, "job_start": "2020-01-01", "as_of": "2020-12-31", "still_employed": False}
    return str(assess("ningxia", {**facts, **more})["provisions"][0]["status"])


def test_one_more_answer_does_not_flip() -> None:
    assert transport(job_end="2020-12-31") == "eligible"
    assert transport() != "ineligible"


@pytest.mark.parametrize("policy", ["[]", "{}", '["ningxia"]'])
def test_policy_of_wrong_type(policy: str) -> None:
    assert "errors" in json.loads(answer(f'{{"policy": {policy}}}'))


def test_deep_nesting() -> None:
    assert "errors" in json.loads(answer("[" * 100_000))


def test_deep_nesting_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("[" * 100_000))
    assert main(["assess", "ningxia", "--facts", "-"]) == 2


@pytest.mark.parametrize(
    "question",
    [
        '{"policy": "ningxia", "facts": {"\\ud800": 1}}',
        '{"page": "ningxia", "form": {"workers_hired": "\\ud800"}, "submitted": true}',
    ],
)
def test_lone_surrogates(question: str) -> None:
    answer(question).encode()


@pytest.mark.parametrize(
    ("fact", "typed", "number"),
    [
        ("months_employed", "2年3个月", 27),
        ("age", "40岁", 40),
        ("training_days", "30日", 30),
        ("workers_hired", "10²", None),
        ("workers_hired", "12人13人", None),
        ("workers_hired", "1天2", None),
        ("workers_hired", "①", None),
    ],
)
def test_numbers(fact: str, typed: str, number: int | None) -> None:
    assert sift_facts({fact: typed}).answers.get(fact) == number


def test_huge_int() -> None:
    assert "Value error" not in sift_facts({"workers_hired": 10**5000}).errors["workers_hired"]


def test_errors_in_the_order_of_the_page() -> None:
    errors = list(
        sift_facts({"home": "?", "workers_hired": "-3", "age": "四十", "as_of": "?", "has_certificate": "?"}).errors
    )
    assert errors == [fact for fact in CATALOGUE if fact in errors]


def test_result_takes_the_focus() -> None:
    reply = json.loads(
        answer(json.dumps({"page": "ningxia", "form": {"who": "carrier", "workers_hired": "11"}, "submitted": True}))
    )
    assert reply["focus"] == "calculator-result"
    assert 'tabindex="-1"' in reply["patches"]["calculator-result"].split(">")[0]


@pytest.mark.parametrize(
    "make",
    [
        lambda: Holds("签订合同", "hascontract"),
        lambda: Is("车间", "kind", ("x",)),
        lambda: Graded("level", (Grade("", ("junior",), Once("", yuan(1))),), "没有"),
    ],
)
def test_unknown_fact_in_a_word(make: Any) -> None:
    with pytest.raises(ValueError, match="there is no fact"):
        make()


def test_a_tier_that_runs_backwards() -> None:
    with pytest.raises(ValueError, match="down to 11"):
        Tiered("workers_hired", (Tier("", 20, 11, yuan(1)), Tier("", 12, None, yuan(2))), below="没有")


def test_a_yes_no_word_on_another_kind_of_fact() -> None:
    with pytest.raises(ValueError, match="age is no YesNo"):
        Holds("年龄", "age")


def test_misspelt_date_parts() -> None:
    assert "job_start" in sift_facts({"job_start": {"yaer": 2020, "mnth": 1, "dy": 5}}).errors


def test_ceiling_of_an_open_count_is_not_zero() -> None:
    facts = {
        "works_here": True,
        "months_employed": 6,
        "is_job_registered": True,
        "contract_months": 6,
        "is_insured": True,
        "contract_date": "2020-05-01",
        "training_start": "2020-06-01",
        "has_certificate": True,
        "skill_level": "junior",
    }
    item = next(i for i in assess("jining", facts)["provisions"] if i["id"] == "employer-training-subsidy")
    assert item["amount"]["kind"] != "ceiling" or item["amount"]["max"] is not None


def advice_on(policy: str, provision: str, **facts: object) -> list[str]:
    items = assess(policy, facts)["provisions"]
    return [item["text"] for item in next(item for item in items if item["id"] == provision)["advice"]]


def test_no_advice_promises_months_that_cannot_be() -> None:
    worker = {"home": "daguan", "works_here": True, "months_employed": 5}
    assert any("2,400.00" in text for text in advice_on("zhongshan", "employment-subsidy", **worker))
    assert advice_on("zhongshan", "employment-subsidy", **worker, as_of="2018-04-01") == []
    assert advice_on("zhongshan", "employment-subsidy", **worker, still_employed=False) == []


def test_who_has_left_is_not_told_to_wait() -> None:
    worker = {"home": "wanzhou", "is_registered_poor": True, "works_here": True, "months_employed": 2}
    assert advice_on("jining", "travel-meal-subsidy", **worker)
    left = {"still_employed": False, "job_end": "2020-05-20", "as_of": "2020-06-01"}
    assert not [text for text in advice_on("jining", "travel-meal-subsidy", **worker, **left) if "满" in text]


def ask_page(policy: str, **form: str) -> str:
    reply = json.loads(answer(json.dumps({"page": policy, "form": form})))
    return put_together(reply["patches"])["calculator-result"]


def test_the_page_shows_an_exclusion_that_only_the_other_reading_has() -> None:
    form = dict.fromkeys(("works_here", "is_job_registered", "is_insured", "is_registered_poor"), "yes")
    form |= {"home": "wanzhou", "months_employed": "8", "contract_months": "12", "has_certificate": "yes"}
    form |= {"training_days": "40", "workers_trained": "2", "skill_level": "technician", "minimum_wage": "1900"}
    form |= {f"training_start.{part}": value for part, value in (("year", "2020"), ("month", "7"), ("day", "1"))}
    form |= {f"contract_date.{part}": value for part, value in (("year", "2020"), ("month", "6"), ("day", "1"))}
    assert "不能重复享受的项目" in ask_page("jining", who="worker", is_trained_by_home="no", is_trained="no", **form)


def test_whoever_may_be_paid_is_asked_and_who_is_not_is_not_told_so() -> None:
    assert "接下来最值得回答" in ask_page("ningxia", who="trainer")
    own = {"is_registered_poor": "yes", "home": "ningxia", "training_mode": "own-choice", "has_certificate": "yes"}
    assert "职业技能培训补贴付给谁" not in ask_page("ningxia", who="trainer", **own)
    assert "职业技能培训补贴付给谁" in ask_page("ningxia", who="worker", **own)


def test_rare_characters_of_names_stay_on_every_python() -> None:
    assert sift_facts({"unit_name": "\U00031350公司"}).answers == {"unit_name": "\U00031350公司"}
    assert sift_facts({"unit_name": "甲\u202e公\n司"}).answers == {"unit_name": "甲 公 司"}


def test_a_training_is_paid_for_when_it_is_over() -> None:
    facts = {
        "works_here": True,
        "months_employed": 6,
        "is_job_registered": True,
        "contract_months": 6,
        "is_insured": True,
    }
    facts |= {"training_days": 40, "workers_trained": 2}
    items = assess("jining", {**facts, "training_start": "2021-03-01"})["provisions"]
    payments = next(item for item in items if item["id"] == "work-as-training")["payments"]
    assert [payment["due"] for payment in payments] == [None]  # the six months were typed: they name no day
    dated = {"job_start": "2020-01-01", "still_employed": True, "as_of": "2021-06-01"}
    del facts["months_employed"]
    items = assess("jining", {**facts, **dated, "training_start": "2021-03-01"})["provisions"]
    payments = next(item for item in items if item["id"] == "work-as-training")["payments"]
    assert [payment["due"] for payment in payments] == ["2021-04-09"]


def test_insured_no_and_still_insured_yes_contradict_each_other() -> None:
    assert "still_insured" in sift_facts({"is_insured": False, "still_insured": True}).errors


@pytest.mark.parametrize("typed", ["10，20", "11 12", "1,5", "1 1"])
def test_numbers_are_never_guessed(typed: str) -> None:
    assert "workers_hired" in sift_facts({"workers_hired": typed}).errors


@pytest.mark.parametrize(("typed", "number"), [("1,200", 1200), ("1 200 人", 1200), (" １，２００ ", 1200)])
def test_thousands_separators_are_forgiven(typed: str, number: int) -> None:
    assert sift_facts({"workers_hired": typed}).answers == {"workers_hired": number}


def test_years_and_months_with_blanks() -> None:
    assert sift_facts({"months_employed": "1 年 6 个月"}).answers == {"months_employed": 18}


def test_rounding_is_cited_where_it_happened() -> None:
    facts = {"is_registered_poor": True, "home": "liaoning", "months_employed": 1, "workers_hired": 1}
    items = assess("dalian", {**facts, "minimum_wage": "1810.11"})["provisions"]
    assert "rounding" in next(item for item in items if item["id"] == "post-subsidy")["conventions"]
    items = assess("dalian", {**facts, "minimum_wage": "1810"})["provisions"]
    assert "rounding" not in next(item for item in items if item["id"] == "post-subsidy")["conventions"]


def test_the_fingerprint_covers_whom_a_policy_is_about() -> None:
    assert (
        replace(POLICIES["shaoxing"], people=POLICIES["jining"].people).fingerprint != POLICIES["shaoxing"].fingerprint
    )


def test_what_was_filled_in_as_somebody_else_is_no_mistake_here() -> None:
    form = {"who": "park", "workers_hired": "-1"}
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": form, "submitted": True})))
    assert "title" not in reply
    form["who"] = "carrier"
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": form, "submitted": True})))
    assert reply["focus"] == "calculator-errors"
    assert 'value="-1"' in reply["patches"]["q-workers_hired"]


def test_an_end_left_over_from_an_earlier_answer_is_not_taken() -> None:
    form = {"who": "worker", "still_employed": "yes", "job_end.year": "2019", "job_end.month": "1", "job_end.day": "1"}
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": form, "submitted": True})))
    assert "title" not in reply


def test_the_boxes_of_dalian_s_form_stay_to_be_filled() -> None:
    reply = json.loads(answer(json.dumps({"page": "dalian", "form": {"who": "employer"}})))
    assert "hidden" not in reply["patches"]["q-unit_name"].split(">")[0]


def test_typed_months_that_a_last_day_forbids_are_said_to_differ() -> None:
    facts = {"months_employed": 12, "still_employed": False, "as_of": "2020-01-01"}
    for last_day in ("2018-06-01", "2018-08-01"):
        assert assess("ningxia", {**facts, "job_end": last_day})["notices"]
    assert not assess("ningxia", {**facts, "job_end": "2019-12-31"})["notices"]
