"""Try mutants of the policies fast: everything is read and collected once, and each mutant is tried in a fork of that.

Instead of running the tests that it collects, pytest waits here: for each mutant a child puts the changed declaration
in the place of the old one, asks the rows of the policy's cases, and then the other tests until one fails. What noticed
the mutants of the same declaration before is asked first.
"""

import ast
import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import types
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.mutation import one
from tests.mutation.mutants import Mutant

CASES = "tests/proof/test_cases.py::test_case["
SLOW = (
    *("engine/test_properties", "engine/test_advise_smallest", "contract/test_schema", "facts/test_consistency"),
    *("facts/test_forgive", "test_web"),
)
"""Run only on demand: they compare the program with itself, which a changed declaration does not disturb."""
ELSEWHERE = ("building/", "values/", "site/", "facts/", "rules/test_payouts", "policies/test_new_region")
"""They read no declaration, or in another process."""
PLANNING = ("document", "budget", "table", "sheet", "plans", "page")
"""The modules of calc.pages.planning that keep something of Zhongshan's declarations; each reads those before it."""
KEEPS_PAGES = ("test_review.py", "test_region_pages.py")
"""Test modules that make something of all policies when they are imported."""
LONGER, EXTRA = 5, 60
"""A mutant that takes so many times as long as the tests take without it, and so many seconds more, runs for ever."""


class Told(NamedTuple):
    """What a child tells of its mutant: how it ended, and what noticed it."""

    ending: int
    by: str


@dataclass
class Warm:
    """A pytest plugin that tries mutants with the tests that it collected, instead of running these."""

    mutants: Sequence[Mutant]
    trees: Mapping[str, ast.Module]
    work: Path
    jobs: int
    keep: Callable[[Mutant, int, str], None]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what another process answers."""
        items[:] = [item for item in items if one.ANOTHER_PROCESS not in item.nodeid]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant, some at a time."""
        if session.testsfailed:
            raise session.Interrupted("the tests cannot be collected on the copy")
        self.failed: list[str] = []
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.kills: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.items = _drop_failing(self, session.items)
        running: dict[int, Mutant] = {}
        for mutant in self.mutants:
            if len(running) == self.jobs:
                self._reap(running)
            running[_fork(self.work, partial(self._judge, mutant))] = mutant
        while running:
            self._reap(running)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails, and how long each takes."""
        self.seconds[report.nodeid] += report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def run(self, items: Sequence[pytest.Item], *, stop: bool) -> None:
        """Run some of the tests."""
        refreshed: set[str] = set()
        for item, following in zip(items, (*items[1:], None), strict=True):
            file = item.nodeid.split("::")[0]
            if file.endswith(KEEPS_PAGES) and file not in refreshed:
                _refresh(item.module)  # type: ignore[attr-defined]
                refreshed.add(file)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None if stop else following)
            if stop and self.failed:
                return

    def _reap(self, running: dict[int, Mutant]) -> None:
        """Wait for a child, keep what it tells, and remember what noticed its mutant."""
        pid, told = _wait(self.work)
        mutant = running.pop(pid)
        if told.ending in (one.BY_CASE, one.BY_TEST):
            self.kills[mutant.scope][told.by] += 1
            self.kills[mutant.file][told.by] += 1
        self.keep(mutant, *told)

    def _judge(self, mutant: Mutant) -> Told:
        """What happens to a mutant; in a process of its own."""
        policy = Path(mutant.file).stem
        mutant.make()
        try:
            replace_policy(policy, self.trees[mutant.file])
        except Exception as problem:
            return Told(one.REFUSED, f"{type(problem).__name__}: {problem}"[:150])
        rows, tests = self._order(policy, mutant)
        seconds = LONGER * sum(self.seconds[item.nodeid] for item in (*rows, *tests)) + EXTRA
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        for items, ending in ((rows, one.BY_CASE), (tests, one.BY_TEST)):
            self.run(items, stop=True)
            if self.failed:
                return Told(ending, self.failed[0])
        return Told(one.SURVIVED, "")

    def _order(self, policy: str, mutant: Mutant) -> tuple[list[pytest.Item], list[pytest.Item]]:
        """The policy's rows, those of the same provision first; and the other tests, the quickest first."""
        before, ever = self.kills[mutant.scope], self.kills[mutant.file]
        provision = mutant.scope.replace("_", "-")
        own = [item for item in self.items if not _is_elsewhere(item, policy)]
        rows = [item for item in own if item.nodeid.startswith(CASES)]
        tests = [item for item in own if not item.nodeid.startswith(CASES)]
        rows.sort(key=lambda item: (-before[item.nodeid], _provision_of(item) != provision))
        tests.sort(key=lambda item: (-before[item.nodeid], -ever[item.nodeid], self.seconds[item.nodeid]))
        return rows, tests


