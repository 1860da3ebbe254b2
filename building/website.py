"""The site: MkDocs turns docs/ and the calculator's own HTML into pages, the runtime comes beside them."""

import os
import re
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from building.bundles import bundle_asset
from building.commands import run, say
from building.counting import COUNTING
from building.folder_search import lay_folder_search
from building.freshness import STAMP, is_made_from, make_when_changed
from building.library import prepare_library
from building.manifest import lay_manifest
from building.offline import lay_shells
from building.origin import ask_git, describe_commit, describe_origin
from building.places import (
    BROWSER_WHEELS,
    CALC,
    DOCS,
    DRAFT,
    NODE_MODULES,
    PYTHON,
    ROOT,
    SCRATCH,
    SEARCH_WORDS,
    SITE,
    VENV,
)
from building.runtime import lay_runtime, name_piece, prepare_pieces, read_laid_edition, read_listing
from building.security import secure_pages
from building.service_worker import lay_service_worker
from building.side_by_side import do_side_by_side
from building.theme_scripts import adapt_theme_scripts
from building.wheels import build_calculator_wheels, lay_whole_wheel

NO_COMMIT_DATE = "1767225600"  # the first second of 2026, for a copy of the project without its history
SIGN_OFFS = ROOT / "reviews.toml"  # an agency's own, as calc/proof/sign_offs.py calls it
SOURCES = (
    *(DOCS, CALC, ROOT / "tests/cases", ROOT / "tests/exemptions"),
    *(ROOT / "mkdocs.yml", SIGN_OFFS, Path(__file__).parent),
)
FOR_HOSTS = "for public hosts"
BUILT = SCRATCH / "built"
"""Holds the stamp of site/: what lies in there is published as it is."""
OFFICIAL_TEXTS = "POLICY_SOURCES"  # as calc/proof/files.py calls it


def build_website(*, for_hosts: bool, sources: Path | None = None) -> None:
    """Build site/ unless it was built from what lies here now; `sources` is the folder of the official texts."""
    fixed = {"SOURCE_DATE_EPOCH": find_date()}
    installed = [folder / STAMP for folder in (VENV, NODE_MODULES, BROWSER_WHEELS)]
    files = [*SOURCES, *installed, ROOT / "pyproject.toml", ROOT / "LICENSE", *sorted(ROOT.glob("*.md"))]
    made_from: list[Path | str] = [*files, *fixed.values(), str(describe_commit()), *([sources] if sources else [])]
    made_from.append(COUNTING)
    if not (SITE / "index.html").is_file():
        shutil.rmtree(BUILT, ignore_errors=True)
    BUILT.mkdir(parents=True, exist_ok=True)
    # What was compressed for public hosts is as good for reading it here.
    for_hosts = for_hosts or is_made_from(BUILT, [*made_from, FOR_HOSTS])
    if for_hosts:
        made_from.append(FOR_HOSTS)
    make_when_changed(BUILT, made_from, partial(make_site, fixed, for_hosts=for_hosts, sources=sources))


def make_site(environment: Mapping[str, str], *, for_hosts: bool, sources: Path | None) -> None:
    """Make a draft beside the served site, and replace the site when the draft is whole."""
    do_side_by_side(partial(prepare_runtime, environment), partial(make_pages, environment, sources))
    lay_runtime(DRAFT / "runtime", for_hosts=for_hosts)
    lay_whole_wheel(DRAFT / "data")
    lay_bundles()
    lay_shells(DRAFT, for_hosts=for_hosts)
    offline_version = lay_service_worker(DRAFT)
    lay_manifest(DRAFT, describe_origin(DRAFT, offline_version))
    publish_draft()


def prepare_runtime(environment: Mapping[str, str]) -> None:
    """Make Python for the browser, with the calculator in it."""
    build_calculator_wheels(environment)
    prepare_library()
    prepare_pieces()


def make_pages(environment: Mapping[str, str], sources: Path | None) -> None:
    say("Making the pages …")
    quiet = {"NO_MKDOCS_2_WARNING": "1"}  # Material's advertisement: MkDocs is pinned below 2
    texts = {OFFICIAL_TEXTS: str(sources or "")}
    advice = "The pages could not be built: mend what MkDocs names above."
    shutil.rmtree(DRAFT, ignore_errors=True)
    run(PYTHON, "-m", "calc.explainer.search_words", SEARCH_WORDS, advice=advice, environment=environment)
    build = (PYTHON, "-m", "mkdocs", "build", "--strict", "--site-dir", DRAFT)
    run(*build, advice=advice, environment={**environment, **quiet, **texts})
    adapt_theme_scripts(DRAFT)
    lay_folder_search(DRAFT)
    secure_pages(DRAFT)


def lay_bundles() -> None:
    """Lay the scripts and the styles of all pages."""
    runtime = DRAFT / "runtime"
    lay_bundle("page.js", {"RUNTIME_FILES": read_listing(runtime), "EDITION": read_laid_edition(runtime)})
    lay_bundle("site.css", {})
    name_by_content("elder.js")


def lay_bundle(name: str, constants: dict[str, object]) -> None:
    bundle_asset(name, DRAFT / "assets" / name, constants)
    name_by_content(name)


def name_by_content(name: str) -> None:
    """Give a file of all pages a name of its own for every content: no cache brings an old one, no deploy another's."""
    bundle = DRAFT / "assets" / name
    named = bundle.rename(bundle.with_name(f"{name_piece(bundle.stem, bundle.read_bytes())}{bundle.suffix}"))
    address = re.compile(rf'(?<=assets/){re.escape(name)}(?=")')
    for page in DRAFT.rglob("*.html"):
        page.write_text(address.sub(named.name, page.read_text(encoding="utf-8")), encoding="utf-8")


def publish_draft() -> None:
    """Move the draft's files into site/, in place of what was there."""
    SITE.mkdir(exist_ok=True)
    empty_site()
    for made in DRAFT.iterdir():
        made.rename(SITE / made.name)


def empty_site() -> None:
    for made in SITE.iterdir() if SITE.is_dir() else ():
        shutil.rmtree(made) if made.is_dir() else made.unlink()


def find_date() -> str:
    """The one date that a build knows: given from outside, or the last commit's, so that builds are repeatable."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    return ask_git("log", "-1", "--format=%ct") or NO_COMMIT_DATE
