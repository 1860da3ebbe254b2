"""Render what a saved page needs: the button that saves, its origin, and a warning in a broken copy."""

from collections.abc import Iterable

from htpy import Element, Node, a, button, code, dd, div, dl, dt, p

from calc.policies import POLICIES
from calc.rules.policy import Policy
from calc.version import VERSION

OTHER_PAGES = {"compare": "各地比较", "planning": "计划与预算"}
ROSTER = "roster_"
"""Begins the name of a policy's page for many people."""

TEXTS = {
    "saving": "正在准备离线版：{done} / {total} MB。",
    "saved": "离线版已经交给浏览器，请到“下载”里找。双击就能打开，不用联网。您填的内容都在里面，请保管好。",
    "failed": "离线版没有保存成功，可能是网络中断、被拦截，或者浏览器太旧。"
    "填写的内容还在，可以再点一次，也可以打印测算结果。",
}


def name_page(page: str) -> str:
    """Name a page in a word or two, for the name of a saved file."""
    if page.startswith(ROSTER):
        return f"{POLICIES[page.removeprefix(ROSTER)].region}名册"
    return OTHER_PAGES.get(page) or POLICIES[page].region


def render_save(page: str, pieces: str = "") -> Node:
    """Render the button that saves the page; it is hidden until building/offline.py has named the file to save.

    `pieces` are those of the runtime that this page alone takes along.
    """
    texts = {f"data_text_{name}": text for name, text in TEXTS.items()}
    name = f"就业帮扶-{name_page(page)}-离线版.html"
    return [
        button(
            ".md-button",
            type="button",
            data_action="save",
            data_name=name,
            data_pieces=pieces or None,
            **texts,
            hidden=True,
        )["保存离线版"],
        p(".calculator-saving", role="status", hidden=True),
    ]


def render_origins(page: str, site: str) -> Node:
    """Render the origin of a saved page, and the warning in a broken copy; `site` leads to the home page."""
    return [_render_origin(page, site), _render_copy()]


def _render_origin(page: str, site: str) -> Element:
    """Render the hidden origin; docs/assets/saved.js fills it in. The empty address is the page's own."""
    own = POLICIES.get(page.removeprefix(ROSTER))
    policies = [own] if own else POLICIES.values()
    return div(".calculator-saved.notice", hidden=True)[
        p[
            "这是离线版：不联网也能计算和打印，填写的内容不会传出去。政策和计算器如有更新，以原页面为准。",
            "版本、指纹和校验值可以和原网站的",
            a(href=f"{site}version/")["版本与核对"],
            "比对。",
        ],
        dl[
            dt["保存自"],
            dd[a(href="", data_saved="address")["文件夹里的网站"]],
            dt["保存时间"],
            dd(data_saved="time"),
            dt["计算器版本"],
            dd[VERSION],
            dt["条款指纹"],
            (dd[_name_fingerprint(policy, policies)] for policy in policies),
            dt["离线版校验值"],
            dd[code(".fingerprint", data_saved="hash")],
        ],
    ]


def _name_fingerprint(policy: Policy, policies: Iterable[Policy]) -> Node:
    return [f"{policy.region} " if len([*policies]) > 1 else None, code(".fingerprint")[policy.fingerprint]]


def _render_copy() -> Element:
    """Render the warning; docs/assets/copies.js lets only copies of the page show it."""
    return div(".calculator-copy.notice", hidden=True)[
        p[
            "这是用浏览器的“另存为”得到的副本，不能再计算：改了答案，结果也不会变。保存时的结果还在，可以看，可以打印。"
            "要不联网也能计算，请打开原页面，点“保存离线版”。"
        ],
        p(hidden=True)["原页面：", a["网址"]],
    ]
