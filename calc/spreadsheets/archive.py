"""The zip archive that an .xlsx is: opened only as far as it stays within bounds."""

import zipfile
import zlib
from io import SEEK_END
from typing import BinaryIO

from calc.spreadsheets.limits import ON_MACHINE
from calc.spreadsheets.unreadable import UnreadableFileError

DAMAGED = "文件打不开，可能没有传完，或者损坏了：请用表格软件打开，另存一份 .xlsx 再试。"
_CHUNK = 1 << 20
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_archive(
    file: BinaryIO, packed: int = ON_MACHINE.packed, unpacked: int = ON_MACHINE.unpacked
) -> zipfile.ZipFile:
    """Open an archive of at most so many bytes, packed and unpacked; raises UnreadableFileError."""
    size = file.seek(0, SEEK_END)
    if size > packed:
        raise UnreadableFileError(f"文件有 {_say(size)}，.xlsx 最多 {_say(packed)}：请另存为 .csv，大小不限。")
    try:
        archive = zipfile.ZipFile(file)
        _unpack(archive, unpacked)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise UnreadableFileError(DAMAGED) from None
    return archive


def _unpack(archive: zipfile.ZipFile, most: int) -> None:
    """Read everything once: what an archive says of its sizes need not be true."""
    left = most
    for item in archive.infolist():
        if item.compress_type not in _PACKINGS:
            raise UnreadableFileError(DAMAGED)
        with archive.open(item) as part:
            while chunk := part.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise UnreadableFileError(f"文件解开以后超过 {_say(most)}，没有读：请另存为 .csv。")


def _say(size: int) -> str:
    return f"{-(-size // (1 << 20)):,} MB"
