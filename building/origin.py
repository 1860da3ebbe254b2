"""Where a built site comes from: which version it is, of which commit and day, and what it calls its parts."""

import json
import re
import subprocess
from pathlib import Path

from building.places import ROOT

DAY = re.compile(r'<meta name="PubDate" content="([^"]+)"')
INDEX = "data/index.json"


def describe_origin(site: Path, offline_version: str) -> dict[str, object]:
    """What the manifest says of a site that is all there but for the manifest.

    `offline_version` is what pages call the copy that a browser keeps: a hash over them, which cannot stand in them.
    """
    told = json.loads((site / INDEX).read_text(encoding="utf-8"))
    return {
        "version": told["calculator"],
        "published": read_day((site / "index.html").read_text(encoding="utf-8")),
        **describe_commit(),
        "policies": {policy["id"]: policy["declarations"] for policy in told["policies"]},
        "offline_version": offline_version,
    }


def describe_commit() -> dict[str, str | bool | None]:
    """The commit, and whether anything was changed since; null where there is no history."""
    commit = ask_git("rev-parse", "HEAD")
    return {"commit": commit or None, "is_changed": bool(ask_git("status", "--porcelain")) if commit else None}


def read_day(page: str) -> str:
    """When what is published was last changed, as a page says it; empty where it does not."""
    found = DAY.search(page)
    return found[1] if found else ""


def ask_git(*words: str) -> str:
    """What git says of the project; nothing where there is no git, or no history."""
    try:
        return subprocess.run(("git", *words), cwd=ROOT, capture_output=True, text=True).stdout.strip()
    except FileNotFoundError:
        return ""
