"""Which version lies on a host: what its manifest and its pages say of themselves."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from building.host.findings import Finding, Kind
from building.host.visit import Visit
from building.manifest import NAME as MANIFEST

PUBLISHED = "published"


def find_other_edition(visit: Visit, site: Path | None) -> Iterator[Finding]:
    """Pages that are not those of the manifest, and a manifest that is not that of the site here."""
    if not visit.has_manifest:
        return
    told = visit.origin.get(PUBLISHED)
    for page, day in visit.pages_of_other_days.items():
        yield Finding(Kind.OTHER, page, f"网页是 {day} 的，清单 {MANIFEST} 是 {told} 的")
    here = read_here(site) if site else {}
    if here and say_origin(here) != say_origin(visit.origin):
        yield Finding(Kind.OTHER, MANIFEST, compare_origins(visit.origin, here))


def read_here(site: Path) -> Mapping[str, object]:
    """The manifest of the site here, unless it was built for this machine alone."""
    file = site / MANIFEST
    if not file.is_file() or not any(site.glob("runtime/*.br")):
        return {}
    told = json.loads(file.read_text(encoding="utf-8"))
    assert isinstance(told, dict)
    return told


def compare_origins(there: Mapping[str, object], here: Mapping[str, object]) -> str:
    days = [str(origin.get(PUBLISHED, "")) for origin in (there, here)]
    which = "（旧的）" if days[0] < days[1] else "（新的）" if days[0] > days[1] else ""
    return f"网站上的{which}：{say_origin(there)}；这里的：{say_origin(here)}"


def say_origin(origin: Mapping[str, object]) -> str:
    """Say a version as its manifest tells it; one from before manifests told it says nothing."""
    if PUBLISHED not in origin:
        return "没有写版本"
    commit = str(origin.get("commit") or "")[:12]
    changed = "，另有改动" if origin.get("is_changed") else ""
    told = f"，提交 {commit}{changed}" if commit else ""
    return f"计算器 {origin.get('version')}，最后修改 {origin[PUBLISHED]}{told}"
