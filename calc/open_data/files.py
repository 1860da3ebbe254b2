"""Lay out all open data: which file holds what, at addresses that stay."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from calc.contract.schema import SCHEMAS, spell_schema
from calc.open_data.cases import write_cases
from calc.open_data.facts import write_facts
from calc.open_data.policy import write_policy, write_readings
from calc.open_data.schema import DATA_SCHEMAS
from calc.proof.files import read_cases
from calc.rules.conventions import CONVENTIONS
from calc.rules.policy import Policy
from calc.values.dates import spell_date
from calc.version import VERSION

FOLDER, SCHEMA_FOLDER = "data", "schema"
WHEEL = f"policy_calculator-{VERSION}-py3-none-any.whl"
"""The calculator with its command line: the build lays it beside the index."""
KINDS = {
    "policy": "条款：条件、金额、资金、材料、原文短语",
    "facts": "要问的事实（JSON Schema）",
    "readings": "可以有两种读法的地方",
    "cases": "算例：事实和应有的结果",
}
"""What there is of each policy, by the name of its file."""


def write_files(policies: Iterable[Policy]) -> dict[str, str]:
    """Write every file, by its address below the site's root."""
    offered = tuple(policies)
    data = {
        f"{FOLDER}/index.json": write_index(offered),
        f"{FOLDER}/conventions.json": [asdict(convention) for convention in CONVENTIONS.values()],
        **{address: content for policy in offered for address, content in _write_policy_files(policy)},
    }
    described = SCHEMAS | DATA_SCHEMAS
    schemas = {f"{SCHEMA_FOLDER}/{name}.json": spell_schema(kind) for name, kind in described.items()}
    return {address: _print(content) for address, content in data.items()} | schemas


def write_index(policies: Iterable[Policy]) -> dict[str, Any]:
    """Write where everything stands; addresses are relative to the index."""
    return {
        "calculator": VERSION,
        "wheel": WHEEL,
        "conventions": "conventions.json",
        "changelog": "../changelog.json",
        "bill_of_materials": "../bom.json",
        "manifest": "../manifest.json",
        "schemas": {name: f"../{SCHEMA_FOLDER}/{name}.json" for name in SCHEMAS | DATA_SCHEMAS},
        "policies": [
            {
                "id": policy.id,
                "region": policy.region,
                "title": policy.title,
                "number": policy.number,
                "start": spell_date(policy.term.start) if policy.term.is_stated else None,
                "end": spell_date(policy.term.end) if policy.term.end else None,
                "declarations": policy.fingerprint,
                "files": {kind: f"{policy.id}/{kind}.json" for kind in KINDS},
            }
            for policy in policies
        ],
    }


def _write_policy_files(policy: Policy) -> Iterator[tuple[str, Any]]:
    written = {
        "policy": write_policy(policy),
        "facts": write_facts(policy),
        "readings": write_readings(policy),
        "cases": write_cases(read_cases(policy)),
    }
    for kind in KINDS:
        yield f"{FOLDER}/{policy.id}/{kind}.json", written[kind]


def _print(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
