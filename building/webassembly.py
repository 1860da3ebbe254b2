"""Read a WebAssembly module, and write it with a few parts changed: everything else stays byte for byte as published.

The format is https://www.w3.org/TR/wasm-core-2/ (binary format): a header, then sections; those named here are all that
this project changes or asks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

HEADER = b"\0asm\1\0\0\0"
TYPE, IMPORT, FUNCTION, GLOBAL, EXPORT, ELEMENT, CODE, DATA = 1, 2, 3, 6, 7, 9, 10, 11
ORDER = (1, 2, 3, 4, 5, 13, GLOBAL, EXPORT, 8, ELEMENT, 12, CODE, DATA)
"""Of the sections, as the format wants them; custom ones (0) stand anywhere."""
KINDS = ("function", "table", "memory", "global", "tag")


class NotWebAssembly(ValueError):
    """The bytes are none that this understands."""


class Reader:
    """Reads bytes from left to right."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content = content
        self.at = at

    def has_more(self) -> bool:
        return self.at < len(self.content)

    def read_byte(self) -> int:
        self.at += 1
        return self.content[self.at - 1]

    def read_number(self) -> int:
        """An unsigned number in LEB128. Signed ones end at the same byte: who skips them may read them so."""
        number = shift = 0
        while True:
            byte = self.read_byte()
            number |= (byte & 0x7F) << shift
            if byte < 0x80:
                return number
            shift += 7

    def read_bytes(self, size: int) -> bytes:
        self.at += size
        return self.content[self.at - size : self.at]

    def read_name(self) -> str:
        return self.read_bytes(self.read_number()).decode()

    def read_limits(self) -> None:
        flags = self.read_byte()
        self.read_number()
        if flags & 1:
            self.read_number()


def write_number(number: int) -> bytes:
    """An unsigned number in LEB128."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number])


def write_signed(number: int) -> bytes:
    """A signed number in LEB128, as constants have it."""
    written = bytearray()
    while not -0x40 <= number < 0x40:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*written, number & 0x7F])


def write_sized(content: bytes) -> bytes:
    return write_number(len(content)) + content


def write_list(entries: Sequence[bytes]) -> bytes:
    return write_number(len(entries)) + b"".join(entries)


@dataclass(frozen=True)
class Module:
    """A module in its sections: number and content, in their order."""

    sections: tuple[tuple[int, bytes], ...]

    def find_section(self, number: int) -> bytes:
        """The content of a section; that of an empty one where there is none."""
        return next((content for found, content in self.sections if found == number), b"\0")

    @cached_property
    def imported(self) -> Mapping[str, int]:
        """How many of each kind come from outside: their indices are the first."""
        counts = dict.fromkeys(KINDS, 0)
        reader = Reader(self.find_section(IMPORT))
        for _ in range(reader.read_number()):
            reader.read_name()
            reader.read_name()
            kind = KINDS[reader.read_byte()]
            counts[kind] += 1
            match kind:
                case "function":
                    reader.read_number()
                case "table":
                    reader.read_byte()
                    reader.read_limits()
                case "memory":
                    reader.read_limits()
                case "global":
                    reader.read_bytes(2)
                case "tag":
                    reader.read_byte()
                    reader.read_number()
        return counts

    @property
    def first(self) -> int:
        """The index of the first function that has a body here."""
        return self.imported["function"]

    @cached_property
    def bodies(self) -> Sequence[bytes]:
        """Of all functions from `first` on: their local variables, then their instructions."""
        reader = Reader(self.find_section(CODE))
        return [reader.read_bytes(reader.read_number()) for _ in range(reader.read_number())]

    @cached_property
    def exports(self) -> Mapping[str, int]:
        """The functions that are known by name outside, by index."""
        return {name: index for name, kind, index in self._list_exports() if kind == 0}

    def _list_exports(self) -> Iterator[tuple[str, int, int]]:
        reader = Reader(self.find_section(EXPORT))
        for _ in range(reader.read_number()):
            yield reader.read_name(), reader.read_byte(), reader.read_number()

    def count_globals(self) -> int:
        return self.imported["global"] + Reader(self.find_section(GLOBAL)).read_number()

    def put_section(self, number: int, content: bytes) -> "Module":
        """The module with another content of a section, which it may have lacked."""
        if any(found == number for found, _ in self.sections):
            changed = ((found, content if found == number else old) for found, old in self.sections)
            return replace(self, sections=tuple(changed))
        later = ORDER[ORDER.index(number) :]
        place = next((at for at, (found, _) in enumerate(self.sections) if found in later), len(self.sections))
        return replace(self, sections=(*self.sections[:place], (number, content), *self.sections[place:]))

    def add_to_section(self, number: int, entries: Sequence[bytes]) -> "Module":
        """The module with more entries at the end of a section's list."""
        reader = Reader(self.find_section(number))
        count = reader.read_number()
        content = write_number(count + len(entries)) + reader.content[reader.at :] + b"".join(entries)
        return self.put_section(number, content)

    def put_bodies(self, bodies: Iterable[bytes]) -> "Module":
        """The module with other bodies of all functions."""
        return self.put_section(CODE, write_list([write_sized(body) for body in bodies]))

    def write(self) -> bytes:
        return HEADER + b"".join(bytes([number]) + write_sized(content) for number, content in self.sections)


def read_module(content: bytes) -> Module:
    """Read a module. Raises NotWebAssembly where the header or the sections are none."""
    if not content.startswith(HEADER):
        raise NotWebAssembly("no module of version 1")
    reader, sections = Reader(content, len(HEADER)), list[tuple[int, bytes]]()
    while reader.has_more():
        number = reader.read_byte()
        size = reader.read_number()
        sections.append((number, reader.read_bytes(size)))
        if len(sections[-1][1]) < size:
            raise NotWebAssembly("it ends in the middle of a section")
    return Module(tuple(sections))


def replace_bodies(module: Module, others: Mapping[int, bytes]) -> bytes:
    """Write a module in which these functions, by index, have other bodies."""
    bodies = (others.get(index, body) for index, body in enumerate(module.bodies, module.first))
    return module.put_bodies(bodies).write()