def try_all(
    copy: Path,
    mutants: Sequence[Mutant],
    trees: Mapping[str, ast.Module],
    keep: Callable[[Mutant, int, str], None],
    *,
    jobs: int,
    thorough: bool,
) -> None:
    """Collect the tests of the copy once, and try every mutant with them."""
    one.enter(copy)
    plugin = Warm(mutants, trees, copy.parent, jobs, keep)
    left_out = ELSEWHERE if thorough else (*ELSEWHERE, *SLOW)
    names = sorted(path.relative_to(copy / "tests").as_posix() for path in (copy / "tests").rglob("test_*.py"))
    files = [str(copy / "tests" / name) for name in names if not name.startswith(left_out)]
    options = ["-q", "-s", "--noconftest", "-p", "no:cacheprovider", "--assert=plain", "--import-mode=importlib"]
    pytest.main([*options, "--rootdir", str(copy), *files], plugins=[plugin])


def replace_policy(policy: str, tree: ast.Module) -> None:
    """Run a changed declaration, and let all that was declared before be what it says now.

    What other modules hold of it stays the same object with other contents, so that nothing has to be imported anew.
    Every word of the vocabulary is at hand, whether the module imports it or not.
    """
    from calc import rules
    from calc.policies import POLICIES
    from calc.rules import document, spans
    from calc.rules.policy import Policy, index_policies
    from calc.rules.provision import Provision

    module = sys.modules[f"calc.policies.{policy}"]
    fresh = types.ModuleType(module.__name__)
    vars(fresh).update({**vars(spans), **vars(document), **vars(rules), "__name__": module.__name__})
    exec(compile(ast.fix_missing_locations(tree), str(module.__file__), "exec"), vars(fresh))
    (new,) = (value for value in vars(fresh).values() if isinstance(value, Policy))
    index_policies(new if old.id == policy else old for old in POLICIES.values())
    held: dict[int, Any] = {}
    for name, old in vars(module).items():
        value = vars(fresh).get(name)
        if value is not old and type(value) is type(old) and is_dataclass(old):
            vars(old).clear()
            vars(old).update(vars(value))
            held[id(value)] = old
        elif value is not old and not name.startswith("__"):
            setattr(module, name, value)
    provisions = tuple(held.get(id(item), item) for item in new.provisions)
    assert all(isinstance(item, Provision) for item in provisions)
    vars(POLICIES[policy])["provisions"] = provisions
    _forget()
    if policy == "zhongshan":
        for name in PLANNING:
            _refresh(sys.modules[f"calc.pages.planning.{name}"])


def _forget() -> None:
    """Forget all that functions remember of the declarations."""
    for name, module in [*sys.modules.items()]:
        if name.split(".")[0] in ("calc", "tests"):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _refresh(module: types.ModuleType) -> None:
    """Run a module again in its place: what it made when it was imported is made anew."""
    path = Path(str(module.__file__))
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), vars(module))


def _drop_failing(plugin: Warm, items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The tests that pass with every policy replaced by itself; the others can tell nothing, and are named."""

    def run() -> Told:
        for file, tree in plugin.trees.items():
            replace_policy(Path(file).stem, tree)
        plugin.run(items, stop=False)
        return Told(0, json.dumps([plugin.failed, plugin.seconds]))

    _fork(plugin.work, run)
    _, told = _wait(plugin.work)
    if told.ending:
        raise SystemExit("the tests do not run on the copy: " + (plugin.work / "log").read_text("utf-8")[-3000:])
    failed, seconds = json.loads(told.by)
    plugin.seconds.update(seconds)
    print("\n".join(f"fails without any change, left out: {name}" for name in sorted(failed)), flush=True)
    return [item for item in items if item.nodeid not in failed]


def _fork(work: Path, action: Callable[[], Told]) -> int:
    """Do something in a process of its own, which leaves a note of what came of it."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        one.quiet(work / f"log-{os.getpid()}")
        _call_in_this_process()
        (work / f"note-{os.getpid()}").write_text(json.dumps(action()), encoding="utf-8")
        status = 0
    finally:
        os._exit(status)


def _wait(work: Path) -> tuple[int, Told]:
    """The next child that ends, and what it tells; one without a note died or ran for ever."""
    pid, _ = os.wait()
    note, log = work / f"note-{pid}", work / f"log-{pid}"
    told = Told(*json.loads(note.read_text(encoding="utf-8"))) if note.exists() else Told(one.DIED, "")
    note.unlink(missing_ok=True)
    log.replace(work / "log")
    return pid, told


def _call_in_this_process() -> None:
    """Let the persons at the command line ask the calculator at hand, which the change reaches."""
    from calc.__main__ import main
    from tests import command_line

    def call(*words: str, **_: object) -> subprocess.CompletedProcess[bytes]:
        out, complaints = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(complaints):
            code = main(words)
        return subprocess.CompletedProcess(words, code, out.getvalue().encode(), complaints.getvalue().encode())

    command_line.call = call


def _values_of(item: pytest.Item) -> list[Any]:
    return [*getattr(getattr(item, "callspec", None), "params", {}).values()]


def _is_elsewhere(item: pytest.Item, policy: str) -> bool:
    """Whether a test is about another policy."""
    from calc.policies import POLICIES

    names = [getattr(value, "id", value) for value in _values_of(item)]
    return any(isinstance(name, str) and name in POLICIES and name != policy for name in names)


def _provision_of(row: pytest.Item) -> str:
    return next((value.provision for value in _values_of(row) if hasattr(value, "provision")), "")
