"""Render the one button that prints: it asks what, where there is more than the answer."""

from collections.abc import Mapping

from htpy import Element, Node, a, button, details, li, span, summary, ul

from calc.parts.wording import applicants_of
from calc.policies import POLICIES
from calc.rules.policy import Policy

ANSWER = "测算结果"
PAPERS = {"leaflet": "明白卡", "worksheet": "空白的测算表"}
"""The papers with a sheet for each kind of applicant, by their address below the policy's."""


def render_print_menu(page: str, *, has_text: bool) -> Element:
    """Render the choice of papers; where a page `has_text` of no policy, the button prints the answer at once."""
    if not has_text or page not in POLICIES:
        return _print("", f"打印{ANSWER}", ".md-button")
    return details(".print-menu")[
        summary(".md-button")["打印"],
        ul[(li[choice, span(".hint")[hint]] for choice, hint in _list_choices(POLICIES[page]))],
    ]


def link_papers(policy: Policy, who: str = "") -> Mapping[str, Element]:
    """Link the papers, by the id of the link: they open at the sheet of who asks, where that is an applicant."""
    sheet = f"#{who}" if who in applicants_of(policy) else ""
    return {f"print-{paper}": a(f"#print-{paper}", href=f"{paper}/{sheet}")[words] for paper, words in PAPERS.items()}


def _list_choices(policy: Policy) -> list[tuple[Node, str]]:
    leaflet, worksheet = link_papers(policy).values()
    forms = [form.title for item in policy.provisions if (form := item.effect.fill_form(None))]
    filled = [(_print("form", f"填好的{title}"), "知道的都填好，意见栏空着") for title in forms]
    blank = [(a(href="form/")[f"空白的{title}"], "用笔填") for title in forms]
    return [
        (_print("", ANSWER), "您能领多少，怎样办"),
        (button(type="button", data_action="print-page")["政策说明"], "每一条的条件、金额和原文"),
        (leaflet, "一张纸，可以贴出来"),
        (worksheet, "不用电脑，用笔算"),
        *filled,
        *blank,
    ]


def _print(part: str, words: str, kind: str = "") -> Element:
    """Offer to print the answer, or one part of it."""
    return button(kind, type="button", data_action="print", data_prints=part or None)[words]
