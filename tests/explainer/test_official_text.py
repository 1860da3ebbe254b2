"""The official text on a policy's page and review sheet: without it, it alone is missing; every step leads to it."""

import re
from pathlib import Path

import pytest

from calc.explainer import fence
from calc.policies import POLICIES
from calc.proof.files import SOURCES
from calc.rules.policy import Policy
from tests.invented import invent_text
from tests.replies import Reply

DISCLOSURE = re.compile(r'<details class="official-text".*?</details>', re.DOTALL)
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the build is given a text made up of what Ningxia's declarations quote."""
    (tmp_path / "ningxia.txt").write_text(invent_text(POLICIES["ningxia"]), encoding="utf-8")
    monkeypatch.setenv(SOURCES, str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("part", ["provisions", "review"])
def test_without_the_text_only_the_text_is_missing(part: str, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = fence.format(f"ningxia {part}")
    provisions = POLICIES["ningxia"].provisions
    assert len(DISCLOSURE.findall(told)) == len(provisions) + (part == "review")
    monkeypatch.delenv(SOURCES)
    assert fence.format(f"ningxia {part}") == DISCLOSURE.sub("", told)


def test_a_policy_whose_text_is_not_there_has_none(sources: Path) -> None:
    assert not DISCLOSURE.search(fence.format("jining provisions"))


def test_the_phrases_of_a_tier_are_marked(sources: Path) -> None:
    (card,) = re.findall(r'id="carrier-subsidy-text">(.*?)</details>', fence.format("ningxia provisions"), re.DOTALL)
    assert "吸纳31人至100人的一次性补贴6万元</mark>" in card
    assert "吸纳100人以上的一次性补贴10万元</mark>" in card
    assert "data-search-exclude" in card


@policies
def test_every_place_that_a_step_or_a_sheet_leads_to_is_on_the_page_with_and_without_the_text(policy: Policy) -> None:
    page = fence.format(f"{policy.id} provisions")
    places = {f"{provision.id}-text" for provision in policy.provisions}
    assert {place for place in re.findall(r'id="([^"]+)"', page) if place.endswith("-text")} == places
    assert set(re.findall(r'href="\.\./#([^"]+)"', fence.format(f"{policy.id} review"))) == places


@policies
def test_every_step_of_an_answer_leads_to_its_provision_s_place(policy: Policy) -> None:
    reply = Reply(policy.id, {"who": "all", "is_registered_poor": "no"})
    steps = [item for item in reply.elements if item.get("class").startswith("step ")]
    links = [item for item in reply.elements if item.tag == "a" and item.get("class") == "clause"]
    in_steps = [link for link in links if any(item.get("class").startswith("step ") for item in link.around)]
    assert len(in_steps) == len(steps) > 0
    for link in links:
        row = next(item for item in reversed(link.around) if item.get("id").startswith("result-"))
        assert link.get("href") == f"#{row.get('id').removeprefix('result-')}-text"


def test_the_comparison_leads_to_the_policy_s_page() -> None:
    reply = Reply("compare", {"who": "person", "is_registered_poor": "no"})
    links = [item.get("href") for item in reply.elements if item.tag == "a" and item.get("class") == "clause"]
    places = {f"../policies/{policy.id}/#{item.id}-text" for policy in POLICIES.values() for item in policy.provisions}
    assert links
    assert set(links) <= places
