"""Every region's pages and its line in the navigation come from the declarations."""

import re
from pathlib import PurePosixPath

import pytest
from mkdocs.config.defaults import MkDocsConfig

from building.hooks import EACH_REGION, on_config
from building.places import DOCS
from calc.explainer.region_pages import write_region_pages
from calc.policies import POLICIES
from calc.rules import Form
from calc.rules.policy import Policy

PAGES = write_region_pages(DOCS / EACH_REGION, POLICIES.values())
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


@policies
def test_a_region_has_its_pages_and_its_sheets(policy: Policy) -> None:
    sheets = ["cases", "leaflet", "review", "worksheet"]
    if any(isinstance(word, Form) for provision in policy.provisions for word in provision.words):
        sheets.append("form")
    ways = ("policies", "embed", "roster")
    own = {*(f"{way}/{policy.id}.md" for way in ways), *(f"policies/{policy.id}/{name}.md" for name in sheets)}
    assert own == {path for path in PAGES if policy.id in PurePosixPath(path).with_suffix("").parts}


@policies
def test_a_page_speaks_of_its_own_region_alone(policy: Policy) -> None:
    for path, text in PAGES.items():
        if policy.id in PurePosixPath(path).with_suffix("").parts:
            assert f"title: {policy.region}" in text
            assert {fence.split()[0] for fence in re.findall("```calc\n(.*)\n```", text)} == {policy.id}


def test_no_two_documents_are_called_alike() -> None:
    assert len({policy.region for policy in POLICIES.values()}) == len(POLICIES)


def test_the_navigation_has_the_regions_in_their_order_where_it_keeps_the_place() -> None:
    config = MkDocsConfig()
    config.nav = ["index.md", EACH_REGION, {"比较": "compare.md"}]
    regions = [{policy.region: f"policies/{policy.id}.md"} for policy in POLICIES.values()]
    assert on_config(config).nav == ["index.md", *regions, {"比较": "compare.md"}]
