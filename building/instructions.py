"""What the instructions of a WebAssembly function name: the functions that it calls, and addresses in memory."""

from collections.abc import Iterator

from building.webassembly import NotWebAssembly, Reader

CALLS = {0x10, 0x12, 0xD2}
"""call, return_call, ref.func: each is followed by a function's index."""
BLOCKS = {0x02, 0x03, 0x04, 0x06}
"""block, loop, if, try: each is followed by its type."""
NOTHING = {
    *(0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1, 0xD3),
    *range(0x45, 0xC5),
}
ONE = {0x07, 0x08, 0x09, 0x0C, 0x0D, 0x18, *range(0x20, 0x27), 0x3F, 0x40, 0x41, 0x42, 0xD0}
"""Followed by one number: branches, local and global variables, tables, memories, exceptions, whole constants."""
TWO = {0x11, 0x13}
CONSTANT = 0x41
LOADS = range(0x28, 0x3F)
"""Every load and store: followed by an alignment and by what is added to the address."""
BULK = {**dict.fromkeys(range(8), 0), 8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
"""How many numbers follow an instruction after 0xFC."""
LANES = range(21, 35)
LANE_LOADS = range(84, 92)


def list_calls(body: bytes) -> set[int]:
    """The functions that a body names, by index. Raises NotWebAssembly at an instruction that it does not know."""
    return {number for opcode, number in read_instructions(body) if opcode in CALLS}


def list_addresses(body: bytes) -> set[int]:
    """The numbers in a body that may be addresses in memory: constants, and what loads and stores add."""
    return {number for opcode, number in read_instructions(body) if opcode == CONSTANT or opcode in LOADS}


def read_instructions(body: bytes) -> Iterator[tuple[int, int]]:
    """Every instruction with the last number that follows it, 0 where none does."""
    reader = Reader(body)
    skip_locals(reader)
    opcode = None
    while reader.has_more():
        opcode = reader.read_byte()
        yield opcode, 0 if opcode in NOTHING else _read_operands(reader, opcode)
    if reader.at != len(body) or opcode != 0x0B:
        raise NotWebAssembly("a function that does not end where it should")


def skip_locals(reader: Reader) -> None:
    for _ in range(reader.read_number()):
        reader.read_number()
        reader.read_byte()


def _read_operands(reader: Reader, opcode: int) -> int:
    if opcode in ONE or opcode in CALLS or opcode in BLOCKS:
        return reader.read_number()
    if opcode in LOADS:
        return _read_place(reader)
    if opcode in TWO:
        reader.read_number()
        return reader.read_number()
    if opcode == 0x0E:  # br_table
        for _ in range(reader.read_number()):
            reader.read_number()
        return reader.read_number()
    if opcode == 0x1C:  # select with types
        reader.read_bytes(reader.read_number())
    elif opcode == 0x1F:  # try_table
        reader.read_number()
        for _ in range(reader.read_number()):
            for _ in range(1 if reader.read_byte() > 1 else 2):
                reader.read_number()
    elif opcode in (0x43, 0x44):  # f32.const, f64.const
        reader.read_bytes(4 if opcode == 0x43 else 8)
    elif opcode == 0xFC:
        _skip_bulk(reader)
    elif opcode == 0xFD:
        _skip_vector(reader)
    else:
        raise NotWebAssembly(f"unknown instruction {opcode:#x}")
    return 0


def _read_place(reader: Reader) -> int:
    """What is added to the address; a set bit in the alignment says that a memory's number stands between."""
    if reader.read_number() & 0x40:
        reader.read_number()
    return reader.read_number()


def _skip_bulk(reader: Reader) -> None:
    numbers = BULK.get(reader.read_number())
    if numbers is None:
        raise NotWebAssembly("unknown instruction after 0xfc")
    for _ in range(numbers):
        reader.read_number()


def _skip_vector(reader: Reader) -> None:
    opcode = reader.read_number()
    if opcode <= 11 or opcode in (92, 93):
        _read_place(reader)
    elif opcode in (12, 13):
        reader.read_bytes(16)
    elif opcode in LANES:
        reader.read_bytes(1)
    elif opcode in LANE_LOADS:
        _read_place(reader)
        reader.read_bytes(1)
