"""What MkDocs asks while it builds: the pages of each region, and every page's tags and footer.

MkDocs loads this file in the project's environment; it is the only one in building/ that needs anything installed.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import jieba
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from calc.explainer.bill import write_bill
from calc.explainer.region_pages import write_region_pages
from calc.explainer.search_index import rewrite_entries
from calc.explainer.software import list_parts, write_texts
from calc.explainer.versions import say_published
from calc.open_data.files import write_files
from calc.policies import POLICIES
from calc.proof.files import SOURCES, SourceError, read_sign_offs, read_source
from calc.proof.sign_offs import SignOffError
from calc.rules.policy import Policy

EACH_REGION = "each_region"
"""The folder of templates in docs/, and the line in the navigation for which there is one line per policy."""
LICENCE, OWN_LICENCE = Path(__file__).parents[1] / "LICENSE", "policy-calculator.txt"
"""The project's own, and how it is called among the others."""
OWN_LINKS = {
    "站点地图": "site-map/",
    "隐私": "privacy/",
    "无障碍": "accessibility/",
    "版本与核对": "version/",
    "嵌入": "embedding/",
}


@dataclass(frozen=True)
class Agency:
    """Who publishes the site, as `extra.government` in mkdocs.yml says; whatever is empty is not shown."""

    site_name: str = ""
    site_domain: str = ""
    site_id_code: str = ""
    column: str = ""
    source: str = ""
    organizer: str = ""
    icp: str = ""
    police: str = ""
    police_address: str = ""
    report_errors: str = ""
    contact: str = ""


@dataclass(frozen=True)
class FooterItem:
    """One entry of the footer: a link where there is an address."""

    text: str
    address: str = ""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put every policy into the navigation, where mkdocs.yml keeps the place."""
    check_idle_minutes(config)
    check_sources()
    check_sign_offs()
    config.nav = fill_navigation(config.nav or ())
    return config


def fill_navigation(items: Iterable[Any]) -> list[Any]:
    """Put a line for every policy in place of what stands for them: its own page, or the one for many people."""
    pages = {
        EACH_REGION: [{policy.region: f"policies/{policy.id}.md"} for policy in POLICIES.values()],
        f"{EACH_REGION}/roster": [{f"{policy.region}名册": f"roster/{policy.id}.md"} for policy in POLICIES.values()],
    }
    filled: list[Any] = []
    for item in items:
        if isinstance(item, dict):
            filled.append({title: fill_navigation(x) if isinstance(x, list) else x for title, x in item.items()})
        else:
            filled += pages.get(item, [item])
    return filled


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of every policy, its data for other programs, and what there is to say of others' software."""
    pages = write_region_pages(Path(config.docs_dir, EACH_REGION), POLICIES.values())
    parts = list_parts()
    texts = {OWN_LICENCE: LICENCE.read_text(encoding="utf-8"), **write_texts(parts)}
    licences = {f"licences/{name}": text for name, text in texts.items()}
    written = pages | write_files(POLICIES.values()) | licences | {"bom.json": write_bill(parts)}
    for path, text in written.items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the page's template the facts about the page."""
    column = page.parent.title if page.parent else None
    policy = find_policy(page)
    return context | {
        "site_name_words": split_words(config.site_name),
        "government": describe(read_agency(config), page.title or "", column=column, policy=policy),
        "policy": policy,
        "regions": POLICIES.values(),
        "papers": find_papers(context["pages"]),
    }


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """The same for the page that says that there is none."""
    nowhere = describe(read_agency(config), "", column=None, policy=None)
    words = split_words(config.site_name)
    return context | {"site_name_words": words, "government": nowhere, "regions": POLICIES.values()}


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Tell the search how much each provision brings, and people's own words for it, before it writes its index."""
    search = config.plugins.get("material/search")
    if search is not None:  # an agency may go without
        index = search.search_index
        rewrite_entries(index.entries, POLICIES.values(), index._segment_chinese)


