"""What a visitor may have filled in, so that each kind of thing that an answer can show is shown once."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from building.places import ROOT
from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.facts.link import say_values
from calc.pages import PAGES
from calc.pages.submission import fill_fields
from calc.parts.field import WHO, names_of
from calc.parts.wording import ANYONE
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from tests.browser.covering import choose_telling
from tests.parts import put_together

EVERY_NTH = 12
TAG = re.compile(r'<([a-z0-9]+)(?:[^>]*? class="([^"]*)")?')
PLACES = ("calculator-result", "calculator-answers", "calculator-form")

Values = Mapping[str, str]


@cache
def find_telling(*pages: str) -> dict[str, list[Values]]:
    """The fewest of the officers' cases, as fields of a form, that together show every element and every class.

    What one page shows needs no other page to show it again; each page is there, if only with no case.
    """
    candidates = {(page, index): values for page in pages for index, values in enumerate(_list_candidates(page))}
    shown = {(page, index): _list_elements(page, values) for (page, index), values in candidates.items()}
    telling: dict[str, list[Values]] = {page: [] for page in pages}
    for page, index in choose_telling(shown):
        telling[page].append(candidates[page, index])
    return telling


def fill_everything(text: str) -> Values:
    """The same text in every field of every form."""
    return {WHO: ANYONE} | {name: text for fact in CATALOGUE for name in names_of(fact)}


def list_elements(html: str) -> set[tuple[str, str]]:
    """Each kind of element with each class that it has."""
    return {(tag, class_) for tag, classes in TAG.findall(html) for class_ in classes.split() or [""]}


def _list_candidates(page: str) -> Iterator[Values]:
    own = [page] if page in POLICIES else list(POLICIES)
    for policy in own:
        tables = parse_cases((ROOT / f"tests/cases/{policy}.md").read_text())
        rows = [row for table in tables for row in table.rows]
        for row in rows[:: EVERY_NTH * len(own)]:
            yield {WHO: ANYONE, **fill_fields(say_values(sift_facts(row.facts).answers))}


def _list_elements(page: str, values: Values) -> set[tuple[str, str]]:
    patches = put_together(PAGES[page].answer(values, is_submitted=False).render())
    return list_elements("".join(html for place, html in patches.items() if place in PLACES))
