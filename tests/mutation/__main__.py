"""Would the tests notice a small mistake? `python -m tests.mutation [--only TEXT] [--results FILE] [--jobs N]`

Makes small changes, one at a time, in calc/policies/*.py and calc/rules/*.py (see tests/mutation/mutants.py), on a
temporary copy of the working tree, each in a process of its own, and runs the rows of tests/cases and the tests that
need no browser and no other process, until something fails: for a mutant of a policy the nearest ones, `--seconds` of
them; `--thorough` adds the slow ones, and sets no limit. Prints the score and every survivor; those that
tests/mutation/SURVIVORS.md explains are counted apart. Exits with 1 when one is not.

All mutants of the policies take some minutes (tests/mutation/warm.py), those of the vocabulary some hours on one core;
`--sample N` draws N of them, the same for the same `--seed`, as many from each file as its share. `--only TEXT` keeps
those whose key contains the text, `--keys FILE` those that a file names, a key on a line; `--list` prints the keys and
ends; `--verbose` prints what noticed each mutant. With `--results FILE` each result is added to a file, and what stands
there is not tried again, unless its declaration has changed; so a run that was stopped goes on where it ended.

Phrases and other prose are not changed: tests/proof/test_phrases.py compares every phrase with the official text. The
texts are looked for as that test does: set POLICY_TEXTS to their folder if they are not beside the repository. Tests
that fail without any change are left out, and named.
"""

import argparse
import ast
import os
import random
import re
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from itertools import chain
from math import sqrt
from pathlib import Path
from time import perf_counter

from tests.mutation import one, warm
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.results import Result, Results

ROOT = Path(__file__).parents[2]
SURVIVORS = Path(__file__).parent / "SURVIVORS.md"
NOT_COPIED = (".*", "node_modules", "site", "browser", "source", "__pycache__")
LINKED = (".venv", "node_modules")
"""What a test may run of: programs, which no mutant changes."""
ENDINGS = {
    one.SURVIVED: "survived",
    one.REFUSED: "refused by the declaration itself",
    one.BY_CASE: "killed by a case",
    one.BY_TEST: "killed by a test",
}
NOTICED = (one.BY_CASE, one.BY_TEST)
SEED = 20200701
SECONDS = 8
"""The tests nearest to a declaration take less."""


def find_mutants() -> tuple[dict[str, ast.Module], list[Mutant]]:
    """The trees of all modules, and every mutant of them."""
    trees, found = {}, []
    for folder in ("policies", "rules"):
        for path in sorted((ROOT / "calc" / folder).glob("*.py")):
            file = f"{folder}/{path.name}"
            if path.name != "__init__.py":
                trees[file] = ast.parse(path.read_text(encoding="utf-8"))
                found += list(mutants_of(file, trees[file]))
    return trees, found


def draw(mutants: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """A sample in which every file has its share, in the order of the text."""
    ordered = sorted(range(len(mutants)), key=lambda place: mutants[place].file)
    step = len(ordered) / count
    drawing = random.Random(seed)
    return [mutants[place] for place in sorted(ordered[int(step * (at + drawing.random()))] for at in range(count))]


def make_copy(folder: Path) -> Path:
    """A copy of the working tree without what the tests at hand do not need."""
    copy = folder / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COPIED))
    for name in LINKED:
        if (ROOT / name).exists():
            (copy / name).symlink_to((ROOT / name).resolve())
    return copy


def fork(work: Path, action: Callable[[], tuple[int, str]]) -> tuple[int, str]:
    """Do something in a process of its own; an ending of -1 when it does not end by itself."""
    note = work / "note"
    note.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        one.quiet(work / "log")
        ending = 1
        try:
            ending, by = action()
            note.write_text(by, encoding="utf-8")
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(ending)
    _, status = os.waitpid(child, 0)
    by = note.read_text(encoding="utf-8") if note.exists() else ""
    return (os.waitstatus_to_exitcode(status) if note.exists() else one.DIED), by


def find_failing(copy: Path, work: Path) -> frozenset[str]:
    """Tests that fail without any change (a tool not installed, work under way): they can tell nothing."""

    def run() -> tuple[int, str]:
        one.enter(copy)
        plugin = one.Chosen(frozenset())
        one.run_tests(copy, plugin, [*chain(*one.name_tests(copy, thorough=True))], stop=False)
        return 0, "\n".join(plugin.failed)

    ending, failed = fork(work, run)
    if ending != 0:
        raise SystemExit("the tests do not run on the copy: " + (work / "log").read_text(encoding="utf-8")[-3000:])
    print("\n".join(f"fails without any change, left out: {name}" for name in failed.splitlines()), flush=True)
    return frozenset(failed.splitlines())


def try_policies(
    copy: Path,
    mutants: list[Mutant],
    trees: dict[str, ast.Module],
    results: Results,
    arguments: argparse.Namespace,
    *,
    known: list[tuple[Mutant, str]],
) -> None:
    """Try mutants of policies in one warm process, apart from this one."""
    own = {file: tree for file, tree in trees.items() if file.startswith("policies/")}
    child = os.fork()
    if child == 0:
        ending = 1
        try:
            warm.try_all(
                copy,
                mutants,
                own,
                results.add,
                jobs=arguments.jobs,
                seconds=arguments.seconds,
                known=known,
                thorough=arguments.thorough,
            )
            ending = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(ending)
    if os.waitpid(child, 0)[1]:
        raise SystemExit("the warm process died")


