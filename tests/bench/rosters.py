"""What rosters cost: python -m tests.bench.rosters [--rows 1000 100000 1000000].

All provisions that are paid to persons are found for tables of persons, and added up: realistic and adversarial ones
(roster_rows.py), against the plain loop, `assess` row by row. The loop is measured on the first rows of each table, and
multiplied. Three rules are then found by OpenFisca, too, in an environment of its own, on the same table in the same
run; where ours are settled, its sums have to be equal. Seconds are of the processor; each table has a process of its
own, whose peak of memory stands beside it. Answers are checked and encoded beforehand, as they are for the loop.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from building.commands import run
from building.environment import NO_INDEX
from building.freshness import make_when_changed
from building.package_index import describe_index
from building.places import BIN, ROOT, SCRATCH

SIZES = (1_000, 100_000, 1_000_000)
KINDS = ("realistic", "adversarial")
REQUIREMENTS = ROOT / "requirements-openfisca.txt"
OPENFISCA = SCRATCH / "openfisca"
TABLE, THEIRS = OPENFISCA / "table.npz", OPENFISCA / "sums.npz"
Found = dict[str, float]


def main() -> None:
    """Print a row for each table; no figure is judged here."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    parser.add_argument("--policies", nargs="+", default=("jining", "ningxia"))
    asked = parser.parse_args()
    measure(asked.policies, asked.rows)


def measure(policies: Sequence[str] = ("jining", "ningxia"), sizes: Sequence[int] = SIZES) -> None:
    """Measure tables of these sizes, and print what they cost."""
    print("| table | rows | processor | for a row | the loop | ratio | peak |\n|---|---|---|---|---|---|---|")
    for policy in policies:
        for kind in KINDS:
            for rows in sizes:
                found = run_apart(sys.executable, "-m", "tests.bench.roster_table", policy, kind, rows)
                tell(f"{policy}, {kind}", rows, found)
    make_when_changed(OPENFISCA, [REQUIREMENTS], install_openfisca)
    for kind in KINDS:
        for rows in sizes:
            measure_three_rules(kind, rows)


def measure_three_rules(kind: str, rows: int) -> None:
    """Let both find three rules of Jining's on one table.

    Raises ValueError where a settled sum of the realistic table differs: in the other one answers are at odds.
    """
    ours = run_apart(sys.executable, "-m", "tests.bench.roster_table", "jining", kind, rows, TABLE)
    rules = Path(__file__).with_name("openfisca_rules.py")
    theirs = run_apart(OPENFISCA / "bin/python", rules, TABLE, THEIRS)
    with np.load(TABLE) as table, np.load(THEIRS) as sums:
        for name in sums:
            settled = ~np.isnan(table[f"ours_{name}"])
            if kind == KINDS[0] and (wrong := int((table[f"ours_{name}"] != sums[name])[settled].sum())):
                raise ValueError(f"{name}: OpenFisca comes to another sum in {wrong} of {int(settled.sum())} rows")
    tell(f"three rules, {kind}", rows, ours)
    ratio, seconds = ours["seconds"] / theirs["seconds"], theirs["seconds"]
    told = f"{seconds:.2f} s | {seconds / rows * 1e6:.1f} µs | ours takes {ratio:.1f} times as long"
    print(f"| OpenFisca | {rows:,} | {told} | | {peak(theirs)} |", flush=True)


def tell(name: str, rows: int, found: Found) -> None:
    """Print a row of the table."""
    seconds, loop = found["seconds"], found["loop"] * rows
    each = f"{seconds / rows * 1e6:.1f} µs"
    print(
        f"| {name} | {rows:,} | {seconds:.2f} s | {each} | {loop:.0f} s | {loop / seconds:.0f} | {peak(found)} |",
        flush=True,
    )


def peak(found: Found) -> str:
    return f"{found['peak'] / 1e6:.0f} MB"


def run_apart(*command: object) -> Found:
    """What a process of its own has measured."""
    done = subprocess.run([*map(str, command)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    found: Found = json.loads(done.stdout)
    return found


def install_openfisca() -> None:
    python = OPENFISCA / "bin/python"
    run(BIN / "uv", "venv", "--quiet", "--clear", OPENFISCA, advice=NO_INDEX)
    install = (BIN / "uv", "pip", "install", "--quiet", "--require-hashes", "--python", python)
    run(*install, "-r", REQUIREMENTS, advice=NO_INDEX, environment=describe_index())


if __name__ == "__main__":
    main()
