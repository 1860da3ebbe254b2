"""Write all kinds of questions to the calculator, good and bad: to see which modules it uses, and nothing more.

They come in groups, by the piece of the runtime that holds what their answers need beside the pieces before.

One case of every table is enough to come by every module, and all would take minutes; the tests ask them all, and see
that nothing was missing.

Argument: the file to write the questions to.
"""

import csv
import json
import re
import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from building.library import EVERY_PAGE
from building.places import ROOT
from calc.facts.catalogue import CATALOGUE
from calc.facts.questions import Day, YesNo
from calc.pages import PAGES
from calc.pages.roster.files import KINDS
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from calc.web import WANTS, answer

CASES = ROOT / "tests/cases"
ADDRESS = "https://example.test/"
SHEET = "sheet"
"""What is wanted, and the piece that holds what it needs."""
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
    asked = {"page": page, "form": {"who": "all", **form}, "submitted": True, "address": ADDRESS}
    yield from ({**asked, "wants": wanted} for wanted in WANTS if wanted != SHEET)
    yield from ({**asked, "wants": "opened", "link": link} for link in LINKS)
    offered = re.findall(r'data-file=\\"(\w+)', answer(json.dumps(asked)))
    yield from ({**asked, "wants": "file", "file": kind} for kind in offered)


def ask_sheet() -> Iterator[object]:
    """Ask for the sheet that every page prints, which the pages ask for once the first answer is shown."""
    yield from ({"page": page, "form": {"who": "all"}, "wants": SHEET, "address": ADDRESS} for page in PAGES)


def ask_with_text() -> Iterator[object]:
    """Ask the pages for many people with tables as text: good, damaged, in several encodings, and with none open."""
    for policy in POLICIES:
        yield from ask_roster(policy, b64encode(write_table(policy).encode()).decode(), KINDS.keys() - {"xlsx"})
    policy, text = next(iter(POLICIES)), write_table(next(iter(POLICIES)))
    contents = [text.encode(name) for name in ("utf-8-sig", "gb18030", "utf-16")]
    contents += [b"", b"<html>", b"\xd0\xcf\x11\xe0", b"\xff\x00\xff", b"a,b\n1,2\n", b'"' * 200_000]
    yield from (
        {"roster": policy, "wants": "open", "name": "名册.csv", "base64": b64encode(each).decode()} for each in contents
    )


def ask_with_workbook() -> Iterator[object]:
    """Ask for the template, and open it again."""
    for policy in POLICIES:
        yield {"roster": policy, "wants": "template"}
        yield from ask_roster(policy, "{file}", KINDS)


def ask_roster(policy: str, file: str, kinds: Iterable[str]) -> Iterator[object]:
    """Open a file, ask all that can be asked of it, and save it as these kinds."""
    asked = {"roster": policy, "form": {"as_of.year": "2021", "as_of.month": "x", "mend.0": "x"}, "rows": 1}
    yield {**asked, "wants": "open", "name": "名册", "base64": file}
    yield from ({**asked, "wants": wanted} for wanted in ("columns", "begin"))
    yield {"roster": policy, "wants": "begin"}
    yield {"roster": policy, "wants": "next"}
    yield from ({**asked, "wants": wanted} for wanted in ("rows", "mend"))
    for kind in kinds:
        yield {**asked, "wants": "file", "file": kind}
        yield from ({**asked, "wants": "next"} for _ in range(3))
    yield from ({**asked, "wants": wanted} for wanted in ("stop", "clear", "next"))


def write_table(policy: str) -> str:
    """A table with a row for some of a policy's cases, a damaged row, and one that contradicts itself."""
    tables = parse_cases((CASES / f"{policy}.md").read_text(encoding="utf-8"))
    rows = [dict(row.facts) for table in tables for row in table.rows[:2]]
    facts = list(dict.fromkeys(fact for row in rows for fact in row))
    cells = [[row.get(fact, "") for fact in facts] for row in rows]
    text = StringIO()
    again = [CATALOGUE[fact].short for fact in facts]
    csv.writer(text).writerows([again, *cells, again, ["?"] * len(facts), ["1"] * (len(facts) + 1), []])
    return text.getvalue()


def spell_form(facts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Facts as the fields of a form."""
    for fact, given in facts.items():
        if isinstance(CATALOGUE[fact], Day):
            parts = zip(("year", "month", "day"), given.split("-"), strict=False)
            yield from ((f"{fact}.{part}", typed) for part, typed in parts)
        else:
            yield fact, {"是": "yes", "否": "no"}.get(given, given) if isinstance(CATALOGUE[fact], YesNo) else given


if __name__ == "__main__":
    groups = {
        EVERY_PAGE: list(list_questions()),
        SHEET: list(map(json.dumps, ask_sheet())),
        "roster": list(map(json.dumps, ask_with_text())),
        "workbook": list(map(json.dumps, ask_with_workbook())),
    }
    Path(sys.argv[1]).write_text(json.dumps(groups), encoding="utf-8")
