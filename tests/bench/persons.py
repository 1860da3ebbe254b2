"""How long different persons take, each asked once: python -m tests.bench.persons [CHECKOUT].

One person asked again and again would measure what is remembered. With the folder of another checkout of the project
the same persons are asked there too, in turns, and the ratio is printed.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median

from calc.facts.catalogue import CATALOGUE
from calc.facts.check import sift_facts
from calc.facts.questions import Choice, Choices, Count, Day, Money, Text, YesNo
from calc.policies import POLICIES

HERE = Path(__file__).parent.parent.parent
PERSONS, ROUNDS = 300, 5
FIRST_DAY, DAYS = date(2017, 6, 1), 1_800

ASK = """
import json, sys, time
from calc import assess, compare
times = {"assess": [], "compare": []}
for policy, facts in json.load(sys.stdin):
    for name, ask in (("assess", lambda: assess(policy, facts)), ("compare", lambda: compare(facts))):
        start = time.process_time()
        ask()
        times[name].append(time.process_time() - start)
print(json.dumps(times))
"""


def main() -> None:
    """Print the medians in milliseconds of processor time, and the ratio to the other checkout where one is named."""
    chance = Random(PERSONS)
    persons = [[chance.choice(list(POLICIES)), draw_person(chance)] for _ in range(PERSONS)]
    checkouts = [HERE, *map(Path, sys.argv[1:2])]
    rounds: dict[Path, list[dict[str, float]]] = {checkout: [] for checkout in checkouts}
    for _ in range(ROUNDS):
        for checkout in checkouts:
            rounds[checkout].append(time_persons(checkout, persons))
    for name in ("assess", "compare"):
        ours, *others = (median(round_[name] for round_ in rounds[checkout]) for checkout in checkouts)
        ratio = "".join(f", there {other:.2f} ms, ratio {ours / other:.2f}" for other in others)
        print(f"{name}: {len(persons)} different persons, median {ours:.2f} ms{ratio}")


def time_persons(checkout: Path, persons: Sequence[Sequence[object]]) -> dict[str, float]:
    """The median of each kind of question in milliseconds, asked in a Python of its own."""
    asked = subprocess.run(
        (sys.executable, "-c", ASK), cwd=checkout, input=json.dumps(persons), capture_output=True, text=True, check=True
    )
    return {name: median(times) * 1_000 for name, times in json.loads(asked.stdout).items()}


def draw_person(chance: Random) -> dict[str, object]:
    """A person whose answers hold no mistake; no two are alike."""
    facts = {fact: draw_answer(chance, fact) for fact in CATALOGUE if chance.random() < 0.6}
    wrong = sift_facts(facts).errors
    return {fact: answer for fact, answer in facts.items() if fact not in wrong}


def draw_answer(chance: Random, fact: str) -> object:
    """Any answer that the question takes."""
    question = CATALOGUE[fact]
    if isinstance(question, YesNo):
        return chance.random() < 0.8
    if isinstance(question, Choice):
        return chance.choice(list(question.options))
    if isinstance(question, Choices):
        return chance.sample(list(question.options), chance.randint(1, 3))
    if isinstance(question, Count):
        return chance.randint(question.least, min(question.most, 60))
    if isinstance(question, Money):
        return f"{chance.randint(1, 5_000_000) / 100:.2f}"
    if isinstance(question, Day):
        return str(FIRST_DAY + timedelta(days=chance.randrange(DAYS)))
    return "某某公司" if isinstance(question, Text) else None


if __name__ == "__main__":
    main()
