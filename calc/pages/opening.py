"""Answer a link: its values replace those of the form, unless the link holds no usable value."""

from collections.abc import Mapping
from dataclasses import replace

from calc.facts.link import OpenedLink
from calc.pages.page import Page
from calc.pages.reply import Reply
from calc.parts.shell import render_notice


def answer_link(
    page: Page, opened: OpenedLink, fields: Mapping[str, str], values: Mapping[str, str], focus: str = ""
) -> Reply:
    """Answer the `fields` of an opened link, or the `values` of the form where there are no fields."""
    reply = page.answer(fields or values, is_submitted=False, left=fields.keys())
    patches = {**reply.patches, "calculator-notice": render_notice(opened.complaints)}
    if not fields:
        focus = "calculator-notice" if opened.complaints else ""
    return replace(reply, patches=patches, fill=fields or None, focus=focus)
