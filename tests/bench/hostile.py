"""What one hostile value costs at most: python -m tests.bench.hostile.

The values that attacks used and a thousand generated ones are asked in a random field of a random policy's page, and
the link that carries each is opened. The dearest is named with its processor time; an ordinary value stands beside it.
"""

import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import median

from calc.facts.link import write_link
from calc.pages import PAGES
from calc.policies import POLICIES
from tests.attacks import ATTACKS

GENERATED = 1_000
PIECES = (
    "1",
    "9",
    " ",
    "\u3000",
    ",",
    "，",
    "万",
    "亿",
    "年",
    "月",
    "-",
    ".",
    "¥",
    "半",
    "个",
    "x",
    "\u0301",
    "\u200b",
    "<",
    "&",
    "%",
)


def main() -> None:
    """Print the dearest value, and the median of ordinary ones, in milliseconds of processor time."""
    chance = Random(GENERATED)
    costs = sorted((measure(ask), typed) for typed in draw_values(chance) for ask in list_ways(chance, typed))
    ordinary = median(measure(ask) for _ in range(50) for ask in list_ways(chance, "12"))
    dearest, typed = costs[-1]
    named = f"{typed[:12]!r}…, {len(typed)} characters"
    print(f"{len(costs)} questions with a hostile value: at most {dearest:.1f} ms ({named})")
    print(f"median {costs[len(costs) // 2][0]:.1f} ms; with an ordinary value {ordinary:.1f} ms")


def draw_values(chance: Random) -> Iterator[str]:
    """Draw the attacks' values, then texts of a few repeated pieces, up to a million characters long."""
    yield from ATTACKS
    for _ in range(GENERATED):
        pieces = chance.choices(PIECES, k=chance.randint(1, 4))
        yield "".join(pieces) * chance.choice((1, 10, 300, 5_000, 250_000 // len(pieces)))


def list_ways(chance: Random, typed: str) -> tuple[Callable[[], object], Callable[[], object]]:
    """List how a value comes in: typed into a field, or carried by a link."""
    policy = POLICIES[chance.choice(list(POLICIES))]
    page, form = PAGES[policy.id], {"who": "all", chance.choice(policy.facts): typed}
    return lambda: page.answer(form, is_submitted=True), lambda: page.open_link(write_link(form), {})


def measure(ask: Callable[[], object]) -> float:
    """Measure the processor time of one question in milliseconds."""
    begun = time.process_time()
    ask()
    return (time.process_time() - begun) * 1_000


if __name__ == "__main__":
    main()