def try_rules(
    copy: Path, mutants: list[Mutant], trees: dict[str, ast.Module], results: Results, arguments: argparse.Namespace
) -> None:
    """Try mutants of the vocabulary, each in a process that starts from nothing."""
    failing = find_failing(copy, copy.parent)
    for mutant in mutants:

        def run(mutant: Mutant = mutant) -> tuple[int, str]:
            mutant.make()
            return one.judge(copy, mutant.file, trees[mutant.file], failing, thorough=arguments.thorough)

        results.add(mutant, *fork(copy.parent, run))


def explained() -> set[str]:
    """The keys of the survivors that SURVIVORS.md explains."""
    text = SURVIVORS.read_text(encoding="utf-8") if SURVIVORS.exists() else ""
    return set(re.findall(r"^- `` (.+) ``$", text, re.MULTILINE))


def report(results: list[Result], total: int, seconds: float) -> int:
    """Print the score and the survivors; 1 when one of them is not explained."""
    known = explained()
    endings = Counter(result.ending for result in results)
    survivors = [result.mutant for result in results if result.ending == one.SURVIVED]
    open_ones = [mutant for mutant in survivors if mutant.key not in known]
    killed = len(results) - len(survivors)
    print()
    for mutant in open_ones:
        print(f"SURVIVED calc/{mutant.file}:{mutant.line}\n- `` {mutant.key} ``")
    for ending, count in endings.most_common():
        print(f"{count:6} {say_ending(ending)}")
    by_file: dict[str, Counter[int]] = {}
    for result in results:
        by_file.setdefault(result.mutant.file, Counter())[result.ending] += 1
    for file, counts in by_file.items():
        said = ", ".join(f"{count} {say_ending(ending)}" for ending, count in sorted(counts.items()))
        print(f"{file}: {counts.total()} tried: {said}")
    tried, left = Counter(item.mutant.kind for item in results), Counter(mutant.kind for mutant in survivors)
    rows = (f"{name} {count - left[name]}/{count}" for name, count in sorted(tried.items()))
    print("killed by kind: " + ", ".join(rows))
    score = killed / len(results)
    margin = 1.96 * sqrt(score * (1 - score) / len(results)) if len(results) < total else 0
    counted = f"{len(results)} of {total} mutants" if len(results) < total else f"all {total} mutants"
    print(
        f"{counted}: {killed} killed ({score:.1%}{f' ± {margin:.1%}' if margin else ''}), {len(survivors)} survived, "
        f"{len(survivors) - len(open_ones)} of them explained, {len(open_ones)} not; {seconds:.0f} s"
    )
    return 1 if open_ones else 0


def say_ending(ending: int) -> str:
    """How a mutant ended, in words."""
    return ENDINGS.get(ending, "killed by running for ever or dying")


def main(arguments: argparse.Namespace) -> int:
    """Draw, try, report."""
    started = perf_counter()
    trees, every = find_mutants()
    chosen = [mutant for mutant in every if arguments.only in mutant.key]
    if arguments.keys:
        wanted = set(Path(arguments.keys).read_text(encoding="utf-8").splitlines())
        chosen = [mutant for mutant in chosen if mutant.key in wanted]
    if arguments.sample and arguments.sample < len(chosen):
        chosen = draw(chosen, arguments.sample, arguments.seed)
    if arguments.list:
        print("\n".join(mutant.key for mutant in chosen))
        return 0
    if not chosen:
        print("no such mutant")
        return 2
    os.environ.setdefault("POLICY_TEXTS", str(ROOT.parent / "shared" / "policies"))
    sys.dont_write_bytecode = True
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        work = Path(folder)
        results = Results(Path(arguments.results) if arguments.results else work / "results", is_told=arguments.verbose)
        copy = make_copy(work)
        tried = {result.mutant.key for result in results.of(chosen)}
        todo = [mutant for mutant in chosen if mutant.key not in tried]
        print(f"{len(chosen)} of {len(every)} mutants, {len(todo)} of them not tried yet", flush=True)
        if policies := [mutant for mutant in todo if mutant.file.startswith("policies/")]:
            known = [(result.mutant, result.by) for result in results.of(every) if result.ending in NOTICED]
            try_policies(copy, policies, trees, results, arguments, known=known)
        if rules := [mutant for mutant in todo if mutant.file.startswith("rules/")]:
            try_rules(copy, rules, trees, results, arguments)
        return report(results.of(chosen), len(every), perf_counter() - started)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="mutation testing of the policies")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants to draw (default: all)")
    parser.add_argument("--seed", type=int, default=SEED, help="of the drawing")
    parser.add_argument("--only", default="", help="only mutants whose key contains this")
    parser.add_argument("--keys", default="", help="a file with the keys of the mutants to try, one on a line")
    parser.add_argument("--results", default="", help="a file that keeps the results and is read first")
    parser.add_argument("--jobs", type=int, default=1, help="how many mutants of policies to try at a time")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of tests for a mutant that no case notices")
    parser.add_argument("--thorough", action="store_true", help="run the slow tests too")
    parser.add_argument("--list", action="store_true", help="print the keys and end")
    parser.add_argument("--verbose", action="store_true", help="print what noticed each mutant")
    raise SystemExit(main(parser.parse_args()))
