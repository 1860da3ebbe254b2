"""The same three rules in publicodes, in the same browser."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from building.commands import run
from building.compressing import compress_for_hosts
from building.places import BIN, ROOT, SCRATCH

BUNDLE = SCRATCH / "bench/three_rules.js"
EXPECTED = [60_000, 1_500, 6_000]


@dataclass(frozen=True)
class Publicodes:
    """Milliseconds to the first answer and for each later one, and the bytes that travel."""

    started: float
    again: list[float]
    brotli: int


def run_publicodes(browser: Browser, times: int) -> Publicodes:
    """Bundle the rules with their engine, and run them in an empty page."""
    BUNDLE.parent.mkdir(parents=True, exist_ok=True)
    source = Path(__file__).with_name("three_rules.js").relative_to(ROOT)
    advice = "publicodes could not be bundled: run `python3 build.py setup`."
    run(BIN / "node", ROOT / "building/inside/bundle.mjs", source, BUNDLE, "iife", "{}", advice=advice)
    compress_for_hosts([BUNDLE])
    page = browser.new_page()
    page.add_script_tag(path=BUNDLE)
    result = page.evaluate("times => runPublicodes(times)", times)
    page.close()
    if result["first"] != EXPECTED:
        raise ValueError(f"publicodes answers {result['first']}, not {EXPECTED}")
    return Publicodes(result["started"], result["again"], BUNDLE.with_name(f"{BUNDLE.name}.br").stat().st_size)