def read_agency(config: MkDocsConfig) -> Agency:
    """Read the configuration, and stop at a name that means nothing."""
    given: Mapping[str, object] = config.extra.get("government") or {}
    unknown = sorted(set(given) - {field.name for field in fields(Agency)})
    if unknown:
        raise ConfigurationError(f"mkdocs.yml: extra.government knows nothing of {unknown}")
    return Agency(**{name: str(value) for name, value in given.items() if value is not None})


def check_idle_minutes(config: MkDocsConfig) -> None:
    """Stop at idle minutes that are no whole number: a mistake must not leave the clearing off, or clear at once."""
    minutes = config.extra.get("idle_minutes", 0)
    if type(minutes) is not int or minutes < 0:
        raise ConfigurationError(
            f"mkdocs.yml: extra.idle_minutes must be whole minutes, or 0 for never, not {minutes!r}"
        )


def check_sources() -> None:
    """Stop at official texts that no policy is called after, cannot be read, or do not hold what is quoted of them."""
    folder = os.environ.get(SOURCES)
    if not folder:
        return
    files = sorted(Path(folder).glob("*.txt"))
    if not files:
        raise ConfigurationError(f"--sources: {folder} holds no official text; they are called <policy>.txt")
    for file in files:
        if file.stem not in POLICIES:
            raise ConfigurationError(f"--sources: no policy is called as {file} is; there are {', '.join(POLICIES)}")
        try:
            read_source(Path(folder), POLICIES[file.stem])
        except SourceError as error:
            raise ConfigurationError("\n".join(error.args)) from error


def check_sign_offs() -> None:
    """Stop at an agency's file of sign-offs that cannot be used."""
    try:
        read_sign_offs()
    except SignOffError as error:
        raise ConfigurationError(str(error)) from error


def find_policy(page: Page) -> Policy | None:
    """The policy that a page is about: its file, or the folder of its file, is called after it."""
    path = PurePosixPath(page.file.src_uri).with_suffix("")
    return next((POLICIES[part] for part in path.parts if part in POLICIES), None)


@cache
def split_words(name: str) -> tuple[str, ...]:
    """Split a name into words, so that no line ends within one."""
    return tuple(jieba.cut(name))


def find_papers(files: Iterable[File]) -> dict[str, list[Page]]:
    """The pages in the folder of each policy, by the file of the policy's own page."""
    papers: dict[str, list[Page]] = {}
    for file in files:
        folder = PurePosixPath(file.src_uri).parent
        if folder.name in POLICIES and file.page:
            papers.setdefault(f"{folder}.md", []).append(file.page)
    return papers


def describe(agency: Agency, title: str, *, column: str | None, policy: Policy | None) -> dict[str, Any]:
    """The tags of a government page, its footer, and when it was published."""
    published = say_published()
    tags = {
        "SiteName": agency.site_name,
        "SiteDomain": agency.site_domain,
        "SiteIDCode": agency.site_id_code,
        "ColumnName": column or agency.column,
        "ArticleTitle": title,
        "PubDate": published,
        "ContentSource": f"{policy.title}（{policy.number}）" if policy else agency.source or agency.organizer,
    }
    return {"tags": tags, "footer": [asdict(item) for item in list_footer(agency)], "published": published}


def list_footer(agency: Agency) -> Iterator[FooterItem]:
    """What stands in the footer, in the usual order."""
    if agency.organizer:
        yield FooterItem(f"主办单位：{agency.organizer}")
    if agency.site_id_code:
        yield FooterItem(f"网站标识码：{agency.site_id_code}")
    if agency.icp:
        yield FooterItem(agency.icp, "https://beian.miit.gov.cn/")
    if agency.police:
        yield FooterItem(agency.police, agency.police_address)
    if agency.report_errors:
        yield FooterItem("网站找错", agency.report_errors)
    if agency.contact:
        yield FooterItem("联系我们", agency.contact)
    yield from (FooterItem(text, address) for text, address in OWN_LINKS.items())
