"""The command line: exit 0 with an answer, exit 2 with a Chinese message naming the field; what issue 2 demands."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from building.places import ROOT
from calc import VERSION
from calc.__main__ import main
from calc.facts.catalogue import CATALOGUE
from calc.policies import POLICIES

Run = Callable[..., tuple[int, str, str]]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
policies = pytest.mark.parametrize("policy", POLICIES)

CARRIER = {
    "employer_kind": "workshop",
    "months_employed": 12,
    "has_contract": True,
    "is_insured": True,
    "as_of": "2020-06-01",
}
WORKER = {"home": "wanzhou", "is_registered_poor": True, "works_here": True}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process: its exit code, what it printed, and what it complained of."""

    def call(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main(words)
        except SystemExit as stopped:
            code = stopped.code if isinstance(stopped.code, int) else 1
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def assess(run: Run) -> Callable[..., Any]:
    """The contract's JSON for facts given on standard input."""

    def call(policy: str, **facts: object) -> Any:
        code, out, complaints = run("assess", policy, "--facts", "-", "--json", typed=json.dumps(facts))
        assert (code, complaints) == (0, "")
        return json.loads(out)

    return call


def find(answer: Any, provision: str) -> Any:
    return next(item for item in answer["provisions"] if item["id"] == provision)


# What issue 2 demands


@pytest.mark.parametrize(
    ("count", "amount"), [(11, "20000.00"), (30, "30000.00"), (100, "60000.00"), (101, "100000.00")]
)
def test_ningxia_pays_a_carrier_by_tiers(assess: Callable[..., Any], count: int, amount: str) -> None:
    answer = assess("ningxia", **CARRIER, workers_hired=count)
    carrier = find(answer, "carrier-subsidy")
    assert carrier["status"] == "eligible"
    assert carrier["amount"] == {"kind": "exact", "min": amount, "max": amount}
    (row,) = (row for row in answer["totals"] if row["payee"] == "carrier")
    assert (row["fund"], row["min"], row["max"]) == ("就业补助资金", amount, amount)


def test_ningxia_pays_nothing_for_ten(assess: Callable[..., Any]) -> None:
    answer = assess("ningxia", **CARRIER, workers_hired=10)
    carrier = find(answer, "carrier-subsidy")
    assert (carrier["status"], carrier["amount"], carrier["missing"]) == ("ineligible", None, [])
    assert not any(row["payee"] == "carrier" for row in answer["totals"])
    assert [(item["kind"], item["facts"], item["amount"]["min"]) for item in carrier["advice"]] == [
        ("change", {"workers_hired": 11}, "20000.00")
    ]


def test_ningxia_names_the_other_reading_at_a_hundred(assess: Callable[..., Any]) -> None:
    differing = {}
    for count in (99, 100, 101):
        (reading,) = find(assess("ningxia", **CARRIER, workers_hired=count), "carrier-subsidy")["readings"]
        differing[count] = reading["differs"], reading["amount"]["min"], reading["amount"]["max"]
    assert differing == {
        99: (False, "60000.00", "60000.00"),
        100: (True, "100000.00", "100000.00"),
        101: (False, "100000.00", "100000.00"),
    }


def test_ningxia_without_a_head_count_asks_for_it(assess: Callable[..., Any]) -> None:
    answer = assess("ningxia", **CARRIER)
    carrier = find(answer, "carrier-subsidy")
    assert carrier["status"] == "unknown"
    assert carrier["amount"] == {"kind": "range", "min": "0.00", "max": "100000.00"}
    assert carrier["missing"] == ["workers_hired"]
    assert answer["next"][0]["fact"] == "workers_hired"
    assert "carrier-subsidy" in answer["next"][0]["why"]


@pytest.mark.parametrize(("worked", "monthly"), [(3, "3000.00"), (5, "5000.00"), (6, "6000.00"), (8, "6000.00")])
def test_jining_pays_a_worker_once_and_by_month(assess: Callable[..., Any], worked: int, monthly: str) -> None:
    answer = assess("jining", **WORKER, months_employed=worked)
    for provision, amount in (("travel-meal-subsidy", "1500.00"), ("cross-province-subsidy", monthly)):
        finding = find(answer, provision)
        assert finding["status"] == "eligible"
        assert finding["amount"] == {"kind": "exact", "min": amount, "max": amount}


def test_jining_names_the_day_on_which_waiting_is_enough(assess: Callable[..., Any]) -> None:
    dates = {"job_start": "2020-05-31", "still_employed": True}
    answer = assess("jining", **WORKER, **dates, as_of="2020-08-30")
    for provision, amount in (("travel-meal-subsidy", "1500.00"), ("cross-province-subsidy", "3000.00")):
        finding = find(answer, provision)
        assert (finding["status"], finding["amount"]) == ("ineligible", None)
        (advice,) = (item for item in finding["advice"] if item["kind"] == "wait")
        assert advice["date"] == "2020-08-31"
        assert "2020-08-31" in advice["text"]
        assert (advice["amount"]["min"], advice["amount"]["max"]) == (amount, amount)
        reached = find(assess("jining", **WORKER, **dates, as_of=advice["date"]), provision)
        assert (reached["status"], reached["amount"]["min"]) == ("eligible", amount)


def test_jining_names_a_day_for_two_months_given_as_a_number(assess: Callable[..., Any]) -> None:
    finding = find(assess("jining", **WORKER, months_employed=2, as_of="2020-07-20"), "travel-meal-subsidy")
    (advice,) = (item for item in finding["advice"] if item["kind"] == "wait")
    assert (finding["status"], advice["date"]) == ("ineligible", "2020-08-20")


@policies
def test_nothing_answered_is_nothing_refused(assess: Callable[..., Any], policy: str) -> None:
    answer = assess(policy)
    assert {item["status"] for item in answer["provisions"]} <= {"unknown", "judgement", "eligible"}
    assert all(item["amount"] is not None for item in answer["provisions"])
    assert all(row["min"] == "0.00" for row in answer["totals"])
    assert answer["next"]


# Messages


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"workers_hird": 3}, ("workers_hird", "workers_hired")),
        ({"吸纳人数": 3}, ("吸纳人数", "workers_hired")),
        ({"workers_hired": -1}, ("吸纳人数（workers_hired）", "应在 0 至")),
        ({"workers_hired": "很多"}, ("吸纳人数（workers_hired）", "请填数字")),
        ({"workers_hired": True}, ("吸纳人数（workers_hired）", "请填数字")),
        ({"workers_hired": 1.5}, ("吸纳人数（workers_hired）", "请填整数")),
        ({"has_contract": 1}, ("签订合同（has_contract）", "“是”“否”")),
        ({"job_start": "2020-02-30"}, ("入职日期（job_start）", "2 月没有 30 日")),
        ({"job_start": {"year": 2020, "day": 1}}, ("入职日期（job_start）", "月份没有填")),
        ({"job_start": "2020-06-02", "job_end": "2020-06-01"}, ("离职日期（job_end）", "不能早于入职日期")),
        ({"home": "北京"}, ("户籍所在地（home）", "宁夏")),
        ({"rural_income_2017": "12.345"}, ("2017年农村人均收入（rural_income_2017）", "两位小数")),
    ],
    ids=repr,
)
def test_what_cannot_be_used_is_named_in_chinese(run: Run, facts: object, words: tuple[str, ...]) -> None:
    for shape in ((), ("--json",)):
        code, out, complaints = run("assess", "ningxia", "--facts", "-", *shape, typed=json.dumps(facts))
        assert (code, out) == (2, "")
        assert all(word in complaints for word in words)
        assert "Traceback" not in complaints


