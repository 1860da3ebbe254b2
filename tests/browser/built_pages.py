"""The pages as they were built: where they are, and which of them calculate."""

import re
from pathlib import Path

from building.places import SITE

# Every page, by its address in the site; the runtime's folder holds none of ours.
ADDRESSES = sorted(
    file.relative_to(SITE).as_posix().removesuffix("index.html")
    for file in SITE.rglob("*.html")
    if file.name in {"index.html", "404.html"}
)


def find_file(address: str) -> Path:
    """The file of a page."""
    return SITE / address if address.endswith(".html") else SITE / address / "index.html"


def _name_of_calculator(address: str) -> str | None:
    html = find_file(address).read_text(encoding="utf-8")
    calculator = re.search(r"""<div class=["']?calculator["']? [^>]*?data-page=["']?([\w-]+)""", html)
    return calculator and calculator[1]


# The name that Python knows a calculator by, by the address of its page.
CALCULATORS = {address: name for address in ADDRESSES if (name := _name_of_calculator(address))}
