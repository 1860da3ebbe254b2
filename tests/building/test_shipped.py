"""The browser gets what it needs of the calculator, and nothing that only the build, the checks or a terminal needs."""

import ast
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from building.places import CALC
from building.shipped import LEFT_OUT, list_shipped
from building.wheels import build_wheel
from calc.version import VERSION

LEFT_AT_HOME = [".".join(path.relative_to(CALC.parent).with_suffix("").parts) for path in LEFT_OUT]


def test_what_is_left_out_is_there() -> None:
    assert all(path.exists() for path in LEFT_OUT)


@pytest.mark.parametrize("file", list_shipped(), ids=lambda file: file.relative_to(CALC).as_posix())
def test_no_shipped_module_imports_one_that_is_not(file: Path) -> None:
    assert [name for name in list_imports(file) if is_left_at_home(name)] == []


def test_the_wheel_holds_none_of_them(tmp_path: Path) -> None:
    build_wheel(tmp_path / "wheel", {})
    (wheel,) = (tmp_path / "wheel").iterdir()
    assert wheel.name == f"policy_calculator-{VERSION}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("calc/")]
    assert sorted(names) == sorted(file.relative_to(CALC.parent).as_posix() for file in list_shipped())
    assert not [name for name in names if is_left_at_home(name.removesuffix(".py").replace("/", "."))]


def list_imports(file: Path) -> Iterator[str]:
    """The modules that a file may import: `from calc import proof` names calc.proof."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}, line {node.lineno}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_left_at_home(module: str) -> bool:
    return any(f"{module}.".startswith(f"{left}.") for left in LEFT_AT_HOME)
