"""The pieces that a page loads first hold every module that an answer to an officer's case needs."""

import json
import subprocess
import sys

from building.places import ROOT
from calc.policies import POLICIES
from calc.proof.cases import parse_cases
from tests.browser.pieces import read_piece, unpack

ANSWER = """
import json, sys
import calc.web
known = set(sys.modules)
for question in json.load(sys.stdin):
    calc.web.answer(question)
print(json.dumps(sorted(set(sys.modules) - known)))
"""


def test_no_case_needs_a_module_that_comes_later() -> None:
    """Python here stands for Python in the page: what it imports late, while it answers, is the same."""
    asked = [
        json.dumps({"policy": policy, "facts": dict(row.facts)})
        for policy in POLICIES
        for table in parse_cases((ROOT / f"tests/cases/{policy}.md").read_text(encoding="utf-8"))
        for row in table.rows
    ]
    command = (sys.executable, "-c", ANSWER)
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(asked), capture_output=True, text=True, check=True)
    late = set(json.loads(done.stdout))
    listed = json.loads(unpack(read_piece("calculator"))["rest_of_library.json"])
    rest = {module for modules in listed.values() for module in modules}
    assert len(rest) > 100
    assert late & rest == set()
