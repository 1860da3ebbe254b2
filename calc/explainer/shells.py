"""The check values of the pages that can be saved."""

from htpy import Element, caption, code, div, table, tbody, td, th, thead, tr

from calc.parts.offline import OTHER_PAGES, name_page
from calc.policies import POLICIES


def render_shells() -> Element:
    """The check values of all pages that can be saved; building/offline.py fills them in."""
    name = "离线版的校验值"
    return div(".table-scroll", tabindex="0", role="region", aria_label=name)[
        table[
            caption[name],
            thead[tr[th(scope="col")["页面"], th(scope="col")["校验值（SHA-256）"]]],
            tbody[
                (
                    tr[th(scope="row")[name_page(page)], td[code(".fingerprint", data_shell=page)]]
                    for page in (*POLICIES, *OTHER_PAGES)
                )
            ],
        ]
    ]
