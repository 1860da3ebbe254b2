"""The pages as they were built: where they are, and which of them calculate."""

import re

from building.places import SITE

# Every page, by its address in the site; the runtime's folder holds none of ours.
ADDRESSES = sorted(
    file.relative_to(SITE).as_posix().removesuffix("index.html")
    for file in SITE.rglob("*.html")
    if file.name in {"index.html", "404.html"}
)


def _name_of_calculator(address: str) -> str | None:
    html = (SITE / address / "index.html" if not address.endswith(".html") else SITE / address).read_text()
    calculator = re.search(r"""<div class=["']?calculator["']? [^>]*?data-page=["']?([\w-]+)""", html)
    return calculator and calculator[1]


# The name that Python knows a calculator by, by the address of its page.
CALCULATORS = {address: name for address in ADDRESSES if (name := _name_of_calculator(address))}
