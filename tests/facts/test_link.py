"""Links that carry answers: they come back as they went, and whatever else stands in them harms nothing."""

import json
import time
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import MOST_SUGGESTED
from calc.facts.link import CUT, MOST_CHARACTERS, RENAMED, open_link, write_link, write_link_to_send
from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.web import answer
from tests.worlds import worlds

some = settings(max_examples=25)
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
KNOWN = (*CATALOGUE, "who")


def ask(page: str, **question: object) -> Any:
    return json.loads(answer(json.dumps({"page": page, **question})))


def test_a_link_says_its_version_and_names_facts() -> None:
    link = write_link({"who": "carrier", "workers_hired": 35, "is_insured": True, "job_start": date(2020, 1, 5)})
    assert link == "v=1&who=carrier&workers_hired=35&is_insured=yes&job_start=2020-01-05"


def test_what_is_private_or_empty_stays_out() -> None:
    private = [fact for fact, question in CATALOGUE.items() if question.is_private]
    assert private
    link = write_link({**dict.fromkeys(private, "某某"), "who": "", "workers_hired": 1})
    assert link == "v=1&workers_hired=1"
    assert open_link(f"v=1&{private[0]}=x", KNOWN).values == {}


def test_unknown_names_are_reported_with_the_nearest() -> None:
    opened = open_link("#v=1&workers_hire=3&who=worker", KNOWN)
    assert opened.values == {"who": "worker"}
    assert opened.complaints == ("链接里有这一页不认识的“workers_hire”，没有采用。是不是“吸纳人数”？",)


def test_a_fact_of_another_page_is_reported_by_its_name() -> None:
    opened = open_link("#v=1&broker_sex=male", ["workers_hired"])
    assert opened.complaints == (f"链接里的“{CATALOGUE['broker_sex'].short}”，这一页不问，没有采用。",)


def test_a_renamed_fact_is_taken_under_its_new_name_and_reported() -> None:
    opened = open_link("#v=1&is_in_home_region=no", ["is_local_employer"])
    assert opened.values == {"is_local_employer": "no"}
    assert opened.complaints == ("链接是以前的，里面的“单位在当地”换了名称，请看答案对不对。",)


def test_only_facts_that_are_no_more_are_renamed() -> None:
    assert set(RENAMED).isdisjoint(CATALOGUE)
    assert set(RENAMED.values()) <= set(CATALOGUE)


@pytest.mark.parametrize(
    ("fragment", "complaint"),
    [
        ("#v=2&who=worker", "别的版本"),
        ("#who=worker", "别的版本"),
        ("#v=1&who=%E4", "读不出来"),
        ("#v=1&" + "&".join(f"a{n}=1" for n in range(300)), "读不出来"),
        ("#v=1&who=" + "x" * MOST_CHARACTERS, "太长"),
    ],
)
def test_a_link_that_cannot_be_read_is_reported_and_gives_nothing(fragment: str, complaint: str) -> None:
    opened = open_link(fragment, KNOWN)
    assert opened.values == {}
    assert complaint in opened.complaints[0]


@policies
@some
@given(st.data())
def test_a_page_opens_the_link_it_writes(policy: Policy, data: st.DataObject) -> None:
    """Every world's answers, written as a link and opened by the page, fill fields that give the same link."""
    world = data.draw(worlds(policy))
    answers = {fact: answer for fact, answer in world.items() if fact in policy.facts}
    link = "#" + write_link({"who": "all", **answers})
    opened = ask(policy.id, wants="opened", link=link)
    assert opened["patches"]["calculator-notice"].endswith("hidden></div>")
    sent = f"#{ask(policy.id, wants='link', form=opened['fill'])['link']}"
    assert sent == "#" + write_link_to_send({"who": "all", **answers})
    again = ask(policy.id, wants="opened", link=sent)
    assert again["patches"]["calculator-notice"].endswith("hidden></div>")
    assert again["fill"] == opened["fill"]


texts = st.text(max_size=40)
names = st.one_of(texts, st.sampled_from(("who", "topic", "v", "home", "job_start", "workers_hired", "__proto__")))


@some
@given(st.sampled_from(sorted(POLICIES)), st.lists(st.tuples(names, texts), max_size=8))
def test_any_pairs_are_opened(page: str, pairs: list[tuple[str, str]]) -> None:
    check_opened(page, "#v=1&" + urlencode(pairs, errors="replace"))


@some
@given(st.sampled_from(sorted(POLICIES)), texts)
def test_any_text_is_opened(page: str, text: str) -> None:
    check_opened(page, f"#v=1&{text}")
    check_opened(page, text)


