"""`python -m tests.twin 100000 [seed]`: ask calculator and twin that many random questions in all."""

import sys
from collections import Counter
from time import perf_counter

from tests.twin import TWIN
from tests.twin.compare import SEED, ask_many, compare

SHOWN = 3


def main(count: int, seed: int) -> int:
    """Ask, print what was asked and where the two differ; 1 when they do."""
    started = perf_counter()
    each = count // len(TWIN)
    total = 0
    for policy in TWIN:
        granted: Counter[str] = Counter()
        differing: Counter[str] = Counter()
        for question in ask_many(policy, each, seed):
            for difference in compare(policy, question, granted):
                differing[difference.provision] += 1
                if differing[difference.provision] <= SHOWN:
                    print(difference)
        for provision in TWIN[policy]:
            print(f"{policy} {provision}: {granted[provision]} of {each} granted, {differing[provision]} differences")
        total += differing.total()
    print(f"{each * len(TWIN)} questions, {total} differences, {perf_counter() - started:.0f} s")
    return 1 if total else 0


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    sys.exit(main(asked, int(sys.argv[2]) if len(sys.argv) > 2 else SEED))
