"""Would the tests notice a small mistake? `python -m tests.mutation [--sample N] [--only TEXT] [--thorough]`

Makes small changes, one at a time, in calc/policies/*.py and calc/rules/*.py (see tests/mutation/mutants.py), on a
temporary copy of the working tree, each in a process of its own, and runs the rows of tests/cases and then the tests
that need no browser and no other process, until something fails; `--thorough` adds the slow ones. Prints the score and
every survivor; those that tests/mutation/SURVIVORS.md explains are counted apart. Exits with 1 when one is not.

All mutants take some hours on one core; `--sample N` draws N of them, the same for the same `--seed`, as many from
each file as its share. `--only TEXT` keeps those whose key contains the text, `--keys FILE` those that a file names, a
key on a line; `--list` prints the keys and ends; `--verbose` prints what noticed each mutant.

Phrases and other prose are not changed: tests/proof/test_phrases.py compares every phrase with the official text. The
texts are looked for as that test does: set POLICY_TEXTS to their folder if they are not beside the repository. Tests
that fail without any change are left out, and counted.
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
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from pathlib import Path
from time import perf_counter

from calc.policies import POLICIES
from tests.mutation import one
from tests.mutation.mutants import Mutant, mutants_of

ROOT = Path(__file__).parents[2]
SURVIVORS = Path(__file__).parent / "SURVIVORS.md"
NOT_COPIED = (".*", "node_modules", "site", "browser", "source", "__pycache__")
ENDINGS = {
    one.SURVIVED: "survived",
    one.REFUSED: "refused by the declaration itself",
    one.BY_CASE: "killed by a case",
    one.BY_TEST: "killed by a test",
}
SEED = 20200701


@dataclass(frozen=True)
class Result:
    """What became of a mutant, and what noticed it."""

    mutant: Mutant
    ending: str
    by: str


def find_mutants() -> tuple[dict[str, ast.Module], list[Mutant]]:
    """The trees of all modules, and every mutant of them."""
    trees, found = {}, []
    for folder in ("policies", "rules"):
        for path in sorted((ROOT / "calc" / folder).glob("*.py")):
            file = f"{folder}/{path.name}"
            trees[file] = ast.parse(path.read_text(encoding="utf-8"))
            found += list(mutants_of(file, trees[file])) if path.name != "__init__.py" else []
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
    return (os.waitstatus_to_exitcode(status) if note.exists() else -1), by


def find_failing(copy: Path, work: Path) -> frozenset[str]:
    """Tests that fail without any change (a tool not installed, work under way): they can tell nothing."""

    def run() -> tuple[int, str]:
        one.enter(copy)
        plugin = one.Chosen("", tuple(POLICIES), frozenset())
        one.run_tests(copy, plugin, [*chain(*one.name_tests(copy, "", thorough=True))], stop=False)
        return 0, "\n".join(plugin.failed)

    ending, failed = fork(work, run)
    if ending != 0:
        raise SystemExit("the tests do not run on the copy: " + (work / "log").read_text(encoding="utf-8")[-3000:])
    return frozenset(failed.splitlines())


def explained() -> set[str]:
    """The keys of the survivors that SURVIVORS.md explains."""
    text = SURVIVORS.read_text(encoding="utf-8") if SURVIVORS.exists() else ""
    return set(re.findall(r"^- `` (.+) ``$", text, re.MULTILINE))


def report(results: list[Result], total: int, seconds: float) -> int:
    """Print the score and the survivors; 1 when one of them is not explained."""
    known = explained()
    endings = Counter(result.ending for result in results)
    survivors = [result.mutant for result in results if result.ending == "survived"]
    open_ones = [mutant for mutant in survivors if mutant.key not in known]
    killed = len(results) - len(survivors)
    print()
    for mutant in open_ones:
        print(f"SURVIVED calc/{mutant.file}:{mutant.line}\n- `` {mutant.key} ``")
    for ending, count in endings.most_common():
        print(f"{count:6} {ending}")
    for title, of in (("file", lambda mutant: mutant.file), ("kind", lambda mutant: mutant.kind)):
        tried, left = Counter(of(item.mutant) for item in results), Counter(map(of, survivors))
        rows = (f"{name} {count - left[name]}/{count}" for name, count in sorted(tried.items()))
        print(f"killed by {title}: " + ", ".join(rows))
    score = killed / len(results)
    margin = 1.96 * sqrt(score * (1 - score) / len(results)) if len(results) < total else 0
    counted = f"{len(results)} of {total} mutants" if len(results) < total else f"all {total} mutants"
    print(
        f"{counted}: {killed} killed ({score:.1%}{f' ± {margin:.1%}' if margin else ''}), {len(survivors)} survived, "
        f"{len(survivors) - len(open_ones)} of them explained, {len(open_ones)} not; {seconds:.0f} s"
    )
    return 1 if open_ones else 0


def main(arguments: argparse.Namespace) -> int:
    """Draw, try, report."""
    started = perf_counter()
    trees, every = find_mutants()
    total = len(every)
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
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        work = Path(folder)
        copy = make_copy(work)
        failing = find_failing(copy, work)
        print(f"{len(chosen)} of {total} mutants; {len(failing)} tests fail without any and are left out", flush=True)
        print("\n".join(f"fails without any change: {name}" for name in sorted(failing)), flush=True)
        for mutant in chosen:

            def run(mutant: Mutant = mutant) -> tuple[int, str]:
                mutant.make()
                return one.judge(
                    copy, mutant.file, trees[mutant.file], tuple(POLICIES), failing, thorough=arguments.thorough
                )

            ending, by = fork(work, run)
            results.append(Result(mutant, ENDINGS.get(ending, "killed by running for ever or dying"), by))
            if arguments.verbose or ending == one.SURVIVED:
                print(f"{results[-1].ending}: {mutant.key}  [{by}]", flush=True)
    return report(results, total, perf_counter() - started)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="mutation testing of the policies")
    parser.add_argument("--sample", type=int, default=0, help="how many mutants to draw (default: all)")
    parser.add_argument("--seed", type=int, default=SEED, help="of the drawing")
    parser.add_argument("--only", default="", help="only mutants whose key contains this")
    parser.add_argument("--keys", default="", help="a file with the keys of the mutants to try, one on a line")
    parser.add_argument("--thorough", action="store_true", help="run the slow tests too")
    parser.add_argument("--list", action="store_true", help="print the keys and end")
    parser.add_argument("--verbose", action="store_true", help="print what noticed each mutant")
    raise SystemExit(main(parser.parse_args()))
