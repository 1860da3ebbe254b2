"""Bundle the site's own scripts and styles, and what they import: one small file for each."""

import json
from pathlib import Path

from building.commands import run
from building.places import BIN, DOCS, ROOT

BUNDLE = Path(__file__).parent / "inside/bundle.mjs"
ADVICE = "The scripts and styles could not be bundled: mend what is named above in docs/assets/."


def bundle_asset(name: str, target: Path, constants: dict[str, object], form: str = "iife") -> None:
    """Bundle docs/assets/<name>; a constant stands in a script by name. As "esm" other modules can import it."""
    defined = json.dumps({constant: json.dumps(value) for constant, value in constants.items()})
    run(BIN / "node", BUNDLE, (DOCS / "assets" / name).relative_to(ROOT), target, form, defined, advice=ADVICE)
