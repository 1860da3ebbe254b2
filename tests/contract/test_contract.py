"""The answer's contract, for random questions to every policy: keys, types, meanings, and a receipt that repeats it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building.places import ROOT
from calc import VERSION, compare
from calc.contract.build import build_answer, write_json
from calc.engine.answer import Answer
from calc.engine.assess import assess
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.facts.inference import find_contradictions
from calc.facts.questions import Choice
from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.rules.payees import Payee
from calc.rules.policy import Policy
from tests.asking import ask_json
from tests.worlds import worlds

YUAN = re.compile(r"\d+\.\d{2}")
STATUSES = {"eligible", "ineligible", "unknown", "judgement", "outside"}
REFUSED = {"ineligible", "outside"}
VERDICTS = {"yes", "no", "unknown", "judgement"}
KINDS = {"exact", "ceiling", "floor", "estimate", "range", "not_stated", "in_kind"}
ADVICE = {"answer", "change", "wait", "more"}
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
some = settings(max_examples=12)


@st.composite
def questions(draw: st.DrawFn, policy: Policy) -> dict[str, Any]:
    """Some answers out of a whole world: none, some, or all of them."""
    world = draw(worlds(policy))
    known = draw(st.just(set(world)) | st.sets(st.sampled_from(sorted(world))))
    return dict(sift_facts({fact: world[fact] for fact in known}).answers)


def check_amount(amount: Any) -> None:
    assert set(amount) == {"kind", "min", "max"}
    assert amount["kind"] in KINDS
    for end in (amount["min"], amount["max"]):
        assert end is None or YUAN.fullmatch(end)
    low, high = amount["min"], amount["max"]
    assert low is None or high is None or Decimal(low) <= Decimal(high)
    match amount["kind"]:
        case "exact":
            assert low == high is not None
        case "ceiling":
            assert low == "0.00"
        case "estimate":
            assert low == "0.00"
            assert high is not None
        case "floor":
            assert low is not None
            assert high is None
        case "range":
            assert low is not None
        case "not_stated" | "in_kind":
            assert low is high is None


def check_steps(steps: Any) -> None:
    for step in steps:
        assert {"phrase", "verdict", "found", "clause"} <= set(step)
        assert step["verdict"] in VERDICTS
        assert step["clause"]
        assert step["phrase"] or step["found"] or step.get("parts")
        check_steps(step.get("parts", []))


def check_provision(policy: Policy, item: Any, known: set[str]) -> None:
    assert item["status"] in STATUSES
    assert item["payee"] in set(Payee)
    assert (item["clause"], item["title"], item["id"]) == next(
        (provision.clause, provision.title, provision.id)
        for provision in policy.provisions
        if provision.id == item["id"]
    )
    assert (item["amount"] is None) is (item["status"] in REFUSED)
    if item["amount"]:
        check_amount(item["amount"])
    for names in ("missing", "awaited"):
        assert set(item[names]) <= set(CATALOGUE) - known
        assert len(set(item[names])) == len(item[names])
    assert not (item["status"] in REFUSED and (item["missing"] or item["awaited"]))
    assert item["status"] != "unknown" or item["missing"]
    assert item["status"] != "judgement" or item["awaited"]
    check_steps(item["steps"])
    verdicts = {step["verdict"] for step in item["steps"]}
    assert ("no" in verdicts) is (item["status"] in REFUSED)
    assert verdicts == {"yes"} or item["status"] != "eligible"
    for names in ("evidence", "notes", "conventions"):
        assert all(isinstance(text, str) and text for text in item[names])
    assert isinstance(item["payments"], list)
    assert isinstance(item["fund"], str)
    for reading in item["readings"]:
        assert all(reading[name] for name in ("id", "question", "taken", "other"))
        differs = (reading["status"], reading["amount"]) != (item["status"], item["amount"]) or bool(reading["found"])
        assert reading["differs"] is differs
    for advice in item["advice"]:
        assert advice["kind"] in ADVICE
        assert advice["text"].endswith("。")
        assert set(advice["facts"]) <= set(CATALOGUE)
        assert advice["date"] is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", advice["date"])
        if advice["amount"]:
            check_amount(advice["amount"])


@policies
@some
@given(data=st.data())
def test_the_contract_holds(policy: Policy, data: st.DataObject) -> None:
    facts = data.draw(questions(policy))
    answer = ask_json(policy.id, facts)
    assert {"policy", "as_of", "provisions", "totals", "next", "receipt"} <= set(answer)
    assert answer["policy"] == policy.id
    assert answer["as_of"] == (str(facts["as_of"]) if "as_of" in facts else None)
    assert [item["id"] for item in answer["provisions"]] == [provision.id for provision in policy.provisions]
    for item in answer["provisions"]:
        check_provision(policy, item, set(facts))
    for row in answer["totals"]:
        assert row["payee"] in set(Payee)
        assert YUAN.fullmatch(row["min"])
        assert row["max"] is None or Decimal(row["max"]) >= Decimal(row["min"])
    rows = [(row["payee"], row["fund"]) for row in answer["totals"]]
    assert len(set(rows)) == len(rows)
    for option in answer["combinations"]:
        assert set(option["provisions"]) <= {item["id"] for item in answer["provisions"] if item["amount"]}


@policies
@some
@given(data=st.data())
def test_next_are_the_open_facts_with_the_provisions_that_miss_them(policy: Policy, data: st.DataObject) -> None:
    answer = ask_json(policy.id, data.draw(questions(policy)))
    missing: dict[str, set[str]] = {}
    for item in answer["provisions"]:
        if item["payee"] != Payee.AUTHORITY:
            for fact in item["missing"]:
                missing.setdefault(fact, set()).add(item["id"])
    assert {item["fact"]: set(item["why"]) for item in answer["next"]} == missing
    assert len(answer["next"]) == len(missing)


def leaves(data: object) -> Iterator[object]:
    if type(data) is dict:
        assert all(type(name) is str for name in data)
        for value in data.values():
            yield from leaves(value)
    elif type(data) is list:
        for value in data:
            yield from leaves(value)
    else:
        yield data


@policies
@some
@given(data=st.data())
def test_an_answer_is_nothing_but_json_without_floats(policy: Policy, data: st.DataObject) -> None:
    answer = ask_json(policy.id, data.draw(questions(policy)))
    assert {type(leaf) for leaf in leaves(answer)} <= {str, int, bool, type(None)}
    text = write_json(answer)
    assert json.loads(text) == answer
    assert write_json(json.loads(text)) == text


@policies
@some
@given(data=st.data())
def test_the_receipt_repeats_the_answer(policy: Policy, data: st.DataObject) -> None:
    facts = data.draw(questions(policy))
    # What is private stays out of a receipt, which people pass on; no benefit hangs on it.
    answer = ask_json(policy.id, {fact: facts[fact] for fact in facts if not CATALOGUE[fact].is_private})
    receipt = answer["receipt"]
    assert receipt["calculator"] == VERSION
    assert re.fullmatch(r"[0-9a-f]{64}", receipt["declarations"])
    again = ask_json(policy.id, json.loads(json.dumps(receipt["answers"])))
    assert write_json(again) == write_json(answer)


@policies
@some
@given(data=st.data())
def test_what_is_private_decides_nothing_and_is_not_passed_on(policy: Policy, data: st.DataObject) -> None:
    facts = data.draw(questions(policy))
    private = {fact for fact in facts if CATALOGUE[fact].is_private}
    answer, without = ask_json(policy.id, facts), ask_json(policy.id, {f: facts[f] for f in facts if f not in private})
    assert private.isdisjoint(answer["receipt"]["answers"])
    for item, same in zip(answer["provisions"], without["provisions"], strict=True):
        assert (item["status"], item["amount"]) == (same["status"], same["amount"])


@policies
@some
@given(data=st.data())
def test_null_is_the_same_as_left_out(policy: Policy, data: st.DataObject) -> None:
    facts = data.draw(questions(policy))
    assert ask_json(policy.id, dict.fromkeys(CATALOGUE) | facts) == ask_json(policy.id, facts)


def test_several_kinds_are_a_list_in_one_order_and_repeat_the_answer() -> None:
    facts = {"workers_hired": 35, "months_employed": 12, "has_contract": True, "is_insured": True}
    ways = (["small-enterprise", "workshop"], ("workshop", "small-enterprise"), "中小微企业、就业扶贫车间")
    first, *others = (ask_json("ningxia", {**facts, "employer_kind": kinds}) for kinds in ways)
    assert [other == first for other in others] == [True, True]
    assert first["receipt"]["answers"]["employer_kind"] == ["workshop", "small-enterprise"]
    assert ask_json("ningxia", first["receipt"]["answers"]) == first
    one = ask_json("ningxia", {**facts, "employer_kind": "workshop"})
    assert one["receipt"]["answers"]["employer_kind"] == ["workshop"]
    assert one["receipt"]["digest"] != first["receipt"]["digest"]


def test_a_refused_provision_has_no_amount_and_no_row_in_the_totals() -> None:
    answer = ask_json("ningxia", {"workers_hired": 10})
    (carrier,) = (item for item in answer["provisions"] if item["id"] == "carrier-subsidy")
    assert (carrier["status"], carrier["amount"], carrier["missing"]) == ("ineligible", None, [])
    assert "carrier" not in {row["payee"] for row in answer["totals"]}


def test_what_is_not_stated_has_no_number_and_no_row_in_the_totals() -> None:
    workshop = {"is_recognised_workshop": True, "hires_nearby": True, "recognised_on": "2020-06-01", "workers_hired": 1}
    answer = ask_json("jining", {"home": "wanzhou", "is_registered_poor": True, **workshop})
    (item,) = (item for item in answer["provisions"] if item["id"] == "workshop-construction")
    assert (item["status"], item["amount"]) == ("eligible", {"kind": "not_stated", "min": None, "max": None})
    assert not any(row["payee"] == item["payee"] and row["fund"] == item["fund"] for row in answer["totals"])


def test_an_unknown_policy_is_no_answer() -> None:
    with pytest.raises(KeyError):
        ask_json("somewhere", {})


def test_digest_and_fingerprint_tell_what_differs() -> None:
    one, same, other = (ask_json("ningxia", {"workers_hired": count})["receipt"] for count in (11, 11, 12))
    assert one == same
    assert one["digest"] != other["digest"]
    assert one["declarations"] == other["declarations"]
    prints = {policy.fingerprint for policy in POLICIES.values()}
    assert len(prints) == len(POLICIES)


@policies
def test_the_fingerprint_changes_with_every_provision(policy: Policy) -> None:
    prints = {policy.fingerprint}
    for place, provision in enumerate(policy.provisions):
        changed = replace(provision, notes=(*provision.notes, "另一个说明。"))
        provisions = (*policy.provisions[:place], changed, *policy.provisions[place + 1 :])
        prints.add(replace(policy, provisions=provisions).fingerprint)
    assert len(prints) == len(policy.provisions) + 1


def test_the_fingerprint_leaves_alone_what_another_document_tells_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    before = replace(POLICIES["ningxia"]).fingerprint
    home = CATALOGUE["home"]
    assert isinstance(home, Choice)
    known = {**CATALOGUE, "home": replace(home, options={**home.options, "linyi": "山西省临猗县"})}
    monkeypatch.setattr("calc.rules.policy.CATALOGUE", known)
    assert replace(POLICIES["ningxia"]).fingerprint == before
    known["home"] = replace(home, options={**home.options, "ningxia": "宁夏回族自治区"})
    assert replace(POLICIES["ningxia"]).fingerprint != before


def test_the_fingerprint_covers_whom_a_policy_is_about() -> None:
    assert (
        replace(POLICIES["shaoxing"], people=POLICIES["jining"].people).fingerprint != POLICIES["shaoxing"].fingerprint
    )


def test_answers_do_not_depend_on_hash_seeds() -> None:
    program = """
