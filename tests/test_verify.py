"""A result can be verified by anybody: the same answers come to the same result, and what differs is named."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from building.shipped import copy_whole
from building.wheels import build_wheel
from calc.__main__ import main
from calc.pages.policy.page import PolicyPage
from calc.policies import POLICIES

Verify = Callable[[object], tuple[int, str]]
FORM = {"who": "all", "is_registered_poor": "yes", "works_here": "yes", "months_employed": "8", "contact_name": "张三"}
ADDRESS = "https://site.example/policies/jining/"


def save(policy: str, **form: str) -> Any:
    """The file that the page saves."""
    file = PolicyPage(POLICIES[policy]).write_file({**FORM, **form}, "data")
    assert file
    return json.loads(file.text)


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verify:
    """Verify what is typed: the exit code, and all that is said."""

    def call(saved: object) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(saved)))
        code = main(["verify", "-"])
        return code, "".join(capsys.readouterr())

    return call


@pytest.fixture
def saved() -> Any:
    return save("jining", home="wanzhou", who="worker")


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("who", ["all", "worker", "employer"])
def test_what_the_page_saves_agrees(verify: Verify, policy: str, who: str) -> None:
    code, said = verify(save(policy, who=who))
    assert code == 0
    assert said.startswith("相符：")
    assert POLICIES[policy].short_fingerprint in said


def test_groups_agree_too(verify: Verify) -> None:
    saved = save(
        "ningxia", who="carrier", groups="2", helped_hired="5", **{"2.helped_hired": "7", "2.has_contract": "no"}
    )
    assert saved["receipt"]["groups"]
    assert verify(saved)[0] == 0
    saved["receipt"]["groups"][0]["has_contract"] = True
    assert verify(saved)[0] == 3


def test_another_version_is_named(verify: Verify, saved: Any) -> None:
    saved["receipt"]["calculator"] = "0.0.9"
    code, said = verify(saved)
    assert code == 3
    assert "不相符" in said
    assert "计算器版本不同：结果上写 0.0.9" in said
    assert "条款指纹不同" not in said


def test_another_fingerprint_is_named(verify: Verify, saved: Any) -> None:
    saved["receipt"]["declarations"] = "0" * 64
    code, said = verify(saved)
    assert code == 3
    assert f"条款指纹不同：结果上写 {'0' * 12}，这里是 {POLICIES['jining'].short_fingerprint}" in said
    assert "计算器版本不同" not in said


def test_another_sum_is_named_with_both_figures(verify: Verify, saved: Any) -> None:
    item = next(item for item in saved["provisions"] if item["amount"] and item["amount"]["kind"] == "exact")
    was = item["amount"]["min"]
    item["amount"]["min"] = item["amount"]["max"] = "99000.00"
    row = next(row for row in saved["totals"] if row["min"] != "0.00")
    row["min"], total = "98000.00", row["min"]
    code, said = verify(saved)
    assert code == 3
    assert (
        f"“{item['title']}”（{item['id']}）：结果上写 {item['says']} 99000.00 元，这里算出 {item['says']} {was} 元"
        in said
    )
    assert "结果上写 确定 98000.00" in said
    assert f"这里算出 确定 {total}" in said


def test_other_answers_are_noticed(verify: Verify, saved: Any) -> None:
    saved["receipt"]["answers"]["months_employed"] = 11
    code, said = verify(saved)
    assert code == 3
    assert "校验值对不上" in said


def test_other_words_are_noticed(verify: Verify, saved: Any) -> None:
    saved["provisions"][0]["steps"][0]["found"] = "另一句话"
    code, said = verify(saved)
    assert (code, "金额都一样" in said) == (3, True)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("status", "ineligible", "status：结果上写 ineligible，这里是 eligible。"),
        ("payee", "carrier", "payee：结果上写 carrier，这里是 worker。"),
        ("clause", "九", "clause：结果上写 九，这里是 四（一）1。"),
    ],
)
def test_what_differs_beside_the_sums_is_named(verify: Verify, saved: Any, field: str, value: str, told: str) -> None:
    item = next(item for item in saved["provisions"] if item["id"] == "travel-meal-subsidy")
    item[field] = value
    code, said = verify(saved)
    assert (code, f"（travel-meal-subsidy）的 {told}" in said) == (3, True)


def test_another_day_is_named(verify: Verify, saved: Any) -> None:
    code, said = verify({**saved, "as_of": "2020-01-01"})
    assert (code, "as_of：结果上写 2020-01-01，这里是 2021-12-31。" in said) == (3, True)


def test_a_missing_and_an_added_provision_are_named(verify: Verify, saved: Any) -> None:
    gone = saved["provisions"].pop(0)
    saved["provisions"].append({"id": "gift", "title": "大礼包", "says": "可享受", "amount": None})
    _, said = verify(saved)
    assert f"“{gone['title']}”（{gone['id']}）：结果上写 没有这一项" in said
    assert "“大礼包”（gift）：结果上写 可享受，这里算出 没有这一项" in said


def test_provisions_in_another_order_are_told(verify: Verify, saved: Any) -> None:
    saved["provisions"].reverse()
    code, said = verify(saved)
    assert (code, "各条的先后次序不同。" in said) == (3, True)
    assert "遍" not in said


@pytest.mark.parametrize("place", [0, 1])
def test_a_provision_that_stands_there_twice_is_named(verify: Verify, saved: Any, place: int) -> None:
    item = saved["provisions"][0]
    saved["provisions"].insert(place, deepcopy(item) | ({} if place else {"says": "不符合"}))
    code, said = verify(saved)
    assert (code, f"“{item['title']}”（{item['id']}）：结果上写了 2 遍，应当只有一遍。" in said) == (3, True)
    assert "次序" not in said


LONG = "长" * 10_000


@pytest.mark.parametrize(
    "spoil",
    [
        lambda saved: saved.update(policy=LONG),
        lambda saved: saved.update(as_of=LONG),
        lambda saved: saved.update({LONG: LONG}),
        lambda saved: saved["receipt"].update(calculator=LONG, declarations=LONG),
        lambda saved: saved["receipt"]["answers"].update({LONG: LONG}),
        lambda saved: saved["receipt"]["answers"].update(home=LONG),
        lambda saved: saved["provisions"][0].update(clause=LONG),
        lambda saved: saved["provisions"][0].update({LONG: LONG}),
        lambda saved: saved["provisions"][0].update(title=LONG, id=LONG),
        lambda saved: saved["provisions"][0].update(says=LONG, amount={"kind": LONG, "min": LONG, "max": LONG}),
        lambda saved: saved["provisions"][0].update(amount={"kind": [], "min": [LONG], "max": {LONG: 1}}),
        lambda saved: saved["totals"][0].update(payee=LONG, fund=LONG, min=LONG),
    ],
)
def test_a_long_value_is_cut_where_it_is_quoted(verify: Verify, saved: Any, spoil: Callable[[Any], None]) -> None:
    spoil(saved)
    code, said = verify(saved)
    assert code in (2, 3)
    assert LONG[:61] not in said


def test_a_file_that_is_missing_or_broken_is_called_a_result(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    for name, told in (("none.json", "读不到结果文件"), ("broken.json", "结果不是有效的 JSON")):
        assert main(["verify", str(tmp_path / name)]) == 2
        assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "path",
    [
        *(["receipt"], ["policy"], ["provisions"], ["totals"], ["payees"]),
        *(["receipt", "digest"], ["receipt", "answers"], ["receipt", "groups"]),
        *(["provisions", 0, "id"], ["provisions", 0, "says"], ["provisions", 0, "amount"]),
        *(["totals", 0, "fund"], ["totals", 0, "min"]),
    ],
)
@pytest.mark.parametrize("value", [None, 1, "x", [1], {"a": 1}, [{}]])
def test_what_is_no_result_is_refused_or_differs_and_never_fails(
    verify: Verify, saved: Any, path: list[str | int], value: object
) -> None:
    spoilt = deepcopy(saved)
    inner = spoilt
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    code, said = verify(spoilt)
    assert code in ((0, 2, 3) if path[-1] in ("payees", "groups") else (2, 3))
    assert "Traceback" not in said


def test_impossible_answers_are_named(verify: Verify, saved: Any) -> None:
    saved["receipt"]["answers"]["months_employed"] = -3
    code, said = verify(saved)
    assert code == 2
    assert "months_employed" in said


def read_marks(form: dict[str, str]) -> tuple[str, str]:
    """What the code of a printed sheet leads to, and the line beside it."""
    page = PolicyPage(POLICIES["jining"])
    sheet = json.dumps(page.lay_sheet(form, ADDRESS).as_json(), ensure_ascii=False)
    start = sheet.index("测算；计算器") - len("按 2021-12-31 ")
    return f"{ADDRESS}#{page.write_link(form)}", sheet[start : sheet.index("。", start)]


def test_a_printed_sheet_agrees_and_its_sum_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    link, marks = read_marks({**FORM, "who": "worker", "home": "wanzhou"})
    assert main(["verify-sheet", link, marks]) == 0
    said = capsys.readouterr().out
    assert "版本和条款指纹相符" in said
    assert "劳动者确定金额 7,500 元" in said


def test_a_sheet_of_other_declarations_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    link, marks = read_marks(FORM)
    other = marks.replace(POLICIES["jining"].short_fingerprint, "0" * 12)
    assert main(["verify-sheet", link, other]) == 3
    assert "条款指纹不同" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("printed", "copied", "told"),
    [
        ("months_employed=8", "months_employed=8x", "“已经连续稳定工作满几个月？”填得不对"),
        ("months_employed=8", "months_employed=-5", "“已经连续稳定工作满几个月？”填得不对"),
        ("home=wanzhou", "home=mars", "“劳动者户籍在哪里？”填得不对"),
        ("is_registered_poor", "is_registred_poor", "is_registred_poor"),
    ],
)
def test_an_answer_that_was_copied_wrong_is_named(
    printed: str, copied: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    link, marks = read_marks({**FORM, "who": "worker", "home": "wanzhou"})
    assert printed in link
    assert main(["verify-sheet", link.replace(printed, copied), marks]) == 3
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("link", "marks"), [("", ""), ("https://site.example/", "按"), (f"{ADDRESS}#v=1", "计算器 1")])
def test_what_is_no_sheet_is_asked_for(link: str, marks: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-sheet", link, marks]) == 2
    assert "扫码得到的网址" in capsys.readouterr().err


def test_the_wheel_that_is_offered_verifies_by_itself(tmp_path: Path, saved: Any) -> None:
    build_wheel(tmp_path / "wheel", {}, copy_whole)
    (wheel,) = (tmp_path / "wheel").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
        assert "LICENSE" in {Path(name).name for name in archive.namelist()}
    (tmp_path / "result.json").write_text(json.dumps(saved), encoding="utf-8")

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "calc", *words)
        return subprocess.run(command, cwd=tmp_path / "installed", capture_output=True, encoding="utf-8")

    done = call("verify", "../result.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("相符")
    refused = call("review", "jining")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
