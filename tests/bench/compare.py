"""How long one person takes through all regions, against one region alone: python -m tests.bench.compare."""

from statistics import median
from time import perf_counter

from calc.engine.assess import assess
from calc.engine.compare import compare
from calc.facts.check import check_facts
from calc.policies import POLICIES

ROUNDS = 200
PERSON = {"home": "sichuan-paired", "is_registered_poor": True, "months_employed": 12}


def main() -> None:
    """Print the medians in milliseconds and their ratio."""
    answers = check_facts(PERSON)
    every: list[float] = []
    alone: list[float] = []
    for _ in range(ROUNDS):
        start = perf_counter()
        compare(answers)
        middle = perf_counter()
        assess(POLICIES["shaoxing"], answers, with_readings=False)
        every.append(middle - start)
        alone.append(perf_counter() - middle)
    every_region, one = median(every) * 1_000, median(alone) * 1_000
    print(f"all regions {every_region:.2f} ms, one region {one:.2f} ms, ratio {every_region / one:.1f}")


if __name__ == "__main__":
    main()
