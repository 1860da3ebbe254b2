"""Every page, and all HTML that Python returns to one, is valid."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from building.places import BIN, NODE_MODULES
from calc.pages import PAGES
from tests.browser.built_pages import ADDRESSES, find_file
from tests.browser.states import fill_everything, find_telling
from tests.parts import put_together

VALIDATOR = NODE_MODULES / "html-validate/bin/html-validate.mjs"
# What is not asked, with the reason.
STYLE = {
    "no-trailing-whitespace": "the templates' indentation",
    "no-redundant-for": "a label that names its field as well as holding it is understood by more voice programs",
    "prefer-native-element": "a matter of taste: a scrolling box with a role is announced like a section",
    "doctype-style": "Material writes it in small letters",
}
# What Material's templates do, as the validator says it; our own HTML is held to these rules where Python returns it.
MATERIALS = re.compile(
    r"""valid-autocomplete: .* <input\ type="checkbox">  # on its switches
    | wcag/h32:  # its form of palettes has nothing to submit
    | unique-landmark:  # its nested lists of pages are landmarks without names
    | attribute-allowed-values: .* "tabindex"\ has\ invalid\ value\ "" """,  # on those that are open
    re.VERBOSE,
)
DOCUMENT = """<!DOCTYPE html>
<html lang="zh-CN"><head><title>{title}</title></head><body><main><h1>{title}</h1><h2>{title}</h2>
<div class="calculator">{parts}</div></main></body></html>"""


def test_every_page_is_valid(tmp_path: Path) -> None:
    complaints = [line for line in validate(tmp_path, map(find_file, ADDRESSES)) if not MATERIALS.search(line)]
    assert not complaints, "\n".join(complaints)


def test_what_python_returns_is_valid(tmp_path: Path) -> None:
    files = []
    for name, page in PAGES.items():
        answered = [(values, False) for values in find_telling(name)[name]]
        visits = [({}, False), *answered, (fill_everything("<b>"), True)]
        for number, (values, is_submitted) in enumerate(visits):
            replies = (page.answer(values, is_submitted=is_submitted), page.lay_sheet(values, "https://example.org/"))
            parts = {place: html for reply in replies for place, html in put_together(reply.render()).items()}
            files.append(tmp_path / f"{name}-{number}.html")
            files[-1].write_text(DOCUMENT.format(title=name, parts="".join(parts.values())), encoding="utf-8")
    complaints = validate(tmp_path, files)
    assert not complaints, "\n".join(complaints)


def validate(folder: Path, files: Iterable[Path]) -> list[str]:
    """The validator's complaints, a line each."""
    configuration = folder / "html-validate.json"
    relaxed = ["error", {"relaxed": True}]  # today's HTML lets an id begin with anything
    shared = ["error", {"shared": ["radio", "checkbox", "button", "reset", "submit"]}]  # several boxes, one question
    rules = {**dict.fromkeys(STYLE, "off"), "valid-id": relaxed, "form-dup-name": shared}
    configuration.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": rules}))
    report = folder / "report.json"  # through a pipe, what is long arrives cut
    command: list[str | Path] = [
        BIN / "node",
        VALIDATOR,
        "--config",
        configuration,
        "--formatter",
        f"json={report}",
        *files,
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert report.exists(), done.stderr
    return [
        f"{file['filePath']}:{message['line']} {message['ruleId']}: {message['message']}"
        for file in json.loads(report.read_text(encoding="utf-8"))
        for message in file["messages"]
    ]
