"""Tables are emptied where nobody reads them; what Python knows of letters and characters stays the same."""

import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from building.places import BIN, PYODIDE, ROOT
from building.unused_data import (
    Segment,
    empty,
    empty_unused_tables,
    find_codec_tables,
    find_name_tables,
    find_tables,
    lay_out,
    list_named,
    read_segments,
    write_segments,
)
from building.webassembly import DATA, Module, read_module

CORE = ("package.json", "pyodide.mjs", "pyodide.asm.mjs", "python_stdlib.zip", "pyodide-lock.json")
LOAD = """
import { pathToFileURL } from "node:url";
const { loadPyodide } = await import(pathToFileURL(`${process.argv[1]}/pyodide.mjs`));
const pyodide = await loadPyodide();
console.log(JSON.stringify(pyodide.runPython(process.argv[2]).toJs({ dict_converter: Object.fromEntries })));
"""
SAYS = """
import hashlib, unicodedata
def digest(words):
    return hashlib.sha256(repr(words).encode("utf-8", "surrogatepass")).hexdigest()
def know(letter):
    names = "category", "bidirectional", "combining", "east_asian_width", "mirrored", "decomposition"
    return [getattr(unicodedata, name)(letter) for name in names] + [
        unicodedata.numeric(letter, None), unicodedata.digit(letter, None), letter.upper(), letter.lower(),
        letter.casefold(), letter.isprintable(), letter.isidentifier(),
        *(unicodedata.normalize(form, letter) for form in ("NFC", "NFD", "NFKC", "NFKD"))]
letters = [chr(point) for point in range(0x30000)]
told = {"characters": digest([know(letter) for letter in letters])}
for codec in ("gb2312", "gbk", "gb18030", "hz"):
    told[codec] = digest([letter.encode(codec, "replace") for letter in letters])
    pairs = [bytes((one, other)) for one in range(0x81, 255) for other in range(0x40, 255)]
    told[f"{codec} read"] = digest([pair.decode(codec, "replace") for pair in pairs])
told
"""

LETTER = "{'read': bytes((0xd6, 0xd0)).decode('gbk', 'replace')}"


@pytest.fixture(scope="module")
def python() -> Module:
    return read_module((PYODIDE / "pyodide.asm.wasm").read_bytes())


def ask(module: bytes, program: str, folder: Path) -> object:
    """What a program says in a Python whose module is this one."""
    for name in CORE:
        shutil.copyfile(PYODIDE / name, folder / name)
    (folder / "pyodide.asm.wasm").write_bytes(module)
    command = (BIN / "node", "--input-type=module", "--eval", LOAD, folder, program)
    return json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)


def test_data_are_written_as_they_were_read(python: Module) -> None:
    segments = read_segments(python)
    assert len(segments) > 1_000
    assert python.put_section(DATA, write_segments(segments)).write() == python.write()


def test_every_table_has_its_size_and_no_two_share_a_byte(python: Module) -> None:
    memory, named = lay_out(read_segments(python)), list_named(python)
    (names,), codecs = list(find_name_tables(memory, named)), list(find_codec_tables(memory, named))
    assert names.size == 338_544
    assert len(codecs) == 27
    spans = sorted(span for table in (names, *codecs) for span in set(table.spans))
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_what_a_staying_function_names_stays(python: Module) -> None:
    everything = range(len(python.bodies))
    assert empty_unused_tables(python, everything).write() == python.write()


def test_what_nobody_names_is_emptied_and_nothing_else(python: Module) -> None:
    memory, named = lay_out(read_segments(python)), list_named(python)
    tables = list(find_tables(memory, named))
    emptied = lay_out(read_segments(empty_unused_tables(python, ())))
    inside = bytearray(len(memory))
    for table in tables:
        for start, end in table.spans:
            inside[start:end] = b"\1" * (end - start)
            assert not any(emptied[start:end])
    assert all(old == new for old, new, held in zip(memory, emptied, inside, strict=True) if not held)


def test_segments_are_emptied_where_a_span_lies_over_them() -> None:
    assert empty(Segment(10, b"abcdef"), [(0, 11), (12, 14), (15, 99)]).content == b"\0b\0\0e\0"


def test_python_knows_every_character_and_letter_as_before(python: Module, tmp_path: Path) -> None:
    """All functions stay, so that nothing traps: what would be read from an emptied table would differ."""
    chinese, next_codecs = (python.exports[f"PyInit__codecs_{name}"] - python.first for name in ("cn", "hk"))
    staying = range(chinese, next_codecs)
    emptied = empty_unused_tables(python, staying).write()
    assert len(emptied) == len(python.write())
    assert emptied != python.write()
    (tmp_path / "whole").mkdir()
    (tmp_path / "emptied").mkdir()
    assert ask(emptied, SAYS, tmp_path / "emptied") == ask(python.write(), SAYS, tmp_path / "whole")


def test_what_reads_an_emptied_table_would_be_noticed(python: Module, tmp_path: Path) -> None:
    """The question before this one tells a Python apart that has lost the letters of China."""
    (tmp_path / "emptied").mkdir()
    (tmp_path / "whole").mkdir()
    emptied = empty_unused_tables(python, ()).write()
    assert ask(emptied, LETTER, tmp_path / "emptied") != ask(python.write(), LETTER, tmp_path / "whole")
