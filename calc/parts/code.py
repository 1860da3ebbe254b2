"""Draw a link as a code (QR) that a telephone reads from paper."""

from io import BytesIO

from htpy import Node, p
from markupsafe import Markup

QUIET_ZONE = 4


def render_code(link: str) -> Node:
    """Draw a link as an SVG; a link too long for a code becomes a sentence."""
    if not can_be_scanned(link):
        return None
    import segno  # with all it brings a twentieth of Python's start, which needs none of it

    try:
        code = segno.make_qr(link, error="l", boost_error=False)
    except segno.DataOverflowError:
        return p["答案太多，放不进二维码；请保存带答案的链接。"]
    svg = BytesIO()
    code.save(svg, kind="svg", xmldecl=False, svgns=True, border=QUIET_ZONE, omitsize=True, nl=False, title="二维码")
    return Markup(svg.getvalue().decode())


def can_be_scanned(link: str) -> bool:
    """Decide whether the address leads to the page: that of a page opened from a folder does not."""
    return link.startswith("http")
