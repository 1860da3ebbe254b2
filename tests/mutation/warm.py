"""Try mutants of the policies fast: everything is read and collected once, and each mutant is tried in a fork of that.

Instead of running the tests that it collects, pytest waits here: for each mutant a child puts the changed declaration
in the place of the old one, asks the rows of the policy's cases, and then the other tests until one fails or its time
is over. What noticed the mutants of the same kind and of the same declaration before is asked first. What notices one
must be silent without any change; a test that is not can tell nothing, and is left out.
"""

import ast
import contextlib
import gc
import io
import json
import os
import resource
import subprocess
import sys
import traceback
import types
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from functools import partial
from math import inf
from pathlib import Path
from time import process_time
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
OTHER_PROCESSES = (
    one.ANOTHER_PROCESS,
    "test_hostile_facts_get_a_sentence",
    "test_a_chinese_console_can_print_it",
    "test_it_runs_as_a_program_of_its_own",
)
"""Tests that ask another process, which the change does not reach."""
NEAR = ("policies/", "proof/", "rules/test_declarations", "twin/", "test_command_line", "contract/", "regions/")
"""The tests that are asked before the others: most mistakes that no case notices end with them."""
PLANNING = ("document", "budget", "table", "sheet", "plans", "page")
"""The modules of calc.pages.planning that keep something of Zhongshan's declarations; each reads those before it."""
KEEPS_PAGES = ("test_review.py", "test_region_pages.py")
"""Test modules that make something of all policies when they are imported."""
LONGEST = 60
"""A mutant with which one test or a row needs so many seconds of the processor runs for ever."""
TRIED = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
"""How pytest ends when nothing went wrong: it ran no test itself."""


class Told(NamedTuple):
    """What a child tells of its mutant: how it ended, what noticed it, and how long each test took."""

    ending: int
    by: str
    seconds: Mapping[str, float] = {}


