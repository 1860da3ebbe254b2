"""The command line: exit 0 with an answer, exit 2 with a Chinese message naming the field; what issue 2 demands."""

import io
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from building.places import ROOT
from calc import VERSION
from calc.__main__ import main
from calc.commands.source import read_json
from calc.commands.terminal import measure
from calc.commands.wrong_use import WrongUseError
from calc.facts.catalogue import CATALOGUE, SUBJECT_OF
from calc.parts.wording import BELATED
from calc.policies import POLICIES
from tests.command_line import FOLDER, PERSONS, call, tell

Run = Callable[..., tuple[int, str, str]]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
policies = pytest.mark.parametrize("policy", POLICIES)

CARRIER = {
    "home": "ningxia",
    "is_registered_poor": True,
    "employer_kind": "workshop",
    "is_in_poor_village": True,
    "is_local_employer": True,
    "months_employed": 12,
    "has_contract": True,
    "is_fully_insured": True,
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
    assert carrier["advice"] == [], "whoever is hired now is not employed for a year before the policy ends"


def test_ningxia_advises_an_eleventh_worker_as_long_as_there_is_a_year(assess: Callable[..., Any]) -> None:
    carrier = find(assess("ningxia", **{**CARRIER, "as_of": "2019-12-01"}, workers_hired=10), "carrier-subsidy")
    assert [(item["kind"], item["facts"], item["date"], item["amount"]["min"]) for item in carrier["advice"]] == [
        ("change", {"workers_hired": 11}, "2020-12-01", "20000.00")
    ]


def test_ningxia_names_the_other_reading_at_a_hundred(assess: Callable[..., Any]) -> None:
    differing = {}
    for count in (99, 100, 101):
        readings = find(assess("ningxia", **CARRIER, workers_hired=count), "carrier-subsidy")["readings"]
        reading = next(item for item in readings if item["id"] == "carrier-exactly-100")
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
    reasons = {item["fact"]: item["why"] for item in answer["next"]}
    assert "carrier-subsidy" in reasons["workers_hired"]


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
        (
            {"job_start": "2020-06-02", "job_end": "2020-06-01"},
            ("入职日期（job_start）、离职日期（job_end）：", "早于“从哪一天开始工作？2020-06-02”"),
        ),
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
        (("review", "somewhere"), tuple(POLICIES)),
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


# Lists and explanations


def squeeze(text: str) -> str:
    """A text without the blanks and breaks that lay it on lines."""
    return "".join(text.split())


def test_policies_lists_every_policy(run: Run) -> None:
    code, out, complaints = run("policies")
    assert (code, complaints) == (0, "")
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == list(POLICIES)
    for line, policy in zip(lines, POLICIES.values(), strict=True):
        assert policy.number in line
        assert policy.region in line
        assert policy.title in line


def read_facts(out: str) -> dict[str, str]:
    """What `facts` says of each fact."""
    blocks = re.split(r"^(?=[a-z_0-9]+  )", re.sub(r"^【.*】\n", "", out, flags=re.MULTILINE), flags=re.MULTILINE)
    return {block.split()[0]: block for block in blocks if block}


@policies
def test_facts_lists_what_a_policy_asks(run: Run, policy: str) -> None:
    code, out, complaints = run("facts", policy)
    assert (code, complaints) == (0, "")
    told = read_facts(out)
    assert list(told) == list(POLICIES[policy].facts)
    assert set(re.findall("【(.*)】", out)) == {SUBJECT_OF[fact] for fact in told}
    for fact, block in told.items():
        question = CATALOGUE[fact]
        assert block.startswith(f"{fact}  {question.short}  [{question.kind}]\n")
        words = (question.label.format(place=POLICIES[policy].place), question.hint)
        assert all(squeeze(word) in squeeze(block) for word in words)


def test_facts_tell_options_units_bounds_and_hints(run: Run) -> None:
    ningxia, dalian = (read_facts(run("facts", policy)[1]) for policy in ("ningxia", "dalian"))
    assert "      - workshop  就业扶贫车间\n" in ningxia["employer_kind"]
    assert "可填：整数，0 至 1,000,000 人" in ningxia["workers_hired"]
    assert "提示：" in ningxia["workers_hired"]
    assert "可填：金额，0.01 至 1,000,000 元/人·月，最多两位小数" in ningxia["employer_contribution"]
    assert "可填：日期，例如 2020-01-15" in ningxia["job_start"]
    assert "可填：true（是）或者 false（否）" in ningxia["has_contract"]
    assert "可填：18 位统一社会信用代码" in dalian["credit_code"]
    assert "可填：一行文字，最多 100 个字" in dalian["unit_name"]


@policies
def test_explain_tells_all_that_is_declared(run: Run, policy: str) -> None:
    code, everything, complaints = run("explain", policy)
    assert (code, complaints) == (0, "")
    declared = POLICIES[policy]
    assert [remark for remark in declared.remarks if squeeze(remark) not in squeeze(everything.split("\n\n")[0])] == []
    for provision in declared.provisions:
        _, out, _ = run("explain", policy, provision.id)
        head, block = out.split("\n\n")
        assert everything.startswith(head)
        assert f"\n\n{block.strip()}\n" in everything
        told = squeeze(block)
        words = [provision.title, provision.clause, provision.gist, provision.effect.explain(), provision.nature.label]
        words += [condition.explain() for condition in provision.conditions]
        words += [*provision.evidence, *provision.own_remarks, *(payee.label for payee in provision.payees)]
        conventions = (*provision.conventions, *provision.conventions_otherwise)
        words += [word for item in conventions for word in (item.title, item.text)]
        words += [word for item in provision.instalments for word in (item.text, item.phrase)]
        for reading in declared.readings_of(provision):
            words += [reading.question, reading.default, reading.other]
        for phrase, rivals in declared.rivals_of(provision).items():
            words += [phrase, *(rival.title for rival in rivals)]
        words += [provision.office.text] if provision.office else []
        if provision.nature.brings_money:
            words += [f"最晚申领：{declared.claims_until or '文件未写明'}"]
            for fund in (provision.fund,) if provision.fund else provision.funds:
                words += [fund.name, fund.phrase]
        assert [word for word in words if squeeze(word) not in told] == []


def test_explain_tells_apart_what_a_whole_part_asks(run: Run) -> None:
    _, out, _ = run("explain", "shaoxing", "stable-job-subsidy")
    part = POLICIES["shaoxing"].provision("stable-job-subsidy").under
    assert part
    governing, own = (
        squeeze(out).split(f"整个部分的条件（{squeeze(part.clause)}）：")[1].split("标准：")[0].split("条件：")
    )
    assert all(squeeze(condition.explain()) in governing for condition in part.when)
    assert "参保月数不少于3个月" in own
    assert "参保月数" not in governing


def test_explain_names_the_tiers_and_the_doubt(run: Run) -> None:
    _, out, _ = run("explain", "ningxia", "carrier-subsidy")
    for words in ("11 至 20 人：20,000 元", "100 人以上：100,000 元", "恰好 100 人", "就业补助资金"):
        assert words in out


def test_explain_says_who_is_paid_by_which_choice(run: Run) -> None:
    _, out, _ = run("explain", "ningxia", "training-payee")
    told = squeeze(out)
    assert "给谁：看“培训方式”，本人自主选择培训机构：劳动者；" in told
    assert "：培训机构或承担培训的企业性质：" in told


def test_explain_says_who_is_paid_with_the_words_of_the_text(run: Run) -> None:
    told = squeeze(run("explain", "dalian", "agent-subsidy")[1])
    assert "给谁：劳务中介、经纪人（“对组织贫困劳动力到我市企业就业的经营性人力资源服务机构或劳务经纪人”）" in told


def test_facts_come_from_a_file_or_from_standard_input(run: Run, tmp_path: Path) -> None:
    facts = json.dumps({**CARRIER, "workers_hired": "１１人"}, ensure_ascii=False)
    file = tmp_path / "facts.json"
    file.write_text(facts, encoding="utf-8")
    from_file = run("assess", "ningxia", "--facts", str(file), "--json")
    assert from_file == run("assess", "ningxia", "--facts", "-", "--json", typed=facts)
    assert find(json.loads(from_file[1]), "carrier-subsidy")["amount"]["min"] == "20000.00"


# Answers for people


@pytest.mark.parametrize("person", PERSONS)
def test_a_person_is_told_what_was_read_and_approved(person: str) -> None:
    assert tell(person) == (FOLDER / f"{person}.txt").read_text(encoding="utf-8")


def read_blocks(out: str) -> dict[str, str]:
    """The blocks of an answer by the id in their first line; those without one by their first word."""
    blocks = out.strip().split("\n\n")
    named = {block: re.match(r".*（([a-z-]+)）$", block.splitlines()[0]) for block in blocks}
    return {name[1] if name else re.split("[ ：\n]", block)[0]: block for block, name in named.items()}


@pytest.fixture
def ask(run: Run) -> Callable[..., dict[str, str]]:
    """What people are told, in blocks."""

    def call(policy: str, *words: str, **facts: object) -> dict[str, str]:
        code, out, complaints = run("assess", policy, "--facts", "-", *words, typed=json.dumps(facts))
        assert (code, complaints) == (0, "")
        return read_blocks(out)

    return call


def test_people_are_told_what_the_json_says(ask: Callable[..., dict[str, str]]) -> None:
    block = ask("ningxia", **CARRIER)["carrier-subsidy"]
    assert block.startswith("（二）  就业扶贫载体一次性补贴（carrier-subsidy）\n  结果：待补充，可能最高 100,000 元\n")
    assert "\n  还缺：吸纳人数\n" in block
    block = ask("ningxia", **{**CARRIER, "as_of": "2019-12-01"}, workers_hired=10)["carrier-subsidy"]
    assert "\n  结果：不符合\n" in block
    assert "为什么：吸纳人数：10人；不足11人，文件未规定补贴“吸纳11人至20人的一次性补贴2万元”（二）" in squeeze(block)
    assert f"建议：-{BELATED}-如果再招用1人（吸纳人数达到11人），并且新增的人也要在职月数满12个月" in squeeze(block)
    assert "最晚申领" not in block


def test_people_are_told_until_when_to_wait(ask: Callable[..., dict[str, str]]) -> None:
    block = ask("jining", **WORKER, months_employed=2, as_of="2020-07-20")["travel-meal-subsidy"]
    advice = "如果不间断，最迟到 2020-08-20 在职月数满 3 个月，就能领 1,500 元。"
    assert f"\n  建议：\n    - {BELATED}\n    - {advice}" in block


@pytest.mark.parametrize(
    "facts", [{}, {"as_of": "2030-01-01"}, {**CARRIER, **WORKER, "workers_hired": 11, "months_employed": 12}], ids=len
)
@policies
def test_every_result_is_told_with_its_word_and_all_its_reasons(
    ask: Callable[..., dict[str, str]], assess: Callable[..., Any], policy: str, facts: dict[str, object]
) -> None:
    told = ask(policy, **facts)
    for item in assess(policy, **facts)["provisions"]:
        block = squeeze(told[item["id"]])
        assert f"结果：{item['says']}" in block
        assert item["is_benefit"] or "可享受" not in block.split("给谁：")[0]
        if item["amount"] is None:
            refusing = [step for step in item["steps"] if step["verdict"] == "no"]
            assert all(squeeze(step["found"]) in block for step in refusing if not step.get("parts"))
        assert all(CATALOGUE[fact].short in block for fact in (*item["missing"], *item["awaited"]))
        assert all(squeeze(advice["text"]) in block for advice in item["advice"] if advice["kind"] != "answer")
        assert item["amount"] is None or all(squeeze(each) in block for each in item["evidence"])


def test_a_policy_that_is_over_says_so(ask: Callable[..., dict[str, str]]) -> None:
    assert "2020-12-31，已到期\n" in ask("ningxia", as_of="2021-01-01")["宁夏"]
    assert "提示：政策已于 2020-12-31 到期" in ask("ningxia", as_of="2021-01-01")["宁夏"]
    assert "到期" not in ask("ningxia", as_of="2020-12-31")["宁夏"]


def test_what_is_given_is_told_and_what_is_private_is_not(ask: Callable[..., dict[str, str]]) -> None:
    head = ask("dalian", unit_name="某某公司", has_contract="是", as_of="２０２０年６月１日")["大连"]
    assert "所填：签订合同 是；" in head
    assert "测算日期 2020-06-01" in head
    assert "某某公司" not in head


def test_claims_that_have_closed_are_told(ask: Callable[..., dict[str, str]]) -> None:
    head = squeeze(ask("shaoxing", as_of="2022-01-01")["绍兴"])
    assert "申领截止：2021-12-31" in head
    assert "申领截止日期是2021-12-31，到测算日期已经过了。" in head


def test_floors_and_ceilings_stand_beside_the_sure_sum(ask: Callable[..., dict[str, str]]) -> None:
    totals = ask("jining", **json.loads((FOLDER / "employer-in-jining.json").read_text(encoding="utf-8")))["合计"]
    assert "最高 15,000 元的企业职业培训补贴，不计入合计" in squeeze(totals).replace("15,000元", " 15,000 元")


def test_the_next_question_says_what_asks_for_it(ask: Callable[..., dict[str, str]]) -> None:
    block = ask("ningxia", "--who", "carrier", **CARRIER)["接下来最值得回答"]
    assert "吸纳人数（workers_hired）" in block
    assert "关系到 1 项：就业扶贫载体一次性补贴" in block


# Who asks


@pytest.mark.parametrize("who", ["worker", "劳动者"])
def test_an_answer_is_narrowed_to_who_asks(run: Run, ask: Callable[..., dict[str, str]], who: str) -> None:
    told = ask("jining", "--who", who, **WORKER, months_employed=8)
    assert {"travel-meal-subsidy", "training-living-allowance"} <= set(told)
    assert not {"placement-plan", "wanzhou-employer-subsidy"} & set(told)
    assert "只看：劳动者" in told["济宁"]
    assert "用人单位 ·" not in told["合计"]
    _, out, _ = run("assess", "jining", "--facts", "-", "--json", "--who", who, typed=json.dumps(WORKER))
    answer = json.loads(out)
    assert answer["payees"] == ["worker"]
    assert {item["payee"] for item in answer["provisions"]} == {"worker"}
    assert {name for item in answer["next"] for name in item["why"]} <= {item["id"] for item in answer["provisions"]}


def test_everybody_is_asked_for_by_all_and_by_nobody(run: Run) -> None:
    for shape in ((), ("--json",)):
        command = ("assess", "ningxia", "--facts", "-", *shape)
        assert run(*command, typed="{}") == run(*command, "--who", "all", typed="{}")


@pytest.mark.parametrize(
    ("who", "nearest"),
    [("workr", "worker（劳动者）"), ("emploier", "employer（用人单位）"), ("", "all（都看看）")],
)
def test_a_role_that_is_none_is_answered_with_the_nearest(run: Run, who: str, nearest: str) -> None:
    code, out, complaints = run("assess", "ningxia", "--facts", "-", "--who", who, typed="{}")
    assert (code, out) == (2, "")
    assert f"没有名为“{who}”的申请人" in complaints
    assert nearest in complaints


@pytest.mark.parametrize("who", ["park", "authority"])
def test_who_has_nothing_in_a_document_has_no_role_in_it(run: Run, who: str) -> None:
    code, out, complaints = run("assess", "dalian", "--facts", "-", "--who", who, typed="{}")
    assert (code, out) == (2, "")
    assert f"dalian 没有名为“{who}”的申请人" in complaints


# Regions side by side


def test_a_comparison_says_why_a_region_has_nothing(run: Run) -> None:
    facts = json.dumps({"home": "wanzhou", "is_registered_poor": True, "months_employed": 8, "as_of": "2021-01-01"})
    code, out, complaints = run("compare", "--facts", "-", typed=facts)
    assert (code, complaints) == (0, "")
    told = {block.split("（")[0]: block for block in out.split("\n\n")}
    assert list(told)[1] == "济宁"
    assert "\n  能领 7,500 元" in told["济宁"]
    assert "\n    劳动者 · 济宁市援助资金：7,500 元\n" in told["济宁"]
    assert "已到期" not in told["济宁"]
    ningxia = squeeze(told["宁夏"])
    assert "2020-12-31，已到期）没有能领的钱" in ningxia  # a service may still be had
    assert "外出务工交通补贴，因为户籍所在地：重庆市万州区“建档立卡贫困劳动力”（一）" in ningxia


def test_a_placement_says_that_a_worker_is_not_meant(run: Run) -> None:
    facts = json.dumps({"home": "wanzhou", "is_registered_poor": True})
    _, out, _ = run("compare", "--placement", "--facts", "-", typed=facts)
    assert squeeze("因为 这名劳动者不是这项政策的对象，单位、中介计 0 人") in squeeze(out)
    assert "没有比（看机构或者总人数，不看一个人的工作）：推荐进入家政服务职业培训示范基地遴选范围、" in squeeze(out)


# Lines


@pytest.mark.parametrize(
    "words", [("facts",), ("explain",), ("review",), ("assess", "--facts", "-")], ids=lambda words: words[0]
)
@policies
def test_no_line_is_wider_than_a_terminal(run: Run, words: tuple[str, ...], policy: str) -> None:
    _, out, _ = run(words[0], policy, *words[1:], typed='{"as_of": "2022-01-01"}')
    assert [line for line in out.splitlines() if measure(line) > 80] == []
    assert [line for line in out.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize(
    "words",
    [("policies",), ("facts", "ningxia"), ("explain", "jining"), ("assess", "dalian", "--facts", "-"), ("budget",)],
    ids=lambda words: words[0],
)
def test_a_chinese_console_can_print_it(words: tuple[str, ...]) -> None:
    done = call(*words, typed="{}", PYTHONIOENCODING="gbk")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("gbk").strip()


def test_a_reader_who_has_seen_enough_is_no_mistake() -> None:
    command = (sys.executable, "-m", "calc", "explain", "ningxia")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


# A program of its own


def test_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"{VERSION}\n", "")


def test_it_runs_as_a_program_of_its_own() -> None:
    command = ("assess", "jining", "--facts", "-", "--json")
    facts = '{"months_employed": "５个月", "home": "重庆市万州区", "is_registered_poor": "是", "works_here": "是"}'
    good = call(*command, typed=facts)
    assert (good.returncode, good.stderr) == (0, b"")
    assert find(json.loads(good.stdout), "cross-province-subsidy")["amount"]["min"] == "5000.00"
    bad = call(*command, typed='{"months_employd": 5}')
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert "最接近的是：months_employed" in bad.stderr.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('{"job_start": "2020-02-30"}', "入职日期（job_start）：2020 年 2 月没有 30 日。\n"),
        ('{"job_start": "昨天"}', "入职日期（job_start）：请把日期写成"),
        ('{"as_of": "20211301"}', "测算日期（as_of）：月份应在 1 至 12 之间。\n"),
        ('{"months_employed": NaN}', "在职月数（months_employed）：请填数字"),
        ('{"home": "\\ud800"}', "JSON"),
        ('{"\\ud800": 1}', "JSON"),
        ('{"\\u001b[31m\\n": 1}', "没有名为“\\x1b[31m\\n”的事实"),
        ('{"<script>": {"a": []}}', "没有名为“<script>”的事实"),
        ('{"months_employed": ' + "9" * 4_000 + "}", "在职月数（months_employed）：数字太长"),
    ],
    ids=lambda word: word[:24],
)
def test_hostile_facts_get_a_sentence_and_no_traceback(typed: str, said: str) -> None:
    for command in (("assess", "jining"), ("assess", "jining", "--json"), ("compare",)):
        done = call(*command, "--facts", "-", typed=typed)
        complaints = done.stderr.decode()
        assert (done.returncode, done.stdout) == (2, b"")
        assert said in complaints
        assert len(complaints.splitlines()) == 1
        assert "\x1b" not in complaints


