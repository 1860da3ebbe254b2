"""Write into docs/changelog.json what has changed in the declarations since its newest entry.

Argument: what changed, in a sentence for officers. Without one the changes belong to what was recorded last today.
"""

import sys
from datetime import datetime

from building.commands import say, stop
from calc.explainer.versions import BEIJING
from calc.policies import POLICIES
from calc.proof.changelog import FILE, find_unrecorded, read_changelog, record, write_changelog
from calc.version import VERSION


def record_version(says: str) -> None:
    """Record, and tell which policies changed; without words there must be something to record."""
    changelog = read_changelog()
    changed = find_unrecorded(changelog, POLICIES.values())
    if not changed and not says:
        say("Nothing has changed since the newest entry of the changelog.")
        return
    try:
        recorded = record(changelog, POLICIES.values(), VERSION, datetime.now(BEIJING).date().isoformat(), says)
    except ValueError as error:
        stop(f'{error}: python3 build.py record-version "…"')
    FILE.write_text(write_changelog(recorded), encoding="utf-8")
    say(f"Recorded in {FILE.name}: {', '.join(changed) or 'no declaration has changed'}.")


if __name__ == "__main__":
    record_version(" ".join(sys.argv[1:]).strip())
