"""Lay Python itself beside the pages: in pieces made for this site, and the plain way as it is published."""

import base64
import json
import shutil
import zlib
from pathlib import Path

from building.bundles import bundle_asset
from building.compressing import compress_for_hosts, gzip_files, hash_bytes, name_copy
from building.counting import COUNTING, COUNTING_WORKER, count_calls
from building.freshness import make_when_changed
from building.library import USED, list_modules, pack, sort_library, zip_stored
from building.places import (
    BROWSER_WHEELS,
    CALCULATOR_WHEEL,
    COMPILED_CALCULATOR,
    DOCS,
    LIBRARY,
    PIECES,
    PYODIDE,
    RUNTIME,
)
from building.shipped import read_edition
from building.trimming import trim_module

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
FINDER = "rest_of_library"
HASH = 16  # letters of a file's hash in its name
SHELL = "shell-"
"""What the names of shells begin with, which lie beside the pieces (building/offline.py)."""
WHOLE = "whole-"
"""What the names of pieces begin with that hold a module as it is published: a page starts with trimmed ones."""


def prepare_pieces() -> None:
    """Make the pieces that a page loads, unless they are made from what lies here now."""
    names = ("worker.js", "classic_worker.js", "environment.js", "memory.js", "crc32.js", "traps.js", "unwrap.js")
    scripts = [DOCS / "assets" / name for name in names]
    inputs: list[Path | str] = [LIBRARY, COMPILED_CALCULATOR, USED, *scripts, Path(__file__).parent, COUNTING]
    make_when_changed(PIECES, inputs, make_pieces)


def make_pieces() -> None:
    shutil.rmtree(PIECES, ignore_errors=True)
    PIECES.mkdir(parents=True)
    worker = PIECES / "worker.js"
    bundle_asset(worker.name, worker, {})
    script = worker.read_bytes()
    if COUNTING:
        script = COUNTING_WORKER.read_bytes() + script
    python = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    contents = {"worker": script, "wasm": adapt_module("wasm", python), f"{WHOLE}wasm": python, **pack_library()}
    worker.unlink()
    files = {name: PIECES / f"{name_piece(name, content)}.bin" for name, content in contents.items()}
    for name, file in files.items():
        file.write_bytes(contents[name])
    gzip_files(files.values())
    for name, file in files.items():
        write_piece_script(name, file)


def name_piece(name: str, content: bytes) -> str:
    return f"{name}.{hash_bytes(content)[:HASH]}"


def adapt_module(name: str, content: bytes) -> bytes:
    """A module as pages start with it; while calls are recorded, one that counts them."""
    return count_calls(name, content) if COUNTING else trim_module(name, content)


def pack_library() -> dict[str, bytes]:
    """The library in pieces, so that a new version of the calculator is a small one; most pages need four of them."""
    library = sort_library()
    standard, packages = library.standard, library.packages
    calculator = {path: packages.pop(path) for path in list(packages) if path.startswith("calc/")}
    calculator[f"{FINDER}.pyc"] = library.finder
    calculator[f"{FINDER}.json"] = list_modules(library.later)
    modules = {path: packages.pop(path) for path in list(packages) if path.endswith(".so")}
    return {
        "library": pack({path: adapt_module("library", content) for path, content in modules.items()}),
        f"{WHOLE}library": pack(modules),
        "standard": zip_stored(standard),
        "packages": pack(packages),
        "calculator": pack(calculator),
        **{piece: pack(files) for piece, files in library.later.items()},
    }


def describe_piece(file: Path) -> dict[str, str | int]:
    """What a page knows of a file: its hash, checksum and size, and its size as it travels at most and at least."""
    content = file.read_bytes()
    copies = {way: name_copy(file, way) for way in ("gzip", "brotli")}
    sizes = {way: (copy if copy.exists() else copies["gzip"]).stat().st_size for way, copy in copies.items()}
    return {"sha256": hash_bytes(content), "crc32": zlib.crc32(content), "size": len(content), **sizes}


def write_piece_script(name: str, file: Path) -> None:
    """The same piece as a script, for pages opened from a folder: they may read nothing else."""
    packed = base64.b64encode(name_copy(file, "gzip").read_bytes()).decode()
    file.with_suffix(".js").write_text(f'(self.runtimePieces ??= {{}})["{name}"] = "{packed}";\n')


def read_listing(runtime: Path = RUNTIME) -> dict[str, dict[str, str | int]]:
    """What the pages' own script knows of every piece."""
    pieces = (file for file in sorted(runtime.glob("*.bin")) if not file.name.startswith(SHELL))
    return {file.name.partition(".")[0]: describe_piece(file) for file in pieces}


def lay_runtime(runtime: Path, *, for_hosts: bool) -> None:
    """Fill the site's folder of the runtime, for public hosts with copies as small as can be."""
    runtime.mkdir(parents=True)
    for file in sorted(PIECES.glob("*.*.*")):
        shutil.copyfile(file, runtime / file.name)
    if for_hosts:
        compress_for_hosts(sorted(runtime.glob("*.bin")))
    lay_plain_way(runtime / "plain")


def lay_plain_way(plain: Path) -> None:
    """Pyodide's core and the wheels as they are published, with their worker and a manifest."""
    plain.mkdir()
    wheels = sorted([*BROWSER_WHEELS.glob("*.whl"), *CALCULATOR_WHEEL.glob("*.whl")], key=lambda wheel: wheel.name)
    for file in [*(PYODIDE / name for name in CORE), *wheels]:
        shutil.copyfile(file, plain / file.name)
    write_lock(plain)
    (calculator,) = CALCULATOR_WHEEL.glob("*.whl")
    write_manifest(plain, [wheel.name for wheel in wheels], read_edition(calculator))
    shutil.copyfile(DOCS / "assets/plain_worker.js", plain / "worker.js")


def write_lock(plain: Path) -> None:
    """Keep what Pyodide's lock says of itself, and none of its packages: no name leads to another host."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    (plain / "pyodide-lock.json").write_text(json.dumps({"info": lock["info"], "packages": {}}))


def write_manifest(plain: Path, wheels: list[str], edition: str) -> None:
    """Tell the worker which files there are, with their hashes, and how large: progress is counted in these bytes.

    The edition is for the page, which asks before it starts anything: these files have the same names in every edition.
    """
    files = {
        file.name: {"size": file.stat().st_size, "sha256": hash_bytes(file.read_bytes())}
        for file in sorted(plain.iterdir())
    }
    manifest = {"edition": edition, "files": files, "wheels": wheels}
    (plain / "manifest.json").write_text(json.dumps(manifest, indent=1))


def read_laid_edition(runtime: Path = RUNTIME) -> str:
    """The edition of the calculator that lies in a runtime's folder."""
    return str(json.loads((runtime / "plain/manifest.json").read_text())["edition"])