def test_every_complaint_has_its_own_line(run: Run) -> None:
    facts = {"workers_hired": -1, "job_start": "2020-02-30", "hird": 1}
    _, _, complaints = run("assess", "jining", "--facts", "-", typed=json.dumps(facts))
    assert len(complaints.splitlines()) == 3


@pytest.mark.parametrize("typed", ["", "{", "{'a': 1}", "workers_hired=11", '{"a": 1}}', "\x00", "9" * 5_000])
def test_bad_json_is_said(run: Run, typed: str) -> None:
    code, out, complaints = run("assess", "ningxia", "--facts", "-", typed=typed)
    assert (code, out) == (2, "")
    assert "JSON" in complaints
    assert CHINESE.search(complaints)


@pytest.mark.parametrize("typed", ["[]", "11", '"workers_hired"', "null", "true", '[{"workers_hired": 11}]'])
def test_json_that_is_no_object_is_said(run: Run, typed: str) -> None:
    code, out, complaints = run("assess", "ningxia", "--facts", "-", typed=typed)
    assert (code, out) == (2, "")
    assert "JSON 对象" in complaints


def test_a_file_that_cannot_be_read_is_named(run: Run, tmp_path: Path) -> None:
    binary = tmp_path / "binary.json"
    binary.write_bytes(b"\xff\xfe{}")
    for file, words in ((tmp_path / "none.json", "none.json"), (tmp_path, str(tmp_path)), (binary, "JSON")):
        code, out, complaints = run("assess", "ningxia", "--facts", str(file))
        assert (code, out) == (2, "")
        assert words in complaints
        assert CHINESE.search(complaints)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("facts", "ninxia"), ("ninxia", "ningxia")),
        (("assess", "jinning", "--facts", "-"), ("jinning", "jining")),
        (("explain", "somewhere"), tuple(POLICIES)),
        (("explain", "ningxia", "carrier-subsidi"), ("carrier-subsidi", "carrier-subsidy")),
    ],
)
def test_unknown_names_are_answered_with_the_nearest(run: Run, words: tuple[str, ...], said: tuple[str, ...]) -> None:
    code, out, complaints = run(*words, typed="{}")
    assert (code, out) == (2, "")
    assert all(word in complaints for word in said)
    assert CHINESE.search(complaints)


