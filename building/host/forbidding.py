"""A policy that a host or a gateway sends beside the pages' own: what of the site it forbids."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from building.security import InlineScripts, write_policy

Directives = Mapping[str, tuple[str, ...]]

FALLBACKS = {"worker-src": ("child-src", "script-src")}
"""What stands for a directive that is not given, before default-src does."""
UNSAFE = {"'wasm-unsafe-eval'": "'unsafe-eval'"}
"""What allows more than what is needed, and so that too."""
LOADING = re.compile("-src$")
SANDBOX = {"allow-scripts", "allow-same-origin"}


def list_forbidden(header: str, page: str, site: str) -> list[str]:
    """The names of the directives that forbid what a page of ours, at the site's address, needs."""
    policies = [read_policy(policy) for policy in header.split(",")]
    return sorted({name for policy in policies for name in find_forbidding(policy, page, site)})


def read_policy(policy: str) -> Directives:
    """The sources by directive; only a hash is told apart by capitals."""
    parts = (words for part in policy.split(";") if (words := part.split()))
    return {
        name.lower(): tuple(word if word.startswith("'sha") else word.lower() for word in words)
        for name, *words in parts
    }


def find_forbidding(policy: Directives, page: str, site: str) -> Iterator[str]:
    for name, needed in read_policy(write_policy(InlineScripts(page).scripts)).items():
        if not LOADING.search(name) or name == "default-src":
            continue
        said = next((each for each in (name, *FALLBACKS.get(name, ()), "default-src") if each in policy), None)
        if said and not all(is_allowed(source, policy[said], site) for source in needed):
            yield said
    if "sandbox" in policy and not set(policy["sandbox"]) >= SANDBOX:
        yield "sandbox"
    if "require-trusted-types-for" in policy:
        yield "require-trusted-types-for"


def is_allowed(source: str, allowed: tuple[str, ...], site: str) -> bool:
    if source in allowed or UNSAFE.get(source) in allowed:
        return True
    if source == "'self'":
        address = urlsplit(site)
        return bool({"*", f"{address.scheme}:", address.netloc, f"{address.scheme}://{address.netloc}"} & set(allowed))
    return source.startswith("'sha") and "'unsafe-inline'" in allowed
