"""What the site says of itself is what lies there: every file by its hash, all software with its licences."""

import json
import re

from building.manifest import NAME, describe_site
from building.places import SITE
from calc.explainer.software import list_parts, write_texts

VERSION = SITE / "version/index.html"


def test_the_manifest_is_that_of_the_site() -> None:
    told = json.loads((SITE / NAME).read_text(encoding="utf-8"))
    assert told == describe_site(SITE)
    assert {"index.html", "service_worker.js", "bom.json", "data/index.json"} <= told["files"].keys()


def test_the_texts_of_all_licences_are_published_and_linked() -> None:
    page = VERSION.read_text(encoding="utf-8")
    for name, text in write_texts(list_parts()).items():
        assert (SITE / "licences" / name).read_text(encoding="utf-8").strip() == text.strip(), name
        assert f'href="../licences/{name}"' in page
    linked = re.findall(r'href="\.\./(licences/[^"]+)"', page)
    assert [name for name in linked if not (SITE / name).is_file()] == []


def test_the_bill_of_materials_is_published() -> None:
    bill = json.loads((SITE / "bom.json").read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert 'href="../bom.json"' in (SITE / "open-data/index.html").read_text(encoding="utf-8")
