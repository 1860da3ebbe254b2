"""The pieces of the runtime, as the build laid them."""

import json
from collections.abc import Sequence
from io import BytesIO

from building.places import PIECES

FIRST = ("worker", "wasm", "library", "standard", "packages", "calculator")
"""What an answer needs; what draws a sheet comes after it."""


def read_piece(name: str) -> bytes:
    return (PIECES / f"{find_piece(name)}.bin").read_bytes()


def find_piece(name: str) -> str:
    return next(file.stem for file in PIECES.glob(f"{name}.*.bin"))


def name_pieces(asked: Sequence[str]) -> list[str]:
    """The names of the pieces among the addresses that were asked for."""
    return [address.rpartition("/")[2].partition(".")[0] for address in asked if "runtime/" in address]


def unpack(packed: bytes) -> dict[str, bytes]:
    index, _, files = packed.partition(b"\n")
    stream = BytesIO(files)
    return {path: stream.read(size) for path, size in json.loads(index).items()}
