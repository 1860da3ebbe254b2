"""Write all kinds of questions to the calculator, good and bad: to see which modules it uses, and nothing more.

One case of every table is enough to come by every module, and all would take minutes; the tests ask them all, and see
that nothing was missing.

Argument: the file to write the questions to.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from building.places import ROOT
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Day, YesNo
from calc.pages import PAGES
from calc.proof.cases import parse_cases
from calc.web import WANTS, answer

CASES = ROOT / "tests/cases"
HOSTILE: tuple[Any, ...] = ("<b>&\"'\u3000🀄", "２０２０.5 万元", None, 10**30)
LINKS = ("#v=1&who=carrier&workers_hired=12&age=full", "#v=9", "#v=1&=%ff", f"#v=1&{'x' * 9_000}")
NOT_JSON = ("", "[", '"\ud800"', "null")


def list_questions() -> Iterator[str]:
    """List a case of every table by form and one by facts, every kind of request to a page, and unusable requests."""
    yield from NOT_JSON
    yield from map(json.dumps, ask_badly())
    for policy in sorted(CASES.glob("*.md")):
        first = [dict(table.rows[0].facts) for table in parse_cases(policy.read_text(encoding="utf-8"))]
        yield json.dumps({"policy": policy.stem, "facts": first[0]})
        for facts in first:
            yield json.dumps({"page": policy.stem, "form": {"who": "all", **dict(spell_form(facts))}})
        yield from map(json.dumps, ask_page(policy.stem, dict(spell_form(first[0]))))
    for page in PAGES:
        yield from map(json.dumps, ask_page(page, {}))


def ask_badly() -> Iterator[object]:
    for given in HOSTILE:
        yield given
        yield {"page": given}
        for page in PAGES:
            yield {"page": page, "form": dict.fromkeys([*CATALOGUE, "unheard"], given), "submitted": True}
            yield {"policy": page, "facts": given}
            yield {"policy": page, "facts": dict.fromkeys([*CATALOGUE, "unheard"], given)}


def ask_page(page: str, form: dict[str, str]) -> Iterator[object]:
    asked = {"page": page, "form": {"who": "all", **form}, "submitted": True, "address": "https://example.test/"}
    yield from ({**asked, "wants": wanted} for wanted in WANTS)
    yield from ({**asked, "wants": "opened", "link": link} for link in LINKS)
    offered = re.findall(r'data-file=\\"(\w+)', answer(json.dumps(asked)))
    yield from ({**asked, "wants": "file", "file": kind} for kind in offered)


def spell_form(facts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Facts as the fields of a form."""
    for fact, given in facts.items():
        if isinstance(CATALOGUE[fact], Day):
            parts = zip(("year", "month", "day"), given.split("-"), strict=False)
            yield from ((f"{fact}.{part}", typed) for part, typed in parts)
        else:
            yield fact, {"是": "yes", "否": "no"}.get(given, given) if isinstance(CATALOGUE[fact], YesNo) else given


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(list(list_questions())), encoding="utf-8")
