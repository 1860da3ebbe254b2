"""A script of the theme that we have changed has a name of its own: browsers keep the theme's for a year."""

import re
from pathlib import Path

from building import theme_scripts
from building.compressing import hash_bytes
from building.lasting import HASHED
from tests.building.small_site import lay

PAGE = """<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script>
{"search": "../assets/javascripts/workers/search.a7633da7.min.js"}"""
BUNDLE = (theme_scripts.LOADS_INDEX, theme_scripts.STARTS_WORKER, theme_scripts.CLOSES_ON_TAB)
SEARCH = (theme_scripts.SEARCHES_FIELDS, theme_scripts.FINDS_WORDS)


def adapt(site: Path, more: str = "") -> list[str]:
    lay(site, "assets/javascripts/bundle.a5f9d56c.min.js", ";".join((*BUNDLE, more)).encode())
    lay(site, "assets/javascripts/workers/search.a7633da7.min.js", ";".join((*SEARCH, more)).encode())
    lay(site, "privacy/index.html", PAGE.encode())
    theme_scripts.adapt_theme_scripts(site)
    return re.findall(r'"\.\./([^"]+\.js)"', (site / "privacy/index.html").read_text(encoding="utf-8"))


def test_its_name_holds_the_hash_of_what_is_published(tmp_path: Path) -> None:
    named = adapt(tmp_path)
    for name in named:
        assert hash_bytes((tmp_path / name).read_bytes())[:8] == name.split(".")[-3]
    assert len(named) == len([*tmp_path.rglob("*.js")]) == 2


def test_another_change_is_another_name(tmp_path: Path) -> None:
    assert not {*adapt(tmp_path / "one")} & {*adapt(tmp_path / "other", "more")}


def test_the_names_are_those_that_hosts_keep(tmp_path: Path) -> None:
    assert [name for name in adapt(tmp_path) if not HASHED.search(name)] == []


def test_a_page_names_no_storage_outside_of_a_try(tmp_path: Path) -> None:
    script = f"__md_get={theme_scripts.READS_STORAGE},__md_set={theme_scripts.WRITES_STORAGE}…)}}catch(e){{}}}}"
    lay(tmp_path, "index.html", f"<script>{script}</script>".encode())
    theme_scripts.adapt_theme_scripts(tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page.count("localStorage") == page.count("||localStorage)") == 2
