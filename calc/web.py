"""The one door to the browser: a question as JSON text goes in, the answer as JSON text comes out.

{"policy", "facts"} is answered by the contract: {"answer": …} or {"errors": …, "unknown": …}. A page asks with its name
and what stands in its form, {"page", "form", "wants"}:

    answer  (or nothing; with "submitted")  the HTML to put in place, by element id; "left" names the fields that the
                                            visitor is done with
    opened  (with "link", a fragment)       the same for what a link carries, and the values to fill in
    link                                    {"link": the fragment that carries the answers}
    sheet   (with "address", the page's)    the HTML of the sheet to print
    file    (with "file", its kind)         {"file": {name, media_type, text}}

{"roster", "wants"} is a question of the page that assesses a policy's rows of many people, see calc.pages.roster.page.
"""

import json
from collections.abc import Mapping
from typing import Any

from calc.contract.build import build_answer, write_json
from calc.edition import EDITION
from calc.engine.answer import Answer
from calc.engine.groups import assess_groups
from calc.facts.check import InvalidFactsError
from calc.facts.groups import check_placement
from calc.pages import PAGES
from calc.pages.page import Page
from calc.policies import POLICIES
from calc.rules.policy import Policy

__all__ = ["EDITION", "answer"]

Json = dict[str, Any]
WANTS = ("answer", "opened", "link", "sheet", "file")


def answer(question: str) -> str:
    """Answer one question, given and returned as JSON text; what cannot be used is answered, never raised."""
    try:
        asked = json.loads(question)
        json.dumps(asked, ensure_ascii=False).encode()  # half of a character cannot be answered with either
    except (ValueError, RecursionError):
        return write_json({"errors": {"question": "问题不是有效的 JSON。"}})
    return write_json(_answer(asked if isinstance(asked, Mapping) else {}))


def _answer(asked: Mapping[str, object]) -> Json:
    if "roster" in asked:
        return _answer_roster(asked)
    if "page" in asked:
        page = PAGES.get(str(asked["page"]))
        if page is None:
            return {"errors": {"page": f"没有这个页面，可选：{'、'.join(PAGES)}。"}}
        return _answer_page(page, asked)
    policy = POLICIES.get(str(asked.get("policy")))
    if policy is None:
        return {"errors": {"policy": f"没有这个政策，可选：{'、'.join(POLICIES)}。"}}
    return _answer_facts(policy, asked.get("facts", {}))


def _answer_roster(asked: Mapping[str, object]) -> Json:
    from calc.pages.roster.page import ROSTERS  # a piece of its own, which only they need who have a table

    page = ROSTERS.get(str(asked["roster"]))
    return page.answer(asked) if page else {"errors": {"roster": f"没有这个政策，可选：{'、'.join(ROSTERS)}。"}}


def _answer_page(page: Page, asked: Mapping[str, object]) -> Json:
    values = _read_values(asked.get("form"))
    match asked.get("wants", "answer"):
        case "answer":
            is_submitted, left = asked.get("submitted") is True, asked.get("left")
            return page.answer(values, is_submitted=is_submitted, left=_read_names(left)).as_json()
        case "opened":
            return page.open_link(str(asked.get("link", "")), values).as_json()
        case "link":
            return {"link": page.write_link(values)}
        case "sheet":
            return page.lay_sheet(values, str(asked.get("address", ""))).as_json()
        case "file":
            file = page.write_file(values, str(asked.get("file", "")))
            return file.as_json() if file else {"errors": {"file": "这个页面没有这种文件。"}}
    return {"errors": {"wants": f"可选：{'、'.join(WANTS)}。"}}


def _answer_facts(policy: Policy, facts: object) -> Json:
    try:
        placement = check_placement(facts)
    except InvalidFactsError as error:
        unknown = {name: list(nearest) for name, nearest in error.unknown.items()}
        return {"errors": error.errors, "unknown": unknown}
    return {"answer": build_answer(Answer(assess_groups(policy, placement)))}


def _read_names(left: object) -> frozenset[str]:
    return frozenset(name for name in left if isinstance(name, str)) if isinstance(left, list) else frozenset()


def _read_values(form: object) -> dict[str, str]:
    """What the page says stands in the form; only texts are taken."""
    if not isinstance(form, Mapping):
        return {}
    return {str(name): value for name, value in form.items() if isinstance(value, str)}
