"""A region's declarations rest on the vocabulary alone: no other region changes when one does."""

import ast
from pathlib import Path

import pytest

from building.places import CALC, ROOT
from calc.policies import POLICIES


def modules_imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_imports_no_other_policy(policy: str) -> None:
    imported = modules_imported(CALC / "policies" / f"{policy}.py")
    assert imported
    assert not [name for name in imported if name.startswith("calc.policies")]


def test_each_policy_has_a_file_cases_and_exemptions() -> None:
    for folder, suffix in (("calc/policies", ".py"), ("tests/cases", ".md"), ("tests/exemptions", ".md")):
        assert {path.stem for path in (ROOT / folder).glob(f"*{suffix}")} - {"__init__"} == set(POLICIES)
