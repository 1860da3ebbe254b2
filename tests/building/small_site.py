"""A site in small, built as the real one: pages, their script and styles, pieces, the plain way, worker, manifest."""

import gzip
import json
from pathlib import Path

from building.compressing import hash_bytes
from building.manifest import lay_manifest

PADDING = "<p>就业帮扶补贴，按政策原文逐条计算。</p>\n" * 60
PAGES = ("", "policies/ningxia/", "policies/dalian/", "privacy/", "embed/ningxia/", "404.html")


def lay_small_site(site: Path, edition: str = "a", published: str = "2026-11-22 08:00") -> Path:
    """Lay a whole site into a folder; another edition differs in everything that editions differ in."""
    mark = hash_bytes(edition.encode())
    early = lay_hashed(site, "assets/elder.js", f"document.title = '{edition}';\n".encode())
    lay(site, "assets/images/mark.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    lay(site, "assets/stylesheets/main.57a0d79d.min.css", b"body{margin:0}\n" * 200)
    piece = lay_hashed(site, "runtime/calculator.bin", f"calculator of {edition}\n".encode() * 400)
    packed = gzip.compress((site / piece).read_bytes(), mtime=0)
    lay(site, f"{piece}.gz", packed)
    lay(site, f"{piece}.br", b"what brotli makes of " + packed)
    pieces = (
        f'{{calculator:{{sha256:"{hash_bytes((site / piece).read_bytes())}",size:{(site / piece).stat().st_size}}}}}'
    )
    padding = "// what a page does\n" * 200
    script = lay_hashed(site, "assets/page.js", f'{padding}const f={pieces};if(e!=="{mark}")throw 1;\n'.encode())
    styles = lay_hashed(site, "assets/site.css", f"/* {edition} */\nmain{{margin:0}}\n".encode() * 200)
    for page in PAGES:
        lay_page(site, page, edition, published, early, script, styles)
    lay_plain_way(site, edition, mark)
    lay(site, "sitemap.xml", b"<urlset/>\n")
    lay(site, "sitemap.xml.gz", gzip.compress(b"<urlset/>\n", mtime=0))
    lay(site, f"only-{edition}.txt", b"of this edition alone\n")
    lay_worker(site)
    lay_manifest(site, name_origin(edition, published))
    return site


def name_origin(edition: str, published: str) -> dict[str, object]:
    commit = hash_bytes(f"commit of {edition}".encode())[:40]
    return {"version": "0.1.0", "published": published, "commit": commit, "is_changed": False}


def lay_page(site: Path, page: str, edition: str, published: str, early: str, script: str, styles: str) -> None:
    up = "../" * page.count("/")
    text = f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>{page}</title>
<meta name="PubDate" content="{published}">
<link rel="icon" href="{up}assets/images/mark.svg"><link rel="canonical" href="https://elsewhere.example/">
<link rel="stylesheet" href="{up}assets/stylesheets/main.57a0d79d.min.css"><link rel="stylesheet" href="{up}{styles}">
<script src="{up}{early}"></script></head><body><a href="https://elsewhere.example/">别处</a>
<main data-edition="{edition}">{PADDING}</main><script src="{up}{script}" defer></script></body></html>
"""
    lay(site, f"{page}index.html" if not page.endswith(".html") else page, text.encode())


def lay_plain_way(site: Path, edition: str, mark: str) -> None:
    contents = {
        "pyodide.mjs": b"export const one = 1;\n",
        "pyodide.asm.wasm": b"\0asm" + b"\0" * 3000,
        "policy_calculator-0.1.0-py3-none-any.whl": f"wheel of {edition}".encode(),
    }
    for name, content in contents.items():
        lay(site, f"runtime/plain/{name}", content)
    files = {name: {"size": len(content), "sha256": hash_bytes(content)} for name, content in contents.items()}
    lay(site, "runtime/plain/manifest.json", json.dumps({"edition": mark, "files": files}).encode())
    lay(site, "runtime/plain/worker.js", b"onmessage = () => {};\n")


def lay_worker(site: Path) -> None:
    kept = {}
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.is_file() and file.suffix not in (".gz", ".br") and "plain/" not in name:
            kept[name.removesuffix("index.html") or "./"] = hash_bytes(file.read_bytes())
    listed = json.dumps(kept, separators=(",", ":"))
    text = f'"use strict";(()=>{{var d={{version:"{hash_bytes(listed.encode())[:12]}",size:9,files:{listed}}};}})();\n'
    lay(site, "service_worker.js", (text + "// keeps the site\n" * 100).encode())


def lay_hashed(site: Path, name: str, content: bytes) -> str:
    """Lay a file under a name with its hash; which name is it?"""
    stem, ending = name.rsplit(".", 1)
    hashed = f"{stem}.{hash_bytes(content)[:16]}.{ending}"
    lay(site, hashed, content)
    return hashed


def lay(site: Path, name: str, content: bytes) -> None:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
