"""The site publishes the data, the calculator as a wheel, and a page whose lines of Python run with it."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from building.places import DOCS, SITE
from calc.open_data.files import FOLDER, WHEEL, write_files
from calc.policies import POLICIES

PAGE = SITE / "open-data/index.html"


def test_every_file_is_published_and_linked() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for address, text in write_files(POLICIES.values()).items():
        assert (SITE / address).read_text(encoding="utf-8") == text, address
        assert f'href="../{address}"' in page, address
    assert f'href="../{FOLDER}/{WHEEL}"' in page


def test_the_lines_of_the_page_run_with_the_wheel_of_the_page(tmp_path: Path) -> None:
    with zipfile.ZipFile(SITE / FOLDER / WHEEL) as archive:
        archive.extractall(tmp_path)
    source = (DOCS / "open-data.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```python\n(.*?)```", source, re.DOTALL)
    assert len([line for line in lines.splitlines() if line]) == 3
    done = subprocess.run((sys.executable, "-c", lines), cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    assert "'payee': 'worker'" in done.stdout


def test_no_phone_keeps_them_for_days_without_a_network() -> None:
    worker = (SITE / "service_worker.js").read_text(encoding="utf-8")
    assert f'"{FOLDER}/' not in worker
    assert json.loads((SITE / FOLDER / "index.json").read_text(encoding="utf-8"))["wheel"] == WHEEL
