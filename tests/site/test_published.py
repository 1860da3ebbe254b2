"""What the site says of itself is what lies there: every file by its hash, all software with its licences."""

import json
import re
import subprocess
from hashlib import sha256

from building.manifest import NAME, describe_site
from building.places import ROOT, SITE
from calc.explainer.software import list_parts, write_texts
from calc.policies import POLICIES
from calc.version import VERSION

ORIGIN = ("version", "published", "commit", "is_changed", "policies", "offline_version")
VERSION_PAGE = SITE / "version/index.html"


def test_the_manifest_is_that_of_the_site() -> None:
    told = json.loads((SITE / NAME).read_text(encoding="utf-8"))
    assert told == {**{name: told[name] for name in ORIGIN}, **describe_site(SITE)}
    assert {"index.html", "service_worker.js", "bom.json", "data/index.json"} <= told["files"].keys()


def test_the_manifest_says_which_version_it_lists() -> None:
    told = json.loads((SITE / NAME).read_text(encoding="utf-8"))
    assert told["version"] == VERSION
    assert f"{told['published']}（北京时间）" in VERSION_PAGE.read_text(encoding="utf-8")
    assert told["policies"] == {name: policy.fingerprint for name, policy in POLICIES.items()}
    worker = (SITE / "service_worker.js").read_text(encoding="utf-8")
    assert re.findall(r'version: ?"([0-9a-f]{12})"', worker) == [told["offline_version"]]
    assert told["commit"] is None or re.fullmatch("[0-9a-f]{40}", told["commit"])


def test_anybody_can_make_the_sum_again() -> None:
    told = json.loads((SITE / NAME).read_text(encoding="utf-8"))
    lines = subprocess.run(
        ("sha256sum", *sorted(told["files"])), cwd=SITE, env={"LC_ALL": "C"}, capture_output=True, check=True
    )
    assert sha256(lines.stdout).hexdigest() == told["sha256"]


def test_the_texts_of_all_licences_are_published_and_linked() -> None:
    page = VERSION_PAGE.read_text(encoding="utf-8")
    for name, text in write_texts(list_parts()).items():
        assert (SITE / "licences" / name).read_text(encoding="utf-8").strip() == text.strip(), name
        assert f'href="../licences/{name}"' in page
    linked = re.findall(r'href="\.\./(licences/[^"]+)"', page)
    assert [name for name in linked if not (SITE / name).is_file()] == []


def test_our_own_licence_is_published_and_linked() -> None:
    own = "licences/policy-calculator.txt"
    assert (SITE / own).read_text(encoding="utf-8") == (ROOT / "LICENSE").read_text(encoding="utf-8")
    for page in (VERSION_PAGE, SITE / "open-data/index.html"):
        assert f'href="../{own}"' in page.read_text(encoding="utf-8")


def test_the_bill_of_materials_is_published() -> None:
    bill = json.loads((SITE / "bom.json").read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert 'href="../bom.json"' in (SITE / "open-data/index.html").read_text(encoding="utf-8")
