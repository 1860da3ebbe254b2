"""Serve the site, and build it anew whenever something changes that it is made from."""

import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from building.commands import say
from building.places import ROOT
from building.serving import announce, open_server_or_stop
from building.website import SOURCES

QUIET = 0.3  # seconds without another change: editors write in several steps
CHANGES = ("created", "modified", "moved", "deleted")
"""The kinds of events that change something; reading a file is one too."""
# In a process of its own, for building/ itself may have changed.
REBUILD = (sys.executable, "-c", "from building.website import build_website; build_website(for_hosts=False)")


class Watch(FileSystemEventHandler):
    """Notes that a source has changed."""

    def __init__(self) -> None:
        self.changed = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGES and not event.is_directory and is_source(event):
            self.changed.set()

    def wait(self) -> None:
        """Wait for a change, and until no more follow."""
        self.changed.wait()
        while self.changed.is_set():
            self.changed.clear()
            time.sleep(QUIET)


def is_source(event: FileSystemEvent) -> bool:
    paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
    return any(path.is_relative_to(source) and "__pycache__" not in path.parts for path in paths for source in SOURCES)


def serve_live(port: int) -> None:
    """Serve and rebuild until Ctrl+C."""
    server = open_server_or_stop(port)
    Thread(target=server.serve_forever, daemon=True).start()
    watch, observer = Watch(), Observer()
    for source in SOURCES:
        observer.schedule(watch, str(source if source.is_dir() else source.parent), recursive=source.is_dir())
    observer.start()
    announce(server)
    while True:
        watch.wait()
        rebuild()


def rebuild() -> None:
    started = time.monotonic()
    if subprocess.run(REBUILD, cwd=ROOT).returncode == 0:
        say(f"Built anew in {time.monotonic() - started:.0f} s: reload the page.")
    else:
        say("The site stays as it was until that is mended.")


if __name__ == "__main__":
    try:
        serve_live(int(sys.argv[1]))
    except KeyboardInterrupt:
        print()
