"""保存离线版: every page that calculates, as the beginning of a file that needs nothing beside itself.

The shell is the page with its styles and scripts inside. To save it, docs/assets/save.js puts behind it what the
visitor has filled in and the runtime's pieces, each as an element of its own. So the shell's hash is that of the file's
beginning, and stands for the rest: the shell holds the hash of every piece, and no piece is used that has another.
"""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Template

from building.commands import stop
from building.compressing import compress_for_hosts, gzip_files
from building.runtime import SHELL, describe_piece, name_piece, write_piece_script
from building.security import hash_script

TEMPLATE = Template((Path(__file__).parent / "offline.html").read_text(encoding="utf-8"))
BUTTON = re.compile(r'data-action="save"([^>]*?) hidden(?=[ >])')
PAGE = re.compile(r'class="(?:roster )?calculator" data-page="(\w+)"')
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
SCRIPT = re.compile(r'<script src="([^"]+/page\.[0-9a-f]+\.js)"')
EARLY = re.compile(r'<script src="([^"]+/elder\.[0-9a-f]+\.js)"')
TITLE = re.compile(r"<title>(.*?)</title>")
ELDER_SWITCH = re.compile(r'<button[^>]* class="elder-switch".*?</button>')
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">.*</article>', re.DOTALL)
"""From the first of its kind to the last: others stand inside."""


def lay_shells(site: Path, *, for_hosts: bool) -> None:
    """Lay the shells beside the runtime, tell each page of its own, and list their hashes on the page of versions."""
    shells = dict(write_shells(site))
    files = [file for _, file in shells.values()]
    gzip_files(files)
    if for_hosts:
        compress_for_hosts(files)
    version = site / "version/index.html"
    listed = version.read_text(encoding="utf-8")
    for page, file in shells.values():
        write_piece_script(f"{SHELL}{page}", file)
        listed = fill(
            listed, re.compile(rf'(data-shell="{page}">)(?=<)'), rf"\g<1>{describe_piece(file)['sha256']}", page
        )
    version.write_text(listed, encoding="utf-8")
    for source, (page, file) in shells.items():
        described = html.escape(json.dumps({f"{SHELL}{page}": describe_piece(file)}))
        told = fill(
            source.read_text(encoding="utf-8"), BUTTON, rf'data-action="save"\g<1> data-shell="{described}"', page
        )
        source.write_text(told, encoding="utf-8")


def write_shells(site: Path) -> Iterator[tuple[Path, tuple[str, Path]]]:
    """The shell of each page that calculates, except those made for frames."""
    for source in sorted(site.rglob("index.html")):
        page = source.read_text(encoding="utf-8")
        name = PAGE.search(page)
        if name is None or source.is_relative_to(site / "embed"):
            continue
        content = write_shell(source, page).encode()
        file = site / "runtime" / f"{name_piece(SHELL + name[1], content)}.bin"
        file.write_bytes(content)
        yield source, (name[1], file)


def write_shell(source: Path, page: str) -> str:
    """The page as one text, under a policy that lets its own scripts and styles run and nothing be loaded."""
    styles = "\n".join(read_style(source.parent / address) for address in STYLE.findall(page))
    early, script = (read_script(source.parent / find(pattern, page)[1]) for pattern in (EARLY, SCRIPT))
    return TEMPLATE.substitute(
        policy=write_policy(styles, early, script),
        title=find(TITLE, page)[1],
        styles=styles,
        early=early,
        script=script,
        elder_switch=find(ELDER_SWITCH, page)[0],
        article=find(ARTICLE, page)[0],
    )


def write_policy(style: str, *scripts: str) -> str:
    """No address is allowed at all, so the browser itself sees to it that nothing leaves the page."""
    hashes = " ".join(f"'sha256-{hash_script(script)}'" for script in scripts)
    directives = {
        "default-src": "'none'",
        "script-src": f"{hashes} 'wasm-unsafe-eval'",
        "style-src": f"'sha256-{hash_script(style)}'",
        "img-src": "data:",
        "worker-src": "blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def read_style(file: Path) -> str:
    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", file.read_text(encoding="utf-8"))


def read_script(file: Path) -> str:
    script = file.read_text(encoding="utf-8")
    if re.search(r"</script|<!--|<script", script, re.IGNORECASE):
        stop(f"{file.name} cannot stand inside a page: it holds the beginning or the end of a script or of a comment.")
    return script


def find(pattern: re.Pattern[str], page: str) -> re.Match[str]:
    found = pattern.search(page)
    return found or stop(f"A page cannot be saved for offline use: nothing in it is like {pattern.pattern}")


def fill(page: str, pattern: re.Pattern[str], text: str, name: str) -> str:
    """Change the one place that the pattern finds."""
    filled, count = pattern.subn(text, page)
    return filled if count == 1 else stop(f"{count} places instead of one for the offline version of {name}.")
