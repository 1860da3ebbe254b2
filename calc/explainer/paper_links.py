"""Link a policy's page to its papers, for those who print and those who check."""

from htpy import Element, a, li, nav, ul

from calc.rules.policy import Policy

PAPERS = {"leaflet": "明白卡", "worksheet": "纸面测算表", "cases": "算例", "review": "核对表"}
BLANK_FORM = {"form": "空白认定表"}
"""The papers of a policy by their addresses below its page."""


def render_paper_links(policy: Policy) -> Element:
    """Render the links to the papers that a policy has."""
    has_form = any(item.effect.fill_form(None) for item in policy.provisions)
    papers = PAPERS | BLANK_FORM if has_form else PAPERS
    links = [li[a(href=f"{address}/")[name]] for address, name in papers.items()]
    links.append(li[a(href=f"../../roster/{policy.id}/")["名册一起算"]])
    return nav(".paper-links", aria_label="可打印、可核对的材料", data_search_exclude=True)[ul[links]]
