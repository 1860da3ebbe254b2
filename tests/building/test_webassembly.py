"""A WebAssembly module is read and written; what is changed in it does what it should, and nothing else changes."""

import json
import subprocess
from base64 import b64encode
from collections.abc import Sequence

import pytest

from building.counting import count_calls
from building.instructions import list_calls
from building.places import BIN, LIBRARY, PYODIDE
from building.trimming import TRAP
from building.webassembly import HEADER, NotWebAssembly, Reader, read_module, replace_bodies, write_number, write_signed

ADD = b"\x00\x20\x00\x41\x01\x6a\x0b"  # local.get 0, i32.const 1, i32.add
TWICE = b"\x00\x20\x00\x10\x00\x10\x00\x0b"  # calls function 0 twice
LOCALS = b"\x01\x02\x7f\x20\x00\x0b"  # two local variables, local.get 0
NAMES = ("add", "twice", "same")
RUN = """
const module = new WebAssembly.Module(Buffer.from(process.argv[1], "base64"));
const { exports } = new WebAssembly.Instance(module);
const heard = {};
for (const name of process.argv.slice(2)) {
  try { heard[name] = exports[name](40); } catch (error) { heard[name] = String(error); }
}
for (const [name, value] of Object.entries(exports)) if (name.startsWith("called.")) heard[name] = value.value;
heard.memory = new Uint8Array(exports.memory.buffer)[0];
console.log(JSON.stringify(heard));
"""


def write_small(*bodies: bytes) -> bytes:
    """A module of functions from i32 to i32, all exported, and a memory."""
    named = [bytes([len(name)]) + name.encode() + bytes([0, at]) for at, name in enumerate(NAMES[: len(bodies)])]
    sections = {
        1: b"\x01\x60\x01\x7f\x01\x7f",
        3: bytes([len(bodies), *[0] * len(bodies)]),
        5: b"\x01\x00\x01",
        7: bytes([len(bodies) + 1]) + b"".join(named) + b"\x06memory\x02\x00",
        10: bytes([len(bodies)]) + b"".join(bytes([len(body)]) + body for body in bodies),
    }
    return HEADER + b"".join(bytes([number, len(content)]) + content for number, content in sections.items())


SMALL = write_small(ADD, TWICE, LOCALS)


def run(content: bytes, *names: str) -> dict[str, object]:
    command = (str(BIN / "node"), "-e", RUN, b64encode(content).decode(), *names)
    heard: dict[str, object] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return heard


def find_modules() -> Sequence[bytes]:
    (library,) = (LIBRARY / "packages/pydantic_core").glob("*.so")
    return [(PYODIDE / "pyodide.asm.wasm").read_bytes(), library.read_bytes()]


def test_a_module_is_written_as_it_was_read() -> None:
    for content in (SMALL, *find_modules()):
        module = read_module(content)
        assert module.write() == content
        assert module.put_bodies(module.bodies).write() == content


def test_every_instruction_of_the_modules_is_known() -> None:
    for content in find_modules():
        module = read_module(content)
        most = module.first + len(module.bodies)
        called = {index for body in module.bodies for index in list_calls(body)}
        assert called
        assert max(called) < most


def test_what_is_no_module_is_refused() -> None:
    for content in (b"", b"<html>", HEADER[:4] + b"\2\0\0\0", SMALL[:-3]):
        with pytest.raises((NotWebAssembly, IndexError)):
            read_module(content)


@pytest.mark.parametrize("body", [b"\x00\xff\x0b", b"\x00\x20\x00", b"\x00\x20\x00\x1a"])
def test_an_instruction_that_is_unknown_or_cut_is_refused(body: bytes) -> None:
    with pytest.raises((NotWebAssembly, IndexError)):
        list_calls(body)


def test_calls_are_found_behind_what_looks_like_one() -> None:
    constants = b"\x00\x41\x10\x1a\x44" + b"\x10" * 8 + b"\x1a\x20\x00\x0b"
    assert list_calls(constants) == set()
    assert list_calls(TWICE) == {0}
    assert list_calls(b"\x00\x0e\x02\x10\x10\x10\x10\x03\x0b") == {3}  # br_table 16 16 16, then call 3


def test_exports_and_imports_are_counted() -> None:
    module = read_module(SMALL)
    assert dict(module.exports) == {name: at for at, name in enumerate(NAMES)}
    assert (module.first, module.count_globals()) == (0, 0)


def test_a_trap_is_sprung_and_leaves_its_mark() -> None:
    trapped = replace_bodies(read_module(SMALL), {0: TRAP})
    heard = run(trapped, "same")
    assert (heard["same"], heard["memory"]) == (40, 0)
    heard = run(trapped, "twice", "same")
    assert (heard["twice"], heard["same"], heard["memory"]) == ("RuntimeError: unreachable", 40, 1)


def test_calls_are_counted_and_change_no_result() -> None:
    counting = count_calls("small", SMALL)
    assert run(counting, "same")["called.small.0"] == 0b100
    heard = run(counting, "twice", "same")
    assert (heard["twice"], heard["same"], heard["called.small.0"]) == (42, 40, 0b111)


def test_the_last_bit_of_a_counter_counts_too() -> None:
    bodies = [ADD] * 3
    module = read_module(write_small(*bodies))
    many = module.put_section(3, write_number(40) + bytes(40)).put_bodies([ADD] * 31 + [ADD] * 9)
    named = b"\x02\x03one\x00\x1f\x06memory\x02\x00"  # function 31
    heard = run(count_calls("many", many.put_section(7, named).write()), "one")
    assert heard["one"] == 41
    assert heard["called.many.0"] == -(2**31)
    assert heard["called.many.1"] == 0


@pytest.mark.parametrize("number", [0, 1, 63, 64, 127, 128, 300, 2**31, 2**35])
def test_numbers_are_written_as_they_are_read(number: int) -> None:
    assert Reader(write_number(number)).read_number() == number


@pytest.mark.parametrize(
    ("number", "written"),
    [(0, b"\0"), (63, b"\x3f"), (64, b"\xc0\0"), (-1, b"\x7f"), (-64, b"\x40"), (-65, b"\xbf\x7f")],
)
def test_signed_numbers_are_written(number: int, written: bytes) -> None:
    assert write_signed(number) == written
