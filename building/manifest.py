"""Write down what is published: every file with its SHA-256 and its size, so that anybody can see what was changed."""

import json
from collections.abc import Mapping
from pathlib import Path

from building.compressing import hash_bytes

NAME = "manifest.json"


SUM = "files 按名称排序，每个文件一行：SHA-256、两个空格、名称、换行（和 sha256sum 写的一样）；这里是这些行的 SHA-256"


def lay_manifest(site: Path, origin: Mapping[str, object]) -> None:
    """Write the manifest of what lies in the site now, and where that comes from.

    It comes last, and does not name itself.
    """
    told = json.dumps({**origin, **describe_site(site)}, ensure_ascii=False, indent=1)
    (site / NAME).write_text(f"{told}\n", encoding="utf-8")


def describe_site(site: Path) -> dict[str, object]:
    """Describe every file by its address, and all of them by one hash; what is hidden is not published."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    files = {name: describe_file(site / name) for name in names if name != NAME and not name.startswith(".")}
    listed = "".join(f"{described['sha256']}  {name}\n" for name, described in files.items())
    return {"sha256": hash_bytes(listed.encode()), "sha256_of": SUM, "files": files}


def describe_file(file: Path) -> dict[str, str | int]:
    content = file.read_bytes()
    return {"sha256": hash_bytes(content), "size": len(content)}
