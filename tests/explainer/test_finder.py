"""The finder leads to every policy that can bring something and to no other, with answers that its page takes."""

import json
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import product

import pytest

from calc.engine.assess import assess
from calc.explainer.finder import FAR, find_links, name_place, render_finder, tell_policy
from calc.explainer.offers import list_audiences
from calc.facts.catalogue import Answers
from calc.facts.link import open_link
from calc.facts.worker import HOMES
from calc.pages import PAGES
from calc.parts.field import TOPIC, UNSURE, WHO
from calc.policies import POLICIES
from calc.rules.payees import WANTED
from calc.rules.policy import Policy

PLACES = (*POLICIES, "elsewhere")
FOR_ITS_PLACE = {
    "dalian": {"base-recognition", "agent-subsidy"},
    "ningxia": {"incubator-award", "broker-insurance"},
    "zhongshan": {"agency-staff-subsidy"},
    "shaoxing": {"job-fair-subsidy", "base-award"},
    "jining": set[str](),
}
"""What people apply for and the text says no word of where the people come from."""
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)


def iterate_answers() -> Iterator[Mapping[str, str]]:
    """Every combination of answers that the finder takes."""
    roles = ("", UNSURE, *(payee.value for payee in list_audiences(POLICIES.values())))
    for who, home, work in product(roles, ("", UNSURE, *HOMES), ("", UNSURE, *PLACES)):
        yield {WHO: who, "home": home, "work": work}


def is_far(policy: Policy, answers: Mapping[str, str]) -> bool:
    """Whether somebody works elsewhere, as far as he says."""
    return answers["work"] in PLACES and answers["work"] != policy.id


def write_way(policy: Policy, answers: Mapping[str, str]) -> str:
    """The link that the page's script puts together, with its mark where somebody works elsewhere."""
    told = tell_policy(policy, PLACES)
    link = "&".join(filter(None, ["v=1", *(told[name].get(answer, "") for name, answer in answers.items())]))
    return f"{FAR}{link}" if is_far(policy, answers) else link


def can_bring_something(policy: Policy, answers: Mapping[str, str]) -> bool:
    """Whether the engine leaves open, for the role, anything that people apply for.

    Whoever works elsewhere works for a unit there; without a word of people from anywhere, a document is for its place.
    """
    home, work = answers["home"], answers["work"]
    known: Answers = {}
    if "home" in policy.facts and home in HOMES:
        known = {**known, "home": home}
    if work in PLACES:
        here: Answers = {"works_here": True} if "works_here" in policy.facts else {}
        known = {**known, **({"works_here": False, "is_local_employer": False} if is_far(policy, answers) else here)}
    who = answers[WHO] if answers[WHO] not in ("", UNSURE) else None
    open_ = [
        finding.provision
        for finding in assess(policy, known).findings
        if finding.provision.nature in WANTED
        if finding.concerns((who,) if who else None) and not finding.status.is_refused
    ]
    return any(provision.id not in FOR_ITS_PLACE[policy.id] for provision in open_) or bool(
        open_ and not is_far(policy, answers)
    )


def strip_mark(link: str) -> str:
    return link.removeprefix(FAR)


@policies
def test_a_document_is_for_its_place_unless_it_speaks_of_people_from_somewhere(policy: Policy) -> None:
    wanted = {provision.id for provision in policy.provisions if provision.nature in WANTED}
    local = {provision.id for provision in policy.provisions if not provision.reaches_beyond}
    assert wanted & local == FOR_ITS_PLACE[policy.id]


@pytest.mark.parametrize("region", ["shaoxing", "dalian"])
def test_an_employer_in_ningxia_is_led_to_no_region_that_does_not_count_his_people(region: str) -> None:
    own = {WHO: "employer", "home": "ningxia", "work": "ningxia"}
    assert write_way(POLICIES["ningxia"], own) in find_links(POLICIES["ningxia"])
    for home in ("ningxia", "elsewhere"):
        assert write_way(POLICIES[region], {**own, "home": home}) not in find_links(POLICIES[region])


def test_a_workshop_elsewhere_is_not_led_to_the_award_for_workshops_in_ningxia() -> None:
    far = {WHO: "carrier", "home": "ningxia", "work": "jining"}
    assert write_way(POLICIES["ningxia"], far) not in find_links(POLICIES["ningxia"])
    assert write_way(POLICIES["ningxia"], {**far, WHO: "employer"}) in find_links(POLICIES["ningxia"])


@policies
def test_it_leads_to_a_policy_exactly_where_the_engine_leaves_something_open(policy: Policy) -> None:
    links = find_links(policy)
    wrong = [
        answers
        for answers in iterate_answers()
        if (write_way(policy, answers) in links) != can_bring_something(policy, answers)
    ]
    assert wrong == []


@policies
def test_the_page_takes_every_answer_that_a_link_carries(policy: Policy) -> None:
    for link in map(strip_mark, find_links(policy)):
        opened = open_link(link, (WHO, TOPIC, *policy.facts))
        assert opened.complaints == ()
        assert opened.values.get("home", "elsewhere") in policy.options_of("home")


@policies
def test_a_link_leads_to_the_next_question_or_to_the_answer(policy: Policy) -> None:
    """Nothing that the finder has asked is asked again."""
    for link in map(strip_mark, find_links(policy)):
        carried = open_link(link, (WHO, TOPIC, *policy.facts)).values
        focus = PAGES[policy.id].open_link(link, {}).focus
        assert not any(focus.startswith(f"f-{fact}") for fact in carried)


def test_the_number_and_the_best_stand_beside_each_way() -> None:
    links = find_links(POLICIES["jining"])
    assert links["v=1&who=worker&home=wanzhou&works_here=yes"] == (
        5,
        "可以算 5 项：跨省就业补贴最多 6,000 元；一次性交通伙食补助最多 1,500 元，等等。",
    )
    assert "v=1&who=worker&home=elsewhere&works_here=yes" not in links


def test_every_place_and_role_is_offered_and_not_knowing_is_an_answer() -> None:
    html = str(render_finder(POLICIES.values()))
    for policy in POLICIES.values():
        assert name_place(policy) in html
    for home in HOMES.values():
        assert f">{home}</option>" in html
    assert html.count(">不清楚<") == 3


def test_the_comparison_takes_what_it_is_handed() -> None:
    html = str(render_finder(POLICIES.values()))
    told = json.loads(unescape(html.rpartition('data-told="')[2].partition('"')[0]))
    links = {
        "&".join(["v=1", *filter(None, (told[name].get(one[name]) for name in told))]) for one in iterate_answers()
    }
    assert all(PAGES["compare"].open_link(link, {}).fill for link in links)
