"""Render the finder: three questions that lead to the policies that can bring somebody something, with the answers.

Python finds at build what every combination of answers leads to; the page's script only picks.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import product

from htpy import Element, Node, a, div, fieldset, form, label, legend, li, option, p, section, select, span, ul

from calc.engine.supposed import FAR_AWAY, GOES_ON
from calc.explainer.icons import OF_PAYEES, UNKNOWN, draw_icon
from calc.explainer.most import Offer, list_offers
from calc.explainer.offers import list_audiences
from calc.facts.catalogue import Answers
from calc.facts.link import LINK_VERSION, VERSION_FIELD, write_link
from calc.facts.worker import HOMES, Worker
from calc.pages.compare.form import PERSON, PLACEMENT
from calc.parts.field import UNSURE, WHO, choose
from calc.parts.wording import ANYONE, applicants_of, mark_expired
from calc.rules.payees import Payee
from calc.rules.policy import Policy

HOME, WORK = "home", "work"
ELSEWHERE = "elsewhere"
UNSURE_WORDS = "不清楚"
START = f"{VERSION_FIELD}={LINK_VERSION}"
FAR = "-"
"""Stands before a link where somebody works elsewhere: not every page asks where that is."""
NOTHING_HERE = "您工作的地方：按您选的，它的文件没有直接给您的钱和帮助。点开可以看是给谁的。"
NAMED = 2
"""So many offers are named beside their number."""

Told = Mapping[str, Mapping[str, str]]
"""For each question of the finder the part of a link by answer, "" for none, as far as the page linked to asks it."""


def render_finder(policies: Iterable[Policy]) -> Element:
    """Render the three questions, and every place to which they may lead."""
    every = tuple(policies)
    return form("#finder.finder", autocomplete="off")[
        div(".finder-question")[
            label(for_="finder-home")[
                "老家在哪里？",
                span(".hint")["看户口本上的地址。单位、中介，选工人的老家。", Worker.home.explain(HOMES)],
            ],
            select(id="finder-home", name=HOME)[
                option(value="")["请选择"],
                (option(value=home)[words] for home, words in {**HOMES, UNSURE: UNSURE_WORDS}.items()),
            ],
        ],
        _ask("在哪里工作？", WORK, _list_places(every)),
        _ask("我是", WHO, {payee.value: payee.plain for payee in list_audiences(every)}, OF_PAYEES),
        p[a("#finder-go.md-button.md-button--primary", href="#regions")["看能领什么"]],
        _render_found(every),
    ]


def name_place(policy: Policy) -> str:
    """Name a policy's place with its province."""
    return policy.region if policy.region == policy.province else f"{policy.province}{policy.region}"


def tell_policy(policy: Policy, places: Iterable[str]) -> Told:
    """Tell which part of the policy's link each answer writes; what the page does not ask, it does not carry."""
    options = policy.options_of("home") if "home" in policy.facts else {}
    homes = {home: home if home in options else Worker.home.rest for home in HOMES if options}
    works = {place: place == policy.id for place in places if "works_here" in policy.facts}
    roles = {"": ANYONE, UNSURE: ANYONE} | {payee.value: payee.value for payee in applicants_of(policy)}
    return {
        WHO: {answer: _write(WHO, role) for answer, role in roles.items()},
        HOME: {answer: _write("home", home) for answer, home in homes.items()},
        WORK: {answer: _write("works_here", is_here) for answer, is_here in works.items()},
    }


def find_links(policy: Policy) -> Mapping[str, tuple[int, str]]:
    """Find every link to a policy that can bring something, with the number of offers and the best of them in words.

    Whoever says to work there is supposed to go on working there. For whoever works elsewhere FAR stands before it.
    """
    homes = tuple(policy.options_of("home")) if "home" in policy.facts else ()
    found = {}
    for role, home, is_here in product((*applicants_of(policy), None), (*homes, None), (True, False, None)):
        asked = {"home": home, "works_here": is_here}
        answers: Answers = {name: told for name, told in asked.items() if told is not None and name in policy.facts}
        if offers := _list_reaching(policy, role, answers, is_far=is_here is False):
            best = "；".join(f"{offer.finding.provision.title}{offer.say_most()}" for offer in offers[:NAMED])
            more = "，等等" if len(offers) > NAMED else ""
            link = write_link({WHO: role.value if role else ANYONE, **answers})
            key = f"{FAR}{link}" if is_here is False else link
            found[key] = (len(offers), f"可以算 {len(offers)} 项：{best}{more}。")
    return found


