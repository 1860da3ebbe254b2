"""The one door to the browser: a question as JSON text goes in, the answer as JSON text comes out.

{"policy", "facts"} is answered by the contract: {"answer": …} or {"errors": …, "unknown": …}. {"page", "form",
"submitted"} comes from a page and is answered with the HTML to put in place, by element id.
"""

import json
from collections.abc import Mapping

from calc.answer import Json, build_answer, write_json
from calc.assess import assess
from calc.check import sift_facts
from calc.pages import PAGES
from calc.policies import POLICIES
from calc.policy import Policy


def answer(question: str) -> str:
    """Answer one question, given and returned as JSON text; what cannot be used is answered, never raised."""
    try:
        asked = json.loads(question)
        json.dumps(asked, ensure_ascii=False).encode()  # half of a character cannot be answered with either
    except (ValueError, RecursionError):
        return write_json({"errors": {"question": "问题不是有效的 JSON。"}})
    return write_json(_answer(asked if isinstance(asked, Mapping) else {}))


def _answer(asked: Mapping[str, object]) -> Json:
    if "page" in asked:
        page = PAGES.get(str(asked["page"]))
        if page is None:
            return {"errors": {"page": f"没有这个页面，可选：{'、'.join(PAGES)}。"}}
        return page.answer(_read_values(asked.get("form")), is_submitted=asked.get("submitted") is True).as_json()
    policy = POLICIES.get(str(asked.get("policy")))
    if policy is None:
        return {"errors": {"policy": f"没有这个政策，可选：{'、'.join(POLICIES)}。"}}
    return _answer_facts(policy, asked.get("facts", {}))


def _answer_facts(policy: Policy, facts: object) -> Json:
    sifted = sift_facts(facts)
    if sifted.errors or sifted.unknown:
        unknown = {name: list(nearest) for name, nearest in sifted.unknown.items()}
        return {"errors": dict(sifted.errors), "unknown": unknown}
    return {"answer": build_answer(assess(policy, sifted.answers))}


def _read_values(form: object) -> dict[str, str]:
    """What the page says stands in the form; only texts are taken."""
    if not isinstance(form, Mapping):
        return {}
    return {str(name): value for name, value in form.items() if isinstance(value, str)}
