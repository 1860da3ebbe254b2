"""Render the calculator for a frame on another site, and the HTML that puts the frame there."""

from collections.abc import Iterable

from htpy import Element, a, button, code, div, h1, h2, p, pre, section

from calc.pages.policy.calculator import render_calculator
from calc.parts.wording import mark_expired
from calc.rules.policy import Policy
from calc.values.dates import spell_date

SITE = "https://本站的地址/"
"""The snippets hold this until the page's script writes the site's address."""

SNIPPET = """<iframe id="policy-calculator-{id}" src="{site}embed/{id}/"
  title="{region}就业帮扶政策计算器" width="100%" height="900" frameborder="0"></iframe>
<script>
addEventListener("message", function (event) {{
  var frame = document.getElementById("policy-calculator-{id}");
  var data = event.data;
  if (event.source !== frame.contentWindow || !data || data.type !== "policy-calculator-height") return;
  var height = Math.ceil(Number(data.height));
  if (height > 0) frame.height = Math.min(Math.max(height, 300), 30000);
}});
</script>"""


def render_embed(policy: Policy, runtime: str) -> Element:
    """Render the content of the frame: the document's name, the calculator, and the link to the whole page."""
    full = f"../../policies/{policy.id}/"
    return div(".embed", data_policy=policy.id)[
        h1[f"{policy.region}就业帮扶补贴测算"],
        p[
            f"依据：{policy.title}（{policy.number}） ",
            [mark_expired(policy), f" 执行至 {spell_date(policy.term.end)}"] if policy.term.end else None,
        ],
        h2(".visually-hidden")["测算"],
        render_calculator(policy, runtime, has_text=False),
        p[
            a(".embed-whole", href=full, target="_blank", rel="noopener")[
                "条款说明和算例，请看完整页面（在新窗口打开）"
            ]
        ],
    ]


def render_snippets(policies: Iterable[Policy]) -> Element:
    """Render the lines to copy, for each policy."""
    return div(".snippets", data_site_placeholder=SITE, data_site="../")[
        (_render_snippet(policy) for policy in policies)
    ]


def _render_snippet(policy: Policy) -> Element:
    text = SNIPPET.format(id=policy.id, site=SITE, region=policy.region)
    return section(".snippet")[
        h2(id=policy.id)[policy.region],
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
            a(href=f"../embed/{policy.id}/")["看嵌入的样子"],
        ],
        p(".snippet-said", role="status"),
    ]
