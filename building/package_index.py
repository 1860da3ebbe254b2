"""Where uv finds packages: where pip is set up to find them, for uv reads none of pip's settings."""

import os
import subprocess
from ast import literal_eval
from collections.abc import Mapping

from building.places import PYTHON

NAMES: Mapping[str, str] = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "proxy": "ALL_PROXY",
    "cert": "SSL_CERT_FILE",
}
"""What uv calls pip's settings."""

SEPARATORS = {"UV_FIND_LINKS": ","}
"""What stands between several values, where that is no space."""


def describe_index() -> dict[str, str]:
    """Say to uv what pip is told; what is set for uv itself stays."""
    listed = subprocess.run((PYTHON, "-m", "pip", "config", "list"), capture_output=True, text=True).stdout
    settings = {name: value for name, value in read_settings(listed).items() if name not in os.environ}
    # pip takes a version from whichever index has it; the locked hashes make that safe.
    return {"UV_INDEX_STRATEGY": "unsafe-best-match", **settings}


def read_settings(listed: str) -> dict[str, str]:
    """Read lines like global.index-url='https://…', under uv's names; the environment's come first and count."""
    settings: dict[str, str] = {}
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        if uv_name := NAMES.get(name.rpartition(".")[2]):
            settings.setdefault(uv_name, SEPARATORS.get(uv_name, " ").join(str(literal_eval(value)).split()))
    return settings
