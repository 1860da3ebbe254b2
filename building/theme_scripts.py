"""What the theme's own scripts are changed in: they name no other host, and load the search index when it is wanted."""

import re
from pathlib import Path

from building.commands import stop

UNUSED_SCRIPTS = ("lunr/tinyseg.js", "lunr/wordcut.js")
"""Of the search: for Japanese and Thai."""

OTHER_HOSTS = re.compile(r"https://(?:unpkg\.com|api\.github\.com|clipboardjs\.com|bit\.ly|\$\{e\}/api/v4)")
"""Named for polyfills, diagrams and repositories, none of which these pages use; the policy forbids them anyway."""

LOADS_INDEX = 'document.forms.namedItem("search")?ks():tt'
LOADS_INDEX_WHEN_WANTED = (
    'document.forms.namedItem("search")?h(document.forms.namedItem("search"),"focusin",{once:!0}).pipe(b(ks),Z(1)):tt'
)
"""The index is larger than a page: it comes when somebody goes to the search, not with every page."""


def adapt_theme_scripts(site: Path) -> None:
    """Change the scripts that MkDocs has copied from the theme."""
    scripts = site / "assets" / "javascripts"
    for name in UNUSED_SCRIPTS:
        (scripts / name).unlink()
    for source_map in site.glob("assets/**/*.map"):
        source_map.unlink()
    for script in [*scripts.glob("*.min.js"), *scripts.glob("workers/*.min.js")]:
        text = OTHER_HOSTS.sub("/nowhere", script.read_text(encoding="utf-8")).partition("//# sourceMappingURL")[0]
        if script.name.startswith("bundle."):
            text = defer_index(text)
        script.write_text(text, encoding="utf-8")


def defer_index(bundle: str) -> str:
    """Let the theme's script load the search index only when the search is gone to."""
    if bundle.count(LOADS_INDEX) != 1:
        stop("The theme's script loads its search index in another way than it did: see building/theme_scripts.py.")
    return bundle.replace(LOADS_INDEX, LOADS_INDEX_WHEN_WANTED)
