"""Find the tables in Python's memory that only functions read which were left out, and empty them.

Two kinds are large, and known by their shape: the tables of East Asian codecs, and the names of characters. A table
goes only where no function that stays names where it, or a part of it, begins.
"""

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from building.instructions import CONSTANT, list_addresses
from building.webassembly import DATA, Module, NotWebAssembly, Reader, write_number, write_sized

ACTIVE = 0
END = 0x0B
INDEX = struct.Struct("<IBBH")
"""Of a codec's index: where the letters behind a first byte lie, and the least and the greatest second byte."""
FIRST_BYTES, FEWEST = 256, 4
LAST_CODE_POINT, MANY, NEAR, FAR = 0x10FFFF, 30_000, 2, 256 * 1024


@dataclass(frozen=True)
class Segment:
    """A part of memory as the module fills it."""

    start: int
    content: bytes


@dataclass(frozen=True)
class Table:
    """Parts of memory that belong together, and the functions that name where one of them begins."""

    spans: tuple[tuple[int, int], ...]
    named_by: frozenset[int]

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.spans)


def empty_unused_tables(module: Module, staying: Collection[int]) -> Module:
    """The module with zeros in the tables that no function which stays names; `staying` as in building/trimming.py."""
    segments = read_segments(module)
    memory, named = lay_out(segments), list_named(module)
    unused = [table for table in find_tables(memory, named) if not table.named_by & set(staying)]
    spans = sorted(span for table in unused for span in table.spans)
    return module.put_section(DATA, write_segments([empty(segment, spans) for segment in segments]))


def find_tables(memory: bytes, named: Mapping[int, Collection[int]]) -> Iterator[Table]:
    """All tables of the two kinds."""
    return chain(find_codec_tables(memory, named), find_name_tables(memory, named))


def find_codec_tables(memory: bytes, named: Mapping[int, Collection[int]]) -> Iterator[Table]:
    """An index by first bytes, each entry of which is empty or tells where letters lie, and those letters."""
    size, end = INDEX.size * FIRST_BYTES, 0
    for start in sorted(named):
        if start < end:
            continue  # a number that is no address may lie within an index
        entries = [*INDEX.iter_unpack(memory[start : start + size])] if start + size <= len(memory) else []
        letters = {(place, place + 2 * (most - least + 1)) for place, least, most, _ in entries if place}
        if len(letters) >= FEWEST and all(_is_entry(entry, len(memory)) for entry in entries):
            end = start + size
            spans = ((start, end), *sorted(letters))
            yield Table(spans, frozenset(chain.from_iterable(named.get(begins, ()) for begins, _ in spans)))


def _is_entry(entry: tuple[int, int, int, int], top: int) -> bool:
    place, least, most, padding = entry
    is_empty = not (place or least or most)
    return not padding and (is_empty or (not place % 2 and 1024 <= place < top and least <= most))


def find_name_tables(memory: bytes, named: Mapping[int, Collection[int]]) -> Iterator[Table]:
    """The code points in the order of their names: tens of thousands, each once. Before them lie the names themselves,
    beginning where only these functions and those beside them name an address."""
    for start in sorted(named):
        points = _count_code_points(memory, start)
        if points < MANY:
            continue
        owners = named[start]
        beside = range(min(owners) - NEAR, max(owners) + NEAR + 1)
        begins = [at for at, functions in named.items() if start - FAR <= at <= start and set(functions) <= set(beside)]
        yield Table(((min(begins), start + 4 * points),), frozenset(chain.from_iterable(named[at] for at in begins)))
        return


def _count_code_points(memory: bytes, start: int) -> int:
    """How many different code points follow one another."""
    seen = set[int]()
    for (point,) in struct.iter_unpack("<I", memory[start : start + (len(memory) - start) // 4 * 4]):
        if point > LAST_CODE_POINT or point in seen:
            break
        seen.add(point)
    return len(seen)


def list_named(module: Module) -> Mapping[int, set[int]]:
    """By number: the functions, counted from the first with a body, that have it where an address may stand."""
    named = defaultdict[int, set[int]](set)
    for at, body in enumerate(module.bodies):
        for number in list_addresses(body):
            named[number].add(at)
    return dict(named)


def read_segments(module: Module) -> list[Segment]:
    """What the module fills memory with. Raises NotWebAssembly where that is not said in plain numbers."""
    reader = Reader(module.find_section(DATA))
    return [_read_segment(reader) for _ in range(reader.read_number())]


def _read_segment(reader: Reader) -> Segment:
    if reader.read_number() != ACTIVE or reader.read_byte() != CONSTANT:
        raise NotWebAssembly("data that are laid elsewhere than at a plain address")
    start = reader.read_number()
    if reader.read_byte() != END:
        raise NotWebAssembly("an address that is computed")
    return Segment(start, reader.read_bytes(reader.read_number()))


def write_segments(segments: Collection[Segment]) -> bytes:
    """The section of data. An address is a signed number, of which the highest bit must be free."""
    written = (
        bytes([ACTIVE, CONSTANT]) + _write_address(start) + bytes([END]) + write_sized(content)
        for start, content in ((each.start, each.content) for each in segments)
    )
    return write_number(len(segments)) + b"".join(written)


def _write_address(address: int) -> bytes:
    written = write_number(address)
    return written if written[-1] < 0x40 else bytes([*written[:-1], written[-1] | 0x80, 0])


def lay_out(segments: Iterable[Segment]) -> bytes:
    """Memory as it is filled."""
    segments = list(segments)
    memory = bytearray(max(segment.start + len(segment.content) for segment in segments))
    for segment in segments:
        memory[segment.start : segment.start + len(segment.content)] = segment.content
    return bytes(memory)


def empty(segment: Segment, spans: Iterable[tuple[int, int]]) -> Segment:
    """The segment with zeros in these parts of memory."""
    content = bytearray(segment.content)
    for start, end in spans:
        first, last = max(start - segment.start, 0), min(end - segment.start, len(content))
        if first < last:
            content[first:last] = bytes(last - first)
    return replace(segment, content=bytes(content))
