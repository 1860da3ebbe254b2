"""In which encoding a file of text is written, and what gb18030 turns into characters that no font has."""

import codecs
from collections.abc import Iterable
from io import SEEK_SET
from typing import BinaryIO

from calc.spreadsheets.unreadable import UnreadableFileError

CHUNK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_TRIED = ("utf-8", "gb18030")
_MEANT = {
    0xE7C7: 0x1E3F,
    **dict(zip(range(0xE78D, 0xE797), (0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE1A)), strict=True)),
    0xE816: 0x20087,
    0xE817: 0x20089,
    0xE818: 0x200CC,
    0xE831: 0x215D7,
    0xE83B: 0x2298F,
    0xE855: 0x241FE,
    **dict(zip((0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864), range(0x9FB4, 0x9FBC), strict=True)),
}
"""Characters that Python's gb18030, of the year 2000, puts into private use, and where Unicode has them since."""


def find_encoding(file: BinaryIO) -> str:
    """Find the encoding of a file by reading it once; raises UnreadableFileError where it is no text."""
    file.seek(0, SEEK_SET)
    start = file.read(4)
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), "")
    for encoding in (marked,) if marked else _TRIED:
        file.seek(0, SEEK_SET)
        if _fits(iter(lambda: file.read(CHUNK), b""), encoding):
            file.seek(0, SEEK_SET)
            return encoding
    raise UnreadableFileError("文件里的文字读不出来：请用表格软件打开，另存为“CSV UTF-8”或 .xlsx。")


def mend(text: str) -> str:
    """Put the characters that gb18030 once had in private use where Unicode has them."""
    return text if text.isascii() else text.translate(_MEANT)


def _fits(chunks: Iterable[bytes], encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            if "\0" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
