"""What is open in another role is named in the answer, with a link that takes every answer along."""

import re
from html import unescape

from calc.facts.link import open_link
from calc.pages import PAGES
from calc.pages.policy.other_roles import render_other_roles
from calc.parts.field import WHO
from tests.asking import ask

WORKSHOP = {
    "who": "employer",
    "home": "ningxia",
    "is_registered_poor": "yes",
    "employer_kind": "workshop",
    "is_insured": "yes",
    "workers_hired": "35",
    "groups": "1",
    "months_employed": "12",
}


def read(html: object) -> str:
    return unescape(re.sub(r"<[^>]+>", "", str(html)))


def test_an_employer_that_is_a_workshop_is_led_to_the_award_for_workshops_with_his_answers() -> None:
    patch = PAGES["ningxia"].answer(WORKSHOP, is_submitted=False).render()["calculator-result"]
    named = patch.partition('class="other-roles"')[2].partition("</div>")[0]
    assert "扶贫车间、基地：就业扶贫载体一次性补贴。" in read(f"<div {named}")
    links = [unescape(link) for link in re.findall('href="#([^"]+)"', named)]
    (link,) = (link for link in links if "who=carrier" in link)
    carried = open_link(link, tuple(WORKSHOP)).values
    assert carried == {name: value for name, value in {**WORKSHOP, WHO: "carrier"}.items() if name in carried}
    assert {"employer_kind", "workers_hired", "months_employed"} <= carried.keys()
    opened = PAGES["ningxia"].open_link(link, {})
    assert not opened.render().get("calculator-notice", "").count("没有采用")


def test_of_many_offers_the_first_are_named_and_all_are_counted() -> None:
    told = read(render_other_roles(ask("ningxia", "family"), {}))
    assert re.search(r"打工的人：(\w|（|）)+、.+等 \d+ 项。", told)


def test_where_nothing_is_open_nothing_is_said() -> None:
    assert render_other_roles(ask("zhongshan", "worker"), {}) is None