@dataclass
class Warm:
    """A pytest plugin that tries mutants with the tests that it collected, instead of running these."""

    mutants: Sequence[Mutant]
    trees: Mapping[str, ast.Module]
    work: Path
    jobs: int
    seconds: float
    known: Iterable[tuple[Mutant, str]]
    keep: Callable[[Mutant, int, str], None]

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what another process answers."""
        items[:] = [item for item in items if not item.name.startswith(OTHER_PROCESSES)]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every mutant, some at a time."""
        if session.testsfailed:
            raise session.Interrupted("the tests cannot be collected on the copy")
        self.items = {item.nodeid: item for item in session.items}
        self.own = {Path(file).stem: self._list_own(Path(file).stem) for file in self.trees}
        self.took: dict[str, float] = {}
        self.failed: list[str] = []
        self.kills: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for mutant, name in self.known:
            self._remember(mutant, name)
        self.silent: set[str] = set()
        gc.freeze()
        self._find_failing([name for name in self.items if name.startswith(CASES)])
        waiting, running = deque(self.mutants), dict[int, Mutant]()
        while waiting or running:
            if waiting and len(running) < self.jobs:
                mutant = waiting.popleft()
                running[_fork(self.work, partial(self._judge, mutant))] = mutant
            elif left_over := self._reap(running):
                waiting.appendleft(left_over)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails, and how long each takes."""
        self.took[report.nodeid] = self.took.get(report.nodeid, 0) + report.duration
        if report.failed:
            self.failed.append(report.nodeid)

    def _run(self, name: str) -> bool:
        """Whether a test passes, in good time."""
        item = self.items[name]
        resource.setrlimit(resource.RLIMIT_CPU, (int(process_time()) + LONGEST, resource.RLIM_INFINITY))
        if name.startswith(CASES):
            return _holds(item)
        if name.split("::")[0].endswith(KEEPS_PAGES):
            _refresh(item.module)  # type: ignore[attr-defined]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return name not in self.failed

    def _find_failing(self, names: Sequence[str]) -> None:
        """Leave out those that fail with every policy replaced by itself; name them."""

        def run() -> Told:
            for file, tree in self.trees.items():
                replace_policy(Path(file).stem, tree)
            return Told(0, "\n".join(name for name in names if not self._run(name)))

        _, told = _wait(self.work, _fork(self.work, run))
        if told.ending:
            raise SystemExit("the tests do not run on the copy: " + (self.work / "log").read_text("utf-8")[-3000:])
        self.silent.update(names)
        for name in told.by.splitlines():
            del self.items[name]
            print(f"fails without any change, left out: {name}", flush=True)

    def _reap(self, running: dict[int, Mutant]) -> Mutant | None:
        """Wait for a child, keep what it tells, and remember what noticed; its mutant again, if that told nothing."""
        pid, told = _wait(self.work)
        mutant, name = running.pop(pid), told.by
        self.took.update(told.seconds)
        if told.ending in (one.BY_CASE, one.BY_TEST):
            if name not in self.silent:
                self._find_failing([name])
            if name not in self.items:
                return mutant
            self._remember(mutant, name)
        self.keep(mutant, told.ending, name)
        return None

    def _judge(self, mutant: Mutant) -> Told:
        """What happens to a mutant; in a process of its own."""
        policy = Path(mutant.file).stem
        mutant.make()
        try:
            replace_policy(policy, self.trees[mutant.file])
        except Exception as problem:
            return Told(one.REFUSED, f"{type(problem).__name__}: {problem}"[:150])
        self.took = {}
        for name in self._order(policy, mutant):
            is_case = name.startswith(CASES)
            if not is_case and sum(self.took.values()) > self.seconds:
                continue
            if not self._run(name):
                return Told(one.BY_CASE if is_case else one.BY_TEST, name, self.took)
        return Told(one.SURVIVED, "", self.took)

    def _remember(self, mutant: Mutant, name: str) -> None:
        """Count what noticed a mutant: by its declaration, and, whatever the policy, by its kind and in all."""
        self.kills[mutant.scope][name] += 1
        self.kills[mutant.kind][_function(name)] += 1
        self.kills[""][_function(name)] += 1

    def _list_own(self, policy: str) -> tuple[dict[str, str], list[str]]:
        """The rows of a policy with their provisions, and the other tests that may notice a change of it."""
        own = [item for item in self.items.values() if not _is_elsewhere(item, policy)]
        rows = {item.nodeid: _provision_of(item) for item in own if item.nodeid.startswith(CASES)}
        return rows, [item.nodeid for item in own if item.nodeid not in rows]

    def _order(self, policy: str, mutant: Mutant) -> Iterator[str]:
        """What is asked of a mutant, the likeliest to notice first.

        The rows of its provision come before the tests, those of others after them, for they ask other declarations;
        but where most mutants of its kind were noticed by one test, that is asked before all.
        """
        rows, tests = self.own[policy]
        before, alike, ever = self.kills[mutant.scope], self.kills[mutant.kind], self.kills[""]
        tests = sorted(
            (name for name in tests if name in self.items),
            key=lambda name: (
                -before[name],
                -ever[_function(name)],
                not name.removeprefix("tests/").startswith(NEAR),
                self.took.get(name, 0),
            ),
        )
        likeliest = dict(alike.most_common(1))
        first = [name for name in tests if _function(name) in likeliest]
        asked = sorted((name for name in rows if name in self.items), key=lambda name: -before[name])
        provision = mutant.scope.replace("_", "-")
        own = [name for name in asked if rows[name] == provision] if provision in rows.values() else asked
        return iter(dict.fromkeys((*first, *own, *tests, *asked)))


def try_all(
    copy: Path,
    mutants: Sequence[Mutant],
    trees: Mapping[str, ast.Module],
    keep: Callable[[Mutant, int, str], None],
    *,
    jobs: int,
    seconds: float,
    known: Iterable[tuple[Mutant, str]],
    thorough: bool,
) -> None:
    """Collect the tests of the copy once, and try every mutant with them."""
    one.enter(copy)
    plugin = Warm(mutants, trees, copy.parent, jobs, inf if thorough else seconds, known, keep)
    left_out = ELSEWHERE if thorough else (*ELSEWHERE, *SLOW)
    names = sorted(path.relative_to(copy / "tests").as_posix() for path in (copy / "tests").rglob("test_*.py"))
    files = [str(copy / "tests" / name) for name in names if not name.startswith(left_out)]
    options = ["-q", "-s", "--noconftest", "-p", "no:cacheprovider", "--assert=plain", "--import-mode=importlib"]
    if pytest.main([*options, "--rootdir", str(copy), *files], plugins=[plugin]) not in TRIED:
        raise SystemExit("the tests do not run on the copy")


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
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _wait(work: Path, child: int = -1) -> tuple[int, Told]:
    """A child that ends (the next one, if none is named), and what it tells; without a note it died or ran for ever."""
    pid, _ = os.waitpid(child, 0)
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


def _holds(row: pytest.Item) -> bool:
    """Whether a row of the cases comes out as it says; asked without pytest's ceremony, for there are many."""
    try:
        row.obj(**row.callspec.params)  # type: ignore[attr-defined]
    except Exception:
        return False
    return True


def _function(name: str) -> str:
    """A test without its parameters; all rows are one."""
    return name.split("[")[0]


def _provision_of(row: pytest.Item) -> str:
    return next((value.provision for value in _values_of(row) if hasattr(value, "provision")), "")
