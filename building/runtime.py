"""Lay Python itself beside the pages: everything the worker loads, with a list of it."""

import json
import shutil
from pathlib import Path

from building.places import BROWSER_WHEELS, CALCULATOR_WHEEL, NODE_MODULES, RUNTIME

PYODIDE = NODE_MODULES / "pyodide"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


def lay_runtime() -> None:
    """Fill site/runtime with Pyodide's core, the wheels and a manifest."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir(parents=True)
    wheels = sorted([*BROWSER_WHEELS.glob("*.whl"), *CALCULATOR_WHEEL.glob("*.whl")], key=lambda wheel: wheel.name)
    for file in [*(PYODIDE / name for name in CORE), *wheels]:
        shutil.copyfile(file, RUNTIME / file.name)
    write_lock()
    write_manifest([wheel.name for wheel in wheels])


def write_lock() -> None:
    """Keep what Pyodide's lock says of itself, and none of its packages: no name leads to another host."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    (RUNTIME / "pyodide-lock.json").write_text(json.dumps({"info": lock["info"], "packages": {}}))


def write_manifest(wheels: list[str]) -> None:
    """Tell the worker which files there are, and how large: progress is counted in these bytes."""
    files = {file.name: file.stat().st_size for file in sorted(RUNTIME.iterdir())}
    manifest = {"files": files, "wheels": wheels}
    (RUNTIME / "manifest.json").write_text(json.dumps(manifest, indent=1))


def vendor_assets(folder: Path) -> None:
    """Copy the libraries that the pages' own scripts import."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(NODE_MODULES / "idiomorph/dist/idiomorph.esm.js", folder / "idiomorph.js")
    shutil.copyfile(NODE_MODULES / "idiomorph/dist/idiomorph.d.ts", folder / "idiomorph.d.ts")
