"""The search, for a site opened from a folder: there no script may fetch the index, and no file may be a worker."""

import json
from pathlib import Path

from building.theme_scripts import SEARCH_LANGUAGE

FILE = "search/search_index.js"
"""Where the theme's script looks for the index in a site opened from a folder."""


def lay_folder_search(site: Path) -> None:
    """Write the index as a script, and with it the search's worker as a text to start one from."""
    index = (site / FILE).with_suffix(".json").read_text(encoding="utf-8")
    worker = json.dumps("\n".join(collect_worker(site / "assets/javascripts")), ensure_ascii=False)
    start = f'new Worker(URL.createObjectURL(new Blob([{worker}], {{ type: "text/javascript" }})))'
    (site / FILE).write_text(f"var __index = {index};\nvar __searchWorker = {start};\n", encoding="utf-8")


def collect_worker(scripts: Path) -> list[str]:
    """The worker, and the language that it would import: a worker that is no file can import none."""
    files = [next(scripts.glob("workers/search.*.js")), *(scripts / "lunr/min" / name for name in SEARCH_LANGUAGE)]
    return ["self.importScripts = () => {};", *(file.read_text(encoding="utf-8") for file in files)]
