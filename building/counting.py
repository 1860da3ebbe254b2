"""Let a WebAssembly module note which of its functions are called, for building/inside/counting_worker.js to read."""

import os
from pathlib import Path

from building.instructions import skip_locals
from building.webassembly import EXPORT, GLOBAL, Reader, read_module, write_number, write_signed, write_sized

BITS = 32
"""Of a counter: one global variable for so many functions."""
COUNTER = b"\x7f\x01\x41\x00\x0b"
"""An i32 that changes, and begins as 0."""
GLOBAL_KIND = b"\x03"
COUNTING = os.environ.get("COUNTS_CALLS", "")
"""Set while tests/browser/record_calls.py runs: the site that is built then counts, and is for nobody else."""
COUNTING_WORKER = Path(__file__).parent / "inside/counting_worker.js"


def count_calls(name: str, content: bytes) -> bytes:
    """The module, every function of which first sets its bit in an exported global called called.<name>.<number>."""
    module = read_module(content)
    first, number = module.count_globals(), -(-len(module.bodies) // BITS)
    names = [write_sized(f"called.{name}.{at}".encode()) for at in range(number)]
    exports = [named + GLOBAL_KIND + write_number(first + at) for at, named in enumerate(names)]
    bodies = (_set_bit(body, first + at // BITS, at % BITS) for at, body in enumerate(module.bodies))
    counting = module.add_to_section(GLOBAL, [COUNTER] * number).add_to_section(EXPORT, exports)
    return counting.put_bodies(bodies).write()


def _set_bit(body: bytes, variable: int, bit: int) -> bytes:
    reader = Reader(body)
    skip_locals(reader)
    where = write_number(variable)
    mask = write_signed(1 << bit if bit < BITS - 1 else -(1 << bit))
    setting = b"\x23" + where + b"\x41" + mask + b"\x72\x24" + where  # get, const, or, set
    return body[: reader.at] + setting + body[reader.at :]
