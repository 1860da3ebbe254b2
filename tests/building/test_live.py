"""What makes a served site be built anew: a changed source, and nothing else."""

import pytest
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileOpenedEvent,
    FileSystemEvent,
)

from building.outside.live import Watch
from building.places import CALC, DOCS, ROOT

POLICY = str(CALC / "policies/ningxia.py")


@pytest.mark.parametrize(
    "event",
    [
        FileModifiedEvent(POLICY),
        FileModifiedEvent(str(DOCS / "index.md")),
        FileModifiedEvent(str(ROOT / "mkdocs.yml")),
        FileMovedEvent("/elsewhere/ningxia.py", POLICY),
        FileMovedEvent(POLICY, "/elsewhere/ningxia.py"),
    ],
)
def test_a_changed_source_is_noted(event: FileSystemEvent) -> None:
    watch = Watch()
    watch.dispatch(event)
    assert watch.changed.is_set()


@pytest.mark.parametrize(
    "event",
    [
        FileOpenedEvent(POLICY),
        FileClosedNoWriteEvent(POLICY),
        DirModifiedEvent(str(CALC)),
        FileModifiedEvent(str(CALC / "__pycache__/web.cpython-311.pyc")),
        FileModifiedEvent(str(ROOT / "README.md~")),
    ],
)
def test_nothing_else_is(event: FileSystemEvent) -> None:
    watch = Watch()
    watch.dispatch(event)
    assert not watch.changed.is_set()
