"""Render the one button that prints: it asks what, where there is more than the answer."""

from htpy import Element, Node, a, button, details, li, span, summary, ul

from calc.policies import POLICIES
from calc.rules.policy import Policy

ANSWER = "测算结果"


def render_print_menu(page: str, *, has_text: bool) -> Element:
    """Render the choice of papers; where a page `has_text` of no policy, the button prints the answer at once."""
    if not has_text or page not in POLICIES:
        return _print("", f"打印{ANSWER}", ".md-button")
    return details(".print-menu")[
        summary(".md-button")["打印"],
        ul[(li[choice, span(".hint")[hint]] for choice, hint in _list_choices(POLICIES[page]))],
    ]


def _list_choices(policy: Policy) -> list[tuple[Node, str]]:
    forms = [form.title for item in policy.provisions if (form := item.effect.fill_form(None))]
    filled = [(_print("form", f"填好的{title}"), "知道的都填好，意见栏空着") for title in forms]
    blank = [(a(href="form/")[f"空白的{title}"], "用笔填") for title in forms]
    return [
        (_print("", ANSWER), "您能领多少，怎样办"),
        (button(type="button", data_action="print-page")["政策说明"], "每一条的条件、金额和原文"),
        (a(href="leaflet/")["明白卡"], "一张纸，可以贴出来"),
        (a(href="worksheet/")["空白的测算表"], "不用电脑，用笔算"),
        *filled,
        *blank,
    ]


def _print(part: str, words: str, kind: str = "") -> Element:
    """Offer to print the answer, or one part of it."""
    return button(kind, type="button", data_action="print", data_prints=part or None)[words]
