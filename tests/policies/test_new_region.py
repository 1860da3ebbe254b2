"""`build.py new-region` lays out a region that stands on its own, and says no to names that cannot be one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from building.new_region import FILES, REGISTER, lay_region
from building.places import ROOT
from calc.policies import POLICIES
from calc.rules.policy import Policy

STAND = """
from pathlib import Path
from calc import assess
from calc.explainer.fence import PARTS, format
from calc.explainer.region_pages import write_region_pages
from calc.policies import POLICIES
from calc.proof.cases import parse_cases

assert [*POLICIES][-1] == "newland"
rows = [row for table in parse_cases(Path("tests/cases/newland.md").read_text("utf-8")) for row in table.rows]
answers = [assess("newland", row.facts)["provisions"] for row in rows]
assert [provision["status"] for [provision] in answers] == ["eligible", "ineligible", "unknown"]
pages = write_region_pages(Path("docs/each_region"), POLICIES.values())
assert "newland leaflets" in pages["policies/newland/leaflet.md"]
for part in PARTS.keys() - {"form"}:
    assert format(f"newland {part}")
for fence in ("coverage", "finder", "regions", "versions", "snippets", "compare overview", "compare calculator"):
    assert "待填newland" in format(fence)
assert "一个人最多 1,000 元" in format("regions")
assert "待填：名称最多 1,000 元" in format("finder")
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of what a region belongs to."""
    for folder in ("calc", "docs", "tests/cases", "tests/exemptions", "tests/regions"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    return tmp_path


def run(root: Path, *arguments: str) -> None:
    done = subprocess.run((sys.executable, *arguments), cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_region_stands_and_answers_its_cases(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_region("newland", root)
    said = capsys.readouterr().out
    assert all(path.replace("$id", "newland") in said for path in FILES)
    run(root, "-c", STAND)
    for path in ("calc/policies/newland.py", "tests/regions/newland.py", REGISTER.as_posix()):
        run(root, "-m", "ruff", "check", "--quiet", "--config", str(ROOT / "pyproject.toml"), path)
        run(root, "-m", "ruff", "format", "--check", "--quiet", "--config", str(ROOT / "pyproject.toml"), path)


@pytest.mark.parametrize("name", ["New", "new-land", "2nd", "", "class", "新地", "../up"])
def test_what_is_no_identifier_is_refused_in_one_sentence(root: Path, name: str) -> None:
    with pytest.raises(SystemExit, match="cannot be a region's id: take a word") as refused:
        lay_region(name, root)
    assert str(refused.value).strip().count("\n") == 0


@pytest.mark.parametrize("name", [*POLICIES, "compare", "planning", "policies"])
def test_what_is_there_already_is_refused_and_nothing_changes(root: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(SystemExit, match=r"there is .* already"):
        lay_region(name, root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_nothing_is_left_to_fill_in(policy: Policy) -> None:
    declared = repr((policy, policy.people, policy.provisions))
    assert "待填" not in declared, "fill in what building/new_region.py laid out with 待填"
    for path in FILES:
        assert "待填" not in (ROOT / path.replace("$id", policy.id)).read_text(encoding="utf-8"), path
