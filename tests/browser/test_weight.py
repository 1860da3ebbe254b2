"""What a page weighs before its form is touched: little enough for an old phone on a slow line."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response

from building.compressing import COMPRESS
from building.places import BIN
from calc.policies import POLICIES
from tests.browser.conftest import SAVE_DATA

pytestmark = pytest.mark.first_visit

MOST_KILOBYTES = 120


@pytest.mark.parametrize(
    "address", ["", *(f"policies/{policy}/" for policy in POLICIES), "compare/", "planning/", "roster/ningxia/"]
)
def test_page_is_light(page: Page, tmp_path: Path, address: str) -> None:
    responses: list[Response] = []
    page.add_init_script(SAVE_DATA)
    page.on("response", lambda response: responses.append(response))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    bodies = {response.url: response.body() for response in responses}
    sizes = dict(zip(bodies, compress([*bodies.values()], tmp_path), strict=True))
    heaviest = sorted(sizes.items(), key=lambda item: -item[1])
    lines = [f"{size:6.1f} kB {url}" for url, size in heaviest]
    assert len(sizes) > 5, "the page's files were not seen"
    assert sum(sizes.values()) <= MOST_KILOBYTES, "\n".join([f"{sum(sizes.values()):.1f} kB in all", *lines])


def compress(bodies: list[bytes], folder: Path) -> list[float]:
    """How many kilobytes a public host sends of each, by brotli."""
    pairs = [(folder / str(number), folder / f"{number}.br") for number, _ in enumerate(bodies)]
    for (raw, _), body in zip(pairs, bodies, strict=True):
        raw.write_bytes(body)
    subprocess.run([BIN / "node", COMPRESS, *(path for pair in pairs for path in pair)], check=True)
    return [copy.stat().st_size / 1_000 for _, copy in pairs]
