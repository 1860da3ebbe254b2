"""What an option was once called goes on working, in facts and in links."""

import json

import pytest
from pydantic_core import PydanticCustomError

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts
from calc.facts.link import open_link
from calc.facts.questions import Choice, Selection
from calc.web import answer

GRADE = Choice(
    label="哪一级？",
    short="级别",
    options={"high": "高级", "low": "初级"},
    aliases={"best": "high", "上（等）": "high"},
)
RETIRED = [
    (fact, alias, option)
    for fact, question in CATALOGUE.items()
    if isinstance(question, Selection)
    for alias, option in question.aliases.items()
]


@pytest.mark.parametrize("typed", ["high", "高级", "best", " best ", "上（等）", "上(等)"])
def test_an_option_is_read_under_every_name_it_ever_had(typed: str) -> None:
    assert GRADE.read(typed) == "high"


@pytest.mark.parametrize("typed", ["bests", "中级", 7, ["best"]])
def test_other_names_are_refused_with_the_present_ones(typed: object) -> None:
    with pytest.raises(PydanticCustomError, match="高级、初级"):
        GRADE.read(typed)


@pytest.mark.parametrize("aliases", [{"best": "highest"}, {"low": "high"}])
def test_an_alias_leads_from_a_retired_option_to_a_present_one(aliases: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="retired"):
        Choice(label="哪一级？", short="级别", options=GRADE.options, aliases=aliases)


def test_facts_and_links_take_retired_options_as_the_present_ones() -> None:
    assert ("work_place", "宁夏区内其他县（市）", "other-county") in RETIRED
    for fact, alias, option in RETIRED:
        assert check_facts({fact: alias}) == {fact: option}
        assert open_link(f"#v=1&{fact}={alias}", [fact]).values == {fact: option}


def test_a_page_fills_in_the_present_option_for_a_retired_one() -> None:
    link = "#v=1&who=worker&work_place=宁夏区内其他县（市）"
    reply = json.loads(answer(json.dumps({"page": "ningxia", "form": {}, "wants": "opened", "link": link})))
    assert reply["fill"] == {"who": "worker", "work_place": "other-county"}
    assert CATALOGUE["work_place"].say("other-county") in reply["patches"]["calculator-answers"]
