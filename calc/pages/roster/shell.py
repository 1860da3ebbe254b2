"""Render the parts of the page: where a file is chosen, what it holds, and what its rows come to."""

from collections.abc import Sequence

from htpy import Element, Node, a, button, div, form, h3, label, p, section, span
from htpy import input as input_

from calc.pages.roster.columns import choose_sheet, render_columns
from calc.pages.roster.common import list_common, render_common
from calc.pages.roster.files import offer_files
from calc.pages.roster.mending import Mending, render_mendings
from calc.pages.roster.opened import OpenTable
from calc.pages.roster.progress import render_progress
from calc.pages.roster.rows import render_rows, render_unit_rows
from calc.pages.roster.run import Run
from calc.pages.roster.sums import render_sums
from calc.pages.roster.way import Way, ask_reading, ask_units
from calc.pages.submission import Submission
from calc.parts.offline import ROSTER, render_origins, render_save
from calc.parts.shell import TEXTS, render_error_summary
from calc.roster.headers import Headers
from calc.rules.policy import Policy
from calc.spreadsheets.asked import list_asked, list_facts
from calc.spreadsheets.limits import IN_PAGE, MOST_ROWS_IN_PAGE

FILE_FIELD = "roster-file"
LAZY = "roster workbook"
"""The pieces of the runtime that a table needs beside those of every page."""
OWN_TEXTS = {
    "fetch": "正在下载计算器：{done} / {total} MB。",
    "more": "正在下载读写表格的部分……",
    "opening": "正在读文件……",
    "unread": "文件读不出来：可能已经移走，或者是一个文件夹。请再选一次。",
    "failed": "没有算成，可能是网络中断、被网关或代理拦截，或者浏览器的内存不够。请刷新页面再试，或者把名册分成几份。",
    "unsupported": "这个浏览器不支持本页的计算器，请换用较新的浏览器。",
    "forbidden": "计算器在这里不能运行：可能是单位的网关、代理或者服务器另加了安全策略（CSP），也可能是浏览器太旧。"
    "请换个网络或者浏览器试试，并把这句话告诉网站的管理员。",
    "changed": "网站已更新，请刷新页面，再选一次文件。",
    "copy": "这个页面旁边没有计算器的文件，不能计算。要不联网也能计算，请打开原页面，点“保存离线版”。",
}


def render_shell(policy: Policy, runtime: str) -> Element:
    """Render the page before a file is chosen; `runtime` is relative to the page."""
    texts = {f"data_text_{name}": text for name, text in (TEXTS | OWN_TEXTS).items()}
    page, site = f"{ROSTER}{policy.id}", runtime.removesuffix("runtime/")
    return div(
        ".roster.calculator",
        data_page=page,
        data_roster=policy.id,
        data_runtime=runtime,
        data_most=str(IN_PAGE.packed),
        **texts,
    )[
        p(".roster-announcement.visually-hidden", aria_live="polite"),
        p(".calculator-without-script")["测算需要浏览器允许运行脚本。"],
        p(".calculator-asleep")[
            "计算器还没有准备好。等一会儿还是这样，请刷新页面；可能是网络中断、被网关或代理拦截，或者浏览器太旧。"
        ],
        render_origins(page, site),
        _offer_template(),
        _offer_file(),
        p(".calculator-progress", role="status", hidden=True)[
            span(".progress-step"),
            button(".md-button", type="button", data_action="reload", hidden=True)["刷新页面"],
        ],
        render_error_summary(()),
        render_opened(),
        render_progress(),
        render_result(),
        div(".calculator-keep")[
            render_save(page, LAZY),
            p(".hint", hidden=True, data_text_kept="没有网络也能打开本站并测算（版本 {version}）。"),
        ],
        div(".calculator-end", hidden=True)[
            button(".md-button", type="button", data_action="clear")["结束并清除"],
            p(".hint")["用的是公用电脑？走之前点一下：打开的名册，和您填的、选的，都从这个浏览器里清掉。"],
        ],
    ]


def render_opened(
    policy: Policy | None = None,
    table: OpenTable | None = None,
    headers: Headers | None = None,
    way: Way | None = None,
    number: int = 0,
    sent: Submission | None = None,
) -> Element:
    """Render what a file holds: its columns and the questions that are the same for all; nothing without one."""
    if policy is None or table is None or headers is None or way is None:
        return section("#roster-opened.roster-opened", tabindex="-1", hidden=True)
    named = f"{table.name}，表“{table.sheet}”" if table.sheet else table.name
    common = list_common(list_asked([policy], counts_units=way.counts_units), [*headers.facts])
    return section("#roster-opened.roster-opened", tabindex="-1", aria_labelledby="roster-opened-title")[
        h3("#roster-opened-title")[f"核对：{named}，{len(table.persons):,} 行"],
        form("#roster-form", novalidate=True, autocomplete="off", data_wants="begin")[
            choose_sheet(table, number),
            p(".hint")["每一列是什么，猜的在右边；不对就改。姓名、身份证号这样的列不用，原样带到结果里。"],
            render_columns(table, list_facts([policy]), headers, number),
            ask_units(headers, way, number),
            render_common(policy, common, sent),
            ask_reading(policy, way, number),
            div(".roster-buttons")[
                button(".md-button.md-button--primary", type="submit")["计算"],
                button(".md-button", type="button", data_action="forget")["清除这张表"],
            ],
        ],
    ]


def render_result(
    policy: Policy | None = None, run: Run | None = None, mendings: Sequence[Mending] = (), number: int = 0
) -> Element:
    """Render what the rows come to; nothing before they are assessed."""
    if policy is None or run is None:
        return section("#roster-result.roster-result", tabindex="-1", hidden=True)
    return section("#roster-result.roster-result", tabindex="-1", aria_label="结果")[
        render_sums(run),
        button(".md-button.roster-print", type="button", data_action="print-page")["打印合计"],
        render_mendings(policy, run, mendings, {}, {}, number) if mendings else None,
        offer_files(run),
        render_unit_rows(run, run.units, 0) if run.units else None,
        render_rows(run, 0),
        button(".md-button", type="button", data_action="forget")["清除这张表"],
    ]


def _offer_template() -> Node:
    return section(".roster-step")[
        h3["一、准备名册"],
        p[
            "没有现成的名册，先下载空表：第一行是列名，选择题可以从列表里选，点一格就看到问的是什么。"
            "有现成的名册，直接用：列可以少，顺序不限，认不出的列（姓名、身份证号、备注）不用删。"
        ],
        div(".roster-buttons")[
            button(".md-button", type="button", data_action="template")["下载空表（.xlsx）"],
            button(".md-button", type="button", data_action="template", data_file="units")[
                "下载空表，单位的也算（.xlsx）"
            ],
        ],
    ]


def _offer_file() -> Node:
    return section(".roster-step")[
        h3["二、选文件"],
        div(".roster-drop")[
            label(for_=FILE_FIELD)["选一个名册文件，或者把文件拖到这里"],
            input_(id=FILE_FIELD, type="file", accept=".xlsx,.csv", aria_describedby="roster-file-hint"),
            p(".hint", id="roster-file-hint")[
                f".xlsx 或 .csv，最大 {IN_PAGE.packed >> 20} MB，最多 {MOST_ROWS_IN_PAGE:,} 行。",
                "文件只在这个网页里打开，不上传，也不存下来；关掉网页就没有了。更大的名册，用",
                a(href="../")["命令行"],
                "。",
            ],
        ],
    ]
