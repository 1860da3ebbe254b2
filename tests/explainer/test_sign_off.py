"""Who compared the declarations with the text is said wherever an officer looks; nothing is where nobody signed."""

import re
from pathlib import Path

import pytest

from calc.__main__ import main
from calc.explainer import fence
from calc.explainer.sign_off import list_lines_to_enter
from calc.policies import POLICIES
from calc.proof import files
from calc.proof.sign_offs import parse_sign_offs

NINGXIA = POLICIES["ningxia"]
EMPTY, NOW, BEFORE = "", NINGXIA.short_fingerprint, "0" * 12
PARTS = ("line", "calculator", "leaflets", "worksheets", "review")


@pytest.fixture
def sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Let units sign, each for a fingerprint."""
    monkeypatch.setattr(files, "SIGN_OFFS", tmp_path / "reviews.toml")

    def sign(**fingerprints: str) -> None:
        filled = (
            "\n".join(list_lines_to_enter(NINGXIA))
            .replace(NOW, fingerprint)
            .replace('unit = ""', f'unit = "{unit}"')
            .replace('role = ""', 'role = "就业科"')
            .replace("date =", f"date = 2026-11-2{number}")
            for number, (unit, fingerprint) in enumerate(fingerprints.items())
        )
        (tmp_path / "reviews.toml").write_text("\n\n".join(filled), encoding="utf-8")

    return sign


def tell(part: str) -> str:
    return re.sub("<[^>]+>", "", fence.format(f"ningxia {part}"))


@pytest.mark.parametrize("part", PARTS)
def test_each_page_and_paper_names_unit_and_day(part: str, sign) -> None:
    without = fence.format(f"ningxia {part}")
    assert "核对过" not in without
    assert "已核对（" not in without
    sign(甲局=BEFORE, 乙局=NOW, 丙局=NOW)
    role = " 就业科" if part == "review" else ""
    assert f"已核对（乙局{role}，2026-11-21；丙局{role}，2026-11-22）。" in tell(part)
    assert "甲局" not in tell(part)


@pytest.mark.parametrize("part", PARTS)
def test_each_says_that_the_declarations_changed_since(part: str, sign) -> None:
    sign(甲局=BEFORE, 乙局=BEFORE)
    role = " 就业科" if part == "review" else ""
    assert f"核对过（乙局{role}，2026-11-21），该核对之后条款有改动。" in tell(part)
    assert "已核对（" not in tell(part)


def test_a_policy_that_nobody_signed_stays_as_it_is(sign) -> None:
    before = fence.format("jining line")
    sign(甲局=NOW)
    assert fence.format("jining line") == before


def test_the_review_sheet_prints_the_lines_to_fill_in() -> None:
    lines = "\n".join(list_lines_to_enter(NINGXIA))
    assert f"<pre><code>{lines.replace(chr(34), '&#34;')}</code></pre>" in fence.format("ningxia review")
    filled = lines.replace('""', '"x"').replace("date =", "date = 2026-11-22")
    (item,) = parse_sign_offs(filled, POLICIES)
    assert NINGXIA.fingerprint.startswith(item.fingerprint)


def test_the_terminal_s_review_says_the_same(sign, capsys: pytest.CaptureFixture[str]) -> None:
    sign(乙局=NOW)
    assert main(["review", "ningxia"]) == 0
    told = capsys.readouterr().out
    assert "核对：已核对（乙局 就业科，2026-11-20）。" in told
    assert told.endswith("\n".join(list_lines_to_enter(NINGXIA)) + "\n")


def test_the_terminal_names_the_line_of_a_wrong_file(sign, capsys: pytest.CaptureFixture[str]) -> None:
    sign(乙局="0")
    assert main(["review", "ningxia"]) == 2
    assert capsys.readouterr().err == "reviews.toml 第 3 行：fingerprint 照核对表抄，至少前 12 位。\n"