@pytest.mark.parametrize(
    "words", [(), ("asess",), ("assess",), ("assess", "ningxia"), ("facts",), ("policies", "ningxia"), ("--nothing",)]
)
def test_wrong_use_is_exit_2(run: Run, words: tuple[str, ...]) -> None:
    code, out, complaints = run(*words)
    assert (code, out) == (2, "")
    assert "usage: python -m calc" in complaints


# Lists and tables


def test_policies_lists_every_policy(run: Run) -> None:
    code, out, complaints = run("policies")
    assert (code, complaints) == (0, "")
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == list(POLICIES)
    for line, policy in zip(lines, POLICIES.values(), strict=True):
        assert policy.number in line
        assert policy.region in line
        assert policy.title in line


@policies
def test_facts_lists_what_a_policy_asks(run: Run, policy: str) -> None:
    code, out, complaints = run("facts", policy)
    assert (code, complaints) == (0, "")
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert set(lines) == set(POLICIES[policy].facts)
    assert all(CATALOGUE[fact].short in line and f"[{CATALOGUE[fact].kind}]" in line for fact, line in lines.items())
    assert "{place}" not in out
    if "employer_kind" in lines:
        assert "workshop=就业扶贫车间" in lines["employer_kind"]


@policies
def test_explain_tells_each_provision(run: Run, policy: str) -> None:
    code, everything, complaints = run("explain", policy)
    assert (code, complaints) == (0, "")
    for provision in POLICIES[policy].provisions:
        _, out, _ = run("explain", policy, provision.id)
        assert out.strip() in everything
        assert provision.title in out
        assert provision.clause in out
        assert provision.gist in out
        assert all(condition.explain() in out for condition in provision.when)
        assert provision.effect.explain() in out


def test_explain_names_the_tiers_and_the_doubt(run: Run) -> None:
    _, out, _ = run("explain", "ningxia", "carrier-subsidy")
    for words in ("11 至 20 人：20,000.00 元", "100 人以上：100,000.00 元", "恰好 100 人", "就业补助资金"):
        assert words in out


def test_facts_come_from_a_file_or_from_standard_input(run: Run, tmp_path: Path) -> None:
    facts = json.dumps({**CARRIER, "workers_hired": "１１人"}, ensure_ascii=False)
    file = tmp_path / "facts.json"
    file.write_text(facts, encoding="utf-8")
    from_file = run("assess", "ningxia", "--facts", str(file), "--json")
    assert from_file == run("assess", "ningxia", "--facts", "-", "--json", typed=facts)
    assert find(json.loads(from_file[1]), "carrier-subsidy")["amount"]["min"] == "20000.00"


def test_the_table_for_people_says_what_the_json_says(run: Run) -> None:
    code, out, complaints = run("assess", "ningxia", "--facts", "-", typed=json.dumps(CARRIER))
    assert (code, complaints) == (0, "")
    (line,) = (line for line in out.splitlines() if "就业扶贫载体一次性补贴" in line)
    assert all(words in line for words in ("（二）", "待补充", "0.00 至 100,000.00", "缺：吸纳人数"))
    _, out, _ = run("assess", "ningxia", "--facts", "-", typed=json.dumps({**CARRIER, "workers_hired": 10}))
    (line,) = (line for line in out.splitlines() if "就业扶贫载体一次性补贴" in line)
    assert "不符合" in line
    assert "0.00" not in line


def test_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"{VERSION}\n", "")


def test_it_runs_as_a_program_of_its_own() -> None:
    def call(facts: str) -> subprocess.CompletedProcess[bytes]:
        command = (sys.executable, "-m", "calc", "assess", "jining", "--facts", "-", "--json")
        return subprocess.run(command, cwd=ROOT, input=facts.encode(), capture_output=True)

    good = call('{"months_employed": "５个月", "home": "重庆市万州区", "is_registered_poor": "是", "works_here": "是"}')
    assert (good.returncode, good.stderr) == (0, b"")
    assert find(json.loads(good.stdout), "cross-province-subsidy")["amount"]["min"] == "5000.00"
    bad = call('{"months_employd": 5}')
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert "最接近的是：months_employed" in bad.stderr.decode()


def test_deep_nesting_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("[" * 100_000))
    assert main(["assess", "ningxia", "--facts", "-"]) == 2
