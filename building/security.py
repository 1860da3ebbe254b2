"""A Content Security Policy for every page, written into the page: nothing foreign runs, whatever the host sends."""

import base64
import hashlib
from html.parser import HTMLParser
from pathlib import Path

from building.commands import stop

MARK = '<meta charset="utf-8">'
"""What every page's head begins with; the policy follows it, before anything is loaded."""

HEADERS = {
    "content-security-policy": "frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
"""What only a host can say, for every page."""

FRAMED = "embed/"
"""Pages that other sites may frame."""


class InlineScripts(HTMLParser):
    """Collects the scripts that stand in a page, and what no policy could allow by hash."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        self.forbidden: list[str] = []
        self._in_script = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if tag == "script" and "src" not in names and names.get("type", "text/javascript") != "application/json":
            self._in_script = True
            self.scripts.append("")
        if tag == "style":
            self.forbidden.append("<style>")
        self.forbidden += [f"{name} of <{tag}>" for name in names if name == "style" or name.startswith("on")]
        self.forbidden += [f"{value} in <{tag}>" for value in names.values() if (value or "").startswith("javascript:")]

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_script = False


def secure_pages(site: Path) -> None:
    """Write its policy into every page of the site."""
    for file in sorted(site.rglob("*.html")):
        page = file.read_text(encoding="utf-8")
        found = InlineScripts(page)
        if found.forbidden or page.count(MARK) != 1:
            reason = ", ".join(found.forbidden) or "its head does not begin as Material's does"
            stop(f"{file.relative_to(site)} cannot be given a strict Content Security Policy: {reason}.")
        policy = write_policy(found.scripts)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        file.write_text(page.replace(MARK, f"{MARK}\n      {meta}"), encoding="utf-8")


def write_policy(scripts: list[str]) -> str:
    """The policy of a page with these inline scripts."""
    hashes = dict.fromkeys(f"'sha256-{hash_script(script)}'" for script in scripts)
    directives = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", "'wasm-unsafe-eval'", *hashes]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def hash_script(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
