"""Leave out of a WebAssembly module what nobody calls: those functions become traps, the others stay as published.

Which functions are called was recorded (tests/browser/record_calls.py). Beside them stays a margin, because a record
is never whole: all that they call by name, and what is reached by address alone as far as it is likely to be: small
functions, and those between functions that are called, for a compiler lays what belongs together side by side.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf
from pathlib import Path

from building.commands import stop
from building.instructions import list_calls
from building.unused_data import empty_unused_tables
from building.webassembly import read_module

RECORD = Path(__file__).parent / "used_functions.json"
TRAP = bytes((0, 0x41, 0, 0x41, 1, 0x3A, 0, 0, 0, 0x0B))
"""No variables; sets byte 0 of memory to 1, then the instruction `unreachable`. An error may be swallowed on its way
to the page, the byte stays: docs/assets/worker.js looks at it before it says anything."""


@dataclass(frozen=True)
class Margin:
    """What stays beside the functions that were seen in use: so many steps along calls by name, each to functions of at
    most `largest` bytes; gaps of at most `between` functions; and functions of at most `small` bytes."""

    steps: float
    largest: float
    between: int
    small: int
    has_tables: bool = False


MARGINS: Mapping[str, Margin] = {
    "wasm": Margin(steps=inf, largest=inf, between=3, small=64, has_tables=True),
    "library": Margin(steps=1, largest=800, between=2, small=64),
}
"""Python itself reaches far more by address than pydantic-core, whose functions are large."""


def trim_module(name: str, content: bytes) -> bytes:
    """The module with traps in place of what may go; `name` is its piece of the runtime. Stops at another module than
    the one that was recorded."""
    record = json.loads(RECORD.read_text(encoding="utf-8"))[name]
    if hashlib.sha256(content).hexdigest() != record["sha256"]:
        stop(f"The module of {name} is another than {RECORD.name} tells of: run python3 build.py record-calls.")
    module = read_module(content)
    staying = list_staying(module.bodies, read_ranges(record["called"]), module.first, MARGINS[name])
    bodies = (body if at in staying or len(body) < len(TRAP) else TRAP for at, body in enumerate(module.bodies))
    lighter = empty_unused_tables(module, staying) if MARGINS[name].has_tables else module
    return lighter.put_bodies(bodies).write()


def list_staying(bodies: Sequence[bytes], called: Collection[int], first: int, margin: Margin) -> set[int]:
    """The functions that stay, counted from the first that has a body; `first` is that one's index."""
    staying = follow_calls(bodies, called, first, margin)
    return staying | set(list_between(staying, margin.between)) | set(list_small(bodies, margin.small))


def follow_calls(bodies: Sequence[bytes], called: Collection[int], first: int, margin: Margin) -> set[int]:
    """These functions and what they call by name."""
    staying, newest, step = set(called), set(called), 0
    while newest and step < margin.steps:
        named = {index - first for at in newest for index in list_calls(bodies[at])}
        newest = {at for at in named - staying if at >= 0 and len(bodies[at]) <= margin.largest}
        staying |= newest
        step += 1
    return staying


def list_between(staying: Collection[int], most: int) -> Iterator[int]:
    """The functions of every gap of at most so many."""
    ordered = sorted(staying)
    for one, next_one in pairwise(ordered):
        if next_one - one <= most + 1:
            yield from range(one + 1, next_one)


def list_small(bodies: Sequence[bytes], most: int) -> Iterator[int]:
    return (at for at, body in enumerate(bodies) if len(body) <= most)


def write_ranges(numbers: Iterable[int]) -> str:
    """Numbers as a person can read them: 0-4 7 9-12."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    spans = ([number for _, number in run] for _, run in runs)
    return " ".join(f"{span[0]}-{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)


def read_ranges(text: str) -> set[int]:
    """The numbers that write_ranges wrote."""
    spans = (span.partition("-") for span in text.split())
    return {number for one, _, last in spans for number in range(int(one), int(last or one) + 1)}
