"""What stands on printed pages, to be compared with what stands on the screen."""

import re
from unicodedata import normalize

from pypdf import PdfReader

RADICALS = str.maketrans("―戶⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻩⻬⻰", "—户母民西见角贝车长门青页风飞食马鱼黄齐龙")


def squeeze(text: str) -> str:
    """Without spaces, and with characters where the PDF names what looks like them."""
    return re.sub(r"\s", "", normalize("NFKC", text)).translate(RADICALS)


def read_text(pdf: PdfReader) -> str:
    return squeeze("".join(page.extract_text() for page in pdf.pages))


def strip_quotes(text: str) -> str:
    """Without the marks that the styles put around what is quoted."""
    return text.translate(dict.fromkeys(map(ord, "“”")))
