"""--sources: the official text beside what is told of a provision, and one clear message where it has changed."""

import json
from pathlib import Path

import pytest

from calc.__main__ import main
from calc.policies import POLICIES
from tests.invented import invent_text

NINGXIA = POLICIES["ningxia"]
TEXT = invent_text(NINGXIA)
TIER = "吸纳31人至100人的一次性补贴6万元"
COMMANDS = (("explain", "ningxia"), ("review", "ningxia"), ("assess", "ningxia", "--facts", "{facts}"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a text made up of what Ningxia's declarations quote, and somebody's facts."""
    (tmp_path / "ningxia.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "facts.json").write_text(json.dumps({"home": "ningxia", "workers_hired": 100}), encoding="utf-8")
    return tmp_path


def tell(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str, str]:
    code = main([word.format(facts=folder / "facts.json") for word in words])
    return code, *capsys.readouterr()


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_the_clause_stands_beside_its_provision_with_its_phrases_marked(
    words: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told, complaints = tell(capsys, folder, *words, "--sources", str(folder))
    assert (code, complaints) == (0, "")
    assert f"【{TIER}】" in "".join(told.split())
    _, without, _ = tell(capsys, folder, *words)
    assert f"【{TIER}】" not in "".join(without.split())
    lines = iter(told.splitlines())
    assert all(line in lines for line in without.splitlines()), "nothing else changes"


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_changed_text_is_refused_with_the_phrase_its_provision_and_its_clause(
    words: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "ningxia.txt").write_text(TEXT.replace(TIER, "吸纳31人至99人的一次性补贴6万元"), encoding="utf-8")
    code, told, complaints = tell(capsys, folder, *words, "--sources", str(folder))
    assert (code, told) == (2, "")
    assert complaints.splitlines() == [
        f"{folder / 'ningxia.txt'} 和条款对不上，有 1 处：文件改了，或者拿错了。",
        f"（二）就业扶贫载体一次性补贴：找不到“{TIER}”",
    ]


def test_a_text_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, complaints = tell(capsys, tmp_path, "explain", "ningxia", "--sources", str(tmp_path))
    assert code == 2
    assert complaints.startswith(f"读不到原文 {tmp_path / 'ningxia.txt'}：")


def test_a_text_in_another_encoding_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ningxia.txt").write_text(TEXT, encoding="gb18030")
    code, _, complaints = tell(capsys, folder, "review", "ningxia", "--sources", str(folder))
    assert (code, complaints) == (2, f"{folder / 'ningxia.txt'} 不是 UTF-8 编码：请另存为 UTF-8 的文本文件。\n")


def test_a_text_saved_by_notepad_is_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ningxia.txt").write_text(TEXT.replace("\n", "\r\n"), encoding="utf-8-sig")
    code, _, complaints = tell(capsys, folder, "explain", "ningxia", "--sources", str(folder))
    assert (code, complaints) == (0, "")


def test_the_contract_has_no_place_for_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, complaints = tell(capsys, folder, *COMMANDS[2], "--json", "--sources", str(folder))
    assert (code, complaints) == (2, "JSON 结果里没有原文：--sources 和 --json 只能用一个。\n")
