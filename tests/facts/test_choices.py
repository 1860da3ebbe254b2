"""Several options answered at once: read in any order and any spelling, told apart from what cannot be meant."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import check_facts
from calc.facts.link import open_link, write_link
from calc.facts.questions import Choices

KINDS = Choices(
    label="哪几类？",
    short="类型",
    options={"shop": "车间（工厂）", "small": "小企业", "other": "其他"},
    aliases={"workshop": "shop", "微企业": "small"},
)
EVERY = [fact for fact, question in CATALOGUE.items() if isinstance(question, Choices)]


@pytest.mark.parametrize(
    "typed",
    [
        ["shop", "small"],
        ["small", "shop", "small"],
        ("小企业", "车间（工厂）"),
        pytest.param({"shop", "small"}, id="a set"),
        "shop,small",
        "小企业、车间（工厂）",
        "小企业，车间(工厂)",
        " 微企业 ; workshop ",
        "small；shop",
        "shop|small",
        "、shop,, small、",
        ["", "shop", "small"],
    ],
    ids=repr,
)
def test_several_are_read_in_declared_order_each_once(typed: object) -> None:
    assert KINDS.read(typed) == ("shop", "small")


@pytest.mark.parametrize(
    "typed", ["shop", "车间（工厂）", "workshop", ["shop"], "shop、shop", [" 车间(工厂) "]], ids=repr
)
def test_one_is_read_as_ever(typed: object) -> None:
    assert KINDS.read(typed) == ("shop",)


@pytest.mark.parametrize(
    "typed", [None, "", "  ", "、，", "不清楚", "unknown", [], [""], [None], ["不清楚"], ()], ids=repr
)
def test_nothing_selected_is_unknown(typed: object) -> None:
    assert KINDS.read(typed) is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("shop、大企业", "选一项或几项.*车间（工厂）、小企业、其他"),
        (["shop", 1], "选一项或几项"),
        (["shop", ["small"]], "选一项或几项"),
        ({"shop": True}, "选一项或几项"),
        (7, "选一项或几项"),
        (True, "选一项或几项"),
        ("shop small", "选一项或几项"),
        ("SHOP", "选一项或几项"),
        (["不清楚", "shop"], "选了“不清楚”，就不要再选别的"),
        (["shop", None], "选了“不清楚”，就不要再选别的"),
    ],
    ids=repr,
)
def test_what_cannot_be_read_is_answered_in_plain_words(typed: object, sentence: str) -> None:
    with pytest.raises(PydanticCustomError, match=sentence):
        KINDS.read(typed)


def test_what_is_said_and_spelt_reads_as_itself() -> None:
    answer = ("shop", "small")
    assert KINDS.say(answer) == "车间（工厂）、小企业"
    assert KINDS.spell(answer) == "shop,small"
    assert KINDS.read(KINDS.say(answer)) == KINDS.read(KINDS.spell(answer)) == answer


def test_what_is_wanted_joins_what_was_given() -> None:
    assert KINDS.alter(None, "small") == ("small",)
    assert KINDS.alter(("other",), "shop") == ("shop", "other")


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        ({"options": {"shop": "车间、工厂"}}, r"\['车间、工厂'\] cannot be told"),
        ({"options": {"a;b": "甲"}}, r"\['a;b'\] cannot be told"),
        ({"aliases": {"甲，乙": "shop"}}, r"\['甲，乙'\] cannot be told"),
        ({"aliases": {"shop": "small"}}, "retired"),
    ],
)
def test_a_declaration_that_could_not_be_read_back_is_refused(declared: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Choices(label="?", short="类型", **{"options": {"shop": "车间", "small": "小企业"}, **declared})


def test_employers_and_agents_may_be_of_several_kinds() -> None:
    assert EVERY == ["employer_kind", "agent_kind"]
    for fact in EVERY:
        assert "哪几类" in CATALOGUE[fact].label


@pytest.mark.parametrize("fact", EVERY)
def test_every_option_is_known_by_id_and_by_label(fact: str) -> None:
    question = CATALOGUE[fact]
    assert isinstance(question, Choices)
    for option, label in question.options.items():
        assert check_facts({fact: option}) == check_facts({fact: [label]}) == {fact: (option,)}
    assert question.read([*question.options.values()][::-1]) == tuple(question.options)


@given(st.sampled_from(EVERY), st.data())
def test_the_order_of_what_is_answered_never_matters(fact: str, data: st.DataObject) -> None:
    question = CATALOGUE[fact]
    assert isinstance(question, Choices)
    chosen = data.draw(st.lists(st.sampled_from([*question.options]), min_size=1))
    answer = question.read(chosen)
    shuffled = data.draw(st.permutations(chosen))
    separator = data.draw(st.sampled_from(["、", "，", ",", "; ", "；", " | "]))
    assert question.read(separator.join(shuffled)) == question.read(answer) == answer


@pytest.mark.parametrize(
    ("carried", "answer"),
    [
        ("workshop", "workshop"),
        ("workshop,small-enterprise", "workshop,small-enterprise"),
        ("workshop%2Csmall-enterprise", "workshop,small-enterprise"),
        ("中小微企业、就业扶贫车间", "small-enterprise,workshop"),
        ("就业扶贫车间", "workshop"),
    ],
)
def test_links_old_and_new_name_the_kinds_by_id(carried: str, answer: str) -> None:
    assert open_link(f"#v=1&employer_kind={carried}", ["employer_kind"]).values == {"employer_kind": answer}


def test_a_link_is_written_with_the_comma_as_it_is() -> None:
    assert write_link({"employer_kind": ("workshop", "other")}) == "v=1&employer_kind=workshop,other"