def check_opened(page: str, link: str) -> None:
    reply = ask(page, wants="opened", link=link)
    assert set(reply["patches"]) >= {"calculator-form", "calculator-result", "calculator-notice"}
    known = {*POLICIES[page].facts, "who", "topic"}
    assert {name.split(".")[0] for name in reply.get("fill", {})} <= known


@pytest.mark.parametrize("link", ["#v=9&workers_hired=12", "#v=1&heads=3", "#v=1", "#v=1&" + "x" * MOST_CHARACTERS])
@pytest.mark.parametrize("page", ["ningxia", "compare", "planning"])
def test_a_link_without_anything_of_use_leaves_the_form(page: str, link: str) -> None:
    form = {"who": "all", "workers_hired": "12", "2018.placements": "12"}
    reply = ask(page, wants="opened", link=link, form=form)
    assert "fill" not in reply
    assert reply.get("focus") == ("calculator-notice" if link != "#v=1" else None)
    assert {**reply["patches"], "calculator-notice": ""} == {
        **ask(page, form=form)["patches"],
        "calculator-notice": "",
    }


def test_a_link_that_only_says_who_asks_leads_to_the_form() -> None:
    assert ask("ningxia", wants="opened", link="#v=1&who=carrier&topic=carrier-subsidy")["focus"] == "who-carrier"
    assert ask("ningxia", wants="opened", link="#v=1&topic=carrier-subsidy")["focus"] == "who-all"
    assert ask("ningxia", wants="opened", link="#v=1&who=carrier&workers_hired=1")["focus"] == "calculator-result"


SENT = write_link_to_send({"who": "carrier", "workers_hired": 35, "job_start": date(2020, 1, 5)})


def test_a_link_that_is_sent_says_how_long_it_is() -> None:
    assert SENT == "v=1&n=47&who=carrier&workers_hired=35&job_start=2020-01-05"
    assert open_link(SENT, KNOWN).complaints == ()


@pytest.mark.parametrize("end", range(len("v=1&n=47&"), len(SENT)))
def test_a_link_whose_end_was_cut_off_says_so_and_leaves_out_what_was_cut(end: int) -> None:
    opened, whole = open_link(SENT[:end], KNOWN), open_link(SENT, KNOWN).values
    assert CUT in opened.complaints
    assert opened.values.items() <= whole.items(), "half an answer is none"


@pytest.mark.parametrize("length", ["", "x", "-5", "9" * 5_000, "１２", "0", "<b>"])
def test_a_length_that_is_none_takes_nothing_away(length: str) -> None:
    assert open_link(f"v=1&n={length}&who=worker", KNOWN).values == {"who": "worker"}


def test_a_link_from_before_there_was_a_length_is_opened_in_silence() -> None:
    assert open_link("v=1&who=carrier&workers_hired=35", KNOWN).complaints == ()


def test_what_no_link_carries_is_not_called_unasked() -> None:
    (complaint,) = open_link("v=1&unit_name=x", ["unit_name"]).complaints
    assert "不由链接带来" in complaint


@pytest.mark.parametrize("place", ["home={}", "workers_hired={}", "{}=1", "who={}", "topic={}", "job_start={}"])
def test_hostile_text_stays_text(place: str) -> None:
    hostile = "\"><script>alert('吸纳')</script><img src=x onerror=alert(1)>"
    reply = ask("ningxia", wants="opened", link="#v=1&who=all&" + place.format(quote(hostile)))
    for html in reply["patches"].values():
        assert "<script" not in html
        assert "<img" not in html


def test_many_unknown_names_cost_no_time() -> None:
    """Every name is named, the nearest of the first few is looked for."""
    begun = time.process_time()
    opened = open_link("#v=1&" + "&".join(f"workers_hire{n}=1" for n in range(190)), KNOWN)
    assert time.process_time() - begun < 0.5
    assert len(opened.complaints) == 190
    offers = [place for place, complaint in enumerate(opened.complaints) if "是不是" in complaint]
    assert offers == list(range(MOST_SUGGESTED))


@pytest.mark.parametrize("page", ["ningxia", "compare", "planning"])
def test_a_hostile_link_is_answered_soon(page: str) -> None:
    """As long as a link may be, with the values that once cost most."""
    spaces = "&".join(f"{fact}=1{'+' * 800}1" for fact in ("workers_hired", "months_employed", "age", "staff"))
    ask(page, wants="opened", link="#v=1")  # what is made once is not the link's fault
    for hostile in (spaces, f"workers_hired=1{'+' * 7_000}1", "&".join(f"workers_hire{n}=1" for n in range(190))):
        begun = time.process_time()
        ask(page, wants="opened", link=f"#v=1&who=all&{hostile}")
        assert time.process_time() - begun < 2, hostile[:40]
