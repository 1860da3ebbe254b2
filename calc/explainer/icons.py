"""Draw the few icons of the site, which the theme brings. They stand beside words and say nothing alone."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from htpy import Element, span
from markupsafe import Markup

from calc.rules.payees import Payee

OF_PAYEES: Mapping[str, str] = {
    Payee.WORKER: "account-hard-hat-outline",
    Payee.FAMILY: "home-heart",
    Payee.EMPLOYER: "office-building-outline",
    Payee.CARRIER: "factory",
    Payee.AGENT: "handshake-outline",
    Payee.SENDER: "bus",
    Payee.PARK: "sprout-outline",
    Payee.TRAINER: "school-outline",
}
UNKNOWN = "help-circle-outline"


def draw_icon(name: str) -> Element:
    """Draw an icon by its name among the theme's."""
    return span(".icon", aria_hidden="true")[_read(name)]


@cache
def _read(name: str) -> Markup:
    return Markup((files("material") / f"templates/.icons/material/{name}.svg").read_text(encoding="utf-8"))