from calc import POLICIES, assess
from calc.contract.build import write_json
for policy in POLICIES:
    print(write_json(assess(policy, {"workers_hired": 100, "months_employed": 12, "has_contract": True})))
"""

    def run(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        return subprocess.run(
            (sys.executable, "-c", program), cwd=ROOT, env=environment, capture_output=True, check=True
        ).stdout

    first, second = run("1"), run("2")
    assert first == second
    for policy in POLICIES.values():
        assert policy.fingerprint.encode() in first


@policies
def test_asking_leaves_nothing_behind(policy: Policy) -> None:
    """No answer colours the next: the same question before and after another one."""
    before = write_json(ask_json(policy.id, {}))
    yes = {fact: True for fact in policy.facts if CATALOGUE[fact].kind == "yes_no"}
    ask_json(policy.id, {fact: answer for fact, answer in yes.items() if fact not in find_contradictions(yes)})
    assert write_json(ask_json(policy.id, {})) == before


# What is no benefit, and what is over


@policies
@some
@given(data=st.data())
def test_only_benefits_are_said_to_be_had(policy: Policy, data: st.DataObject) -> None:
    for item in ask_json(policy.id, data.draw(questions(policy)))["provisions"]:
        assert item["is_benefit"] is policy.provision(item["id"]).is_benefit
        assert item["is_benefit"] or item["says"] != "可享受"


def test_what_a_provision_is_called_follows_what_it_is() -> None:
    facts = {"is_recognised_base": True, "as_of": "2020-06-01"}
    said = {item["id"]: item["says"] for item in ask_json("dalian", facts)["provisions"]}
    words = {"recognition-procedure": "办理程序", "recognition-form": "申请用表", "base-duties": "应当做到"}
    assert {name: said[name] for name in words} == words
    said = {item["id"]: item["says"] for item in ask_json("jining", {"as_of": "2020-06-01"})["provisions"]}
    assert said["placement-plan"] == "目标任务"


def test_a_comparison_calls_provisions_by_the_same_words() -> None:
    facts = {"as_of": "2020-06-01"}
    for region in compare(facts, placement=True)["regions"]:
        own = {item["id"]: item for item in ask_json(region["policy"], facts)["provisions"]}
        for item in region["provisions"]:
            assert item["is_benefit"] is own[item["id"]]["is_benefit"]
            assert item["status"] != own[item["id"]]["status"] or item["says"] == own[item["id"]]["says"]


@pytest.mark.parametrize(("as_of", "is_over"), [(None, False), ("2020-12-31", False), ("2021-01-01", True)])
def test_an_answer_says_that_its_policy_is_over(as_of: str | None, is_over: bool) -> None:
    notices = ask_json("ningxia", {"as_of": as_of})["notices"]
    assert [notice.split("；")[0] for notice in notices] == (["政策已于 2020-12-31 到期"] if is_over else [])


# Who asks


@policies
@some
@given(data=st.data())
def test_an_answer_narrowed_to_a_payee_tells_what_concerns_that_payee(policy: Policy, data: st.DataObject) -> None:
    facts = data.draw(questions(policy))
    assessment, whole = assess(policy, facts), ask_json(policy.id, facts)
    for payee in applicants_of(policy):
        own: Any = build_answer(Answer(assessment, (payee.value,)))
        told = [item["id"] for item in own["provisions"]]
        assert told == [item.provision.id for item in assessment.findings if payee in item.payees]
        assert own["provisions"] == [item for item in whole["provisions"] if item["id"] in told]
        assert own["totals"] == [row for row in whole["totals"] if row["payee"] == payee]
        assert set(told).issuperset(name for item in own["next"] for name in item["why"])
        assert own["combinations"] in ([], whole["combinations"])
        assert (own["payees"], whole["payees"]) == ([payee.value], None)
