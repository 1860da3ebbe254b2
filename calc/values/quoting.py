"""Quote what came from elsewhere: it may be of any length."""

MOST = 60
"""Characters that are shown of it."""


def quote(text: str) -> str:
    """The text, or as much of its beginning as a sentence can hold."""
    return text if len(text) <= MOST else f"{text[:MOST]}…"
