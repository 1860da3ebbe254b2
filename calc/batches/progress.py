"""A line on a terminal that says how far a long task is, and how long it still takes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

PAUSE = 0.2
"""Seconds between two lines: more often nobody reads them."""
_CLEAR = "\r\x1b[K"
_MINUTE = 60

Tell = Callable[[int, float], None]
"""Takes the rows done, and the share of all that they are, from 0 to 1; 0 where nobody knows."""


@contextmanager
def show_progress(stream: TextIO | None = None, clock: Callable[[], float] = monotonic) -> Iterator[Tell]:
    """Show the progress on standard error while it is a terminal, and wipe it out at the end."""
    stream = sys.stderr if stream is None else stream
    if stream is None or not stream.isatty():
        yield lambda rows, share: None
        return
    start = told = clock()

    def tell(rows: int, share: float) -> None:
        nonlocal told
        now = clock()
        if now - told >= PAUSE:
            told = now
            stream.write(f"{_CLEAR}已算 {rows:,} 行{_say_left(now - start, share)}")
            stream.flush()

    try:
        yield tell
    finally:
        stream.write(_CLEAR)
        stream.flush()


def _say_left(seconds: float, share: float) -> str:
    if not share:
        return ""
    left = max(round(seconds * (1 - share) / share), 0)
    time = f"{left // _MINUTE} 分 {left % _MINUTE} 秒" if left >= _MINUTE else f"{left} 秒"
    return f"，共约 {round(share * 100)}%，还要约 {time}"
