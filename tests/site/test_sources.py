"""build.py build --sources: the official text stands in the policy's page, and a wrong folder stops the build."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from building import website
from building.shipped import list_shipped
from calc.policies import POLICIES
from calc.proof.files import SOURCES
from tests.invented import invent_text
from tests.site.few_pages import build_site, configure

TIER = "吸纳31人至100人的一次性补贴6万元"

CHANGED = invent_text(POLICIES["ningxia"]).replace(TIER, "吸纳31人至100人的一次性补贴8万元")


@pytest.fixture
def build(tmp_path: Path) -> Callable[[str, str], subprocess.CompletedProcess[str]]:
    """Build a site of one page with a folder that holds one file."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# 宁夏\n\n```calc\nningxia provisions\n```\n", encoding="utf-8")
    configure(tmp_path, "nav: [index.md]")

    def build(name: str, text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
        return build_site(tmp_path, {**os.environ, SOURCES: str(tmp_path / "texts")})

    return build


def test_the_text_stands_in_the_page(build: Callable[..., Any], tmp_path: Path) -> None:
    done = build("ningxia.txt", invent_text(POLICIES["ningxia"]))
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert page.count('<details class="official-text"') == len(POLICIES["ningxia"].provisions)
    assert f"{TIER}</mark>" in page


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("ningxia.txt", CHANGED, f"（二）就业扶贫载体一次性补贴：找不到“{TIER}”"),
        ("宁夏.txt", "", "no policy is called as"),
        ("ningxia.md", "", "holds no official text"),
    ],
)
def test_what_cannot_stand_beside_the_provisions_stops_the_build(
    build: Callable[..., Any], name: str, text: str, said: str
) -> None:
    done = build(name, text)
    assert done.returncode != 0
    assert said in done.stderr


def test_the_site_is_built_anew_for_another_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made_from: list[list[Path | str]] = []
    monkeypatch.setattr(website, "make_when_changed", lambda folder, inputs, make: made_from.append(list(inputs)))
    website.build_website(for_hosts=True)
    website.build_website(for_hosts=True, sources=tmp_path)
    assert [item for item in made_from[1] if item not in made_from[0]] == [tmp_path]


def test_pages_alone_are_told_of_the_texts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []
    monkeypatch.setattr(website, "run", lambda *words, environment, **_: told.append(environment.get(SOURCES, "")))
    for name in ("adapt_theme_scripts", "lay_folder_search", "secure_pages"):
        monkeypatch.setattr(website, name, lambda _: None)
    monkeypatch.setattr(website, "DRAFT", tmp_path / "draft")
    monkeypatch.setenv(SOURCES, "what a shell had left")
    website.make_pages({}, tmp_path)
    website.make_pages({}, None)
    assert told == ["", str(tmp_path), "", ""]


def test_no_module_of_the_browser_can_read_them() -> None:
    assert [file for file in list_shipped() if "read_source" in file.read_text(encoding="utf-8")] == []
