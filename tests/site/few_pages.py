"""Build a site of a few pages with the real hooks."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from building.places import ROOT

CONFIGURATION = """
INHERIT: {root}/mkdocs.yml
docs_dir: {folder}/docs
site_dir: {folder}/site
theme:
  custom_dir: {root}/building/theme
hooks: [{root}/building/hooks.py]
plugins: []
"""


def configure(folder: Path, more: str) -> None:
    """Write the configuration of a site in `folder`: the real one, but without plugins, and with `more` lines."""
    told = CONFIGURATION.format(root=ROOT, folder=folder) + more
    (folder / "mkdocs.yml").write_text(told, encoding="utf-8")


def build_site(folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run MkDocs on it."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", folder / "mkdocs.yml")
    environment = {**environment, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
