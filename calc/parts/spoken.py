"""Render the text to read aloud, and its button."""

from htpy import Element, button, div, p


def render_reader() -> Element:
    """Render the button; a script shows it in a browser that can read aloud, once there is a text.

    It is a part that no answer changes: a script says on the button whether the voice is speaking.
    """
    return div("#reader.read-aloud", hidden=True, data_part=True)[
        button(".md-button", type="button", data_text_start="朗读结果", data_text_stop="停止朗读")["朗读结果"]
    ]


def render_spoken(text: str) -> Element:
    """Render the hidden text to read aloud."""
    return p("#spoken-result", hidden=True)[text]
