"""What the theme's own scripts are changed in: they name no other host, load the search index when it is wanted, and
search in a site opened from a folder too; and where a browser keeps nothing, that is no error."""

import re
from collections.abc import Mapping
from pathlib import Path

from building.commands import stop
from building.compressing import hash_bytes

HASH = 8  # letters of a file's hash in its name, as the theme has it

SEARCH_LANGUAGE = ("lunr.stemmer.support.min.js", "lunr.zh.min.js")
"""What the search needs for Chinese; the theme brings some thirty more languages."""

OTHER_HOSTS = re.compile(r"https://(?:unpkg\.com|api\.github\.com|clipboardjs\.com|bit\.ly|\$\{e\}/api/v4)")
"""Named for polyfills, diagrams and repositories, none of which these pages use; the policy forbids them anyway."""

LOADS_INDEX = 'document.forms.namedItem("search")?ks():tt'
LOADS_INDEX_WHEN_WANTED = (
    'document.forms.namedItem("search")?location.protocol==="file:"?ks():'
    'h(document.forms.namedItem("search"),"focusin",{once:!0}).pipe(b(ks),Z(1)):tt'
)
"""The index is larger than a page: it comes when somebody goes to the search, not with every page. (In a site opened
from a folder the theme itself waits for that.)"""

STARTS_WORKER = "t=new Worker(e)"
STARTS_WORKER_ANYWHERE = (
    't=location.protocol==="file:"?Object.assign(new EventTarget,{postMessage(r){'
    '__searchWorker.onmessage=o=>this.dispatchEvent(new MessageEvent("message",{data:o.data})),'
    "__searchWorker.postMessage(r)}}):new Worker(e)"
)
"""From a folder the worker comes with the index (building/folder_search.py), before the first message."""

SEARCHES_FIELDS = 'new lunr.Query(["title","text","tags"])'
SEARCHES_OUR_FIELDS = 'new lunr.Query(["title","text","tags","words"])'
"""The search looks into a field of ours as well: the words that people use (calc/explainer/search_index.py)."""

FINDS_WORDS = "for(let o=s+1;o<t.length;o++)t.slice(s,o)in e&&"
FINDS_LAST_WORDS = "for(let o=s+1;o<=t.length;o++)t.slice(s,o)in e&&"
"""The theme never looks for a word that ends where the query ends: of 万州 it took 万 alone, and found 万元."""

CLOSES_ON_TAB = 'case"Escape":case"Tab":at("search",!1),i.blur();break;'
CLOSES_ON_ESCAPE = 'case"Escape":at("search",!1),i.blur();break;case"Tab":break;'
"""The Tab key goes on into what was found, which the theme closed before: docs/assets/search.js closes the search when
the focus leaves it."""

READS_STORAGE = '(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e))'
READS_STORAGE_IF_ALLOWED = (
    '(e,_,t=__md_scope)=>{try{return JSON.parse((_||localStorage).getItem(t.pathname+"."+e))}catch(e){return null}}'
)
WRITES_STORAGE = "(e,_,t=localStorage,a=__md_scope)=>{try{t.setItem("
WRITES_STORAGE_IF_ALLOWED = "(e,_,t,a=__md_scope)=>{try{(t||localStorage).setItem("
"""In every page: where a browser keeps nothing, to name its storage is an error already."""


def adapt_theme_scripts(site: Path) -> None:
    """Change the scripts that MkDocs has copied from the theme."""
    scripts = site / "assets" / "javascripts"
    for script in scripts.glob("lunr/**/*.js"):
        if script.name not in SEARCH_LANGUAGE:
            script.unlink()
    for source_map in site.glob("assets/**/*.map"):
        source_map.unlink()
    named = dict[str, str]()
    for script in [*scripts.glob("*.min.js"), *scripts.glob("workers/*.min.js")]:
        text = OTHER_HOSTS.sub("/nowhere", script.read_text(encoding="utf-8")).partition("//# sourceMappingURL")[0]
        if script.name.startswith("bundle."):
            text = replace_once(text, LOADS_INDEX, LOADS_INDEX_WHEN_WANTED)
            text = replace_once(text, STARTS_WORKER, STARTS_WORKER_ANYWHERE)
            text = replace_once(text, CLOSES_ON_TAB, CLOSES_ON_ESCAPE)
        if script.name.startswith("search."):
            text = replace_once(text, SEARCHES_FIELDS, SEARCHES_OUR_FIELDS)
            text = replace_once(text, FINDS_WORDS, FINDS_LAST_WORDS)
        script.unlink()
        named[script.name] = f"{script.name.partition('.')[0]}.{hash_bytes(text.encode())[:HASH]}.min.js"
        script.with_name(named[script.name]).write_text(text, encoding="utf-8")
    for page in site.rglob("*.html"):
        text = replace_names(page.read_text(encoding="utf-8"), named)
        page.write_text(leave_storage_alone(text) if "__md_get" in text else text, encoding="utf-8")


def leave_storage_alone(page: str) -> str:
    """Let a page's own script go on where a browser keeps nothing."""
    page = replace_once(page, READS_STORAGE, READS_STORAGE_IF_ALLOWED)
    return replace_once(page, WRITES_STORAGE, WRITES_STORAGE_IF_ALLOWED)


def replace_names(page: str, named: Mapping[str, str]) -> str:
    """What we have changed has another hash than the theme gave it: browsers keep it for a year by its name."""
    for old, new in named.items():
        page = page.replace(f"/{old}", f"/{new}")
    return page


def replace_once(script: str, old: str, new: str) -> str:
    """Change the one place in the theme's script that reads so."""
    if script.count(old) != 1:
        stop(f"The theme's script no longer holds {old}: see building/theme_scripts.py.")
    return script.replace(old, new)
