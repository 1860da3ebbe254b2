"""The tags and the footer of a government site: from the configuration and the declarations, and nothing invented."""

import re
from pathlib import Path

import pytest

from building.hooks import Agency, describe, list_footer
from building.places import SITE
from calc.policies import POLICIES
from tests.site.few_pages import build_site, configure

CONFIGURATION = """
nav: [index.md, policies/ningxia.md]
markdown_extensions: []
extra:
  idle_minutes: 5
  government:
    site_name: 测试市人力资源和社会保障局
    site_domain: rsj.example.gov.cn
    site_id_code: "0000000000"
    column: 办事服务
    source: 测试来源
    organizer: 测试市人社局
    icp: 测ICP备00000000号
    police: 测公网安备 00000000000000号
    police_address: https://police.example/
    report_errors: https://errors.example/
    contact: https://contact.example/
"""
MACHINE = {"SOURCE_DATE_EPOCH": "1767225600", "PATH": ""}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages, built for an agency."""
    folder = tmp_path_factory.mktemp("agency")
    (folder / "docs/policies").mkdir(parents=True)
    for name in ("index", "policies/ningxia"):
        (folder / f"docs/{name}.md").write_text(f"---\ntitle: 标题 {name}\n---\n\n# 标题\n", encoding="utf-8")
    configure(folder, CONFIGURATION)
    done = build_site(folder, MACHINE)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def read_tags(page: Path) -> dict[str, str]:
    return dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">', page.read_text(encoding="utf-8")))


def test_a_page_names_the_site_its_title_its_date_and_its_source(site: Path) -> None:
    tags = read_tags(site / "index.html")
    assert tags["SiteName"] == "测试市人力资源和社会保障局"
    assert tags["SiteDomain"] == "rsj.example.gov.cn"
    assert tags["SiteIDCode"] == "0000000000"
    assert tags["ColumnName"] == "办事服务"
    assert tags["ArticleTitle"] == "标题 index"
    assert tags["PubDate"] == "2026-01-01 08:00"  # Beijing's time of the second that the build was told
    assert tags["ContentSource"] == "测试来源"
    assert tags["renderer"] == "webkit"


def test_the_source_of_a_policy_page_is_its_document(site: Path) -> None:
    policy = POLICIES["ningxia"]
    tags = read_tags(site / "policies/ningxia/index.html")
    assert tags["ContentSource"] == f"{policy.title}（{policy.number}）"


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_every_page_of_a_policy_names_its_document(policy) -> None:
    pages = [*(SITE / "policies" / policy.id).rglob("*.html"), SITE / "embed" / policy.id / "index.html"]
    assert len(pages) > 2
    for page in pages:
        assert read_tags(page)["ContentSource"] == f"{policy.title}（{policy.number}）", page


def test_the_footer_names_the_agency_in_plain_links(site: Path) -> None:
    for address in ("index.html", "404.html"):
        page = (site / address).read_text(encoding="utf-8")
        footer = page[page.index('<div class="site-footer">') :]
        for text in ("主办单位：测试市人社局", "网站标识码：0000000000"):
            assert f"<li>{text}</li>" in footer
        for text, target in (
            ("测ICP备00000000号", "https://beian.miit.gov.cn/"),
            ("测公网安备 00000000000000号", "https://police.example/"),
            ("网站找错", "https://errors.example/"),
            ("联系我们", "https://contact.example/"),
        ):
            assert f'<a href="{target}">{text}</a>' in footer
        assert ">站点地图</a>" in footer
        assert "2026-01-01 08:00" in footer


def test_an_agency_lets_idle_pages_be_cleared(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert text.count('role="alertdialog"') == 1
    assert 'data-minutes="5" data-seconds="30"' in text
    assert "有 5 分钟没有操作了" in text
    assert 'role="alertdialog"' not in (SITE / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("minutes", ["五", "-1", "2.5", "true"])
def test_idle_minutes_that_are_none_stop_the_build(site: Path, minutes: str, tmp_path: Path) -> None:
    text = (site.parent / "mkdocs.yml").read_text(encoding="utf-8").replace(str(site.parent / "site"), str(tmp_path))
    (tmp_path / "mkdocs.yml").write_text(text.replace("idle_minutes: 5", f"idle_minutes: {minutes}"), encoding="utf-8")
    done = build_site(tmp_path, MACHINE)
    assert done.returncode != 0
    assert "idle_minutes" in done.stderr


def test_a_name_that_means_nothing_stops_the_build(site: Path) -> None:
    folder = site.parent
    text = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text.replace("site_domain:", "site_domian:"), encoding="utf-8")
    done = build_site(folder, MACHINE)
    assert done.returncode != 0
    assert "site_domian" in done.stderr


def test_what_is_empty_is_not_shown() -> None:
    told = describe(Agency(), "标题", column=None, policy=None)
    assert {name for name, content in told["tags"].items() if content} == {"ArticleTitle", "PubDate"}
    assert all(item.address for item in list_footer(Agency()))  # only our own pages are left


def test_the_published_site_invents_no_number() -> None:
    for page in SITE.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert not {"SiteIDCode", "SiteDomain", "SiteName"} & read_tags(page).keys()
        assert not re.search(r"ICP备\d|公网安备 ?\d", text), page


def test_every_page_says_its_language_and_its_time() -> None:
    for page in SITE.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert '<html lang="zh-CN"' in text, page
        tags = read_tags(page)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", tags["PubDate"])
        assert page.name == "404.html" or tags["ArticleTitle"]


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_a_policy_page_shows_its_document_and_that_it_has_expired(policy) -> None:
    for folder in ("policies", "embed"):
        text = (SITE / folder / policy.id / "index.html").read_text(encoding="utf-8")
        body = text[text.index("<body") :]
        assert policy.title in body
        assert policy.number in body
        assert ("已到期" in body) is bool(policy.term.end)
        if policy.term.end:
            assert policy.term.end.isoformat() in body
