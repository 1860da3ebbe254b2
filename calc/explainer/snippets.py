"""Render the HTML that puts a calculator into another site's page: put together by choice, and one for each region."""

import json
from collections.abc import Iterable

from htpy import Element, Node, a, button, code, details, div, h2, label, option, p, pre, section, select, summary

from calc.facts.link import write_link
from calc.parts.field import WHO
from calc.parts.wording import applicants_of
from calc.rules.policy import Policy

SITE = "https://本站的地址/"
"""The snippets hold this until the page's script writes the site's address."""
SNIPPET = """<iframe src="{address}"
  title="{region}就业帮扶政策计算器" width="100%" height="{height}" frameborder="0"
  style="max-height: 90vh" allow="clipboard-write"></iframe>"""
HEIGHTS = {"700": "700（电脑页面）", "640": "640（手机页面）", "560": "560", "480": "480（位置小）"}
"""No frame is higher than its window, for the amount stands at its foot: what is longer scrolls inside."""
ANYBODY = "不限，由来的人自己选"


def render_snippets(policies: Iterable[Policy]) -> Element:
    """Render the choice, for which the page's script is needed, and beneath it the lines for every region."""
    offered = tuple(policies)
    return div(".snippets", data_site_placeholder=SITE, data_site="../")[
        _render_picker(offered),
        details(".snippets-all")[
            summary["每个地区的代码"],
            (_render_snippet(policy) for policy in offered),
        ],
    ]


def _render_picker(policies: tuple[Policy, ...]) -> Element:
    """Render the three choices; every option says what it puts into the template."""
    roles: dict[str, tuple[str, list[str]]] = {}
    for policy in policies:
        for payee in applicants_of(policy):
            roles.setdefault(payee.value, (payee.label, []))[1].append(policy.id)
    regions = [option(value=each.id, data_fill=_put(id=each.id, region=each.region))[each.region] for each in policies]
    audiences = [
        option(value="", data_fill=_put(role=""))[ANYBODY],
        *(
            option(value=role, data_regions=" ".join(places), data_fill=_put(role=f"#{write_link({WHO: role})}"))[words]
            for role, (words, places) in roles.items()
        ),
    ]
    heights = [option(value=height, data_fill=_put(height=height))[words] for height, words in HEIGHTS.items()]
    template = SNIPPET.format(address=f"{SITE}embed/{{id}}/{{role}}", region="{region}", height="{height}")
    return section(".snippet.snippet-picker", data_template=template, hidden=True)[
        _ask("snippet-region", "哪个地区", regions),
        _ask("snippet-role", "给谁用", audiences),
        _ask("snippet-height", "多高（像素）", heights),
        _render_code("", f"../embed/{policies[0].id}/"),
    ]


def _put(**values: str) -> str:
    return json.dumps(values, ensure_ascii=False)


def _ask(name: str, words: str, options: Iterable[Element]) -> Element:
    return p(".snippet-choice")[label(for_=name)[words], select(id=name)[options]]


def _render_snippet(policy: Policy) -> Element:
    text = SNIPPET.format(address=f"{SITE}embed/{policy.id}/", region=policy.region, height=next(iter(HEIGHTS)))
    return section(".snippet")[h2(id=policy.id)[policy.region], _render_code(text, f"../embed/{policy.id}/")]


def _render_code(text: str, address: str) -> Node:
    return [
        pre(tabindex="0")[code[text]],
        p[
            button(
                ".md-button.snippet-copy",
                type="button",
                data_text_copied="已复制",
                data_text_failed="请选中上面的代码，手工复制",
                hidden=True,
            )["复制代码"],
            " ",
            a(".snippet-look", href=address, target="_blank", rel="noopener")["看嵌入的样子（新窗口）"],
        ],
        p(".snippet-said", role="status"),
    ]
