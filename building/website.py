"""The site: MkDocs turns docs/ and the calculator's own HTML into pages, the runtime comes beside them."""

import os
import shutil
import subprocess
from pathlib import Path

from building.commands import run
from building.folder_search import lay_folder_search
from building.freshness import STAMP, make_when_changed
from building.library import compile_calculator, compile_library
from building.offline import lay_shells
from building.places import (
    BROWSER_WHEELS,
    CALC,
    DOCS,
    NODE_MODULES,
    PAGE_SCRIPTS,
    PYTHON,
    ROOT,
    SEARCH_WORDS,
    SITE,
    VENV,
)
from building.runtime import lay_runtime, name_piece, prepare_pieces, read_listing
from building.scripts import bundle_script
from building.security import secure_pages
from building.service_worker import lay_service_worker
from building.theme_scripts import adapt_theme_scripts
from building.wheels import build_calculator_wheel, prepare_browser_wheels

NO_COMMIT_DATE = "1767225600"  # the first second of 2026, for a copy of the project without its history
SOURCES = (DOCS, CALC, ROOT / "tests/cases", ROOT / "tests/exemptions", ROOT / "mkdocs.yml", Path(__file__).parent)


def build_website() -> None:
    """Build site/ unless it was built from what lies here now."""
    prepare_browser_wheels()
    fixed = {"SOURCE_DATE_EPOCH": find_date()}
    build_calculator_wheel(fixed)
    compile_library()
    compile_calculator()
    prepare_pieces()
    installed = [folder / STAMP for folder in (VENV, NODE_MODULES, BROWSER_WHEELS)]
    make_when_changed(
        SITE,
        [*SOURCES, *installed, ROOT / "pyproject.toml", *sorted(ROOT.glob("*.md")), *fixed.values()],
        lambda: make_pages(fixed),
    )


def make_pages(environment: dict[str, str]) -> None:
    print("Building the site …", flush=True)
    quiet = {"NO_MKDOCS_2_WARNING": "1"}  # Material's advertisement: MkDocs is pinned below 2
    advice = "The pages could not be built: mend what MkDocs names above in docs/, mkdocs.yml or calc/explainer/."
    build = (PYTHON, "-m", "mkdocs", "build", "--strict", "--site-dir", SITE)
    run(PYTHON, "-m", "calc.explainer.search_words", SEARCH_WORDS, advice=advice, environment=environment)
    script = bundle_page_script()
    named = {"PAGE_SCRIPT": f"assets/{script.name}"}
    run(*build, advice=advice, environment=environment | quiet | named)
    shutil.copyfile(script, SITE / "assets" / script.name)
    adapt_theme_scripts(SITE)
    lay_folder_search(SITE)
    secure_pages(SITE)
    lay_runtime()
    lay_shells()
    lay_service_worker()


def bundle_page_script() -> Path:
    """The script of all pages, with a name of its own for every content: no cache brings an old one."""
    shutil.rmtree(PAGE_SCRIPTS, ignore_errors=True)
    bundle_script("page.js", PAGE_SCRIPTS / "page.js", {"RUNTIME_FILES": read_listing()})
    content = (PAGE_SCRIPTS / "page.js").read_bytes()
    return (PAGE_SCRIPTS / "page.js").rename(PAGE_SCRIPTS / f"{name_piece('page', content)}.js")


def find_date() -> str:
    """The one date that a build knows: given from outside, or the last commit's, so that builds are repeatable."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    try:
        log = subprocess.run(("git", "log", "-1", "--format=%ct"), cwd=ROOT, capture_output=True, text=True)
    except FileNotFoundError:
        return NO_COMMIT_DATE
    return log.stdout.strip() or NO_COMMIT_DATE
