"""A wrong file of sign-offs stops the build with one sentence; another one makes the site anew."""

from pathlib import Path

import pytest
from mkdocs.exceptions import ConfigurationError

from building.hooks import check_sign_offs
from building.website import SIGN_OFFS, SOURCES
from calc.proof import files


def test_a_wrong_file_stops_the_build_and_names_its_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "SIGN_OFFS", tmp_path / "reviews.toml")
    check_sign_offs()
    (tmp_path / "reviews.toml").write_text('[[review]]\npolicy = "ningxia"\n', encoding="utf-8")
    with pytest.raises(
        ConfigurationError, match=r"^reviews.toml 第 1 行：这一份核对少了 fingerprint、unit、role、date"
    ):
        check_sign_offs()


def test_the_build_looks_for_the_file_that_is_read() -> None:
    assert files.SIGN_OFFS == SIGN_OFFS
    assert SIGN_OFFS in SOURCES