def _list_reaching(policy: Policy, role: Payee | None, answers: Answers, *, is_far: bool) -> tuple[Offer, ...]:
    """List the offers to a role; none to whoever works elsewhere, unless one of them reaches beyond its own place."""
    supposed = FAR_AWAY if is_far else GOES_ON if answers.get("works_here") else {}
    offers = list_offers(policy, (role,) if role else None, {**answers, **supposed})
    return offers if not is_far or any(offer.finding.provision.reaches_beyond for offer in offers) else ()


def _list_places(policies: Iterable[Policy]) -> Mapping[str, str]:
    return {**{policy.id: name_place(policy) for policy in policies}, ELSEWHERE: HOMES[Worker.home.rest]}


def _ask(question: str, name: str, options: Mapping[str, str], icons: Mapping[str, str] | None = None) -> Element:
    """Ask with one tile for each option, and one for whoever does not know."""
    tiles = {**options, UNSURE: UNSURE_WORDS}
    return fieldset(".finder-question")[
        legend[question],
        div(".tiles.with-icons" if icons else ".tiles")[
            (_render_tile(name, value, words, icons) for value, words in tiles.items())
        ],
    ]


def _render_tile(name: str, value: str, words: str, icons: Mapping[str, str] | None) -> Element:
    icon = draw_icon(icons.get(value, UNKNOWN)) if icons else None
    return choose("radio", name, value, [icon, words], is_chosen=False, id_=f"finder-{name}-{value}")


def _render_found(policies: tuple[Policy, ...]) -> Element:
    """Render every way; the script puts that of the place where somebody works before the others."""
    places = _list_places(policies)
    return section("#finder-found.finder-found", hidden=True, tabindex="-1", aria_label="找到的政策")[
        p(".finder-unasked", hidden=True)["您还没有选，下面是全部："],
        p(".finder-some", hidden=True)["按您选的，这些地方可能有："],
        p(".finder-none", hidden=True)["按您选的，这里的几份文件都没有直接给您的。差在哪里，到各地比较里看："],
        ul(".finder-here"),
        p(".finder-elsewhere", hidden=True)["别的地方的文件，也可能有给您的："],
        ul(".finder-others")[(_render_way(policy, tell_policy(policy, places), places) for policy in policies)],
        p(".finder-left", hidden=True)[
            "没有列出", span(".finder-left-names"), "：按您选的老家、工作的地方和身份，它们的文件都给不了。"
        ],
        p(data_start=START, data_told=_write_json(_tell_comparison(policies)))[
            a(".md-button", href="compare/")["各地都比一比（答案一起带过去）"]
        ],
    ]


def _render_way(policy: Policy, told: Told, places: Iterable[str]) -> Element:
    return li(
        data_place=policy.id,
        data_far=_write_json([place for place in places if place != policy.id]),
        data_start=START,
        data_told=_write_json(told),
        data_links=_write_json(find_links(policy)),
    )[
        a(".finder-way", href=f"policies/{policy.id}/")[name_place(policy)],
        _mark(policy),
        p(".finder-offers"),
        p(".finder-nothing", hidden=True)[NOTHING_HERE],
    ]


def _mark(policy: Policy) -> Node:
    return [" ", mark_expired(policy)] if policy.term.end else None


def _tell_comparison(policies: Iterable[Policy]) -> Told:
    persons = ("", UNSURE, Payee.WORKER.value, Payee.FAMILY.value)
    roles = ("", UNSURE, *(payee.value for payee in list_audiences(policies)))
    return {
        WHO: {role: _write(WHO, PERSON if role in persons else PLACEMENT) for role in roles},
        HOME: {home: _write("home", home) for home in HOMES},
    }


def _write(name: str, value: object) -> str:
    """Write one value as links do, without their beginning."""
    return write_link({name: value}).removeprefix(f"{START}&")


def _write_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
