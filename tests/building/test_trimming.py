"""What was recorded stays as it was published; the rest traps, and the tables that only the rest reads are empty."""

import json
from collections.abc import Mapping

import pytest

from building.places import LIBRARY, PYODIDE
from building.trimming import (
    MARGINS,
    RECORD,
    TRAP,
    Margin,
    list_staying,
    read_ranges,
    trim_module,
    write_ranges,
)
from building.unused_data import find_tables, lay_out, list_named, read_segments
from building.webassembly import CODE, DATA, Module, read_module

Pair = tuple[Module, Module]


@pytest.fixture(scope="module")
def pairs() -> Mapping[str, Pair]:
    """Every module as it is published, and as pages start with it."""
    (library,) = (LIBRARY / "packages/pydantic_core").glob("*.so")
    published = {"wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes(), "library": library.read_bytes()}
    return {
        name: (read_module(content), read_module(trim_module(name, content))) for name, content in published.items()
    }


def list_recorded(name: str) -> set[int]:
    return read_ranges(json.loads(RECORD.read_text(encoding="utf-8"))[name]["called"])


@pytest.mark.parametrize("name", MARGINS)
def test_what_was_called_stays_and_the_rest_traps(pairs: Mapping[str, Pair], name: str) -> None:
    published, trimmed = pairs[name]
    called, both = list_recorded(name), list(zip(published.bodies, trimmed.bodies, strict=True))
    assert all(new in (old, TRAP) for old, new in both)
    assert all(both[at][0] == both[at][1] for at in called)
    gone = sum(len(old) for old, new in both if new == TRAP)
    assert 0.4 < gone / sum(len(old) for old, _ in both) < 0.9


@pytest.mark.parametrize("name", MARGINS)
def test_nothing_else_of_a_module_changes(pairs: Mapping[str, Pair], name: str) -> None:
    published, trimmed = pairs[name]
    assert [number for number, _ in trimmed.sections] == [number for number, _ in published.sections]
    changed = [old for old, new in zip(published.sections, trimmed.sections, strict=True) if old != new]
    assert {number for number, _ in changed} == ({CODE, DATA} if MARGINS[name].has_tables else {CODE})


def test_the_tables_that_only_traps_named_are_empty(pairs: Mapping[str, Pair]) -> None:
    published, trimmed = pairs["wasm"]
    memory, left = (lay_out(read_segments(module)) for module in (published, trimmed))
    trapped = {at for at, body in enumerate(trimmed.bodies) if body == TRAP}
    tables = list(find_tables(memory, list_named(published)))
    unused = [table for table in tables if table.named_by <= trapped]
    assert sum(table.size for table in unused) > 700_000
    for table in tables:
        for start, end in table.spans:
            assert left[start:end] == (bytes(end - start) if table in unused else memory[start:end])


def test_another_module_than_the_recorded_one_is_refused() -> None:
    with pytest.raises(SystemExit, match="record-calls"):
        trim_module("library", b"another")


def test_what_stays_beside_what_was_called() -> None:
    """Twelve functions: 3 calls 5, which calls 8; function 11 is small."""
    long = b"\x00" + b"\x20\x00\x1a" * 20 + b"\x20\x00\x0b"
    bodies = [long] * 12
    bodies[3] = long[:-1] + b"\x10\x05\x0b"
    bodies[5] = long[:-1] + b"\x10\x08\x0b"
    bodies[11] = b"\x00\x20\x00\x0b"
    far = float("inf")
    assert list_staying(bodies, {3}, 0, Margin(0, far, 0, 0)) == {3}
    assert list_staying(bodies, {3}, 0, Margin(1, far, 0, 0)) == {3, 5}
    assert list_staying(bodies, {3}, 0, Margin(far, far, 0, 0)) == {3, 5, 8}
    assert list_staying(bodies, {3}, 0, Margin(far, 10, 0, 0)) == {3}
    assert list_staying(bodies, {3}, 0, Margin(far, far, 1, 0)) == {3, 4, 5, 8}
    assert list_staying(bodies, {3}, 0, Margin(far, far, 2, 0)) == {3, 4, 5, 6, 7, 8}
    assert list_staying(bodies, {3}, 0, Margin(0, far, 0, 4)) == {3, 11}


def test_numbers_are_recorded_in_ranges() -> None:
    assert write_ranges({9, 1, 2, 3, 7, 10}) == "1-3 7 9-10"
    assert read_ranges("1-3 7 9-10") == {1, 2, 3, 7, 9, 10}
    assert read_ranges(write_ranges(())) == set()
