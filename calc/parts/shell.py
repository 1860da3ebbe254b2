"""Render the shell of every calculator: messages, buttons, and the places of the form and the answer."""

from collections.abc import Iterable, Sequence

from htpy import Element, Node, a, button, div, h3, label, li, p, section, span, ul
from htpy import input as input_

from calc.facts.link import LINK_START
from calc.parts.answer_bar import render_answer_bar
from calc.parts.offline import render_origins, render_save
from calc.parts.print_menu import render_print_menu
from calc.parts.sheet import render_empty_sheet
from calc.parts.spoken import render_reader, render_spoken
from calc.policies import POLICIES

TEXTS = {
    "fetch": "正在下载计算器：{done} / {total} MB。现在就可以填写，下载好马上计算。",
    "start": "正在启动计算器……",
    "import": "正在读条款……",
    "answer": "正在计算……",
    "failed": "计算器没有加载成功，可能是网络中断，或者被网关、代理拦截。填写的内容还在，点“计算”可以再试；"
    "也可以直接看下面的条款、金额和算例。",
    "unsupported": "这个浏览器不支持本页的计算器，请换用较新的浏览器；下面的条款、金额和算例仍可阅读和打印。",
    "forbidden": "计算器在这里不能运行：可能是单位的网关、代理或者服务器另加了安全策略（CSP），也可能是浏览器太旧。"
    "请换个网络或者浏览器试试，并把这句话告诉网站的管理员；下面的条款、金额和算例仍可阅读和打印。",
    "changed": "网站已更新，请刷新页面。填写的内容会留着。",
    "copy": "这个页面旁边没有计算器的文件，不能计算；已有的结果、条款和算例仍可看。"
    "要不联网也能计算，请打开原页面，点“保存离线版”。",
    "copied": "链接已复制，里面有您的答案。",
    "select": "请手工复制下面的链接，里面有您的答案。",
}
"""What the page's script says: while Python comes, starts, reads the policies and answers, and where it does not."""


def render_shell(
    page: str,
    runtime: str,
    questions: Node,
    result: Node,
    examples: Node = None,
    *,
    has_text: bool = False,
    bar: Element | None = None,
    signed: str = "",
) -> Element:
    """Render the shell around the form and the answer; `runtime` is relative to the page.

    `signed` is printed above the sheet: the build alone knows it, and no answer of Python's.
    """
    texts = {f"data_text_{name}": text for name, text in TEXTS.items()}
    site = runtime.removesuffix("runtime/")
    return div(".calculator", data_page=page, data_runtime=runtime, data_link=LINK_START, **texts)[
        p(".calculator-announcement.visually-hidden", aria_live="polite"),
        p(".calculator-without-script")["测算需要浏览器允许运行脚本；下面的条款、金额和算例不需要。"],
        _say_asleep(),
        render_origins(page, site),
        render_notice(()),
        render_error_summary(()),
        examples,
        div(".calculator-columns")[
            div(".calculator-questions")[_offer_to_restore(), questions],
            div(".calculator-answer")[div(".spoken")[render_spoken("")], result, _keep(page, has_text=has_text)],
        ],
        _offer_to_end(),
        div(".calculator-foot")[_render_progress(page, site), bar or render_answer_bar()],
        p(".sheet-signed")[signed] if signed else None,
        render_empty_sheet(),
    ]


def _say_asleep() -> Element:
    """Say that the page's script has not come, which takes this away: a form that does nothing must not be silent."""
    return p(".calculator-asleep")[
        "计算器还没有准备好。等一会儿还是这样，请刷新页面；可能是网络中断、被网关或代理拦截，或者浏览器太旧。"
        "下面的条款、金额和算例照样能看。"
    ]


def _render_progress(page: str, site: str) -> Element:
    """Render the place that tells how Python comes, and leads to paper where that takes long or fails."""
    if page in POLICIES:
        paper, words = f"{site}policies/{page}/worksheet/", "打印纸面测算表，用笔算"
    else:
        paper, words = site, "到首页选地区，打印纸面测算表"
    return p(".calculator-progress", role="status", hidden=True)[
        span(".progress-step"),
        " ",
        span(".progress-slow", hidden=True)["网络慢或者手机慢的时候，要等一两分钟。可以再等等，也可以"],
        a(href=paper, hidden=True)[words],
        button(".md-button", type="button", data_action="reload", hidden=True)["刷新页面"],
    ]


def _offer_to_restore() -> Element:
    """Offer the old answers after a reset or an opened link, until the next answer."""
    return button(".md-button", type="button", data_action="restore", hidden=True)["恢复刚才填的内容"]


def _offer_to_end() -> Element:
    """Offer to clear the browser for the next visitor; docs/assets/clear.js shows it where it can."""
    return div(".calculator-end", hidden=True)[
        button(".md-button", type="button", data_action="clear")["结束并清除"],
        p(".hint")["用的是公用电脑？走之前点一下：您填的、选的，都从这个浏览器里清掉。"],
    ]


def _keep(page: str, *, has_text: bool) -> Element:
    """Offer to print the answer, to link to it, and to save the page."""
    return div(".calculator-keep")[
        render_print_menu(page, has_text=has_text),
        button(".md-button", type="button", data_action="link")["复制带答案的链接"],
        render_save(page),
        p(".hint", hidden=True, data_text_kept="没有网络也能打开本站并测算（版本 {version}）。"),
        p(".calculator-link", hidden=True)[
            label(for_="calculator-link")["带答案的链接"],
            input_("#calculator-link", type="text", readonly=True, autocomplete="off"),
            span(".link-said"),
        ],
    ]


def render_place(title: str, *contents: Node, lead: Node = None) -> Element:
    """Render the place of the answer: its title, the `lead`, the button that reads aloud, and the contents."""
    return section("#calculator-result.calculator-result", aria_label=title, tabindex="-1")[
        h3(".result-title")[title], lead, render_reader(), contents
    ]


def offer_file(kind: str, words: str) -> Element:
    """Offer a file of some kind."""
    return button(".md-button", type="button", data_action="file", data_file=kind)[words]


def render_notice(complaints: Sequence[str]) -> Element:
    """List the unusable parts of a link; empty and hidden without any."""
    return div("#calculator-notice.notice", role="status", tabindex="-1", hidden=not complaints)[
        [p["打开了带答案的链接，其中有些内容没有采用："], ul[(li[text] for text in complaints)]] if complaints else None
    ]


def render_error_summary(complaints: Iterable[tuple[str, str]]) -> Element:
    """List all complaints, each linked to its field's id; empty and hidden without any."""
    items = [li[a(href=f"#{target}")[sentence]] for target, sentence in complaints]
    if not items:
        return div("#calculator-errors.error-summary", hidden=True)
    return div("#calculator-errors.error-summary", tabindex="-1", role="alert")[h3["有填写需要检查"], ul[items]]
