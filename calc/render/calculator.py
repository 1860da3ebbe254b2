"""The calculator of a page: messages, form and answer side by side."""

from collections.abc import Iterable

from htpy import Element, a, div, h3, li, p, ul

from calc.policy import Policy
from calc.render.form import render_form
from calc.render.result import render_invitation

TEXTS = {
    "loading": "正在准备计算器：{done} / {total} MB。可以先填写，准备好后马上计算。",
    "ready": "",
    "failed": "计算器没有加载成功，可能是网络中断或被拦截。填写的内容还在，点“计算”可以再试；"
    "也可以直接看下面的条款、金额和算例。",
    "unsupported": "这个浏览器不支持本页的计算器，请换用较新的浏览器；下面的条款、金额和算例仍可阅读和打印。",
}


def render_calculator(policy: Policy, runtime: str) -> Element:
    """The whole calculator as it stands in the page before Python has loaded."""
    texts = {f"data_text_{name}": text for name, text in TEXTS.items()}
    return div(".calculator", data_page=policy.id, data_runtime=runtime, data_search_exclude=True, **texts)[
        p(".calculator-progress", role="status", hidden=True),
        p(".calculator-announcement.visually-hidden", aria_live="polite"),
        p(".calculator-without-script")["测算需要浏览器允许运行脚本；下面的条款、金额和算例不需要。"],
        render_error_summary(()),
        div(".calculator-columns")[render_form(policy), render_invitation()],
    ]


def render_error_summary(complaints: Iterable[tuple[str, str]]) -> Element:
    """All complaints on top, each a sentence that links to its field's id; empty and hidden when there are none."""
    items = [li[a(href=f"#{target}")[sentence]] for target, sentence in complaints]
    if not items:
        return div("#calculator-errors.error-summary", hidden=True)
    return div("#calculator-errors.error-summary", tabindex="-1", role="alert")[h3["有填写需要检查"], ul[items]]
