"""Where there is no Chinese font and none can be installed, one sentence says so."""

from pathlib import Path

import pytest

from building import fonts


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """A Linux without fontconfig, and the packages that somebody tries to install there."""
    asked: list[tuple[str, ...]] = []

    def refuse(*names: str) -> bool:
        asked.append(names)
        return False

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(fonts, "install_debian_packages", refuse)
    return asked


def test_one_is_installed_or_asked_for(bare: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]) -> None:
    fonts.prepare_chinese_font()
    assert bare == [("fonts-noto-cjk", "fontconfig")]
    assert capsys.readouterr().out.count("fonts-noto-cjk") == 1


def test_a_font_that_is_there_is_enough(
    bare: list[tuple[str, ...]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lister = tmp_path / "fc-list"
    lister.write_text("#!/bin/sh\necho Some Chinese Font\n")
    lister.chmod(0o755)
    fonts.prepare_chinese_font()
    assert bare == []
    assert capsys.readouterr().out == ""
