"""Try one mutant of the vocabulary in a process of its own: load the changed module, look for a test that notices."""

import ast
import importlib.abc
import importlib.util
import os
import resource
import sys
import types
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from hypothesis import settings

SURVIVED, REFUSED, BY_CASE, BY_TEST, DIED = 0, 1, 2, 3, -1
SECONDS = 300
"""More processor time than any run of the tests takes: a mutant that needs it runs for ever."""
FIRST = ("proof/test_phrases", "rules/")
"""The tests nearest to a declaration: most mistakes end with them."""
SLOW = ("engine/test_properties", "test_web", "twin/test_twin")
"""Run only on demand."""
LEFT_OUT = ("proof/test_cases", "test_command_line")
"""The cases run first, by themselves; the command line is another process, which the change does not reach."""
ANOTHER_PROCESS = "test_answers_do_not_depend_on_hash_seeds"
"""Compares with a process that the change does not reach: it would fail for the wrong reason."""
EXAMPLES = 20
"""So many random examples for each property: enough here, since what notices comes early."""


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a changed tree instead of its file."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> ModuleSpec | None:
        """The one module, and no other."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: types.ModuleType) -> None:
        """Run the changed tree."""
        exec(compile(ast.fix_missing_locations(self.tree), str(self.path), "exec"), module.__dict__)


class Chosen:
    """A pytest plugin: only the tests that could notice, and a note of the first that fails."""

    def __init__(self, without: frozenset[str]) -> None:
        self.without = without
        self.failed: list[str] = []

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what fails without any change, and what another process answers."""
        items[:] = [item for item in items if item.nodeid not in self.without and ANOTHER_PROCESS not in item.nodeid]

    @property
    def first(self) -> str:
        """The first that failed."""
        return self.failed[0] if self.failed else "pytest itself"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A test file that cannot be read has noticed too."""
        if report.failed:
            self.failed.append(report.nodeid)


def enter(copy: Path) -> None:
    """Forget the calculator that made the mutants; what is imported from here on comes from the copy."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("calc", "building")]:
        del sys.modules[name]
    os.chdir(copy)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path[:] = [str(copy), *(entry for entry in sys.path[1:] if entry)]
    sys.modules["tests"].__path__ = [str(copy / "tests")]
    settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES)
    settings.load_profile("steady")


def name_tests(copy: Path, *, thorough: bool) -> tuple[list[str], list[str]]:
    """The test files that run in this process, as paths below tests/: the nearest ones, and the others."""
    tests = copy / "tests"
    paths = (path.relative_to(tests).with_suffix("") for path in tests.rglob("test_*.py"))
    found = sorted({path.as_posix() for path in paths} - {*LEFT_OUT, *(() if thorough else SLOW)})
    first = [name for name in found if name.startswith(FIRST)]
    others = [name for name in found if name not in first]
    return first, sorted(others, key=lambda name: name in SLOW)


def run_tests(copy: Path, plugin: Chosen, names: Sequence[str], *, stop: bool = True) -> bool:
    """Whether all tests of these files pass."""
    files = [str(copy / "tests" / f"{name}.py") for name in names]
    options = ["-q", "--noconftest", "-p", "no:cacheprovider", "--assert=plain", "--import-mode=importlib"]
    return int(pytest.main([*(["-x"] if stop else []), *options, *files], plugins=[plugin])) == 0


def run_cases() -> str:
    """The first row of tests/cases that comes out differently, in a stride through all of them."""
    try:
        from tests.proof.test_cases import ROWS, test_case
    except Exception as problem:
        return f"tests/cases: {problem}"[:150]
    rows = [row.values for row in ROWS]
    for name, row in (row for start in range(11) for row in rows[start::11]):
        try:
            test_case(name, row)  # type: ignore[arg-type]
        except Exception:
            return f"tests/cases/{name}.md:{row.line}"  # type: ignore[union-attr]
    return ""


def quiet(log: Path) -> None:
    """Send all output to a file."""
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)


def judge(copy: Path, file: str, tree: ast.Module, without: frozenset[str], *, thorough: bool) -> tuple[int, str]:
    """What happens to a changed module: it survives, is refused on import, or a case or a test notices."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    enter(copy)
    name = "calc." + file.removesuffix(".py").replace("/", ".")
    sys.meta_path.insert(0, Changed(name, copy / "calc" / file, tree))
    try:
        import calc.policies  # noqa: F401
    except Exception as problem:
        return REFUSED, f"{type(problem).__name__}: {problem}"[:150]
    plugin = Chosen(without)
    quick, others = name_tests(copy, thorough=thorough)
    if not run_tests(copy, plugin, quick):
        return BY_TEST, plugin.first
    if row := run_cases():
        return BY_CASE, row
    if not run_tests(copy, plugin, others):
        return BY_TEST, plugin.first
    return SURVIVED, ""