def start(*words: str, **settings: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen((sys.executable, "-m", "calc", *words), cwd=ROOT, stderr=subprocess.PIPE, **settings)


def test_a_terminal_that_knows_no_chinese_is_written_to(tmp_path: Path) -> None:
    for words in (("policies",), ("assess", "jining", "--facts", str(tmp_path / "无.json"))):
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        with start(*words, stdout=subprocess.PIPE, env=environment) as process:
            said = b"".join(process.communicate()).decode()
        assert CHINESE.search(said)
        assert "Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full, start("explain", "ningxia", stdout=full) as process:
        complaints = process.communicate()[1].decode()
    assert process.returncode == 1
    assert re.fullmatch("结果写不出去：.*。\n", complaints)


def test_a_program_without_standard_input_says_so() -> None:
    command = f"{shlex.quote(sys.executable)} -m calc assess jining --facts - <&-"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "没有标准输入，请写事实文件的名称。\n"


def test_ctrl_c_ends_it_without_a_word(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Terminal:
        def read(self) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Terminal())
    assert main(["assess", "jining", "--facts", "-"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_no_part_of_the_facts(mark: bytes, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(mark + b'{"months_employed": 5}')
    assert read_json(str(file)) == {"months_employed": 5}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{,}", "第 1 行第 2 个字符"),
        (b"", "第 1 行第 1 个字符"),
        ("{“home”: 1}".encode("gbk"), "不是 UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_chinese(content: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(content)
    with pytest.raises(WrongUseError, match=said) as refused:
        read_json(str(file))
    assert not re.search("[A-Za-z]{5}", str(refused.value).replace(str(file), "").replace("UTF-8", ""))


def test_deep_nesting_on_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("[" * 100_000))
    assert main(["assess", "ningxia", "--facts", "-"]) == 2
