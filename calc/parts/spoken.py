"""The place of what is read aloud, and the button for it."""

from htpy import Element, button, div, p


def render_reader() -> Element:
    """The button that reads aloud; a script shows it where the browser can, once there is something to read."""
    return div(".read-aloud", hidden=True)[
        button(".md-button", type="button", data_text_start="朗读结果", data_text_stop="停止朗读")["朗读结果"],
        div(".spoken")[render_spoken("")],
    ]


def render_spoken(text: str) -> Element:
    """What is read aloud; nobody sees it."""
    return p("#spoken-result", hidden=True)[text]
