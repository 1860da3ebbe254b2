"""What the search knows of a provision: how much stands first, and people's words lead to it."""

import pytest

from calc.explainer.people_words import SAID, describe, list_places, list_said, split_places
from calc.explainer.search_index import rewrite_entries
from calc.policies import POLICIES

POLICY = POLICIES["jining"]


def rewrite(*locations: str) -> dict[str, dict[str, str]]:
    every = ("policies/jining/", "policies/jining/#apply", *locations)
    entries = [{"location": location, "title": "old", "text": "<p>old text</p>"} for location in every]
    rewrite_entries(entries, [POLICY], lambda text: text)
    return {entry["location"]: entry for entry in entries}


def test_the_sum_is_shown_and_the_old_text_is_searched() -> None:
    entry = rewrite("policies/jining/#travel-meal-subsidy")["policies/jining/#travel-meal-subsidy"]
    assert entry["title"] == "一次性交通伙食补助（济宁）"
    assert entry["text"].startswith("打工的人：1,500 元。")
    assert "路费" not in entry["title"] + entry["text"]
    assert {"路费", "山东", "重庆", "万州", "<p>old"} <= set(entry["words"].split())


def test_how_to_apply_is_found_by_peoples_words() -> None:
    entry = rewrite()["policies/jining/#apply"]
    assert entry["title"] == "怎么申请（济宁）"
    assert {"怎么申请", "怎么办", "材料"} <= set(entry["words"].split())


def test_a_provision_without_an_entry_gets_one() -> None:
    assert {f"policies/jining/#{provision.id}" for provision in POLICY.provisions} <= rewrite().keys()


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("重庆市万州区", ["重庆", "万州"]),
        ("云南省昭通市大关县", ["云南", "昭通", "大关"]),
        ("四川省受帮扶地区", ["四川"]),
        ("吉林省其他地区", ["吉林"]),
        ("宁夏", ["宁夏"]),
        ("其他地方", []),
    ],
)
def test_a_place_is_found_by_each_of_its_names(label: str, names: list[str]) -> None:
    assert list(split_places([label])) == names


def test_every_word_of_the_documents_stands_in_some_document() -> None:
    """A word that no provision says any more would lead nowhere."""
    said = "".join(describe(provision) for policy in POLICIES.values() for provision in policy.provisions)
    assert [word for word in SAID if word not in said] == []


def test_every_region_is_found_by_its_province() -> None:
    assert all(policy.province and policy.province in list_places(policy) for policy in POLICIES.values())


def test_what_people_say_comes_once() -> None:
    assert list_said("交通补贴，探亲也给交通补贴").count("路费") == 1
